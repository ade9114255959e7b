//! The clause ledger: what each clause of a document says and which part of the product carries it.

use model::node::{Node, Value};
use serde::Deserialize;

use crate::fault::Gather;
use crate::section;

/// The index of a clause in its policy.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClauseRef(pub u16);

/// One clause.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The identifier.
    pub id: String,
    /// Where it stands in the document.
    #[serde(rename = "where")]
    pub place: String,
    /// What kind of provision it is.
    pub kind: String,
    /// Whom it concerns.
    pub subject: String,
    /// Which part of the product carries it.
    pub part: Part,
    /// What it says, in Chinese; a paraphrase.
    pub zh: String,
    /// What it says, in English; a paraphrase.
    pub en: String,
    /// Names, numbers and dates of the clause.
    pub parameters: serde_json::Value,
    /// How the product acts on it.
    #[serde(default)]
    pub software: Option<String>,
    /// What is open in the text, and the reading taken.
    #[serde(default)]
    pub ambiguity: Option<String>,
    /// Where a national fact comes from.
    #[serde(default)]
    pub provenance: Option<String>,
    /// How sure the project is of a national fact.
    #[serde(default)]
    pub confidence: Option<String>,
}

/// Which part of the product carries a clause.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The decision engine.
    Decision,
    /// The procedure from filing to the result.
    Procedure,
    /// Certificates.
    Certificate,
    /// Registers and look-ups.
    Register,
    /// Principles, duties and benefits without effect on a decision.
    Information,
}

impl Part {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Procedure => "procedure",
            Self::Certificate => "certificate",
            Self::Register => "register",
            Self::Information => "information",
        }
    }
}

impl Clause {
    /// What the clause says in the language `zh` or `en`.
    #[must_use]
    pub fn says(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh }
    }
}

/// Reads a ledger; clauses that cannot be read are faults.
pub(crate) fn ledger(gather: &mut Gather<'_>, text: &str) -> Vec<Clause> {
    let node = match Node::read_as(text, model::node::Format::Yaml) {
        Ok(node) => node,
        Err(faults) => {
            gather.all(faults);
            return Vec::new();
        }
    };
    let Value::List(items) = &node.value else {
        gather.add(node.line(), "", "a ledger is a list of clauses", "begin each clause with `- id: …`");
        return Vec::new();
    };
    let mut clauses: Vec<Clause> = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let Some(clause) = section::read::<Clause>(gather, &format!("[{i}]"), item) else { continue };
        if clauses.iter().any(|other| other.id == clause.id) {
            gather.add(item.line(), format!("[{i}].id"), format!("the clause {} stands twice", clause.id), "keep one");
        }
        for (key, text) in [("zh", &clause.zh), ("en", &clause.en), ("where", &clause.place)] {
            if text.trim().is_empty() {
                gather.add(item.line(), format!("[{i}].{key}"), "the text is blank", "say what the clause says");
            }
        }
        clauses.push(clause);
    }
    clauses
}
