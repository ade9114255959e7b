//! The laws that are proved of every person: more work never hurts, a later day hurts only where the text says so, and
//! every printed day is the first of its kind.

use std::cmp::Reverse;

use model::{Day, Outcome, Target};
use policy::rule::Level;

use super::clocks::met_by;
use super::person::Person;
use super::world::World;
use crate::carried_on::{carried_on, later, without_events};
use crate::decide::Verdict;

/// A law that is proved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Law {
    /// Somebody passes each way of each route, so that there is something to vary.
    Passes,
    /// Nothing is missing in a dossier that states every fact.
    Complete,
    /// More days of work never make the outcome worse.
    MoreWork,
    /// A later day makes the outcome worse only by expiry, a pilot or a time that begins, a finding of fraud, an honour that
    /// lapses, or a recorded year that enters or leaves a window.
    LaterDay,
    /// `earliest` of a not-yet is the first day on which it no longer fails.
    Earliest,
    /// `earliest` of what is eligible is the first day on which the clocks of a route that holds were met.
    Since,
}

/// A person for whom a law does not hold.
#[derive(Clone, PartialEq, Debug)]
pub struct Counterexample {
    /// The law.
    pub law: Law,
    /// The level asked for.
    pub level: Level,
    /// The target asked for.
    pub target: Target,
    /// The route whose conditions the person was made for.
    pub route: String,
    /// What is answered, and what should be.
    pub says: String,
    /// The person.
    pub person: Person,
}

/// How good an answer is: first the outcome, then the earlier day.
pub(super) type Worth = (u8, Reverse<Day>);

/// The worth of a verdict; `None` where facts are missing.
pub(super) fn worth(verdict: &Verdict) -> Option<Worth> {
    let rank = match verdict.outcome {
        Outcome::Held => 5,
        Outcome::Eligible => 4,
        Outcome::Referred => 3,
        Outcome::NotYet => 2,
        Outcome::NotEligible => 1,
        Outcome::NotGoverned => 0,
        Outcome::Undetermined => return None,
    };
    let day = if verdict.outcome == Outcome::NotYet { verdict.earliest } else { None };
    Some((rank, Reverse(day.unwrap_or(Day::FIRST))))
}

pub(super) fn told(verdict: &Verdict) -> String {
    match verdict.earliest {
        Some(day) => format!("{} ({day})", verdict.outcome),
        None => verdict.outcome.to_string(),
    }
}

/// What is wrong with the answers to one person; how many decisions were asked for.
pub(super) fn check(world: &World<'_>, person: &Person, verdict: &Verdict, asked: &mut usize) -> Option<(Law, String)> {
    if worth(verdict).is_none() {
        let missing: Vec<String> = verdict.missing.iter().map(ToString::to_string).collect();
        return Some((Law::Complete, format!("facts are missing although all are stated: {}", missing.join(", "))));
    }
    let fault = later_day(world, person, verdict, asked).map(|says| (Law::LaterDay, says));
    fault.or_else(|| match (verdict.outcome, verdict.earliest) {
        (Outcome::NotYet, Some(day)) => first_open(world, person, day, asked).map(|says| (Law::Earliest, says)),
        (Outcome::NotYet, None) => Some((Law::Earliest, "it is not yet, and no day is printed".to_owned())),
        (Outcome::Eligible, Some(day)) => first_met(world, person, day, asked).map(|says| (Law::Since, says)),
        _ => None,
    })
}

fn later_day(world: &World<'_>, person: &Person, today: &Verdict, asked: &mut usize) -> Option<String> {
    let (day, next) = (person.as_of, person.as_of.next());
    // Nothing is worse than what is not eligible, and what is not governed stands outside the order.
    if matches!(today.outcome, Outcome::NotEligible | Outcome::NotGoverned) {
        return None;
    }
    *asked += 1;
    let tomorrow = world.decide(&later(&person.dossier, day, next), person.standards, next);
    if worth(&tomorrow) >= worth(today) || turns(world, day) {
        return None;
    }
    let calm = without_events(&person.dossier, day);
    if calm != person.dossier {
        let before = world.decide(&calm, person.standards, day);
        let after = world.decide(&later(&calm, day, next), person.standards, next);
        *asked += 2;
        if worth(&after) >= worth(&before) {
            return None;
        }
    }
    let (today, tomorrow) = (told(today), told(&tomorrow));
    Some(format!("on {day} it is {today}, on {next} it is {tomorrow}, and nothing that may hurt happens between them"))
}

/// Whether the policy itself turns after the day: it ends, a pilot begins or ends, or a condition's time begins.
fn turns(world: &World<'_>, day: Day) -> bool {
    let policy = world.policy;
    let mut turns = policy.expires == Some(day);
    turns |= policy.pilots.iter().any(|pilot| pilot.during.from == day.next() || pilot.during.until == day);
    for route in &world.governed.routes {
        route.rule.leaves(&mut |leaf| turns |= leaf.during.is_some_and(|during| during.from == day.next()));
    }
    turns
}

fn first_open(world: &World<'_>, person: &Person, day: Day, asked: &mut usize) -> Option<String> {
    let as_of = person.as_of;
    if day <= as_of {
        return Some(format!("it is not yet on {as_of}, and the day printed is {day}"));
    }
    let on = |day: Day| world.decide_ever(&carried_on(&person.dossier, as_of, day), person.standards, day);
    *asked += 1;
    let then = on(day);
    if !matches!(then.outcome, Outcome::Eligible | Outcome::Referred) {
        return Some(format!("the day printed is {day}, and on that day it is {}", told(&then)));
    }
    let before = day.previous();
    if before == as_of {
        return None;
    }
    *asked += 1;
    let still = on(before);
    let same = still.outcome == Outcome::NotYet && still.earliest == Some(day);
    (!same && still.outcome != Outcome::NotGoverned)
        .then(|| format!("the day printed is {day}, and on {before} it is {}", told(&still)))
}

fn first_met(world: &World<'_>, person: &Person, day: Day, asked: &mut usize) -> Option<String> {
    if day > person.as_of {
        return Some(format!("it is eligible since {day}, which is later than the day asked about"));
    }
    *asked += 1;
    if !met_by(world, person, day) {
        return Some(format!("it is eligible since {day}, and on that day no route that holds had its clocks met"));
    }
    if day <= world.policy.effective {
        return None;
    }
    *asked += 1;
    met_by(world, person, day.previous())
        .then(|| format!("it is eligible since {day}, and the clocks were met the day before"))
}

#[cfg(test)]
#[path = "laws_tests.rs"]
mod tests;
