//! The coverage of the loaded policies for the pages: worked out when a policy is first looked at, then kept.

use std::sync::{Arc, OnceLock};

use service::Guantong;
use service::cases::{self, Case};
use service::coverage::{PolicyCoverage, of_policy};

/// What was worked out.
#[derive(Debug)]
pub(crate) struct Shelf {
    cases: OnceLock<Vec<Case>>,
    policies: Vec<OnceLock<Arc<PolicyCoverage>>>,
}

impl Shelf {
    pub(crate) fn new(guantong: &Guantong) -> Self {
        Self { cases: OnceLock::new(), policies: guantong.packs().all().map(|_| OnceLock::new()).collect() }
    }

    /// What was worked out for the policy at a position.
    pub(crate) fn kept(&self, position: usize) -> Option<Arc<PolicyCoverage>> {
        self.policies.get(position)?.get().cloned()
    }

    /// Works it out, unless that was done; runs the worked examples, so it takes its time.
    pub(crate) fn of(&self, guantong: &Guantong, position: usize) -> Option<Arc<PolicyCoverage>> {
        let policy = guantong.packs().all().nth(position)?;
        let place = self.policies.get(position)?;
        // Examples with faults are none; the packs' check names the faults.
        let cases = self.cases.get_or_init(|| cases::read(guantong.files()).unwrap_or_default());
        Some(Arc::clone(place.get_or_init(|| Arc::new(of_policy(guantong, policy, cases)))))
    }
}
