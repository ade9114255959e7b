//! A case from filing to its end in each of the seven places, in both directions, on SQLite and on PostgreSQL.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::{World, applicant, county};

const PLACES: [&str; 7] = ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"];

fn person(skills: Value, titles: Value) -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "appointed_as": "none",
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false, "recorded_assessor": false }
        },
        "education": [{ "level": "bachelor", "date": "2008-07-01", "relevant_to": ["焊工"] }],
        "skills": skills, "titles": titles,
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2021": "pass", "2022": "pass", "2023": "pass", "2024": "pass", "2025": "pass" },
        "continuing_education": { "2021": 96, "2022": 96, "2023": 96, "2024": 96, "2025": 96 },
        "honours": [], "sanctions": []
    })
}

/// A person with one step of each ladder: a technician who wants to be an engineer, or an engineer who wants to be a technician.
fn worker() -> Value {
    person(json!([{ "level": "technician", "occupation": "焊工", "date": "2019-05-20", "kind": "level" }]), json!([]))
}

fn engineer() -> Value {
    person(json!([]), json!([{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }]))
}

async fn walk(place: &str, target: &str, dossier: Value, yes: usize, database: Option<String>) -> Vec<String> {
    let world = World::new(place, "2026-03-02", database).await;
    world.committee(place, county(place)).await;
    let case = world.open(place, target, dossier).await;
    for path in ["skills[0]", "titles[0]", "education[0]", "reviews", "continuing_education"] {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    let mut steps = world.walk(&case, yes).await;
    let shown = world.office.case(&applicant(), &case).await.expect("a case");
    steps.push(shown.status_name);
    let replayed = world.office.replay(&applicant(), &case).await.expect("a replay");
    assert!(replayed.holds, "{place} {target}: {:?}", replayed.decisions);
    let verified = world.office.store().verify(None).await.expect("an unbroken chain");
    assert_eq!(verified, world.office.store().root().await.expect("a root"));
    steps
}

async fn everywhere(database: impl Fn() -> Option<String>) {
    for place in PLACES {
        let title = walk(place, "title:intermediate", worker(), 20, database()).await;
        assert!(title.contains(&"review".to_owned()), "{place}: {title:?}");
        assert_eq!(title.iter().filter(|step| step.starts_with("notice")).count(), 2, "{place}: {title:?}");
        assert_eq!(title.last().map(String::as_str), Some("ended"), "{place}: {title:?}");
        let skill = walk(place, "skill:technician", engineer(), 0, database()).await;
        assert!(skill.contains(&"examination".to_owned()), "{place}: {skill:?}");
        assert_eq!(skill.last().map(String::as_str), Some("ended"), "{place}: {skill:?}");
    }
}

#[tokio::test]
async fn every_place_in_both_directions_on_sqlite() {
    everywhere(|| None).await;
}

#[tokio::test]
async fn every_place_in_both_directions_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    everywhere(|| Some(server.database().expect("a database"))).await;
}

#[tokio::test]
async fn two_thirds_of_those_present_and_not_one_less() {
    // Of 25 members 17 are needed.
    assert_eq!(
        walk("shandong", "title:intermediate", worker(), 17, None).await.last().map(String::as_str),
        Some("ended")
    );
    let failed = walk("shandong", "title:intermediate", worker(), 16, None).await;
    assert_eq!(failed.last().map(String::as_str), Some("not-passed"));
}
