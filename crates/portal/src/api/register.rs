//! `/api/v1/register`: organisations and accounts on record.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use office::RegisterOrder;
use schemars::JsonSchema;
use serde::Serialize;

use super::body::{received, written};
use super::cases::wanted;
use super::door::{CaseRefusals, KeyParameter, PageParameters, Visit, key, shaped};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// What has become of an order to the register.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(crate) struct RegisterAnswered {
    /// How many records the register has.
    version: u64,
}

/// Gives an order to the register: an organisation put on record or taken off, an account added or ended. For administrators.
#[utoipa::path(
    post,
    path = "/api/v1/register/orders",
    operation_id = "orderRegister",
    tag = "register",
    security(("token" = [])),
    params(KeyParameter),
    request_body(content = ref("#/components/schemas/RegisterOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "The register was changed.",
            body = ref("#/components/schemas/RegisterAnswered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn order(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let key = key(&headers)?;
    let order: RegisterOrder = received(&portal, &headers, body, shaped).await?;
    let done = visit.office.order_register(&visit.by, &order, key.as_deref()).await;
    let version = visit.told(None, done).await?;
    Ok(written(&portal, RegisterAnswered { version }).await)
}

/// Lists the organisations on record, by id.
#[utoipa::path(
    get,
    path = "/api/v1/register/organisations",
    operation_id = "listOrganisations",
    tag = "register",
    security(("token" = [])),
    params(PageParameters),
    responses(
        (status = 200, description = "A page; `next` leads to the one after it.",
            body = ref("#/components/schemas/ListedOrganisations"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn organisations(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let wanted = wanted(query.as_deref().unwrap_or_default()).map_err(Problem::faults)?;
    let listed = visit.office.organisations(wanted.after.as_deref(), wanted.limit).await;
    Ok(written(&portal, visit.told(None, listed).await?).await)
}
