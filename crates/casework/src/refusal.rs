//! Why an order may not happen: a value with its clause, made into a sentence only at the edge.

use std::collections::BTreeMap;

use serde::Serialize;

/// Why an order is refused. Sentences stand in `wording` as `refusal-<code>`, what would do as `refusal-<code>-remedy`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Refusal {
    /// The kind, for example `notice-still-open`.
    pub code: &'static str,
    /// The clause that says so, where one does.
    pub clause: Option<String>,
    /// What the sentence names: days, steps, numbers.
    pub arguments: BTreeMap<&'static str, String>,
}

impl Refusal {
    /// A refusal by the rules of the engine itself.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, clause: None, arguments: BTreeMap::new() }
    }

    /// A refusal by a clause.
    #[must_use]
    pub fn by(clause: impl Into<String>, code: &'static str) -> Self {
        Self { clause: Some(clause.into()), ..Self::new(code) }
    }

    /// With the clause that says so, where the rules that came in name one.
    #[must_use]
    pub fn citing(mut self, clause: Option<&str>) -> Self {
        self.clause = clause.map(str::to_owned);
        self
    }

    /// With something that the sentence names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.insert(name, value.to_string());
        self
    }
}
