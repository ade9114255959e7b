//! The clock is set back between orders: what would come before what already happened is refused, explained, and can be tried again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/mod.rs"]
mod support;

use office::{OfficeError, RegisterOrder};
use serde_json::{Value, json};
use support::{World, applicant, clerk, engineer};
use wording::Lang;

const DAYS: [&str; 3] = ["2026-03-02", "2026-03-03", "2026-03-04"];

async fn behind(world: &World, error: OfficeError) {
    assert!(matches!(error, OfficeError::ClockBehind { .. }), "{error:?}");
    for (lang, words) in [(Lang::Zh, "校准服务器时钟"), (Lang::En, "set the clock right")] {
        let said = world.office.said(&error, None, lang).await;
        assert_eq!(said.code, "clock-behind");
        assert!(said.sentence.contains("2026-03-0") && said.remedy.contains(words), "{said:?}");
    }
}

async fn set_back(database: Option<String>) {
    let world = World::new("shandong", DAYS[0], database).await;
    let case = world.open("shandong", "skill:technician", engineer()).await;
    world.on(DAYS[1]);
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    let root = world.office.store().root().await.unwrap();

    world.on(DAYS[0]);
    let verdict = json!({ "order": "verdict", "point": "title", "met": true });
    behind(&world, world.try_order(&clerk("assessor"), &case, verdict.clone()).await.unwrap_err()).await;
    world.office.tick().await.expect("the clock's own orders wait too");
    assert_eq!(world.office.store().root().await.unwrap(), root, "nothing happened");
    // What has no history yet is not held up, nor is a case that was left alone since.
    world.open("shandong", "skill:technician", engineer()).await;

    // Clocks of two nodes are never quite the same: a little lag is carried on from what happened last.
    world.on(DAYS[1]);
    world.pass(-30);
    assert_eq!(world.order(&clerk("assessor"), &case, verdict).await.version, 3);
    let history = world.office.history(&applicant(), &case).await.unwrap();
    let times: Vec<_> = history.records.iter().map(|record| record.at.clone()).collect();
    assert!(times.is_sorted(), "{times:?}");

    world.on(DAYS[2]);
    let access = RegisterOrder::PutAccess { occupation: "焊工".to_owned() };
    world.register(access).await;
    world.on(DAYS[1]);
    let access = RegisterOrder::PutAccess { occupation: "电工".to_owned() };
    let refused = world.office.order_register(&office::Office::operator(), &access, Some("put-access-2")).await;
    behind(&world, refused.unwrap_err()).await;
    world.on(DAYS[2]);
    let order = world.office.order_register(&office::Office::operator(), &access, Some("put-access-2")).await;
    order.expect("the same request goes through once the clock is right");
    let withdrawn: Value = json!({ "order": "withdraw" });
    world.order(&applicant(), &case, withdrawn).await;
    world.office.store().verify(None).await.expect("an unbroken chain");
}

#[tokio::test]
async fn orders_before_the_last_one_are_refused_on_sqlite() {
    set_back(None).await;
}

#[tokio::test]
async fn orders_before_the_last_one_are_refused_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    set_back(Some(server.database().expect("a database"))).await;
}
