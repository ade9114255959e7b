//! Comparisons in words: every pair of places in both languages, and every text is there and in use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use model::Standards;
use service::Guantong;
use service::comparison::{Said, compare_policies};
use wording::{Lang, Phrasebook};

fn product() -> &'static Guantong {
    static PRODUCT: OnceLock<Guantong> = OnceLock::new();
    PRODUCT.get_or_init(|| Guantong::embedded(Standards::default()).unwrap())
}

fn sentences<'s>(said: &'s Said, all: &mut Vec<&'s str>) {
    all.push(&said.says);
    said.parts.iter().for_each(|part| sentences(part, all));
}

#[test]
fn every_pair_is_told_in_both_languages() {
    let policies = &product().packs().policies;
    for lang in Lang::ALL {
        for a in policies {
            for b in policies {
                let comparison = compare_policies(a, b, *lang);
                for row in comparison.topics.iter().flat_map(|topic| &topic.rows) {
                    let mut all: Vec<&str> = vec![&row.name];
                    all.extend(row.applies_to.iter().map(String::as_str));
                    row.a.iter().chain(&row.b).for_each(|said| sentences(said, &mut all));
                    for text in all {
                        let bare = text.is_empty() || text.starts_with("compare-") || text.starts_with("asks-");
                        assert!(
                            !bare && !text.contains("{$") && !text.contains("由认定"),
                            "{} {}: {text:?}",
                            a.id,
                            b.id
                        );
                    }
                    assert_eq!(row.a.is_empty(), row.standing == "only-b", "{row:?}");
                    assert_eq!(row.b.is_empty(), row.standing == "only-a", "{row:?}");
                }
            }
        }
    }
}

#[test]
fn values_stand_beside_each_other_with_their_clauses() {
    let place = |key: &str| product().policy(key).unwrap();
    let comparison = compare_policies(place("shandong"), place("guangdong"), Lang::Zh);
    let conditions = comparison.topics.iter().find(|topic| topic.topic == "title-conditions").unwrap();
    let fraud = conditions.rows.iter().find(|row| row.about == "fraud").unwrap();
    assert_eq!(fraud.standing, "differs");
    assert_eq!(fraud.applies_to, ["两地共有的全部途径"]);
    assert_eq!(
        (fraud.a[0].says.as_str(), fraud.a[0].clauses[0].as_str()),
        ("5年内未被认定弄虚作假；满5年的当日仍在限制期内", "SD-6.3.c")
    );
    assert_eq!(fraud.b[0].clauses, ["national.2024-56"]);
    let catalogue: Vec<_> = conditions.rows.iter().filter(|row| row.about == "catalogue").collect();
    assert!(catalogue[0].a[0].says.contains("未列入的不可申报"), "{catalogue:?}");
    assert!(catalogue[0].b[0].says.contains("未列入的，由相应专业的职称评审委员会认定"), "{catalogue:?}");
    let same = conditions.rows.iter().find(|row| row.about == "frontline").unwrap();
    assert_eq!((same.standing, &same.a[0].says), ("same", &same.b[0].says));
}

/// Beginnings of ids that are put together from a part that is only known at run time.
const COMPOSED: &[&str] = &["compare-topic-", "compare-about-", "compare-role-"];

fn ids_in(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            ids_in(&path, found);
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for part in text.split('"').filter(|part| part.starts_with("compare-") || part.starts_with("asks-")) {
            if part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !part.ends_with('-') {
                found.insert(part.to_owned());
            }
        }
    }
}

#[test]
fn every_text_in_use_is_there_and_every_text_is_used() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut used = BTreeSet::new();
    for folder in ["service/src", "cli/src", "portal/src", "portal/templates"] {
        ids_in(&crates.join(folder), &mut used);
    }
    for lang in Lang::ALL {
        let known: BTreeSet<&str> = Phrasebook::of(*lang).ids().collect();
        let missing: Vec<&String> = used.iter().filter(|id| !known.contains(id.as_str())).collect();
        assert!(missing.is_empty(), "{}: not there: {missing:?}", lang.key());
        let idle: Vec<&&str> = known
            .iter()
            .filter(|id| id.starts_with("compare-") || id.starts_with("asks-"))
            .filter(|id| !used.contains(**id) && !COMPOSED.iter().any(|start| id.starts_with(start)))
            .collect();
        assert!(idle.is_empty(), "{}: not used: {idle:?}", lang.key());
    }
}
