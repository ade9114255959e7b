//! A filled form as a dossier: absent where nothing is stated, empty where none is stated.

use model::{Dossier, Faults};
use serde_json::{Map, Value};

use super::spec::{Kind, LISTS, ListSpec, MOST_ROWS, SCALARS};
use super::state::{Form, NONE, SOME, cell};
use super::value::value_of;

/// Reads the dossier out of the form.
///
/// # Errors
/// Every fault, under the name of its field.
pub(crate) fn gather(form: &Form) -> Result<Dossier, Faults> {
    let mut faults = Faults::default();
    let mut document = form.kept.clone();
    document.insert("schema".to_owned(), model::dossier::DOSSIER_SCHEMA.into());
    for scalar in SCALARS {
        if let Some(value) = value_of(scalar.kind, form.text(scalar.path)) {
            let path: Vec<&str> = scalar.path.split('.').collect();
            put(&mut document, &path, value);
        }
    }
    for (name, text) in &form.values {
        for (key, kind) in [("reviews", Kind::Text(None)), ("continuing_education", Kind::Number)] {
            let year = name.strip_prefix(key).and_then(|rest| rest.strip_prefix('.'));
            if let (Some(year), Some(value)) = (year, value_of(kind, text)) {
                put(&mut document, &[key, year], value);
            }
        }
    }
    for list in LISTS {
        match records(form, list, &mut faults) {
            Some(records) => document.insert(list.name.to_owned(), Value::Array(records)),
            None => document.remove(list.name),
        };
    }
    match Dossier::read(&Value::Object(document).to_string()) {
        Ok(dossier) => faults.unless(dossier),
        Err(found) => {
            for fault in found.faults {
                faults.add(fault.path, None, fault.problem, fault.remedy);
            }
            faults.further += found.further;
            Err(faults)
        }
    }
}

/// Puts a value into a document, making the mappings on the way.
fn put(document: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [key] => {
            document.insert((*key).to_owned(), value);
        }
        [first, inner @ ..] => {
            let below = document.entry(*first).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(below) = below {
                put(below, inner, value);
            }
        }
    }
}

/// The records of a list; `None` where nothing is stated about it.
fn records(form: &Form, list: &'static ListSpec, faults: &mut Faults) -> Option<Vec<Value>> {
    let filled = form.filled(list);
    let kept = form.kept_rows(list);
    let beyond = form.beyond(list);
    let choice = form.text(list.name);
    if choice != SOME {
        if filled > 0 || beyond > 0 {
            let problem = if choice == NONE {
                "none is chosen, but records are filled in"
            } else {
                "nothing is chosen, but records are filled in"
            };
            faults.add(list.name, None, problem, "choose that there are these, or clear the rows");
        }
        return (choice == NONE).then(Vec::new);
    }
    let filled = if list.name == "sanctions" { filled.max(1) } else { filled };
    if filled == 0 && beyond == 0 {
        faults.add(list.name, None, "no row is filled in", "fill in a row, or choose none or not stated");
    }
    let rest = |row: usize| kept.get(row).and_then(Value::as_object).cloned().unwrap_or_default();
    let mut records: Vec<Value> =
        (0..filled).map(|row| Value::Object(record(form, list, row, rest(row), faults))).collect();
    records.extend(kept.into_iter().skip(MOST_ROWS));
    Some(records)
}

fn record(
    form: &Form,
    list: &'static ListSpec,
    row: usize,
    mut record: Map<String, Value>,
    faults: &mut Faults,
) -> Map<String, Value> {
    for column in list.columns {
        if let Some(value) = value_of(column.kind, form.text(&cell(list, row, column.path))) {
            record.insert(column.path.to_owned(), value);
        }
    }
    match list.name {
        "work" => {
            if record.remove("unskilled").is_some() {
                record.insert("skilled".to_owned(), false.into());
            }
            if record.remove("going_on").is_some() && record.insert("to".to_owned(), Value::Null).is_some() {
                let problem = "an end is filled in for work that goes on";
                faults.add(cell(list, row, "to"), None, problem, "clear the end, or the mark");
            }
        }
        "education" => relevance(list, row, &mut record, faults),
        "sanctions" => {
            record.insert("kind".to_owned(), "fraud".into());
        }
        _ => {}
    }
    record
}

/// Whether a diploma is relevant: not stated, to none, or to the names given.
fn relevance(list: &ListSpec, row: usize, record: &mut Map<String, Value>, faults: &mut Faults) {
    let choice = record.remove("relevance");
    let named = record.contains_key("relevant_to");
    match choice.as_ref().and_then(Value::as_str) {
        Some(NONE) if named => {
            let problem = "none is chosen, but occupations are filled in";
            faults.add(cell(list, row, "relevant_to"), None, problem, "clear them, or choose that there are these");
        }
        Some(NONE) => {
            record.insert("relevant_to".to_owned(), Value::Array(Vec::new()));
        }
        Some(SOME) if !named => {
            let problem = "no occupation is filled in";
            faults.add(cell(list, row, "relevant_to"), None, problem, "name the occupations");
        }
        _ => {}
    }
}
