//! Notices whose calendar becomes known, or changes, while they run.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use casework::Role;
use office::OfficeError;
use serde_json::json;
use support::{PROVED, World, applicant, clerk, county, of, worker};

/// A case whose notice the employer published on a day.
async fn published(on: &str, calendar: Option<&str>) -> (World, String) {
    let world = World::with_calendar("shandong", "2026-09-14", None, calendar).await;
    world.committee("shandong", county("shandong")).await;
    let case = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "notice-before").await;
    world.on(on);
    world.order(&clerk("factory"), &case, json!({ "order": "publish", "text": "推荐名单：张某" })).await;
    (world, case)
}

#[tokio::test]
async fn a_day_off_that_became_known_counts_before_the_clock_has_come_round() {
    let calendar = "year,date,kind,known_from\n2026,2026-10-21,off,2026-10-20\n";
    let (world, case) = published("2026-10-14", Some(calendar)).await;
    // 15, 16, 19, 20 and 21 October were counted; now the 22nd is the fifth, and what follows is on the 23rd.
    world.on("2026-10-22");
    let early = world.try_order(&of("factory", Role::Supervisor), &case, json!({ "order": "close-notice" })).await;
    assert!(matches!(&early, Err(OfficeError::Refused(refusal)) if refusal.code == "notice-still-open"), "{early:?}");
    world.on("2026-10-23");
    world.order(&of("factory", Role::Supervisor), &case, json!({ "order": "close-notice" })).await;
}

#[tokio::test]
async fn a_notice_whose_last_doubt_is_gone_closes_although_no_day_changed() {
    // The fifth working day is 24 December; the 25th could still have been ruled by the notice for 2027, which never came.
    let (world, case) = published("2026-12-17", None).await;
    world.on("2026-12-25");
    assert_eq!(world.office.tick().await.expect("a tick").closed, 0, "the day may still be ruled");
    world.on("2026-12-28");
    let ticked = world.office.tick().await.expect("a tick");
    assert_eq!((ticked.recalculated, ticked.closed), (1, 1), "{ticked:?}");
    assert_ne!(world.office.case(&applicant(), &case).await.expect("a case").status_name, "notice-before");
}
