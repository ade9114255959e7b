//! The facts of one dossier as the rules read them on one day: what does not count is left out, names are placed once.

use std::borrow::Cow;

use model::dossier::{Dossier, End, Field};
use model::paths::FactPath;
use model::{
    Appointment, CertificateKind, Day, EducationLevel, EmployerKind, Grade, SchoolClass, Series, SkillLevel, Standards,
    Status, TitleTier, Track,
};
use policy::honours::plain_honour;
use policy::{ClauseRef, National, Policy};
use smallvec::SmallVec;

use crate::occupation::{Names, Occupation, Relating};

/// The facts of one dossier on one day. `None` is always "not stated".
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The policy that reads them.
    pub policy: &'a Policy,
    /// National facts.
    pub national: &'a National,
    /// Years left to standards.
    pub standards: &'a Standards,
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The day asked about.
    pub as_of: Day,
    /// Its year.
    pub year: i16,
    /// The day of the dossier: what it does not state had happened by then. The day asked about, unless that is a later one.
    pub(crate) stated_on: Day,
    pub(crate) status: Option<Status>,
    pub(crate) employer_kind: Option<EmployerKind>,
    pub(crate) upper_level: Option<bool>,
    pub(crate) field: Option<Field>,
    pub(crate) frontline: Option<bool>,
    pub(crate) skilled_post: Option<bool>,
    pub(crate) appointed: Option<Appointment>,
    pub(crate) occupation: Option<Occupation>,
    pub(crate) specialty: Option<Cow<'a, str>>,
    /// The catalogue majors towards a title that the post's specialty names, as bits.
    pub(crate) post_majors: u32,
    /// What relates two occupations, towards a title and towards a skill level.
    relating: [Relating; 2],
    pub(crate) education: Option<Vec<DiplomaFact>>,
    pub(crate) skills: Option<Vec<SkillFact>>,
    pub(crate) titles: Option<Vec<TitleFact<'a>>>,
    pub(crate) work: Option<Vec<WorkFact>>,
    pub(crate) honours: Option<Vec<HonourFact<'a>>>,
    pub(crate) sanctions: Option<Vec<SanctionFact>>,
    pub(crate) reviews: SmallVec<[(i16, Grade); 8]>,
    pub(crate) hours: SmallVec<[(i16, u16); 8]>,
    pub(crate) findings: SmallVec<[(ClauseRef, bool); 4]>,
    pub(crate) names: Names<'a>,
}

/// A certificate that counts.
#[derive(Clone, Debug)]
pub(crate) struct SkillFact {
    pub index: u32,
    pub level: Option<SkillLevel>,
    pub occupation: Option<Occupation>,
    pub date: Option<Day>,
    /// Whether it is of the occupation of the post, whichever that is: a certificate that a plan has granted on the way.
    pub of_post: bool,
}

impl SkillFact {
    /// Its occupation.
    ///
    /// # Errors
    /// The fact that has to be known.
    pub fn occupation(&self) -> Result<Occupation, FactPath> {
        self.occupation.ok_or(if self.of_post {
            FactPath::Occupation
        } else {
            FactPath::Skill(self.index, "occupation")
        })
    }
}

/// A title that counts.
#[derive(Clone, Debug)]
pub(crate) struct TitleFact<'a> {
    pub index: u32,
    pub tier: Option<TitleTier>,
    pub series: Option<Series>,
    pub date: Option<Day>,
    pub specialty: Option<&'a str>,
    /// The catalogue majors that its specialty names, as bits.
    pub majors: u32,
}

/// A diploma that counts.
#[derive(Clone, Debug)]
pub(crate) struct DiplomaFact {
    pub index: u32,
    pub level: Option<EducationLevel>,
    pub class: Option<SchoolClass>,
    /// The names of the occupations that its major is relevant to.
    pub relevant_to: Option<SmallVec<[u32; 2]>>,
}

/// A period of work that began by the day asked about.
#[derive(Clone, Debug)]
pub(crate) struct WorkFact {
    pub index: u32,
    pub occupation: Option<Occupation>,
    pub from: Option<Day>,
    pub to: Option<End>,
    pub skilled: bool,
}

/// An honour that counts.
#[derive(Clone, Debug)]
pub(crate) struct HonourFact<'a> {
    pub index: u32,
    pub name: Option<Cow<'a, str>>,
    pub rank: Option<u32>,
    pub award: Option<Cow<'a, str>>,
    pub date: Option<Day>,
    pub until: Option<Day>,
}

/// A finding of fraud.
#[derive(Clone, Debug)]
pub(crate) struct SanctionFact {
    pub index: u32,
    pub date: Option<Day>,
}

