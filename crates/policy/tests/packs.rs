//! Loading packs: a small pack of an invented place loads, and every fault planted in it is named with file and line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use policy::{Files, Packs};

const CLAUSES: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: X-2, where: 二, kind: eligibility, subject: skill-to-title, part: decision, zh: 年限, en: years, parameters: {} }
- { id: X-3, where: 三, kind: exemption, subject: skill-to-title, part: decision, zh: 荣誉, en: honours, parameters: { opens: 工程师 } }
- { id: X-4, where: 四, kind: principle, subject: both, part: information, zh: 原则, en: principle, parameters: {} }
";

const HONOURS: &str = "\
name,aliases,rank_at_most,award,opens_title_up_to,clause,effect,holder_must_be_skilled_worker,note
某奖,某大奖,,,intermediate,X-3,open,,
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
shared:
  scope:
    - { clause: X-1, status: { yes: [in-service] } }
titles:
  series: [engineering]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: years
      name: { zh: 年限, en: by years }
      opens: [intermediate]
      with: [scope]
      when:
        - { clause: X-2, skill: { at_least: technician } }
        - { clause: X-2, work: { years: 3, since: skill, matching: any } }
        - any:
            - { clause: X-2, post: frontline }
            - { clause: X-2, post: skilled }
    - id: honour
      name: { zh: 荣誉, en: by an honour }
      opens: [intermediate]
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
        - { clause: X-2, title: { at_least: 工程师级, series: engineering } }
";

/// The pack with its last line; the lines before it keep their numbers.
fn whole(policy: &str) -> String {
    policy.replace("工程师级", "中级")
}

fn load(policy: &str, clauses: &str, honours: &str) -> Result<Packs, String> {
    let mut files = Files::default();
    files.add("nowhere/policy.yaml", whole(policy));
    files.add("nowhere/clauses.yaml", clauses);
    files.add("nowhere/honours.csv", honours);
    Packs::load(&files, &policy::Settings::default()).map_err(|faults| faults.to_string())
}

fn faults(from: &str, to: &str) -> String {
    assert!(POLICY.contains(from), "{from}");
    load(&POLICY.replace(from, to), CLAUSES, HONOURS).expect_err("the pack is faulty")
}

#[test]
fn a_small_pack_loads() {
    let packs = load(POLICY, CLAUSES, HONOURS).unwrap();
    let policy = packs.named("无名市").unwrap();
    assert_eq!(policy.governed.len(), 2);
    assert!(policy.digest.starts_with("sha256:") && policy.digest.len() == 71);
}

#[test]
fn faults_have_file_line_and_remedy() {
    for (from, to, expected) in [
        (
            "id: nowhere-2020",
            "idd: nowhere-2020",
            "nowhere/policy.yaml:2: idd: the key `idd` is not known; did you mean `id`?",
        ),
        (
            "schema: guantong/policy/1",
            "schema: guantong/policy/9",
            "nowhere/policy.yaml:1: schema: the schema is not known",
        ),
        ("\"990000\"", "\"99\"", "is not six digits"),
        (
            "status: { yes: [in-service] }",
            "status: { yes: [busy] }",
            "nowhere/policy.yaml:12: shared.scope[0].status.yes[0]",
        ),
        ("clause: X-2, skill", "clause: X-9, skill", "the ledger has no clause \"X-9\""),
        ("with: [scope]", "with: [scopes]", "`shared` has no group \"scopes\"; known groups are scope"),
        ("      with: [scope]\n", "", "shared.scope: no route uses the group"),
        ("- id: honour", "- id: years", "the route years stands twice"),
        ("opens: [technician]", "opens: [senior-worker]", "senior-worker is no level of this ladder"),
        (
            "        - { clause: X-2, skill: { at_least: technician } }\n",
            "",
            "reads the carrying skill, and the route has none",
        ),
        ("post: frontline }", "post: frontline, status: { yes: [] } }", "a condition has one kind; this one has 2"),
        (
            "refers_to: committee\n  routes:\n    - id: years",
            "refers_to: court\n  routes:\n    - id: years",
            "\"court\" is no key of `bodies`",
        ),
        (
            "in_force: { from: 2020-01-01,",
            "in_force: { from: 2020-01-01, until: 2019-01-01,",
            "the last day lies before the first",
        ),
        ("{ clause: X-3, honour: target }", "{ clause: X-3, catalogue: post }", "the pack has no catalogue"),
        ("document: {", "document: [", "not valid YAML"),
    ] {
        let found = faults(from, to);
        assert!(found.contains(expected), "{expected:?} is missing in\n{found}");
    }
}

