//! Rounds, committees and sessions by HTTP: one journey, and what a caller may get wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod desk;
mod site;

use axum::http::StatusCode;
use desk::{Desk, on_both, token};
use serde_json::{Value, json};

on_both! { a_committee_and_its_round, orders_of_others_and_orders_that_are_none }

const COMMITTEE: &str = "/api/v1/committees/c-1/orders";
const ROUND: &str = "/api/v1/rounds/r-1/orders";
const SESSION: &str = "/api/v1/sessions/s-1/orders";

/// The office of a committee and its clerk, put on record by the administrator.
async fn with_office(desk: Desk) -> Desk {
    let office = json!({ "id": "office", "kind": "committee-office", "name": "office (invented)", "area": "370000" });
    let account = json!({ "order": "add-account", "account": "secretary", "role": "clerk", "organisation": "office",
                          "token": token("secretary") });
    for order in [json!({ "order": "put-organisation", "organisation": office }), account] {
        let done = desk.post("admin", "/api/v1/register/orders", order, None).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    }
    desk
}

fn register() -> Value {
    json!({
        "command": "register", "office": "office", "size": 25, "filing": { "from": "2026-01-01", "until": "2028-12-31" },
        "remit": { "place": "shandong", "series": "engineering", "area": "370000", "tiers": ["intermediate"] },
    })
}

fn plan() -> Value {
    json!({
        "command": "plan", "place": "shandong", "year": 2026, "series": "engineering", "committee": "c-1", "office": "office",
        "reference_date": "2026-12-31", "windows": [{ "from": "2026-03-01", "until": "2026-03-31" }],
    })
}

async fn a_committee_and_its_round(desk: Desk) {
    let desk = with_office(desk).await;
    let first = desk.post("admin", COMMITTEE, register(), Some("committee-on-file")).await;
    assert_eq!((first.status, first.text.as_str()), (StatusCode::OK, r#"{"id":"c-1","version":1}"#));
    let again = desk.post("admin", COMMITTEE, register(), Some("committee-on-file")).await;
    assert_eq!(again.text, first.text, "once, however often it is sent");
    let twice = desk.post("admin", COMMITTEE, register(), None).await;
    assert_eq!((twice.status, twice.json()["code"].clone()), (StatusCode::CONFLICT, json!("committee-registered")));

    let planned = desk.post("secretary", ROUND, plan(), None).await;
    assert_eq!(planned.json(), json!({ "id": "r-1", "version": 1 }), "{}", planned.text);
    let announce = json!({ "command": "announce", "text": "年度评审通知（虚构）" });
    let bare = desk.post("secretary", ROUND, announce.clone(), None).await;
    assert_eq!(bare.status, StatusCode::CONFLICT, "{}", bare.text);
    assert!(bare.text.contains("SD-6.1.b"), "{}", bare.text);
    let mut whole = announce;
    whole["skilled_section"] = json!("高技能人才申报说明（虚构）");
    assert_eq!(desk.post("secretary", ROUND, whole, None).await.json()["version"], 2);
}

async fn orders_of_others_and_orders_that_are_none(desk: Desk) {
    let desk = with_office(desk).await;
    let theirs = desk.post("clerk", COMMITTEE, register(), None).await;
    assert_eq!(
        (theirs.status, theirs.json()["code"].clone()),
        (StatusCode::FORBIDDEN, json!("committee-not-register"))
    );
    let convene = json!({
        "command": "convene", "committee": "c-9", "members": [], "chair": "e-1", "on": "2026-03-03", "groups": [], "agenda": [],
    });
    assert_eq!(desk.post("secretary", SESSION, convene.clone(), None).await.status, StatusCode::NOT_FOUND);
    let mut told = convene;
    told["sheets"] = json!([]);
    for (path, order) in [
        (SESSION, told),
        (SESSION, json!({ "command": "dance" })),
        (SESSION, json!([])),
        (ROUND, json!({ "command": "plan" })),
        (ROUND, json!({ "command": "abandon", "reason": "  " })),
        (ROUND, json!({ "command": "abandon", "reason": "x".repeat(20_001) })),
        (COMMITTEE, json!({ "command": "dissolve", "reason": { "id": "d", "digest": "sha256:0" } })),
    ] {
        let answer = desk.post("admin", path, order.clone(), None).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{order}: {}", answer.text);
        assert!(!answer.json()["faults"].as_array().expect("faults").is_empty(), "{}", answer.text);
    }
    let nobody = desk.post("nobody", SESSION, json!({ "command": "announce" }), None).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}
