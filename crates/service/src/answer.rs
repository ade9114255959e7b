//! The answers to one question: one place's document, or all places'.

use model::decision::{ContradictionNote, DecisionDocument, Decisions};
use serde::Serialize;

/// The answers to one question.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Answers {
    /// One place was named.
    One(Box<DecisionDocument>),
    /// All places.
    All(Decisions),
}

impl Answers {
    /// The documents, one a place.
    #[must_use]
    pub fn documents(&self) -> &[DecisionDocument] {
        match self {
            Self::One(document) => std::slice::from_ref(document),
            Self::All(decisions) => &decisions.results,
        }
    }

    /// What contradicts itself in the person's history: once, however many places were asked.
    #[must_use]
    pub fn contradictions(&self) -> &[ContradictionNote] {
        match self {
            Self::One(document) => &document.contradictions,
            Self::All(decisions) => &decisions.contradictions,
        }
    }
}
