//! `/api/v1/cases`: a draft is opened, and the caller's cases are listed.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::Faults;
use office::{OpenOrder, Wanted};

use super::body::{received, written};
use super::door::{CaseRefusals, KeyParameter, PageParameters, Visit, key, shaped};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// Opens a draft for the applicant whose token it is.
#[utoipa::path(
    post,
    path = "/api/v1/cases",
    operation_id = "openCase",
    tag = "cases",
    security(("token" = [])),
    params(KeyParameter),
    request_body(content = ref("#/components/schemas/OpenOrder"), content_type = "application/json"),
    responses(
        (status = 201, description = "The draft.", body = ref("#/components/schemas/Answered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn open(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let key = key(&headers)?;
    let order: OpenOrder = received(&portal, &headers, body, shaped).await?;
    let done = visit.office.open_case(&visit.by, &order, key.as_deref()).await;
    let answer = visit.told(None, done).await?;
    let place = HeaderValue::from_str(&format!("/api/v1/cases/{}", answer.case));
    let mut response = written(&portal, answer).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::CREATED;
        response.headers_mut().extend(place.ok().map(|place| (header::LOCATION, place)));
    }
    Ok(response)
}

/// Lists the cases that wait for the caller, by due day; or all that the caller opened as applicant.
#[utoipa::path(
    get,
    path = "/api/v1/cases",
    operation_id = "listCases",
    tag = "cases",
    security(("token" = [])),
    params(
        ("own" = Option<bool>, Query, description = "All cases of the applicant, and not only those that wait."),
        ("objections" = Option<bool>, Query, description = "Objections that wait for an answer, and not cases."),
        ("state" = Option<String>, Query, description = "draft, check, notice, review, exam, confirm, returned or over."),
        PageParameters,
    ),
    responses(
        (status = 200, description = "A page; `next` leads to the one after it.",
            body = ref("#/components/schemas/Listed"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn list(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let wanted = wanted(query.as_deref().unwrap_or_default()).map_err(Problem::faults)?;
    let listed = visit.told(None, visit.office.list(&visit.by, &wanted).await).await?;
    Ok(written(&portal, listed).await.into_response())
}

/// Reads the parameters; a blank state or cursor is as good as absent.
pub(super) fn wanted(query: &str) -> Result<Wanted, Faults> {
    let mut wanted = Wanted::default();
    let mut faults = Faults::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "state" | "after" if value.is_empty() => {}
            "own" => wanted.own = yes_or_no("own", &value, &mut faults),
            "objections" => wanted.objections = yes_or_no("objections", &value, &mut faults),
            "state" => wanted.state = Some(value.into_owned()),
            "after" => wanted.after = Some(value.into_owned()),
            "limit" => match value.parse() {
                Ok(limit) if (1..=office::MOST_LISTED).contains(&limit) => wanted.limit = Some(limit),
                _ => {
                    let problem = format!("{value:?} is no number from 1 to {}", office::MOST_LISTED);
                    faults.add("limit", None, problem, "write such a number, or leave it out");
                }
            },
            // Further parameters, such as the language, change nothing.
            _ => {}
        }
    }
    faults.unless(wanted)
}

fn yes_or_no(name: &str, value: &str, faults: &mut Faults) -> bool {
    if !matches!(value, "true" | "false") {
        faults.add(name, None, format!("{value:?} is neither true nor false"), "write true or false");
    }
    value == "true"
}
