//! Nobody changes the log unnoticed: not even an administrator with the triggers dropped.

use serde_json::json;
use store::{Broken, Fault, Personal, PersonalDocument, Root, Store, StoreError, Unit};

use crate::stage::{Stage, append, unit};

const RECORDS: u64 = 7;

/// A small log over three streams.
async fn filled(stage: &Stage) -> (Store, Root) {
    let store = stage.open().await;
    for (stream, version) in [("a", 0), ("b", 0), ("a", 1), ("c", 0), ("b", 1), ("a", 2), ("c", 1)] {
        append(&store, stream, version).await.unwrap();
    }
    let root = store.verify(None).await.unwrap();
    assert_eq!(root.seq, RECORDS);
    (store, root)
}

async fn broken(store: &Store) -> Option<u64> {
    match store.verify(None).await {
        Ok(_) => None,
        Err(StoreError::Broken { broken, .. }) => Some(broken.seq),
        Err(other) => panic!("{other:?}"),
    }
}

pub async fn the_log_refuses_changes(stage: &Stage) {
    let (store, root) = filled(stage).await;
    let mut attempts =
        vec!["UPDATE log SET kind = 'x' WHERE seq = 3", "DELETE FROM log WHERE seq = 7", "DELETE FROM log"];
    if !stage.is_sqlite() {
        attempts.push("TRUNCATE log");
    }
    for attempt in attempts {
        let error = stage.administrator(attempt).await.unwrap_err().to_string();
        assert!(error.contains("append-only"), "{attempt}: {error}");
    }
    assert_eq!(store.verify(Some(root)).await.unwrap(), root);
}

pub async fn every_single_tampering_is_found(stage: &Stage) {
    let (store, root) = filled(stage).await;
    stage.drop_triggers().await;
    stage.administrator("CREATE TABLE kept AS SELECT * FROM log").await.unwrap();
    let restore = "DELETE FROM log; INSERT INTO log SELECT * FROM kept";
    let edits = [
        "kind = 'x'",
        "actor = 'x'",
        "at = '2026-11-28T09:00:00+08:00'",
        "body = '{}'",
        "body = body || ' '",
        "stream = 'x'",
        "version = 99",
        "previous = 'x'",
        "hash = 'x'",
        "previous = '0000000000000000000000000000000000000000000000000000000000000001'",
        "hash = '0000000000000000000000000000000000000000000000000000000000000001'",
    ];
    for seq in 1..=RECORDS {
        for edit in edits {
            stage.administrator(&format!("UPDATE log SET {edit} WHERE seq = {seq}")).await.unwrap();
            assert_eq!(broken(&store).await, Some(seq), "{edit}");
            stage.administrator(restore).await.unwrap();
        }
        stage.administrator(&format!("DELETE FROM log WHERE seq = {seq}")).await.unwrap();
        assert_eq!(broken(&store).await, Some(if seq == RECORDS { seq - 1 } else { seq }));
        stage.administrator(restore).await.unwrap();
        for other in seq + 1..=RECORDS {
            let swap = format!(
                "UPDATE log SET seq = -1 WHERE seq = {seq}; UPDATE log SET seq = {seq} WHERE seq = {other};
                 UPDATE log SET seq = {other} WHERE seq = -1"
            );
            stage.administrator(&swap).await.unwrap();
            assert_eq!(broken(&store).await, Some(seq), "{seq} and {other} exchanged");
            stage.administrator(restore).await.unwrap();
        }
    }
    // A record more at the end, even one that is linked rightly, isn't the store's.
    let forged = format!(
        "INSERT INTO log SELECT 8, 'z', 1, kind, actor, at, body, '{}', hash FROM log WHERE seq = 1",
        root.hash
    );
    stage.administrator(&forged).await.unwrap();
    assert_eq!(broken(&store).await, Some(8));
    stage.administrator(restore).await.unwrap();
    assert_eq!(store.verify(Some(root)).await.unwrap(), root);
}

