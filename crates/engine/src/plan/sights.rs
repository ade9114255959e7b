//! What is seen while one plan is made: how the levels stand from a day on, for the person with certain awards. The courses of
//! a plan, and the questions which awards a step needs and when it closes, meet the same sights; each is looked at once.

use std::cell::RefCell;
use std::rc::Rc;

use model::paths::FactPath;
use model::{Day, Target};

use super::Planner;
use super::doubts::may_hold;
use super::outlook::{Outlook, Reading, readings};
use super::person::{Award, person};
use crate::decide::decide_by;
use crate::facts::Facts;

/// The sights of one plan. They depend on nothing but the planner, the day and the awards, whatever the course.
pub(super) struct Sights<'p> {
    pub planner: &'p Planner<'p>,
    /// For each target the facts that may have it that the level is held already.
    may_hold: Vec<Vec<FactPath>>,
    seen: RefCell<Vec<Sight>>,
}

/// The person on one day, with what has been granted by then.
struct Sight {
    day: Day,
    awards: Vec<Award>,
    /// What was seen of each target that was looked at.
    levels: Vec<Option<Seen>>,
}

/// What is seen of one level.
#[derive(Clone)]
pub(super) struct Seen {
    /// How it stands.
    pub outlook: Rc<Outlook>,
    /// The facts that its answer asks for: where missing ones may change it, and the question was put.
    pub asked_for: Option<Rc<[FactPath]>>,
}

impl<'p> Sights<'p> {
    /// Nothing has been seen yet; `facts` are those of the first day, as the rules of each road read them.
    pub fn new(planner: &'p Planner<'p>, facts: &[Facts<'_>]) -> Self {
        let of = |target: &Target| facts.iter().flat_map(|facts| may_hold(facts, target)).collect();
        Self { planner, may_hold: planner.targets.iter().map(of).collect(), seen: RefCell::default() }
    }

    /// The facts that may have it that the level of a target is held already; none where that is known.
    pub fn may_hold(&self, target: usize) -> &[FactPath] {
        self.may_hold.get(target).map_or(&[], Vec::as_slice)
    }

    /// How one target stands from a day on, with those of the awards that have been granted by then.
    pub fn outlook(&self, day: Day, awards: &[Award], target: usize) -> Rc<Outlook> {
        self.look(day, awards, &[target], false).pop().map(|seen| seen.outlook).unwrap_or_default()
    }

    /// Looks at these targets; where it `asks`, also for the facts that their answers ask for.
    pub fn look(&self, day: Day, awards: &[Award], targets: &[usize], asks: bool) -> Vec<Seen> {
        let granted = || awards.iter().filter(|award| award.day <= day);
        let mut all = self.seen.borrow_mut();
        let known = all.iter().position(|sight| sight.day == day && sight.awards.iter().eq(granted()));
        let place = known.unwrap_or(all.len());
        if known.is_none() {
            let levels = self.planner.targets.iter().map(|_| None).collect();
            all.push(Sight { day, awards: granted().cloned().collect(), levels });
        }
        all.get_mut(place).map(|sight| sight.look(self.planner, targets, asks)).unwrap_or_default()
    }
}

impl Sight {
    fn look(&mut self, planner: &Planner<'_>, targets: &[usize], asks: bool) -> Vec<Seen> {
        let unseen = |i: &usize| !self.levels.get(*i).and_then(Option::as_ref).is_some_and(|seen| seen.answers(asks));
        let unseen: Vec<usize> = targets.iter().copied().filter(unseen).collect();
        if !unseen.is_empty() {
            let person = person(planner.dossier, planner.as_of, self.day, &self.awards);
            let readings = readings(planner.roads, planner.national, planner.standards, &person, self.day);
            for i in unseen {
                let (Some(slot), Some(target)) = (self.levels.get_mut(i), planner.targets.get(i)) else { continue };
                let outlook = slot.take().map(|seen| seen.outlook);
                let outlook = outlook.unwrap_or_else(|| Rc::new(Outlook::of(&readings, target)));
                let open = asks && outlook.open.is_some();
                *slot = Some(Seen { outlook, asked_for: open.then(|| asked_for(&readings, target).into()) });
            }
        }
        targets.iter().filter_map(|i| self.levels.get(*i)?.clone()).collect()
    }
}

impl Seen {
    /// Whether nothing more has to be looked at.
    fn answers(&self, asks: bool) -> bool {
        !asks || self.outlook.open.is_none() || self.asked_for.is_some()
    }
}

/// The facts that the answer of a day asks for, past the last day of the rules too.
fn asked_for(readings: &[Reading<'_>], target: &Target) -> Vec<FactPath> {
    let missing = |reading: &Reading<'_>| {
        let governed = reading.facts.policy.governed.iter().find(|governed| governed.serves(target))?;
        Some(decide_by(&reading.facts, governed, target).missing)
    };
    readings.iter().filter_map(missing).flatten().collect()
}
