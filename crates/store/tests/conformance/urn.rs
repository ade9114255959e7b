//! Urns: what is cast is counted, what comes late is not, and nothing tells when a ballot came.

use serde_json::json;
use store::{Cast, Store, StoreError, Unit, UrnBallot, UrnChange};

use crate::stage::{Stage, unit};

const SECRET: &str = "the-secret-of-this-urn-and-of-no-other";

pub fn ballot(n: u64) -> UrnBallot {
    // As evenly spread as digests are.
    let place = format!("{:016x}", (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    UrnBallot { place, body: format!("ballot {n}") }
}

pub fn open(urn: &str, stream: &str) -> Unit {
    let change = UrnChange::Open { urn: urn.into(), secret: SECRET.into() };
    Unit { urn: Some(change), ..unit(stream, 0, &[json!("opened")]) }
}

fn close(urn: &str, stream: &str, ballots: u64) -> Unit {
    Unit { urn: Some(UrnChange::Close { urn: urn.into(), ballots }), ..unit(stream, 1, &[json!("closed")]) }
}

async fn opened(stage: &Stage) -> Store {
    let store = stage.open().await;
    store.commit(open("u", "s")).await.unwrap();
    store
}

pub async fn ballots_are_kept_without_their_order(stage: &Stage) {
    let store = opened(stage).await;
    let other = stage.another();
    let another = opened(&other).await;
    for n in 0..25 {
        assert_eq!(store.cast("u", &ballot(n)).await.unwrap(), Cast::Taken);
        assert_eq!(another.cast("u", &ballot(24 - n)).await.unwrap(), Cast::Taken);
    }
    let mut sorted: Vec<UrnBallot> = (0..25).map(ballot).collect();
    sorted.sort();
    assert_eq!(store.urn_ballots("u").await.unwrap(), sorted);
    // No ORDER BY: rows as they lie, and on PostgreSQL the transactions that wrote them.
    let lie = "SELECT place || body FROM ballots";
    assert_eq!(stage.column(lie).await, other.column(lie).await);
    if !stage.is_sqlite() {
        assert_eq!(stage.column("SELECT DISTINCT CAST(xmin AS TEXT) FROM ballots").await.len(), 1);
    }
    // The same again, and something else in the place of it.
    assert_eq!(store.cast("u", &ballot(3)).await.unwrap(), Cast::Taken);
    let changed = UrnBallot { body: "another choice".into(), ..ballot(3) };
    assert_eq!(store.cast("u", &changed).await.unwrap(), Cast::Occupied);
    assert_eq!(store.urn_ballots("u").await.unwrap(), sorted);
    let nameless = UrnBallot { place: String::new(), ..ballot(1) };
    assert!(matches!(store.cast("u", &nameless).await, Err(StoreError::Invalid { .. })));
}

pub async fn an_urn_is_closed_with_exactly_its_ballots(stage: &Stage) {
    let store = opened(stage).await;
    assert_eq!(store.cast("no-such-urn", &ballot(1)).await.unwrap(), Cast::Closed);
    assert!(matches!(store.commit(open("u", "t")).await, Err(StoreError::Taken { what: "urn", .. })));
    store.cast("u", &ballot(1)).await.unwrap();
    store.cast("u", &ballot(2)).await.unwrap();
    let short = store.commit(close("u", "s", 1)).await.unwrap_err();
    assert_eq!(short, StoreError::Conflict { stream: "u".into(), expected: 1, actual: 2 });
    assert_eq!(store.root().await.unwrap().seq, 1, "the record was not appended either");
    store.commit(close("u", "s", 2)).await.unwrap();
    assert_eq!(store.cast("u", &ballot(3)).await.unwrap(), Cast::Closed, "late");
    assert_eq!(store.cast("u", &ballot(1)).await.unwrap(), Cast::Closed);
    assert_eq!(store.urn_ballots("u").await.unwrap().len(), 2);
    let again = Unit { urn: Some(UrnChange::Close { urn: "u".into(), ballots: 2 }), ..Unit::default() };
    assert!(matches!(store.commit(again).await, Err(StoreError::Conflict { .. })));
    assert!(matches!(store.commit(open("u", "t")).await, Err(StoreError::Taken { .. })), "closed for good");
}

pub async fn nothing_is_left_of_a_closed_urns_secret(stage: &Stage) {
    let store = opened(stage).await;
    assert_eq!(store.urn_secret("u").await.unwrap().as_deref(), Some(SECRET));
    assert_eq!(stage.is_on_disk(SECRET), stage.is_sqlite());
    store.commit(close("u", "s", 0)).await.unwrap();
    assert_eq!(store.urn_secret("u").await.unwrap(), None);
    assert!(!stage.is_on_disk(SECRET));
    assert!(!format!("{:?}", open("u", "s")).contains(SECRET), "nor does it get into a log of the program");
}

pub async fn a_voided_urn_is_empty(stage: &Stage) {
    let store = opened(stage).await;
    store.cast("u", &ballot(1)).await.unwrap();
    let void = Unit { urn: Some(UrnChange::Void { urn: "u".into() }), ..unit("s", 1, &[json!("void")]) };
    store.commit(void).await.unwrap();
    assert_eq!(store.urn_ballots("u").await.unwrap(), []);
    assert_eq!(store.cast("u", &ballot(1)).await.unwrap(), Cast::Closed);
    assert!(!stage.is_on_disk("ballot 1"));
    store.commit(Unit { urn: open("v", "").urn, ..unit("s", 2, &[json!("anew")]) }).await.unwrap();
    assert_eq!(store.cast("v", &ballot(1)).await.unwrap(), Cast::Taken);
}

pub async fn an_urn_moves_with_its_ballots(stage: &Stage) {
    let store = opened(stage).await;
    store.commit(open("w", "t")).await.unwrap();
    for n in 0..5 {
        store.cast("u", &ballot(n)).await.unwrap();
        store.cast("w", &ballot(n + 9)).await.unwrap();
    }
    store.commit(close("w", "t", 5)).await.unwrap();
    let file = stage.folder.path().join("backup");
    let root = store.backup(&file).await.unwrap();
    let other = if stage.is_sqlite() { Stage::postgres() } else { Stage::sqlite() };
    let moved = Store::restore(&other.place, &file, Some(root)).await.unwrap();
    for urn in ["u", "w"] {
        assert_eq!(moved.urn_ballots(urn).await.unwrap(), store.urn_ballots(urn).await.unwrap());
        assert_eq!(moved.urn_secret(urn).await.unwrap(), store.urn_secret(urn).await.unwrap());
    }
    // The open vote goes on where it was moved to, and the closed one stays closed.
    assert_eq!(moved.cast("u", &ballot(5)).await.unwrap(), Cast::Taken);
    assert_eq!(moved.cast("w", &ballot(1)).await.unwrap(), Cast::Closed);
    moved.commit(close("u", "s", 6)).await.unwrap();
    assert!(matches!(Store::restore(&other.place, &file, None).await, Err(StoreError::NotEmpty { .. })));
}

pub async fn casting_and_closing_never_lose_a_ballot(stage: &Stage) {
    let store = opened(stage).await;
    let second = stage.open().await;
    let casters: Vec<_> = (0..16)
        .map(|n| {
            let store = if n % 2 == 0 { store.clone() } else { second.clone() };
            tokio::spawn(async move { store.cast("u", &ballot(n)).await.unwrap() == Cast::Taken })
        })
        .collect();
    // Closes as soon as the number fits, while others cast.
    loop {
        let ballots = store.urn_ballots("u").await.unwrap().len() as u64;
        match store.commit(close("u", "s", ballots)).await {
            Ok(_) => break,
            Err(StoreError::Conflict { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
    let mut acknowledged = 0;
    for caster in casters {
        acknowledged += usize::from(caster.await.unwrap());
    }
    assert_eq!(store.urn_ballots("u").await.unwrap().len(), acknowledged);
}
