//! The texts of the portal: every id that pages use is there in both languages, and every text is used.
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use wording::{Lang, Phrasebook};

/// Beginnings of ids that are put together from a part that is only known at run time.
const COMPOSED: &[&str] = &[
    "portal-field-", "portal-help-", "portal-none-", "portal-some-", "portal-add-", "portal-row-", "portal-part-",
    "portal-confidence-", "portal-not-found", "portal-too-large", "portal-wrong-", "portal-bad-request", "portal-busy",
    "portal-broken", "portal-plan-lag-", "portal-recognised-", "portal-stale-form", "portal-over-link",
    "portal-not-parked", "account-role-", "account-said-",
];

fn ids_in(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            ids_in(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text file");
        for part in
            text.split('"').filter(|part| ["portal-", "label-", "account-"].iter().any(|start| part.starts_with(start)))
        {
            if part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !part.ends_with('-') {
                found.insert(part.to_owned());
            }
        }
    }
}

#[test]
fn every_text_in_use_is_there_and_every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = BTreeSet::new();
    ids_in(&root.join("src"), &mut used);
    ids_in(&root.join("templates"), &mut used);
    for lang in Lang::ALL {
        let known: BTreeSet<&str> = Phrasebook::of(*lang).ids().collect();
        let missing: Vec<&String> = used.iter().filter(|id| !known.contains(id.as_str())).collect();
        assert!(missing.is_empty(), "{}: not there: {missing:?}", lang.key());
        let idle: Vec<&&str> = known
            .iter()
            .filter(|id| (id.starts_with("portal-") || id.starts_with("account-")) && !used.contains(**id))
            .filter(|id| !COMPOSED.iter().any(|start| id.starts_with(start)))
            .collect();
        assert!(idle.is_empty(), "{}: not used: {idle:?}", lang.key());
    }
}
