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

/// Gathers conditions that all have to hold.
pub(crate) struct AllOf {
    settled: Settled,
    open: bool,
}

impl AllOf {
    pub fn new() -> Self {
        Self { settled: Settled::always(Standing::Yes), open: false }
    }

    /// Adds one; `true` where nothing can change the whole any more.
    pub fn add(&mut self, one: Known) -> bool {
        match one {
            Some(one) if one.line.constant() == Some(Standing::Yes) => {
                self.settled.met = self.settled.met.both(one.met)
            }
            Some(one) => {
                let before = std::mem::replace(&mut self.settled, Settled::always(Standing::Yes));
                self.settled = before.meet(one);
            }
            None => self.open = true,
        }
        self.settled.line.never()
    }

    pub fn known(self) -> Known {
        if self.open && !self.settled.line.never() { None } else { Some(self.settled) }
    }
}

/// Gathers alternatives of which one has to hold.
pub(crate) struct AnyOf {
    settled: Settled,
    open: bool,
    /// Since when an open one is known to hold today.
    held: Option<Met>,
}

impl AnyOf {
    pub fn new() -> Self {
        Self { settled: Settled::always(Standing::No), open: false, held: None }
    }

    /// Adds one; `holds` says since when it is known to hold today, where it is open.
    pub fn add(&mut self, one: Known, holds: impl FnOnce() -> Option<Met>) {
        match one {
            Some(one) if one.line.never() => {}
            Some(one) => {
                let before = std::mem::replace(&mut self.settled, Settled::always(Standing::No));
                self.settled = before.join(one);
            }
            None => {
                self.open = true;
                self.held = self.held.into_iter().chain(holds()).reduce(Met::either);
            }
        }
    }

    /// One that always holds settles it whatever the open ones are.
    pub fn known(self) -> Known {
        if self.open && self.settled.line.constant() != Some(Standing::Yes) {
            return None;
        }
        let met = self.held.map_or(self.settled.met, |held| held.either(self.settled.met));
        Some(Settled { met, ..self.settled })
    }
}

impl Asked<'_, '_> {
    /// Evaluates a rule for what carries it.
    pub fn rule(self, rule: &Rule, bound: Bound) -> Known {
        match rule {
            Rule::All(rules) => {
                let mut all = AllOf::new();
                for rule in rules {
                    if all.add(self.rule(rule, bound)) {
                        break;
                    }
                }
                all.known()
            }
            Rule::Any(rules) => {
                let mut any = AnyOf::new();
                rules.iter().for_each(|rule| any.add(self.rule(rule, bound), || self.holds(rule, bound)));
                any.known()
            }
            Rule::SomeSkill(rule) => match self.facts.skills.as_ref()?.len() {
                0 => self.rule(rule, Bound { skill: None, ..bound }),
                count => self.some(rule, (0..count).map(|i| Bound { skill: Some(i), ..bound })),
            },
            Rule::SomeTitle(rule) => match self.facts.titles.as_ref()?.len() {
                0 => self.rule(rule, Bound { title: None, ..bound }),
                count => self.some(rule, (0..count).map(|i| Bound { title: Some(i), ..bound })),
            },
            Rule::Headed(leaf, rule) => found(leaf, self.facts).or_else(|| self.rule(rule, bound)),
            Rule::Leaf(leaf) => self.leaf(leaf, bound),
        }
    }

    fn some(self, rule: &Rule, carriers: impl Iterator<Item = Bound>) -> Known {
        let mut any = AnyOf::new();
        carriers.for_each(|bound| any.add(self.rule(rule, bound), || self.holds(rule, bound)));
        any.known()
    }

    /// Evaluates one condition, over all elements of the list where it is asked of each.
    pub fn leaf(self, leaf: &Leaf, bound: Bound) -> Known {
        if let Some(found) = found(leaf, self.facts) {
            return Some(found);
        }
        let one = |i: usize| settle(leaf, self.facts, self.wanted, bound, i).ok();
        match each(leaf, self.facts).ok()? {
            Each::Once => one(0),
            over @ (Each::Some(0, _) | Each::Every(0)) => Some(of_none(leaf, over, self.facts)),
            Each::Some(count, 1) => any((0..count).map(one)),
            Each::Some(count, needed) => at_least(needed, (0..count).map(one)),
            Each::Every(count) => {
                let mut all = AllOf::new();
                for i in 0..count {
                    all.add(one(i));
                }
                all.known()
            }
        }
    }
}

fn any(alternatives: impl Iterator<Item = Known>) -> Known {
    let mut gathered = AnyOf::new();
    for one in alternatives {
        gathered.add(one, || None);
    }
    gathered.known()
}

/// So many of them have to hold: `most[n]` is whether more than `n` of those seen so far do.
fn at_least(needed: u8, elements: impl Iterator<Item = Known>) -> Known {
    let mut most: Vec<Known> = vec![Some(Settled::always(Standing::No)); usize::from(needed)];
    for element in elements {
        for n in (0..most.len()).rev() {
            let mut both = AllOf::new();
            both.add(element.clone());
            if let Some(fewer) = n.checked_sub(1).and_then(|fewer| most.get(fewer)) {
                both.add(fewer.clone());
            }
            let with = both.known();
            if let Some(slot) = most.get_mut(n) {
                *slot = any([slot.take(), with].into_iter());
            }
        }
    }
    most.pop().flatten()
}
