//! Every kind of condition under rules of an invented place: what comes of it, how it stands, why, and which facts it looked at.
//! The examples are in `conditions.txt` beside this file; what the repository's packs ask for is in their worked examples.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod choosing;

use std::fmt::Write as _;

use engine::{Facts, decide, explain};
use model::{Day, Dossier, Standards, Target};
use policy::{Files, Packs, Settings};
use serde_json::{Value, json};

const LEDGER: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: X-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 条件, en: the condition, parameters: {} }
";

const POLICY: &str = "\
schema: guantong/policy/1
id: nowhere-2020
jurisdiction: { key: nowhere, code: \"990000\", zh: 无名市, en: Nowhere }
document: { title: 某意见, en: An opinion, issuer: 某局, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, clauses: [X-1] }
related: { by: group, clause: X-1 }
equivalences: { clause: X-1, classes: { intermediate-class: secondary-vocational, senior-class: junior-college, technician-class: bachelor } }
bodies:
  committee: { zh: 评委会, en: the committee }
titles:
  series: [engineering, agriculture]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: only
      name: { zh: 唯一, en: the only one }
      opens: [intermediate]
      when:
WHEN
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: committee
  routes:
    - id: only
      name: { zh: 唯一, en: the only one }
      opens: [technician]
      when:
WHEN
";

const NATIONAL: &str = "\
name,code,group,group_name,kind,current_name,synonyms_note,confidence,basis
焊工,6-18-02-04,6-18-02,机械热加工人员,职业,,,high,x
铸造工,6-18-02-01,6-18-02,机械热加工人员,职业,,,high,x
车工,6-18-01-01,6-18-01,机械冷加工人员,职业,,,high,x
";

/// A person for whom all is known and good, and who holds a title below the one asked for.
fn person() -> Value {
    json!({
        "employment": {
            "status": "in-service", "employer": { "kind": "enterprise", "name": "甲厂", "upper_level": false },
            "field": "engineering", "frontline": true, "skilled_post": true, "appointed_as": "none",
            "occupation": "焊工", "specialty": "机电"
        },
        "skills": [{ "level": "technician", "occupation": "焊工", "date": "2020-03-01" }],
        "titles": [{ "tier": "assistant", "series": "engineering", "specialty": "机电", "date": "2018-03-01" }],
        "education": [{ "level": "junior-college", "date": "2006-07-01", "relevant_to": ["焊工"] }],
        "work": [{ "occupation": "焊工", "from": "2015-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" },
        "continuing_education": { "2023": 90, "2024": 90, "2025": 90 },
        "honours": [],
        "sanctions": []
    })
}

/// Lays changes over a document; `"-"` takes a key out.
fn change(document: &mut Value, changes: &Value) {
    match (document, changes) {
        (Value::Object(own), Value::Object(changes)) => {
            for (key, value) in changes {
                match value {
                    Value::String(gone) if gone == "-" => drop(own.remove(key)),
                    Value::Object(_) => change(own.entry(key.clone()).or_insert_with(|| json!({})), value),
                    _ => drop(own.insert(key.clone(), value.clone())),
                }
            }
        }
        (document, changes) => *document = changes.clone(),
    }
}

/// The pack whose only route asks for these conditions; all but the last only carry it.
fn pack(conditions: &str) -> Packs {
    let all: Vec<&str> = conditions.split(" & ").collect();
    let line = |(i, one): (usize, &&str)| {
        format!("        - {{ clause: X-{}, {one} }}", if i + 1 == all.len() { 2 } else { 1 })
    };
    let lines: Vec<String> = all.iter().enumerate().map(line).collect();
    let mut files = Files::default();
    files.add("nowhere/policy.yaml", POLICY.replace("WHEN", &lines.join("\n")));
    files.add("nowhere/clauses.yaml", LEDGER);
    files.add("national/occupations.csv", NATIONAL);
    Packs::load(&files, &Settings::default()).unwrap_or_else(|faults| panic!("{conditions}: {faults}"))
}

/// What is told of the person: the decision, then each condition of the last clause.
fn told(packs: &Packs, case: &Value) -> String {
    let mut dossier = person();
    change(&mut dossier, case.get("person").unwrap_or(&json!({})));
    let dossier = Dossier::read(&dossier.to_string()).unwrap_or_else(|faults| panic!("{case}: {faults}"));
    let standards = Standards::read(&case.get("standards").unwrap_or(&json!({})).to_string()).unwrap();
    let day = Day::parse(case.get("on").and_then(Value::as_str).unwrap_or("2026-11-21")).unwrap();
    let target = Target::parse(case.get("target").and_then(Value::as_str).unwrap_or("title:intermediate")).unwrap();
    let policy = packs.named("nowhere").unwrap();
    let facts = Facts::new(policy, &packs.national, &standards, &dossier, day);
    let explained = explain(&facts, &target);
    assert_eq!(explained.verdict, decide(&facts, &target), "{case}");
    let mut text = explained.verdict.outcome.to_string();
    if let Some(day) = explained.verdict.earliest {
        write!(text, " {day}").unwrap();
    }
    let mut missing: Vec<String> = explained.verdict.missing.iter().map(ToString::to_string).collect();
    missing.sort_unstable();
    if !missing.is_empty() {
        write!(text, " without {}", missing.join(", ")).unwrap();
    }
    for one in explained.routes.iter().flat_map(|route| &route.conditions) {
        if policy.clause(one.clause()).is_none_or(|clause| clause.id != "X-2") {
            continue;
        }
        let (reason, paths) = one.detail(&facts);
        write!(text, "; {}", one.holds.key()).unwrap();
        one.since.iter().for_each(|day| write!(text, " since {day}").unwrap());
        one.from.iter().for_each(|day| write!(text, " from {day}").unwrap());
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        write!(text, ": {reason:?}").unwrap();
        if !paths.is_empty() {
            write!(text, " by {}", paths.join(", ")).unwrap();
        }
    }
    text
}

/// Each line of the examples is conditions, or a case and what is told of it.
#[test]
fn each_condition_is_told_as_the_examples_say() {
    let examples = include_str!("conditions.txt");
    let mut packs = None;
    let (mut all, mut differences) = (String::new(), 0);
    for line in examples.lines() {
        let line = match line.split_once(" => ") {
            Some((case, expected)) => {
                let case_read: Value = serde_json::from_str(case).unwrap_or_else(|error| panic!("{case}: {error}"));
                let got = told(packs.as_ref().expect("conditions stand above"), &case_read);
                differences += usize::from(got != expected);
                format!("{case} => {got}")
            }
            None => {
                if !line.is_empty() && !line.starts_with('#') {
                    packs = Some(pack(line));
                }
                line.to_owned()
            }
        };
        all += &line;
        all.push('\n');
    }
    assert_eq!(differences, 0, "the examples would read:\n{all}");
}