#[test]
fn counted_evidence_is_checked() {
    let judged = |counted: &str| format!("clause: X-2, judged: committee, counted: {counted} }}");
    let with = |condition: &str| load(&POLICY.replace("clause: X-2, post: skilled }", condition), CLAUSES, HONOURS);
    let sound =
        "{ since: technician, any: [ { at_least: 2, of: [ { kind: [report], role: lead, characters: 2000 } ] } ] }";
    with(&judged(sound)).unwrap();
    for (counted, expected) in [
        ("{ any: [] }", "counted.any: nothing is counted"),
        ("{ any: [ { at_least: 1, of: [] } ] }", "counted.any[0].of: the group counts nothing"),
        ("{ any: [ { at_least: 0, of: [ { kind: [paper] } ] } ] }", "at_least 0 is out of bounds; write 1 to 100"),
        ("{ any: [ { at_least: 1, of: [ { level: [city] } ] } ] }", "the filter names no kind"),
        ("{ any: [ { at_least: 1, of: [ { kind: [papers] } ] } ] }", "\"papers\" is no kind of evidence"),
        ("{ any: [ { at_least: 1, of: [ { kind: [paper], length: 3 } ] } ] }", "unknown field `length`"),
        (
            "{ any: [ { at_least: 1, of: [ { kind: [paper], characters: 2000 } ] } ] }",
            "no paper 论文 states `characters`",
        ),
        (
            "{ any: [ { at_least: 1, of: [ { kind: [paper], stated: [in_force] } ] } ] }",
            "no paper 论文 states `in_force`",
        ),
        ("{ any: [ { at_least: 1, of: [ { kind: [report], characters: 0 } ] } ] }", "`characters` 0 asks for nothing"),
        ("{ any: [ { at_least: 1, of: [ { kind: [report], holding: technician } ] } ] }", "no role is asked for"),
        ("{ any: [ { at_least: 1, of: [ { honour: [某奖], level: [city] } ] } ] }", "an honour states no level"),
        ("{ any: [ { at_least: 1, of: [ { honour: [某奖], kind: [merit] } ] } ] }", "evidence or an honour"),
        ("{ since: master, any: [ { at_least: 1, of: [ { kind: [merit] } ] } ] }", "\"master\" is no skill level"),
    ] {
        let found = with(&judged(counted)).unwrap_err();
        assert!(
            found.contains(expected) && found.contains("nowhere/policy.yaml:"),
            "{expected:?} is missing in\n{found}"
        );
    }
    let filing =
        with(&format!("clause: X-2, post: skilled, counted: {sound}, says: {{ zh: 甲, en: a }} }}")).unwrap_err();
    assert!(filing.contains("only what people judge can be settled by counted evidence"), "{filing}");
    assert!(filing.contains("only what people judge is told in the pack's words"), "{filing}");
}

#[test]
fn all_faults_come_at_once() {
    let text = POLICY
        .replace("post: frontline }", "post: nowhere }")
        .replace("clause: X-2, work", "clause: X-7, work")
        .replace("years: 3", "years: three");
    let found = load(&text, CLAUSES, "name,aliases\nx\n").unwrap_err();
    assert!(found.lines().count() >= 4, "{found}");
}

#[test]
fn honours_are_ranked_as_the_ledger_says() {
    let found = load(POLICY, CLAUSES, &HONOURS.replace("intermediate", "senior")).unwrap_err();
    assert!(found.contains("honours.csv lets X-3 open senior, the ledger names 工程师"), "{found}");
}

#[test]
fn ledgers_and_tables_are_checked() {
    let twice = format!("{CLAUSES}{}", CLAUSES.lines().next().unwrap());
    assert!(
        load(POLICY, &twice, HONOURS)
            .unwrap_err()
            .contains("nowhere/clauses.yaml:5: [4].id: the clause X-1 stands twice")
    );
    let blank = CLAUSES.replace("zh: 范围", "zh: \" \"");
    assert!(load(POLICY, &blank, HONOURS).unwrap_err().contains("the text is blank"));
    let short = HONOURS.replace(",open,,", ",open");
    assert!(load(POLICY, CLAUSES, &short).unwrap_err().contains("nowhere/honours.csv:2"));
    let effect = HONOURS.replace(",open,", ",maybe,");
    assert!(load(POLICY, CLAUSES, &effect).unwrap_err().contains("write open or refer"));
}

