//! The disk is full in the middle of the work: told, nothing lost, and it goes on once there is room.

use serde_json::json;
use sqlx::Executor as _;

use crate::unit::{Append, Unit};
use crate::{NewRecord, Place, Store, StoreError};

fn unit(version: u64) -> Unit {
    let record = NewRecord {
        kind: "noted".into(),
        actor: "a".into(),
        at: "2026-11-27T09:00:00Z".into(),
        body: json!("x".repeat(40_000)),
    };
    Unit {
        appends: vec![Append { stream: "s".into(), expected_version: version, records: vec![record] }],
        ..Unit::default()
    }
}

/// Commits until there is no room, then makes some.
async fn fill_up(store: &Store, no_room: &'static str, room: &'static str) {
    for version in 0..3 {
        store.commit(unit(version)).await.unwrap();
    }
    let root = store.root().await.unwrap();
    for _ in 0..3 {
        store.database().writes.execute(no_room).await.unwrap();
        let error = store.commit(unit(3)).await.unwrap_err();
        assert_eq!(error, StoreError::Full { place: store.place().to_owned() });
    }
    assert_eq!(store.verify(Some(root)).await.unwrap(), root);
    store.database().writes.execute(room).await.unwrap();
    store.commit(unit(3)).await.unwrap();
    assert_eq!(store.verify(Some(root)).await.unwrap().seq, 4);
}

#[tokio::test]
async fn a_full_disk_under_sqlite_is_waited_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Place::Folder(folder.path().to_owned())).await.unwrap();
    fill_up(&store, "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000").await;
}

/// The server can't be given a full disk of its own here, but it can be made to say what it then says.
#[tokio::test]
async fn a_full_disk_under_postgresql_is_waited_out() {
    let server = testserver::Server::shared().unwrap();
    let store = Store::open(&Place::Postgres(server.database().unwrap())).await.unwrap();
    let full = "CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
                $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$; \
                CREATE OR REPLACE TRIGGER full_disk BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION full_disk()";
    fill_up(&store, full, "DROP TRIGGER full_disk ON log").await;
}

/// A fault that no check foresees hits only the unit that causes it.
#[tokio::test]
async fn a_statement_that_fails_hits_its_own_unit_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Place::Folder(folder.path().to_owned())).await.unwrap();
    let trap =
        "CREATE TRIGGER trap BEFORE INSERT ON log WHEN new.stream = 'bad' BEGIN SELECT RAISE(ABORT, 'trap'); END";
    store.database().writes.execute(trap).await.unwrap();
    let attempts = (0..40).map(|n| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut unit = unit(0);
            unit.appends[0].stream = if n == 17 { "bad".into() } else { format!("s{n}") };
            store.commit(unit).await
        })
    });
    for (n, attempt) in attempts.collect::<Vec<_>>().into_iter().enumerate() {
        match attempt.await.unwrap() {
            Ok(_) => assert_ne!(n, 17),
            Err(error) => assert!(n == 17 && matches!(error, StoreError::Database { .. }), "{n}: {error:?}"),
        }
    }
    assert_eq!(store.verify(None).await.unwrap().seq, 39);
}
