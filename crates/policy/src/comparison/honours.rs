//! The honour lists of two policies: for each honour the highest title that it opens.

use super::{About, Opened, Point, Provision, Says};
use crate::honours::{HonourEntry, plain_honour};
use crate::pack::Policy;

/// One honour with its entries in both policies.
struct Named<'p> {
    name: &'p str,
    /// Plain names by which it is known.
    names: Vec<String>,
    a: Vec<Provision<'p>>,
    b: Vec<Provision<'p>>,
}

/// Every honour of both policies, matched by name and alias.
pub(super) fn honours<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let mut all: Vec<Named<'p>> = Vec::new();
    for (policy, first) in [(a, true), (b, false)] {
        for entry in &policy.honours.entries {
            let names = names(entry);
            let known = all.iter().position(|one| one.names.iter().any(|name| names.contains(name)));
            let index = known.unwrap_or_else(|| {
                all.push(Named { name: &entry.name, names: Vec::new(), a: Vec::new(), b: Vec::new() });
                all.len() - 1
            });
            let Some(honour) = all.get_mut(index) else { continue };
            honour.names.extend(names);
            let side = if first { &mut honour.a } else { &mut honour.b };
            side.push(provision(policy, entry));
        }
    }
    all.into_iter().filter_map(|one| Point::whole(one_document, About::Honour(one.name), one.a, one.b)).collect()
}

fn names(entry: &HonourEntry) -> Vec<String> {
    std::iter::once(plain_honour(&entry.name)).chain(entry.aliases.iter().cloned()).collect()
}

fn provision<'p>(policy: &'p Policy, entry: &'p HonourEntry) -> Provision<'p> {
    let opened = Opened {
        tier: entry.opens,
        rank_at_most: entry.rank_at_most,
        awards: &entry.awards,
        refer: entry.refer,
        skilled_worker: entry.skilled_worker,
    };
    Provision::new(Says::Honour(opened), policy.honours.lists.get(entry.list).map(|(clause, _)| clause))
}
