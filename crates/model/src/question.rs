//! The next question of an interview as it goes out (`guantong/question/1`).

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::decision::{JurisdictionRef, TargetRef};
use crate::paths::FactPath;
use crate::words::Outcome;

/// The schema identifier of the next question.
pub const QUESTION_SCHEMA: &str = "guantong/question/1";

/// What to ask a person next, or that nothing is left to ask.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct QuestionDocument {
    /// `guantong/question/1`.
    pub schema: &'static str,
    /// The day asked about.
    pub as_of: Day,
    /// The language of the sentences: `zh` or `en`.
    pub lang: &'static str,
    /// The next question; null where no answer that the person could give changes anything.
    pub next: Option<NextQuestion>,
    /// Every fact that can still change an answer, the next one first.
    pub open: Vec<FactPath>,
    /// How it stands, in a sentence.
    pub says: String,
    /// How many targets are settled, whatever else becomes known.
    pub settled: usize,
    /// How the targets stand: place by place, titles first, in ladder order.
    pub targets: Vec<TargetStanding>,
}

/// A question.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct NextQuestion {
    /// The path of the fact in the dossier. A list that is not stated is one question for all its records.
    pub path: FactPath,
    /// The question.
    pub question: String,
    /// What an answer looks like.
    pub answer: AnswerShape,
    /// Why it is asked.
    pub why: String,
    /// How many targets the fact can change the answers of.
    pub decides: usize,
    /// How many targets the answer is expected to settle: the average over one value of every sort that the rules can tell apart.
    pub expected: f64,
    /// The clauses that read the fact.
    pub clauses: Vec<ReadBy>,
}

/// A clause that reads a fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ReadBy {
    /// The key of the place.
    pub jurisdiction: String,
    /// The clause.
    pub clause: String,
}

/// What kind of answer a fact has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// `true` or `false`.
    YesNo,
    /// One of `values`.
    Word,
    /// A text, for example the name of an occupation.
    Text,
    /// Texts.
    Texts,
    /// A whole number from `least` to `most`.
    Number,
    /// A day.
    Date,
    /// A day, or null while it goes on.
    End,
    /// Records with `fields`; an empty list where there are none.
    Records,
}

/// What an answer looks like.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AnswerShape {
    /// Its kind.
    pub kind: AnswerKind,
    /// The words that are allowed; empty for other kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<AllowedValue>,
    /// The least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// The fields of a record; each may be left out where it is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<AnswerField>,
}

/// A word that an answer may be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AllowedValue {
    /// The word as the dossier has it.
    pub key: String,
    /// What it is called.
    pub name: String,
}

/// A field of a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AnswerField {
    /// The key in the record.
    pub key: &'static str,
    /// What an answer looks like.
    pub answer: AnswerShape,
}

/// How one target stands.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct TargetStanding {
    /// The place.
    pub jurisdiction: JurisdictionRef,
    /// The target.
    pub target: TargetRef,
    /// The outcome on what is known.
    pub outcome: Outcome,
    /// The day, where it is not yet.
    pub earliest: Option<Day>,
    /// Whether asking can still change it.
    pub stands: Stands,
}

/// Whether asking can still change an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// Nothing can change it.
    Settled,
    /// A fact that may be asked for can.
    Open,
    /// Only facts that the person cannot tell could.
    Unknowable,
}
