//! The JSON Schemas of what goes in and what comes out.

use model::Dossier;
use model::decision::{DecisionDocument, Decisions};
use model::plan::{PlanDocument, Plans};
use model::question::QuestionDocument;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::coverage::CoverageDocument;

/// Which schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaOf {
    /// A pack's `policy.yaml`.
    Pack,
    /// A dossier.
    Dossier,
    /// The decisions of one place.
    Decision,
    /// The decisions of all places.
    Decisions,
    /// The plan of one place.
    Plan,
    /// The plans of all places.
    Plans,
    /// The next question of an interview.
    Question,
    /// A file of worked examples.
    Cases,
    /// What a search of the catalogues answers.
    Catalogue,
    /// What carries each clause.
    Coverage,
}

/// The schema of something that is only ever written: what may be left out is not asked for.
#[must_use]
pub fn answer<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema as JSON.
#[must_use]
pub fn schema(of: SchemaOf) -> Value {
    match of {
        SchemaOf::Pack => policy::format::schema(),
        SchemaOf::Dossier => schemars::schema_for!(Dossier).to_value(),
        SchemaOf::Decision => answer::<DecisionDocument>(),
        SchemaOf::Decisions => answer::<Decisions>(),
        SchemaOf::Plan => answer::<PlanDocument>(),
        SchemaOf::Plans => answer::<Plans>(),
        SchemaOf::Question => answer::<QuestionDocument>(),
        SchemaOf::Catalogue => answer::<crate::lookup::Found>(),
        SchemaOf::Cases => crate::cases::schema(),
        SchemaOf::Coverage => answer::<CoverageDocument>(),
    }
}
