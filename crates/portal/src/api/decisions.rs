//! `POST /api/v1/decisions`: the same question and the same answer as `guantong check`.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use service::{Request, today};
use wording::Lang;

use super::body::{Refusals, received, request, written};
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
        Refusals,
    )
)]
pub(crate) async fn decisions(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let lang = reader.lang;
    let question = match received(&portal, &headers, body, move |body| read(body, lang)).await {
        Ok(question) => question,
        Err(problem) => return problem.into_response(),
    };
    match portal.answer(question).await {
        Ok((_, answers)) => written(&portal, answers).await,
        Err(fault) => Problem::from(fault).into_response(),
    }
}

/// Reads the question out of the body.
fn read(body: &[u8], lang: Lang) -> Result<Question, Problem> {
    let request = request(body, Request::read)?;
    Ok(Question {
        dossier: request.dossier,
        jurisdiction: request.jurisdiction,
        as_of: request.as_of.unwrap_or_else(today),
        targets: request.targets,
        standards: request.standards,
        lang: request.lang.unwrap_or(lang),
        remedies: request.remedies,
    })
}
