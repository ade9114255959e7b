//! What was made, for whoever wants to log in.

use casework::Role;
use model::Day;
use serde::Serialize;

use crate::accounts::SecondFactor;

/// The schema identifier of [`Made`].
pub const SCHEMA: &str = "guantong/demo/1";

/// A demo as it was made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Made {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The first day that was played.
    pub from: Day,
    /// The last day that was played.
    pub until: Day,
    /// The accounts that can log in.
    pub accounts: Vec<MadeAccount>,
    /// The cases.
    pub cases: Vec<MadeCase>,
}

/// An account that can log in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MadeAccount {
    /// Its id.
    pub account: String,
    /// The place, by key; none for who works for all.
    pub place: Option<String>,
    /// The id of its organisation; none for applicants and who works for all.
    pub organisation: Option<String>,
    /// Its role.
    pub role: Role,
    /// Its password.
    pub password: String,
    /// Its second factor, where the role needs one.
    pub second_factor: Option<SecondFactor>,
    /// What there is to see: the text `demo-look-…` says it in words.
    pub look: String,
}

/// A case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MadeCase {
    /// Its id.
    pub case: String,
    /// The place, by key.
    pub place: String,
    /// The level.
    pub target: String,
    /// The applicant's account.
    pub applicant: String,
    /// How far it goes, as the data have it.
    pub goes: String,
    /// The step in which it stands, or where it ended.
    pub status: String,
}
