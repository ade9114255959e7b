//! People made by hand for whom a question is worth asking, or is not: what is missing has to be exactly this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod support;

use engine::{Facts, decide};
use model::{Day, Dossier, Effect, Outcome, Standards, Target};
use serde_json::{Value, json};

use support::packs::packs;

/// A person for whom all is known and good: a technician of many years.
fn person() -> Value {
    json!({
        "employment": {
            "status": "in-service", "employer": { "kind": "enterprise" }, "field": "engineering", "frontline": true,
            "skilled_post": true, "appointed_as": "none", "occupation": "焊工"
        },
        "skills": [{ "level": "technician", "occupation": "焊工", "date": "2010-01-01" }],
        "titles": [],
        "work": [{ "occupation": "焊工", "from": "2006-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" },
        "honours": [],
        "sanctions": []
    })
}

/// The outcome and what is missing, sorted.
fn asked(place: &str, person: &Value, target: &str, standards: &Value) -> (Outcome, Vec<String>) {
    let dossier = Dossier::read(&person.to_string()).unwrap();
    let standards = Standards::read(&standards.to_string()).unwrap();
    let day = Day::parse("2026-11-21").unwrap();
    let facts = Facts::new(packs().named(place).unwrap(), &packs().national, &standards, &dossier, day);
    let verdict = decide(&facts, &Target::parse(target).unwrap());
    let mut missing: Vec<String> = verdict.missing.iter().map(ToString::to_string).collect();
    missing.sort_unstable();
    (verdict.outcome, missing)
}

fn missing(place: &str, person: &Value, target: &str) -> Vec<String> {
    let (outcome, missing) = asked(place, person, target, &json!({}));
    assert_eq!(outcome == Outcome::Undetermined, !missing.is_empty());
    missing
}

#[test]
fn the_end_of_work_that_began_today_is_not_asked_for() {
    let mut one = person();
    one["work"] = json!([{ "occupation": "焊工", "from": "2026-11-21" }]);
    assert_eq!(asked("shandong", &one, "title:intermediate", &json!({})).0, Outcome::NotYet);
    one["work"] = json!([{ "occupation": "焊工", "from": "2026-11-20" }]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["work[0].to"]);
}

#[test]
fn where_the_target_names_an_occupation_only_its_own_questions_are_asked() {
    // Held in the occupation named, not governed in any other: only the present occupation decides.
    let mut one = person();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one.as_object_mut().unwrap().remove("titles");
    assert_eq!(missing("shandong", &one, "skill:technician:焊工"), ["employment.occupation"]);
    assert_eq!(missing("shandong", &one, "skill:senior-technician:焊工"), ["employment.occupation", "titles"]);
}

#[test]
fn a_missing_name_asks_for_the_award_too() {
    // Eligible only with a medal of the one contest whose list asks for an award.
    let mut one = person();
    one["honours"] = json!([{ "rank": 1 }]);
    assert_eq!(missing("chongqing", &one, "title:deputy-senior"), ["honours[0].award", "honours[0].name"]);
    one["honours"] = json!([{ "rank": 1, "award": "参与奖" }]);
    assert_eq!(missing("chongqing", &one, "title:deputy-senior"), ["honours[0].name"]);
}

#[test]
fn the_day_of_a_certificate_matters_where_work_has_ended() {
    let mut one = person();
    one["skills"] = json!([{ "level": "technician", "occupation": "焊工" }]);
    one["work"] = json!([{ "occupation": "焊工", "from": "2006-08-01", "to": "2020-07-31" }]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["skills[0].date"]);
    one.as_object_mut().unwrap().remove("work");
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["skills[0].date", "work"]);
}

#[test]
fn a_year_of_unknown_work_matters_beside_work_of_unknown_beginning() {
    // Two years are asked for: the first period gives none to many, the second one year where it is related.
    let mut one = person();
    one["work"] = json!([
        { "occupation": "焊工", "to": "2016-12-31" },
        { "from": "2018-01-01", "to": "2018-12-31" }
    ]);
    assert_eq!(missing("shandong", &one, "title:assistant"), ["work[0].from", "work[1].occupation"]);
}

