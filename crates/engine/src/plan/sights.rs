//! What is seen while one plan is made: how the levels stand from a day on, for the person with certain awards. The courses of
//! a plan, and the questions which awards a step needs and when it closes, meet the same sights; each is looked at once.

use std::cell::RefCell;
use std::rc::Rc;

use model::paths::FactPath;
use model::{Day, Target};

use super::Planner;
use super::doubts::may_hold;
use super::outlook::{Outlook, readings};
use super::person::{Award, person};
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
    /// How each target stands that was looked at.
    levels: Vec<Option<Rc<Outlook>>>,
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
        self.look(day, awards, &[target]).pop().unwrap_or_default()
    }

    /// Looks at these targets.
    pub fn look(&self, day: Day, awards: &[Award], targets: &[usize]) -> Vec<Rc<Outlook>> {
        let granted = || awards.iter().filter(|award| award.day <= day);
        let mut all = self.seen.borrow_mut();
        let known = all.iter().position(|sight| sight.day == day && sight.awards.iter().eq(granted()));
        let place = known.unwrap_or(all.len());
        if known.is_none() {
            let levels = self.planner.targets.iter().map(|_| None).collect();
            all.push(Sight { day, awards: granted().cloned().collect(), levels });
        }
        all.get_mut(place).map(|sight| sight.look(self.planner, targets)).unwrap_or_default()
    }
}

impl Sight {
    fn look(&mut self, planner: &Planner<'_>, targets: &[usize]) -> Vec<Rc<Outlook>> {
        let unseen = |i: &usize| self.levels.get(*i).is_some_and(Option::is_none);
        let unseen: Vec<usize> = targets.iter().copied().filter(unseen).collect();
        if !unseen.is_empty() {
            let person = person(planner.dossier, planner.as_of, self.day, &self.awards);
            let readings = readings(planner, &person, &self.awards, self.day);
            for i in unseen {
                if let (Some(slot), Some(target)) = (self.levels.get_mut(i), planner.targets.get(i)) {
                    *slot = Some(Rc::new(Outlook::of(&readings, target)));
                }
            }
        }
        targets.iter().filter_map(|i| self.levels.get(*i)?.clone()).collect()
    }
}
