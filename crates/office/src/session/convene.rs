//! What the one who convenes a session says: whom, on which day, which cases. Everything else is on record.

use casework::session::Group;
use model::{Day, Faults};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::OfficeError;

/// The orders to a session that say less than the command they become.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Arranging {
    /// Convene the session.
    Convene(ConveneOrder),
    /// Replace a member before the session sits.
    Replace {
        /// The member who leaves.
        out: String,
        /// The expert of the pool who comes.
        by: String,
    },
}

/// What convenes a session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConveneOrder {
    /// The committee's id.
    pub committee: String,
    /// The draw by which the members came, where they were drawn.
    #[serde(default)]
    pub draw: Option<String>,
    /// The members: ids of experts of the committee's pool.
    pub members: Vec<String>,
    /// Who leads, a member.
    pub chair: String,
    /// The day.
    pub on: Day,
    /// The groups.
    pub groups: Vec<Group>,
    /// The cases.
    pub agenda: Vec<ToReview>,
}

/// A case that a session is to review.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToReview {
    /// The case's id.
    pub case: String,
    /// The key of the group.
    pub group: String,
    /// The id of a scoring sheet that the committee has on file.
    pub sheet: String,
    /// Whether the applicant defends.
    #[serde(default)]
    pub defence: bool,
    /// The session that voted before, where this is a re-examination.
    #[serde(default)]
    pub re_examines: Option<String>,
}

/// The order, where it is one of those that say less than the command they become.
///
/// # Errors
/// It is one, and has faults.
pub(super) fn arranging(order: &Value) -> Result<Option<Arranging>, OfficeError> {
    if !matches!(order.get("command").and_then(Value::as_str), Some("convene" | "replace")) {
        return Ok(None);
    }
    Arranging::deserialize(order).map(Some).map_err(|error| {
        let remedy = "correct it; the description of the API names what is known";
        OfficeError::Faults(Faults::one("", error.to_string(), remedy))
    })
}
