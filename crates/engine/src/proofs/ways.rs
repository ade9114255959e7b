//! The ways through a route as proofs go them: with the honours that open each.

use policy::Policy;
use policy::honours::HonourEntry;
use policy::rule::{Leaf, Route, Test};
use rustc_hash::FxHashSet;

use crate::ways;

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
    let plain = ways::ways(&route.rule, &|_| None).into_iter().map(|leaves| Way { leaves, honours: Vec::new() });
    let mut all: Vec<Way<'p>> = plain.flat_map(|way| honoured(policy, way)).collect();
    all.retain(|way| seen.insert(way.sort()));
    all.truncate(ways::MOST_WAYS);
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

/// The way with each honour of the lists that it asks for.
fn honoured<'p>(policy: &'p Policy, way: Way<'p>) -> Vec<Way<'p>> {
    let lists: Vec<(usize, u8)> = way
        .leaves
        .iter()
        .filter_map(|leaf| match leaf.test {
            Test::HonourList { list, at_least } => Some((list, at_least)),
            _ => None,
        })
        .collect();
    let mut all = vec![way];
    for (list, at_least) in lists {
        let entries: Vec<&HonourEntry> = policy.honours.entries.iter().filter(|entry| entry.list == list).collect();
        let with = |way: Way<'p>| {
            let each = entries.iter().map(|entry| {
                let mut way = way.clone();
                way.honours.push((*entry, at_least));
                way
            });
            each.collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(with).collect();
        let mut seen = FxHashSet::default();
        all.retain(|way| seen.insert(way.sort()));
    }
    all
}
