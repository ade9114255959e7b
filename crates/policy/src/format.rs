//! How a pack's `policy.yaml` is written: the typed sections, from which the editors' JSON Schema is generated too.

use std::collections::BTreeMap;

use model::{Day, EducationLevel, Effect, SchoolClass, Series, SkillLevel, TitleTier};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::condition::Condition;

/// The schema identifier of a pack.
pub const POLICY_SCHEMA: &str = "guantong/policy/1";

/// A text in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in the language `zh` or `en`.
    #[must_use]
    pub fn in_language(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh }
    }
}

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
    /// The place.
    pub jurisdiction: Jurisdiction,
    /// The document.
    pub document: Document,
    /// When it is in force.
    pub in_force: InForce,
    /// Which occupations are related.
    pub related: Related,
    /// The catalogue of occupations, where the document has one.
    #[schemars(default)]
    pub catalogue: Option<CatalogueSpec>,
    /// Who decides what is referred, by a key that conditions use.
    pub bodies: BTreeMap<String, Text>,
    /// Conditions that several routes share, by name.
    #[schemars(with = "BTreeMap<String, Vec<ConditionSchema>>")]
    pub shared: BTreeMap<String, Vec<()>>,
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
    /// Clauses that the vocabulary itself carries, and how.
    #[schemars(default)]
    pub carried: Vec<Carried>,
}

/// The place.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// The key.
    pub key: String,
    /// The GB/T 2260 code, six digits.
    pub code: String,
    /// The Chinese name.
    pub zh: String,
    /// The English name.
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
    pub title: String,
    /// The English title.
    pub en: String,
    /// The number, where known.
    #[serde(default)]
    pub number: Option<String>,
    /// What is to be said about the number.
    #[serde(default)]
    pub number_note: Option<Text>,
    /// The issuing body.
    pub issuer: String,
    /// The day of signature.
    pub issued: Day,
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
    /// The clauses that say so.
    pub clauses: Vec<String>,
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
}

/// The catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueSpec {
    /// The file beside `policy.yaml`; columns major_seq, major, code, gbm, occupation, errata.
    pub file: String,
    /// The clause of the whole catalogue.
    pub clause: String,
    /// The clause of one major: this prefix with the major's number.
    pub major_clause_prefix: String,
    /// The series whose specialties the majors are.
    pub series: Series,
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

/// What need not be done or paid.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverSpec {
    /// The clause.
    pub clause: String,
    /// What is waived: `theory-exam`, `theory-fee`.
    pub what: String,
    /// When.
    pub when: WaivedWhen,
    /// One sentence.
    pub says: Text,
}

/// When something is waived.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaivedWhen {
    /// A diploma is relevant to the present occupation.
    DiplomaRelevantToPost,
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

/// One condition as packs write it: its clause, its kind, and what happens when it fails.
#[derive(Clone, Debug)]
pub struct ConditionSchema;

impl JsonSchema for ConditionSchema {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let kinds = Condition::json_schema(generator).to_value();
        let mut variants = kinds.get("oneOf").and_then(|list| list.as_array()).cloned().unwrap_or_default();
        for variant in &mut variants {
            if let Some(properties) = variant.get_mut("properties").and_then(|p| p.as_object_mut()) {
                properties.insert(
                    "clause".into(),
                    serde_json::json!({ "type": "string", "description": "the clause, as the ledger names it" }),
                );
                properties.insert("otherwise".into(), serde_json::json!({ "const": "refer", "description": "a failure is left to people instead of failing" }));
                properties.insert(
                    "refer_to".into(),
                    serde_json::json!({ "type": "string", "description": "who decides, a key of bodies" }),
                );
            }
            if let Some(required) = variant.get_mut("required").and_then(|r| r.as_array_mut()) {
                required.push("clause".into());
            }
        }
        let nested = generator.subschema_for::<Vec<ConditionSchema>>().to_value();
        for key in ["any", "all"] {
            variants.push(serde_json::json!({
                "type": "object", "properties": { key: nested }, "required": [key], "additionalProperties": false,
                "description": if key == "any" { "one of these has to hold" } else { "all of these have to hold" }
            }));
        }
        schemars::json_schema!({ "oneOf": variants })
    }
}

/// The JSON Schema of `policy.yaml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(PolicyFile).to_value()
}
