//! `guantong plan` as a person runs it: days, ways, the map, and bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use support::{guantong, root};

const DAY: &str = "2026-11-21";

/// The example of the README with the one fact that it leaves open.
fn example() -> String {
    let text = std::fs::read_to_string(root().join("docs/examples/technician.yaml")).unwrap();
    let whole = text.replace("\"2024\": excellent }", "\"2024\": excellent, \"2025\": pass }");
    assert_ne!(whole, text);
    whole
}

fn json(arguments: &[&str], input: &str) -> serde_json::Value {
    let planned = guantong(arguments, input);
    assert_eq!(planned.status, 0, "{}", planned.err);
    serde_json::from_str(&planned.out).unwrap()
}

fn level<'p>(plan: &'p serde_json::Value, level: &str) -> &'p serde_json::Value {
    plan["levels"].as_array().unwrap().iter().find(|one| one["target"]["level"] == level).unwrap()
}

#[test]
fn a_plan_names_each_level_its_day_and_its_way() {
    let plan =
        json(&["plan", "-", "-j", "guangdong", "--as-of", DAY, "--award-lag", "P1Y", "--format", "json"], &example());
    assert_eq!(plan["schema"], "guantong/plan/1");
    assert_eq!(plan["award_lag"], "P1Y");
    let engineer = level(&plan, "intermediate");
    assert_eq!((&engineer["state"], &engineer["earliest"]), (&"open".into(), &DAY.into()));
    let highest = level(&plan, "senior-technician");
    let steps = highest["way"]["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 2, "{highest:#}");
    assert_eq!(steps[0]["awarded"], "2027-11-21");
    assert_eq!((&steps[1]["from"], &steps[1]["needs"]), (&"2027-11-21".into(), &serde_json::json!([0])));
    assert_eq!(steps[0]["closes"]["last_day"], "2027-04-14");
    assert!(steps[1]["after_expiry"].as_bool().unwrap());
    assert!(plan["warnings"].as_array().unwrap().iter().any(|one| one.as_str().unwrap().contains("2027-04-14")));
}

#[test]
fn what_is_the_earliest_of_a_decision_is_the_plans_too() {
    for place in ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"] {
        let at = ["-j", place, "--as-of", "2020-06-01", "--format", "json"];
        let plan = json(&[&["plan", "-"][..], &at].concat(), &example());
        let check = json(&[&["check", "-"][..], &at].concat(), &example());
        for decision in check["decisions"].as_array().unwrap().iter().filter(|one| one["outcome"] == "not-yet") {
            let level = level(&plan, decision["target"]["level"].as_str().unwrap());
            let days = [&level["way"]["from"], &level["way_if_decided"]["from"]];
            let earliest = days.iter().filter_map(|day| day.as_str()).min().unwrap();
            assert!(earliest <= decision["earliest"].as_str().unwrap(), "{place} {level:#}");
        }
    }
}

#[test]
fn all_places_are_planned_without_one() {
    let plans = json(&["plan", "-", "--as-of", DAY, "--format", "json"], &example());
    assert_eq!(plans["schema"], "guantong/plans/1");
    assert_eq!(plans["results"].as_array().unwrap().len(), 7);
}

#[test]
fn what_each_place_makes_of_the_records_stands_beside_the_plans() {
    let plans = json(&["plan", "-", "--as-of", DAY, "--format", "json"], &example());
    let records = plans["recognised"].as_array().unwrap();
    let paths: Vec<&str> = records.iter().map(|record| record["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["skills[0]", "titles[0]", "education[0]"]);
    let places = |record: usize| records[record]["places"].as_array().unwrap();
    let of = |record: usize, key: &str| places(record).iter().find(|one| one["jurisdiction"] == key).unwrap();
    assert_eq!(places(0).len(), 7);
    let certificate = of(0, "shandong");
    assert_eq!(certificate["standing"], "yes");
    assert!(certificate["clauses"].as_array().unwrap().contains(&"SD-3.1.2.2".into()), "{certificate:#}");
    // A diploma decides in Shanxi and is not needed in Chongqing.
    assert_eq!((&of(2, "shanxi")["standing"], &of(2, "chongqing")["standing"]), (&"yes".into(), &"unknown".into()));
    let text = guantong(&["--lang", "en", "plan", "-", "--as-of", DAY], &example()).out;
    assert!(text.contains("What each place makes of certificates"), "{text}");
}

#[test]
fn an_empty_dossier_is_undetermined_and_never_closed() {
    let plan = json(&["plan", "-", "-j", "chongqing", "--as-of", DAY, "--format", "json"], "{}");
    for level in plan["levels"].as_array().unwrap() {
        assert_eq!(level["state"], "undetermined", "{level:#}");
        assert!(!level["missing"].as_array().unwrap().is_empty());
    }
}

#[test]
fn what_cannot_be_reached_names_the_clause() {
    let retired = "employment: { status: retired, employer: { kind: enterprise } }\nskills: []\ntitles: []\nhonours: []\nsanctions: []\nwork: []\n";
    let plan = json(&["plan", "-", "-j", "shandong", "--as-of", DAY, "--format", "json"], retired);
    let engineer = level(&plan, "intermediate");
    assert_eq!(engineer["state"], "closed");
    let clauses = engineer["stops"].to_string();
    assert!(clauses.contains("SD-2.a"), "{clauses}");
}

#[test]
fn the_map_is_well_formed_and_reads_as_text() {
    for (lang, place, held) in [("zh", "山东省", "您在这里"), ("en", "Shandong", "You are here")] {
        let arguments = ["--lang", lang, "plan", "-", "-j", "shandong", "--as-of", DAY, "--format", "svg"];
        let map = guantong(&arguments, &example());
        assert_eq!(map.status, 0, "{}", map.err);
        assert!(map.out.starts_with("<svg ") && map.out.trim_end().ends_with("</svg>"));
        assert!(map.out.contains(place) && map.out.contains(held), "{}", map.out);
        let opened = map.out.matches("<text").count();
        assert_eq!(opened, map.out.matches("</text>").count());
        assert!(map.out.contains("role=\"listitem\""));
    }
}

#[test]
fn names_from_the_dossier_cannot_break_the_map() {
    let nasty = "{\"employment\": {\"status\": \"in-service\", \"occupation\": \"<script>&\\u0001\\\"\"}, \"skills\": [{\"level\": \"technician\", \"occupation\": \"<b>\", \"date\": \"2020-01-01\"}]}";
    let map = guantong(&["plan", "-", "-j", "shandong", "--format", "svg"], nasty);
    if map.status == 0 {
        assert!(!map.out.contains("<script>") && !map.out.contains("<b>") && !map.out.contains('\u{1}'));
    } else {
        assert_eq!(map.status, 2, "{}", map.err);
    }
}

#[test]
fn bad_input_is_refused_with_what_would_do() {
    let bad = |arguments: &[&str], says: &str| {
        let answer = guantong(arguments, "{}");
        assert_eq!(answer.status, 2, "{arguments:?}");
        assert!(answer.err.contains(says) && answer.out.is_empty(), "{}", answer.err);
    };
    bad(&["plan", "-", "--award-lag", "6 months"], "P6M");
    bad(&["plan", "-", "--award-lag=-P1D"], "P6M");
    bad(&["plan", "-", "--award-lag", "PT12H"], "P6M");
    bad(&["plan", "-", "--award-lag", "P99999999999999999999D"], "P6M");
    bad(&["plan", "-", "--format", "svg"], "-j");
    bad(&["plan", "-", "-j", "atlantis"], "shandong");
    bad(&["plan", "-", "--as-of", "2026-02-30"], "2026-02-30");
}
