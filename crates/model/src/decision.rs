//! The decision documents that go out (`guantong/decision/1`, `guantong/decisions/1`).

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::paths::FactPath;
use crate::remedy::WhatWouldOpen;
use crate::truth::Truth;
use crate::words::{ContradictionKind, Effect, Outcome, Series, Stage, Track};

/// The schema identifier of one jurisdiction's decisions.
pub const DECISION_SCHEMA: &str = "guantong/decision/1";
/// The schema identifier of the decisions of several jurisdictions.
pub const DECISIONS_SCHEMA: &str = "guantong/decisions/1";

/// The decisions of several jurisdictions.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Decisions {
    /// `guantong/decisions/1`.
    pub schema: &'static str,
    /// One document a jurisdiction.
    pub results: Vec<DecisionDocument>,
    /// Facts of the person's history that contradict each other. They change no answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<ContradictionNote>,
}

/// The decisions of one jurisdiction for one person on one day.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct DecisionDocument {
    /// `guantong/decision/1`.
    pub schema: &'static str,
    /// The day asked about.
    pub as_of: Day,
    /// The language of the sentences: `zh` or `en`.
    pub lang: &'static str,
    /// The place.
    pub jurisdiction: JurisdictionRef,
    /// The policy whose rules answered.
    pub policy: PolicyRef,
    /// One decision a target, titles first, in ladder order.
    pub decisions: Vec<Decision>,
    /// What to know beside the decisions, for example a finding on a clause that the policy does not have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// Facts of the person's history that contradict each other, where one jurisdiction was asked; where several were,
    /// they stand once beside all results. They change no answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<ContradictionNote>,
}

/// Two facts that contradict each other: a warning.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ContradictionNote {
    /// How.
    pub kind: ContradictionKind,
    /// Both facts; one alone where it is compared with the day asked about.
    pub facts: Vec<FactDay>,
    /// One sentence that names both.
    pub says: String,
}

/// A fact with its day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FactDay {
    /// The path in the dossier.
    pub path: FactPath,
    /// The day, where one is stated.
    pub day: Option<Day>,
}

/// A place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct JurisdictionRef {
    /// The key, as the contract lists it.
    pub key: String,
    /// The GB/T 2260 code.
    pub code: String,
    /// The Chinese name.
    pub name: String,
    /// The English name.
    pub name_in_english: String,
}

/// A policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PolicyRef {
    /// The pack's identifier.
    pub id: String,
    /// The document: title and number.
    pub document: String,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; null where none is printed.
    pub expires: Option<Day>,
    /// The digest of the pack, `sha256:…`, with what it passes on and the operator's changed settings.
    pub digest: String,
    /// The documents that it passes on, the nearest first; the rules are those of the last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passes_on: Vec<PassedOnRef>,
    /// When the pack was last checked against its document.
    pub checked: Day,
    /// The SHA-256 of the document's text, where the operator supplied it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_digest: Option<String>,
    /// The readings that an operator can choose and did choose otherwise than the ledger.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<ChosenReading>,
}

/// A document that is passed on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PassedOnRef {
    /// The pack's identifier.
    pub id: String,
    /// The document: title and number.
    pub document: String,
}

/// A reading that the operator chose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ChosenReading {
    /// The clause.
    pub clause: String,
    /// The choice.
    pub choice: String,
    /// What it means, in one sentence.
    pub says: String,
}