#[test]
fn one_place_has_one_policy_at_a_time() {
    let mut files = Files::default();
    for folder in ["a", "b"] {
        files.add(format!("{folder}/policy.yaml"), whole(POLICY));
        files.add(format!("{folder}/clauses.yaml"), CLAUSES);
        files.add(format!("{folder}/honours.csv"), HONOURS);
    }
    assert!(Packs::load(&files, &policy::Settings::default()).unwrap_err().to_string().contains("overlaps"));
    assert!(
        Packs::load(&Files::default(), &policy::Settings::default())
            .unwrap_err()
            .to_string()
            .contains("there is no pack")
    );
}

#[test]
fn names_are_compared_plain_but_never_by_likeness() {
    use policy::honours::plain_honour;
    use policy::occupations::{is_code, plain_name};
    assert_eq!(plain_honour("“齐鲁 工匠”"), "齐鲁工匠");
    assert_ne!(plain_honour("齐鲁大工匠"), plain_honour("齐鲁工匠"));
    assert_eq!(plain_name("电工 (低压)"), "电工（低压）");
    assert!(is_code("6-18-02", 3) && is_code("6-18-02-04", 4) && !is_code("6-18-2", 3) && !is_code("18-06-02", 3));
}

#[test]
fn conditions_are_checked_on_both_sides_of_their_bounds() {
    let with = |condition: &str| {
        load(&POLICY.replace("clause: X-2, post: skilled }", &format!("clause: X-2, {condition} }}")), CLAUSES, HONOURS)
    };
    let hours = |years: u8, early: u16, until: i16, later: u16| {
        format!("hours: {{ years: {{ intermediate: {years} }}, early: {early}, early_until: {until}, later: {later} }}")
    };
    let during = |from: &str, until: &str| format!("post: skilled, during: {{ from: {from}, until: {until} }}");
    let faulty = [
        ("reviews: { last: 0 }".to_owned(), "the number of reviews is out of bounds"),
        ("reviews: { last: 11 }".to_owned(), "the number of reviews is out of bounds"),
        ("reviews: { last: 3, excellent: 4 }".to_owned(), "the number of reviews is out of bounds"),
        (hours(0, 18, 2019, 90), "the number of years is out of bounds"),
        (hours(11, 18, 2019, 90), "the number of years is out of bounds"),
        (hours(3, 18, 1899, 90), "the year 1899 is out of bounds"),
        (hours(3, 18, 2201, 90), "the year 2201 is out of bounds"),
        (hours(3, 91, 2019, 90), "the hours are out of bounds"),
        (hours(3, 18, 2019, 8785), "the hours are out of bounds"),
        (during("2021-01-02", "2021-01-01"), "during: the last day lies before the first"),
        ("employer_named: []".to_owned(), "the list is empty"),
        ("specialty_among: []".to_owned(), "the list is empty"),
        ("honours: { list: X-2 }".to_owned(), "honours.csv has no list \"X-2\"; write one of X-3"),
        ("honours: { list: X-3, at_least: 0 }".to_owned(), "at_least 0 is out of bounds"),
        ("honours: { list: X-3, at_least: 11 }".to_owned(), "at_least 11 is out of bounds"),
        ("catalogue: post".to_owned(), "the pack has no catalogue"),
        ("specialty: post".to_owned(), "the pack has no catalogue"),
        ("title_specialty: catalogue".to_owned(), "the pack has no catalogue"),
        ("post: skilled, otherwise: fail".to_owned(), "is not read here; write `refer`, or leave it out"),
        ("post: skilled, refer_to: court".to_owned(), "\"court\" is no key of `bodies`"),
        ("post: skilled, for_employers: [enterprise]".to_owned(), "only what people judge can be for some employers"),
    ];
    for (condition, expected) in faulty {
        let found = with(&condition).map(|_| ()).unwrap_err();
        assert!(found.contains(expected), "{expected:?} is missing for {condition} in\n{found}");
    }
    for condition in [
        "reviews: { last: 1 }".to_owned(),
        "reviews: { last: 10 }".to_owned(),
        "reviews: { last: 3, excellent: 3 }".to_owned(),
        hours(1, 18, 1900, 18),
        hours(10, 18, 2200, 8784),
        during("2021-01-01", "2021-01-01"),
        "employer_named: [甲厂]".to_owned(),
        "specialty_among: [机电]".to_owned(),
        "honours: { list: X-3, at_least: 1 }".to_owned(),
        "honours: { list: X-3, at_least: 10 }".to_owned(),
        "post: skilled, otherwise: refer, refer_to: committee".to_owned(),
        "judged: committee, for_employers: [enterprise]".to_owned(),
    ] {
        with(&condition).unwrap_or_else(|faults| panic!("{condition} is refused:\n{faults}"));
    }
    let empty = with("post: skilled }\n        - { all: []").map(|_| ()).unwrap_err();
    assert!(empty.contains("the group is empty"), "{empty}");
}
