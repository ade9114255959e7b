//! Other names of occupations, and who reviews and evaluates: every fault planted in them is named with file and line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::synonyms::SynonymKind;
use policy::{Files, Packs};

const CLAUSES: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
";

const POLICY: &str = "\
schema: guantong/policy/1
id: nowhere-2020
jurisdiction: { key: nowhere, code: \"990000\", zh: 无名市, en: Nowhere }
document: { title: 某意见, en: An opinion, issuer: 某局, issued: 2020-01-01 }
checked: { on: 2026-11-26, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, clauses: [X-1] }
related: { by: same, clause: X-1 }
reviewers:
  - { clause: X-1, levels: [intermediate], by: named-body, says: { zh: 中级评委会, en: the committee } }
evaluators:
  - { clause: X-1, levels: [technician], by: own-employer, when: employer-recorded, says: { zh: 本单位, en: the employer } }
  - { clause: X-1, levels: [technician], by: social-assessor, when: employer-not-recorded, says: { zh: 社会组织, en: others } }
bodies:
  assessor: { zh: 评价机构, en: the assessor }
  committee: { zh: 评委会, en: the committee }
shared:
  scope:
    - { clause: X-1, status: { yes: [in-service] }, otherwise: refer }
titles:
  series: [engineering]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - { id: one, name: { zh: 一, en: one }, opens: [intermediate], with: [scope], when: [{ clause: X-1, skill: { at_least: technician } }] }
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: assessor
  routes:
    - { id: two, name: { zh: 二, en: two }, opens: [technician], with: [scope], when: [{ clause: X-1, title: { at_least: intermediate, series: engineering } }] }
";

const SYNONYMS: &str = "\
name,synonym,kind,origin,origin_zh
焊工,电焊工,trade,general knowledge,一般常识
电工,维修电工,former-name,\"1999 classification, to confirm\",
";

fn load(policy: &str, synonyms: &str) -> Result<Packs, String> {
    let mut files = Files::default();
    files.add("nowhere/policy.yaml", policy);
    files.add("nowhere/clauses.yaml", CLAUSES);
    files.add("national/synonyms.csv", synonyms);
    Packs::load(&files, &policy::Settings::default()).map_err(|faults| faults.to_string())
}

#[test]
fn pairs_are_found_from_both_sides() {
    let packs = load(POLICY, SYNONYMS).unwrap();
    let table = &packs.national.synonyms;
    for name in ["焊工", "电焊工"] {
        let pairs: Vec<_> = table.of(name).collect();
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].kind, pairs[0].origin.zh.as_str()), (SynonymKind::Trade, "一般常识"));
    }
    let electrician = table.of("电工").next().unwrap();
    assert_eq!(electrician.origin.zh, electrician.origin.en, "without a Chinese text the other serves");
    let without = load(POLICY, "name,synonym,kind,origin\n焊工,电焊工,trade,general knowledge\n").unwrap();
    assert_eq!(without.national.synonyms.pairs.len(), 1);
}

#[test]
fn faults_of_the_other_names_have_their_line() {
    for (from, to, expected) in [
        (
            "焊工,电焊工,trade",
            "焊工,电焊工,slang",
            "national/synonyms.csv:2: kind: \"slang\" is no kind of name; write one of former-name",
        ),
        ("焊工,电焊工", ",电焊工", "national/synonyms.csv:2: name: the name is blank"),
        ("焊工,电焊工", "焊工, ", "national/synonyms.csv:2: synonym: the synonym is blank"),
        ("焊工,电焊工", "焊工,焊 工", "national/synonyms.csv:2: synonym: the name is its own other name"),
        ("general knowledge", "", "national/synonyms.csv:2: origin: the origin is blank"),
        ("电工,维修电工", "电焊工,焊工", "national/synonyms.csv:3: synonym: line 2 has the same two names"),
        ("电工,维修电工,former-name", "电工,维修电工", "national/synonyms.csv:3"),
        ("name,synonym", "name,other", "unknown field `other`"),
    ] {
        assert!(SYNONYMS.contains(from), "{from}");
        let faults = load(POLICY, &SYNONYMS.replacen(from, to, 1)).expect_err(to);
        assert!(faults.contains(expected), "{to}: {faults}");
    }
}

#[test]
fn faults_of_reviewers_and_evaluators_have_their_line() {
    for (from, to, expected) in [
        (
            "reviewers:\n  - { clause: X-1",
            "reviewers:\n  - { clause: X-9",
            "policy.yaml:9: reviewers[0].clause: the ledger has no clause \"X-9\"",
        ),
        (
            "levels: [intermediate], by",
            "levels: [senior], by",
            "policy.yaml:9: reviewers[0].levels: senior is no level of the ladder",
        ),
        ("levels: [intermediate], by", "levels: [], by", "policy.yaml:9: reviewers[0].levels: no level is named"),
        ("levels: [intermediate], by", "levels: [intermediate, intermediate], by", "intermediate stands twice"),
        ("by: named-body", "by: somebody", "policy.yaml:9: reviewers[0].by: unknown variant `somebody`"),
        ("by: named-body", "by: catalogue-body", "policy.yaml:9: reviewers[0].by: the catalogue names no bodies"),
        (
            "en: the committee } }\nevaluators",
            "en: ' ' } }\nevaluators",
            "policy.yaml:9: reviewers[0].says.en: the text is blank",
        ),
        (
            "when: employer-not-recorded",
            "when: employer-recorded",
            "policy.yaml:12: evaluators[1].levels: a level is evaluated by two entries in the same case",
        ),
        (
            "by: own-employer",
            "by: service-point",
            "policy.yaml:11: evaluators[0].by: the pack has no list of service points",
        ),
        ("by: own-employer", "for: own-employer", "evaluators[0]"),
    ] {
        assert!(POLICY.contains(from), "{from}");
        let faults = load(&POLICY.replacen(from, to, 1), SYNONYMS).expect_err(to);
        assert!(faults.contains(expected), "{to}: {faults}");
    }
}

#[test]
fn what_a_shared_condition_refers_goes_to_the_body_of_its_ladder() {
    let packs = load(POLICY, SYNONYMS).unwrap();
    let policy = packs.named("nowhere").unwrap();
    for governed in &policy.governed {
        let expected = if governed.target().track() == model::Track::Title { "committee" } else { "assessor" };
        governed.routes[0].rule.leaves(&mut |leaf| {
            assert_eq!(policy.bodies[usize::from(leaf.refer_to)].0, expected);
        });
    }
}
