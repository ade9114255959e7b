//! Answers questions of an interview out of a dossier that states more.

use std::collections::BTreeSet;

use engine::Facts;
use engine::ask::{Asked, Interview, ask};
use model::paths::FactPath;
use model::{Day, Dossier, Standards, Target};
use policy::Policy;
use serde_json::{Map, Value};

use super::packs::packs;

/// One step of a path: a key, and the number of a record of the list that stands there.
fn steps(path: FactPath) -> Vec<(String, Option<usize>)> {
    let step = |part: &str| match part.split_once('[') {
        Some((key, index)) => (key.to_owned(), index.trim_end_matches(']').parse().ok()),
        None => (part.to_owned(), None),
    };
    path.to_string().split('.').map(step).collect()
}

/// What a dossier states at a path.
pub fn stated(dossier: &Value, path: FactPath) -> Option<Value> {
    let mut place = dossier;
    for (key, index) in steps(path) {
        place = place.get(key)?;
        if let Some(index) = index {
            place = place.get(index)?;
        }
    }
    Some(place.clone())
}

/// States a value at a path.
pub fn state(dossier: &mut Value, path: FactPath, value: Value) {
    let mut place = dossier;
    for (key, index) in steps(path) {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = place.as_object_mut().expect("an object").entry(key).or_insert(Value::Null);
        if let Some(index) = index {
            place = place.get_mut(index).expect("the record is stated");
        }
    }
    *place = value;
}

/// An interview that has ended.
pub struct Held {
    /// What was asked, in order.
    pub asked: Vec<FactPath>,
    /// What the person could not state.
    pub unknown: BTreeSet<FactPath>,
    /// The dossier at the end.
    pub dossier: Dossier,
    /// How it stands at the end.
    pub end: Interview,
}

/// Where a person is interviewed: the policies with the targets asked about, the years of standards, the day.
pub struct Place<'w> {
    /// The policies, each with its targets.
    pub places: Vec<(&'w Policy, Vec<Target>)>,
    /// Years left to standards.
    pub standards: &'w Standards,
    /// The day.
    pub as_of: Day,
}

/// Interviews a person who knows what `full` states, beginning with what `known` states.
pub fn interview(full: &Dossier, known: &Dossier, place: &Place<'_>) -> Held {
    let full = serde_json::to_value(full).expect("a dossier is a document");
    let mut document = serde_json::to_value(known).expect("a dossier is a document");
    let (mut asked, mut unknown) = (Vec::new(), BTreeSet::new());
    loop {
        let dossier = Dossier::read(&document.to_string()).unwrap_or_else(|faults| panic!("{document}: {faults}"));
        let facts = |policy| Facts::new(policy, &packs().national, place.standards, &dossier, place.as_of);
        let read: Vec<Facts<'_>> = place.places.iter().map(|(policy, _)| facts(*policy)).collect();
        let targets = place.places.iter().map(|(_, targets)| targets.as_slice());
        let all: Vec<Asked<'_, '_>> =
            read.iter().zip(targets).map(|(facts, targets)| Asked { facts, targets }).collect();
        let end = ask(&all, &unknown);
        let Some(next) = end.questions.first().map(|question| question.path) else {
            return Held { asked, unknown, dossier, end };
        };
        asked.push(next);
        match stated(&full, next) {
            Some(value) => state(&mut document, next, value),
            None => drop(unknown.insert(next)),
        }
        assert!(asked.len() < 500, "the interview does not end: {asked:?}");
    }
}
