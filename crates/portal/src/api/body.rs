//! What endpoints that are asked in JSON share: how a body is received and read, and how an answer is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::Faults;
use model::node::{Format, MOST_BYTES, Node};
use serde::Serialize;
use service::Request;
use utoipa::IntoResponses;
use utoipa::openapi::{Content, Ref, RefOr, Response as Description, ResponseBuilder};

use crate::problem::Problem;
use crate::state::Portal;

/// How an endpoint that is asked in JSON may refuse, for its description.
pub(super) struct Refusals;

impl IntoResponses for Refusals {
    fn responses() -> BTreeMap<String, RefOr<Description>> {
        let refusals = [
            ("400", "The body is not readable JSON."),
            ("413", "The body has more than 10 MiB."),
            ("415", "The body is not declared as JSON."),
            ("422", "The content has faults; all of them are listed with their paths."),
            ("503", "Too many questions are being answered."),
        ];
        let description = |says: &str| {
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            RefOr::T(ResponseBuilder::new().description(says).content("application/problem+json", problem).build())
        };
        refusals.into_iter().map(|(status, says)| (status.to_owned(), description(says))).collect()
    }
}

/// Receives a body that is declared as JSON and reads it when its turn comes.
pub(super) async fn received<T: Send + 'static>(
    portal: &Portal,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
    read: impl FnOnce(&[u8]) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !is_json(kind) {
        return Err(Problem::wrong_type(kind));
    }
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MOST_BYTES),
        _ => Problem::malformed(Faults::one("", "the body could not be received", "send it again")),
    })?;
    portal.in_turn(move || read(&body)).await.map_err(Problem::from)?
}

/// Reads a request out of a body.
pub(super) fn request(body: &[u8], read: fn(&str) -> Result<Request, Faults>) -> Result<Request, Problem> {
    let text = std::str::from_utf8(body)
        .map_err(|_| Problem::malformed(Faults::one("", "the body is not written in UTF-8", "send JSON in UTF-8")))?;
    read(text).map_err(|faults| match Node::read_as(text, Format::Json) {
        Ok(_) => Problem::faults(faults),
        Err(unreadable) => Problem::malformed(unreadable),
    })
}

/// Writes an answer as JSON that nobody keeps.
pub(super) async fn written(portal: &Arc<Portal>, answer: impl Serialize + Send + 'static) -> Response {
    match portal.in_turn(move || serde_json::to_vec(&answer)).await {
        Ok(Ok(text)) => {
            let mut response = text.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Ok(Err(_)) => Problem::broken().into_response(),
        Err(fault) => Problem::from(fault).into_response(),
    }
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}
