//! Appending, conflicts, repetitions, and reading back.

use serde_json::json;
use store::{
    Append, Committed, Hash, IdempotencyKey, Message, Personal, PersonalDocument, Root, StoreError, Unit, View,
    ViewChange,
};

use crate::stage::{Stage, append, record, unit};

pub async fn records_come_back_as_they_went_in(stage: &Stage) {
    let store = stage.open().await;
    assert_eq!(store.root().await.unwrap(), Root::EMPTY);
    let odd = json!({ "name": "𠮷野\u{0}\u{1}\"\\", "numbers": [1.5, -0.25, 1e300, 9_007_199_254_740_991_i64], "z": null, "a": {} });
    let mut unit = unit("案卷/𠮷", 0, &[odd.clone(), json!([])]);
    unit.appends.push(Append { stream: "other".into(), expected_version: 0, records: vec![record(json!(1))] });
    let Committed::Applied { records, root } = store.commit(unit).await.unwrap() else { panic!("it is new") };
    let found = records.iter().map(|at| (at.seq, &*at.stream, at.version)).collect::<Vec<_>>();
    assert_eq!(found, [(1, "案卷/𠮷", 1), (2, "案卷/𠮷", 2), (3, "other", 1)]);
    assert_eq!((root.seq, root.hash), (3, records[2].hash));
    store.close().await;

    let store = stage.open().await;
    let stream = store.stream("案卷/𠮷").await.unwrap();
    assert_eq!(stream.len(), 2);
    let first = &stream[0];
    assert_eq!((&first.body, &*first.kind, &*first.actor), (&odd, "noted", "a-1"));
    assert_eq!((&*first.at, first.previous, first.hash), ("2026-11-27T09:00:00+08:00", Hash::NONE, records[0].hash));
    assert_eq!(stream[1].previous, first.hash);
    assert_eq!(store.root().await.unwrap(), root);
    assert_eq!(store.verify(Some(root)).await.unwrap(), root);
    assert!(store.stream("none").await.unwrap().is_empty());
}

pub async fn a_conflict_is_told_and_changes_nothing(stage: &Stage) {
    let store = stage.open().await;
    append(&store, "s", 0).await.unwrap();
    let root = store.root().await.unwrap();
    for (expected, actual, stream) in [(0, 1, "s"), (2, 1, "s"), (1, 0, "new")] {
        let error = append(&store, stream, expected).await.unwrap_err();
        assert_eq!(error, StoreError::Conflict { stream: stream.into(), expected, actual });
    }
    // A unit without records checks the version all the same.
    let check = store.commit(unit("s", 0, &[])).await.unwrap_err();
    assert_eq!(check, StoreError::Conflict { stream: "s".into(), expected: 0, actual: 1 });
    assert_eq!(store.root().await.unwrap(), root);
}

/// A day after another.
fn at(day: i64) -> jiff::Timestamp {
    jiff::Timestamp::from_second(1_800_000_000 + day * 86_400).unwrap()
}

pub async fn keys_are_erased_once_their_term_is_over(stage: &Stage) {
    let store = stage.open().await;
    // More than one transaction erases, with two that are younger.
    for n in 0..1_102 {
        let key = IdempotencyKey {
            actor: "p".into(),
            key: format!("k-{n}"),
            request_digest: "d".into(),
            answer: n.to_string(),
            at: at(if n < 1_100 { 0 } else { n - 1_099 }),
        };
        store.commit(Unit { key: Some(key), ..unit(&format!("s-{n}"), 0, &[json!(n)]) }).await.unwrap();
    }
    let root = store.root().await.unwrap();
    let answered = async |n: i64| store.answered("p", &format!("k-{n}"), "d").await.unwrap();
    assert_eq!(store.erase_keys(at(0)).await.unwrap(), 0, "what was kept at the moment itself stays");
    assert_eq!(answered(7).await.as_deref(), Some("7"));
    assert_eq!(store.erase_keys(at(2)).await.unwrap(), 1_101);
    assert_eq!((answered(7).await, answered(1_100).await), (None, None));
    assert_eq!(answered(1_101).await.as_deref(), Some("1101"), "the youngest is answered as before");
    assert_eq!(store.erase_keys(at(2)).await.unwrap(), 0);
    assert_eq!(store.verify(Some(root)).await.unwrap(), root, "nothing of the log went with them");
    // The key is free again.
    let again = IdempotencyKey {
        actor: "p".into(),
        key: "k-7".into(),
        request_digest: "e".into(),
        answer: "x".into(),
        at: at(3),
    };
    let unit = Unit { key: Some(again), ..unit("again", 0, &[json!(1)]) };
    assert!(matches!(store.commit(unit).await.unwrap(), Committed::Applied { .. }));
}

