//! Whether the clocks of what holds today were met on an earlier day; counted anew, without the days that the engine notes.

use model::Day;
use policy::condition::Condition;
use policy::rule::{Leaf, Rule, Test};

use super::person::Person;
use super::world::World;
use crate::conditions::{Bound, Each, Wanted, each, found, settle};
use crate::evaluate::Asked;
use crate::facts::Facts;
use crate::timeline::Standing;

/// Whether some route holds for the person on the day asked about, and all of its clocks were met by `day`.
pub(super) fn met_by(world: &World<'_>, person: &Person, day: Day) -> bool {
    let today = world.facts(&person.dossier, person.standards, person.as_of);
    let then = world.facts(&person.dossier, person.standards, day);
    let both = Both { today: &today, then: &then, wanted: world.wanted };
    world.governed.routes.iter().any(|route| both.rule(&route.rule, Bound::default()))
}

/// The same person's facts on both days.
struct Both<'f, 'a> {
    today: &'f Facts<'a>,
    then: &'f Facts<'a>,
    wanted: Wanted,
}

impl Both<'_, '_> {
    fn rule(&self, rule: &Rule, bound: Bound) -> bool {
        match rule {
            Rule::All(rules) => rules.iter().all(|rule| self.rule(rule, bound)),
            Rule::Any(rules) => rules.iter().any(|rule| self.rule(rule, bound)),
            Rule::SomeSkill(inner) => match self.today.skills.as_ref().map_or(0, Vec::len) {
                0 => self.rule(inner, Bound { skill: None, ..bound }),
                count => (0..count).any(|i| self.rule(inner, Bound { skill: Some(i), ..bound })),
            },
            Rule::SomeTitle(inner) => match self.today.titles.as_ref().map_or(0, Vec::len) {
                0 => self.rule(inner, Bound { title: None, ..bound }),
                count => (0..count).any(|i| self.rule(inner, Bound { title: Some(i), ..bound })),
            },
            Rule::Headed(leaf, inner) => match found(leaf, self.today) {
                Some(found) => found.line.today() == Standing::Yes,
                None => self.rule(inner, bound),
            },
            Rule::Leaf(leaf) => self.leaf(leaf, bound),
        }
    }

    fn leaf(&self, leaf: &Leaf, bound: Bound) -> bool {
        let asked = Asked { facts: self.today, wanted: self.wanted };
        let holds = asked.leaf(leaf, bound).is_some_and(|one| one.line.today() == Standing::Yes);
        let clock = match &leaf.test {
            Test::HonourList { .. } => true,
            Test::Condition(one) => matches!(one, Condition::Bar(_) | Condition::YearsAfter(_) | Condition::Work(_)),
            Test::Heading => false,
        };
        if !holds || !clock || leaf.during.is_some() || found(leaf, self.today).is_some() {
            return holds;
        }
        match each(leaf, self.today) {
            Ok(Each::Once) => self.bound_then(bound).is_some_and(|then| self.holds(self.then, leaf, then, 0)),
            Ok(Each::Every(count)) => (0..count).all(|i| self.element(leaf, bound, i)),
            Ok(Each::Some(count, needed)) => {
                let met = (0..count).filter(|i| self.element(leaf, bound, *i)).count();
                met >= usize::from(needed)
            }
            Err(_) => false,
        }
    }

    /// Whether an element of a list holds today, and its clock was met on the earlier day: an honour was given by then, a
    /// finding lay so far back already.
    fn element(&self, leaf: &Leaf, bound: Bound, element: usize) -> bool {
        let then = match &leaf.test {
            Test::HonourList { .. } => {
                let honour = self.today.honours.as_ref().and_then(|all| all.get(element));
                honour.and_then(|one| one.date).is_some_and(|given| given <= self.then.as_of)
            }
            _ => {
                let index = self.today.sanctions.as_ref().and_then(|all| all.get(element)).map(|one| one.index);
                let all = self.then.sanctions.as_ref();
                let position = all.and_then(|all| all.iter().position(|one| Some(one.index) == index));
                position.is_some_and(|position| self.holds(self.then, leaf, bound, position))
            }
        };
        then && self.holds(self.today, leaf, bound, element)
    }

    fn holds(&self, facts: &Facts<'_>, leaf: &Leaf, bound: Bound, element: usize) -> bool {
        settle(leaf, facts, self.wanted, bound, element).is_ok_and(|one| one.line.today() == Standing::Yes)
    }

    /// What carries the route today, where it stood in the lists of the earlier day; `None` where it was not there yet.
    fn bound_then(&self, bound: Bound) -> Option<Bound> {
        let skill = match bound.skill(self.today).map(|one| one.index) {
            Some(index) => Some(self.then.skills.as_ref()?.iter().position(|one| one.index == index)?),
            None => None,
        };
        let title = match bound.title(self.today).map(|one| one.index) {
            Some(index) => Some(self.then.titles.as_ref()?.iter().position(|one| one.index == index)?),
            None => None,
        };
        Some(Bound { skill, title })
    }
}
