//! Honours within one document: a better rank or award of one honour opens at least as much as a worse one, and each name
//! stands for one honour.

use std::collections::BTreeMap;

use super::{Findings, fault};
use crate::honours::{HonourEntry, plain_honour};
use crate::pack::Policy;
use crate::rule::Test;

/// Awards from the best to the worst, in the words that documents use.
const LADDERS: &[&[&str]] = &[
    &["金牌", "银牌", "铜牌", "优胜奖"],
    &["金奖", "银奖", "铜奖", "优胜奖"],
    &["冠军", "亚军", "季军"],
    &["特等奖", "一等奖", "二等奖", "三等奖", "优秀奖"],
];

/// The parameter by which a list's clause says that its honours are ranked as they are on purpose: their names.
const ON_PURPOSE: &str = "ranked_on_purpose";

/// Of two rows of one honour, the one for the better rank or award opens at least as much.
pub(super) fn ranked(policy: &Policy, findings: &mut Findings) {
    let entries = &policy.honours.entries;
    for (i, one) in entries.iter().enumerate() {
        for other in entries.iter().skip(i + 1).filter(|other| plain_honour(&other.name) == plain_honour(&one.name)) {
            for (better, worse) in [(one, other), (other, one)] {
                let Some(by) = is_better(better, worse) else { continue };
                if opens(policy, better) >= opens(policy, worse) || on_purpose(policy, better) {
                    continue;
                }
                let (own, their) = (told(policy, better), told(policy, worse));
                let problem = format!("{} {by}: {own}, the worse one: {their}", better.name);
                let remedy = format!(
                    "correct the row that differs from the document, or name the honour under {ON_PURPOSE} of its clause"
                );
                findings.faults.push(fault(policy, "honours.csv", &clause(policy, better), problem, &remedy));
            }
        }
    }
}

/// How the first of two rows of one honour is the better one.
fn is_better(one: &HonourEntry, other: &HonourEntry) -> Option<String> {
    match (one.rank_at_most, other.rank_at_most) {
        (Some(own), Some(their)) if own < their && one.awards == other.awards => {
            return Some(format!("up to rank {own} opens less than up to rank {their}"));
        }
        _ => {}
    }
    for ladder in LADDERS {
        let places = |entry: &HonourEntry| -> Option<Vec<usize>> {
            entry.awards.iter().map(|award| ladder.iter().position(|own| own == award)).collect()
        };
        let (Some(own), Some(their)) = (places(one), places(other)) else { continue };
        if let (Some(own), Some(their)) = (own.iter().max(), their.iter().min())
            && own < their
        {
            let name = |place: &usize| ladder.get(*place).copied().unwrap_or_default();
            return Some(format!("with {} opens less than with {}", name(own), name(their)));
        }
    }
    None
}

/// How much a row opens: the title, whether without people's word, and for how few honours of its list.
fn opens(policy: &Policy, entry: &HonourEntry) -> (model::TitleTier, bool, std::cmp::Reverse<u8>) {
    (entry.opens, !entry.refer, std::cmp::Reverse(needed(policy, entry.list)))
}

fn told(policy: &Policy, entry: &HonourEntry) -> String {
    let how = if entry.refer { "refers" } else { "opens" };
    match needed(policy, entry.list) {
        1 => format!("{} {how} {}", clause(policy, entry), entry.opens),
        many => format!("{} {how} {} for {many} of them", clause(policy, entry), entry.opens),
    }
}

/// How many honours of a list are needed at least, over all routes that read it.
fn needed(policy: &Policy, list: usize) -> u8 {
    let mut needed: Option<u8> = None;
    for route in policy.governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| {
            if let Test::HonourList { list: own, at_least } = leaf.test
                && own == list
            {
                needed = Some(needed.map_or(at_least, |fewest| fewest.min(at_least)));
            }
        });
    }
    needed.unwrap_or(1)
}

fn clause(policy: &Policy, entry: &HonourEntry) -> String {
    policy.honours.lists.get(entry.list).map(|(clause, _)| clause.clone()).unwrap_or_default()
}

fn on_purpose(policy: &Policy, entry: &HonourEntry) -> bool {
    let clause = policy.clause_named(&clause(policy, entry)).and_then(|index| policy.clause(index));
    let named = clause.and_then(|clause| clause.parameters.get(ON_PURPOSE));
    let names =
        |value: &serde_json::Value| value.as_str().is_some_and(|name| plain_honour(name) == plain_honour(&entry.name));
    named.is_some_and(|named| names(named) || named.as_array().is_some_and(|all| all.iter().any(names)))
}

/// Each name and alias stands for one honour.
pub(super) fn names(policy: &Policy, findings: &mut Findings) {
    let mut known: BTreeMap<String, &HonourEntry> = BTreeMap::new();
    let entries = &policy.honours.entries;
    for entry in entries {
        known.entry(plain_honour(&entry.name)).or_insert(entry);
    }
    let mut told: Vec<(String, String)> = Vec::new();
    for entry in entries {
        for alias in &entry.aliases {
            let Some(other) = known.get(alias) else {
                known.insert(alias.clone(), entry);
                continue;
            };
            let (own, their) = (plain_honour(&entry.name), plain_honour(&other.name));
            if own == their && *alias != own {
                continue;
            }
            let pair = (alias.clone(), own.clone());
            if told.contains(&pair) {
                continue;
            }
            told.push(pair);
            let path = clause(policy, entry);
            if own == their {
                let problem = format!("the alias {alias} of {} is the name itself", entry.name);
                findings.notes.push(fault(policy, "honours.csv", &path, problem, "take it out"));
            } else {
                let problem = format!("{alias} stands for {} and for {}", entry.name, other.name);
                let remedy = "leave the alias with the honour that the document means";
                findings.faults.push(fault(policy, "honours.csv", &path, problem, remedy));
            }
        }
    }
}
