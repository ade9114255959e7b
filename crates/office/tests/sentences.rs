//! Every refusal of the pure functions has a sentence and a remedy in both languages, which name only what the refusal brings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use wording::{Lang, Phrasebook};

/// Codes that are told apart in one place and raised in another.
const ELSEWHERE: &[&str] = &["identity-number-in-text", "telephone-number-in-text"];
/// What the office adds to a sentence where a refusal leaves it out.
const ADDED: &[&str] = &["command", "status", "position"];

/// The codes of a folder with the names of their arguments, as the source has them.
fn codes(folder: &Path, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            codes(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for raised in text.split("Refusal::").skip(1).filter(|part| part.starts_with("new(") || part.starts_with("by("))
        {
            let Some(code) = quoted(raised) else { continue };
            let names = raised.split(".with(\"").skip(1).filter_map(|part| part.split('"').next());
            // `Refusal::new(code)` with a code from elsewhere is followed by the name of an argument.
            if raised.starts_with("new(code)") {
                continue;
            }
            found.entry(code.to_owned()).or_default().extend(names.map(str::to_owned));
        }
    }
}

fn quoted(text: &str) -> Option<&str> {
    let inner = text.split('"').nth(1)?;
    inner.bytes().all(|b| b.is_ascii_lowercase() || b == b'-').then_some(inner)
}

fn variables(text: &str) -> Vec<String> {
    text.split("{$").skip(1).filter_map(|part| part.split('}').next()).map(str::to_owned).collect()
}

#[test]
fn every_refusal_has_its_sentences() {
    let mut found = BTreeMap::new();
    codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../casework/src"), &mut found);
    codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 150, "{}", found.len());
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let book = Phrasebook::of(*lang);
        for (code, arguments) in &found {
            for id in [format!("refusal-{code}"), format!("refusal-{code}-remedy")] {
                let text = book.format(&id, &[]);
                if text == id {
                    faults.push(format!("{lang:?}: {id} is missing"));
                }
                let unknown = |name: &String| !arguments.contains(name) && !ADDED.contains(&name.as_str());
                let unknown: Vec<String> = variables(&text).into_iter().filter(unknown).collect();
                if !unknown.is_empty() {
                    faults.push(format!("{lang:?}: {id} names {unknown:?}, and nobody brings it"));
                }
            }
        }
        let ids: BTreeSet<&str> = book.ids().filter_map(|id| id.strip_prefix("refusal-")).collect();
        for id in ids {
            let code = id.strip_suffix("-remedy").unwrap_or(id);
            if !found.contains_key(code) && !ELSEWHERE.contains(&code) {
                faults.push(format!("{lang:?}: nothing raises refusal-{id}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
