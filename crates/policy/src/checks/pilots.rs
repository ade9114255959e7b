//! Pilots: at most one at a time for a track, and none outside the days in force; conditions whose time never comes.

use super::{Findings, fault};
use crate::pack::Policy;
use crate::rule::During;

pub(super) fn pilots(policy: &Policy, findings: &mut Findings) {
    let clause = |index: crate::clause::ClauseRef| policy.clause(index).map_or("", |clause| clause.id.as_str());
    for (i, pilot) in policy.pilots.iter().enumerate() {
        for other in policy.pilots.iter().take(i) {
            let from = pilot.during.from.max(other.during.from);
            let until = pilot.during.until.min(other.during.until);
            let tracks: Vec<String> =
                pilot.tracks.iter().filter(|track| other.tracks.contains(track)).map(ToString::to_string).collect();
            if from <= until && !tracks.is_empty() {
                let problem = format!(
                    "the pilots {} and {} overlap from {from} to {until} for {}: only the first would be asked",
                    clause(other.clause),
                    clause(pilot.clause),
                    tracks.join(", "),
                );
                let remedy = "correct the days, or say in one pilot who is inside";
                findings.faults.push(fault(policy, "policy.yaml", &format!("pilots[{i}]"), problem, remedy));
            }
        }
        if never(policy, pilot.during) {
            let problem = format!("the pilot {} lies outside the days in force", clause(pilot.clause));
            findings.faults.push(fault(policy, "policy.yaml", &format!("pilots[{i}]"), problem, "correct the days"));
        }
    }
    let mut told = Vec::new();
    for route in policy.governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| {
            if leaf.during.is_some_and(|during| never(policy, during)) && !told.contains(&leaf.clause) {
                told.push(leaf.clause);
                let problem = format!("the time of {} lies outside the days in force", clause(leaf.clause));
                let remedy = "correct the days, or take the condition out";
                findings.faults.push(fault(policy, "policy.yaml", &route.id, problem, remedy));
            }
        });
    }
}

fn never(policy: &Policy, during: During) -> bool {
    during.until < policy.effective || policy.expires.is_some_and(|last| during.from > last)
}
