//! Loading never panics, never hangs and never refuses in silence, whatever the input. Each target runs for a set time
//! (`FUZZ_SECONDS`, 30 when unset) and prints its seed (`FUZZ_SEED` replays it).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod entry;
#[path = "../../../crates/engine/tests/support/examples.rs"]
mod examples;
mod mutations;
#[path = "../../../crates/engine/tests/support/packs.rs"]
mod packs;

use examples::examples;
use model::Dossier;
use mutations::{changed, run};
use policy::Files;
use serde_json::Value;

/// A document as YAML in blocks, texts in quotation marks.
fn block(value: &Value, indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (key, inner) in entries {
                out.push_str(&format!("\n{pad}{}:", Value::from(key.as_str())));
                block(inner, indent + 2, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                out.push_str(&format!("\n{pad}-"));
                block(item, indent + 2, out);
            }
        }
        other => out.push_str(&format!(" {other}")),
    }
}

/// The worked examples' dossiers, as JSON and as YAML.
fn dossiers() -> Vec<String> {
    let mut texts = Vec::new();
    for example in examples() {
        let document: Value = serde_json::from_str(&example.text).unwrap();
        let mut yaml = String::new();
        block(&document, 0, &mut yaml);
        texts.extend([example.text, serde_json::to_string_pretty(&document).unwrap(), yaml]);
    }
    texts.sort_unstable();
    texts.dedup();
    texts
}

#[test]
fn dossier_loading() {
    let texts = dossiers();
    assert!(texts.len() > 100);
    run("dossier_loading", |random| {
        let first = random.pick(&texts).clone();
        let text = changed(random, &first, &texts);
        entry::dossier(&text, packs::packs());
        entry::standards(&text);
        text
    });
}

#[test]
fn pack_loading() {
    let real = packs::files();
    let rules: Vec<&str> = real.paths().filter(|path| !path.contains("/cases/")).collect();
    let texts: Vec<String> = rules.iter().filter_map(|path| real.get(path)).map(str::to_owned).collect();
    let people: Vec<Dossier> = examples().into_iter().step_by(97).map(|one| one.dossier).collect();
    assert!(entry::packs(real, &people), "the real packs load");
    let packs: Vec<&str> = real.packs().collect();
    run("pack_loading", |random| {
        let path = *random.pick(&rules);
        let pack = packs.iter().find(|pack| path.starts_with(&format!("{pack}/")));
        let pack = *pack.unwrap_or_else(|| random.pick(&packs));
        let mut files = Files::default();
        for one in rules.iter().filter(|one| one.starts_with(pack) || one.starts_with("national/")) {
            files.add(*one, real.get(one).unwrap_or_default());
        }
        let text = changed(random, real.get(path).unwrap_or_default(), &texts);
        files.add(path, text.clone());
        entry::packs(&files, &people);
        text
    });
}
