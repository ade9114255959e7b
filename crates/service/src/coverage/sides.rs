//! Worked examples on the two sides of a condition: where it holds, and where it fails or is left to people.

use model::Truth;
use schemars::JsonSchema;
use serde::Serialize;

/// How many examples are named.
const NAMED: usize = 3;

/// The worked examples on one side.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct Side {
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub first: Vec<String>,
    /// The last one counted, so that one example counts once.
    #[serde(skip)]
    last: Option<usize>,
}

impl Side {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds an example; one that was added last is not counted again.
    pub(crate) fn add(&mut self, number: usize, id: &str) {
        if self.last == Some(number) {
            return;
        }
        self.last = Some(number);
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(id.to_owned());
        }
    }
}

/// The worked examples in which something holds, fails, or is left to people.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct Sides {
    /// It holds.
    pub yes: Side,
    /// It fails.
    pub no: Side,
    /// People decide.
    pub refer: Side,
    /// Of counted evidence: it falls short, so that people still judge.
    #[serde(skip_serializing_if = "Side::is_empty")]
    pub short: Side,
}

/// The worked examples at the very day on which a clock is met, and on the day before.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct Edge {
    /// Asked on the day itself: it holds.
    pub on_the_day: Side,
    /// Asked on the day before: it fails.
    pub day_before: Side,
}

impl Sides {
    pub(crate) fn add(&mut self, holds: Truth, number: usize, id: &str) {
        match holds {
            Truth::Yes => self.yes.add(number, id),
            Truth::No => self.no.add(number, id),
            Truth::Refer => self.refer.add(number, id),
            Truth::Unknown => {}
        }
    }

    /// Whether there are examples both where it holds and where it does not.
    #[must_use]
    pub fn are_both(&self) -> bool {
        self.yes.count > 0 && self.no.count + self.refer.count + self.short.count > 0
    }

    /// Whether no example exercises it.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.yes.count + self.no.count + self.refer.count + self.short.count == 0
    }
}
