//! A route that asks for at least as much as another is told: each kind of condition, on both sides of what it implies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::checks::check;
use policy::{Files, Packs, Settings};

const CLAUSES: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: X-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 年限, en: years, parameters: {} }
- { id: X-3, where: 三, kind: eligibility, subject: both, part: decision, zh: 能力, en: ability, parameters: {} }
";

const POLICY: &str = "\
schema: guantong/policy/1
id: nowhere-2020
jurisdiction: { key: nowhere, code: \"990000\", zh: 无名市, en: Nowhere }
document: { title: 某意见, en: An opinion, issuer: 某局, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, clauses: [X-1] }
related: { by: same, clause: X-1 }
bodies:
  committee: { zh: 评委会, en: the committee }
titles:
  series: [engineering]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: other
      name: { zh: 另一, en: other }
      opens: [intermediate]
      when:
        - { clause: X-1, skill: { at_least: junior-worker } }
        - { clause: X-1, title: { at_least: technical-staff, series: engineering } }
OTHER
    - id: one
      name: { zh: 一, en: one }
      opens: [intermediate]
      when:
        - { clause: X-1, skill: { at_least: junior-worker } }
        - { clause: X-1, title: { at_least: technical-staff, series: engineering } }
ONE
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: committee
  routes:
    - id: engineer
      name: { zh: 工程师, en: engineer }
      opens: [technician]
      when:
        - { clause: X-2, title: { at_least: intermediate, series: engineering } }
";

/// What the checks say of the route `one`: nothing, that it can never matter, or that only a finding lets it.
#[derive(PartialEq, Eq, Debug)]
enum Said {
    Nothing,
    Never,
    OnlyByFinding,
}

/// `first` is asked for by the route `one`, `second` by the other.
fn said(first: &str, second: &str) -> Said {
    let lines = |text: &str| text.lines().map(|line| format!("        {line}")).collect::<Vec<_>>().join("\n");
    let mut files = Files::default();
    files.add("nowhere/policy.yaml", POLICY.replace("OTHER", &lines(second)).replace("ONE", &lines(first)));
    files.add("nowhere/clauses.yaml", CLAUSES);
    let packs =
        Packs::load(&files, &Settings::default()).unwrap_or_else(|faults| panic!("{first}\n{second}\n{faults}"));
    let found = check(&packs);
    let of_one = |faults: &[policy::PackFault]| faults.iter().any(|fault| fault.path == "one");
    match (of_one(&found.faults), of_one(&found.notes)) {
        (true, false) => Said::Never,
        (false, true) => Said::OnlyByFinding,
        (false, false) => Said::Nothing,
        (true, true) => panic!("{first} is told twice"),
    }
}

/// Both under one clause.
fn implies(one: &str, other: &str) -> bool {
    let line = |condition: &str| format!("- {{ clause: X-2, {condition} }}");
    match said(&line(one), &line(other)) {
        Said::Never => true,
        Said::Nothing => false,
        Said::OnlyByFinding => panic!("{one} and {other} stand under the same clause"),
    }
}

#[test]
fn each_kind_of_condition_implies_what_asks_for_no_more() {
    // What the other route asks for, what implies it, what does not.
    let kinds: [(&str, &[&str], &[&str]); 24] = [
        ("holds_skill", &["at_least: technician", "at_least: senior-technician"], &["at_least: senior-worker"]),
        ("skill", &["at_least: technician", "at_least: senior-technician"], &["at_least: senior-worker"]),
        ("skill", &["at_least: technician, in_post: true"], &["at_least: senior-worker, in_post: true"]),
        ("skill", &["at_least: technician, in_post: true"], &["at_least: technician"]),
        (
            "title",
            &["at_least: assistant, series: [engineering, agriculture]", "at_least: assistant, series: engineering"],
            &[
                "at_least: assistant, series: [engineering, art]",
                "at_least: technical-staff, series: engineering",
                "at_least: assistant, series: art",
            ],
        ),
        (
            "years_after",
            &["of: skill, years: 3", "of: skill, years: 4"],
            &["of: skill, years: 2", "of: title, years: 3", "of: title, years: 4"],
        ),
        (
            "work",
            &["years: 3, matching: any", "years: 4, matching: any"],
            &["years: 2, matching: any", "years: standard, matching: any"],
        ),
        (
            "work",
            &["years: 3, since: skill, matching: any"],
            &["years: 3, matching: any", "years: 3, since: title, matching: any"],
        ),
        ("work", &["years: 3, matching: skilled", "years: 3, matching: related-to-post"], &["years: 3, matching: any"]),
        (
            "work",
            &["years: 3, matching: related-to-post"],
            &["years: 3, matching: skilled", "years: 3, matching: related-to-skill"],
        ),
        ("work", &["years: 3, matching: related-to-skill"], &["years: 3, matching: skilled"]),
        (
            "work",
            &["years: 3, since: skill, matching: related-to-post"],
            &["years: 3, since: title, matching: related-to-post"],
        ),
        (
            "work",
            &["years: standard, matching: any"],
            &["years: 3, matching: any", "years: { general: 3 }, matching: any"],
        ),
        (
            "work",
            &["years: { general: 3 }, matching: any"],
            &["years: 3, matching: any", "years: { general: 4 }, matching: any"],
        ),
        ("work", &["years: 3, matching: any, unless_standard: true"], &["years: 3, matching: any"]),
        ("work", &["years: 3, matching: any", "years: 3, matching: any, unless_standard: true"], &[]),
        ("reviews", &["last: 3", "last: 4"], &["last: 2", "last: 3, excellent: 1", "last: 5, excellent: 5"]),
        (
            "reviews",
            &["last: 3, excellent: 2", "last: 2, excellent: 2", "last: 3, excellent: 3"],
            &["last: 4, excellent: 2", "last: 3, excellent: 1", "last: 3", "last: 2"],
        ),
        ("bar", &["years: 3", "years: 4"], &["years: 2"]),
        (
            "education",
            &[
                "at_least: junior-college, relevant_to: skill, classes: true",
                "at_least: bachelor, relevant_to: skill, classes: false",
            ],
            &["at_least: secondary-vocational, relevant_to: skill, classes: true"],
        ),
        (
            "education",
            &["at_least: junior-college, relevant_to: post, classes: false"],
            &[
                "at_least: junior-college, relevant_to: post, classes: true",
                "at_least: junior-college, relevant_to: skill, classes: false",
            ],
        ),
        (
            "status",
            &["yes: [in-service], refer: [rehired]", "yes: [in-service]", "yes: [], refer: [in-service, rehired]"],
            &[
                "yes: [in-service, rehired]",
                "yes: [in-service], refer: [retired]",
                "yes: [rehired]",
                "yes: [in-service], refer: [rehired, retired]",
            ],
        ),
        ("employer_named", &["甲, 乙", "甲"], &["甲, 丙", "丙"]),
        ("specialty_among", &["甲, 乙", "甲"], &["甲, 丙", "丙"]),
    ];
    for (kind, yes, no) in kinds {
        let written = |inner: &str| match kind {
            "employer_named" | "specialty_among" => format!("{kind}: [{inner}]"),
            _ => format!("{kind}: {{ {inner} }}"),
        };
        // The first is what the other route asks for.
        let other = written(yes[0]);
        for one in yes {
            // Of two that ask for the same the later one is told, which `one` is.
            assert!(implies(&written(one), &other), "{} does not imply {other}", written(one));
        }
        for one in no {
            assert!(!implies(&written(one), &other), "{} implies {other}", written(one));
        }
        assert!(!implies("post: frontline", &other), "another kind implies {other}");
    }
}

#[test]
fn a_certificate_that_carries_is_one_that_is_held() {
    assert!(implies("skill: { at_least: technician }", "holds_skill: { at_least: technician }"));
    assert!(!implies("skill: { at_least: senior-worker }", "holds_skill: { at_least: technician }"));
    assert!(!implies("holds_skill: { at_least: technician }", "skill: { at_least: technician }"));
    let (skill, held) = ("- { clause: X-2, skill: { at_least: technician } }", "holds_skill: { at_least: technician }");
    assert_eq!(said(skill, &format!("- {{ clause: X-3, {held} }}")), Said::OnlyByFinding);
    let refers = "- { clause: X-2, skill: { at_least: technician }, otherwise: refer }";
    assert_eq!(said(refers, &format!("- {{ clause: X-2, {held} }}")), Said::Nothing);
}

#[test]
fn alternatives_and_clauses() {
    let one = |clause: &str, condition: &str| format!("- {{ clause: {clause}, {condition} }}");
    let any = |inner: [&str; 2]| {
        format!("- any:\n    - {{ clause: X-2, {} }}\n    - {{ clause: X-2, {} }}", inner[0], inner[1])
    };
    let (front, skilled) = ("post: frontline", "post: skilled");
    // Whoever fulfils one fulfils one of two; not the other way round, unless both do.
    assert_eq!(said(&one("X-2", front), &any([front, skilled])), Said::Never);
    assert_eq!(said(&one("X-2", skilled), &any([front, skilled])), Said::Never);
    assert_eq!(said(&any([front, skilled]), &one("X-2", front)), Said::Nothing);
    assert_eq!(said(&any([front, skilled]), &any([skilled, front])), Said::Never);
    assert_eq!(said(&any(["bar: { years: 4 }", "bar: { years: 5 }"]), &one("X-2", "bar: { years: 3 }")), Said::Never);
    assert_eq!(said(&any(["bar: { years: 4 }", "bar: { years: 2 }"]), &one("X-2", "bar: { years: 3 }")), Said::Nothing);
    // All of two imply each.
    let both = format!("{}\n{}", one("X-2", front), one("X-2", skilled));
    assert_eq!(said(&both, &one("X-2", front)), Said::Never);
    assert_eq!(said(&both, &one("X-2", skilled)), Said::Never);
    assert_eq!(said(&one("X-2", front), &both), Said::Nothing);
    // Under another clause a finding tells them apart.
    assert_eq!(said(&one("X-2", front), &one("X-3", front)), Said::OnlyByFinding);
    // What people judge is judged under its own clause.
    assert_eq!(said(&one("X-2", "judged: committee"), &one("X-2", "judged: committee")), Said::Never);
    assert_eq!(said(&one("X-2", "judged: committee"), &one("X-3", "judged: committee")), Said::Nothing);
}

#[test]
fn referring_and_times_ask_for_less() {
    let one = |further: &str| format!("- {{ clause: X-2, post: frontline{further} }}");
    let refers = one(", otherwise: refer");
    assert_eq!(said(&one(""), &refers), Said::Never);
    assert_eq!(said(&refers, &refers), Said::Never);
    assert_eq!(said(&refers, &one("")), Said::Nothing);
    let during = one(", during: { from: 2021-01-01, until: 2021-12-31 }");
    assert_eq!(said(&one(""), &during), Said::Never);
    assert_eq!(said(&during, &during), Said::Never);
    assert_eq!(said(&during, &one("")), Said::Nothing);
    let judged = |further: &str| format!("- {{ clause: X-2, judged: committee{further} }}");
    let employers = judged(", for_employers: [enterprise]");
    assert_eq!(said(&judged(""), &employers), Said::Never);
    assert_eq!(said(&employers, &employers), Said::Never);
    assert_eq!(said(&employers, &judged("")), Said::Nothing);
}

#[test]
fn what_is_passed_on_is_told_once_unless_conditions_are_added() {
    const CITY: &str = "\
schema: guantong/policy/1
id: city-2020
parent: nowhere-2020
jurisdiction: { key: city, code: \"990100\", zh: 某市, en: City }
document: { title: 转发某意见, en: The opinion passed on, issuer: 某局, issued: 2020-02-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
carried:
  - { clause: C-1, by: { zh: 同省, en: as the province } }
";
    const CITY_CLAUSES: &str = "\
- { id: C-1, where: 一, kind: scope, subject: both, part: decision, zh: 转发, en: passed on, parameters: {} }
- { id: C-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 另, en: added, parameters: {} }
";
    let line = "        - { clause: X-2, post: frontline }";
    let told = |adds: &str| {
        let mut files = Files::default();
        files.add("nowhere/policy.yaml", POLICY.replace("OTHER", line).replace("ONE", line));
        files.add("nowhere/clauses.yaml", CLAUSES);
        files.add("nowhere/city/policy.yaml", format!("{CITY}{adds}"));
        files.add("nowhere/city/clauses.yaml", CITY_CLAUSES);
        let packs = Packs::load(&files, &Settings::default()).unwrap_or_else(|faults| panic!("{faults}"));
        check(&packs).faults.iter().map(|fault| fault.file.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["nowhere/policy.yaml"]);
    let adds = "adds:\n  titles:\n    - { clause: C-2, post: skilled }\n";
    assert_eq!(told(adds), ["nowhere/policy.yaml", "nowhere/city/policy.yaml"]);
}
