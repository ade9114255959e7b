//! Checks of packs as a whole: every fault planted in a small pack of an invented place is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::checks::{Findings, check};
use policy::{Files, Packs, Settings};

const CLAUSES: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: X-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 年限, en: years, parameters: {} }
- { id: X-3, where: 三, kind: exemption, subject: skill-to-title, part: decision, zh: 荣誉, en: honours, parameters: {} }
- { id: X-4, where: 四, kind: exemption, subject: skill-to-title, part: decision, zh: 荣誉, en: honours, parameters: {} }
";

const HONOURS: &str = "\
name,aliases,rank_at_most,award,opens_title_up_to,clause,effect,holder_must_be_skilled_worker,note
某赛,,3,,intermediate,X-3,open,,
某赛,,5,,assistant,X-4,open,,
大赛,,,金牌,intermediate,X-3,open,,
大赛,,,银牌、铜牌,assistant,X-4,open,,
";

const POLICY: &str = "\
schema: guantong/policy/1
id: nowhere-2020
jurisdiction: { key: nowhere, code: \"990000\", zh: 无名市, en: Nowhere }
document: { title: 某意见, en: An opinion, issuer: 某局, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, until: 2024-12-31, clauses: [X-1] }
related: { by: same, clause: X-1 }
bodies:
  committee: { zh: 评委会, en: the committee }
pilots:
  - { clause: X-1, from: 2020-01-01, until: 2020-06-30, tracks: [title], inside: [ { clause: X-1, post: frontline } ] }
  - { clause: X-2, from: 2020-07-01, until: 2020-12-31, tracks: [title], inside: [ { clause: X-2, post: skilled } ] }
titles:
  series: [engineering]
  levels: [assistant, intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: years
      name: { zh: 年限, en: by years }
      opens: [intermediate]
      when:
        - { clause: X-1, status: { yes: [in-service] } }
        - { clause: X-2, skill: { at_least: technician } }
        - { clause: X-2, work: { years: 3, since: skill, matching: skilled } }
    - id: more
      name: { zh: 更多, en: more }
      opens: [intermediate]
      when:
        - { clause: X-1, status: { yes: [in-service, rehired] } }
        - { clause: X-2, skill: { at_least: senior-worker } }
        - { clause: X-2, work: { years: 5, since: skill, matching: skilled } }
    - id: honour
      name: { zh: 荣誉, en: by an honour }
      opens: [assistant, intermediate]
      when:
        - { clause: X-3, honour: target }
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

fn packs(policy: &[(&str, &str)], clauses: &[(&str, &str)], honours: &[(&str, &str)], second: Option<&str>) -> Packs {
    let changed = |text: &str, changes: &[(&str, &str)]| {
        changes.iter().fold(text.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        })
    };
    let mut files = Files::default();
    let mut add = |folder: &str, policy: String| {
        files.add(format!("{folder}/policy.yaml"), policy);
        files.add(format!("{folder}/clauses.yaml"), changed(CLAUSES, clauses));
        files.add(format!("{folder}/honours.csv"), changed(HONOURS, honours));
    };
    let own = changed(POLICY, policy);
    if let Some(dates) = second {
        let later = own.replace("nowhere-2020", "nowhere-2025").replace("from: 2020-01-01, until: 2024-12-31", dates);
        let start = later.find("pilots:").unwrap();
        let end = later.find("titles:").unwrap();
        add("nowhere-later", format!("{}{}", &later[..start], &later[end..]));
    }
    add("nowhere", own);
    Packs::load(&files, &Settings::default()).unwrap_or_else(|faults| panic!("{faults}"))
}

fn told(findings: &Findings) -> (String, String) {
    let lines = |all: &[policy::PackFault]| all.iter().map(|one| format!("{one}\n")).collect::<String>();
    (lines(&findings.faults), lines(&findings.notes))
}

fn one_fault(packs: &Packs, expected: &[&str]) {
    let findings = check(packs);
    let (faults, notes) = told(&findings);
    assert_eq!((findings.faults.len(), notes.as_str()), (1, ""), "{faults}");
    for part in expected {
        assert!(faults.contains(part), "{part} is not in {faults}");
    }
}

#[test]
fn a_sound_pack_has_no_finding() {
    assert_eq!(check(&packs(&[], &[], &[], None)), Findings::default());
    assert_eq!(check(&packs(&[], &[], &[], Some("from: 2025-01-01"))), Findings::default());
}

#[test]
fn a_route_that_asks_for_all_that_another_asks_for_is_idle() {
    let expected = ["nowhere/policy.yaml: more", "can never matter: whoever goes it goes years too"];
    let changes =
        [("[in-service, rehired]", "[in-service]"), ("at_least: senior-worker", "at_least: senior-technician")];
    one_fault(&packs(&changes, &[], &[], None), &expected);
    // The same conditions: the later one is told, once.
    let same = [changes[0], ("at_least: senior-worker", "at_least: technician"), ("years: 5", "years: 3")];
    one_fault(&packs(&same, &[], &[], None), &expected);
    // Another clause: a finding can tell them apart, so it is only a note.
    let apart = [same[0], same[1], ("clause: X-2, work: { years: 5", "clause: X-3, work: { years: 5")];
    let findings = check(&packs(&apart, &[], &[], None));
    assert!(findings.faults.is_empty() && told(&findings).1.contains("only where a finding"), "{findings:?}");
}

#[test]
fn what_opens_more_is_not_idle() {
    let same = [
        ("[in-service, rehired]", "[in-service]"),
        ("at_least: senior-worker", "at_least: technician"),
        ("      name: { zh: 更多, en: more }", "      name: { zh: 更多, en: more }\n      effect: direct-recognition"),
    ];
    assert_eq!(check(&packs(&same, &[], &[], None)), Findings::default());
}

#[test]
fn a_better_rank_or_award_opens_no_less() {
    let ranks = [("某赛,,3,", "某赛,,8,")];
    one_fault(&packs(&[], &[], &ranks, None), &["honours.csv: X-4", "某赛 up to rank 5 opens less than up to rank 8"]);
    let awards = [("金牌,intermediate", "铜牌,intermediate"), ("银牌、铜牌,", "银牌、金牌,")];
    one_fault(&packs(&[], &[], &awards, None), &["大赛 with 银牌 opens less than with 铜牌"]);
    // The same rank or award in two lists is no better in one of them.
    for same in [("某赛,,5,", "某赛,,3,"), ("银牌、铜牌,", "金牌,")] {
        assert_eq!(check(&packs(&[], &[], &[same], None)), Findings::default());
    }
    let meant = [(
        "id: X-4, where: 四, kind: exemption, subject: skill-to-title, part: decision, zh: 荣誉, en: honours, parameters: {}",
        "id: X-4, where: 四, kind: exemption, subject: skill-to-title, part: decision, zh: 荣誉, en: honours, parameters: { ranked_on_purpose: [某赛] }",
    )];
    assert_eq!(check(&packs(&[], &meant, &ranks, None)), Findings::default());
}

#[test]
fn a_name_stands_for_one_honour() {
    let clash = [("某赛,,5,", "某赛,大赛,5,")];
    one_fault(&packs(&[], &[], &clash, None), &["大赛 stands for 某赛 and for 大赛"]);
    let twice = [("某赛,,5,", "某赛,甲,5,"), ("大赛,,,金牌", "大赛,甲,,金牌")];
    one_fault(&packs(&[], &[], &twice, None), &["甲 stands for"]);
}

#[test]
fn pilots_do_not_overlap_and_lie_in_force() {
    let overlap = [("from: 2020-07-01", "from: 2020-06-30")];
    let expected = ["pilots[1]", "X-1 and X-2 overlap from 2020-06-30 to 2020-06-30 for title"];
    one_fault(&packs(&overlap, &[], &[], None), &expected);
    let before = [("from: 2020-01-01, until: 2020-06-30", "from: 2019-01-01, until: 2019-06-30")];
    one_fault(&packs(&before, &[], &[], None), &["the pilot X-1 lies outside the days in force"]);
}

#[test]
fn versions_of_a_place_follow_one_another() {
    let gap = packs(&[], &[], &[], Some("from: 2025-02-01"));
    one_fault(
        &gap,
        &["no version of 无名市 is in force from 2025-01-01 to 2025-01-31", "nothing_in_force_since: 2025-01-01"],
    );
    let said = [(
        "zh: 范围, en: scope, parameters: {}",
        "zh: 范围, en: scope, parameters: { nothing_in_force_since: 2025-01-01 }",
    )];
    assert_eq!(check(&packs(&[], &said, &[], Some("from: 2025-02-01"))), Findings::default());
}
