//! How a pack's `policy.yaml` is written: the typed sections, from which the editors' JSON Schema is generated too.

use std::collections::BTreeMap;

use model::{Day, EducationLevel, Effect, SchoolClass, Series, SkillLevel, TitleTier, Track};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod beside;
mod conditions;
mod evaluation;
mod tables;

pub use beside::{SettingSpec, Waived, WaivedWhen, WaiverSpec, WarnedWhen, WarningSpec};
pub use conditions::ConditionSchema;
pub use evaluation::{EvaluatedBy, EvaluatedWhen, EvaluatorSpec, ReviewedBy, ReviewerSpec};
pub use model::text::Text;
pub(crate) use model::text::said;
pub use tables::{Columns, Lists, SeriesOf, ServicePointsSpec, TableSpec};

/// The schema identifier of a pack.
pub const POLICY_SCHEMA: &str = "guantong/policy/1";

/// A policy pack (`policy.yaml`): which rules a document makes, each line with its clause.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Policy")]
#[allow(dead_code, reason = "the whole file, for the generated schema; its sections are read one by one")]
pub struct PolicyFile {
    /// `guantong/policy/1`.
    #[schemars(extend("const" = POLICY_SCHEMA))]
    pub schema: String,
    /// The pack's identifier.
    pub id: String,
    /// Which road it describes.
    #[schemars(default)]
    pub road: Road,
    /// The place.
    pub jurisdiction: Jurisdiction,
    /// The document.
    pub document: Document,
    /// When it is in force.
    pub in_force: InForce,
    /// When and by whom the pack was last checked against its document.
    pub checked: Checked,
    /// Which occupations are related.
    pub related: Related,
    /// The catalogue tables, where the document has any.
    #[schemars(default)]
    pub catalogue: Vec<TableSpec>,
    /// Where an examination can be taken, where the document lists it.
    #[schemars(default)]
    pub service_points: Option<ServicePointsSpec>,
    /// Which body reviews which title level.
    #[schemars(default)]
    pub reviewers: Vec<ReviewerSpec>,
    /// Who evaluates which skill level.
    #[schemars(default)]
    pub evaluators: Vec<EvaluatorSpec>,
    /// Readings that an operator can choose, by clause.
    #[schemars(default)]
    pub settings: Vec<SettingSpec>,
    /// Who decides what is referred, by a key that conditions use.
    pub bodies: BTreeMap<String, Text>,
    /// Conditions that several routes share, by name.
    #[schemars(with = "BTreeMap<String, Vec<ConditionSchema>>")]
    pub shared: BTreeMap<String, Vec<()>>,
    /// Times in which only some persons are inside.
    #[schemars(default, with = "Vec<PilotSchema>")]
    pub pilots: Vec<()>,
    /// The title ladder.
    pub titles: TitleLadder,
    /// The skill ladder.
    pub skills: SkillLadder,
    /// What need not be done or paid.
    #[schemars(default)]
    pub waivers: Vec<WaiverSpec>,
    /// How classes of technical schools count.
    #[schemars(default)]
    pub equivalences: Option<Equivalences>,
    /// What is said beside a decision without changing it.
    #[schemars(default)]
    pub warnings: Vec<WarningSpec>,
    /// The clause that forbids anybody below to ask for less, or to admit more.
    #[schemars(default)]
    pub no_weakening: Option<String>,
    /// Clauses that the vocabulary itself carries, and how.
    #[schemars(default)]
    pub carried: Vec<Carried>,
}

/// A pack that passes on another one (`policy.yaml` with `parent`): it takes everything over and may only add.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "PassedOnPolicy")]
#[allow(dead_code, reason = "the whole file, for the generated schema; its sections are read one by one")]
pub struct PassedOnFile {
    /// `guantong/policy/1`.
    #[schemars(extend("const" = POLICY_SCHEMA))]
    pub schema: String,
    /// The pack's identifier.
    pub id: String,
    /// The identifier of the pack that it passes on.
    pub parent: String,
    /// The place.
    pub jurisdiction: Jurisdiction,
    /// The document.
    pub document: Document,
    /// When and by whom the pack was last checked against its document.
    pub checked: Checked,
    /// Conditions of its own, beside those of the parent.
    #[schemars(default, with = "Adds<ConditionSchema>")]
    pub adds: Option<()>,
    /// Clauses that the vocabulary itself carries, and how.
    #[schemars(default)]
    pub carried: Vec<Carried>,
}

/// Conditions that a pack adds to every route of its parent.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "for the generated schema; its parts are read one by one")]
pub struct Adds<C> {
    /// To every route to a title.
    #[schemars(default)]
    pub titles: Vec<C>,
    /// To every route to a skill level.
    #[schemars(default)]
    pub skills: Vec<C>,
}

/// Which road a pack describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Road {
    /// The bridge between the two ladders, as the document of a place opens it.
    #[default]
    Bridge,
    /// Ordinary promotion within one ladder: no place's document, kept apart, each clause with its provenance.
    Ordinary,
}

