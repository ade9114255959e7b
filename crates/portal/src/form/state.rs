//! The form as it is filled in: texts by field name, and what the form cannot show.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::spec::{LISTS, ListSpec, MOST_ROWS};

/// The answer that a list has no records.
pub(crate) const NONE: &str = "none";
/// The answer that a list has the records of its rows.
pub(crate) const SOME: &str = "some";
/// Marks a row of a record about which nothing is known.
pub(crate) const BLANK_RECORD: &str = "record";

/// A form as filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Form {
    /// Texts by field name.
    pub(crate) values: BTreeMap<String, String>,
    /// What the form does not show, as the rest of a dossier.
    pub(crate) kept: Map<String, Value>,
    /// How many rows each list shows, by its name.
    pub(crate) rows: BTreeMap<&'static str, usize>,
}

impl Form {
    /// A form out of the pairs that a browser sends; the rest of a dossier comes as JSON in `kept`.
    pub(crate) fn of_pairs<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Self {
        let mut form = Self::default();
        for (name, text) in pairs {
            if name == "kept" {
                if let Ok(Value::Object(kept)) = serde_json::from_str(text) {
                    form.kept = kept;
                }
            } else {
                form.values.insert(name.to_owned(), text.to_owned());
            }
        }
        for list in LISTS {
            form.compact(list);
        }
        form
    }

    /// Puts what a browser sends for some fields in the place of what stood there; `replaced` says which fields were shown.
    pub(crate) fn overlay<'p>(
        &mut self,
        replaced: impl Fn(&str) -> bool,
        pairs: impl Iterator<Item = (&'p str, &'p str)>,
    ) {
        self.values.retain(|name, _| !replaced(name));
        for (name, text) in pairs {
            self.set(name, text);
        }
        for list in LISTS {
            self.compact(list);
        }
    }

    /// The text of a field; blank where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.values.get(name).map_or("", |text| text.trim())
    }

    /// Sets a field.
    pub(crate) fn set(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.values.insert(name.into(), text.into());
    }

    /// How many rows of a list are filled in.
    pub(crate) fn filled(&self, list: &ListSpec) -> usize {
        (0..MOST_ROWS).rev().find(|row| self.is_filled(list, *row)).map_or(0, |row| row + 1)
    }

    /// Whether something stands in a row.
    fn is_filled(&self, list: &ListSpec, row: usize) -> bool {
        let stated = |key: &str| !self.text(&cell(list, row, key)).is_empty();
        stated(BLANK_RECORD) || list.columns.iter().any(|column| stated(column.path))
    }

    /// Moves the filled rows together, so that row numbers are record numbers; what is kept of a row goes with it.
    fn compact(&mut self, list: &'static ListSpec) {
        let mut kept = self.kept_rows(list);
        let (shown, beyond): (Vec<Value>, Vec<Value>) = {
            let beyond = kept.split_off(kept.len().min(MOST_ROWS));
            (kept, beyond)
        };
        let mut rests: Vec<Value> = Vec::new();
        let mut next = 0;
        for row in 0..MOST_ROWS {
            if !self.is_filled(list, row) {
                continue;
            }
            if next < row {
                for key in list.columns.iter().map(|column| column.path).chain([BLANK_RECORD]) {
                    if let Some(text) = self.values.remove(&cell(list, row, key)) {
                        self.values.insert(cell(list, next, key), text);
                    } else {
                        self.values.remove(&cell(list, next, key));
                    }
                }
            }
            rests.push(shown.get(row).cloned().unwrap_or_else(|| Value::Object(Map::new())));
            next += 1;
        }
        self.keep_rows(list, rests, beyond);
    }

    /// What is kept of each record, in order; records past the last shown row are kept whole.
    pub(crate) fn kept_rows(&self, list: &ListSpec) -> Vec<Value> {
        self.kept.get(list.name).and_then(Value::as_array).cloned().unwrap_or_default()
    }

    /// Keeps the rests of the shown records, and the records beyond.
    pub(crate) fn keep_rows(&mut self, list: &ListSpec, mut rests: Vec<Value>, beyond: Vec<Value>) {
        let is_blank = |rest: &Value| rest.as_object().is_none_or(Map::is_empty);
        if beyond.is_empty() && rests.iter().all(is_blank) {
            self.kept.remove(list.name);
            return;
        }
        if !beyond.is_empty() {
            rests.resize(MOST_ROWS, Value::Object(Map::new()));
        }
        rests.extend(beyond);
        self.kept.insert(list.name.to_owned(), Value::Array(rests));
    }

    /// How many records are kept beyond the rows.
    pub(crate) fn beyond(&self, list: &ListSpec) -> usize {
        self.kept.get(list.name).and_then(Value::as_array).map_or(0, |rows| rows.len().saturating_sub(MOST_ROWS))
    }

    /// Adds a blank row to a list.
    pub(crate) fn add_row(&mut self, list: &'static ListSpec) {
        let shown = self.shown_rows(list);
        self.rows.insert(list.name, (shown + 1).min(MOST_ROWS));
        self.set(list.name, SOME);
    }

    /// Takes a row out of a list.
    pub(crate) fn remove_row(&mut self, list: &'static ListSpec, row: usize) {
        let shown = self.shown_rows(list);
        for key in list.columns.iter().map(|column| column.path).chain([BLANK_RECORD]) {
            self.values.remove(&cell(list, row, key));
        }
        self.compact(list);
        self.rows.insert(list.name, shown.saturating_sub(1).max(1));
    }

    /// How many rows of a list are shown: the filled ones, or as many as a fresh form or a request to add one wants.
    pub(crate) fn shown_rows(&self, list: &ListSpec) -> usize {
        let wanted =
            self.rows.get(list.name).copied().or_else(|| self.text(&format!("{}.rows", list.name)).parse().ok());
        self.filled(list).max(wanted.unwrap_or(list.fresh)).clamp(1, MOST_ROWS)
    }
}

/// The name of a field in a row.
pub(crate) fn cell(list: &ListSpec, row: usize, key: &str) -> String {
    format!("{}[{row}].{key}", list.name)
}
