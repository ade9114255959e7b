//! Two routes to one level: one that asks for all that another asks for, and opens nothing else, can never matter.

use model::Effect;

use super::implied::{Findable, implies};
use super::{Findings, fault};
use crate::pack::Policy;
use crate::rule::{Governed, Level, Route};

pub(super) fn overlaps(policy: &Policy, findings: &mut Findings) {
    let mut told: Vec<(&str, &str)> = Vec::new();
    for governed in &policy.governed {
        for (i, route) in governed.routes.iter().enumerate() {
            for (j, other) in governed.routes.iter().enumerate() {
                // Of two that ask for the same, the later one is told.
                let idle = i != j && no_more(route, other) && implies(&route.rule, &other.rule, Findable::Ignored);
                let both =
                    idle && j > i && no_more(other, route) && implies(&other.rule, &route.rule, Findable::Ignored);
                if !idle || both || told.contains(&(&route.id, &other.id)) {
                    continue;
                }
                told.push((&route.id, &other.id));
                tell(policy, governed, route, other, findings);
            }
        }
    }
}

/// Whether a route opens nothing that the other does not.
fn no_more(route: &Route, other: &Route) -> bool {
    route.effect == other.effect || other.effect == Effect::DirectRecognition
}

fn tell(policy: &Policy, governed: &Governed, route: &Route, other: &Route, findings: &mut Findings) {
    let level = match governed.level {
        Level::Title(tier) => tier.to_string(),
        Level::Skill(level) => level.to_string(),
    };
    let (own, their) = (&route.id, &other.id);
    if implies(&route.rule, &other.rule, Findable::Apart) {
        let problem = format!("the route {own} to {level} can never matter: whoever goes it goes {their} too");
        let remedy = "take it out, or correct the conditions of one of them";
        findings.faults.push(fault(policy, "policy.yaml", own, problem, remedy));
    } else {
        let problem = format!(
            "the route {own} to {level} asks for all that {their} asks for: it matters only where a finding on a clause tells them apart"
        );
        let remedy = "correct the conditions of one of them, unless the document prints both";
        findings.notes.push(fault(policy, "policy.yaml", own, problem, remedy));
    }
}
