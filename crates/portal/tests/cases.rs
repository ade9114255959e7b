//! Cases by HTTP: a journey with tokens, and everything that a caller may get wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod desk;
mod site;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use desk::{Desk, PNG, engineer, on_both, token};
use serde_json::{Value, json};
use site::Answer;

on_both! {
    a_skill_level_from_the_draft_to_the_end,
    a_repeated_request_has_one_effect_and_one_answer,
    tokens_that_are_missing_forged_or_anothers_are_refused,
    moves_out_of_order_are_409_with_clause_sentence_and_remedy,
    bad_input_is_named_by_its_path,
    files_that_lie_and_bodies_that_are_too_large_are_refused,
    lists_come_in_pages,
    a_store_that_is_gone_is_503_and_says_that_nothing_is_lost,
}

fn ok(answer: &Answer) -> Value {
    assert!(answer.status.is_success(), "{} {}", answer.status, answer.text);
    answer.json()
}

/// A problem of the status with this code.
fn problem(answer: &Answer, status: StatusCode, code: &str) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["code"], code, "{problem}");
    assert!(problem["detail"].as_str().is_some_and(|text| !text.is_empty() && !text.contains("refusal-")), "{problem}");
    assert!(problem["remedy"].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
    problem
}

fn first_path(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    answer.json()["faults"][0]["path"].as_str().expect("a path").to_owned()
}

async fn a_skill_level_from_the_draft_to_the_end(desk: Desk) {
    let opened = desk.open(None).await;
    assert_eq!(opened.status, StatusCode::CREATED);
    let case = ok(&opened)["case"].as_str().expect("an id").to_owned();
    let at = format!("/api/v1/cases/{case}");
    assert_eq!(opened.header("location"), at);
    let orders = format!("{at}/orders");
    let kept = desk.put("p-1", "证书.png", PNG).await;
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    let file = kept.json()["file"].as_str().expect("a hash").to_owned();
    ok(&desk.post("p-1", &orders, json!({ "order": "attach", "file": file, "proves": ["titles[0]"] }), None).await);
    assert_eq!(ok(&desk.get("p-1", "/api/v1/cases?own=true").await)["cases"][0]["state"], "draft");
    let filed = ok(&desk.post("p-1", &orders, json!({ "order": "file", "promise": true }), None).await);
    assert_eq!(filed["status"], "acceptance");
    assert_eq!(ok(&desk.get("clerk", "/api/v1/cases?state=check&limit=1").await)["cases"][0]["case"], case);
    assert_eq!(ok(&desk.get("stranger", "/api/v1/cases").await)["cases"], json!([]));

    ok(&desk.post("clerk", &orders, json!({ "order": "verdict", "point": "title", "met": true }), None).await);
    let shown = ok(&desk.get("clerk", &at).await);
    for clause in shown["asked_here"].as_array().expect("a list") {
        let order = json!({ "order": "find", "clause": clause, "holds": true, "reason": "材料属实" });
        ok(&desk.post("clerk", &orders, order, None).await);
    }
    ok(&desk.post("clerk", &orders, json!({ "order": "forward" }), None).await);
    for part in ["practical", "comprehensive-review"] {
        ok(&desk.post("examiner", &orders, json!({ "order": "part", "part": part, "passed": true }), None).await);
    }
    assert_eq!(ok(&desk.post("clerk", &orders, json!({ "order": "confirm" }), None).await)["status"], "ended");

    assert_eq!(ok(&desk.get("p-1", &format!("{at}/replay")).await)["holds"], true);
    let history = ok(&desk.get("p-1", &format!("{at}/history")).await);
    assert!(!history.to_string().contains("𠮷野🛠"), "no name stands in the log");
    let dossier = history["records"][0]["body"]["dossier"]["id"].as_str().expect("a reference");
    let dossier = ok(&desk.get("clerk", &format!("{at}/documents/{dossier}")).await);
    assert_eq!(dossier, engineer());
    let root = desk.send(Request::get("/api/v1/log/root").body(Body::empty()).expect("a request")).await;
    assert_eq!(ok(&root)["seq"], desk.office.store().root().await.expect("a root").seq);
    seen_by(&desk, &at, &file).await;
}

