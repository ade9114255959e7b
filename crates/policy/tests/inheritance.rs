//! Packs that pass on another one: they take everything over, may add, and may never ask for less.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::{Files, Packs, Settings};

const LEDGER: &str = "\
- { id: P-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: P-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 年限, en: years, parameters: {} }
- { id: P-3, where: 三, kind: duty, subject: organisation, part: decision, zh: 不得放宽, en: no weakening, parameters: {} }
";

const PARENT: &str = "\
schema: guantong/policy/1
id: province-2020
jurisdiction: { key: province, code: \"990000\", zh: 某省, en: Province }
document: { title: 某方案, en: A plan, issuer: 某厅, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, until: 2029-12-31, until_setting: P-1, clauses: [P-1] }
settings:
  - { clause: P-1, what: { zh: 最后一天, en: the last day }, default: 2029-12-31, any_day: true }
related: { by: same, clause: P-1 }
no_weakening: P-3
bodies:
  committee: { zh: 评委会, en: the committee }
titles:
  series: [engineering]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: years
      name: { zh: 年限, en: by years }
      opens: [intermediate]
      when:
        - { clause: P-1, status: { yes: [in-service] } }
        - { clause: P-1, employer_kind: { yes: [enterprise, public-institution] } }
        - { clause: P-2, reviews: { last: 3 } }
        - { clause: P-2, skill: { at_least: technician } }
        - { clause: P-2, work: { years: 3, since: skill, matching: any } }
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: committee
  routes:
    - id: engineer
      name: { zh: 工程师, en: engineer }
      opens: [technician]
      when:
        - { clause: P-2, title: { at_least: intermediate, series: engineering } }
";

const CHILD_LEDGER: &str = "\
- { id: C-1, where: 一, kind: scope, subject: both, part: decision, zh: 转发, en: passed on, parameters: {} }
- { id: C-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 本地条件, en: a local condition, parameters: {} }
";

const CHILD: &str = "\
schema: guantong/policy/1
id: city-2020
parent: province-2020
jurisdiction: { key: city, code: \"990100\", zh: 某市, en: City }
document: { title: 转发某方案, en: The plan passed on, issuer: 某局, issued: 2020-02-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
carried:
  - { clause: C-1, by: { zh: 同省方案, en: as the province } }
";

fn load(child: &str) -> Result<Packs, String> {
    load_with(child, &Settings::default())
}

fn load_with(child: &str, settings: &Settings) -> Result<Packs, String> {
    let mut files = Files::default();
    files.add("province/policy.yaml", PARENT);
    files.add("province/clauses.yaml", LEDGER);
    files.add("province/city/policy.yaml", child);
    files.add("province/city/clauses.yaml", CHILD_LEDGER);
    Packs::load(&files, settings).map_err(|faults| faults.to_string())
}

fn adding(conditions: &str) -> String {
    format!("{CHILD}adds:\n  titles:\n{conditions}")
}

#[test]
fn a_pack_takes_over_all_rules_and_names_the_chain() {
    let packs = load(CHILD).unwrap();
    let (city, province) = (packs.named("某市").unwrap(), packs.named("某省").unwrap());
    assert_eq!(city.governed.len(), province.governed.len());
    assert_eq!((city.effective, city.expires), (province.effective, province.expires));
    assert_eq!(city.chain.len(), 1);
    assert_eq!(city.chain[0].id, "province-2020");
    assert_eq!(city.own_clauses, 2);
    assert!(city.clause_named("P-2").is_some() && city.clause_named("C-2").is_some());
    assert_ne!(city.digest, province.digest);
}

#[test]
fn a_missing_parent_is_named() {
    let found = load(&CHILD.replace("parent: province-2020", "parent: provinz-2020")).unwrap_err();
    assert!(found.contains("province/city/policy.yaml:3: parent: there is no pack provinz-2020"), "{found}");
    assert!(found.contains("did you mean province-2020?"), "{found}");
}

#[test]
fn packs_that_pass_on_each_other_are_refused() {
    let found = load(&CHILD.replace("parent: province-2020", "parent: city-2020")).unwrap_err();
    assert!(found.contains("the packs pass on one another without end"), "{found}");
}

#[test]
fn rules_of_its_own_are_refused_with_the_clause_that_forbids_them() {
    let found = load(&format!("{CHILD}in_force: {{ from: 2019-01-01, clauses: [C-1] }}\n")).unwrap_err();
    assert!(found.contains("may not set its own `in_force`: P-3 forbids it"), "{found}");
}

#[test]
fn what_is_added_binds_every_route() {
    let packs = load(&adding("    - { clause: C-2, post: frontline }\n")).unwrap();
    let count = |place: &str| packs.named(place).unwrap().governed[0].routes[0].conditions;
    assert_eq!(count("city"), count("province") + 1);
    let more = load(&adding("    - { clause: C-2, work: { years: 5, since: skill, matching: any } }\n"));
    assert!(more.is_ok(), "{more:?}");
}

#[test]
fn asking_for_less_is_refused_with_both_clauses() {
    for less in [
        "work: { years: 2, since: skill, matching: any }",
        "reviews: { last: 2 }",
        "skill: { at_least: senior-worker }",
        "status: { yes: [in-service, rehired] }",
        "employer_kind: { yes: [enterprise, self-employed] }",
    ] {
        let found = load(&adding(&format!("    - {{ clause: C-2, {less} }}\n"))).unwrap_err();
        assert!(
            found.contains("C-2 asks for less than P-") && found.contains("; P-3 forbids it"),
            "{less} is not refused:\n{found}"
        );
    }
}

#[test]
fn an_added_condition_cites_a_clause_of_its_own_document() {
    let found = load(&adding("    - { clause: P-2, post: frontline }\n")).unwrap_err();
    assert!(found.contains("cites P-2, which is no clause of its own document"), "{found}");
}

fn settings(text: &str) -> Settings {
    Settings::read("settings.yaml", &format!("schema: guantong/settings/1\n{text}")).unwrap()
}

#[test]
fn a_setting_changes_the_rule_and_the_digest_of_the_whole_chain() {
    let plain = load(CHILD).unwrap();
    let same = load_with(CHILD, &settings("readings: { P-1: 2029-12-31 }\n")).unwrap();
    let changed = load_with(CHILD, &settings("readings: { P-1: 2030-01-01 }\n")).unwrap();
    for place in ["province", "city"] {
        let digest = |packs: &Packs| packs.named(place).unwrap().digest.clone();
        assert_eq!(digest(&plain), digest(&same));
        assert_ne!(digest(&plain), digest(&changed));
        assert_eq!(changed.named(place).unwrap().expires.unwrap().to_string(), "2030-01-01");
    }
}

#[test]
fn settings_are_checked() {
    for (text, expected) in [
        (
            "readings: { P-2: later }\n",
            "settings.yaml: readings.P-2: P-2 is no setting of any pack; the settings are P-1",
        ),
        ("readings: { P-1: soon }\n", "\"soon\" is no choice of P-1; write a day"),
        ("texts: { nowhere-2020: \"sha256:00\" }\n", "is no SHA-256"),
        ("readings: [P-1]\n", "is not a mapping"),
        ("unchecked_after_days: 0\n", "out of bounds"),
        ("reading: {}\n", "did you mean `readings`?"),
    ] {
        let read = Settings::read("settings.yaml", &format!("schema: guantong/settings/1\n{text}"));
        let found = match read {
            Err(faults) => faults.to_string(),
            Ok(settings) => load_with(CHILD, &settings).unwrap_err(),
        };
        assert!(found.contains(expected), "{expected:?} is missing in\n{found}");
    }
    let digest = format!("sha256:{}", "0".repeat(64));
    let unknown = load_with(CHILD, &settings(&format!("texts: {{ town-2020: \"{digest}\" }}\n"))).unwrap_err();
    assert!(unknown.contains("there is no pack town-2020"), "{unknown}");
    let known = load_with(CHILD, &settings(&format!("texts: {{ city-2020: \"{digest}\" }}\n"))).unwrap();
    assert_eq!(known.named("city").unwrap().text_digest.as_deref(), Some(digest.as_str()));
    assert!(Settings::read("settings.yaml", "schema: guantong/settings/2\n").is_err());
}
