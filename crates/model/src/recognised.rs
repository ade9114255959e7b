//! What each place makes of the records of a person, as it goes out.

use schemars::JsonSchema;
use serde::Serialize;

use crate::truth::Truth;

/// One record of the dossier, place by place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Recognised {
    /// The path of the record, for example `skills[0]`.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// One for each place, in the order of the results.
    pub places: Vec<RecognisedIn>,
}

/// How one place takes a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RecognisedIn {
    /// The key of the place.
    pub jurisdiction: String,
    /// `yes` where a condition that reads it holds, `refer` where people decide, `no` where each fails; `unknown` where no
    /// condition that is shown reads it.
    pub standing: Truth,
    /// The clauses of those conditions.
    pub clauses: Vec<String>,
}
