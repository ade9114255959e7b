//! The numbers for committees and sessions, out of the national ledger; with the clause of each.

use casework::committee::{Bound, Breadth, CommitteeRules, LeastSize};
use casework::session::{RecusedPresence, SessionRules};
use model::words::TitleTier;
use serde_json::Value;

use crate::office::Office;

/// The clauses of the national regulation on title review, as the national ledger names them.
mod clause {
    pub const ON_RECORD: &str = "national.order-40.committee-on-record";
    pub const SIZE: &str = "national.order-40.committee-size";
    pub const TERMS: &str = "national.order-40.expert-terms";
    pub const GROUPS: &str = "national.order-40.groups";
    pub const QUORUM: &str = "national.order-40.quorum";
    pub const VOTE: &str = "national.order-40.two-thirds";
    pub const RECUSAL: &str = "national.order-40.recusal";
}

impl Office {
    /// A number of a national clause; 0, which asks for nothing, where the packs come without it.
    fn number(&self, clause: &str, parameter: &str) -> Bound {
        let clauses = &self.guantong.packs().national.clauses;
        let found = clauses.iter().find(|one| one.id == clause);
        let value = found.and_then(|one| one.parameters.get(parameter)).and_then(Value::as_u64);
        let value = value.and_then(|value| u16::try_from(value).ok()).unwrap_or(0);
        Bound { value, clause: found.map(|one| one.id.clone()) }
    }

    /// What holds for committees.
    pub(crate) fn committee_rules(&self) -> CommitteeRules {
        let least = |breadth, parameter| LeastSize {
            tiers: vec![TitleTier::DeputySenior, TitleTier::Senior],
            breadth,
            at_least: self.number(clause::SIZE, parameter),
        };
        CommitteeRules {
            filing_years: self.number(clause::ON_RECORD, "record_years"),
            term_years: self.number(clause::TERMS, "term_years"),
            odd_clause: Some(clause::SIZE.to_owned()),
            sizes: vec![
                least(Breadth::Series, "senior_series_at_least"),
                least(Breadth::Specialty, "senior_specialty_at_least"),
            ],
            skilled_in_pool: None,
        }
    }

    /// What holds for sessions.
    pub(crate) fn session_rules(&self) -> SessionRules {
        SessionRules {
            quorum_clause: Some(clause::QUORUM.to_owned()),
            vote_clause: Some(clause::VOTE.to_owned()),
            recusal_clause: Some(clause::RECUSAL.to_owned()),
            odd_clause: Some(clause::SIZE.to_owned()),
            group_least: self.number(clause::GROUPS, "experts_at_least"),
            recused_presence: RecusedPresence::Counts,
            opinion_needed: true,
            scores_needed: true,
            separate_group_clause: None,
            materials_clause: None,
            materials_needed: false,
        }
    }
}