/// Files and documents are for who may see the case, and nobody else learns that there is one.
async fn seen_by(desk: &Desk, at: &str, file: &str) {
    let address = format!("/api/v1/evidence/{file}");
    let request = Request::get(&address).header("authorization", format!("bearer {}", token("clerk")));
    let response = tower::ServiceExt::oneshot(desk.router.clone(), request.body(Body::empty()).expect("a request"));
    let response = response.await.expect("an answer");
    assert_eq!(response.headers()["content-type"], "image/png");
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    assert_eq!(bytes.as_ref(), PNG);
    let none = format!("/api/v1/cases/{}", "0".repeat(32));
    let nothing = problem(&desk.get("p-2", &none).await, StatusCode::NOT_FOUND, "not-found");
    for account in ["p-2", "stranger", "admin"] {
        problem(&desk.get(account, &address).await, StatusCode::NOT_FOUND, "not-found");
        for path in [at.to_owned(), format!("{at}/history"), format!("{at}/replay")] {
            let hidden = problem(&desk.get(account, &path).await, StatusCode::NOT_FOUND, "not-found");
            assert_eq!(hidden["title"], nothing["title"]);
        }
        let orders = format!("{at}/orders");
        for order in [json!({ "order": "forward" }), json!({ "order": "object", "text": "情况不实" })] {
            problem(&desk.post(account, &orders, order, None).await, StatusCode::NOT_FOUND, "not-found");
        }
    }
    let other = ok(&desk.get("clerk", at).await)["case"]["evaluation"]["decision"]["id"].clone();
    let other = other.as_str().expect("an id");
    let draft = desk.draft().await;
    let path = format!("/api/v1/cases/{draft}/documents/{other}");
    problem(&desk.get("p-1", &path).await, StatusCode::NOT_FOUND, "not-found");
}

async fn a_repeated_request_has_one_effect_and_one_answer(desk: Desk) {
    let first = desk.open(Some("open-this-draft")).await;
    for _ in 0..9 {
        let again = desk.open(Some("open-this-draft")).await;
        assert_eq!((again.status, again.text.as_bytes()), (first.status, first.text.as_bytes()));
    }
    assert_eq!(ok(&desk.get("p-1", "/api/v1/cases?own=true").await)["cases"].as_array().map(Vec::len), Some(1));
    let orders = format!("{}/orders", first.header("location"));
    let file = || desk.post("p-1", &orders, json!({ "order": "file", "promise": true }), Some("file-it-0001"));
    let filed = file().await;
    for _ in 0..9 {
        assert_eq!(file().await.text, filed.text);
    }
    let other = desk.post("p-1", &orders, json!({ "order": "withdraw" }), Some("file-it-0001")).await;
    problem(&other, StatusCode::CONFLICT, "key-reused");
    let history = ok(&desk.get("p-1", &format!("{}/history", first.header("location"))).await);
    let kinds: Vec<&Value> = history["records"].as_array().expect("records").iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["opened", "filed"]);
    let access = json!({ "order": "put-access", "occupation": "焊工" });
    let put = || desk.post("admin", "/api/v1/register/orders", access.clone(), Some("put-access-1"));
    let first = put().await;
    for _ in 0..9 {
        assert_eq!(put().await.text, first.text);
    }
    for key in ["short", &"x".repeat(201), "with a blank in it"] {
        assert_eq!(first_path(&desk.open(Some(key)).await), "Idempotency-Key");
    }
}

