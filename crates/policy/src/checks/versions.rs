//! Versions of one place: after the last day of one the next begins, or the ledger says that nothing was in force between.

use super::{Findings, fault};
use crate::pack::Policy;

/// The parameter by which a clause on the dates in force says that nothing was in force before: the first such day.
const NOTHING_SINCE: &str = "nothing_in_force_since";

pub(super) fn versions(policies: &[Policy], findings: &mut Findings) {
    for (i, next) in policies.iter().enumerate() {
        let of_place = policies.iter().take(i).rev().find(|one| one.jurisdiction.key == next.jurisdiction.key);
        let Some((before, last)) = of_place.and_then(|before| Some((before, before.expires?))) else { continue };
        if last.next() >= next.effective || said(next, &last.next().to_string()) {
            continue;
        }
        let (from, until) = (last.next(), next.effective.previous());
        let problem = format!(
            "no version of {} is in force from {from} to {until}: {} ends before {} begins",
            next.jurisdiction.zh, before.id, next.id
        );
        let remedy =
            format!("correct `in_force`, or let a clause that it cites carry the parameter {NOTHING_SINCE}: {from}");
        findings.faults.push(fault(next, "policy.yaml", "in_force", problem, &remedy));
    }
}

fn said(policy: &Policy, day: &str) -> bool {
    let clauses = policy.clauses.iter().filter(|clause| policy.in_force_clauses.contains(&clause.id));
    clauses.filter_map(|clause| clause.parameters.get(NOTHING_SINCE)?.as_str()).any(|since| since == day)
}