/// The place.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// The key.
    #[serde(deserialize_with = "said")]
    pub key: String,
    /// The GB/T 2260 code, six digits.
    pub code: String,
    /// The Chinese name.
    #[serde(deserialize_with = "said")]
    pub zh: String,
    /// The English name.
    #[serde(deserialize_with = "said")]
    pub en: String,
    /// Further names understood on input.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The document.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The title as printed.
    #[serde(deserialize_with = "said")]
    pub title: String,
    /// The English title.
    #[serde(deserialize_with = "said")]
    pub en: String,
    /// The number, where known.
    #[serde(default)]
    pub number: Option<String>,
    /// What is to be said about the number.
    #[serde(default)]
    pub number_note: Option<Text>,
    /// The issuing body.
    #[serde(deserialize_with = "said")]
    pub issuer: String,
    /// The day of signature, where the text at hand has it.
    #[serde(default)]
    pub issued: Option<Day>,
}

/// When a policy is in force.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day.
    pub from: Day,
    /// The last day; none where none is printed.
    #[serde(default)]
    pub until: Option<Day>,
    /// The clause whose setting names the first day instead.
    #[serde(default)]
    pub from_setting: Option<String>,
    /// The clause whose setting names the last day instead.
    #[serde(default)]
    pub until_setting: Option<String>,
    /// The clauses that say so.
    pub clauses: Vec<String>,
}

/// When and by whom a pack was last checked against its document.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// The day.
    pub on: Day,
    /// By whom: a role, not a person.
    pub by: Text,
    /// The pack that has taken its place, where one has.
    #[serde(default)]
    pub superseded_by: Option<String>,
}

/// Which occupations are related.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// What makes two occupations related beside the same name or the same code.
    pub by: Relation,
    /// The clause.
    pub clause: String,
}

/// What makes two occupations related.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Nothing beside the same name or the same code.
    Same,
    /// The same 小类 group of the classification.
    Group,
    /// One row (major) of the catalogue of the direction asked about.
    Row,
}

/// The title ladder.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "for the generated schema; its parts are read one by one")]
pub struct TitleLadder {
    /// The series governed.
    pub series: Vec<Series>,
    /// The tiers governed, in ladder order.
    pub levels: Vec<TitleTier>,
    /// What eligibility opens.
    pub effect: Effect,
    /// Who decides what is referred, a key of `bodies`.
    pub refers_to: String,
    /// The routes.
    pub routes: Vec<RouteSchema<TitleTier>>,
}

/// The skill ladder.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "for the generated schema; its parts are read one by one")]
pub struct SkillLadder {
    /// The levels governed, in ladder order.
    pub levels: Vec<SkillLevel>,
    /// What eligibility opens.
    pub effect: Effect,
    /// Who decides what is referred, a key of `bodies`.
    pub refers_to: String,
    /// The routes.
    pub routes: Vec<RouteSchema<SkillLevel>>,
}

/// A route, for the schema.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "for the generated schema; its parts are read one by one")]
pub struct RouteSchema<L> {
    /// The identifier, unique in the pack.
    pub id: String,
    /// What the route is called.
    pub name: Text,
    /// The levels it opens.
    pub opens: Vec<L>,
    /// What eligibility opens, where it differs from the ladder's.
    #[schemars(default)]
    pub effect: Option<Effect>,
    /// The choices of settings with which the route is there: clause → choice; always where none.
    #[schemars(default)]
    pub setting: BTreeMap<String, String>,
    /// Shared conditions, by name, in order.
    #[schemars(default)]
    pub with: Vec<String>,
    /// The route's own conditions; all have to hold.
    pub when: Vec<ConditionSchema>,
}

/// The head of a route, read before its conditions.
#[derive(Clone, Debug, Deserialize)]
#[serde(bound(deserialize = "L: serde::de::DeserializeOwned"))]
pub(crate) struct RouteHead<L> {
    pub id: String,
    pub name: Text,
    pub opens: Vec<L>,
    #[serde(default)]
    pub effect: Option<Effect>,
    #[serde(default)]
    pub with: Vec<String>,
}

/// How classes of technical schools count for titles.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Equivalences {
    /// The clause.
    pub clause: String,
    /// Class → level it counts as.
    pub classes: BTreeMap<SchoolClass, EducationLevel>,
}

/// A clause that the vocabulary itself carries.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The clause.
    pub clause: String,
    /// How the product carries it.
    pub by: Text,
}

/// A time in which a direction is open to some persons only; all others are outside.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "for the generated schema; its parts are read one by one")]
pub struct PilotSchema {
    /// The clause.
    pub clause: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// The directions, by the track that they lead to.
    pub tracks: Vec<Track>,
    /// Who is inside: all of these have to hold.
    pub inside: Vec<ConditionSchema>,
}

/// The JSON Schema of `policy.yaml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut generator = schemars::SchemaGenerator::default();
    let whole = generator.subschema_for::<PolicyFile>();
    let passed_on = generator.subschema_for::<PassedOnFile>();
    let definitions = generator.take_definitions(true);
    serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Policy",
        "anyOf": [whole, passed_on],
        "$defs": definitions,
    })
}
