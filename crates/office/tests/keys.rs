//! Idempotency keys have a term: until it is over a repeated request is answered as before, then the clock forgets the key.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use office::{Answered, KEY_DAYS, OpenOrder};
use support::{World, applicant, worker};

async fn open(world: &World) -> Answered {
    let order = OpenOrder {
        place: "shandong".to_owned(),
        target: "title:intermediate".to_owned(),
        employer: Some("factory".to_owned()),
        agency: None,
        assessor: None,
        dossier: worker(),
    };
    world.office.open_case(&applicant(), &order, Some("open-this-draft")).await.expect("a draft")
}

async fn a_term(database: Option<String>) {
    let world = World::new("shandong", "2026-03-02", database).await;
    let first = open(&world).await;
    for _ in 0..KEY_DAYS {
        world.tomorrow();
        assert_eq!(world.office.tick().await.expect("a tick").keys_forgotten, 0);
        assert_eq!(open(&world).await, first, "within the term");
    }
    world.pass(1);
    assert_eq!(world.office.tick().await.expect("a tick").keys_forgotten, 1);
    assert_eq!(world.office.tick().await.expect("a tick").keys_forgotten, 0);
    let second = open(&world).await;
    assert_ne!(second.case, first.case, "after the term it is a new request");
    assert_eq!(open(&world).await, second);
    assert_eq!(world.office.case(&applicant(), &first.case).await.expect("a case").version, first.version);
}

#[tokio::test]
async fn a_key_is_forgotten_after_its_term() {
    a_term(None).await;
}

#[tokio::test]
async fn a_key_is_forgotten_after_its_term_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    a_term(Some(server.database().expect("a database"))).await;
}
