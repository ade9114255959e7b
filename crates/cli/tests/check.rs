//! `guantong check` as a person runs it: answers, exit statuses, and ten nasty inputs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use support::guantong;

const EXAMPLE: &str = "docs/examples/technician.yaml";

fn json(arguments: &[&str], input: &str) -> serde_json::Value {
    let answered = guantong(arguments, input);
    assert_eq!(answered.status, 0, "{}", answered.err);
    serde_json::from_str(&answered.out).unwrap()
}

#[test]
fn one_place_answers_with_one_document_and_all_places_with_a_list() {
    let one = json(&["check", EXAMPLE, "-j", "shandong", "--as-of", "2026-11-21", "--format", "json"], "");
    assert_eq!(one["schema"], "guantong/decision/1");
    assert_eq!(one["as_of"], "2026-11-21");
    assert_eq!(one["jurisdiction"]["code"], "370000");
    let all = json(&["check", EXAMPLE, "--format", "json"], "");
    assert_eq!(all["schema"], "guantong/decisions/1");
    assert_eq!(all["results"].as_array().unwrap().len(), 7);
}

#[test]
fn without_a_place_all_places_stand_side_by_side_first() {
    let all = guantong(&["check", EXAMPLE, "--as-of", "2026-11-21"], "");
    let lines: Vec<&str> = all.out.lines().collect();
    assert!(lines[0].starts_with("各地对照  2026-11-21"), "{}", lines[0]);
    for place in ["山西省", "绍兴市", "山东省", "广东省", "揭阳市", "揭西县", "重庆市"] {
        assert!(lines[1].contains(place), "{place}: {}", lines[1]);
    }
    let full = lines.iter().position(|line| line.contains("正高级工程师")).unwrap();
    assert!(full < 15, "the table is compact");
    assert_eq!(lines[full].matches('—').count(), 2, "two places do not have it: {}", lines[full]);
    assert!(lines[full + 1].contains("SD-3.1.3.4"), "the clause that decides: {}", lines[full + 1]);
    let one = guantong(&["check", EXAMPLE, "-j", "shandong", "--as-of", "2026-11-21"], "");
    assert!(!one.out.contains("各地对照"));
    let english = guantong(&["--lang", "en", "check", EXAMPLE, "--as-of", "2026-11-21"], "");
    assert!(english.out.lines().nth(1).unwrap().contains("Shaoxing"), "{}", english.out);
    assert!(english.out.lines().take(40).all(|line| line.chars().count() <= 100));
}

#[test]
fn the_place_may_be_a_key_a_code_or_a_name() {
    for word in ["chongqing", "500000", "重庆", "重庆市"] {
        let one = json(&["check", EXAMPLE, "-j", word, "--as-of", "2026-11-21", "--format", "json"], "");
        assert_eq!(one["jurisdiction"]["key"], "chongqing");
    }
}

