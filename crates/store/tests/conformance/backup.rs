//! Backups: taken while others write, restored only whole, and moved between the databases.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use serde_json::json;
use store::{
    Filter, IdempotencyKey, Message, Personal, PersonalDocument, Root, Store, StoreError, Unit, View, ViewChange,
};

use crate::stage::{Stage, append, unit};

/// A unit with something for every table.
fn complete(n: u64) -> Unit {
    let name = format!("𠮷-{n}");
    let view = View {
        id: name.clone(),
        kind: "case".into(),
        holder: "h".into(),
        state: "filed".into(),
        place: "shanxi".into(),
        due: n.is_multiple_of(2).then(|| jiff::civil::date(2026, 12, 1)),
        search: vec![("number".into(), name.clone())],
        body: json!({ "n": n }),
    };
    let key = IdempotencyKey {
        actor: "p".into(),
        key: name.clone(),
        request_digest: "d".into(),
        answer: format!("\"{n}\"\n"),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    Unit {
        views: vec![ViewChange::Put(view)],
        messages: vec![Message { id: name.clone(), recipient: "r".into(), body: json!({ "\u{0}": n }) }],
        personal: vec![PersonalDocument { id: name.clone(), kind: "dossier".into(), body: json!({ "姓名": name }) }],
        key: Some(key),
        ..unit(&name, 0, &[json!({ "n": n, "x": 1e-7 })])
    }
}

async fn filled(stage: &Stage, count: u64) -> Store {
    let store = stage.open().await;
    for n in 0..count {
        store.commit(complete(n)).await.unwrap();
    }
    store.erase_personal("𠮷-1", "2026-11-28T00:00:00Z").await.unwrap();
    store.delivered("𠮷-0", Timestamp::UNIX_EPOCH).await.unwrap();
    store
}

/// Everything that can be read of the first `count` units.
async fn contents(store: &Store, count: u64) -> Vec<String> {
    let mut all = vec![format!("{:?}", store.records(0, 1000).await.unwrap())];
    for n in 0..count {
        all.push(format!("{:?}", store.personal(&format!("𠮷-{n}")).await.unwrap()));
        all.push(format!("{:?}", store.find("number", &format!("𠮷-{n}"), None, 9).await.unwrap()));
        all.push(format!("{:?}", store.commit(complete(n)).await.unwrap()));
    }
    all.push(format!("{:?}", store.worklist(&Filter::default(), None, 1000).await.unwrap()));
    all.push(format!("{}", store.waiting_messages().await.unwrap()));
    all
}

pub async fn a_backup_under_load_is_restored_with_its_root(stage: &Stage) {
    let store = filled(stage, 20).await;
    let stop = Arc::new(AtomicBool::new(false));
    let writers = (0..4).map(|n| {
        let (store, stop) = (store.clone(), Arc::clone(&stop));
        tokio::spawn(async move {
            let mut version = 0;
            while !stop.load(Ordering::Relaxed) {
                append(&store, &format!("w{n}"), version).await.unwrap();
                version += 1;
            }
            version
        })
    });
    let writers: Vec<_> = writers.collect();
    let mut backups = Vec::new();
    for n in 0..3 {
        let file = stage.folder.path().join(format!("backup-{n}"));
        backups.push((store.backup(&file).await.unwrap(), file));
    }
    stop.store(true, Ordering::Relaxed);
    let mut written = 20;
    for writer in writers {
        written += writer.await.unwrap();
    }
    let end = store.verify(None).await.unwrap();
    assert_eq!(end.seq, written, "nothing acknowledged is lost");
    for (root, file) in backups {
        let at = store.records(root.seq - 1, 1).await.unwrap().remove(0);
        assert_eq!(Root { seq: at.seq, hash: at.hash }, root, "a backup is a moment of this log");
        let target = stage.another();
        let restored = Store::restore(&target.place, &file, Some(root)).await.unwrap();
        assert_eq!(restored.verify(Some(root)).await.unwrap(), root);
        // And it goes on from there.
        append(&restored, "after", 0).await.unwrap();
        assert_eq!(restored.verify(Some(root)).await.unwrap().seq, root.seq + 1);
    }
}

pub async fn a_backup_moves_to_the_other_database(stage: &Stage) {
    let store = filled(stage, 12).await;
    let file = stage.folder.path().join("backup");
    let root = store.backup(&file).await.unwrap();
    let other = if stage.is_sqlite() { Stage::postgres() } else { Stage::sqlite() };
    let moved = Store::restore(&other.place, &file, None).await.unwrap();
    assert_eq!(moved.verify(Some(root)).await.unwrap(), root);
    assert_eq!(contents(&moved, 12).await, contents(&store, 12).await);
    assert!(matches!(moved.personal("𠮷-1").await.unwrap(), Some(Personal::Erased { .. })));
    // The message that was under way goes on; the one that has arrived doesn't come again.
    let next = moved.take_messages(Timestamp::UNIX_EPOCH, 9, std::time::Duration::from_secs(1)).await.unwrap();
    assert_eq!(next[0].id, "𠮷-1");
    // Back again, the file is the same byte for byte.
    let again = other.folder.path().join("backup");
    let unmoved = Stage::sqlite();
    let back = Store::restore(&unmoved.place, &file, Some(root)).await.unwrap();
    assert_eq!(back.backup(&again).await.unwrap(), root);
    assert!(fs::read(&again).unwrap() == fs::read(&file).unwrap());
}

pub async fn a_full_place_is_not_overwritten(stage: &Stage) {
    let store = filled(stage, 3).await;
    let file = stage.folder.path().join("backup");
    store.backup(&file).await.unwrap();
    assert!(matches!(store.backup(&file).await.unwrap_err(), StoreError::Place { .. }), "nor is a file");
    let error = Store::restore(&stage.place, &file, None).await.err().unwrap();
    assert_eq!(error, StoreError::NotEmpty { place: stage.place.to_string() });
    // A place with nothing but a personal document isn't empty either.
    let target = stage.another();
    let document = PersonalDocument { id: "p".into(), kind: "d".into(), body: json!(1) };
    target.open().await.commit(Unit { personal: vec![document], ..Unit::default() }).await.unwrap();
    let error = Store::restore(&target.place, &file, None).await.err().unwrap();
    assert_eq!(error, StoreError::NotEmpty { place: target.place.to_string() });
}

pub async fn every_damage_to_a_backup_is_found(stage: &Stage) {
    let store = filled(stage, 3).await;
    let file = stage.folder.path().join("backup");
    let root = store.backup(&file).await.unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut damaged: Vec<String> = Vec::new();
    for skip in 0..lines.len() {
        let rest = lines.iter().enumerate().filter(|(index, _)| *index != skip);
        damaged.push(rest.map(|(_, line)| format!("{line}\n")).collect());
    }
    for cut in (0..text.len()).step_by(97).filter(|cut| text.is_char_boundary(*cut)) {
        damaged.push(text[..cut].to_owned());
    }
    damaged.extend([("filed", "fi1ed"), ("姓名", "名姓"), ("\"log\",2", "\"log\",4"), ("backup/1", "backup/2")].map(
        |(from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        },
    ));
    damaged.push(format!("{text}\n"));
    let target = stage.another();
    let bad = stage.folder.path().join("bad");
    for (index, damaged) in damaged.iter().enumerate() {
        fs::write(&bad, damaged).unwrap();
        let error = Store::restore(&target.place, &bad, None).await.err();
        assert!(error.is_some(), "{index}: {damaged}");
    }
    let schema = format!("\"schema\":{}", store::SCHEMA_VERSION);
    assert!(text.contains(&schema));
    fs::write(&bad, text.replacen(&schema, "\"schema\":9", 1)).unwrap();
    assert!(matches!(Store::restore(&target.place, &bad, None).await, Err(StoreError::Newer { found: 9, .. })));
    // After all of these the target is still empty.
    let other = Root { seq: 2, hash: root.hash };
    assert!(matches!(Store::restore(&target.place, &file, Some(other)).await, Err(StoreError::Broken { .. })));
    assert_eq!(Store::restore(&target.place, &file, Some(root)).await.unwrap().root().await.unwrap(), root);
}

pub async fn a_backup_of_a_broken_chain_is_refused(stage: &Stage) {
    let store = filled(stage, 5).await;
    stage.drop_triggers().await;
    stage.administrator("UPDATE log SET kind = 'x' WHERE seq = 5").await.unwrap();
    let file = stage.folder.path().join("backup");
    assert!(matches!(store.backup(&file).await.unwrap_err(), StoreError::Broken { broken, .. } if broken.seq == 5));
    assert!(!file.exists());
}
