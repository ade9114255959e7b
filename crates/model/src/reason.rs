//! Why a condition holds or not, as a value; sentences are made of it only at the edge.

use crate::day::Day;
use crate::dossier::Field;
use crate::words::{Appointment, EmployerKind, Grade, Series, SkillLevel, Status, TitleTier, Track};

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

/// The facts behind one condition's answer. `None` always means that the dossier does not say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Reason<'d> {
    /// The employment status.
    Status(Option<Status>),
    /// The kind of employer.
    EmployerKind(Option<EmployerKind>),
    /// The field of the post against the series asked for.
    Field(Option<Field>, Series),
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
    /// People judge it.
    Judged,
    /// The text leaves it to people.
    LeftToPeople,
}
