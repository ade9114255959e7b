//! Rules in words and the pages made of them: every rule of every pack has its words in both languages, every text is used.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use model::Standards;
use service::Guantong;
use service::coverage::{Conditions, without_examples};
use service::guide;
use service::words::RuleWords;
use wording::{Lang, Phrasebook};

fn packs() -> Guantong {
    Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Beginnings of the ids of this crate's texts.
const OWN: &[&str] = &["rule-", "carried-", "nothing-", "by-", "clause-standing-", "guide-"];
/// Beginnings of ids that are put together from a part that is only known at run time.
const COMPOSED: &[&str] = &["nothing-", "guide-kind-"];

#[test]
fn every_rule_has_words_in_both_languages() {
    let guantong = packs();
    for policy in guantong.packs().all() {
        for (_, asked) in Conditions::of(policy).iter() {
            for (lang, stop) in [(Lang::Zh, '。'), (Lang::En, '.')] {
                let words = RuleWords::new(policy, lang);
                let said = format!("{} {}", words.asked_of(asked), words.sentence(asked.leaf));
                let whole = said.ends_with(stop) && said.chars().count() > 8;
                assert!(whole && !said.contains(['{', '$']) && !said.contains("rule-"), "{}: {said}", policy.id);
            }
        }
        for clause in without_examples(policy, guantong.files()).clauses {
            for says in clause.carriers.iter().map(|carrier| &carrier.says).chain(&clause.reason) {
                for text in [&says.zh, &says.en] {
                    let named = OWN.iter().any(|start| text.starts_with(start));
                    assert!(!text.is_empty() && !text.contains("{$") && !named, "{}: {text}", clause.clause);
                }
            }
        }
    }
}

#[test]
fn alternatives_are_told_apart() {
    let guantong = packs();
    let policy = guantong.policy("shaoxing").unwrap();
    let covered = without_examples(policy, guantong.files());
    let ways: Vec<_> = covered.clause("ZJSX-2.2.d").unwrap().carriers.iter().map(|c| c.by_words(Lang::En)).collect();
    assert_eq!(ways, ["rule (way 1 of 2)", "rule (way 2 of 2)", "rule (way 2 of 2)"]);
}

#[test]
fn pages_hold_every_clause_in_the_documents_order_in_short_lines() {
    let guantong = packs();
    for policy in guantong.packs().all() {
        for lang in Lang::ALL {
            let page = guide::page(&guantong, policy, *lang);
            assert_eq!(page, guide::page(&guantong, policy, *lang), "{}: made twice, differs", policy.id);
            let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
            let ids = policy.clauses.iter().take(policy.own_clauses).map(|clause| clause.id.as_str());
            let mut rest = headings.iter();
            for id in ids {
                assert!(rest.any(|heading| *heading == id), "{}: {id} is missing or out of order", policy.id);
            }
            for line in page.lines() {
                let text = !line.starts_with('|') && !line.starts_with('#') && *lang == Lang::En;
                assert!(!text || line.chars().count() <= 130, "{}: {line}", policy.id);
                assert!(
                    !line.ends_with(' ') && !line.contains("guide-") && !line.contains("{$"),
                    "{}: {line}",
                    policy.id
                );
            }
        }
    }
}

fn ids_in(folder: &Path, found: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            ids_in(&path, found);
            continue;
        }
        for part in fs::read_to_string(&path).unwrap().split('"') {
            let id = part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if id && OWN.iter().any(|start| part.starts_with(start)) && !part.ends_with('-') {
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
    ids_in(&root.join("../cli/src"), &mut used);
    let known: BTreeSet<&str> = Phrasebook::of(Lang::Zh).ids().collect();
    let missing: Vec<&String> = used.iter().filter(|id| !known.contains(id.as_str())).collect();
    assert!(missing.is_empty(), "not there: {missing:?}");
    let own = known.iter().filter(|id| OWN.iter().any(|start| id.starts_with(start)));
    let idle: Vec<_> =
        own.filter(|id| !used.contains(**id) && !COMPOSED.iter().any(|start| id.starts_with(start))).collect();
    assert!(idle.is_empty(), "not used: {idle:?}");
}
