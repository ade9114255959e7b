//! The ways through a route: for every choice among its alternatives, the conditions that then have to hold.

use policy::Policy;
use policy::honours::HonourEntry;
use policy::rule::{Leaf, Route, Rule, Test};
use rustc_hash::FxHashSet;

/// The most ways of one route that are gone through.
const MOST_WAYS: usize = 256;

/// One way through a route.
#[derive(Clone)]
pub(super) struct Way<'p> {
    /// The conditions that have to hold.
    pub leaves: Vec<&'p Leaf>,
    /// The honours that open it: which entry, and how many are needed.
    pub honours: Vec<(&'p HonourEntry, u8)>,
}

/// Every way through a route; ways that differ only in the names of honours count once, because a name decides nothing but
/// which list is looked at.
pub(super) fn ways<'p>(policy: &'p Policy, route: &'p Route) -> Vec<Way<'p>> {
    let mut seen = FxHashSet::default();
    let mut all = vec![Way { leaves: Vec::new(), honours: Vec::new() }];
    extend(policy, &route.rule, &mut all);
    all.retain(|way| seen.insert(way.sort()));
    all
}

impl Way<'_> {
    fn sort(&self) -> String {
        let honour = |(entry, many): &(&HonourEntry, u8)| {
            let ranked = entry.rank_at_most.is_some();
            format!("{ranked} {} {} {} {many}", entry.awards.is_empty(), entry.refer, entry.skilled_worker)
        };
        let honours: Vec<String> = self.honours.iter().map(honour).collect();
        let conditions = self.leaves.iter().filter(|leaf| !matches!(leaf.test, Test::HonourList { .. }));
        let leaves: Vec<String> = conditions.map(|leaf| format!("{leaf:?}")).collect();
        format!("{honours:?}{leaves:?}")
    }
}

fn extend<'p>(policy: &'p Policy, rule: &'p Rule, all: &mut Vec<Way<'p>>) {
    match rule {
        Rule::All(rules) => rules.iter().for_each(|rule| extend(policy, rule, all)),
        // Where people judge every alternative, no fact of the dossier chooses among them.
        Rule::Any(rules) if rules.iter().all(judged) => {}
        Rule::Any(rules) => {
            let before = std::mem::take(all);
            for rule in rules {
                let mut own = before.clone();
                extend(policy, rule, &mut own);
                all.append(&mut own);
            }
            all.truncate(MOST_WAYS);
        }
        Rule::SomeSkill(rule) | Rule::SomeTitle(rule) | Rule::Headed(_, rule) => extend(policy, rule, all),
        Rule::Leaf(leaf) => {
            all.iter_mut().for_each(|way| way.leaves.push(leaf));
            let Test::HonourList { list, at_least } = leaf.test else { return };
            let before = std::mem::take(all);
            for entry in policy.honours.entries.iter().filter(|entry| entry.list == list) {
                all.extend(before.iter().cloned().map(|mut way| {
                    way.honours.push((entry, at_least));
                    way
                }));
            }
            let mut seen = FxHashSet::default();
            all.retain(|way| seen.insert(way.sort()));
        }
    }
}

fn judged(rule: &Rule) -> bool {
    let mut all = true;
    rule.leaves(&mut |leaf| all &= leaf.stage == model::Stage::Review);
    all
}
