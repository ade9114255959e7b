//! Decides single conditions. The plain scalar functions here are the definition that every faster path has to equal.

mod clocks;
mod counted;
mod education;
mod honours;
mod hours;
mod occupations;
mod reviews;
mod scope;
mod specialties;

use model::paths::FactPath;
use model::reason::Reason;
use model::{Series, SkillLevel, TitleTier, Track};
use policy::condition::{Condition, FieldOf, TitleSpecialty};
use policy::rule::{Leaf, Test};
use smallvec::SmallVec;

pub(crate) use hours::turning;
pub(crate) use occupations::placing;

use crate::facts::{Facts, SkillFact, TitleFact};
use crate::timeline::{Met, Settled, Standing, Timeline};

pub(crate) use counted::settles as evidence_settles;

/// The fact that has to be known before a condition can be settled.
pub(crate) type Asks<T> = Result<T, FactPath>;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    Title(TitleTier, Series),
    Skill(SkillLevel),
}

impl Wanted {
    /// The track.
    pub fn track(self) -> Track {
        match self {
            Self::Title(..) => Track::Title,
            Self::Skill(_) => Track::Skill,
        }
    }
}

/// What carries the route at this place of the rule; positions in the lists of [`Facts`].
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Bound {
    pub skill: Option<usize>,
    pub title: Option<usize>,
}

impl Bound {
    pub fn skill<'f>(&self, facts: &'f Facts<'_>) -> Option<&'f SkillFact> {
        facts.skills.as_ref()?.get(self.skill?)
    }

    pub fn title<'f, 'a>(&self, facts: &'f Facts<'a>) -> Option<&'f TitleFact<'a>> {
        facts.titles.as_ref()?.get(self.title?)
    }
}

/// A condition that is asked of every element of a list, one by one, and how the answers combine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Each {
    /// One question.
    Once,
    /// So many of this number of elements have to fulfil it.
    Some(usize, u8),
    /// All elements have to fulfil it.
    Every(usize),
}

/// Over which elements the condition is asked.
///
/// # Errors
/// The list that has to be known.
pub(crate) fn each(leaf: &Leaf, facts: &Facts<'_>) -> Asks<Each> {
    let length = |known: Option<usize>, path: FactPath| known.ok_or(path);
    Ok(match &leaf.test {
        _ if over(leaf, facts) => Each::Once,
        Test::HonourList { at_least, .. } => {
            Each::Some(length(facts.honours.as_ref().map(Vec::len), FactPath::Honours)?, *at_least)
        }
        Test::Condition(Condition::HoldsSkill(_)) => {
            Each::Some(length(facts.skills.as_ref().map(Vec::len), FactPath::Skills)?, 1)
        }
        Test::Condition(Condition::Education(_)) => {
            Each::Some(length(facts.education.as_ref().map(Vec::len), FactPath::Education)?, 1)
        }
        Test::Condition(Condition::Bar(_)) => {
            Each::Every(length(facts.sanctions.as_ref().map(Vec::len), FactPath::Sanctions)?)
        }
        Test::Condition(Condition::FraudReferral(_)) => Each::Every(facts.sanctions.as_ref().map_or(0, Vec::len)),
        Test::Condition(_) | Test::Heading => Each::Once,
    })
}

/// Settles a condition for one element (0 where it is asked once), or says which fact is missing.
///
/// # Errors
/// A fact that has to be known.
pub(crate) fn settle(leaf: &Leaf, facts: &Facts<'_>, wanted: Wanted, bound: Bound, element: usize) -> Asks<Settled> {
    if !leaf.for_employers.is_empty() {
        match found(leaf, facts) {
            Some(found) => return Ok(found),
            None if facts.finding(leaf.clause) == Some(false) => return Err(FactPath::EmployerKind),
            None => {}
        }
    }
    if over(leaf, facts) {
        return Ok(Settled::always(Standing::Yes));
    }
    let mut settled = asked(&leaf.test, facts, wanted, bound, element)?;
    if leaf.otherwise_refer {
        settled.line = settled.line.failures_referred();
    }
    Ok(while_asked(leaf, settled, facts))
}

/// Whether the days on which a condition is asked are over.
fn over(leaf: &Leaf, facts: &Facts<'_>) -> bool {
    leaf.during.is_some_and(|during| during.until < facts.as_of)
}

