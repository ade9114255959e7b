//! What holds for a session, as values with their clauses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::committee::Bound;

/// Whether who is recused in a case counts as present in its vote. No text that was seen settles it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecusedPresence {
    /// Counts as present, so that the vote needs more yes.
    #[default]
    Counts,
    /// Leaves the count for this case; the others alone have to make a quorum.
    Leaves,
}

impl RecusedPresence {
    /// The other setting.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Counts => Self::Leaves,
            Self::Leaves => Self::Counts,
        }
    }
}

/// What holds for a session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionRules {
    /// The clause on the quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum_clause: Option<String>,
    /// The clause on the vote: secret, two thirds, no proxy, nothing later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote_clause: Option<String>,
    /// The clause on recusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recusal_clause: Option<String>,
    /// The clause on an odd number of members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odd_clause: Option<String>,
    /// The fewest experts of a group, and of those who sign its opinion.
    pub group_least: Bound,
    /// Whether who is recused counts as present.
    #[serde(default)]
    pub recused_presence: RecusedPresence,
    /// Whether a group's written opinion comes before the vote.
    pub opinion_needed: bool,
    /// Whether the experts of the group score before the vote.
    pub scores_needed: bool,
    /// The clause that asks for a group of their own for skilled applicants, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separate_group_clause: Option<String>,
    /// The clause of the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materials_clause: Option<String>,
    /// Whether a defence without anything is refused in every case. Earlier releases wrote it; now each case has its own rule
    /// ([`super::StandIns`]).
    pub materials_needed: bool,
}
