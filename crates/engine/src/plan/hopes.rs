//! Which missing facts may change the plan of a level.
//!
//! A plan is a function of the whole person: each completion of the missing facts has a day for each level, by the rules
//! alone and where people decide, or none. A fact is missing of a level where one of these days differs with it. The
//! days are not worked out for each completion; they lie between two courses:
//!
//! - The *sure* course takes what opens whatever the missing facts are. No completion is later.
//! - The *best* course takes every level on the first day on which it opens with any completion, given all that was taken
//!   before. No completion is earlier, for it has been granted no more by any day, and a further record never closes anything.
//!
//! Where both have the same day for a level, so has every completion: nothing is missing. Where the best is earlier, it is so
//! by facts: those that tell the completions apart on the day on which it opens; or, where it opens that day with all of them,
//! those by which the awards that it needs came earlier, or might be held already, and so back to the first hope. Each hope
//! names at least one fact, so an earlier day always does. What gave hope along the sure course of something earlier than its day is
//! named too.
//!
//! What is unstated may be already what could be granted: an award adds nothing to a list of certificates or titles that is
//! not stated, nor a hoped-for appointment to a post that isn't.

use model::paths::FactPath;

use super::course::Course;
use super::steps::Steps;

/// A sure course and the best one beside it.
pub(super) struct Hopes<'c> {
    pub sure: &'c Course,
    pub best: &'c Steps<'c>,
}

impl Hopes<'_> {
    /// The facts by which a level may come sooner than it surely does, or at all; none where none may.
    pub fn facts(&self, target: usize) -> Vec<FactPath> {
        if !self.sooner(target) {
            return Vec::new();
        }
        let sure = self.sure.day(target);
        let on_the_way = self.sure.hopes.get(target).into_iter().flatten();
        let on_the_way = on_the_way.filter(|hope| sure.is_none_or(|sure| hope.day < sure));
        let mut facts: Vec<FactPath> = on_the_way.flat_map(|hope| hope.facts.iter().copied()).collect();
        self.behind(target, &mut facts);
        facts
    }

    /// Whether the best course has a level before the sure one.
    fn sooner(&self, target: usize) -> bool {
        let (sure, best) = (self.sure.day(target), self.best.course.day(target));
        best.is_some_and(|best| sure.is_none_or(|sure| best < sure))
    }

    /// Adds the facts that the best day of a level hopes on; where it opens whatever is missing, those behind the awards that
    /// it needs.
    fn behind(&self, target: usize, facts: &mut Vec<FactPath>) {
        let (mut waiting, mut met) = (vec![target], vec![target]);
        while let Some(next) = waiting.pop() {
            let hoped_on = self.best.course.arrival(next).map_or(&[][..], |arrival| &arrival.hoped_on);
            facts.extend_from_slice(hoped_on);
            if !hoped_on.is_empty() || !self.sooner(next) {
                continue;
            }
            for needed in self.best.needs(next) {
                facts.extend_from_slice(self.best.sights.may_hold(*needed));
                if !met.contains(needed) {
                    met.push(*needed);
                    waiting.push(*needed);
                }
            }
        }
    }
}