#[test]
fn targets_are_answered_in_the_order_asked() {
    let targets =
        ["--target", "skill:高级技师", "--target", "title:intermediate", "--target", "title:senior:agriculture"];
    let mut arguments = vec!["check", EXAMPLE, "-j", "shandong", "--as-of", "2026-11-21", "--format", "json"];
    arguments.extend(targets);
    let one = json(&arguments, "");
    let outcomes: Vec<&str> =
        one["decisions"].as_array().unwrap().iter().map(|d| d["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["not-eligible", "undetermined", "not-governed"]);
    assert_eq!(one["decisions"][1]["missing"], serde_json::json!(["reviews.2025"]));
}

#[test]
fn standards_are_used() {
    let folder = std::env::temp_dir().join(format!("guantong-standards-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("standards.yaml");
    std::fs::write(&file, "焊工: { 高级技师: 12 }\n").unwrap();
    let dossier = "titles: [{tier: 高级工程师}]\nskills: []\nsanctions: []\nemployment: {status: 在职, occupation: 焊工}\n\
                   work: [{occupation: 焊工, from: 2010-01-01, to: null}]\n";
    let file = file.to_str().unwrap();
    let ask =
        ["check", "-", "-j", "shandong", "--as-of", "2026-11-21", "--target", "skill:高级技师", "--format", "json"];
    let without = json(&ask, dossier);
    assert_eq!(without["decisions"][0]["outcome"], "referred");
    assert_eq!(without["decisions"][0]["referred_to"][0]["clause"], "SD-4.1.a");
    assert_eq!(without["decisions"][0]["indicative"].as_array().unwrap().len(), 2);
    let with = json(&[&ask[..], &["--standards", file]].concat(), dossier);
    assert_eq!(with["decisions"][0]["outcome"], "eligible");
    assert_eq!(with["decisions"][0]["earliest"], "2022-01-01");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn text_names_the_clause_of_every_reason() {
    let answered = guantong(&["check", EXAMPLE, "-j", "shandong", "--as-of", "2026-11-21"], "");
    assert_eq!(answered.status, 0);
    assert!(answered.err.is_empty(), "{}", answered.err);
    assert!(!answered.out.contains('\u{1b}'), "no colours on a pipe");
    for part in ["工程师", "待补充", "reviews.2025", "SD-3.1.1.c", "鲁人社发〔2020〕16号"] {
        assert!(answered.out.contains(part), "{part} is missing in:\n{}", answered.out);
    }
    let english = guantong(&["--lang", "en", "check", EXAMPLE, "-j", "shandong", "--as-of", "2026-11-21"], "");
    assert!(english.out.contains("annual review of 2025"), "{}", english.out);
}

#[test]
fn nasty_input_is_refused_with_its_place_and_what_would_do() {
    let deep = format!("{{\"skills\": {}1{}}}", "[".repeat(200), "]".repeat(200));
    let many = format!("{{\"honours\": [{}]}}", vec!["{}"; 20_001].join(","));
    let cases: &[(&str, &str)] = &[
        ("{", "not valid JSON"),
        ("", "empty"),
        ("[1, 2]", "mapping"),
        ("{\"skils\": []}", "did you mean `skills`?"),
        ("{\"skills\": [{\"level\": \"master\"}]}", "skills[0].level"),
        ("skills:\n  - {date: 2023-02-30}\n", "line 2: skills[0].date"),
        ("{\"work\": [{\"from\": \"2020-01-01\", \"to\": \"2019-12-31\"}]}", "before it begins"),
        ("{\"skills\": null}", "leave the key out"),
        (&deep, "not valid JSON"),
        (&many, "20001 records"),
        ("a: &x 1\nb: *x\n", "anchors"),
        ("{\"reviews\": {\"2024\": \"pass\", \"2024\": \"fail\"}}", "stands twice"),
    ];
    for (input, expected) in cases {
        let answered = guantong(&["check", "-"], input);
        assert_eq!(answered.status, 2, "{input:.60}");
        assert!(answered.out.is_empty(), "no partial answer: {}", answered.out);
        assert!(answered.err.contains(expected), "{expected:?} is missing in {}", answered.err);
    }
    let huge = format!("{{\"person\": {{\"name\": \"{}\"}}}}", "x".repeat(11 * 1024 * 1024));
    let answered = guantong(&["check", "-"], &huge);
    assert_eq!(answered.status, 2);
    assert!(answered.err.contains("larger than"), "{}", answered.err);
}

#[test]
fn wrong_arguments_end_with_2() {
    for arguments in [
        &["check", "no-such-file.yaml"][..],
        &["check", EXAMPLE, "-j", "atlantis"],
        &["check", EXAMPLE, "--as-of", "2026-02-30"],
        &["check", EXAMPLE, "--target", "title:lord"],
        &["check", EXAMPLE, "--format", "xml"],
        &["check", EXAMPLE, "--policies", "no-such-folder"],
        &["--lang", "fr", "check", EXAMPLE],
        &["frobnicate"],
    ] {
        let answered = guantong(arguments, "");
        assert_eq!(answered.status, 2, "{arguments:?}");
        assert!(!answered.err.is_empty() && answered.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn ten_thousand_honours_and_overlapping_work_are_answered() {
    let honours = (0..10_000).map(|i| format!("{{\"name\": \"奖{i}\"}}")).collect::<Vec<_>>().join(",");
    let work = vec!["{\"occupation\": \"焊工\", \"from\": \"2010-01-01\", \"to\": null}"; 5_000].join(",");
    let dossier = format!(
        "{{\"honours\": [{honours}], \"work\": [{work}], \"skills\": [{{\"level\": \"技师\", \"occupation\": \"焊工\", \"date\": \"2025-01-01\"}}]}}"
    );
    let one = json(
        &["check", "-", "-j", "chongqing", "--as-of", "2026-11-21", "--target", "title:工程师", "--format", "json"],
        &dossier,
    );
    assert_eq!(one["decisions"][0]["outcome"], "undetermined");
}

#[test]
fn before_the_first_day_nothing_is_governed() {
    let one = json(&["check", EXAMPLE, "-j", "shandong", "--as-of", "2020-12-31", "--format", "json"], "");
    for decision in one["decisions"].as_array().unwrap() {
        assert_eq!(decision["outcome"], "not-governed");
        assert_eq!(decision["routes"][0]["conditions"][0]["clause"], "SD-6.7");
    }
}

#[test]
fn counted_evidence_is_shown_with_its_records() {
    let arguments = ["check", "docs/examples/evidence.yaml", "-j", "shanxi", "--as-of", "2026-11-21"];
    let target = ["--target", "title:deputy-senior"];
    let json = guantong(&[&arguments[..], &target[..], &["--format", "json"]].concat(), "");
    assert_eq!(json.status, 0, "{}", json.err);
    let document: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let decision = &document["decisions"][0];
    let settled: Vec<(&str, usize)> = decision["routes"][0]["conditions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|condition| condition["by_evidence"] == true)
        .map(|condition| (condition["clause"].as_str().unwrap(), condition["facts"].as_array().unwrap().len()))
        .collect();
    assert_eq!(settled, [("SX-A.4.3.1", 3), ("SX-A.5.3.2", 2), ("SX-A.6.2", 3)]);
    assert_eq!(decision["to_be_judged"], serde_json::json!(["SX-A.1", "SX-A.0", "SX-A.4.3"]));
    let text = guantong(&[&arguments[..], &target[..]].concat(), "");
    assert!(text.out.contains("计入的有：徒弟甲、徒弟乙、徒弟丙。（SX-A.4.3.1）"), "{}", text.out);
}

#[test]
fn faulty_evidence_is_refused_with_its_place() {
    let dossier = "schema: guantong/dossier/1\nevidence:\n  - { kind: report, charcters: 2000 }\n  - { kind: textbook, rank: 1 }\n";
    let refused = guantong(&["check", "-", "-j", "shanxi"], dossier);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("evidence[0].charcters") && refused.err.contains("`characters`"), "{}", refused.err);
    assert!(
        refused.err.contains("evidence[1].rank") && refused.err.contains("says nothing of textbook"),
        "{}",
        refused.err
    );
}

#[test]
fn a_history_that_contradicts_itself_is_warned_of_and_answered() {
    let skill = |level: &str, date: &str| format!("{{ level: {level}, occupation: 焊工, date: {date} }}");
    let dossier = format!(
        "schema: guantong/dossier/1\nskills: [ {}, {} ]\n",
        skill("技师", "2018-05-01"),
        skill("高级工", "2020-06-01")
    );
    let answered = guantong(&["check", "-", "--as-of", "2026-11-21"], &dossier);
    assert_eq!(answered.status, 0, "{}", answered.err);
    let said = "第1项技能证书的取得日期（2018-05-01），第2项技能证书的取得日期（2020-06-01）";
    assert_eq!(answered.out.matches(said).count(), 1, "{}", answered.out);
}