pub async fn cutting_off_the_end_is_found(stage: &Stage) {
    let (store, root) = filled(stage).await;
    let earlier = store.records(4, 1).await.unwrap().remove(0);
    stage.drop_triggers().await;
    stage.administrator("DELETE FROM log WHERE seq > 5").await.unwrap();
    let error = store.verify(None).await.unwrap_err();
    let StoreError::Broken { broken, .. } = error else { panic!("{error:?}") };
    assert_eq!(broken, Broken { seq: 5, fault: Fault::Head { head: 7 } });
    // Who moves the head as well is found by a root that somebody has kept.
    let head = format!("UPDATE head SET seq = 5, hash = '{}'", earlier.hash);
    stage.administrator(&head).await.unwrap();
    assert_eq!(store.verify(None).await.unwrap().seq, 5);
    let error = store.verify(Some(root)).await.unwrap_err();
    let StoreError::Broken { broken, .. } = error else { panic!("{error:?}") };
    assert_eq!(broken, Broken { seq: 6, fault: Fault::Missing { found: None } });
}

pub async fn a_known_root_finds_a_recomputed_chain(stage: &Stage) {
    let (_, root) = filled(stage).await;
    // The same streams, one word otherwise, and every hash computed as the store does it.
    let stage = stage.another();
    let forged = stage.open().await;
    for (stream, version) in [("a", 0), ("b", 0), ("a", 1), ("c", 0), ("b", 1), ("a", 2)] {
        append(&forged, stream, version).await.unwrap();
    }
    forged.commit(unit("c", 1, &[json!("forged")])).await.unwrap();
    assert_eq!(forged.verify(None).await.unwrap().seq, RECORDS);
    let error = forged.verify(Some(root)).await.unwrap_err();
    let StoreError::Broken { broken: Broken { seq: RECORDS, fault: Fault::Root { known, .. } }, .. } = error else {
        panic!("{error:?}")
    };
    assert_eq!(known, root.hash);
}

pub async fn erasing_leaves_the_chain_whole(stage: &Stage) {
    let store = stage.open().await;
    let document = PersonalDocument { id: "p".into(), kind: "dossier".into(), body: json!({ "name": "某人" }) };
    let unit = Unit { personal: vec![document.clone()], ..unit("s", 0, &[json!({ "dossier": "p" })]) };
    store.commit(unit).await.unwrap();
    let root = store.root().await.unwrap();
    assert!(stage.is_on_disk("某人") || !stage.is_sqlite());
    assert!(store.erase_personal("p", "2026-11-28T00:00:00Z").await.unwrap());
    assert!(!stage.is_on_disk("某人"), "the bytes are still there");
    assert!(!store.erase_personal("p", "2027-11-28T00:00:00Z").await.unwrap());
    assert!(!store.erase_personal("none", "2026-11-28T00:00:00Z").await.unwrap());
    let left = Personal::Erased { kind: "dossier".into(), at: "2026-11-28T00:00:00Z".into() };
    assert_eq!(store.personal("p").await.unwrap(), Some(left));
    assert_eq!(store.verify(Some(root)).await.unwrap(), root);
    // The id stays taken: a record that names it never comes to mean another document.
    let again = store.commit(Unit { personal: vec![document], ..Unit::default() }).await.unwrap_err();
    assert!(matches!(again, StoreError::Taken { .. }));
}

pub async fn a_newer_schema_is_refused(stage: &Stage) {
    stage.open().await.close().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 SELECT 99, 'later', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
    stage.administrator(newer).await.unwrap();
    let error = Store::open(&stage.place).await.err().unwrap();
    assert_eq!(error, StoreError::Newer { place: stage.place.to_string(), found: 99, known: store::SCHEMA_VERSION });
    assert!(error.to_string().contains("use that release"), "{error}");
}

pub async fn a_place_that_cannot_be_used_is_told(stage: &Stage) {
    let (wrong, remedy) = stage.wrong_places();
    for place in wrong {
        let error = Store::open(&place).await.err().unwrap();
        assert!(matches!(error, StoreError::Place { .. }), "{place}: {error:?}");
        assert!(error.to_string().contains(remedy) && !error.to_string().contains("secret"), "{error}");
    }
}
