//! A case from filing to its end in each of the seven places, in both directions, on SQLite and on PostgreSQL.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::{PROVED, World, applicant, county, engineer, worker};

const PLACES: [&str; 7] = ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"];

async fn walk(place: &str, target: &str, dossier: Value, yes: usize, database: Option<String>) -> Vec<String> {
    let world = World::new(place, "2026-03-02", database).await;
    world.committee(place, county(place)).await;
    let case = world.open(place, target, dossier).await;
    for path in PROVED {
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
