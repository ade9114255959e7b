//! `POST /api/v1/cases/{id}/orders`: whatever is done in a case.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use office::CaseOrder;

use super::body::{received, written};
use super::door::{CaseRefusals, Id, KeyParameter, Visit, key, shaped};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// Gives an order in a case: file, return, forward, publish, object, confirm and the others, told apart by `order`.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/orders",
    operation_id = "orderInCase",
    tag = "cases",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The case."),
        KeyParameter,
    ),
    request_body(content = ref("#/components/schemas/CaseOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "Where the order has brought the case.",
            body = ref("#/components/schemas/Answered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn order(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("case", id).await?;
    let key = key(&headers)?;
    let order: CaseOrder = received(&portal, &headers, body, shaped).await?;
    let done = visit.office.order_from_outside(&visit.by, &id, &order, key.as_deref()).await;
    Ok(written(&portal, visit.told(Some(&id), done).await?).await)
}
