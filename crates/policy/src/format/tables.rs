//! How the tables of a pack are described: catalogues and service points.

use std::collections::BTreeMap;

use model::{Direction, Series};
use schemars::JsonSchema;
use serde::Deserialize;

/// One table of a catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// The file beside `policy.yaml`.
    pub file: String,
    /// The clause of the table.
    pub clause: String,
    /// The clause of one major: this prefix with the major's number; the table's where none.
    #[serde(default)]
    pub major_clause_prefix: Option<String>,
    /// What the table lists; the same for all tables of a pack.
    pub lists: Lists,
    /// The direction that it serves; both where none.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// The series whose specialties the majors are, or the printed series names with what they mean.
    pub series: SeriesOf,
    /// What the columns are called.
    pub columns: Columns,
}

/// What a catalogue lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lists {
    /// Groups (小类) of the classification; an occupation is placed in its group.
    Groups,
    /// Occupations by name.
    Names,
}

/// The series of a table.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SeriesOf {
    /// One for the whole table.
    One(Series),
    /// By what the table prints.
    Printed(BTreeMap<String, Series>),
}

impl SeriesOf {
    /// The series of a row that prints `printed`.
    #[must_use]
    pub fn of(&self, printed: Option<&str>) -> Option<Series> {
        match self {
            Self::One(series) => Some(*series),
            Self::Printed(names) => names.get(printed?).copied(),
        }
    }
}

/// The columns of a catalogue table; `errata` is always called so.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The major.
    pub major: String,
    /// The occupation or the group.
    pub occupation: String,
    /// The number of the major, from 1.
    #[serde(default)]
    pub number: Option<String>,
    /// The printed series.
    #[serde(default)]
    pub series: Option<String>,
    /// The three-part code of the group.
    #[serde(default)]
    pub code: Option<String>,
    /// Another printed code beside it.
    #[serde(default)]
    pub printed_code: Option<String>,
    /// The body that reviews.
    #[serde(default)]
    pub body: Option<String>,
    /// Further fields printed beside the major.
    #[serde(default)]
    pub scope: Option<String>,
}

/// Where an examination can be taken.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServicePointsSpec {
    /// The file beside `policy.yaml`; columns seq, institution, occupation, level, errata. An operator's own list may
    /// have `errata_zh`, and `address`, `contact`, `phone`, which the look-up then shows: persons are not shipped.
    pub file: String,
    /// The clause of the list.
    pub clause: String,
}