/// A condition that is asked for a time only holds before and afterwards.
fn while_asked(leaf: &Leaf, mut settled: Settled, facts: &Facts<'_>) -> Settled {
    if let Some(during) = leaf.during {
        let before = Timeline::step(facts.as_of, Standing::Yes, Some(during.from), Standing::No);
        let after = Timeline::step(facts.as_of, Standing::No, Some(during.until.next()), Standing::Yes);
        settled.line = settled.line.join(&before).join(&after);
        if facts.as_of < during.from {
            settled.met = Met::Timeless;
        }
    }
    settled
}

fn asked(test: &Test, facts: &Facts<'_>, wanted: Wanted, bound: Bound, element: usize) -> Asks<Settled> {
    let condition = match test {
        Test::HonourList { list, .. } => return honours::settle(*list, facts, element),
        Test::Heading => return Ok(Settled::always(Standing::Yes)),
        Test::Condition(condition) => condition,
    };
    match condition {
        Condition::Status(test) => scope::status(test, facts),
        Condition::EmployerKind(test) => scope::employer_kind(test, facts),
        Condition::UpperLevel(wanted) => scope::upper_level(*wanted, facts),
        Condition::EmployerNamed(names) => Ok(scope::employer_named(names, facts)),
        Condition::SpecialtyAmong(fields) => scope::specialty_among(fields, facts),
        Condition::Field(of) => scope::field(*of, facts, wanted, bound),
        Condition::Post(post) => scope::post(*post, facts),
        Condition::Appointed(post) => scope::appointed(*post, facts),
        Condition::Reviews(test) => reviews::reviews(*test, facts),
        Condition::Hours(test) => hours::hours(test, facts, wanted, bound),
        Condition::Education(test) => education::education(*test, facts, bound, element),
        Condition::Bar(test) => clocks::bar(*test, facts, element),
        Condition::FraudReferral(test) => clocks::fraud_referral(*test, facts, element),
        Condition::HoldsSkill(test) => occupations::holds_skill(*test, facts, element),
        Condition::Skill(test) => occupations::skill(*test, facts, bound),
        Condition::Title(test) => occupations::title(test, facts, bound),
        Condition::YearsAfter(test) => clocks::years_after(*test, facts, bound),
        Condition::Work(test) => clocks::work(*test, facts, wanted, bound),
        Condition::Catalogue(of) => occupations::catalogue(*of, facts, wanted, bound),
        Condition::Related(_) => occupations::related(facts, wanted, bound),
        Condition::Specialty(of) => specialties::specialty(*of, facts, bound),
        Condition::TitleSpecialty(TitleSpecialty::Catalogue) => specialties::title_in_catalogue(facts, bound),
        Condition::TitleSpecialty(TitleSpecialty::Post) => Ok(specialties::title_and_post(facts, bound)),
        Condition::SeriesLeft(series) => Ok(specialties::series_left(series, wanted)),
        Condition::LevelLeft(levels) => occupations::level_left(levels, facts, bound),
        Condition::Honour(_) | Condition::Honours(_) | Condition::ByFinding(_) => Ok(Settled::always(Standing::No)),
        Condition::Judged(_) => Ok(Settled::always(Standing::Yes)),
        Condition::LeftTo(_) => Ok(Settled::always(Standing::Refer)),
    }
}

