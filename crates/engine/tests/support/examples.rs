//! The people of the worked examples beside the packs.

use model::node::{Format, Node};
use model::{Day, Dossier};
use policy::Policy;
use serde_json::{Map, Value};

use super::packs::{files, packs};

/// One worked example: a person, a place and a day.
#[allow(dead_code, reason = "each test crate uses a part of it")]
pub struct Example {
    /// The file and the example's name.
    pub id: String,
    /// The policy of the place.
    pub policy: &'static Policy,
    /// The day.
    pub as_of: Day,
    /// The dossier as JSON.
    pub text: String,
    /// The dossier.
    pub dossier: Dossier,
}

/// Every worked example whose dossier can be read.
pub fn examples() -> Vec<Example> {
    files().paths().filter(|path| path.contains("/cases/")).flat_map(of_file).collect()
}

fn of_file(path: &str) -> Vec<Example> {
    let text = files().get(path).expect("the file is there");
    let file = Node::read_as(text, Format::Yaml).unwrap_or_else(|faults| panic!("{path}: {faults}")).to_json();
    let policy = packs().named(file["jurisdiction"].as_str().unwrap_or_default()).expect("the place has a policy");
    let none = Vec::new();
    let cases = file["cases"].as_array().unwrap_or(&none);
    let example = |case: &Value| {
        let mut dossier = file["base"].clone();
        for path in case["remove"].as_array().unwrap_or(&none) {
            remove(&mut dossier, path.as_str().unwrap_or_default());
        }
        for (path, value) in case["set"].as_object().unwrap_or(&Map::new()) {
            set(&mut dossier, path, value.clone());
        }
        let text = dossier.to_string();
        Some(Example {
            id: format!("{path} {}", case["id"]),
            policy,
            as_of: Day::parse(case["as_of"].as_str()?).ok()?,
            dossier: Dossier::read(&text).ok()?,
            text,
        })
    };
    cases.iter().filter_map(example).collect()
}

fn remove(document: &mut Value, path: &str) {
    let mut place = document;
    let mut steps = path.split('.').peekable();
    while let Some(step) = steps.next() {
        let Some(entries) = place.as_object_mut() else { return };
        if steps.peek().is_none() {
            entries.remove(step);
            return;
        }
        let Some(inner) = entries.get_mut(step) else { return };
        place = inner;
    }
}

fn set(document: &mut Value, path: &str, value: Value) {
    let mut place = document;
    for step in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Some(entries) = place.as_object_mut() else { return };
        place = entries.entry(step).or_insert(Value::Null);
    }
    *place = value;
}
