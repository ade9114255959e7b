//! Electronic votes by HTTP: a signature with a token, a ballot without one, the record for whom it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod site;
#[path = "../../office/tests/support/mod.rs"]
mod support;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use ballot::{Poll, Published, Receipt, Slip, SystemChance};
use casework::session::Choice;
use office::RegisterOrder;
use serde_json::{Value, json};
use site::{Answer, send_to};
use support::walk::expert;
use support::{GUANTONG, PROVED, World, applicant, county, worker};

fn token(account: &str) -> String {
    format!("token-of-{account}-0123456789")
}

async fn send(router: &Router, account: Option<&str>, path: &str, body: Option<&Value>) -> Answer {
    let request = if body.is_some() { Request::post(path) } else { Request::get(path) };
    let request = match account {
        Some(account) => request.header("authorization", format!("Bearer {}", token(account))),
        None => request,
    };
    let request = request.header("content-type", "application/json");
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    send_to(router.clone(), request.body(body).unwrap()).await
}

fn refused(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.json()["code"], code, "{}", answer.text);
}

#[tokio::test]
async fn an_expert_votes_over_http() {
    let world = World::new("shandong", "2026-03-02", None).await;
    world.committee("shandong", county("shandong")).await;
    for number in [2, 3, 24] {
        let account = json!({ "order": "add-account", "account": expert(number).id, "role": "expert", "token": token(&expert(number).id) });
        world.register(serde_json::from_value::<RegisterOrder>(account).unwrap()).await;
    }
    let case = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "review").await;
    world.sit(&case, 20).await;
    let router = portal::router(Arc::clone(&GUANTONG), Some(world.office.clone()));
    let (sign, urn) = ("/api/v1/sessions/s-1/ballot-signatures", "/api/v1/sessions/s-1/ballots");
    world.session(&expert(1), json!({ "command": "open-vote", "case": case, "casting": "electronic" })).await;

    refused(&send(&router, None, urn, None).await, StatusCode::NOT_FOUND, "not-found");
    let record: Published = serde_json::from_value(send(&router, Some("e-02"), urn, None).await.json()).unwrap();
    let vote = &record.open[0];
    let poll = Poll { session: "s-1".into(), case: case.clone(), round: vote.round };
    let mut slip = Slip::fill(poll, &vote.key, Choice::Yes, &mut SystemChance).unwrap();
    let order = json!({ "case": case, "round": 1, "blinded": slip.blinded });
    refused(&send(&router, None, sign, Some(&order)).await, StatusCode::UNAUTHORIZED, "no-account");
    refused(&send(&router, Some("e-24"), sign, Some(&order)).await, StatusCode::CONFLICT, "expert-absent");
    let signed = send(&router, Some("e-02"), sign, Some(&order)).await;
    assert_eq!(signed.status, StatusCode::OK, "{}", signed.text);
    assert_eq!(send(&router, Some("e-02"), sign, Some(&order)).await.text, signed.text, "asked again");
    let ballot = slip.sign(signed.json()["blind_signature"].as_str().unwrap()).unwrap();
    let cast = json!({ "case": case, "round": 1, "ballot": ballot });
    let named = send(&router, Some("e-02"), urn, Some(&cast)).await;
    assert_eq!(
        (named.status, named.json()["faults"][0]["path"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("Authorization"))
    );
    assert_eq!(send(&router, None, urn, Some(&cast)).await.json()["serial"], json!(slip.serial));
    let mut forged = cast.clone();
    forged["ballot"]["choice"] = json!("no");
    refused(&send(&router, None, urn, Some(&forged)).await, StatusCode::CONFLICT, "ballot-forged");
    refused(
        &send(&router, None, "/api/v1/sessions/s-9/ballots", Some(&cast)).await,
        StatusCode::CONFLICT,
        "urn-not-open",
    );

    let close = json!({ "command": "close-vote", "case": case, "ballots": [], "early": "演示（虚构）" });
    world.session(&expert(1), close).await;
    refused(&send(&router, None, urn, Some(&cast)).await, StatusCode::CONFLICT, "urn-not-open");
    let record: Published = serde_json::from_value(send(&router, Some("e-03"), urn, None).await.json()).unwrap();
    assert_eq!(record.votes[0].flaws("s-1"), []);
    assert_eq!(slip.look_up(&record), Ok(Receipt::Counted));
}
