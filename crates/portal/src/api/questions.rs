//! `POST /api/v1/questions`: the same question and the same answer as `guantong ask`.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use model::paths::FactPath;
use service::{Request, today};
use wording::Lang;

use super::body::{Refusals, received, request, written};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::{Portal, Question};

/// The next question whose answer is expected to settle most, in one place or in all, or that nothing is left to ask.
#[utoipa::path(
    post,
    path = "/api/v1/questions",
    operation_id = "nextQuestion",
    tag = "questions",
    request_body(content = ref("#/components/schemas/QuestionRequest"), content_type = "application/json"),
    responses(
        (status = 200, description = "The next question; `next` is null where nothing is left to ask.",
            body = ref("#/components/schemas/QuestionDocument"), content_type = "application/json"),
        Refusals,
    )
)]
pub(crate) async fn questions(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let lang = reader.lang;
    let (question, skip) = match received(&portal, &headers, body, move |body| read(body, lang)).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    match portal.next_question(question, skip).await {
        Ok((_, next)) => written(&portal, next).await,
        Err(fault) => Problem::from(fault).into_response(),
    }
}

/// Reads the question out of the body.
fn read(body: &[u8], lang: Lang) -> Result<(Question, BTreeSet<FactPath>), Problem> {
    let request = request(body, Request::read_for_question)?;
    let question = Question {
        dossier: request.dossier,
        jurisdiction: request.jurisdiction,
        as_of: request.as_of.unwrap_or_else(today),
        targets: Vec::new(),
        standards: request.standards,
        remedies: false,
        lang: request.lang.unwrap_or(lang),
    };
    Ok((question, request.skip))
}