#[test]
fn a_period_of_unknown_beginning_matters_beside_a_certificate_of_unknown_date() {
    let mut one = person();
    one["skills"] = json!([{ "level": "technician", "occupation": "焊工" }]);
    one["work"] = json!([
        { "occupation": "焊工", "to": null },
        { "occupation": "焊工", "from": "2012-01-01", "to": "2016-12-31" }
    ]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["skills[0].date", "work[0].from"]);
}

#[test]
fn an_occupation_is_asked_for_where_one_of_many_standards_differs() {
    let mut one = person();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one["skills"] = json!([]);
    one["titles"] = json!([{ "tier": "intermediate", "series": "engineering", "date": "2015-01-01" }]);
    one["work"] = json!([]);
    let mut standards = serde_json::Map::new();
    for i in 0..1_000 {
        standards.insert(format!("工种{i:04}"), json!({ "technician": 8 }));
    }
    standards.insert("*".to_owned(), json!({ "technician": 8 }));
    standards.insert("工种9999".to_owned(), json!({ "technician": 0 }));
    let (outcome, missing) = asked("chongqing", &one, "skill:technician", &Value::Object(standards));
    assert_eq!((outcome, missing), (Outcome::Undetermined, vec!["employment.occupation".to_owned()]));
}

#[test]
fn a_standard_is_found_by_any_spelling_of_the_occupation() {
    let standards = json!({ "刨（插）工": { "technician": 3 } });
    for spelling in ["刨（插）工", "刨(插)工", "刨 （插）工"] {
        let mut one = person();
        one["employment"]["occupation"] = json!(spelling);
        one["skills"] = json!([]);
        one["titles"] = json!([{ "tier": "intermediate", "series": "engineering", "date": "2015-01-01" }]);
        one["work"] = json!([{ "occupation": spelling, "from": "2006-08-01", "to": null }]);
        let (outcome, _) = asked("chongqing", &one, "skill:technician", &standards);
        assert_eq!(outcome, Outcome::Eligible, "{spelling}");
    }
}

#[test]
fn the_beginning_and_the_end_of_one_period_both_matter() {
    let mut one = person();
    one["work"] = json!([{ "occupation": "焊工" }]);
    one["skills"][0]["date"] = json!("2024-01-01");
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["work[0].from", "work[0].to"]);
    one["skills"][0]["date"] = json!("2014-04-10");
    one["work"] = json!([{ "occupation": "焊工" }, { "occupation": "焊工", "from": "2026-11-20", "to": null }]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["work[0].from", "work[0].to"]);
}

#[test]
fn the_date_of_one_certificate_matters_beside_a_known_one_where_work_is_missing() {
    let mut one = person();
    one.as_object_mut().unwrap().remove("work");
    let known = json!({ "level": "technician", "occupation": "焊工", "date": "2020-01-01" });
    one["skills"] = json!([known, { "level": "technician", "occupation": "焊工" }]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["skills[1].date", "work"]);
}

#[test]
fn the_level_of_an_older_certificate_matters_beside_work_of_unknown_end() {
    let mut one = person();
    let known = json!({ "level": "technician", "occupation": "焊工", "date": "2022-01-01" });
    one["skills"] = json!([known, { "occupation": "焊工", "date": "2016-01-01" }]);
    one["work"] = json!([{ "occupation": "焊工", "from": "2016-01-01" }]);
    assert_eq!(missing("shandong", &one, "title:intermediate"), ["skills[1].level", "work[0].to"]);
}

