//! Where an interview stands, as its forms carry it along: what was asked, what cannot be told, and what is asked now.

use std::collections::BTreeSet;

use model::Dossier;
use model::paths::FactPath;

/// The most facts that an interview carries along.
const MOST_FACTS: usize = 1_000;

/// What a pressed button of an interview asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Turn {
    /// The answer is given.
    #[default]
    Answer,
    /// The answer is not known.
    Unknown,
    /// The question before.
    Back,
    /// An earlier answer again.
    Edit(FactPath),
}

/// Where an interview stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Talk {
    /// What the person cannot tell.
    pub(crate) skip: BTreeSet<FactPath>,
    /// What was asked, in order.
    pub(crate) asked: Vec<FactPath>,
    /// What is asked now.
    pub(crate) question: Option<FactPath>,
    /// What was pressed.
    pub(crate) turn: Turn,
    /// What was known before the present answer.
    pub(crate) known: Option<Dossier>,
}

impl Talk {
    /// Reads what the fields of a form carry.
    pub(crate) fn read(skip: Option<&str>, asked: Option<&str>, question: Option<&str>, pressed: Option<&str>) -> Self {
        let facts = |text: Option<&str>| {
            let words = text.unwrap_or_default().split_whitespace().take(MOST_FACTS);
            words.filter_map(FactPath::parse).collect::<Vec<_>>()
        };
        let turn = match pressed {
            Some("unknown") => Turn::Unknown,
            Some("back") => Turn::Back,
            Some(other) => match other.strip_prefix("edit-").and_then(FactPath::parse) {
                Some(fact) => Turn::Edit(fact),
                None => Turn::Answer,
            },
            None => Turn::Answer,
        };
        Self {
            skip: facts(skip).into_iter().collect(),
            asked: facts(asked),
            question: question.and_then(FactPath::parse),
            turn,
            known: None,
        }
    }

    /// The facts that cannot be told, as a form carries them.
    pub(crate) fn skipped(&self) -> String {
        listed(self.skip.iter())
    }

    /// The facts asked for, as a form carries them.
    pub(crate) fn asked(&self) -> String {
        listed(self.asked.iter())
    }

    /// Notes that a fact was asked for.
    pub(crate) fn note(&mut self, fact: FactPath) {
        if !self.asked.contains(&fact) {
            self.asked.push(fact);
        }
    }
}

fn listed<'f>(facts: impl Iterator<Item = &'f FactPath>) -> String {
    facts.map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
