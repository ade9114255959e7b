//! Invented people and offices, and the steps that every test begins with.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::entrance::{Browser, Entrance, PASSWORD};
use crate::site::{Answer, fields_of_form};

/// The smallest PNG that is whole.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xfc\xcf\xf0\xbf\x1e\0\x06\x83\x02\x7f\x94\xad\xd0\xeb\0\0\0\0IEND\xaeB`\x82";

/// A technician at the front line of an enterprise, who wants to be an engineer.
pub fn worker() -> Value {
    person(json!([{ "level": "technician", "occupation": "焊工", "date": "2019-05-20", "kind": "level" }]), json!([]))
}

/// An engineer in a skilled post, who wants to be a technician.
pub fn engineer() -> Value {
    person(json!([]), json!([{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }]))
}

fn person(skills: Value, titles: Value) -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "appointed_as": "none",
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false, "recorded_assessor": false }
        },
        "education": [{ "level": "bachelor", "date": "2008-07-01", "relevant_to": ["焊工"] }],
        "skills": skills, "titles": titles,
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" },
        "honours": [], "sanctions": []
    })
}

/// Puts the offices of a place on record: an employer, a committee's office and an assessor.
pub async fn offices(entrance: &Entrance, county: &str) {
    let province = format!("{}0000", &county[..2]);
    let titles = json!({ "titles": ["technical-staff", "assistant", "intermediate", "deputy-senior", "senior"],
                         "series": ["engineering"], "from": "2019-01-01", "source": "invented" });
    let skills = json!({ "skills": ["senior-worker", "technician", "senior-technician"], "from": "2019-01-01", "source": "invented" });
    for organisation in [
        json!({ "id": "works", "kind": "employer", "name": "某重型机械（集团）有限公司", "area": county }),
        json!({ "id": "works-2", "kind": "employer", "name": "某重型机械销售有限公司", "area": county }),
        json!({ "id": "committee", "kind": "committee-office", "name": "某评委会办公室", "area": province, "remits": [titles] }),
        json!({ "id": "assessor", "kind": "assessor", "name": "某评价机构", "area": province, "remits": [skills] }),
    ] {
        entrance.order(json!({ "order": "put-organisation", "organisation": organisation })).await;
    }
    entrance.add("works-clerk", "clerk", Some("works"), "first").await;
    entrance.add("assessor-clerk", "clerk", Some("assessor"), "first").await;
}

/// Asks a place in the self-check, and presses the button beside a level: the answer to that.
pub async fn pressed(browser: &Browser<'_>, place: &str, level: &str, dossier: &Value) -> Answer {
    let text = dossier.to_string();
    let asked = [("dossier", text.as_str()), ("place", place), ("as_of", "2026-03-02")];
    let answer = browser.post("/check", &asked).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let value = format!("{place} {level}");
    assert!(answer.text.contains(&format!("name=\"apply\" value=\"{value}\"")), "{}", answer.text);
    let mut fields = fields_of_form(&answer.text, "question");
    fields.insert("apply".to_owned(), value);
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    browser.post("/applications/begin", &pairs).await
}

/// Opens an application for somebody who is in: the address of the case.
pub async fn opened(browser: &Browser<'_>, place: &str, level: &str, dossier: &Value) -> String {
    assert_eq!(pressed(browser, place, level, dossier).await.header("location"), "/applications/new");
    let found = browser.send_form("/applications/new", "opening", &[("name", "重型机械集团"), ("do", "find")]).await;
    assert_eq!(found.status, 200, "{}", found.text);
    let mut fields = fields_of_form(&found.text, "opening");
    assert_eq!(fields["employer"], "works", "the only one is chosen");
    fields.insert("do".to_owned(), "open".to_owned());
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let answer = browser.post("/applications/new", &pairs).await;
    let case = answer.header("location").to_owned();
    assert!(case.starts_with("/cases/"), "{}", answer.text);
    assert!(!browser.cookies.borrow().contains_key("parked"), "nothing is left behind");
    case
}

/// A browser in which worker-1 has opened an application: with its address.
pub async fn with_draft<'a>(
    entrance: &'a Entrance,
    place: &str,
    level: &str,
    dossier: &Value,
) -> (Browser<'a>, String) {
    entrance.set_password("worker-1").await;
    let browser = entrance.browser();
    assert_eq!(browser.log_in("worker-1", PASSWORD).await.header("location"), "/desk");
    let case = opened(&browser, place, level, dossier).await;
    (browser, case)
}

/// The token of the forms on a page.
pub fn form_token(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"form_token\" value=\"").expect("a form");
    rest.split_once('"').expect("its end").0.to_owned()
}

/// Sends the parts of a multipart form.
pub async fn send_parts(
    browser: &Browser<'_>,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    if let Some((name, bytes)) = file {
        let head = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    let request = Request::post(path)
        .header("content-type", "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "same-origin");
    browser.send(request, Body::from(body)).await
}

/// Sends a file for a record by the form of the evidence page.
pub async fn add_file(browser: &Browser<'_>, case: &str, record: &str, name: &str, bytes: &[u8]) -> Answer {
    let path = format!("{case}/evidence");
    let token = form_token(&browser.get(&path).await.text);
    let fields = [("form_token", token.as_str()), ("order", "upload"), ("proves", record)];
    send_parts(browser, &path, &fields, Some((name, bytes))).await
}

/// Gives an order by the form of the case's page.
pub async fn give(browser: &Browser<'_>, case: &str, fields: &[(&str, &str)]) -> Answer {
    let token = form_token(&browser.get(case).await.text);
    let mut all = vec![("form_token", token.as_str())];
    all.extend(fields);
    browser.post(&format!("{case}/orders"), &all).await
}
