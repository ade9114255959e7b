//! What is known to hold today although something is missing: the rest can only add to it, or change later days.

use model::paths::FactPath;
use policy::condition::Carrier;
use policy::rule::{Leaf, Rule, Test};

use crate::conditions::{Bound, Each, at_worst, each, found, of_none, settle};
use crate::evaluate::Asked;
use crate::timeline::{Met, Settled, Standing};

/// Since when it has been met, where it holds today.
pub(crate) fn today(one: &Settled) -> Option<Met> {
    (one.line.today() == Standing::Yes).then_some(one.met)
}

fn either(all: impl Iterator<Item = Option<Met>>) -> Option<Met> {
    all.flatten().reduce(Met::either)
}

impl Asked<'_, '_> {
    /// Since when a rule has been met, where it is known to hold on the day asked about.
    pub fn holds(self, rule: &Rule, bound: Bound) -> Option<Met> {
        match rule {
            Rule::All(rules) => {
                rules.iter().try_fold(Met::Timeless, |met, rule| Some(met.both(self.holds(rule, bound)?)))
            }
            Rule::Any(rules) => either(rules.iter().map(|rule| self.holds(rule, bound))),
            Rule::SomeSkill(rule) => match self.facts.skills.as_ref().map(Vec::len) {
                None if !self.free(rule, Carrier::Skill) => None,
                None | Some(0) => self.holds(rule, Bound { skill: None, ..bound }),
                Some(count) => either((0..count).map(|i| self.holds(rule, Bound { skill: Some(i), ..bound }))),
            },
            Rule::SomeTitle(rule) => match self.facts.titles.as_ref().map(Vec::len) {
                None if !self.free(rule, Carrier::Title) => None,
                None | Some(0) => self.holds(rule, Bound { title: None, ..bound }),
                Some(count) => either((0..count).map(|i| self.holds(rule, Bound { title: Some(i), ..bound }))),
            },
            Rule::Headed(leaf, rule) => match found(leaf, self.facts) {
                Some(found) => today(&found),
                None => self.holds(rule, bound),
            },
            Rule::Leaf(leaf) => self.leaf_holds(leaf, bound),
        }
    }

    /// Whether findings settle all that a rule asks of its carrier.
    fn free(self, rule: &Rule, carrier: Carrier) -> bool {
        let mut free = true;
        rule.leaves(&mut |leaf| {
            let reads = matches!(&leaf.test, Test::Condition(condition) if condition.carrier() == Some(carrier));
            free &= !reads || found(leaf, self.facts).is_some();
        });
        free
    }

    /// Since when a condition has been met, where it is known to hold on the day asked about.
    pub fn leaf_holds(self, leaf: &Leaf, bound: Bound) -> Option<Met> {
        if let Some(found) = found(leaf, self.facts) {
            return today(&found);
        }
        let one = |i: usize| match settle(leaf, self.facts, self.wanted, bound, i) {
            Ok(one) => today(&one),
            Err(FactPath::WorkItem(..)) => today(&at_worst(leaf, self.facts, self.wanted, bound)?),
            Err(_) => None,
        };
        match each(leaf, self.facts).ok()? {
            Each::Once => one(0),
            over @ (Each::Some(0, _) | Each::Every(0)) => today(&of_none(leaf, over, self.facts)),
            Each::Some(count, 1) => either((0..count).map(one)),
            Each::Some(count, needed) => {
                let mut met: Vec<Met> = (0..count).filter_map(one).collect();
                met.sort_unstable_by_key(|met| met.rank());
                met.get(usize::from(needed).checked_sub(1)?).copied()
            }
            Each::Every(count) => (0..count).try_fold(Met::Timeless, |met, i| Some(met.both(one(i)?))),
        }
    }
}
