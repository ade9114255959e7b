//! The clause ledger: what each clause of a document says and which part of the product carries it.

use model::node::{Node, Value};
use serde::{Deserialize, Serialize};

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
    pub kind: ClauseKind,
    /// Whom it concerns.
    pub subject: ClauseSubject,
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
    /// Where a national fact comes from, in English.
    #[serde(default)]
    pub provenance: Option<String>,
    /// Where a national fact comes from, in Chinese.
    #[serde(default)]
    pub provenance_zh: Option<String>,
    /// How sure the project is of a national fact.
    #[serde(default)]
    pub confidence: Option<String>,
}

/// What kind of provision a clause is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseKind {
    /// Who and what is meant.
    Scope,
    /// What has to be fulfilled.
    Eligibility,
    /// What need not be fulfilled, done or paid.
    Exemption,
    /// What a word means, or what counts as what.
    Definition,
    /// From when and until when.
    Temporal,
    /// A list of specialties and occupations.
    Catalogue,
    /// What has to be shown.
    Evidence,
    /// How it is judged or examined.
    Evaluation,
    /// Who does what, in which order.
    Procedure,
    /// What is paid.
    Fee,
    /// What is issued.
    Certificate,
    /// Where it can be looked up.
    QuerySystem,
    /// What follows from dishonesty.
    Sanction,
    /// What is enjoyed.
    Benefit,
    /// What an organisation has to do.
    Duty,
    /// What is aimed at.
    Principle,
}

impl ClauseKind {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Eligibility => "eligibility",
            Self::Exemption => "exemption",
            Self::Definition => "definition",
            Self::Temporal => "temporal",
            Self::Catalogue => "catalogue",
            Self::Evidence => "evidence",
            Self::Evaluation => "evaluation",
            Self::Procedure => "procedure",
            Self::Fee => "fee",
            Self::Certificate => "certificate",
            Self::QuerySystem => "query-system",
            Self::Sanction => "sanction",
            Self::Benefit => "benefit",
            Self::Duty => "duty",
            Self::Principle => "principle",
        }
    }
}

/// Whom a clause concerns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseSubject {
    /// Those who ask for a title.
    SkillToTitle,
    /// Those who ask for a skill level.
    TitleToSkill,
    /// Both.
    Both,
    /// Offices, employers, committees.
    Organisation,
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

    /// Where the fact comes from in the language `zh` or `en`; English where nothing else is written.
    #[must_use]
    pub fn comes_from(&self, lang: &str) -> Option<&str> {
        let zh = self.provenance_zh.as_deref().filter(|_| lang != "en");
        zh.or(self.provenance.as_deref())
    }

    /// Whether the project is less than sure of the fact, so that it has to be shown as such.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.confidence.as_deref().is_some_and(|own| own != "high")
    }
}

/// How sure the project may be of a national fact.
pub(crate) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

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
        let optional = [
            ("software", &clause.software),
            ("ambiguity", &clause.ambiguity),
            ("provenance", &clause.provenance),
            ("provenance_zh", &clause.provenance_zh),
            ("confidence", &clause.confidence),
        ];
        let texts = [("id", &clause.id), ("zh", &clause.zh), ("en", &clause.en), ("where", &clause.place)];
        let optional = optional.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?)));
        for (key, _) in texts.into_iter().chain(optional).filter(|(_, text)| text.trim().is_empty()) {
            gather.add(item.line(), format!("[{i}].{key}"), "the text is blank", "say what the clause says");
        }
        if let Some(confidence) = clause.confidence.as_deref().filter(|own| !CONFIDENCES.contains(own)) {
            let problem = format!("{confidence:?} is no confidence");
            gather.add(item.line(), format!("[{i}].confidence"), problem, "write high, medium or low");
        }
        if !clause.parameters.is_object() {
            let remedy = "write the facts of the clause as a mapping; {} where it has none";
            gather.add(item.line(), format!("[{i}].parameters"), "the parameters are not a mapping", remedy);
        }
        clauses.push(clause);
    }
    clauses
}

/// Each clause of a ledger without a document of its own says where its fact comes from, and how sure that is.
pub(crate) fn says_where_from(gather: &mut Gather<'_>, clauses: &[Clause]) {
    for (i, clause) in clauses.iter().enumerate() {
        let keys = [
            ("provenance", clause.provenance.is_some()),
            ("provenance_zh", clause.provenance_zh.is_some()),
            ("confidence", clause.confidence.is_some()),
        ];
        for (key, _) in keys.iter().filter(|(_, there)| !there) {
            let problem =
                format!("the clause {} does not say where its fact comes from: `{key}` is missing", clause.id);
            gather.add(None, format!("[{i}].{key}"), problem, "add it, in words, with how sure it is");
        }
    }
}
