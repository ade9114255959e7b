//! Every address that the router knows is either listed here as public, or refuses whoever has no login.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};

use crate::entrance::Entrance;

/// Pages for everybody.
const PUBLIC: &[&str] = &[
    "/",
    "/begin",
    "/interview",
    "/interview/again",
    "/check",
    "/plan",
    "/plan/map.svg",
    "/form",
    "/load",
    "/save",
    "/applications/begin",
    "/policies",
    "/policies/compare",
    "/policies/{key}",
    "/policies/{key}/clauses/{id}",
    "/clauses/{id}",
    "/catalogue",
    "/notices",
    "/notices/{id}",
    "/batches",
    "/api",
    "/assets/{name}",
    "/login",
    "/invitation/{token}",
];
/// Of these a page is for everybody, but not what its form does.
const PUBLIC_TO_READ: &[&str] = &["/logout"];
/// Endpoints for everybody: nothing of a case, and nothing is kept; but for ballots, which are cast without a token and whose
/// record is for everybody once the results are announced.
const PUBLIC_API: &[&str] = &[
    "/api/v1/sessions/{id}/ballots",
    "/api/v1/decisions",
    "/api/v1/plans",
    "/api/v1/questions",
    "/api/v1/catalogue",
    "/api/v1/log/root",
    "/api/v1/openapi.json",
    "/healthz",
];

/// The pages as the router has them.
fn pages() -> BTreeSet<String> {
    let source = include_str!("../../src/router.rs").split("#[cfg(test)]").next().unwrap();
    let routes = source.split(".route(\"").skip(1);
    routes.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// An address with something in the place of its parameters.
fn filled(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect::<Vec<_>>().join("/")
}

pub async fn every_address_is_public_or_refuses(entrance: &Entrance) {
    let pages = pages();
    assert!(pages.len() > 25 && PUBLIC.iter().all(|path| pages.contains(*path)), "{pages:?}");
    let browser = entrance.browser();
    let mut guarded = 0;
    for path in &pages {
        for method in [Method::GET, Method::POST] {
            let public =
                PUBLIC.contains(&path.as_str()) || (method == Method::GET && PUBLIC_TO_READ.contains(&path.as_str()));
            let request = Request::builder().method(method.clone()).uri(filled(path));
            let answer = browser.send(request, Body::empty()).await;
            let sent_on = answer.status == StatusCode::SEE_OTHER && answer.header("location") == "/login";
            let refuses = sent_on || answer.status == StatusCode::METHOD_NOT_ALLOWED;
            assert!(public || refuses, "{method} {path}: {} {}", answer.status, answer.header("location"));
            assert!(!public || !sent_on, "{method} {path} is listed as public");
            guarded += usize::from(!public);
        }
    }
    assert!(guarded >= 17, "{guarded}");
    let description = portal::openapi();
    let mut refused = 0;
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let request =
                Request::builder().method(method.clone()).uri(filled(path)).header("content-type", "application/json");
            let answer = browser.send(request, Body::from("{}")).await;
            let public = PUBLIC_API.contains(&path.as_str());
            assert_eq!(answer.status == StatusCode::UNAUTHORIZED, !public, "{method} {path}: {}", answer.status);
            refused += usize::from(!public);
        }
    }
    assert!(refused > 8, "{refused}");
}