impl<'a> Facts<'a> {
    /// The facts of `dossier` on `as_of` as `policy` reads them.
    #[must_use]
    pub fn new(
        policy: &'a Policy,
        national: &'a National,
        standards: &'a Standards,
        dossier: &'a Dossier,
        as_of: Day,
    ) -> Self {
        let mut names = Names::new(policy, national);
        let happened = |date: Option<Day>| date.is_none_or(|date| date <= as_of);
        let employment = &dossier.employment;
        let occupation = employment.occupation.as_deref().map(|name| names.place(name));
        let specialty = employment.specialty.as_deref();
        let named = |specialty: Option<&str>| match (&policy.catalogue, specialty) {
            (Some(catalogue), Some(specialty)) => catalogue.majors_named(specialty),
            _ => 0,
        };
        let post_majors = match &policy.catalogue {
            Some(catalogue) => named(specialty) & catalogue.towards(Track::Title),
            None => 0,
        };
        let relating = [Track::Title, Track::Skill].map(|track| Relating::of(policy, track));
        let skills = dossier.skills.as_ref().map(|list| {
            numbered(list)
                .filter(|(_, s)| !s.revoked && s.kind != Some(CertificateKind::Other) && happened(s.date))
                .map(|(index, s)| SkillFact {
                    index,
                    level: s.level,
                    occupation: s.occupation.as_deref().map(|name| names.place(name)),
                    date: s.date,
                    of_post: false,
                })
                .collect()
        });
        let titles = dossier.titles.as_ref().map(|list| {
            numbered(list)
                .filter(|(_, t)| !t.revoked && happened(t.date))
                .map(|(index, t)| TitleFact {
                    index,
                    tier: t.tier,
                    series: t.series,
                    date: t.date,
                    specialty: t.specialty.as_deref(),
                    majors: named(t.specialty.as_deref()),
                })
                .collect()
        });
        let education = match &dossier.education {
            Some(list) if policy.asks_for_education => {
                let diplomas = numbered(list).filter(|(_, diploma)| happened(diploma.date));
                let fact = |(index, diploma): (u32, &'a model::dossier::Education)| DiplomaFact {
                    index,
                    level: diploma.level,
                    class: diploma.class,
                    relevant_to: diploma
                        .relevant_to
                        .as_ref()
                        .map(|list| list.iter().map(|name| names.place(name).name).collect()),
                };
                Some(diplomas.map(fact).collect())
            }
            _ => None,
        };
        let work = dossier.work.as_ref().map(|list| {
            numbered(list)
                .filter(|(_, w)| happened(w.from))
                .map(|(index, w)| WorkFact {
                    index,
                    occupation: w.occupation.as_deref().map(|name| names.place(name)),
                    from: w.from,
                    to: w.to,
                    skilled: w.skilled,
                })
                .collect()
        });
        let honours = dossier.honours.as_ref().map(|list| {
            numbered(list)
                .filter(|(_, h)| !h.revoked && happened(h.date))
                .map(|(index, h)| HonourFact {
                    index,
                    name: h.name.as_deref().map(|name| Cow::Owned(plain_honour(name))),
                    rank: h.rank,
                    award: h.award.as_deref().map(|award| Cow::Owned(plain_honour(award))),
                    date: h.date,
                    until: h.until,
                })
                .collect()
        });
        let sanctions = dossier.sanctions.as_ref().map(|list| {
            numbered(list)
                .filter(|(_, s)| happened(s.date))
                .map(|(index, s)| SanctionFact { index, date: s.date })
                .collect()
        });
        let year = as_of.year();
        Self {
            policy,
            national,
            standards,
            dossier,
            as_of,
            year,
            stated_on: as_of,
            status: employment.status,
            employer_kind: employment.employer.kind,
            upper_level: employment.employer.upper_level,
            field: employment.field,
            frontline: employment.frontline,
            skilled_post: employment.skilled_post,
            appointed: employment.appointed_as,
            occupation,
            specialty: specialty.map(Cow::Borrowed),
            post_majors,
            relating,
            education,
            skills,
            titles,
            work,
            honours,
            sanctions,
            reviews: dossier.reviews.iter().filter(|(y, _)| **y <= year).map(|(y, grade)| (*y, *grade)).collect(),
            hours: dossier.continuing_education.iter().map(|(year, hours)| (*year, *hours)).collect(),
            findings: dossier
                .findings
                .iter()
                .filter_map(|(id, found)| Some((policy.clause_named(id)?, *found)))
                .collect(),
            names,
        }
    }

    /// The same facts where the dossier was stated on an earlier day, and its last `granted` certificates are granted since
    /// then, in the occupation of the post.
    pub(crate) fn since(mut self, stated_on: Day, granted: usize) -> Self {
        self.stated_on = stated_on;
        if self.occupation.is_none() {
            self.skills
                .iter_mut()
                .flat_map(|all| all.iter_mut().rev().take(granted))
                .for_each(|one| one.of_post = true);
        }
        self
    }

    /// What a competent human determined about a clause.
    #[must_use]
    pub fn finding(&self, clause: ClauseRef) -> Option<bool> {
        if self.findings.is_empty() {
            return None;
        }
        self.findings.iter().find(|(own, _)| *own == clause).map(|(_, found)| *found)
    }

    /// The review of a year; unrecorded ones of the running and later years pass.
    pub(crate) fn review(&self, year: i16) -> Result<Grade, FactPath> {
        match self.reviews.iter().rev().find(|(own, _)| *own == year) {
            Some((_, grade)) => Ok(*grade),
            None if year >= self.year => Ok(Grade::Pass),
            None => Err(FactPath::Review(year)),
        }
    }

    /// The hours of continuing education of a past year.
    pub(crate) fn hours(&self, year: i16) -> Result<u16, FactPath> {
        let known = self.hours.iter().rev().find(|(own, _)| *own == year);
        known.map(|(_, hours)| *hours).ok_or(FactPath::Hours(year))
    }

    /// What relates two occupations, for a target of this track.
    pub(crate) fn relating(&self, track: Track) -> Relating {
        let [title, skill] = self.relating;
        match track {
            Track::Title => title,
            Track::Skill => skill,
        }
    }

    /// Whether the name of the present occupation is known and a diploma is relevant to it.
    #[must_use]
    pub fn diploma_relevant_to_post(&self) -> bool {
        let Some(post) = &self.dossier.employment.occupation else { return false };
        let post = policy::occupations::plain_name(post);
        let names = |list: &Vec<String>| list.iter().any(|name| policy::occupations::plain_name(name) == post);
        let happened = |date: Option<Day>| date.is_none_or(|date| date <= self.as_of);
        self.dossier
            .education
            .iter()
            .flatten()
            .any(|diploma| happened(diploma.date) && diploma.relevant_to.as_ref().is_some_and(names))
    }
}

fn numbered<T>(list: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0u32..).zip(list)
}
