//! A dossier in English keys, in Chinese names, or in a mixture of both is the same dossier; so are JSON and YAML.

use model::dossier::Dossier;
use model::words::{
    Appointment, CertificateKind, EducationLevel, EmployerKind, Grade, SanctionKind, SchoolClass, Series, SkillLevel,
    Status, TitleTier, Word,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::choices::{Choices, cases};
use crate::support::scenes::scenes;

/// Another spelling of a word of the vocabulary.
fn spelling<W: Word>(choices: &mut Choices, key: &str) -> String {
    let Some(word) = W::ALL.iter().find(|word| word.key() == key) else { return key.to_owned() };
    let mut names = vec![word.zh(), word.key()];
    names.extend(word.aliases());
    let name = *choices.pick(&names);
    if choices.once_in(6) { name.replace('(', "（").replace(')', "）") } else { name.to_owned() }
}

fn respell(choices: &mut Choices, value: &mut Value, with: fn(&mut Choices, &str) -> String) {
    if let Value::String(text) = value {
        *text = with(choices, text);
    }
}

/// Which vocabulary the value at a place belongs to; lists are passed over.
fn vocabulary(path: &[String]) -> Option<fn(&mut Choices, &str) -> String> {
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    Some(match keys.as_slice() {
        ["employment", "status"] => spelling::<Status>,
        ["employment", "employer", "kind"] => spelling::<EmployerKind>,
        ["employment", "field"] | ["titles", "series"] => spelling::<Series>,
        ["employment", "appointed_as"] => spelling::<Appointment>,
        ["education", "level"] => spelling::<EducationLevel>,
        ["education", "class"] => spelling::<SchoolClass>,
        ["skills", "level"] => spelling::<SkillLevel>,
        ["skills", "kind"] => spelling::<CertificateKind>,
        ["titles", "tier"] => spelling::<TitleTier>,
        ["reviews", _] => spelling::<Grade>,
        ["sanctions", "kind"] => spelling::<SanctionKind>,
        _ => return None,
    })
}

fn walk(choices: &mut Choices, value: &mut Value, path: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                path.push(key.clone());
                walk(choices, inner, path);
                path.pop();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(choices, item, path)),
        Value::Bool(yes) if path.first().is_some_and(|key| key == "findings") => {
            *value = (*choices.pick(if *yes { &["yes", "是"] } else { &["no", "否"] })).into();
        }
        leaf => {
            if let Some(with) = vocabulary(path) {
                respell(choices, leaf, with);
            }
        }
    }
}

/// Block YAML of a document, texts in quotation marks.
fn yaml(value: &Value, indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (key, inner) in entries {
                out.push_str(&format!("\n{pad}{}:", Value::from(key.as_str())));
                yaml(inner, indent + 2, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                out.push_str(&format!("\n{pad}-"));
                yaml(item, indent + 2, out);
            }
        }
        other => out.push_str(&format!(" {other}")),
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn keys_and_names_and_json_and_yaml_are_one_dossier(mut scene in scenes()) {
        let mut choices = scene.choices.fork();
        let keys = serde_json::to_value(&scene.dossier).unwrap();
        prop_assert_eq!(&Dossier::read(&keys.to_string()).unwrap(), &scene.dossier);
        let mut names = keys.clone();
        walk(&mut choices, &mut names, &mut Vec::new());
        match Dossier::read(&names.to_string()) {
            Ok(read) => prop_assert_eq!(&read, &scene.dossier, "{}", names),
            Err(faults) => prop_assert!(false, "{faults}\n{names}"),
        }
        let mut block = String::new();
        yaml(&names, 0, &mut block);
        match Dossier::read(&block) {
            Ok(read) => prop_assert_eq!(&read, &scene.dossier, "{}", block),
            Err(faults) => prop_assert!(false, "{faults}\n{block}"),
        }
    }
}
