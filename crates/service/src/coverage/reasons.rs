//! Why nothing carries a clause that decides nothing: by its kind, and by what the ledger says of it.

use policy::Clause;

use super::Both;
use super::carriers::said;

/// Kinds of provisions with a reason of their own.
const KINDS: &[&str] = &["principle", "duty", "benefit", "scope", "temporal", "procedure"];

/// The reason in both languages.
#[must_use]
pub fn why_nothing(clause: &Clause) -> Both {
    let kind = if KINDS.contains(&clause.kind.key()) { clause.kind.key() } else { "other" };
    said(&format!("nothing-{kind}"), &[])
}
