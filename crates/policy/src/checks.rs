//! Checks of loaded packs as a whole, without any person: routes that others make idle, honours ranked the wrong way round,
//! names that stand for two honours, days without a version, pilots that overlap.

mod honours;
mod implied;
mod overlaps;
mod pilots;
mod versions;

use crate::fault::PackFault;
use crate::pack::{Packs, Policy};

/// What the checks found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Findings {
    /// What has to be corrected.
    pub faults: Vec<PackFault>,
    /// What may be meant, and should be looked at.
    pub notes: Vec<PackFault>,
}

/// Checks all packs.
#[must_use]
pub fn check(packs: &Packs) -> Findings {
    let mut findings = Findings::default();
    for policy in packs.all() {
        // What is passed on is told of the pack that it comes from.
        let own = policy.chain.is_empty();
        if own {
            honours::ranked(policy, &mut findings);
            honours::names(policy, &mut findings);
            pilots::pilots(policy, &mut findings);
        }
        let root = policy.chain.last().and_then(|root| packs.with_id(&root.id));
        if root.is_none_or(|root| adds_conditions(policy, root)) {
            overlaps::overlaps(policy, &mut findings);
        }
    }
    versions::versions(&packs.policies, &mut findings);
    versions::versions(&packs.ordinary, &mut findings);
    findings
}

fn adds_conditions(policy: &Policy, root: &Policy) -> bool {
    let count = |policy: &Policy| -> usize {
        policy.governed.iter().flat_map(|governed| &governed.routes).map(|route| route.conditions).sum()
    };
    count(policy) != count(root)
}

fn fault(policy: &Policy, file: &str, path: &str, problem: String, remedy: &str) -> PackFault {
    let file = format!("{}/{file}", policy.folder);
    PackFault { file, line: None, path: path.to_owned(), problem, remedy: remedy.to_owned() }
}
