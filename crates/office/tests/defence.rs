//! Defences by the procedures of the packs: what stands in for a paper where, and what stays with the committee.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use casework::session::StandIns;
use model::procedure::{Review, Work};
use office::OfficeError;
use serde_json::{Value, json};
use support::walk::{convening, expert};
use support::{GUANTONG, PROVED, World, applicant, clerk, county, worker};

/// A case of a place that sits before its committee, with a defence on the agenda, on one of the databases.
async fn before_the_defence(place: &str, database: Option<String>) -> (World, String) {
    let world = World::new(place, "2026-03-02", database).await;
    world.committee(place, county(place)).await;
    let case = world.open(place, "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "review").await;
    let mut convening = convening(&case, world.today());
    convening["agenda"][0]["defence"] = json!(true);
    let office = clerk("committee-office");
    world.session(&office, convening).await;
    world.session(&office, json!({ "command": "attend", "present": ["e-01", "e-02", "e-03"] })).await;
    (world, case)
}

fn defend(case: &str, kinds: &[&str]) -> Value {
    let materials: Vec<Value> =
        kinds.iter().map(|kind| json!({ "kind": kind, "document": "一种焊接工装（虚构）" })).collect();
    json!({ "command": "defend", "case": case, "materials": materials })
}

/// The code and the clause with which the defence is refused.
async fn refused(world: &World, order: &Value) -> (&'static str, Option<String>) {
    match world.office.order_session(&clerk("committee-office"), "s-1", order, None).await {
        Err(OfficeError::Refused(refusal)) => (refusal.code, refusal.clause),
        other => panic!("{other:?} is no refusal"),
    }
}

/// For what each material of the defence stood in, as everybody who reads the session sees it.
async fn stood_in(world: &World, case: &str) -> Vec<(String, Option<String>, usize)> {
    let session = world.office.session(&clerk("committee-office"), "s-1").await.expect("a session");
    let defended = session.items.get(case).and_then(|item| item.defended.clone()).expect("a defence");
    let told = |one: casework::session::Defended| {
        let place = one.in_place_of;
        let admitted = place.as_ref().map_or(0, |place| place.admitted_by.len());
        (one.kind.key().to_owned(), place.map(|place| place.clause), admitted)
    };
    defended.into_iter().map(told).collect()
}

async fn patents_and_reports(database: Option<String>) {
    let (world, case) = before_the_defence("shanxi", database).await;
    let clause = |id: &str| Some(id.to_owned());
    assert_eq!(refused(&world, &defend(&case, &[])).await, ("defence-of-nothing", clause("SX-A.6.b")));
    assert_eq!(refused(&world, &defend(&case, &["work-report"])).await, ("material-not-admitted", clause("SX-2.3.b")));
    world.session(&clerk("committee-office"), defend(&case, &["patent", "report", "standard"])).await;
    let held = [("patent", clause("SX-2.3.b")), ("report", clause("SX-A.6.b")), ("standard", None)];
    assert_eq!(stood_in(&world, &case).await, held.map(|(kind, clause)| (kind.to_owned(), clause, 0)));
}

#[tokio::test]
async fn patents_and_reports_stand_in_where_the_clause_names_them() {
    patents_and_reports(None).await;
}

#[tokio::test]
async fn patents_and_reports_stand_in_where_the_clause_names_them_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    patents_and_reports(Some(server.database().expect("a database"))).await;
}

#[tokio::test]
async fn what_the_clause_does_not_name_the_committee_may_admit() {
    let (world, case) = before_the_defence("guangdong", None).await;
    let clause = Some("GD-2.2.c".to_owned());
    assert_eq!(refused(&world, &defend(&case, &["patent"])).await, ("material-not-admitted", clause.clone()));
    let admit = json!({ "command": "admit", "case": case, "kind": "patent", "experts": ["e-01", "e-02", "e-03"],
                        "reason": "该专利解决了本工种的生产难题（虚构）" });
    match world.office.order_session(&clerk("committee-office"), "s-1", &admit, None).await {
        Err(OfficeError::Refused(refusal)) => assert_eq!(refusal.code, "session-not-expert"),
        other => panic!("{other:?}"),
    }
    world.session(&expert(2), admit).await;
    world.session(&clerk("committee-office"), defend(&case, &["patent", "case-report"])).await;
    let held = [("patent".to_owned(), clause.clone(), 3), ("case-report".to_owned(), clause, 0)];
    assert_eq!(stood_in(&world, &case).await, held);
}

#[tokio::test]
async fn a_text_that_asks_for_no_material_has_a_defence_without_any() {
    for place in ["guangdong", "shandong"] {
        let (world, case) = before_the_defence(place, None).await;
        world.session(&clerk("committee-office"), defend(&case, &[])).await;
        assert!(stood_in(&world, &case).await.is_empty(), "{place}");
    }
}

#[test]
fn every_defence_of_the_packs_names_kinds_and_what_earlier_releases_wrote_can_be_read() {
    let packs = GUANTONG.packs().all();
    let ways = packs.filter_map(|policy| policy.procedure.as_ref()).flat_map(|procedure| &procedure.ways);
    let mut reviews = 0;
    for step in ways.flat_map(|way| &way.steps) {
        let Work::Review(review) = &step.work else { continue };
        let rule = StandIns::of(review);
        assert_eq!(rule.is_some(), review.defence.is_some(), "{}", step.id);
        assert_eq!(rule.map_or(0, |rule| rule.named.len()), review.substitutes.len(), "each names its kind");
        reviews += usize::from(review.defence.is_some());
    }
    assert!(reviews >= 3, "{reviews}");
    let earlier = json!({ "defence": "SX-2.3.b", "substitutes": [{ "zh": "专利", "en": "patents" }] });
    let earlier: Review = serde_json::from_value(earlier).expect("a review of an earlier release");
    assert_eq!(StandIns::of(&earlier), None, "words alone bind nobody");
}
