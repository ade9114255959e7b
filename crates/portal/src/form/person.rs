//! Who the person is: asked where an application is made, and kept aside by the self-check, which does not need it.

use serde_json::{Map, Value};

use super::spec::{Choices, Kind, Scalar};
use super::state::Form;

const KEY: &str = "person";

/// The facts on the person, in the order of the form.
pub(crate) const PERSON: &[Scalar] = &[
    Scalar { path: "person.name", kind: Kind::Text(None) },
    Scalar { path: "person.sex", kind: Kind::Word(Choices::Sex) },
    Scalar { path: "person.birth_date", kind: Kind::Date },
];

/// The key of a fact within the person.
fn key(scalar: &Scalar) -> &'static str {
    scalar.path.split_once('.').map_or(scalar.path, |(_, key)| key)
}

/// Moves the facts on the person from what is kept aside into fields.
pub(crate) fn show_person(form: &mut Form) {
    let Some(Value::Object(person)) = form.kept.get_mut(KEY) else { return };
    let mut shown = Vec::new();
    for scalar in PERSON {
        if let Some(text) = person.get(key(scalar)).and_then(Value::as_str).map(str::to_owned) {
            person.remove(key(scalar));
            shown.push((scalar.path, text));
        }
    }
    if person.is_empty() {
        form.kept.remove(KEY);
    }
    for (path, text) in shown {
        form.set(path, text);
    }
}

/// Moves them back, so that the dossier holds what the fields say.
pub(crate) fn keep_person(form: &mut Form) {
    let mut person = match form.kept.remove(KEY) {
        Some(Value::Object(person)) => person,
        _ => Map::new(),
    };
    for scalar in PERSON {
        let text = form.values.remove(scalar.path).unwrap_or_default();
        if !text.trim().is_empty() {
            person.insert(key(scalar).to_owned(), text.trim().into());
        }
    }
    if !person.is_empty() {
        form.kept.insert(KEY.to_owned(), Value::Object(person));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{fill, gather};
    use serde_json::json;

    #[test]
    fn the_person_comes_back_from_the_fields_and_what_has_no_field_stays() {
        let text = json!({
            "schema": "guantong/dossier/1",
            "person": { "name": "某某", "birth_date": "1986-04-12", "sex": "female", "id": "7" },
        });
        let dossier = model::Dossier::read(&text.to_string()).unwrap();
        let mut form = fill(&dossier);
        show_person(&mut form);
        assert_eq!(form.text("person.name"), "某某");
        assert_eq!(form.kept["person"], json!({ "id": "7" }));
        keep_person(&mut form);
        assert_eq!(gather(&form).unwrap(), dossier);
        show_person(&mut form);
        for scalar in PERSON {
            form.set(scalar.path, " ");
        }
        keep_person(&mut form);
        assert_eq!(form.kept["person"], json!({ "id": "7" }));
    }
}
