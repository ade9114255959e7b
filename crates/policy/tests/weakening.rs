//! What a district adds may not ask for less than the rules above it: each kind of condition, on both sides of its bound.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::{Files, Packs, Settings};

const LEDGER: &str = "\
- { id: P-1, where: 一, kind: eligibility, subject: both, part: decision, zh: 条件, en: conditions, parameters: {} }
- { id: P-2, where: 二, kind: scope, subject: both, part: decision, zh: 其他, en: others, parameters: {} }
";

const PARENT: &str = "\
schema: guantong/policy/1
id: province-2020
jurisdiction: { key: province, code: \"990000\", zh: 某省, en: Province }
document: { title: 某方案, en: A plan, issuer: 某厅, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, clauses: [P-2] }
related: { by: same, clause: P-2 }
bodies:
  committee: { zh: 评委会, en: the committee }
titles:
  series: [engineering]
  levels: [intermediate, deputy-senior]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: years
      name: { zh: 年限, en: by years }
      opens: [intermediate, deputy-senior]
      when:
        - { clause: P-1, ABOVE }
        - { clause: P-2, skill: { at_least: junior-worker } }
        - { clause: P-2, title: { at_least: technical-staff, series: engineering } }
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: committee
  routes:
    - id: engineer
      name: { zh: 工程师, en: engineer }
      opens: [technician]
      when:
        - { clause: P-2, post: frontline }
";

const CHILD: &str = "\
schema: guantong/policy/1
id: KEY-2020
parent: PARENT
jurisdiction: { key: KEY, code: \"CODE\", zh: KEY, en: KEY }
document: { title: 转发某方案, en: The plan passed on, issuer: 某局, issued: 2020-02-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
carried:
  - { clause: KEY-1, by: { zh: 同省方案, en: as the province } }
";

const CHILD_LEDGER: &str = "\
- { id: KEY-1, where: 一, kind: scope, subject: both, part: decision, zh: 转发, en: passed on, parameters: {} }
- { id: KEY-2, where: 二, kind: eligibility, subject: both, part: decision, zh: 本地条件, en: a condition, parameters: {} }
";

fn load(above: &str, city: &str, district: Option<&str>) -> Result<Packs, String> {
    let mut files = Files::default();
    let mut add = |folder: &str, key: &str, parent: &str, code: &str, adds: &str| {
        let own = CHILD.replace("KEY", key).replace("PARENT", parent).replace("CODE", code);
        files.add(format!("{folder}/policy.yaml"), format!("{own}{adds}"));
        files.add(format!("{folder}/clauses.yaml"), CHILD_LEDGER.replace("KEY", key));
    };
    add("province/city", "city", "province-2020", "990100", city);
    if let Some(adds) = district {
        add("province/city/district", "district", "city-2020", "990101", adds);
    }
    files.add("province/policy.yaml", PARENT.replace("ABOVE", above));
    files.add("province/clauses.yaml", LEDGER);
    Packs::load(&files, &Settings::default()).map_err(|faults| faults.to_string())
}

fn adding(track: &str, clause: &str, condition: &str) -> String {
    format!("adds:\n  {track}:\n    - {{ clause: {clause}, {condition} }}\n")
}

/// Whether adding a condition is refused under a rule, because it asks for less.
fn is_less(own: &str, above: &str) -> bool {
    match load(above, &adding("titles", "city-2", own), None) {
        Ok(_) => false,
        Err(told) if told.contains("city-2 asks for less than P-1 of the document above it") => true,
        Err(told) => panic!("{own} below {above}: {told}"),
    }
}

#[test]
fn each_kind_of_condition_has_its_bound() {
    // What stands above, what asks for less, what does not.
    let bounds: [(&str, &[&str], &[&str]); 21] = [
        ("reviews: { last: 3 }", &["last: 2"], &["last: 3", "last: 4", "last: 2, excellent: 1"]),
        (
            "reviews: { last: 3, excellent: 2 }",
            &["last: 3, excellent: 1", "last: 4, excellent: 2"],
            &["last: 3, excellent: 2", "last: 2, excellent: 2", "last: 3, excellent: 3", "last: 2"],
        ),
        ("bar: { years: 3 }", &["years: 2"], &["years: 3", "years: 4"]),
        (
            "fraud_referral: { since: 2024-07-25, years: 3 }",
            &["since: 2024-07-25, years: 2", "since: 2024-07-26, years: 3"],
            &["since: 2024-07-25, years: 3", "since: 2024-07-24, years: 4"],
        ),
        ("holds_skill: { at_least: technician }", &["at_least: senior-worker"], &["at_least: technician"]),
        ("holds_skill: { at_least: senior-worker }", &[], &["at_least: technician"]),
        ("skill: { at_least: technician }", &["at_least: senior-worker"], &["at_least: technician"]),
        ("skill: { at_least: senior-worker }", &[], &["at_least: technician"]),
        (
            "title: { at_least: intermediate, series: engineering }",
            &["at_least: assistant, series: engineering"],
            &["at_least: intermediate, series: engineering", "at_least: senior, series: engineering"],
        ),
        (
            "years_after: { of: skill, years: 3 }",
            &["of: skill, years: 2"],
            &["of: skill, years: 3", "of: skill, years: 4", "of: title, years: 2"],
        ),
        (
            "work: { years: 3, since: skill, matching: any }",
            &["years: 2, since: skill, matching: any"],
            &[
                "years: 3, since: skill, matching: any",
                "years: 4, since: skill, matching: any",
                "years: 2, since: title, matching: any",
                "years: standard, since: skill, matching: any",
            ],
        ),
        (
            "work: { years: { general: 3 }, matching: any }",
            &["years: { general: 2 }, matching: any", "years: 2, matching: any"],
            &["years: { general: 3 }, matching: any", "years: { general: 4 }, matching: any"],
        ),
        (
            "education: { at_least: junior-college, relevant_to: post, classes: true }",
            &["at_least: secondary-vocational, relevant_to: post, classes: true"],
            &["at_least: junior-college, relevant_to: post, classes: true"],
        ),
        (
            "education: { at_least: junior-college, relevant_to: post, classes: false }",
            &[],
            &["at_least: bachelor, relevant_to: post, classes: true"],
        ),
        (
            "hours: { years: { intermediate: 3, deputy-senior: 4 }, early: 18, early_until: 2019, later: 90 }",
            &[
                "years: { intermediate: 3, deputy-senior: 3 }, early: 18, early_until: 2019, later: 90",
                "years: { intermediate: 3, deputy-senior: 4 }, early: 17, early_until: 2019, later: 90",
                "years: { intermediate: 3, deputy-senior: 4 }, early: 18, early_until: 2019, later: 89",
            ],
            &[
                "years: { intermediate: 3, deputy-senior: 4 }, early: 18, early_until: 2019, later: 90",
                "years: { intermediate: 4, deputy-senior: 5 }, early: 19, early_until: 2019, later: 91",
            ],
        ),
        ("status: { yes: [in-service] }", &["yes: [in-service, rehired]", "yes: [rehired]"], &["yes: [in-service]"]),
        ("status: { yes: [in-service, rehired] }", &[], &["yes: [in-service]"]),
        (
            "employer_kind: { yes: [enterprise, public-institution] }",
            &["yes: [enterprise, other]"],
            &["yes: [enterprise]", "yes: [enterprise, public-institution]", "no: [other]"],
        ),
        ("employer_kind: { no: [other] }", &["yes: [enterprise, other]"], &["yes: [enterprise]"]),
        ("post: skilled", &[], &[]),
        ("upper_level: false", &[], &[]),
    ];
    for (above, less, enough) in bounds {
        let kind = above.split(": ").next().unwrap();
        for own in less {
            assert!(is_less(&format!("{kind}: {{ {own} }}"), above), "{own} is not less than {above}");
        }
        for own in enough {
            assert!(!is_less(&format!("{kind}: {{ {own} }}"), above), "{own} is less than {above}");
        }
        assert!(!is_less("post: frontline", above), "a condition of another kind is less than {above}");
    }
}

#[test]
fn conditions_are_compared_within_their_own_track() {
    let above = "reviews: { last: 3 }";
    assert!(load(above, &adding("titles", "city-2", "reviews: { last: 1 }"), None).is_err());
    assert!(load(above, &adding("skills", "city-2", "reviews: { last: 1 }"), None).is_ok());
}

#[test]
fn what_stands_in_alternatives_is_compared_too() {
    let above = "reviews: { last: 3 }";
    for words in ["any", "all"] {
        let adds = format!(
            "adds:\n  titles:\n    - {words}:\n        - {{ clause: city-2, post: skilled }}\n        - {{ clause: city-2, reviews: {{ last: 2 }} }}\n"
        );
        let told = load(above, &adds, None).unwrap_err();
        assert!(told.contains("city-2 asks for less than P-1"), "{told}");
    }
}

#[test]
fn a_district_is_bound_by_the_province_and_by_the_city() {
    let above = "reviews: { last: 3 }";
    let city = adding("titles", "city-2", "bar: { years: 3 }");
    let with = |condition: &str| load(above, &city, Some(&adding("titles", "district-2", condition)));
    assert!(with("reviews: { last: 2 }").unwrap_err().contains("district-2 asks for less than P-1"));
    assert!(with("bar: { years: 2 }").unwrap_err().contains("district-2 asks for less than city-2"));
    assert!(with("bar: { years: 3 }").is_ok());
    assert!(with("reviews: { last: 4 }").is_ok());
}

#[test]
fn a_condition_of_an_own_clause_is_not_compared_with_itself() {
    let adds =
        "adds:\n  titles:\n    - { clause: city-2, bar: { years: 3 } }\n    - { clause: city-2, bar: { years: 2 } }\n";
    assert!(load("reviews: { last: 3 }", adds, None).is_ok());
    let foreign = adding("titles", "P-1", "post: frontline");
    let told = load("reviews: { last: 3 }", &foreign, None).unwrap_err();
    assert!(told.contains("cites P-1, which is no clause of its own document"), "{told}");
}
