//! What a pack warns of is said beside the decision and never changes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use model::{Day, Dossier, Standards, Target};
use service::{Ask, Guantong};
use wording::Lang;

/// The clauses noted for a target, and the outcome.
fn noted(dossier: &str, as_of: &str, target: &str) -> (Vec<String>, String) {
    let guantong = Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let dossier = Dossier::read(dossier).unwrap_or_else(|faults| panic!("{faults}"));
    let targets = [Target::parse(target).unwrap()];
    let ask = Ask {
        dossier: &dossier,
        jurisdiction: Some("guangdong"),
        as_of: Day::parse(as_of).unwrap(),
        targets: &targets,
        standards: None,
        lang: Lang::En,
        remedies: false,
    };
    let answers = guantong.check(&ask).unwrap();
    let decision = answers.documents()[0].decisions[0].clone();
    (decision.notes.iter().map(|note| note.clause.clone()).collect(), decision.outcome.to_string())
}

fn with(extra: &str) -> String {
    format!("{{ \"schema\": \"guantong/dossier/1\", {extra} }}")
}

#[test]
fn a_record_of_fraud_warns_for_three_years() {
    let dossier = with(r#""sanctions": [ { "kind": "fraud", "date": "2023-03-01" } ]"#);
    let (inside, _) = noted(&dossier, "2026-03-01", "title:intermediate");
    assert_eq!(inside, ["GD-4.9"]);
    let (after, _) = noted(&dossier, "2026-03-02", "title:intermediate");
    assert!(after.is_empty(), "{after:?}");
    let (skill, _) = noted(&dossier, "2026-03-01", "skill:technician");
    assert!(skill.is_empty(), "the warning is for titles: {skill:?}");
}

#[test]
fn levels_and_kinds_of_certificates_warn() {
    let level = |level: &str, kind: &str, date: &str| {
        with(&format!(
            r#""skills": [ {{ "level": "{level}", "occupation": "电工", "kind": "{kind}", "date": "{date}" }} ]"#
        ))
    };
    let (special, _) = noted(&level("special-technician", "level", "2023-01-10"), "2026-03-01", "title:assistant");
    assert_eq!(special, ["GD-5.4"]);
    let (late, _) = noted(&level("technician", "qualification", "2017-09-13"), "2026-03-01", "title:assistant");
    assert_eq!(late, ["GD-4.8.a"]);
    for (kind, date) in [("qualification", "2017-09-12"), ("level", "2017-09-13")] {
        let (none, _) = noted(&level("technician", kind, date), "2026-03-01", "title:assistant");
        assert!(none.is_empty(), "{kind} {date}: {none:?}");
    }
}

#[test]
fn nothing_is_said_where_nothing_is_governed() {
    let dossier = with(r#""sanctions": [ { "kind": "fraud", "date": "2023-03-01" } ]"#);
    assert_eq!(noted(&dossier, "2022-04-14", "title:intermediate"), (Vec::new(), "not-governed".to_owned()));
}