#[test]
fn much_missing_work_is_asked_for() {
    // So much is missing that not every combination is tried; a period of which nothing is known may still be the one.
    let mut one = person();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one["skills"] = json!([{ "level": "technician", "occupation": "焊工", "date": "2026-11-20" }]);
    one["work"] = json!([{}, { "from": "2026-11-20", "to": null, "skilled": false }, {}, {}]);
    let asked = missing("shandong", &one, "title:intermediate");
    for path in ["work[0].from", "work[0].occupation", "work[0].to", "work[2].to", "work[3].occupation"] {
        assert!(asked.iter().any(|one| one == path), "{path} is not in {asked:?}");
    }
    assert!(!asked.iter().any(|one| one.starts_with("work[1]")), "{asked:?}");
}

#[test]
fn the_occupation_of_work_matters_beside_a_missing_post() {
    let mut one = person();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one["skills"] = json!([]);
    one["titles"] = json!([{ "tier": "assistant", "series": "engineering", "date": "2015-01-01" }]);
    one["work"] = json!([{ "occupation": "焊工", "from": "2023-01-01" }, { "from": "2025-11-21", "to": null }]);
    let standards = json!({ "*": { "senior-worker": 2 } });
    let (_, missing) = asked("shandong", &one, "skill:senior-worker", &standards);
    assert_eq!(missing, ["employment.occupation", "work[0].to", "work[1].occupation"]);
}

/// A person of Shaoxing or Guangdong for whom all is known and good.
fn southern() -> Value {
    let mut one = person();
    one["employment"]["employer"]["upper_level"] = json!(false);
    one["employment"]["occupation"] = json!("铣工");
    one["skills"] = json!([{ "level": "technician", "occupation": "铣工", "date": "2020-01-01" }]);
    one["work"] = json!([{ "occupation": "铣工", "from": "2006-08-01", "to": null }]);
    one["continuing_education"] = json!({ "2022": 96, "2023": 96, "2024": 96, "2025": 96 });
    one["education"] = json!([]);
    one
}

#[test]
fn a_code_in_the_post_may_stand_for_the_listed_name_on_a_certificate() {
    // The code of 铣工 itself stands in no table, but a certificate that says 铣工 would be listed and of the same code.
    let mut one = southern();
    one["employment"]["occupation"] = json!("6-18-01-02");
    assert_eq!(asked("shaoxing", &one, "title:intermediate", &json!({})).0, Outcome::Eligible);
    one["skills"] = json!([{ "level": "technician", "date": "2020-01-01" }]);
    assert_eq!(missing("shaoxing", &one, "title:intermediate"), ["skills[0].occupation"]);
    // And the other way round: the post may be written by its code, which no table lists.
    let mut one = southern();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one["skills"] = json!([{ "level": "technician", "occupation": "6-18-01-02", "date": "2020-01-01" }]);
    assert_eq!(missing("guangdong", &one, "title:intermediate"), ["employment.occupation"]);
}

#[test]
fn titles_that_are_not_stated_may_have_a_specialty_that_does_not_go_with_the_post() {
    let mut one = southern();
    one["skills"] = json!([]);
    one.as_object_mut().unwrap().remove("titles");
    one["employment"].as_object_mut().unwrap().remove("occupation");
    assert_eq!(missing("guangdong", &one, "skill:senior-worker"), ["employment.occupation", "titles"]);
}

#[test]
fn outside_a_pilot_no_named_occupation_is_governed() {
    let mut one = person();
    one["employment"].as_object_mut().unwrap().remove("occupation");
    one["employment"]["employer"]["name"] = json!("某机械厂");
    let outcome = |one: &Value, day: &str, target: &str| {
        let dossier = Dossier::read(&one.to_string()).unwrap();
        let (standards, day) = (Standards::default(), Day::parse(day).unwrap());
        let facts = Facts::new(packs().named("shanxi").unwrap(), &packs().national, &standards, &dossier, day);
        decide(&facts, &Target::parse(target).unwrap()).outcome
    };
    assert_eq!(outcome(&one, "2019-12-31", "skill:technician:焊工"), Outcome::NotGoverned);
    one["employment"]["employer"]["name"] = json!("太原钢铁集团有限公司");
    assert_eq!(outcome(&one, "2019-12-31", "skill:technician:焊工"), Outcome::Undetermined);
}

