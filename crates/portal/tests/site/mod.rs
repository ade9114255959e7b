//! The portal as a visitor meets it: requests into the real router, answers out, forms read back from the page.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt as _;

/// An answer with its whole body.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|fault| panic!("{fault}: {}", self.text))
    }
}

/// The router with the embedded packs.
pub fn site() -> Router {
    static SITE: OnceLock<Router> = OnceLock::new();
    let site = || {
        let guantong = service::Guantong::embedded(model::Standards::default()).expect("the packs load");
        portal::router(Arc::new(guantong), None)
    };
    SITE.get_or_init(site).clone()
}

pub async fn send(request: Request<Body>) -> Answer {
    send_to(site(), request).await
}

pub async fn send_to(router: Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.expect("the router answers");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("the body ends");
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    Answer { status: parts.status, headers: parts.headers, text }
}

pub async fn get(path: &str) -> Answer {
    send(Request::get(path).body(Body::empty()).expect("a request")).await
}

/// A request for a page with one header.
pub async fn get_with(path: &str, name: &str, value: &str) -> Answer {
    send(Request::get(path).header(name, value).body(Body::empty()).expect("a request")).await
}

/// A form as a browser sends it.
pub async fn post(path: &str, pairs: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    send(request.body(Body::from(body)).expect("a request")).await
}

/// A form given by its fields.
pub async fn post_fields(path: &str, fields: &BTreeMap<String, String>) -> Answer {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    post(path, &pairs).await
}

pub async fn ask(body: impl Into<Body>) -> Answer {
    let request = Request::post("/api/v1/decisions").header("content-type", "application/json");
    send(request.body(body.into()).expect("a request")).await
}

/// A file sent to be loaded.
pub async fn load(text: &[u8]) -> Answer {
    let mut body = b"--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.json\"\r\n\r\n".to_vec();
    body.extend_from_slice(text);
    body.extend_from_slice(b"\r\n--cut--\r\n");
    let request = Request::post("/load").header("content-type", "multipart/form-data; boundary=cut");
    send(request.body(Body::from(body)).expect("a request")).await
}

/// The fields that a browser would send for the self-check form on a page.
pub fn fields(page: &str) -> BTreeMap<String, String> {
    fields_of_form(page, "self-check")
}

/// The fields that a browser would send for a form on a page.
pub fn fields_of_form(page: &str, id: &str) -> BTreeMap<String, String> {
    let start = page.find(&format!("<form id=\"{id}\"")).expect("the form");
    let form = &page[start..start + page[start..].find("</form>").expect("its end")];
    let mut fields = BTreeMap::new();
    let mut select = String::new();
    for tag in form.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        if tag.starts_with("input") {
            let kind = attribute(tag, "type").unwrap_or_default();
            let chosen = !matches!(kind.as_str(), "radio" | "checkbox") || tag.contains(" checked");
            if let (Some(name), true) = (attribute(tag, "name"), chosen) {
                fields.insert(name, attribute(tag, "value").unwrap_or_default());
            }
        } else if tag.starts_with("select") {
            select = attribute(tag, "name").unwrap_or_default();
            fields.insert(select.clone(), String::new());
        } else if tag.starts_with("option") && tag.contains(" selected") {
            fields.insert(select.clone(), attribute(tag, "value").unwrap_or_default());
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(unescaped(value))
}

/// Turns character references back into characters.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        let (number, after) = after.split_once(';').expect("a character reference ends");
        out.push(number.parse::<u32>().ok().and_then(char::from_u32).expect("a character"));
        rest = after;
    }
    out.push_str(rest);
    out.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The invented example of the first page.
pub fn example() -> serde_json::Value {
    serde_json::from_str(include_str!("../../assets/example.json")).expect("JSON")
}
