//! Evaluates a rule on facts that may be missing: settled where what is known settles it, open otherwise.

use policy::rule::{Leaf, Rule};

use crate::conditions::{Bound, Each, Wanted, each, found, of_none, settle};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing};

/// What is known of a rule: `None` where missing facts may still change it.
pub(crate) type Known = Option<Settled>;

/// One question about one person.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'q, 'a> {
    pub facts: &'q Facts<'a>,
    pub wanted: Wanted,
}

impl Asked<'_, '_> {
    /// Evaluates a rule for what carries it.
    pub fn rule(self, rule: &Rule, bound: Bound) -> Known {
        match rule {
            Rule::All(rules) => {
                let mut all: Option<Settled> = None;
                let mut open = false;
                for rule in rules {
                    match self.rule(rule, bound) {
                        Some(one) if one.line.never() => return Some(one),
                        Some(one) => all = Some(all.map_or_else(|| one.clone(), |all| all.meet(&one))),
                        None => open = true,
                    }
                }
                let all = all.unwrap_or_else(|| Settled::always(Standing::Yes));
                if open && !all.line.never() { None } else { Some(all) }
            }
            Rule::Any(rules) => self.any(rules.iter().map(|rule| self.rule(rule, bound))),
            Rule::SomeSkill(rule) => match self.facts.skills.as_ref()?.len() {
                0 => self.rule(rule, Bound { skill: None, ..bound }),
                count => self.any((0..count).map(|i| self.rule(rule, Bound { skill: Some(i), ..bound }))),
            },
            Rule::SomeTitle(rule) => match self.facts.titles.as_ref()?.len() {
                0 => self.rule(rule, Bound { title: None, ..bound }),
                count => self.any((0..count).map(|i| self.rule(rule, Bound { title: Some(i), ..bound }))),
            },
            Rule::SomeHonour(leaf) | Rule::Leaf(leaf) => self.leaf(leaf, bound),
        }
    }

    /// Evaluates one condition, over all elements of the list where it is asked of each.
    pub fn leaf(self, leaf: &Leaf, bound: Bound) -> Known {
        if let Some(found) = found(leaf, self.facts) {
            return Some(found);
        }
        let over = each(leaf, self.facts).ok()?;
        match over {
            Each::Once => settle(leaf, self.facts, self.wanted, bound, 0).ok(),
            Each::Some(0) | Each::Every(0) => Some(of_none(leaf, over)),
            Each::Some(count) => self.any((0..count).map(|i| settle(leaf, self.facts, self.wanted, bound, i).ok())),
            Each::Every(count) => {
                let mut all: Option<Settled> = None;
                let mut open = false;
                for i in 0..count {
                    match settle(leaf, self.facts, self.wanted, bound, i) {
                        Ok(one) => all = Some(all.map_or_else(|| one.clone(), |all| all.meet(&one))),
                        Err(_) => open = true,
                    }
                }
                let never = all.as_ref().is_some_and(|all| all.line.never());
                if open && !never { None } else { all }
            }
        }
    }

    /// One has to hold; one that always holds settles it whatever the open ones are.
    fn any(self, alternatives: impl Iterator<Item = Known>) -> Known {
        let mut best: Option<Settled> = None;
        let mut open = false;
        for one in alternatives {
            match one {
                Some(one) => best = Some(best.map_or_else(|| one.clone(), |best| best.join(&one))),
                None => open = true,
            }
        }
        let best = best.unwrap_or_else(|| Settled { met: Met::Timeless, ..Settled::always(Standing::No) });
        let for_ever = best.line == crate::timeline::Timeline::always(Standing::Yes);
        if open && !for_ever { None } else { Some(best) }
    }
}
