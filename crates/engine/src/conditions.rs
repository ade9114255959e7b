//! Decides single conditions. The plain scalar functions here are the definition that every faster path has to equal.

mod clocks;
mod honours;
mod occupations;
mod scope;

use model::paths::FactPath;
use model::reason::Reason;
use model::{Series, SkillLevel, TitleTier};
use policy::condition::Condition;
use policy::rule::{Leaf, Test};
use smallvec::SmallVec;

use crate::facts::{Facts, SkillFact, TitleFact};
use crate::timeline::{Settled, Standing};

/// The fact that has to be known before a condition can be settled.
pub(crate) type Asks<T> = Result<T, FactPath>;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    Title(TitleTier, Series),
    Skill(SkillLevel),
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

    pub fn title<'f>(&self, facts: &'f Facts<'_>) -> Option<&'f TitleFact> {
        facts.titles.as_ref()?.get(self.title?)
    }
}

/// A condition that is asked of every element of a list, one by one, and how the answers combine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Each {
    /// One question.
    Once,
    /// One element has to fulfil it.
    Some(usize),
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
        Test::HonourList(_) => Each::Some(length(facts.honours.as_ref().map(Vec::len), FactPath::Honours)?),
        Test::Condition(Condition::HoldsSkill(_)) => {
            Each::Some(length(facts.skills.as_ref().map(Vec::len), FactPath::Skills)?)
        }
        Test::Condition(Condition::Bar(_)) => {
            Each::Every(length(facts.sanctions.as_ref().map(Vec::len), FactPath::Sanctions)?)
        }
        Test::Condition(Condition::FraudReferral(_)) => Each::Every(facts.sanctions.as_ref().map_or(0, Vec::len)),
        Test::Condition(_) => Each::Once,
    })
}

/// Settles a condition for one element (0 where it is asked once), or says which fact is missing.
///
/// # Errors
/// A fact that has to be known.
pub(crate) fn settle(leaf: &Leaf, facts: &Facts<'_>, wanted: Wanted, bound: Bound, element: usize) -> Asks<Settled> {
    let settled = match &leaf.test {
        Test::HonourList(list) => honours::settle(*list, facts, element),
        Test::Condition(condition) => match condition {
            Condition::Status(test) => scope::status(test, facts),
            Condition::EmployerKind(test) => scope::employer_kind(test, facts),
            Condition::Field(_) => scope::field(facts, wanted),
            Condition::Post(post) => scope::post(*post, facts),
            Condition::Appointed(post) => scope::appointed(*post, facts),
            Condition::Reviews(test) => scope::reviews(*test, facts),
            Condition::Bar(test) => clocks::bar(*test, facts, element),
            Condition::FraudReferral(test) => clocks::fraud_referral(*test, facts, element),
            Condition::HoldsSkill(test) => occupations::holds_skill(*test, facts, element),
            Condition::Skill(test) => occupations::skill(*test, facts, bound),
            Condition::Title(test) => occupations::title(*test, facts, bound),
            Condition::YearsAfter(test) => clocks::years_after(*test, facts, bound),
            Condition::Work(test) => clocks::work(*test, facts, wanted, bound),
            Condition::Catalogue(of) => occupations::catalogue(*of, facts, bound),
            Condition::Related(_) => occupations::related(facts, bound),
            Condition::Specialty(of) => occupations::specialty(*of, facts, bound),
            Condition::Honour(_) => Ok(Settled::always(Standing::No)),
            Condition::Judged(_) => Ok(Settled::always(Standing::Yes)),
            Condition::LeftTo(_) => Ok(Settled::always(Standing::Refer)),
        },
    };
    if leaf.otherwise_refer { settled.map(failures_referred) } else { settled }
}

/// What a finding of a competent human makes of a condition, where there is one.
pub(crate) fn found(leaf: &Leaf, facts: &Facts<'_>) -> Option<Settled> {
    let yes = facts.finding(leaf.clause)?;
    Some(Settled::always(if yes { Standing::Yes } else { Standing::No }))
}

/// What a condition over a list is when the list is empty.
pub(crate) fn of_none(leaf: &Leaf, each: Each) -> Settled {
    match each {
        Each::Every(_) | Each::Once => Settled::always(Standing::Yes),
        Each::Some(_) => Settled::always(if leaf.otherwise_refer { Standing::Refer } else { Standing::No }),
    }
}

fn failures_referred(settled: Settled) -> Settled {
    Settled { line: settled.line.failures_referred(), met: settled.met }
}

/// Why a condition stands as it does, and the facts it looked at.
pub(crate) fn why<'f>(
    leaf: &Leaf,
    facts: &'f Facts<'_>,
    wanted: Wanted,
    bound: Bound,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    match &leaf.test {
        Test::HonourList(list) => honours::why(*list, facts, element),
        Test::Condition(condition) => match condition {
            Condition::Status(_) => (Reason::Status(facts.status), one(FactPath::Status)),
            Condition::EmployerKind(_) => (Reason::EmployerKind(facts.employer_kind), one(FactPath::EmployerKind)),
            Condition::Field(_) => scope::why_field(facts, wanted),
            Condition::Post(post) => scope::why_post(*post, facts),
            Condition::Appointed(post) => (Reason::Appointed(facts.appointed, *post), one(FactPath::AppointedAs)),
            Condition::Reviews(test) => scope::why_reviews(*test, facts),
            Condition::Bar(test) => {
                clocks::why_bar(test.years, |found| found.anniversary(test.years).next(), facts, element)
            }
            Condition::FraudReferral(test) => {
                clocks::why_bar(test.years, |found| found.anniversary(test.years), facts, element)
            }
            Condition::HoldsSkill(test) => occupations::why_skill(test.at_least, false, facts, element),
            Condition::Skill(test) => occupations::why_skill(test.at_least, test.in_post, facts, bound.skill),
            Condition::Title(test) => occupations::why_title(*test, facts, bound),
            Condition::YearsAfter(test) => clocks::why_years_after(*test, facts, bound),
            Condition::Work(test) => clocks::why_work(*test, facts, wanted, bound),
            Condition::Catalogue(of) => occupations::why_catalogue(*of, facts, bound),
            Condition::Related(_) => occupations::why_related(facts, bound),
            Condition::Specialty(of) => occupations::why_specialty(*of, facts, bound),
            Condition::Judged(_) => (Reason::Judged, SmallVec::new()),
            Condition::Honour(_) | Condition::LeftTo(_) => (Reason::LeftToPeople, SmallVec::new()),
        },
    }
}

pub(crate) fn one(path: FactPath) -> SmallVec<[FactPath; 3]> {
    let mut paths = SmallVec::new();
    paths.push(path);
    paths
}
