//! Why a condition holds or not, as a value; sentences are made of it only at the edge.

use crate::day::Day;
use crate::dossier::Field;
use crate::words::{Appointment, EducationLevel, EmployerKind, Grade, Series, SkillLevel, Status, TitleTier, Track};

/// Where an occupation stands with a catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Placing {
    /// The catalogue lists it.
    Listed,
    /// It is placed, and the catalogue does not list its group.
    Unlisted,
    /// Its name cannot be placed in the classification.
    Unplaced,
}

/// What a diploma's major has to do with the occupation asked about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relevance {
    /// It names the occupation.
    Relevant,
    /// It names other occupations only.
    Other,
    /// It is stated to be relevant to none.
    None,
    /// The dossier does not say.
    Unstated,
}

/// The facts behind one condition's answer. `None` always means that the dossier does not say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Reason<'d> {
    /// The employment status.
    Status(Option<Status>),
    /// The kind of employer.
    EmployerKind(Option<EmployerKind>),
    /// The field of the post against the series asked for.
    Field(Option<Field>, Series),
    /// The field of the post against the series of the title that carries the route.
    FieldOfTitle(Option<Field>, Option<Series>),
    /// Whether the employer is a central or provincial enterprise seated in the place.
    UpperLevel(Option<bool>),
    /// The employer's name against the names of a pilot.
    EmployerNamed {
        /// The name, where the dossier states it.
        name: Option<&'d str>,
        /// The names of the pilot.
        among: &'d [String],
    },
    /// The post's specialty against a list of fields.
    SpecialtyAmong {
        /// The specialty, where the dossier states it.
        specialty: Option<&'d str>,
        /// The fields listed.
        among: &'d [String],
    },
    /// A front-line production post.
    Frontline(Option<bool>),
    /// A skill post.
    SkilledPost(Option<bool>),
    /// An appointment by the employer to a special post.
    Appointed(Option<Appointment>, Appointment),
    /// The last annual reviews; the review that decides, with its year.
    Reviews {
        /// How many years are looked at.
        last: u8,
        /// The year that fails, is unassessed or is missing; none where all pass.
        year: Option<i16>,
        /// The grade of that year, where the dossier states it.
        grade: Option<Grade>,
    },
    /// At least so many reviews graded 优秀 among the last years.
    Excellent {
        /// How many years are looked at.
        last: u8,
        /// How many 优秀 are asked for.
        wanted: u8,
        /// How many the dossier states.
        stated: u8,
        /// A year without an assessment, where one is left to people.
        unassessed: Option<i16>,
        /// A year that is not stated, where it matters.
        missing: Option<i16>,
    },
    /// Hours of continuing education in each of the years before the day.
    Hours {
        /// The first year looked at.
        from: i16,
        /// The last year looked at; before `from` where no year is looked at.
        to: i16,
        /// The hours asked for in each year; unknown while the certificate's date is.
        wanted: Option<u16>,
        /// The year that falls short or is missing.
        year: Option<i16>,
        /// The hours of that year, where the dossier states them.
        hours: Option<u16>,
    },
    /// A diploma of at least a level whose major goes with the occupation.
    Education {
        /// The level asked for.
        wanted: EducationLevel,
        /// The level of the diploma looked at, as the document counts it.
        level: Option<EducationLevel>,
        /// Whether it counts through the class of a technical school.
        by_class: bool,
        /// What its major has to do with the occupation.
        relevance: Relevance,
        /// Whether there is a diploma at all.
        any: bool,
    },
    /// A bar after a finding of fraud.
    Bar {
        /// How many years it lasts.
        years: u16,
        /// The finding that decides.
        found: Option<Day>,
        /// The first free day after it.
        free: Option<Day>,
    },
    /// A skill certificate of at least a level.
    Skill {
        /// The level asked for.
        wanted: SkillLevel,
        /// The level of the certificate looked at.
        level: Option<SkillLevel>,
        /// Its occupation.
        occupation: Option<&'d str>,
        /// Its date.
        date: Option<Day>,
        /// Whether there is a certificate at all.
        any: bool,
        /// Whether it has to be of the present occupation.
        in_post: bool,
    },
    /// A title of at least a tier in a series.
    Title {
        /// The tier asked for.
        wanted: TitleTier,
        /// The series asked for.
        series: Series,
        /// The tier of the title looked at.
        tier: Option<TitleTier>,
        /// Its series.
        of: Option<Series>,
        /// Whether there is a title at all.
        any: bool,
    },
    /// Years after a certificate or title.
    YearsAfter {
        /// Whether a certificate or a title carries the route.
        of: Track,
        /// How many years.
        years: u16,
        /// The date of the certificate or title.
        from: Option<Day>,
        /// The day on which they are reached.
        reached: Option<Day>,
    },
    /// Years of work.
    Work {
        /// How many years.
        years: u16,
        /// Whether they count from the date of a certificate or of a title; none for the whole career.
        since: Option<Track>,
        /// That date, where there is such a certificate or title and the dossier states its date.
        from: Option<Day>,
        /// The day on which matching work reaches them.
        reached: Option<Day>,
        /// The day on which they are reached with other skilled work.
        with_other: Option<Day>,
        /// Whether the number comes from the occupation's standard.
        standard: bool,
        /// Whether there is such a certificate or title, and the dossier does not state its date.
        undated: bool,
    },
    /// The occupation's standard is not configured.
    NoStandard(SkillLevel),
    /// The occupation's standard asks for so many years at this level, which takes the place of the text's shorter way.
    StandardInstead(SkillLevel, u16),
    /// An occupation against the catalogue.
    Catalogue(Option<&'d str>, Placing),
    /// Whether the certificate's and the present occupation are related.
    Related {
        /// The occupation of the certificate.
        certificate: Option<&'d str>,
        /// The present occupation.
        post: Option<&'d str>,
    },
    /// A named specialty against the catalogue.
    Specialty {
        /// The specialty named.
        specialty: Option<&'d str>,
        /// The occupation that it should list.
        occupation: Option<&'d str>,
    },
    /// The carrying title's specialty, which is a catalogue major's name, against the present occupation.
    TitleSpecialty {
        /// The specialty, where it is a major's name.
        specialty: Option<&'d str>,
        /// The present occupation.
        occupation: Option<&'d str>,
    },
    /// The carrying title's specialty against the post's, where both are stated.
    TitleAndPost {
        /// The title's specialty.
        title: Option<&'d str>,
        /// The post's specialty.
        post: Option<&'d str>,
    },
    /// The series asked for is one that the text leaves to people.
    SeriesLeft {
        /// The series asked for.
        series: Series,
        /// Whether it is left to people.
        left: bool,
    },
    /// The carrying certificate's level is one that the text leaves open.
    LevelLeft {
        /// The level of the certificate, where there is one and the dossier states it.
        level: Option<SkillLevel>,
        /// Whether it is left open.
        left: bool,
    },
    /// So many honours of a list.
    Honours {
        /// How many are asked for.
        wanted: u8,
        /// How many of the dossier count.
        found: u8,
    },
    /// An honour of a list.
    Honour {
        /// The honour that decides, as the dossier names it.
        name: Option<&'d str>,
        /// Its rank, where the list asks for one.
        rank: Option<u32>,
        /// The day on which it was given.
        date: Option<Day>,
        /// The last day of its term.
        until: Option<Day>,
        /// Whether the list asks for a skilled worker.
        skilled_worker: bool,
    },
    /// It holds only where the competent body has determined it.
    OnlyByFinding,
    /// The dossier's counted evidence settles it.
    Counted {
        /// How many are asked for.
        wanted: u32,
        /// How many are stated.
        found: u32,
    },
    /// People judge it.
    Judged,
    /// The text leaves it to people.
    LeftToPeople,
}
