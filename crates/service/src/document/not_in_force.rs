//! What stands in place of routes where no document is in force on the day, or none has the level.

use model::decision::{Condition, Route};
use model::{Outcome, Stage, Target, Truth};

use super::Writer;

impl Writer<'_> {
    /// Why nothing is governed: the clause on the days in force.
    pub(super) fn not_in_force(&self, target: &Target) -> Route {
        let in_force = self.policy.in_force_on(self.ask.as_of);
        let id = if in_force { "not-in-ladder" } else { "not-in-force" };
        let mut name = String::new();
        self.phrases.target(&mut name, target);
        let from = self.policy.effective.to_string();
        let until = self.policy.expires.map(|day| day.to_string());
        let (says, clause) = if in_force {
            (self.phrases.format("route-not-in-ladder", &[("target", &name)]), self.policy.in_force_clauses.first())
        } else {
            let says = match &until {
                Some(until) => self.phrases.format("route-in-force-until", &[("from", &from), ("until", until)]),
                None => self.phrases.format("route-in-force-from", &[("from", &from)]),
            };
            (says, self.policy.in_force_clauses.first())
        };
        Route {
            id: id.to_owned(),
            name: self.phrases.text("route-not-governed").to_owned(),
            outcome: Outcome::NotGoverned,
            conditions: clause
                .map(|clause| Condition {
                    clause: clause.clone(),
                    stage: Stage::Filing,
                    holds: Truth::No,
                    says,
                    facts: Vec::new(),
                    since: None,
                    from: None,
                    by_finding: false,
                    by_evidence: false,
                })
                .into_iter()
                .collect(),
        }
    }
}
