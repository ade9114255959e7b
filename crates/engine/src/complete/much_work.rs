//! Many missing facts about work: too many to try every combination of them.

use model::paths::FactPath;
use policy::rule::Leaf;

use super::{Builder, MOST_FACTS_ASKED};
use crate::conditions::Bound;
use crate::diagram::Id;
use crate::domain::{Guess, guesses};
use crate::pool::told_apart_by_work;
use crate::timeline::{Standing, Timeline};

impl Builder<'_, '_> {
    /// In how many ways the missing facts about work can be combined.
    pub(super) fn work_combinations(&self) -> usize {
        let sorts = told_apart_by_work(&self.base, self.governed, &self.pool).len();
        self.facts.work.iter().flatten().fold(1_usize, |ways, work| {
            let either = |missing: bool| if missing { 2 } else { 1 };
            let occupation = if work.occupation.is_none() { sorts } else { 1 };
            ways.saturating_mul(either(work.from.is_none()) * either(work.to.is_none()) * occupation)
        })
    }

    /// Many missing facts about work: more work never hurts, so the worst and the best of all settle whether they
    /// matter; each that alone changes the worst or the best is taken to matter.
    pub(super) fn much_missing_work(&mut self, leaf: &Leaf, bound: Bound, first: FactPath) -> Id {
        let mut asked = vec![first];
        let mut best = first;
        let worst_line = loop {
            self.guess_work(best, false);
            match self.settle(leaf, bound, 0) {
                Err(path @ FactPath::WorkItem(..)) if !self.too_large() && asked.len() < MOST_FACTS_ASKED => {
                    asked.push(path);
                    best = path;
                }
                Err(other @ FactPath::WorkItem(..)) => {
                    asked.iter().for_each(|path| self.facts.assume(*path, None));
                    let (worst, best) = (Timeline::always(Standing::No), Timeline::always(Standing::Yes));
                    self.tried = usize::MAX / 2;
                    let kids = vec![self.lines.end(best), self.lines.end(worst)];
                    return self.lines.case(other, kids);
                }
                Err(other) => {
                    asked.iter().for_each(|path| self.facts.assume(*path, None));
                    return self.split(other, |builder| builder.element(leaf, bound, 0));
                }
                Ok(line) => break line,
            }
        };
        // At their best, records can ask for more than at their worst, where they do not count at all.
        asked.iter().for_each(|path| self.guess_work(*path, true));
        let best_line = loop {
            match self.settle(leaf, bound, 0) {
                Ok(line) => break line,
                Err(path @ FactPath::WorkItem(..)) if !self.too_large() && asked.len() < MOST_FACTS_ASKED => {
                    asked.push(path);
                    self.guess_work(path, true);
                }
                Err(_) => break Timeline::always(Standing::Yes),
            }
        };
        asked.iter().for_each(|path| self.guess_work(*path, false));
        let lines_with = |builder: &mut Self, path: FactPath, good: bool| {
            builder.guess_work(path, good);
            let line = builder.settle(leaf, bound, 0);
            builder.guess_work(path, !good);
            line
        };
        let mut matter: Vec<FactPath> = Vec::new();
        for path in asked.clone() {
            if self.too_large() {
                break;
            }
            if lines_with(self, path, true).is_ok_and(|line| line != worst_line) {
                matter.push(path);
            }
        }
        self.matter_in_one_record(leaf, bound, &asked, &mut matter);
        asked.iter().for_each(|path| self.guess_work(*path, true));
        for path in asked.clone() {
            if self.too_large() {
                break;
            }
            if !matter.contains(&path) && lines_with(self, path, false).is_ok_and(|line| line != best_line) {
                matter.push(path);
            }
        }
        asked.iter().for_each(|path| self.facts.assume(*path, None));
        let (worst, mut id) = (self.lines.end(worst_line), self.lines.end(best_line));
        matter.sort_unstable();
        for path in matter.into_iter().rev() {
            self.asks_for(path, leaf);
            id = self.lines.case(path, vec![id, worst]);
        }
        id
    }

    /// Notes the facts that change what their own record gives while all other records are at their worst.
    fn matter_in_one_record(&mut self, leaf: &Leaf, bound: Bound, asked: &[FactPath], matter: &mut Vec<FactPath>) {
        let index = |path: FactPath| if let FactPath::WorkItem(index, _) = path { Some(index) } else { None };
        let mut records: Vec<Option<u32>> = asked.iter().map(|path| index(*path)).collect();
        records.sort_unstable();
        records.dedup();
        for record in records {
            if self.too_large() {
                return;
            }
            let own: Vec<FactPath> = asked.iter().copied().filter(|path| index(*path) == record).collect();
            own.iter().for_each(|path| self.guess_work(*path, true));
            let best = self.settle(leaf, bound, 0).ok();
            for path in &own {
                self.guess_work(*path, false);
                let differs = self.settle(leaf, bound, 0).ok() != best;
                self.guess_work(*path, true);
                if differs && !matter.contains(path) {
                    matter.push(*path);
                }
            }
            own.iter().for_each(|path| self.guess_work(*path, false));
        }
    }

    /// Takes the best or the worst value of a fact about work.
    fn guess_work(&mut self, path: FactPath, good: bool) {
        let guess = match path {
            FactPath::WorkItem(_, "occupation") => {
                let own = self.facts.occupation.or_else(|| self.facts.skills.as_ref()?.first()?.occupation);
                let stranger = self.pool.last().copied();
                if good { own.or(stranger) } else { stranger }.map(Guess::Occupation)
            }
            _ => {
                let domain = guesses(path, &self.base, self.governed, &self.pool);
                if good { domain.first().cloned() } else { domain.last().cloned() }
            }
        };
        self.facts.assume(path, guess);
    }
}
