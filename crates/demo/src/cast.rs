//! Who acts: the account of an organisation's role, named after both.

use casework::{Actor, Role};
use serde_json::Value;

/// The word of a role, as the interfaces spell it.
pub(crate) fn role_key(role: Role) -> String {
    match serde_json::to_value(role) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Who acts for an organisation in a role: the account `{organisation}-{role}`.
#[must_use]
pub fn acting(organisation: &str, role: Role) -> Actor {
    Actor { id: format!("{organisation}-{}", role_key(role)), organisation: Some(organisation.to_owned()), role }
}

/// The clerk of an organisation.
#[must_use]
pub fn clerk(organisation: &str) -> Actor {
    acting(organisation, Role::Clerk)
}

/// An applicant.
pub(crate) fn applicant(account: &str) -> Actor {
    Actor { id: account.to_owned(), organisation: None, role: Role::Applicant }
}
