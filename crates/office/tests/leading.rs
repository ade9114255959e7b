//! One node leads: it delivers what waits, again where that failed, and another takes over when it stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/mod.rs"]
mod support;

use std::sync::Mutex;

use office::{Delivery, OutgoingMessage, ToTheLog};
use serde_json::json;
use support::{World, applicant};

/// Fails for the recipients that it is told, and keeps what it delivered.
#[derive(Default)]
struct Post {
    away: Mutex<Vec<String>>,
    /// Those who never answer.
    silent: Vec<String>,
    delivered: Mutex<Vec<OutgoingMessage>>,
}

impl Delivery for Post {
    async fn deliver(&self, message: &OutgoingMessage) -> Result<(), String> {
        if self.away.lock().expect("a lock").contains(&message.recipient) {
            return Err("nobody is at home".to_owned());
        }
        if self.silent.contains(&message.recipient) {
            std::future::pending::<()>().await;
        }
        self.delivered.lock().expect("a lock").push(message.clone());
        Ok(())
    }
}

fn engineer() -> serde_json::Value {
    json!({
        "schema": "guantong/dossier/1",
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering",
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false }
        },
        "education": [], "skills": [], "honours": [], "sanctions": [],
        "titles": [{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }],
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }]
    })
}

#[tokio::test]
async fn messages_are_delivered_once_and_tried_again_where_that_failed() {
    let world = World::new("shandong", "2026-03-02", None).await;
    let case = world.open("shandong", "skill:technician", engineer()).await;
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    let post = Post { away: Mutex::new(vec!["assessor".to_owned()]), ..Post::default() };
    let waiting = world.office.store().waiting_messages().await.expect("a count");
    assert!(waiting >= 2, "the applicant and the assessor are told");
    let attended = world.office.attend("node-1", &post).await.expect("a round");
    assert!(attended.leads && attended.delivered >= 1 && attended.undelivered == 1, "{attended:?}");
    let attended = world.office.attend("node-1", &post).await.expect("a round");
    assert_eq!(attended.undelivered, 0, "what failed waits a while");
    post.away.lock().expect("a lock").clear();
    world.tomorrow();
    while world.office.store().waiting_messages().await.expect("a count") > 0 {
        let attended = world.office.attend("node-1", &post).await.expect("a round");
        assert!(attended.delivered > 0, "{attended:?}");
    }
    let delivered = post.delivered.lock().expect("a lock");
    let mut ids: Vec<&str> = delivered.iter().map(|message| message.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), delivered.len(), "each arrived once");
    assert!(delivered.iter().any(|message| message.recipient == "assessor"));
    assert!(delivered.iter().all(|message| !message.body.to_string().contains("焊工")), "no facts in a message");
}

#[tokio::test]
async fn one_round_empties_the_outbox_and_who_never_answers_holds_up_nobody_else() {
    let world = World::new("shandong", "2026-03-02", None).await;
    let mut cases = Vec::new();
    for _ in 0..6 {
        let case = world.open("shandong", "skill:technician", engineer()).await;
        world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
        cases.push(case);
    }
    let post = Post { silent: vec![applicant().id], ..Post::default() };
    let attended = world.office.attend("node-1", &post).await.expect("a round");
    assert_eq!(
        (attended.delivered, attended.undelivered),
        (6, 1),
        "the assessor has all, the applicant's first one waits"
    );
    let told = |post: &Post, recipient: &str| {
        let delivered = post.delivered.lock().expect("a lock");
        let to = delivered.iter().filter(|message| message.recipient == recipient);
        to.map(|message| message.body["case"].as_str().expect("a case").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(&post, "assessor"), cases, "in their order");
    world.tomorrow();
    let post = Post::default();
    world.office.attend("node-1", &post).await.expect("a round");
    assert_eq!(world.office.store().waiting_messages().await.expect("a count"), 0);
    let both = cases.iter().flat_map(|case| [case.clone(), case.clone()]).collect::<Vec<_>>();
    assert_eq!(told(&post, &applicant().id), both, "drafts and filings, in their order");
}

#[tokio::test]
async fn it_stops_when_it_is_told_and_gives_the_lead_back() {
    let world = World::new("shandong", "2026-03-02", None).await;
    world.office.attend_until("node-1", &ToTheLog, async {}).await;
    assert!(world.office.attend("node-2", &ToTheLog).await.expect("a round").leads);
}
