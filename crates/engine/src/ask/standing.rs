//! How one target stands in an interview.

use model::Outcome;

use crate::complete::Prospects;
use crate::decide::Verdict;

/// How one target stands in an interview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is answered, and no missing fact can change the answer.
    Settled(Verdict),
    /// A fact that may be asked for can still change the answer.
    Open(Verdict),
    /// It depends on facts that the person cannot state, whatever else is answered.
    Unknowable(Verdict),
}

impl Standing {
    pub(super) fn of(verdict: Verdict, prospects: Option<&Prospects>) -> Self {
        match (verdict.outcome, prospects) {
            (Outcome::Undetermined, Some(prospects)) if !prospects.facts.is_empty() => Self::Open(verdict),
            (Outcome::Undetermined, _) => Self::Unknowable(verdict),
            _ => Self::Settled(verdict),
        }
    }

    /// The decision on what is known.
    #[must_use]
    pub fn verdict(&self) -> &Verdict {
        match self {
            Self::Settled(verdict) | Self::Open(verdict) | Self::Unknowable(verdict) => verdict,
        }
    }
}
