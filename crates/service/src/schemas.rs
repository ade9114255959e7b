//! The JSON Schemas of what goes in and what comes out.

use model::Dossier;
use model::decision::{DecisionDocument, Decisions};
use model::plan::{PlanDocument, Plans};
use model::question::QuestionDocument;
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

/// The schema as JSON.
#[must_use]
pub fn schema(of: SchemaOf) -> Value {
    match of {
        SchemaOf::Pack => policy::format::schema(),
        SchemaOf::Dossier => schemars::schema_for!(Dossier).to_value(),
        SchemaOf::Decision => schemars::schema_for!(DecisionDocument).to_value(),
        SchemaOf::Decisions => schemars::schema_for!(Decisions).to_value(),
        SchemaOf::Plan => schemars::schema_for!(PlanDocument).to_value(),
        SchemaOf::Plans => schemars::schema_for!(Plans).to_value(),
        SchemaOf::Question => schemars::schema_for!(QuestionDocument).to_value(),
        SchemaOf::Catalogue => schemars::schema_for!(crate::lookup::Found).to_value(),
        SchemaOf::Cases => crate::cases::schema(),
        SchemaOf::Coverage => schemars::schema_for!(CoverageDocument).to_value(),
    }
}
