//! The steps along one course: which awards each needs and when it closes again, the same on every way that goes over it.

use std::cell::OnceCell;

use super::closing::{Closing, closing};
use super::course::Course;
use super::needs::needs;
use super::person::Award;
use super::sights::Sights;
use super::{Reach, Step};
use crate::timeline::Standing;

/// The steps along a course on which levels stand at least so.
pub(super) struct Steps<'c> {
    pub course: &'c Course,
    pub sights: &'c Sights<'c>,
    least: Standing,
    /// For each target, once asked, the positions of those whose awards it needs.
    needs: Vec<OnceCell<Vec<usize>>>,
    /// For each target, once asked, when it closes again.
    closings: Vec<OnceCell<Option<Closing>>>,
}

impl<'c> Steps<'c> {
    pub fn new(sights: &'c Sights<'c>, course: &'c Course, least: Standing) -> Self {
        let targets = sights.planner.targets;
        let needs = targets.iter().map(|_| OnceCell::new()).collect();
        let closings = targets.iter().map(|_| OnceCell::new()).collect();
        Self { course, sights, least, needs, closings }
    }

    /// The positions of the levels whose awards a target needs.
    pub fn needs(&self, target: usize) -> &[usize] {
        let needs = self.needs.get(target).map(|known| known.get_or_init(|| self.needs_of(target)));
        needs.map_or(&[], Vec::as_slice)
    }

    fn needs_of(&self, target: usize) -> Vec<usize> {
        needs(self.sights, self.course, target, self.least)
    }

    fn closing(&self, target: usize) -> Option<Closing> {
        self.closings.get(target)?.get_or_init(|| self.closing_of(target)).clone()
    }

    fn closing_of(&self, target: usize) -> Option<Closing> {
        let arrival = self.course.arrivals.get(target)?.as_ref()?;
        let targets = self.sights.planner.targets;
        let award = |i: &usize| Some(self.course.arrivals.get(*i)?.as_ref()?.award(targets.get(*i)?));
        let awards: Vec<Award> = self.needs(target).iter().filter_map(award).collect();
        closing(self.sights, target, &awards, arrival.day, self.least)
    }

    /// The positions of a target and of all levels that it stands on.
    fn on_the_way(&self, target: usize) -> Vec<usize> {
        let mut needed: Vec<usize> = Vec::new();
        let mut waiting = vec![target];
        while let Some(next) = waiting.pop() {
            if !needed.contains(&next) {
                waiting.extend(self.needs(next));
                needed.push(next);
            }
        }
        needed
    }

    /// The way to a target.
    pub fn reach(&self, target: usize) -> Reach {
        let mut order = self.on_the_way(target);
        // What is granted on the day of another step comes before it where that one needs it.
        order.sort_by_key(|i| (self.course.day(*i), *i == target, self.needs(*i).len(), *i));
        let place = |i: &usize| order.iter().position(|other| other == i);
        let step = |i: &usize| {
            let arrival = self.course.arrivals.get(*i)?.clone()?;
            let needs = self.needs(*i).iter().filter_map(place).collect();
            Some(Step { target: *i, arrival, needs, closing: self.closing(*i) })
        };
        Reach { steps: order.iter().filter_map(step).collect() }
    }
}
