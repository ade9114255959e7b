//! The distinct conditions of a policy: which routes and pilots ask each, and which shared group it comes from.

use std::collections::HashMap;

use policy::condition::{Condition, Years};
use policy::rule::{Governed, Leaf, Route, Rule, Test};
use policy::{ClauseRef, Policy};
use schemars::JsonSchema;
use serde::Serialize;

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
    /// Which of several ways it belongs to, where one of them is enough.
    pub way: Option<Way>,
}

/// One of several ways, of which one is enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Way {
    /// Its number, from 1.
    pub number: usize,
    /// How many ways there are.
    pub of: usize,
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
                ways(&route.rule, None, &mut |leaf, way| {
                    let group = group_of(policy, route, leaf);
                    let asked = conditions.entry(leaf, group, way);
                    asked.shared = asked.shared.filter(|name| group == Some(*name));
                    asked.routes.push((governed, route));
                });
            }
        }
        for (number, pilot) in policy.pilots.iter().enumerate() {
            ways(&pilot.inside, None, &mut |leaf, way| conditions.entry(leaf, None, way).pilots.push(number));
        }
        conditions
    }

    fn entry(&mut self, leaf: &'p Leaf, shared: Option<&'p str>, way: Option<Way>) -> &mut AskedCondition<'p> {
        let place = self.all.iter().position(|asked| asked.leaf == leaf).unwrap_or_else(|| {
            self.all.push(AskedCondition { leaf, routes: Vec::new(), shared, pilots: Vec::new(), way });
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

/// Calls `visit` for every condition with the way that it belongs to. Honour lists are no ways: each says so itself.
fn ways<'r>(rule: &'r Rule, way: Option<Way>, visit: &mut impl FnMut(&'r Leaf, Option<Way>)) {
    match rule {
        Rule::All(rules) => rules.iter().for_each(|rule| ways(rule, way, visit)),
        Rule::Any(rules) => {
            let lists = |rule: &Rule| matches!(rule, Rule::Leaf(Leaf { test: Test::HonourList { .. }, .. }));
            let of = rules.len();
            let own = |number| (of > 1 && !rules.iter().all(lists)).then_some(Way { number, of });
            (1..).zip(rules).for_each(|(number, rule)| ways(rule, way.or(own(number)), visit));
        }
        Rule::SomeSkill(rule) | Rule::SomeTitle(rule) => ways(rule, way, visit),
        Rule::Headed(leaf, rule) => {
            visit(leaf, way);
            ways(rule, way, visit);
        }
        Rule::Leaf(leaf) => visit(leaf, way),
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

/// Whether a condition has a clock, so that there is a day on which it is first met.
pub(crate) fn has_clock(leaf: &Leaf) -> bool {
    let Test::Condition(condition) = &leaf.test else { return false };
    matches!(condition, Condition::Bar(_) | Condition::YearsAfter(_) | Condition::Work(_))
}

/// Whether a condition has a threshold: a number, a rank or a day on whose two sides answers differ.
pub(crate) fn has_threshold(leaf: &Leaf) -> bool {
    if leaf.counted.is_some() {
        return true;
    }
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
