//! Which fields of the form state a fact of the dossier, and whether a dossier states it.

use model::Dossier;
use model::paths::FactPath;
use serde_json::Value;

use super::spec::{MOST_ROWS, list_named};

/// The names of the fields that state a fact: a list by its own name, the keys of a record by the fields of its row. None where
/// the form has no field, which is so past the last row that it shows.
pub(crate) fn fields_of(fact: FactPath) -> Vec<String> {
    let own = fact.to_string();
    let row = match fact {
        FactPath::Skill(row, _)
        | FactPath::Title(row, _)
        | FactPath::WorkItem(row, _)
        | FactPath::Honour(row, _)
        | FactPath::Diploma(row, _)
        | FactPath::Sanction(row, _) => row,
        _ => return vec![own],
    };
    if usize::try_from(row).is_ok_and(|row| row >= MOST_ROWS) {
        return Vec::new();
    }
    let beside = |list: &str, key: &str| format!("{list}[{row}].{key}");
    match fact {
        FactPath::WorkItem(_, "to") => vec![own, beside("work", "going_on")],
        FactPath::Diploma(_, "level") => vec![own, beside("education", "class")],
        FactPath::Diploma(_, "relevant_to") => vec![beside("education", "relevance"), own],
        _ => vec![own],
    }
}

/// Whether a field is one of those that state a fact.
pub(crate) fn is_of_fact(fact: FactPath, field: &str) -> bool {
    let own = fact.to_string();
    match list_named(&own) {
        Some(list) => field.strip_prefix(list.name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.'])),
        None => fields_of(fact).iter().any(|name| name == field),
    }
}

/// Whether a dossier states a fact.
pub(crate) fn states(dossier: &Dossier, fact: FactPath) -> bool {
    let Ok(document) = serde_json::to_value(dossier) else { return false };
    let mut place = Some(&document);
    for part in fact.to_string().split('.') {
        let (key, index) = match part.split_once('[') {
            Some((key, index)) => (key, index.trim_end_matches(']').parse::<usize>().ok()),
            None => (part, None),
        };
        place = place.and_then(|value: &Value| value.get(key));
        if let Some(index) = index {
            place = place.and_then(|value| value.get(index));
        }
    }
    place.is_some()
}
