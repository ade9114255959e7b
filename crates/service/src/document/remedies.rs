//! What would open a level that is not open: sets of changes as sentences with their clauses.

use engine::remedies::{Cure, Remedies, Remedy, remedies};
use model::Target;
use model::remedy::{Change, ChangeSet, ListedChange, WhatWouldOpen};
use model::{Outcome, remedy::Label};

use super::Writer;

impl Writer<'_> {
    /// What would open the level; `None` where it was not asked for, or the level is open or held.
    pub(super) fn what_would_open(&self, target: &Target, outcome: Outcome) -> Option<WhatWouldOpen> {
        if !self.ask.remedies || matches!(outcome, Outcome::Eligible | Outcome::Held) {
            return None;
        }
        let Remedies { sets, cut } = remedies(self.facts, target);
        Some(WhatWouldOpen { sets: sets.iter().map(|set| self.change_set(target, set)).collect(), more: cut })
    }

    fn change_set(&self, target: &Target, set: &Remedy) -> ChangeSet {
        let governed = self.policy.governed.iter().find(|governed| governed.serves(target));
        let route = governed.and_then(|governed| governed.routes.get(set.route));
        ChangeSet {
            route: route.map(|route| route.id.clone()).unwrap_or_default(),
            route_name: route.map_or("", |route| route.name.in_language(self.ask.lang.key())).to_owned(),
            earliest: set.day,
            after_expiry: set.after_expiry,
            changes: set.changes.iter().map(|cure| self.listed_change(cure)).collect(),
        }
    }

    fn listed_change(&self, cure: &Cure) -> ListedChange {
        let label = cure.change.label();
        let body = cure.body.and_then(|body| self.policy.bodies.get(body));
        let body = body.map(|(_, name)| name.in_language(self.ask.lang.key()));
        let clauses = cure.clauses.iter().filter_map(|clause| self.policy.clause(*clause));
        let (path, until, after) = match cure.change {
            Change::State(path) => (Some(path), None, None),
            Change::Wait { until, after } => (None, until, after.map(|length| length.iso())),
            _ => (None, None, None),
        };
        ListedChange {
            label,
            label_name: self.phrases.text(label_id(label)).to_owned(),
            kind: cure.change.key(),
            says: self.phrases.change(&cure.change, body),
            clauses: clauses.map(|clause| clause.id.clone()).collect(),
            level: cure.change.level(),
            path,
            until,
            after,
            to: body.map(str::to_owned),
        }
    }
}

fn label_id(label: Label) -> &'static str {
    match label {
        Label::State => "remedy-label-state",
        Label::Wait => "remedy-label-wait",
        Label::Obtain => "remedy-label-obtain",
        Label::Employer => "remedy-label-employer",
        Label::Others => "remedy-label-others",
        Label::Impossible => "remedy-label-impossible",
    }
}
