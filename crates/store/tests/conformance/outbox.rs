//! Messages on their way out, and who leads.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::{Message, Store, Unit};

use crate::stage::Stage;

const LEASE: Duration = Duration::from_secs(30);

fn at(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(1_800_000_000 + seconds)
}

async fn send(store: &Store, messages: &[(&str, &str)]) {
    let message = |(id, recipient): &(&str, &str)| Message {
        id: (*id).into(),
        recipient: (*recipient).into(),
        body: json!({ "id": id }),
    };
    store.commit(Unit { messages: messages.iter().map(message).collect(), ..Unit::default() }).await.unwrap();
}

async fn take(store: &Store, now: i64) -> Vec<(String, u64)> {
    let taken = store.take_messages(at(now), 100, LEASE).await.unwrap();
    taken.into_iter().map(|delivery| (delivery.id, delivery.attempt)).collect()
}

fn attempts(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(id, attempt)| ((*id).to_owned(), *attempt)).collect()
}

pub async fn messages_are_leased_and_come_again(stage: &Stage) {
    let store = stage.open().await;
    send(&store, &[("m1", "a"), ("m2", "b")]).await;
    assert_eq!(take(&store, 0).await, attempts(&[("m1", 1), ("m2", 1)]));
    assert_eq!(take(&store, 29).await, []);
    assert!(store.delivered("m1", at(29)).await.unwrap());
    assert!(!store.delivered("m1", at(29)).await.unwrap());
    assert!(!store.delivered("none", at(29)).await.unwrap());
    // Nobody has reported the other: the one who took it may be gone.
    assert_eq!(take(&store, 30).await, attempts(&[("m2", 2)]));
    assert!(store.failed("m2", at(100)).await.unwrap());
    assert_eq!(take(&store, 99).await, []);
    assert_eq!(take(&store, 100).await, attempts(&[("m2", 3)]));
    assert_eq!(store.waiting_messages().await.unwrap(), 1);
    assert!(store.delivered("m2", at(101)).await.unwrap());
    // What has arrived doesn't come again because of a late report.
    assert!(!store.failed("m2", at(0)).await.unwrap());
    assert_eq!(take(&store, 1000).await, []);
    assert_eq!(store.waiting_messages().await.unwrap(), 0);
}

pub async fn each_recipient_keeps_its_order(stage: &Stage) {
    let store = stage.open().await;
    send(&store, &[("a1", "a"), ("b1", "b"), ("a2", "a"), ("b2", "b"), ("b3", "b")]).await;
    assert_eq!(take(&store, 0).await, attempts(&[("a1", 1), ("b1", 1)]));
    store.failed("a1", at(500)).await.unwrap();
    store.delivered("b1", at(1)).await.unwrap();
    // The one that failed holds up its own recipient only.
    assert_eq!(take(&store, 1).await, attempts(&[("b2", 1)]));
    store.delivered("b2", at(2)).await.unwrap();
    assert_eq!(take(&store, 2).await, attempts(&[("b3", 1)]));
    assert_eq!(take(&store, 500).await, attempts(&[("a1", 2), ("b3", 2)]));
    store.delivered("a1", at(501)).await.unwrap();
    assert_eq!(take(&store, 501).await, attempts(&[("a2", 1)]));
}

pub async fn takers_never_share_a_message(stage: &Stage) {
    let stores = [stage.open().await, stage.open().await];
    let messages: Vec<_> = (0..200).map(|n| (format!("m{n}"), format!("r{}", n % 40))).collect();
    send(&stores[0], &messages.iter().map(|(id, recipient)| (&**id, &**recipient)).collect::<Vec<_>>()).await;
    let takers = (0..6_usize).map(|n| {
        let store = stores[n % 2].clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            while store.waiting_messages().await.unwrap() > 0 {
                for delivery in store.take_messages(at(0), 7, LEASE).await.unwrap() {
                    assert!(store.delivered(&delivery.id, at(0)).await.unwrap());
                    mine.push(delivery.id);
                }
            }
            mine
        })
    });
    let mut seen = BTreeMap::new();
    for taker in takers.collect::<Vec<_>>() {
        taker.await.unwrap().into_iter().for_each(|id| *seen.entry(id).or_insert(0) += 1);
    }
    assert_eq!((seen.len(), seen.values().max()), (200, Some(&1)));
}

pub async fn one_store_leads_and_another_takes_over(stage: &Stage) {
    let (one, other) = (stage.open().await, stage.open().await);
    let lease = Duration::from_millis(900);
    assert!(one.lead("one", lease).await.unwrap());
    for _ in 0..6 {
        tokio::time::sleep(lease / 3).await;
        assert!(one.lead("one", lease).await.unwrap());
        assert!(!other.lead("other", lease).await.unwrap());
    }
    // The leader is gone without a word.
    drop(one);
    let gone = std::time::Instant::now();
    while !other.lead("other", lease).await.unwrap() {
        assert!(gone.elapsed() < Duration::from_secs(10), "nobody has taken over");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let third = stage.open().await;
    assert!(!third.lead("third", lease).await.unwrap());
    other.stop_leading("other").await.unwrap();
    assert!(third.lead("third", lease).await.unwrap());
}
