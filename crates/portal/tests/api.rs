//! The interface for programs: the same answers as the use case gives, and every bad input named by its path.

mod site;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use site::{Answer, ask, example, get, send};

fn problem(answer: &Answer, status: StatusCode, kind: &str) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["status"], status.as_u16());
    assert_eq!(problem["type"], format!("/api#{kind}"));
    assert!(problem["title"].is_string() && problem["detail"].is_string());
    problem
}

fn paths(problem: &Value) -> Vec<&str> {
    problem["faults"].as_array().into_iter().flatten().filter_map(|fault| fault["path"].as_str()).collect()
}

#[tokio::test]
async fn one_place_and_all_places_are_answered() {
    let body =
        json!({ "dossier": example(), "jurisdiction": "山东省", "as_of": "2026-11-21", "targets": ["title:工程师"] });
    let answer = ask(body.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    let one = answer.json();
    assert_eq!(one["schema"], "guantong/decision/1");
    assert_eq!(one["decisions"][0]["outcome"], "eligible");
    assert_eq!(one["decisions"][0]["earliest"], "2022-05-20");
    let all = ask(json!({ "dossier": example(), "as_of": "2026-11-21" }).to_string()).await.json();
    assert_eq!(all["schema"], "guantong/decisions/1");
    assert!(all["results"].as_array().unwrap().len() > 1);
}

#[tokio::test]
async fn the_language_is_the_requests_own_else_the_callers() {
    let body = |lang: Option<&str>| match lang {
        Some(lang) => json!({ "dossier": {}, "jurisdiction": "shandong", "lang": lang }).to_string(),
        None => json!({ "dossier": {}, "jurisdiction": "shandong" }).to_string(),
    };
    assert_eq!(ask(body(None)).await.json()["lang"], "zh");
    assert_eq!(ask(body(Some("en"))).await.json()["lang"], "en");
    let request = Request::post("/api/v1/decisions")
        .header("content-type", "application/json; charset=utf-8")
        .header("accept-language", "en");
    assert_eq!(send(request.body(Body::from(body(None))).unwrap()).await.json()["lang"], "en");
}

#[tokio::test]
async fn unreadable_bodies_are_400() {
    for body in ["", "{", "[1,", "{\"dossier\": {}", "dossier: {}", "{\"a\":1,\"a\":2}", "\u{0}", "nul"] {
        problem(&ask(body.to_owned()).await, StatusCode::BAD_REQUEST, "malformed");
    }
    problem(&ask(vec![0xff, 0xfe]).await, StatusCode::BAD_REQUEST, "malformed");
    problem(&ask("[".repeat(100_000)).await, StatusCode::BAD_REQUEST, "malformed");
}

#[tokio::test]
async fn bodies_over_ten_mebibytes_are_413() {
    let found = problem(&ask(vec![b' '; 10 * 1024 * 1024 + 1]).await, StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    assert!(found["detail"].as_str().unwrap().contains("10485760"));
}

#[tokio::test]
async fn other_content_types_are_415() {
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/yaml", ""] {
        let request = Request::post("/api/v1/decisions").header("content-type", kind);
        let answer = send(request.body(Body::from("{\"dossier\":{}}")).unwrap()).await;
        problem(&answer, StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-type");
    }
    let answer = send(Request::post("/api/v1/decisions").body(Body::from("{\"dossier\":{}}")).unwrap()).await;
    problem(&answer, StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-type");
}

#[tokio::test]
async fn wrong_content_is_422_with_every_path() {
    let body = json!({
        "dossier": {
            "skills": [{ "level": "wizard", "date": "2023-02-30" }],
            "work": [{ "from": "2020-01-02", "to": "2020-01-01" }],
            "reviews": { "20x5": "pass", "2025": "splendid" },
            "titel": []
        },
        "jurisdiction": 5.5, "as_of": "2026-13-01", "targets": ["job:x"], "standards": { "*": { "technician": 99 } }, "lang": "de", "extra": 1
    });
    let answer = ask(body.to_string()).await;
    let found = problem(&answer, StatusCode::UNPROCESSABLE_ENTITY, "faults");
    let found = paths(&found);
    for path in [
        "dossier.skills[0].level",
        "dossier.skills[0].date",
        "dossier.work[0]",
        "dossier.reviews.20x5",
        "dossier.reviews.2025",
        "dossier.titel",
        "jurisdiction",
        "as_of",
        "targets[0]",
        "standards.*.technician",
        "lang",
        "extra",
    ] {
        assert!(found.contains(&path), "{path} is not among {found:?}");
    }
    for (body, path) in [
        (json!({}), "dossier"),
        (json!({ "dossier": [] }), "dossier"),
        (json!({ "dossier": null }), "dossier"),
        (json!({ "dossier": {}, "jurisdiction": "atlantis" }), "jurisdiction"),
        (json!({ "dossier": { "skills": (0..20_001).map(|_| json!({})).collect::<Vec<_>>() } }), "dossier"),
    ] {
        let answer = ask(body.to_string()).await;
        let found = problem(&answer, StatusCode::UNPROCESSABLE_ENTITY, "faults");
        assert_eq!(paths(&found)[0], path);
        let fault = &found["faults"][0];
        assert!(fault["problem"].is_string() && fault["remedy"].is_string());
    }
}

#[tokio::test]
async fn the_most_records_are_still_answered() {
    let skills: Vec<Value> =
        (0..20_000).map(|_| json!({ "level": "technician", "occupation": "焊工", "date": "2019-05-20" })).collect();
    let body =
        json!({ "dossier": { "skills": skills }, "jurisdiction": "shandong", "targets": ["title:intermediate"] });
    assert_eq!(ask(body.to_string()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_description_is_openapi_3_1_and_closed() {
    let document = get("/api/v1/openapi.json").await.json();
    assert_eq!(document, portal::openapi());
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    for path in ["/api/v1/decisions", "/api/v1/catalogue", "/api/v1/openapi.json", "/healthz"] {
        assert!(document["paths"][path].is_object(), "{path}");
    }
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 10);
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    let dossier = &document["components"]["schemas"]["Dossier"];
    assert_eq!(dossier["additionalProperties"], false);
    let answer = &document["paths"]["/api/v1/decisions"]["post"]["responses"];
    for status in ["200", "400", "413", "415", "422", "503"] {
        assert!(answer[status].is_object(), "{status}");
    }
}

fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(reference) = entries.get("$ref").and_then(Value::as_str) {
                into.push(reference.to_owned());
            }
            entries.values().for_each(|entry| collect(entry, into));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        _ => {}
    }
}

#[tokio::test]
async fn health_is_plain() {
    let answer = get("/healthz").await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, "ok"));
}

#[tokio::test]
async fn the_catalogue_is_searched() {
    let found = get("/api/v1/catalogue?q=dhg&jurisdiction=330600&direction=title-to-skill").await;
    assert_eq!((found.status, found.header("content-type")), (StatusCode::OK, "application/json"));
    let found = found.json();
    assert_eq!(found["schema"], "guantong/catalogue/1");
    assert_eq!(found["occupations"][0]["name"], "电焊工");
    assert_eq!(found["occupations"][0]["found_by"]["how"], "initials");
    assert_eq!(found["places"][0]["evaluators"][1]["clause"], "ZJSX-2.3.2");
    assert_eq!(found["jurisdiction"], "shaoxing");
    for (query, path) in [
        ("", "q"),
        ("q=+", "q"),
        (&format!("q={}", "a".repeat(101)), "q"),
        ("q=a&jurisdiction=nowhere", "jurisdiction"),
        ("q=a&direction=up", "direction"),
    ] {
        let refused = get(&format!("/api/v1/catalogue?{query}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(refused.json()["faults"][0]["path"], path, "{query}");
    }
    for odd in ["%F0%9F%99%82", "%00", "%27%3B+DROP+TABLE", "%5B.*", "%FF%FE", "%F0%A0%AE%B7"] {
        assert_eq!(get(&format!("/api/v1/catalogue?q={odd}")).await.status, StatusCode::OK, "{odd}");
    }
}

#[tokio::test]
async fn plans_are_made_and_their_bad_input_is_named() {
    let plan = |body: Value| {
        let request = Request::post("/api/v1/plans").header("content-type", "application/json");
        send(request.body(Body::from(body.to_string())).unwrap())
    };
    let body = json!({ "dossier": example(), "jurisdiction": "shandong", "as_of": "2026-11-21", "award_lag": "P6M" });
    let one = plan(body).await.json();
    assert_eq!(one["schema"], "guantong/plan/1");
    assert_eq!(one["levels"][1]["state"], "open");
    let all = plan(json!({ "dossier": example(), "as_of": "2026-11-21" })).await.json();
    assert_eq!(all["results"].as_array().unwrap().len(), 7);
    let wrong = plan(json!({ "dossier": {}, "award_lag": "soon", "targets": [] })).await;
    let wrong = problem(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "faults");
    assert_eq!(paths(&wrong), ["targets", "award_lag"]);
}
