//! Whether one rule implies another whatever the facts are; where that cannot be told from the rules alone, it does not.

use crate::condition::{Carrier, Condition, Matching, Subject, WorkTest, Years};
use crate::rule::{Leaf, Rule, Test};

/// Whether findings on clauses may tell two conditions apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Findable {
    /// A condition implies another only under the same clause: it does so whatever people find.
    Apart,
    /// Clauses of what the dossier decides are not compared: it does so where nobody finds anything.
    Ignored,
}

/// Whether whoever fulfils the one fulfils the other.
pub(super) fn implies(one: &Rule, other: &Rule, findings: Findable) -> bool {
    match (one, other) {
        (_, Rule::All(rules)) => rules.iter().all(|other| implies(one, other, findings)),
        (Rule::Any(rules), _) => rules.iter().all(|one| implies(one, other, findings)),
        (Rule::Headed(own, one), Rule::Headed(their, other)) if own.clause == their.clause => {
            implies(one, other, findings)
        }
        (Rule::Headed(_, one), _) if findings == Findable::Ignored => implies(one, other, findings),
        (_, Rule::Headed(_, other)) if findings == Findable::Ignored => implies(one, other, findings),
        (Rule::SomeSkill(one), Rule::SomeSkill(other)) | (Rule::SomeTitle(one), Rule::SomeTitle(other)) => {
            implies(one, other, findings)
        }
        (Rule::Leaf(one), Rule::Leaf(other)) => leaf(one, other, findings),
        (_, Rule::Any(rules)) if rules.iter().any(|other| implies(one, other, findings)) => true,
        (Rule::All(rules), _) => rules.iter().any(|one| implies(one, other, findings)),
        // A certificate that carries a route is a certificate that is held.
        (Rule::SomeSkill(one), Rule::Leaf(held)) => holds(one, held, findings),
        _ => false,
    }
}

fn holds(carried: &Rule, held: &Leaf, findings: Findable) -> bool {
    let Test::Condition(Condition::HoldsSkill(asked)) = &held.test else { return false };
    match carried {
        Rule::All(rules) => rules.iter().any(|rule| holds(rule, held, findings)),
        Rule::Leaf(Leaf { clause, test: Test::Condition(Condition::Skill(own)), otherwise_refer: false, .. }) => {
            own.at_least >= asked.at_least && (findings == Findable::Ignored || *clause == held.clause)
        }
        _ => false,
    }
}

fn leaf(one: &Leaf, other: &Leaf, findings: Findable) -> bool {
    let judged = one.stage == model::Stage::Review || other.stage == model::Stage::Review;
    if (judged || findings == Findable::Apart) && one.clause != other.clause {
        return false;
    }
    let employers = one.for_employers == other.for_employers || one.for_employers.is_empty();
    // What refers instead of failing is implied by what fails, not the other way round; so is what is asked for a time only.
    let refers = !one.otherwise_refer || other.otherwise_refer;
    let during = one.during == other.during || one.during.is_none();
    employers && refers && during && test(&one.test, &other.test)
}

fn test(one: &Test, other: &Test) -> bool {
    match (one, other) {
        (Test::HonourList { list, at_least }, Test::HonourList { list: their, at_least: fewer }) => {
            list == their && at_least >= fewer
        }
        (Test::Condition(one), Test::Condition(other)) => one == other || condition(one, other),
        _ => one == other,
    }
}

/// Whether a condition asks for at least as much as another one of its kind.
fn condition(one: &Condition, other: &Condition) -> bool {
    match (one, other) {
        (Condition::HoldsSkill(own), Condition::HoldsSkill(their)) => own.at_least >= their.at_least,
        (Condition::Skill(own), Condition::Skill(their)) => {
            own.at_least >= their.at_least && (own.in_post || !their.in_post)
        }
        (Condition::Title(own), Condition::Title(their)) => {
            own.at_least >= their.at_least && own.series.all().iter().all(|one| their.series.all().contains(one))
        }
        (Condition::YearsAfter(own), Condition::YearsAfter(their)) => own.of == their.of && own.years >= their.years,
        (Condition::Work(own), Condition::Work(their)) => work(*own, *their),
        (Condition::Reviews(own), Condition::Reviews(their)) => match (own.excellent, their.excellent) {
            (0, 0) => own.last >= their.last,
            (own_best, their_best) => {
                own_best > 0 && their_best > 0 && own.last <= their.last && own_best >= their_best
            }
        },
        (Condition::Bar(own), Condition::Bar(their)) => own.years >= their.years,
        (Condition::Education(own), Condition::Education(their)) => {
            own.at_least >= their.at_least
                && (their.classes || !own.classes)
                && (own.relevant_to == their.relevant_to || own.relevant_to == Subject::Post)
        }
        (Condition::Status(own), Condition::Status(their)) => {
            let open = |status| their.yes.contains(status) || their.refer.contains(status);
            own.yes.iter().all(|status| their.yes.contains(status)) && own.refer.iter().all(open)
        }
        (Condition::EmployerNamed(own), Condition::EmployerNamed(their))
        | (Condition::SpecialtyAmong(own), Condition::SpecialtyAmong(their)) => {
            own.iter().all(|one| their.contains(one))
        }
        _ => false,
    }
}

fn work(own: WorkTest, their: WorkTest) -> bool {
    let years = match (own.years, their.years) {
        (Years::Printed(own), Years::Printed(their)) => own >= their,
        (own, their) => own == their,
    };
    let since = own.since == their.since || their.since.is_none();
    let matching = own.matching == their.matching
        || their.matching == Matching::Any
        || (their.matching == Matching::Skilled && own.matching != Matching::Any);
    let carrier = |test: WorkTest| test.since.or((test.matching == Matching::RelatedToSkill).then_some(Carrier::Skill));
    // Work that is looked at without a carrier stands outside what carries a route, so both have to read the same.
    let place = carrier(own) == carrier(their) || carrier(their).is_none();
    years && since && matching && place && (own.unless_standard || !their.unless_standard)
}