async fn tokens_that_are_missing_forged_or_anothers_are_refused(desk: Desk) {
    let case = desk.draft().await;
    let at = format!("/api/v1/cases/{case}");
    for value in ["", "Bearer", "Bearer ", "Basic cC0xOg==", "Bearer token-of-nobody-0123456789", "Bearer \u{e9}"] {
        let request = Request::get(&at).header("authorization", value.as_bytes());
        let refused = desk.send(request.body(Body::empty()).expect("a request")).await;
        problem(&refused, StatusCode::UNAUTHORIZED, "no-account");
        assert_eq!(refused.header("www-authenticate"), "Bearer");
    }
    let orders = format!("{at}/orders");
    ok(&desk.post("p-1", &orders, json!({ "order": "file", "promise": true }), None).await);
    let turn = problem(
        &desk.post("p-1", &orders, json!({ "order": "forward" }), None).await,
        StatusCode::FORBIDDEN,
        "not-your-turn",
    );
    assert!(turn["detail"].as_str().is_some_and(|text| text.contains("推送下一环节")), "{turn}");
    let account = json!({ "order": "end-account", "account": "p-1" });
    let refused = desk.post("clerk", "/api/v1/register/orders", account.clone(), None).await;
    problem(&refused, StatusCode::FORBIDDEN, "not-the-register");
    ok(&desk.post("admin", "/api/v1/register/orders", account, None).await);
    problem(&desk.get("p-1", &at).await, StatusCode::UNAUTHORIZED, "no-account");
}

async fn moves_out_of_order_are_409_with_clause_sentence_and_remedy(desk: Desk) {
    let orders = format!("/api/v1/cases/{}/orders", desk.draft().await);
    let order = |account: &'static str, order: Value| desk.post(account, &orders, order, None);
    problem(&order("p-1", json!({ "order": "resubmit" })).await, StatusCode::CONFLICT, "out-of-order");
    ok(&order("p-1", json!({ "order": "file", "promise": true })).await);
    problem(&order("p-1", json!({ "order": "file" })).await, StatusCode::CONFLICT, "out-of-order");
    let open = problem(&order("clerk", json!({ "order": "forward" })).await, StatusCode::CONFLICT, "points-open");
    assert!(open["clause"].as_str().is_some_and(|clause| clause.starts_with("SD-")), "{open}");
    let bare = json!({ "order": "return", "faults": [], "due": "2026-04-01" });
    problem(&order("clerk", bare).await, StatusCode::CONFLICT, "return-without-faults");
    let request = Request::post(&orders)
        .header("authorization", format!("Bearer {}", token("clerk")))
        .header("content-type", "application/json")
        .header("accept-language", "en");
    let english = desk.send(request.body(Body::from("{\"order\":\"confirm\"}")).expect("a request")).await;
    let english = problem(&english, StatusCode::CONFLICT, "out-of-order");
    assert!(english["detail"].as_str().is_some_and(|text| text.contains("confirm the result")), "{english}");
}

