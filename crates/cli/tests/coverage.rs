//! `guantong policy coverage`, `policy guide` and `policy show`: every clause is accounted for, in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Answered, guantong, root};

/// A copy of the packs that a test may spoil.
fn copied(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("guantong-coverage-{name}-{}", std::process::id()));
    copy(&root().join("policies"), &folder);
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn coverage(folder: &Path, place: &str) -> Answered {
    guantong(&["policy", "coverage", place, "--policies", folder.to_str().unwrap(), "--lang", "en"], "")
}

#[test]
fn a_clause_taken_out_of_the_rules_is_named() {
    let folder = copied("taken-out");
    assert_eq!(coverage(&folder, "chongqing").status, 0);
    change(
        &folder,
        "chongqing/policy.yaml",
        "  - clause: CQ-2.2.b\n    by: { zh:",
        "  - clause: CQ-0.1\n    by: { zh:",
    );
    let answered = coverage(&folder, "chongqing");
    assert_eq!(answered.status, 1);
    let fault = "chongqing/clauses.yaml: CQ-2.2.b: the clause CQ-2.2.b bears on decisions, and no rule carries it";
    assert!(answered.out.contains(fault), "{}", answered.out);
    assert_eq!(answered.out.matches("no rule carries it").count(), 1, "{}", answered.out);
    let lint = guantong(&["policy", "lint", folder.to_str().unwrap()], "");
    assert!(lint.status == 1 && lint.out.contains(fault), "{}", lint.out);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_threshold_with_examples_on_one_side_only_is_named() {
    let folder = copied("one-side");
    fs::remove_file(folder.join("chongqing/cases/standard-years.yaml")).unwrap();
    let answered = coverage(&folder, "chongqing");
    assert_eq!(answered.status, 1);
    assert!(answered.out.contains("CQ-3.2.2.c: no worked example asks"), "{}", answered.out);
    assert!(answered.out.contains("on the day on which it is met, nor on the day before"), "{}", answered.out);
    for file in fs::read_dir(folder.join("guangdong/jieyang/cases")).unwrap().map(Result::unwrap) {
        fs::remove_file(file.path()).unwrap();
    }
    let adds = "checked:";
    let with = "adds:\n  titles:\n    - { clause: JY-0.1, reviews: { last: 5 } }\nchecked:";
    change(&folder, "guangdong/jieyang/policy.yaml", adds, with);
    assert_eq!(coverage(&folder, "jieyang").status, 0, "a pack without any example says so only by its count");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn ranges_of_lines_are_checked() {
    let folder = copied("lines");
    let file = "chongqing/coverage.csv";
    change(&folder, file, "125,127,CQ-3.1.1,", "120,127,CQ-3.1.1,");
    change(&folder, file, "47,47,,heading", "47,47,,");
    change(&folder, file, "51,68,CQ-1.1,", "60,68,CQ-1.1,");
    change(&folder, file, "78,82,CQ-1.2.2,", "78,77,CQ-1.2.2,");
    change(&folder, file, "84,90,CQ-1.2.3,", "84,90,CQ-1.2.33,");
    let answered = coverage(&folder, "chongqing");
    assert_eq!(answered.status, 1);
    for expected in [
        "chongqing/coverage.csv:21: line_from: the lines 120–127 overlap the range before",
        "clause: the lines 47–47 have neither clause nor note",
        "line_from: the 10 lines before line 60 are in no range",
        "line_to: the range ends before it begins",
        "clause: the ledger has no clause CQ-1.2.33",
        "CQ-1.2.3: the clause CQ-1.2.3 has no lines",
    ] {
        assert!(answered.out.contains(expected), "{expected} is missing in\n{}", answered.out);
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_list_names_carriers_examples_reasons_and_what_is_open() {
    let answered = guantong(&["policy", "coverage", "guangdong", "--format", "json"], "");
    assert_eq!(answered.status, 0, "{}", answered.err);
    let all: serde_json::Value = serde_json::from_str(&answered.out).unwrap();
    assert_eq!(all["schema"], "guantong/coverage/1");
    let clauses = all["policies"][0]["clauses"].as_array().unwrap();
    let of = |id: &str| clauses.iter().find(|clause| clause["clause"] == id).unwrap();
    let years = of("GD-3.2.1");
    assert_eq!(years["standing"], "carried");
    let work = years["carriers"].as_array().unwrap().iter().find(|carrier| carrier["edge"].is_object()).unwrap();
    assert_eq!(work["routes"][0], serde_json::json!({ "target": "title:assistant", "route": "senior-worker-2-years" }));
    assert!(work["threshold"] == true && work["edge"]["day_before"]["count"].as_u64() > Some(0), "{work}");
    assert!(work["examples"]["yes"]["first"][0].is_string() && work["examples"]["no"]["count"].as_u64() > Some(0));
    assert_eq!(of("GD-3.1.1")["carriers"][0]["shared"], "title-scope");
    let by = |id: &str| of(id)["carriers"].as_array().unwrap().iter().map(|c| c["by"].clone()).collect::<Vec<_>>();
    assert_eq!(by("GD-0.2"), ["in-force", "setting"]);
    assert_eq!(by("GD-2.3.b")[..2], ["exemption", "procedure"]);
    assert_eq!(by("GD-4.7.b")[..2], ["fee", "procedure"]);
    assert_eq!(by("GD-4.9"), ["warning"]);
    assert_eq!(by("GD-4.3"), ["definition"]);
    let certificate = by("GD-4.8.a");
    assert_eq!(of("GD-4.8.a")["standing"], "carried");
    assert!(certificate.iter().any(|by| by == "warning") && certificate.iter().any(|by| by == "procedure"));
    assert_eq!(by("GD-4.7.a"), ["casework"]);
    assert_eq!(by("GD-2.2.a"), ["sheet"]);
    assert_eq!(by("GD-0.3"), ["ask", "ask"]);
    let carriers = of("GD-2.3.d")["carriers"].as_array().unwrap();
    let step = &carriers.iter().find(|carrier| carrier["by"] == "procedure").unwrap()["says"];
    assert_eq!(step["zh"], "“本单位职业技能等级认定”途径的“受理审核”步骤。");
    assert_eq!(step["en"], "The step “Acceptance” of the way “Recognition of the skill level by the own employer”.");
    let nothing = of("GD-1.1");
    assert_eq!(nothing["standing"], "nothing");
    assert!(nothing["reason"]["zh"].as_str().unwrap().contains("原则"), "{nothing}");
    let inherited = guantong(&["policy", "coverage", "jiexi", "--format", "json"], "");
    let inherited: serde_json::Value = serde_json::from_str(&inherited.out).unwrap();
    assert_eq!(inherited["policies"][0]["clauses"].as_array().unwrap().len(), 2, "a pack owns only its clauses");
}

#[test]
fn no_procedure_evaluation_evidence_or_fee_is_open() {
    let answered = guantong(&["policy", "coverage", "--format", "json"], "");
    let all: serde_json::Value = serde_json::from_str(&answered.out).unwrap();
    let mut seen = 0;
    for policy in all["policies"].as_array().unwrap() {
        for clause in policy["clauses"].as_array().unwrap() {
            let kind = clause["kind"].as_str().unwrap();
            if ["procedure", "evaluation", "evidence", "fee"].contains(&kind) {
                seen += 1;
                assert_ne!(clause["standing"], "open", "{} {}", policy["id"], clause["clause"]);
            }
        }
    }
    assert!(seen > 80, "{seen}");
}

#[test]
fn rules_are_shown_in_words() {
    let pack = guantong(&["policy", "show", "shaoxing"], "");
    assert!(pack.out.contains("ZJSX-1.2.1") && pack.out.contains("取得证书之后的工作年限满2年"), "{}", pack.out);
    assert!(!pack.out.contains('{') && !pack.out.contains("rule-"), "{}", pack.out);
    let clause = guantong(&["policy", "show", "guangdong", "GD-3.2.1", "--lang", "en"], "");
    assert!(clause.out.contains("Work since the certificate was obtained: 2 years"), "{}", clause.out);
    assert!(clause.out.contains("applies to: two years as senior worker"), "{}", clause.out);
}

#[test]
fn the_guide_is_made_from_the_packs() {
    let list = guantong(&["policy", "guide", "--lang", "en"], "");
    assert!(list.out.contains("(jieyang.md)") && list.out.contains("(README.zh.md)"), "{}", list.out);
    let page = guantong(&["policy", "guide", "jieyang", "--lang", "zh"], "");
    assert!(page.out.contains("guangdong.zh.md") && page.out.contains("### JY-0.1"), "{}", page.out);
    assert_eq!(guantong(&["policy", "guide", "nowhere"], "").status, 2);
}