fn keyed(actor: &str, digest: &str, answer: &str, version: u64) -> Unit {
    let key = IdempotencyKey {
        actor: actor.into(),
        key: "k".into(),
        request_digest: digest.into(),
        answer: answer.into(),
        at: at(0),
    };
    Unit { key: Some(key), ..unit(actor, version, &[json!(version)]) }
}

pub async fn a_repeated_request_gets_the_first_answer(stage: &Stage) {
    let store = stage.open().await;
    let answer = "{\"a\": 1,\n \"名\":\"𠮷\"}";
    assert!(matches!(store.commit(keyed("p", "d", answer, 0)).await.unwrap(), Committed::Applied { .. }));
    let root = store.root().await.unwrap();
    assert_eq!(store.answered("p", "k", "d").await.unwrap().as_deref(), Some(answer));
    assert_eq!(store.answered("p", "none", "d").await.unwrap(), None);
    let again = (0..10).map(|n| {
        let store = store.clone();
        tokio::spawn(async move { store.commit(keyed("p", "d", &format!("another {n}"), 0)).await })
    });
    for again in again.collect::<Vec<_>>() {
        assert_eq!(again.await.unwrap().unwrap(), Committed::Repeated { answer: answer.into() });
    }
    assert_eq!(store.root().await.unwrap(), root);
    // Ten at once of a request that is new: one is applied.
    let fresh = (0..10).map(|n| {
        let store = store.clone();
        tokio::spawn(async move { store.commit(keyed("q", "d", &format!("answer {n}"), 0)).await.unwrap() })
    });
    let (mut applied, mut answers) = (0, std::collections::BTreeSet::new());
    for fresh in fresh.collect::<Vec<_>>() {
        match fresh.await.unwrap() {
            Committed::Applied { .. } => applied += 1,
            Committed::Repeated { answer } => drop(answers.insert(answer)),
        }
    }
    assert_eq!((applied, answers.len()), (1, 1));
}

pub async fn another_request_under_the_key_is_refused(stage: &Stage) {
    let store = stage.open().await;
    store.commit(keyed("p", "d", "", 0)).await.unwrap();
    let error = store.commit(keyed("p", "e", "", 1)).await.unwrap_err();
    assert_eq!(error, StoreError::KeyReused { actor: "p".into(), key: "k".into() });
    assert_eq!(store.answered("p", "k", "e").await.unwrap_err(), error);
    // Another actor's key of the same name is another key.
    assert!(matches!(store.commit(keyed("q", "e", "", 0)).await.unwrap(), Committed::Applied { .. }));
    assert_eq!(store.root().await.unwrap().seq, 2);
}

fn full(tag: &str, version: u64, message: &str, document: &str) -> Unit {
    let view = View {
        id: tag.into(),
        kind: "case".into(),
        holder: "h".into(),
        state: "filed".into(),
        place: "shandong".into(),
        due: None,
        search: vec![("number".into(), tag.into())],
        body: json!({}),
    };
    Unit {
        views: vec![ViewChange::Put(view)],
        messages: vec![Message { id: message.into(), recipient: "r".into(), body: json!({ "𠮷": 1 }) }],
        personal: vec![PersonalDocument {
            id: document.into(), kind: "dossier".into(), body: json!({ "姓名": "𠮷" })
        }],
        ..keyed(tag, "d", "", version)
    }
}

pub async fn a_unit_is_all_or_nothing(stage: &Stage) {
    let store = stage.open().await;
    store.commit(full("one", 0, "m1", "p1")).await.unwrap();
    let root = store.root().await.unwrap();
    let taken = |what, id: &str| StoreError::Taken { what, id: id.into() };
    assert_eq!(store.commit(full("two", 0, "m1", "p2")).await.unwrap_err(), taken("message", "m1"));
    assert_eq!(store.commit(full("two", 0, "m2", "p1")).await.unwrap_err(), taken("personal document", "p1"));
    let mut twice = full("two", 0, "m2", "p2");
    twice.messages.push(twice.messages[0].clone());
    assert_eq!(store.commit(twice).await.unwrap_err(), taken("message", "m2"));
    assert!(matches!(store.commit(full("two", 5, "m2", "p2")).await.unwrap_err(), StoreError::Conflict { .. }));
    assert_eq!(store.root().await.unwrap(), root);
    assert_eq!(store.view("two").await.unwrap(), None);
    assert_eq!(store.personal("p2").await.unwrap(), None);
    assert_eq!(store.waiting_messages().await.unwrap(), 1);
    assert!(store.find("number", "two", None, 10).await.unwrap().rows.is_empty());
    // Nothing of the attempts stands in the way.
    assert!(matches!(store.commit(full("two", 0, "m2", "p2")).await.unwrap(), Committed::Applied { .. }));
    assert_eq!(store.view("two").await.unwrap().unwrap().changed_seq, 2);
    let body = json!({ "姓名": "𠮷" });
    assert_eq!(store.personal("p2").await.unwrap(), Some(Personal::Kept { kind: "dossier".into(), body }));
}

