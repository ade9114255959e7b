//! The distinct conditions of a policy: which routes and pilots ask each, and which shared group it comes from.

use std::collections::HashMap;

use policy::condition::{Condition, Years};
use policy::rule::{Governed, Leaf, Route, Test};
use policy::{ClauseRef, Policy};

/// A condition with those who ask it.
#[derive(Clone, Debug)]
pub struct AskedCondition<'p> {
    /// The condition.
    pub leaf: &'p Leaf,
    /// The routes that ask it, each with its level.
    pub routes: Vec<(&'p Governed, &'p Route)>,
    /// The shared group that all of these routes take it from.
    pub shared: Option<&'p str>,
    /// Positions of the pilots that ask it.
    pub pilots: Vec<usize>,
}

/// The distinct conditions of a policy, in the order of the pack.
#[derive(Clone, Debug, Default)]
pub struct Conditions<'p> {
    all: Vec<AskedCondition<'p>>,
    by_address: HashMap<usize, usize>,
}

impl<'p> Conditions<'p> {
    /// Those of a policy.
    #[must_use]
    pub fn of(policy: &'p Policy) -> Self {
        let mut conditions = Self::default();
        for governed in &policy.governed {
            for route in &governed.routes {
                route.rule.leaves(&mut |leaf| {
                    let group = group_of(policy, route, leaf);
                    let asked = conditions.entry(leaf, group);
                    asked.shared = asked.shared.filter(|name| group == Some(*name));
                    asked.routes.push((governed, route));
                });
            }
        }
        for (number, pilot) in policy.pilots.iter().enumerate() {
            pilot.inside.leaves(&mut |leaf| conditions.entry(leaf, None).pilots.push(number));
        }
        conditions
    }

    fn entry(&mut self, leaf: &'p Leaf, shared: Option<&'p str>) -> &mut AskedCondition<'p> {
        let place = self.all.iter().position(|asked| asked.leaf == leaf).unwrap_or_else(|| {
            self.all.push(AskedCondition { leaf, routes: Vec::new(), shared, pilots: Vec::new() });
            self.all.len() - 1
        });
        self.by_address.insert(address(&leaf.test), place);
        &mut self.all[place]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &AskedCondition<'p>)> {
        self.all.iter().enumerate()
    }

    /// Those of a clause.
    pub fn of_clause(&self, clause: ClauseRef) -> impl Iterator<Item = (usize, &AskedCondition<'p>)> {
        self.iter().filter(move |(_, asked)| asked.leaf.clause == clause)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The position of the condition that a compiled rule's test belongs to.
    pub(crate) fn position(&self, test: &Test) -> Option<usize> {
        self.by_address.get(&address(test)).copied()
    }
}

fn address(test: &Test) -> usize {
    std::ptr::from_ref(test).addr()
}

/// The shared group of a route that a condition comes from.
fn group_of<'p>(policy: &'p Policy, route: &Route, leaf: &Leaf) -> Option<&'p str> {
    let same = |written: &Leaf| Leaf { refer_to: leaf.refer_to, ..written.clone() } == *leaf;
    let groups = policy.shared.iter().filter(|(name, _)| route.with.contains(name));
    groups.into_iter().find(|(_, leaves)| leaves.iter().any(same)).map(|(name, _)| name.as_str())
}

/// Whether a condition has a threshold: a number, a rank or a day on whose two sides answers differ.
pub(crate) fn has_threshold(leaf: &Leaf) -> bool {
    let Test::Condition(condition) = &leaf.test else { return matches!(leaf.test, Test::HonourList { .. }) };
    match condition {
        Condition::Reviews(_)
        | Condition::Hours(_)
        | Condition::Education(_)
        | Condition::Bar(_)
        | Condition::FraudReferral(_)
        | Condition::HoldsSkill(_)
        | Condition::Skill(_)
        | Condition::Title(_)
        | Condition::YearsAfter(_)
        | Condition::Honour(_)
        | Condition::Honours(_) => true,
        Condition::Work(test) => matches!(test.years, Years::Printed(_) | Years::General(_) | Years::Left(_)),
        Condition::Status(_)
        | Condition::EmployerKind(_)
        | Condition::UpperLevel(_)
        | Condition::EmployerNamed(_)
        | Condition::SpecialtyAmong(_)
        | Condition::Field(_)
        | Condition::Post(_)
        | Condition::Appointed(_)
        | Condition::Catalogue(_)
        | Condition::Related(_)
        | Condition::Specialty(_)
        | Condition::TitleSpecialty(_)
        | Condition::SeriesLeft(_)
        | Condition::LevelLeft(_)
        | Condition::ByFinding(_)
        | Condition::Judged(_)
        | Condition::LeftTo(_) => false,
    }
}
