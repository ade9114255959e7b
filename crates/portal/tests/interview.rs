//! The interview: one question at a time, carried along in the form, and the same question for programs.
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod site;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use site::{Answer, example, fields_of_form, post, post_fields, send};

const DAY: (&str, &str) = ("as_of", "2026-11-21");
const PLACE: (&str, &str) = ("place", "shandong");

fn form(page: &Answer) -> BTreeMap<String, String> {
    fields_of_form(&page.text, "interview")
}

/// The present question answered with some fields.
async fn step(page: &Answer, with: &[(&str, &str)]) -> Answer {
    let mut fields = form(page);
    for (name, value) in with {
        fields.insert((*name).to_owned(), (*value).to_owned());
    }
    post_fields("/interview", &fields).await
}

async fn question(body: Value) -> Answer {
    let request = Request::post("/api/v1/questions").header("content-type", "application/json");
    send(request.body(Body::from(body.to_string())).expect("a request")).await
}

#[tokio::test]
async fn the_page_asks_what_programs_are_told() {
    let page = post("/interview", &[DAY, PLACE]).await;
    assert_eq!(page.status, StatusCode::OK);
    let asked = question(json!({ "dossier": {}, "jurisdiction": "shandong", "as_of": "2026-11-21" })).await;
    assert_eq!(asked.status, StatusCode::OK);
    let asked = asked.json();
    assert_eq!(form(&page)["question"], asked["next"]["path"].as_str().unwrap());
    assert!(page.text.contains(asked["next"]["question"].as_str().unwrap()));
    let clause = asked["next"]["clauses"][0]["clause"].as_str().unwrap();
    assert!(page.text.contains(&format!("/policies/shandong/clauses/{clause}")));
    assert_eq!(asked["settled"], 0);
    assert_eq!(asked["open"][0], asked["next"]["path"]);
}

#[tokio::test]
async fn what_cannot_be_told_is_not_asked_for() {
    let skip = json!(["employment.status", "skills", "titles"]);
    let asked =
        question(json!({ "dossier": {}, "jurisdiction": "shandong", "as_of": "2026-11-21", "skip": skip })).await;
    let open = asked.json()["open"].clone();
    assert!(open.as_array().unwrap().iter().all(|path| !skip.as_array().unwrap().contains(path)), "{open}");
    let wrong = question(json!({ "dossier": {}, "skip": ["skill"] })).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.json()["faults"][0]["path"], "skip[0]");
}

#[tokio::test]
async fn nothing_is_asked_of_who_has_told_everything() {
    let asked =
        question(json!({ "dossier": example(), "jurisdiction": "shandong", "as_of": "2026-11-21" })).await.json();
    assert_eq!(asked["next"], Value::Null);
    assert_eq!(asked["says"], "不用再问了：其余各项不论怎样，都不会改变结论。");
    let text = example().to_string();
    let page = post("/interview", &[DAY, PLACE, ("dossier", &text)]).await;
    assert!(page.text.contains("不用再问了") && page.text.contains("decision eligible"), "the result is shown");
}

#[tokio::test]
async fn a_wrong_answer_is_shown_beside_its_field_and_changes_nothing() {
    let dossier = json!({ "skills": [{ "level": "technician", "occupation": "焊工" }] }).to_string();
    let page = post(
        "/interview",
        &[DAY, PLACE, ("dossier", &dossier), ("question", "skills[0].date"), ("skills[0].date", "2019-02-30")],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let field = page.text.split("<input").find(|tag| tag.contains("id=\"f-skills-0-date\"")).unwrap();
    assert!(field.contains("aria-invalid") && field.contains("2019-02-30"), "{field}");
    assert!(page.text.contains("技师 · 焊工"), "what is known of the certificate is said");
    let known: Value = serde_json::from_str(&form(&page)["dossier"]).unwrap();
    assert_eq!(known["skills"][0].get("date"), None);
    let page = step(&page, &[("skills[0].date", "2019年5月20日")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let known: Value = serde_json::from_str(&form(&page)["dossier"]).unwrap();
    assert_eq!(known["skills"], json!([{ "level": "technician", "occupation": "焊工", "date": "2019-05-20" }]));
}

#[tokio::test]
async fn an_answer_that_is_not_known_is_taken_back_out_of_the_dossier() {
    let page = post(
        "/interview",
        &[
            DAY,
            PLACE,
            ("dossier", "{\"employment\":{\"status\":\"retired\"}}"),
            ("question", "employment.status"),
            ("do", "unknown"),
        ],
    )
    .await;
    let fields = form(&page);
    assert_eq!(fields["skip"], "employment.status");
    assert!(!fields["dossier"].contains("retired"));
    assert_ne!(fields["question"], "employment.status");
    let back = step(&page, &[("do", "back")]).await;
    assert_eq!(form(&back)["question"], "employment.status");
    assert_eq!(form(&back)["skip"], "");
}

#[tokio::test]
async fn what_the_page_does_not_show_is_kept() {
    let dossier = json!({
        "schema": "guantong/dossier/1", "person": { "name": "某" },
        "work": [{ "occupation": "焊工", "from": "2006-08-01" }], "findings": { "SD-6.3.c": true }
    });
    let page = post(
        "/interview",
        &[DAY, PLACE, ("dossier", &dossier.to_string()), ("question", "work[0].to"), ("work[0].going_on", "yes")],
    )
    .await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let known: Value = serde_json::from_str(&form(&page)["dossier"]).unwrap();
    assert_eq!(known["person"], dossier["person"]);
    assert_eq!(known["findings"], dossier["findings"]);
    assert_eq!(known["work"], json!([{ "occupation": "焊工", "from": "2006-08-01", "to": null }]));
}

#[tokio::test]
async fn a_wrong_day_is_asked_for_again() {
    let page = post("/interview", &[("as_of", "yesterday"), PLACE]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("id=\"f-as_of-error\"") && page.text.contains("<option value=\"shandong\" selected>"));
}