async fn bad_input_is_named_by_its_path(desk: Desk) {
    let orders = format!("/api/v1/cases/{}/orders", desk.draft().await);
    let open = |body: Value| desk.post("p-1", "/api/v1/cases", body, None);
    let body = |dossier: Value| json!({ "place": "shandong", "target": "skill:technician", "dossier": dossier });
    assert_eq!(first_path(&open(body(json!({ "skills": [{ "level": "wizard" }] }))).await), "dossier.skills[0].level");
    assert_eq!(
        first_path(&open(json!({ "place": "atlantis", "target": "skill:technician", "dossier": {} })).await),
        "jurisdiction"
    );
    assert_eq!(first_path(&open(json!({ "place": "shandong", "target": "job:x", "dossier": {} })).await), "target");
    let nobody = json!({ "place": "shandong", "target": "skill:technician", "employer": "nobody", "dossier": {} });
    assert_eq!(first_path(&open(nobody).await), "organisation");
    for order in [json!({ "order": "fly" }), json!({ "order": "file", "promis": true }), json!([])] {
        let refused = desk.post("p-1", &orders, order, None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    }
    let blank = json!({ "order": "find", "clause": "SD-2.d", "holds": true, "reason": " " });
    assert_eq!(first_path(&desk.post("p-1", &orders, blank, None).await), "reason");
    let missing = json!({ "order": "attach", "file": "0".repeat(64) });
    assert_eq!(first_path(&desk.post("p-1", &orders, missing, None).await), "file");
    for (query, path) in
        [("state=flying", "state"), ("limit=0", "limit"), ("limit=x", "limit"), ("own=1", "own"), ("after=zz", "after")]
    {
        assert_eq!(first_path(&desk.get("p-1", &format!("/api/v1/cases?{query}")).await), path, "{query}");
    }
    for id in ["%00", "%ff", "..", &"x".repeat(65), "a%2Fb"] {
        let answer = desk.get("p-1", &format!("/api/v1/cases/{id}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{id}: {}", answer.text);
    }
}

async fn files_that_lie_and_bodies_that_are_too_large_are_refused(desk: Desk) {
    for (name, bytes, code) in [
        ("certificate.pdf", PNG, "file-misnamed"),
        ("certificate.png", b"PK\x03\x04and so on".as_slice(), "file-container"),
        ("certificate.png", b"<script>".as_slice(), "file-type"),
        ("certificate.png", &PNG[..40], "file-damaged"),
        ("certificate.png", b"".as_slice(), "file-empty"),
    ] {
        problem(&desk.put("p-1", name, bytes).await, StatusCode::UNPROCESSABLE_ENTITY, code);
    }
    let large = vec![0; (20 << 20) + 1];
    let answer = desk.put("p-1", "certificate.png", &large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", answer.text);
    let larger = vec![0; 24 << 20];
    assert_eq!(desk.put("p-1", "certificate.png", &larger).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let large = json!({ "order": "withdraw", "reason": "x".repeat(11 << 20) });
    let case = desk.draft().await;
    let answer = desk.post("p-1", &format!("/api/v1/cases/{case}/orders"), large, None).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", answer.text);
    let request = Request::post("/api/v1/evidence").header("authorization", format!("Bearer {}", token("p-1")));
    let answer = desk.send(request.body(Body::from("x")).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

async fn lists_come_in_pages(desk: Desk) {
    let mut opened = Vec::new();
    for _ in 0..5 {
        opened.push(desk.draft().await);
    }
    for list in ["/api/v1/cases?own=true&state=draft", "/api/v1/cases?"] {
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let page = ok(&desk.get("p-1", &format!("{list}&limit=2&after={after}")).await);
            let rows = page["cases"].as_array().expect("rows").iter();
            found.extend(rows.filter_map(|row| row["case"].as_str().map(str::to_owned)));
            match page["next"].as_str() {
                Some(next) => after = next.to_owned(),
                None => break,
            }
        }
        found.sort();
        let mut expected = opened.clone();
        expected.sort();
        assert_eq!(found, expected, "{list}");
    }
    let page = ok(&desk.get("p-1", "/api/v1/register/organisations?limit=1").await);
    assert_eq!((&page["organisations"][0]["id"], &page["next"]), (&json!("assessor"), &json!("assessor")));
    let page = ok(&desk.get("p-1", "/api/v1/register/organisations?limit=1&after=assessor").await);
    assert_eq!((&page["organisations"][0]["id"], &page["next"]), (&json!("factory"), &Value::Null));
}

async fn a_store_that_is_gone_is_503_and_says_that_nothing_is_lost(desk: Desk) {
    let case = desk.draft().await;
    desk.office.store().close().await;
    let at = format!("/api/v1/cases/{case}");
    for answer in [
        desk.get("p-1", &at).await,
        desk.post("p-1", &format!("{at}/orders"), json!({ "order": "file" }), Some("file-it-0002")).await,
        desk.send(Request::get("/api/v1/log/root").body(Body::empty()).expect("a request")).await,
    ] {
        let gone = problem(&answer, StatusCode::SERVICE_UNAVAILABLE, "unavailable");
        assert!(gone["detail"].as_str().is_some_and(|text| text.contains("已确认的办理都已保存")), "{gone}");
        assert_eq!(answer.header("retry-after"), "5");
    }
    let check = json!({ "dossier": {}, "jurisdiction": "shandong" });
    let check = desk.post("p-1", "/api/v1/decisions", check, None).await;
    assert_eq!(check.status, StatusCode::OK, "the self-check needs no store");
}

#[tokio::test]
async fn without_an_office_there_is_the_self_check_only() {
    let answer = site::get("/api/v1/cases").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.json()["type"], "/api#no-office");
}
