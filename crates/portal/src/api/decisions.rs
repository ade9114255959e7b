//! `POST /api/v1/decisions`: the same question and the same answer as `guantong check`.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::Faults;
use model::node::{Format, MOST_BYTES, Node};
use service::{Request, today};
use wording::Lang;

use crate::language::Reader;
use crate::problem::Problem;
use crate::state::{Portal, Question};

/// Decides for a dossier: one place's decisions, or all places'.
#[utoipa::path(
    post,
    path = "/api/v1/decisions",
    operation_id = "decide",
    tag = "decisions",
    request_body(content = ref("#/components/schemas/DecisionRequest"), content_type = "application/json"),
    responses(
        (status = 200, description = "The decisions: one document where a place is named, otherwise one a place.",
            body = ref("#/components/schemas/DecisionAnswer"), content_type = "application/json"),
        (status = 400, description = "The body is not readable JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body has more than 10 MiB.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not declared as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The content has faults; all of them are listed with their paths.", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Too many questions are being answered.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn decisions(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !is_json(kind) {
        return Problem::wrong_type(kind).into_response();
    }
    let body = match body {
        Ok(body) => body,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return Problem::too_large(MOST_BYTES).into_response();
        }
        Err(_) => {
            let faults = Faults::one("", "the body could not be received", "send it again");
            return Problem::malformed(faults).into_response();
        }
    };
    let lang = reader.lang;
    let question = match portal.in_turn(move || read(&body, lang)).await {
        Ok(Ok(question)) => question,
        Ok(Err(problem)) => return problem.into_response(),
        Err(fault) => return Problem::from(fault).into_response(),
    };
    match portal.answer(question).await {
        Ok((_, answers)) => match portal.in_turn(move || serde_json::to_vec(&answers)).await {
            Ok(Ok(text)) => {
                let mut response = text.into_response();
                let headers = response.headers_mut();
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
                headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                response
            }
            Ok(Err(_)) => Problem::broken().into_response(),
            Err(fault) => Problem::from(fault).into_response(),
        },
        Err(fault) => Problem::from(fault).into_response(),
    }
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// Reads the question out of the body.
fn read(body: &[u8], lang: Lang) -> Result<Question, Problem> {
    let text = std::str::from_utf8(body)
        .map_err(|_| Problem::malformed(Faults::one("", "the body is not written in UTF-8", "send JSON in UTF-8")))?;
    let request = Request::read(text).map_err(|faults| match Node::read_as(text, Format::Json) {
        Ok(_) => Problem::faults(faults),
        Err(unreadable) => Problem::malformed(unreadable),
    })?;
    Ok(Question {
        dossier: request.dossier,
        jurisdiction: request.jurisdiction,
        as_of: request.as_of.unwrap_or_else(today),
        targets: request.targets,
        standards: request.standards,
        lang: request.lang.unwrap_or(lang),
    })
}
