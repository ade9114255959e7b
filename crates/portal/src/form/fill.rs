//! A dossier as a filled form; what the form cannot show without loss is kept aside.

use model::Dossier;
use serde_json::{Map, Value};

use super::spec::{Kind, LISTS, ListSpec, MOST_ROWS, SCALARS};
use super::state::{BLANK_RECORD, Form, NONE, SOME, cell};
use super::value::text_of;

/// The most years of reviews, or of hours, that are shown.
const MOST_YEARS: usize = 12;

/// Fills the form.
pub(crate) fn fill(dossier: &Dossier) -> Form {
    let mut form = Form::default();
    let Ok(Value::Object(mut rest)) = serde_json::to_value(dossier) else { return form };
    rest.remove("schema");
    for scalar in SCALARS {
        let path: Vec<&str> = scalar.path.split('.').collect();
        if let Some(text) = take(&mut rest, &path, scalar.kind) {
            form.set(scalar.path, text);
        }
    }
    years(&mut form, &mut rest, "reviews", Kind::Text(None));
    years(&mut form, &mut rest, "continuing_education", Kind::Number);
    for list in LISTS {
        records(&mut form, &mut rest, list);
    }
    // What is kept of the lists has been put there by `records`.
    for (key, value) in rest {
        form.kept.insert(key, value);
    }
    form
}

/// Takes the text of a value out of a document, and mappings that it leaves empty with it.
fn take(rest: &mut Map<String, Value>, path: &[&str], kind: Kind) -> Option<String> {
    let (first, inner) = path.split_first()?;
    if inner.is_empty() {
        let text = text_of(kind, rest.get(*first)?)?;
        rest.remove(*first);
        return Some(text);
    }
    let below = rest.get_mut(*first)?.as_object_mut()?;
    let text = take(below, inner, kind);
    if below.is_empty() {
        rest.remove(*first);
    }
    text
}

fn years(form: &mut Form, rest: &mut Map<String, Value>, key: &str, kind: Kind) {
    let Some(years) = rest.get_mut(key).and_then(Value::as_object_mut) else { return };
    let latest: Vec<String> = years.keys().rev().take(MOST_YEARS).cloned().collect();
    for year in latest {
        if let Some(text) = take(years, &[&year], kind) {
            form.set(format!("{key}.{year}"), text);
        }
    }
    if years.is_empty() {
        rest.remove(key);
    }
}

fn records(form: &mut Form, rest: &mut Map<String, Value>, list: &'static ListSpec) {
    let Some(Value::Array(mut records)) = rest.remove(list.name) else { return };
    form.set(list.name, if records.is_empty() { NONE } else { SOME });
    let beyond = records.split_off(records.len().min(MOST_ROWS));
    let mut rests = Vec::with_capacity(records.len());
    for (row, record) in records.into_iter().enumerate() {
        let Value::Object(mut record) = record else { continue };
        let mut blank = true;
        for (key, text) in special(list, &mut record) {
            form.set(cell(list, row, key), text);
            blank = false;
        }
        for column in list.columns {
            if let Some(text) = take(&mut record, &[column.path], column.kind) {
                form.set(cell(list, row, column.path), text);
                blank = false;
            }
        }
        if blank {
            form.set(cell(list, row, BLANK_RECORD), "yes");
        }
        rests.push(Value::Object(record));
    }
    form.keep_rows(list, rests, beyond);
}

/// Facts of a record that the form asks in another shape than the dossier has.
fn special(list: &ListSpec, record: &mut Map<String, Value>) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    match list.name {
        "work" => {
            if record.get("to") == Some(&Value::Null) {
                record.remove("to");
                found.push(("going_on", "yes".to_owned()));
            }
            if record.get("skilled") == Some(&Value::Bool(false)) {
                record.remove("skilled");
                found.push(("unskilled", "yes".to_owned()));
            }
        }
        "education" => {
            let relevance = match record.get("relevant_to") {
                Some(Value::Array(names)) if names.is_empty() => NONE,
                Some(names) if text_of(Kind::Names, names).is_some() => SOME,
                _ => return found,
            };
            if relevance == NONE {
                record.remove("relevant_to");
            }
            found.push(("relevance", relevance.to_owned()));
        }
        "sanctions" => {
            record.remove("kind");
        }
        _ => {}
    }
    found
}
