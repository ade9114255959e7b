//! Catalogues, the national table of occupations and lists of service points: what is read of them, and every fault planted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use model::{Series, SkillLevel, Track};
use policy::{Files, Packs, Settings};

const CLAUSES: &str = "\
- { id: X-1, where: 一, kind: scope, subject: both, part: decision, zh: 范围, en: scope, parameters: {} }
- { id: X-A.1, where: 表, kind: catalogue, subject: both, part: decision, zh: 一, en: one, parameters: {} }
- { id: X-A.2, where: 表, kind: catalogue, subject: both, part: decision, zh: 二, en: two, parameters: {} }
- { id: X-B.1, where: 表, kind: catalogue, subject: both, part: decision, zh: 三, en: three, parameters: {} }
- { id: X-B.2, where: 表, kind: catalogue, subject: both, part: decision, zh: 四, en: four, parameters: {} }
";

const POLICY: &str = "\
schema: guantong/policy/1
id: nowhere-2020
jurisdiction: { key: nowhere, code: \"990000\", zh: 无名市, en: Nowhere }
document: { title: 某意见, en: An opinion, issuer: 某局, issued: 2020-01-01 }
checked: { on: 2026-01-01, by: { zh: 某人, en: somebody } }
in_force: { from: 2020-01-01, clauses: [X-1] }
related: { by: same, clause: X-1 }
catalogue:
  - file: to-title.csv
    clause: X-1
    major_clause_prefix: X-A.
    direction: skill-to-title
    lists: LISTS
    series: { 工程: engineering, 农业: agriculture }
    columns: { major: major, occupation: occupation, number: number, series: series, code: code, printed_code: printed }
  - file: to-skill.csv
    clause: X-1
    major_clause_prefix: X-B.
    direction: title-to-skill
    lists: LISTS
    series: { 工程: engineering, 农业: agriculture }
    columns: { major: major, occupation: occupation, number: number, series: series, code: code, printed_code: printed }
service_points: { file: points.csv, clause: X-1 }
bodies:
  committee: { zh: 评委会, en: the committee }
titles:
  series: [engineering]
  levels: [intermediate]
  effect: apply-for-review
  refers_to: committee
  routes:
    - id: only
      name: { zh: 唯一, en: the only one }
      opens: [intermediate]
      when:
        - { clause: X-1, post: frontline }
        - { clause: X-1, catalogue: post }
skills:
  levels: [technician]
  effect: apply-for-assessment
  refers_to: committee
  routes:
    - id: only
      name: { zh: 唯一, en: the only one }
      opens: [technician]
      when:
        - { clause: X-1, post: frontline }
        - { clause: X-1, catalogue: post }
";

const TO_TITLE: &str = "\
major,occupation,number,series,code,printed,errata,errata_zh
机械,焊工,1,工程,6-18-02,GBM61802,,
农机,焊工,2,农业,6-18-02,GBM61802,,
机械,车工,1,工程,6-18-01,GBM61810,misprint: read 铣工 (so printed elsewhere),误印
";

const TO_SKILL: &str = "\
major,occupation,number,series,code,printed,errata
机械,焊工,1,工程,6-18-02,GBM61802,
电气,电工,2,工程,6-25-04,GBM62504,
";

const OCCUPATIONS: &str = "\
name,code,group,group_name,kind,current_name,synonyms_note,confidence,basis
焊工,6-18-02-04,6-18-02,机械热加工人员,职业,,,high,x
电焊工,6-18-02-04,6-18-02,机械热加工人员,工种,,,high,x
车工,6-18-01-01,6-18-01,机械冷加工人员,职业,,,medium,x
船工,,,,former name,,,high,x
";

const POINTS: &str = "\
seq,institution,occupation,level,errata,address,phone
1,某学院,焊工,technician,,某路1号,
2,某学院,悍工,高级技师,misprint: read 焊工, ,
";

fn load(lists: &str, change: (&str, &str, &str)) -> Result<Packs, String> {
    let mut files = Files::default();
    let mut add = |name: &str, text: &str| {
        let changed = if change.0 == name {
            assert!(text.contains(change.1), "{}", change.1);
            text.replacen(change.1, change.2, 1)
        } else {
            text.to_owned()
        };
        files.add(name, changed);
    };
    add("nowhere/policy.yaml", &POLICY.replace("LISTS", lists));
    add("nowhere/clauses.yaml", CLAUSES);
    add("nowhere/to-title.csv", TO_TITLE);
    add("nowhere/to-skill.csv", TO_SKILL);
    add("nowhere/points.csv", POINTS);
    add("national/occupations.csv", OCCUPATIONS);
    Packs::load(&files, &Settings::default()).map_err(|faults| faults.to_string())
}

#[test]
fn majors_are_numbered_in_each_table_and_know_their_direction_and_series() {
    let packs = load("groups", ("", "", "")).unwrap();
    let catalogue = packs.named("nowhere").unwrap().catalogue.as_ref().unwrap();
    let majors: Vec<_> = catalogue.majors.iter().map(|one| (one.name.as_str(), one.clause.as_str())).collect();
    assert_eq!(majors, [("机械", "X-A.1"), ("农机", "X-A.2"), ("机械", "X-B.1"), ("电气", "X-B.2")]);
    assert_eq!((catalogue.towards(Track::Title), catalogue.towards(Track::Skill)), (0b0011, 0b1100));
    let of = |series: Series| catalogue.of_series(series);
    assert_eq!((of(Series::Engineering), of(Series::Agriculture), of(Series::Art)), (0b1101, 0b0010, 0));
    assert_eq!((catalogue.majors_named("机械"), catalogue.majors_named("农")), (0b0101, 0));
    assert_eq!(catalogue.majors_of("焊工", Some("6-18-02")), 0b0111);
    assert_eq!(catalogue.majors_of("电工", Some("6-25-04")), 0b1000);
    assert_eq!((catalogue.majors_of("焊工", None), catalogue.majors_of("焊工", Some("6-18-09"))), (0, 0));
    assert_eq!((catalogue.group_named("焊工"), catalogue.group_named("悍工")), (Some("6-18-02"), None));
    assert_eq!(catalogue.kinds(), [(61_801, 0b0001), (61_802, 0b0111), (62_504, 0b1000)]);
    let rows: Vec<_> = catalogue.rows.iter().map(|row| (row.major, row.read_as.as_deref())).collect();
    assert_eq!(rows, [(0, None), (1, None), (0, Some("铣工")), (2, None), (3, None)]);
    let remarks: Vec<_> = catalogue.rows.iter().map(|row| row.errata_zh.as_deref()).collect();
    assert_eq!(remarks, [None, None, Some("误印"), None, None]);
    assert_eq!(catalogue.rows[0].printed_code.as_deref(), Some("GBM61802"));
}

#[test]
fn names_are_listed_as_printed_and_as_they_are_read() {
    let packs = load("names", ("", "", "")).unwrap();
    let catalogue = packs.named("nowhere").unwrap().catalogue.as_ref().unwrap();
    let of = |name: &str| catalogue.majors_of(name, Some("6-18-02"));
    assert_eq!((of("焊工"), of("车工"), of("铣工"), of("电工"), of("悍工")), (0b0111, 0b0001, 0b0001, 0b1000, 0));
    assert_eq!(catalogue.kinds(), [(0, 0b0001), (0, 0b0111), (0, 0b1000)]);
}

#[test]
fn faults_of_tables_have_their_line() {
    let cases = [
        ("nowhere/to-title.csv", "机械,焊工,1", "机械,焊工,2", "to-title.csv:2: number: the majors are not numbered"),
        ("nowhere/to-title.csv", "农机,焊工,2", "农机,焊工,3", "to-title.csv:3: number: the majors are not numbered"),
        ("nowhere/to-skill.csv", "电气,电工,2", "电气,电工,4", "to-skill.csv:3: number: the majors are not numbered"),
        ("nowhere/to-title.csv", "机械,焊工", ",焊工", "to-title.csv:2: major: the major or the occupation is blank"),
        ("nowhere/to-title.csv", "机械,焊工", "机械,", "to-title.csv:2: major: the major or the occupation is blank"),
        ("nowhere/to-title.csv", "1,工程,6-18-02", "1,艺术,6-18-02", "to-title.csv:2: series: \"艺术\" is no series"),
        ("nowhere/to-title.csv", "series,code", "series,kode", "to-title.csv:1: code: the table has no column `code`"),
        ("nowhere/to-title.csv", "工程,6-18-02,", "工程,6-18-2,", "code: \"6-18-2\" is not a code of 3 parts"),
        ("nowhere/to-title.csv", "6-18-02,GBM61802", "6-18-02,GBM61820", "printed_code: GBM61820 is not GBM61802"),
        ("nowhere/to-title.csv", "6-18-02,GBM61802", "6-18-02,", "to-title.csv:2: printed_code:  is not GBM61802"),
        (
            "nowhere/to-title.csv",
            "车工,1,工程,6-18-01,GBM61810",
            "焊工,1,工程,6-18-01,GBM61801",
            "stands for two codes",
        ),
        ("nowhere/points.csv", "technician", "master", "points.csv:2: level: \"master\" is no skill level"),
        ("nowhere/points.csv", "某学院,焊工", ",焊工", "points.csv:2: institution: the institution or the occupation"),
        (
            "nowhere/points.csv",
            "某学院,焊工",
            "某学院,",
            "points.csv:2: institution: the institution or the occupation",
        ),
        ("national/occupations.csv", "6-18-02-04", "6-18-02-4", "code: \"6-18-02-4\" is not a code of 4 parts"),
        ("national/occupations.csv", "6-18-02-04", "6-18-03-04", "6-18-03-04 does not lie in the group 6-18-02"),
        ("national/occupations.csv", ",6-18-02,", ",6-18,", "group: \"6-18\" is not a code of 3 parts"),
        ("national/occupations.csv", ",high,", ",sure,", "occupations.csv:2: confidence: \"sure\" is no confidence"),
        ("national/occupations.csv", "职业", "行业", "occupations.csv:2: kind: \"行业\" is no kind"),
        ("national/occupations.csv", "焊工", " ", "occupations.csv:2: name: the name is blank"),
    ];
    for (file, from, to, expected) in cases {
        let found = load("groups", (file, from, to)).map(|_| ()).unwrap_err();
        assert!(found.contains(expected), "{expected:?} is missing in\n{found}");
    }
}

#[test]
fn a_catalogue_has_up_to_thirty_two_majors() {
    // The ledger lacks the clauses of the further ones, so the pack never loads; four stand in the tables.
    let told = |count: usize| {
        let further: String = (3..count - 1).map(|i| format!("专业{i},工种{i},{i},工程,6-18-02,GBM61802,\n")).collect();
        let last = "电气,电工,2,工程,6-25-04,GBM62504,\n";
        let change = ("nowhere/to-skill.csv", last, format!("{last}{further}"));
        load("names", (change.0, change.1, &change.2)).map(|_| ()).unwrap_err()
    };
    assert!(!told(32).contains("more than 32 majors"));
    assert!(told(33).contains("to-skill.csv:32: major: more than 32 majors"), "{}", told(33));
}

#[test]
fn only_sure_rows_place_an_occupation() {
    let packs = load("groups", ("", "", "")).unwrap();
    let table = &packs.national.occupations;
    assert_eq!(table.rows.len(), 4);
    assert_eq!(table.place("焊工"), Some((Some("6-18-02-04"), Some("6-18-02"))));
    assert_eq!((table.place("车工"), table.place("船工")), (None, Some((None, None))));
    assert_eq!(table.named_by_code(6_180_204), ["焊工", "电焊工"]);
    assert_eq!((table.named_by_code(6_180_101).len(), table.named_by_code(0).len()), (0, 0));
}

#[test]
fn service_points_are_read_as_printed() {
    let packs = load("groups", ("", "", "")).unwrap();
    let (clause, points) = packs.named("nowhere").unwrap().service_points.as_ref().unwrap();
    assert_eq!(clause, "X-1");
    let read: Vec<_> = points.iter().map(|one| (one.number, one.level, one.read_as.as_deref())).collect();
    assert_eq!(read, [(1, SkillLevel::Technician, None), (2, SkillLevel::SeniorTechnician, Some("焊工"))]);
    let addresses: Vec<_> = points.iter().map(|one| one.reach.address.as_deref()).collect();
    assert_eq!(addresses, [Some("某路1号"), None]);
    assert!(points.iter().all(|one| one.reach.phone.is_none() && one.reach.contact.is_none()));
}
