//! What the rules said of a case on a day, pinned: packs, facts and reasons by digest, so that it can be made again.

use model::Day;
use model::words::{Effect, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::DocumentRef;

/// One decision of the rules.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evaluation {
    /// The day for which facts count.
    pub as_of: Day,
    /// The pack's identifier.
    pub policy: String,
    /// The pack's digest.
    pub pack: String,
    /// The digest of the archive of all packs that were loaded.
    pub archive: String,
    /// The dossier.
    pub dossier: DocumentRef,
    /// The decision document with its reasons.
    pub decision: DocumentRef,
    /// The answer.
    pub outcome: Outcome,
    /// What eligibility opens.
    pub effect: Option<Effect>,
    /// The route that answers.
    pub route: Option<String>,
    /// From when, where it is not yet.
    pub earliest: Option<Day>,
    /// The facts that are missing.
    pub missing: Vec<String>,
    /// The clauses that people still judge.
    pub to_be_judged: Vec<String>,
    /// The clauses that the text refers to people.
    pub referred: Vec<String>,
    /// What need not be done or paid.
    pub waivers: Vec<Waived>,
}

/// Something that need not be done or paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Waived {
    /// What, for example `theory-exam`.
    pub what: String,
    /// The clause.
    pub clause: String,
}

/// What a person or a body found about one clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The clause.
    pub clause: String,
    /// The answer.
    pub holds: bool,
    /// The organisation, or the session, whose finding it is.
    pub of: String,
    /// Who entered it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// Why; a committee's vote gives its reasons with the result.
    pub reason: Option<DocumentRef>,
}
