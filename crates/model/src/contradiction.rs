//! Facts of a history that do not go together: values that name both facts and their days. They warn and decide nothing.

use crate::day::Day;
use crate::paths::FactPath;
use crate::words::ContradictionKind;

/// A fact with its day, where one is stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DatedFact {
    /// The fact.
    pub path: FactPath,
    /// Its day; the first day of a year that stands for itself.
    pub day: Option<Day>,
}

/// What a fact does not go together with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Against {
    /// Another fact.
    Fact(DatedFact),
    /// The day asked about.
    DayAsked(Day),
}

/// Two facts that do not go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// How they contradict each other.
    pub kind: ContradictionKind,
    /// The fact that is out of place: the higher level, the early record, the second of two alike.
    pub fact: DatedFact,
    /// What it is compared with.
    pub against: Against,
}