/// The answer for one target.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Decision {
    /// What was asked for.
    pub target: TargetRef,
    /// The answer.
    pub outcome: Outcome,
    /// The Chinese name of the answer.
    pub outcome_name: &'static str,
    /// One sentence that says the answer.
    pub summary: String,
    /// What eligibility opens; null unless eligible.
    pub effect: Option<Effect>,
    /// The Chinese name of the effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect_name: Option<&'static str>,
    /// The route that answers, where one does.
    pub route: Option<String>,
    /// Eligible: since when; not yet: from when.
    pub earliest: Option<Day>,
    /// Whether `earliest` lies past the policy's last day.
    pub after_expiry: bool,
    /// The dossier paths that decide an undetermined answer, and nothing else.
    pub missing: Vec<String>,
    /// The clauses that a reviewer or committee still has to judge.
    pub to_be_judged: Vec<String>,
    /// Who decides a referred question, and by which clause.
    pub referred_to: Vec<Referral>,
    /// Every route to this target with its conditions.
    pub routes: Vec<Route>,
    /// What would open the level, where that was asked for and it is neither open nor held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedies: Option<WhatWouldOpen>,
    /// What need not be done or paid.
    pub waivers: Vec<Waiver>,
    /// Where the occupation stands in the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<CatalogueAnswer>,
    /// What national templates would indicate where a number of years is left to a standard. Not a rule of this policy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicative: Vec<Indication>,
    /// Further provisions that bear on this target.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Clauses whose reading the operator chose, where they touch this target.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chosen_readings: Vec<String>,
}

/// A target as output names it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TargetRef {
    /// The track.
    pub track: Track,
    /// The key of the level.
    pub level: &'static str,
    /// The series of a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// The occupation of a skill level, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// What the level is called.
    pub name: &'static str,
}

/// Who decides, and by which clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Referral {
    /// The person or body.
    pub to: String,
    /// The clause that leaves it to them.
    pub clause: String,
}

/// One route with its conditions.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Route {
    /// The route's identifier in the pack.
    pub id: String,
    /// What the route is called.
    pub name: String,
    /// The answer of this route alone.
    pub outcome: Outcome,
    /// Its conditions, in the order of the pack.
    pub conditions: Vec<Condition>,
}

/// One condition.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Condition {
    /// The clause, as the ledger names it.
    pub clause: String,
    /// Decided from the dossier, or judged by people.
    pub stage: Stage,
    /// Whether it holds on the day asked about.
    pub holds: Truth,
    /// Why, in one sentence.
    pub says: String,
    /// The dossier paths it looked at.
    pub facts: Vec<FactPath>,
    /// The day since which its clock has been met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// The day from which it will no longer fail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Whether a finding of a competent human settled it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_finding: bool,
    /// Whether counted evidence of the dossier settled it; `facts` names the records.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_evidence: bool,
}

/// Something that need not be done or paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Waiver {
    /// The clause.
    pub clause: String,
    /// What is waived, for example `theory-exam`.
    pub what: String,
    /// One sentence.
    pub says: String,
}

/// Where an occupation stands in the catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CatalogueAnswer {
    /// Whether the catalogue lists the occupation looked up.
    pub listed: Truth,
    /// The occupation looked up.
    pub occupation: Option<String>,
    /// The rows that list it.
    pub matches: Vec<CatalogueMatch>,
}

/// One row of a catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CatalogueMatch {
    /// The series.
    pub series: String,
    /// The specialty or major.
    pub specialty: String,
    /// The occupation or group as printed.
    pub occupation: String,
    /// Its classification code, where the catalogue has one.
    pub code: Option<String>,
    /// The body that reviews, where the catalogue names it.
    pub body: Option<String>,
    /// What is odd about the printed row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errata: Option<String>,
}

/// What a national template would indicate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Indication {
    /// The clause of the national ledger.
    pub clause: String,
    /// The template.
    pub template: String,
    /// How sure the project is of the template's text.
    pub confidence: String,
    /// The alternatives that the template names for this level.
    pub alternatives: Vec<IndicativeAlternative>,
}

/// One alternative of a template.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct IndicativeAlternative {
    /// What it asks for.
    pub says: String,
    /// Whether the dossier would meet it on the day asked about.
    pub holds: Truth,
}

/// A further provision.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Note {
    /// The clause.
    pub clause: String,
    /// One sentence.
    pub says: String,
}