#[test]
fn an_honour_with_a_term_gives_its_day_beside_an_honour_of_which_nothing_is_known() {
    let mut one = southern();
    one["honours"] = json!([
        { "name": "浙江省技术能手", "date": "2022-12-01", "until": "2027-12-31" },
        {}
    ]);
    let dossier = Dossier::read(&one.to_string()).unwrap();
    let standards = Standards::default();
    let day = Day::parse("2026-11-21").unwrap();
    let facts = Facts::new(packs().named("shaoxing").unwrap(), &packs().national, &standards, &dossier, day);
    let verdict = decide(&facts, &Target::parse("title:assistant").unwrap());
    assert_eq!(verdict.outcome, Outcome::Eligible);
    assert_eq!(verdict.effect, Some(Effect::DirectRecognition));
    // The years were met on 2022-01-01, the honour came later.
    assert_eq!(verdict.earliest, Day::parse("2022-01-01").ok());
    one["skills"][0]["date"] = json!("2026-01-01");
    let dossier = Dossier::read(&one.to_string()).unwrap();
    let facts = Facts::new(packs().named("shaoxing").unwrap(), &packs().national, &standards, &dossier, day);
    let verdict = decide(&facts, &Target::parse("title:assistant").unwrap());
    assert_eq!((verdict.outcome, verdict.effect), (Outcome::Eligible, Some(Effect::DirectRecognition)));
    assert_eq!(verdict.earliest, Day::parse("2022-12-01").ok());
}

#[test]
fn the_date_of_a_title_matters_beside_work_of_which_nothing_is_stated() {
    // With work that began yesterday two years count from the later of the title and the work.
    let mut one = southern();
    one["titles"] = json!([{ "tier": "deputy-senior", "series": "engineering" }]);
    one.as_object_mut().unwrap().remove("work");
    assert_eq!(missing("guangdong", &one, "skill:senior-technician"), ["titles[0].date", "work"]);
}

#[test]
fn the_date_of_a_certificate_does_not_matter_where_the_hours_are_enough_for_any() {
    let mut one = southern();
    one["skills"] = json!([{ "level": "technician", "occupation": "铣工" }]);
    one["work"] = json!([]);
    one["honours"] = json!([{ "name": "全国技术能手", "date": "2022-12-01" }]);
    let (outcome, missing) = asked("shaoxing", &one, "title:intermediate", &json!({}));
    assert_eq!((outcome, missing), (Outcome::Eligible, Vec::new()));
    one["continuing_education"] = json!({ "2022": 18, "2023": 18, "2024": 18, "2025": 18 });
    let (_, missing) = asked("shaoxing", &one, "title:intermediate", &json!({}));
    assert_eq!(missing, ["skills[0].date"]);
}

#[test]
fn a_diploma_matters_beside_work_of_unknown_beginning() {
    // Two years are enough with a diploma, five without: the work may be three years long.
    let mut one = southern();
    one["skills"] = json!([]);
    one["titles"] = json!([{ "tier": "assistant", "series": "engineering", "date": "2012-01-01" }]);
    one["work"] = json!([{ "occupation": "铣工", "to": "2026-11-20" }]);
    one["education"] = json!([{ "level": "bachelor" }]);
    assert_eq!(missing("shaoxing", &one, "skill:senior-worker"), ["education[0].relevant_to", "work[0].from"]);
    one.as_object_mut().unwrap().remove("education");
    assert_eq!(missing("shaoxing", &one, "skill:senior-worker"), ["education", "work[0].from"]);
}

#[test]
fn the_kind_of_employer_matters_where_people_found_against_those_of_one_kind() {
    let mut one = southern();
    one["findings"] = json!({ "ZJSX-1.1": true, "ZJSX-1.2.d": false });
    one["employment"]["employer"].as_object_mut().unwrap().remove("kind");
    assert_eq!(missing("shaoxing", &one, "title:intermediate"), ["employment.employer.kind"]);
}
