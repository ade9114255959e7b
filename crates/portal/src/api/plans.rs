//! `POST /api/v1/plans`: the same question and the same answer as `guantong plan`.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use model::AwardLag;
use service::{Request, today};
use wording::Lang;

use super::body::{Refusals, received, request, written};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::{Portal, Question};

/// Plans for a dossier: the earliest day of every level and the way there, in one place or in all.
#[utoipa::path(
    post,
    path = "/api/v1/plans",
    operation_id = "plan",
    tag = "plans",
    request_body(content = ref("#/components/schemas/PlanRequest"), content_type = "application/json"),
    responses(
        (status = 200, description = "The plans: one document where a place is named, otherwise one a place.",
            body = ref("#/components/schemas/PlanAnswer"), content_type = "application/json"),
        Refusals,
    )
)]
pub(crate) async fn plans(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let lang = reader.lang;
    let (question, lag) = match received(&portal, &headers, body, move |body| read(body, lang)).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    match portal.plan(question, lag).await {
        Ok((_, plans)) => written(&portal, plans).await,
        Err(fault) => Problem::from(fault).into_response(),
    }
}

/// Reads the question out of the body.
fn read(body: &[u8], lang: Lang) -> Result<(Question, AwardLag), Problem> {
    let request = request(body, Request::read_for_plan)?;
    let question = Question {
        dossier: request.dossier,
        jurisdiction: request.jurisdiction,
        as_of: request.as_of.unwrap_or_else(today),
        targets: Vec::new(),
        standards: request.standards,
        lang: request.lang.unwrap_or(lang),
        remedies: false,
    };
    Ok((question, request.award_lag.unwrap_or_default()))
}