pub async fn what_cannot_be_kept_is_refused_with_its_place(stage: &Stage) {
    let store = stage.open().await;
    let place = async |unit: Unit| match store.commit(unit).await {
        Err(StoreError::Invalid { place, .. }) => place,
        other => panic!("{other:?}"),
    };
    assert_eq!(place(unit("", 0, &[json!(1)])).await, "appends[0].stream");
    assert_eq!(place(unit("a\0b", 0, &[json!(1)])).await, "appends[0].stream");
    assert_eq!(place(unit("a", 0, &[json!({ "n": [1_u64 << 60] })])).await, "appends[0].records[0].body/n/0");
    assert_eq!(place(unit("a", 0, &[json!("x".repeat(store::MOST_BODY_BYTES))])).await, "appends[0].records[0].body");
    let mut late = unit("a", 0, &[json!(1)]);
    late.appends[0].records[0].at = "yesterday".into();
    assert_eq!(place(late).await, "appends[0].records[0].at");
    let mut twice = unit("a", 0, &[json!(1)]);
    twice.appends.push(twice.appends[0].clone());
    assert_eq!(place(twice).await, "appends[1]");
    assert_eq!(place(unit("a", 0, &vec![json!(1); store::MOST_PARTS])).await, "unit");
    assert_eq!(store.root().await.unwrap(), Root::EMPTY);
}

pub async fn one_of_two_writers_on_a_stream_wins(stage: &Stage) {
    let (one, other) = (stage.open().await, stage.open().await);
    for version in 0..20 {
        let (first, second) = tokio::join!(append(&one, "s", version), append(&other, "s", version));
        assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1, "{first:?} {second:?}");
        let lost = first.err().or(second.err()).unwrap();
        assert_eq!(lost, StoreError::Conflict { stream: "s".into(), expected: version, actual: version + 1 });
    }
}

async fn write_concurrently(stores: &[store::Store], each: u64) {
    let writers = (0..16_usize).map(|n| {
        let store = stores[n % stores.len()].clone();
        tokio::spawn(async move {
            let mut last = 0;
            for version in 0..each {
                let seq = append(&store, &format!("s{n}"), version).await.unwrap().seq;
                assert!(seq > last);
                last = seq;
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
}

pub async fn sixteen_writers_leave_no_gap(stage: &Stage) {
    let store = stage.open().await;
    write_concurrently(std::slice::from_ref(&store), 25).await;
    assert_eq!(store.verify(None).await.unwrap().seq, 400);
    assert_eq!(store.stream("s7").await.unwrap().len(), 25);
}

pub async fn two_stores_write_one_chain(stage: &Stage) {
    let stores = [stage.open().await, stage.open().await];
    // Whoever follows the log meanwhile sees every number, in order.
    let reader = stores[0].clone();
    let follow = tokio::spawn(async move {
        let mut seen = 0;
        while seen < 240 {
            for record in reader.records(seen, 50).await.unwrap() {
                assert_eq!(record.seq, seen + 1);
                seen = record.seq;
            }
        }
    });
    write_concurrently(&stores, 15).await;
    follow.await.unwrap();
    let root = stores[0].verify(None).await.unwrap();
    assert_eq!((root.seq, stores[1].root().await.unwrap()), (240, root));
}

pub async fn a_bad_unit_does_not_spoil_its_neighbours(stage: &Stage) {
    let store = stage.open().await;
    append(&store, "s", 0).await.unwrap();
    let attempts = (0..60_u64).map(|n| {
        let store = store.clone();
        // Every third comes with a version that isn't so.
        tokio::spawn(async move { append(&store, &format!("t{n}"), if n % 3 == 0 { 9 } else { 0 }).await })
    });
    for (n, attempt) in attempts.collect::<Vec<_>>().into_iter().enumerate() {
        assert_eq!(attempt.await.unwrap().is_ok(), n % 3 != 0);
    }
    assert_eq!(store.verify(None).await.unwrap().seq, 41);
}

pub async fn pages_follow_the_log(stage: &Stage) {
    let store = stage.open().await;
    store.commit(unit("s", 0, &(0..1203).map(|n| json!(n)).collect::<Vec<_>>())).await.unwrap();
    assert_eq!(store.stream("s").await.unwrap().len(), 1203);
    let page = store.records(1200, 100).await.unwrap();
    assert_eq!(page.iter().map(|record| record.seq).collect::<Vec<_>>(), [1201, 1202, 1203]);
    assert_eq!(store.records(0, u32::MAX).await.unwrap().len(), store::MOST_PER_PAGE as usize);
    assert!(store.records(1203, 10).await.unwrap().is_empty());
    assert_eq!(store.stream_after("s", 1201, 1).await.unwrap()[0].version, 1202);
}