/// How a condition stands at its worst, where some periods of work are not fully stated.
pub(crate) fn at_worst(leaf: &Leaf, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Option<Settled> {
    match &leaf.test {
        Test::Condition(Condition::Work(test)) if leaf.during.is_none() => {
            clocks::stated_work(*test, facts, wanted, bound).ok()
        }
        _ => None,
    }
}

/// What a finding of a competent human makes of a condition, where there is one.
pub(crate) fn found(leaf: &Leaf, facts: &Facts<'_>) -> Option<Settled> {
    let yes = facts.finding(leaf.clause)?;
    match applies(leaf, facts) {
        Some(true) => Some(Settled::always(if yes { Standing::Yes } else { Standing::No })),
        Some(false) => Some(Settled::always(Standing::Yes)),
        None => None,
    }
}

/// Whether a condition is asked of the person's kind of employer at all; `None` where the kind is not stated.
pub(crate) fn applies(leaf: &Leaf, facts: &Facts<'_>) -> Option<bool> {
    if leaf.for_employers.is_empty() {
        return Some(true);
    }
    facts.employer_kind.map(|kind| leaf.for_employers.contains(&kind))
}

/// What a condition over a list is when the list is empty.
pub(crate) fn of_none(leaf: &Leaf, each: Each, facts: &Facts<'_>) -> Settled {
    let settled = match each {
        Each::Every(_) | Each::Once => Settled::always(Standing::Yes),
        Each::Some(..) => Settled::always(if leaf.otherwise_refer { Standing::Refer } else { Standing::No }),
    };
    while_asked(leaf, settled, facts)
}

/// Why a condition stands as it does, and the facts it looked at.
pub(crate) fn why<'f>(
    leaf: &'f Leaf,
    facts: &'f Facts<'_>,
    wanted: Wanted,
    bound: Bound,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    match &leaf.test {
        Test::HonourList { list, at_least } => honours::why(*list, *at_least, facts, element),
        Test::Heading => (Reason::Judged, SmallVec::new()),
        Test::Condition(condition) => match condition {
            Condition::Status(_) => (Reason::Status(facts.status), one(FactPath::Status)),
            Condition::EmployerKind(_) => (Reason::EmployerKind(facts.employer_kind), one(FactPath::EmployerKind)),
            Condition::UpperLevel(_) => (Reason::UpperLevel(facts.upper_level), one(FactPath::UpperLevel)),
            Condition::EmployerNamed(names) => scope::why_employer_named(names, facts),
            Condition::SpecialtyAmong(fields) => scope::why_specialty_among(fields, facts),
            Condition::Field(FieldOf::Title) => {
                let series = bound.title(facts).and_then(|title| title.series);
                (Reason::FieldOfTitle(facts.field, series), one(FactPath::Field))
            }
            Condition::Field(of) => scope::why_field(*of, facts, wanted),
            Condition::Post(post) => scope::why_post(*post, facts),
            Condition::Appointed(post) => (Reason::Appointed(facts.appointed, *post), one(FactPath::AppointedAs)),
            Condition::Reviews(test) => reviews::why(*test, facts),
            Condition::Hours(test) => hours::why(test, facts, wanted, bound),
            Condition::Education(test) => education::why(*test, facts, bound, element),
            Condition::Bar(test) => {
                clocks::why_bar(test.years, |found| found.anniversary(test.years).next(), facts, element)
            }
            Condition::FraudReferral(test) => {
                clocks::why_bar(test.years, |found| found.anniversary(test.years), facts, element)
            }
            Condition::HoldsSkill(test) => occupations::why_skill(test.at_least, false, facts, element),
            Condition::Skill(test) => occupations::why_skill(test.at_least, test.in_post, facts, bound.skill),
            Condition::Title(test) => occupations::why_title(test, facts, bound),
            Condition::YearsAfter(test) => clocks::why_years_after(*test, facts, bound),
            Condition::Work(test) => clocks::why_work(*test, facts, wanted, bound),
            Condition::Catalogue(of) => occupations::why_catalogue(*of, facts, wanted, bound),
            Condition::Related(_) => occupations::why_related(facts, bound),
            Condition::Specialty(of) => specialties::why_specialty(*of, facts, bound),
            Condition::TitleSpecialty(of) => specialties::why_title(*of, facts, bound),
            Condition::SeriesLeft(series) => specialties::why_series_left(series, wanted),
            Condition::LevelLeft(levels) => occupations::why_level_left(levels, facts, bound),
            Condition::ByFinding(_) => (Reason::OnlyByFinding, SmallVec::new()),
            Condition::Judged(_) => counted::why(leaf, facts),
            Condition::Honour(_) | Condition::Honours(_) | Condition::LeftTo(_) => {
                (Reason::LeftToPeople, SmallVec::new())
            }
        },
    }
}

fn yes_or_no(yes: bool) -> Settled {
    Settled::always(if yes { Standing::Yes } else { Standing::No })
}

pub(crate) fn one(path: FactPath) -> SmallVec<[FactPath; 3]> {
    let mut paths = SmallVec::new();
    paths.push(path);
    paths
}
