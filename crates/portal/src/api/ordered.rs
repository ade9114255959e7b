//! `/api/v1/rounds`, `/api/v1/committees` and `/api/v1/sessions`: orders to them, and a session as it stands.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::body::{received, written};
use super::door::{CaseRefusals, Id, KeyParameter, Visit, key, shaped};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

type Body = Result<Bytes, BytesRejection>;

/// What has become of an order to a round, a committee or a session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(crate) struct OrderAnswered {
    /// To what it was given.
    id: String,
    /// How many records its history has.
    version: u64,
}

/// An order on its way in.
struct Order<'a> {
    visit: Visit<'a>,
    id: String,
    order: Value,
    key: Option<String>,
}

impl<'a> Order<'a> {
    async fn of(
        portal: &'a Portal,
        reader: &Reader,
        headers: &HeaderMap,
        what: &'static str,
        id: Id,
        body: Body,
    ) -> Result<Self, Problem> {
        let visit = Visit::of(portal, headers, reader.lang).await?;
        let id = visit.id(what, id).await?;
        let key = key(headers)?;
        let order = received(portal, headers, body, shaped).await?;
        Ok(Self { visit, id, order, key })
    }

    async fn answered(self, portal: &Arc<Portal>, done: Result<u64, office::OfficeError>) -> Result<Response, Problem> {
        let version = self.visit.told(None, done).await?;
        Ok(written(portal, OrderAnswered { id: self.id, version }).await)
    }
}

/// Gives an order to a round: planned, announced, extended, closed, or given up.
#[utoipa::path(
    post,
    path = "/api/v1/rounds/{id}/orders",
    operation_id = "orderRound",
    tag = "committees",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The round; one that is planned gets the id that it is called by here."),
        KeyParameter,
    ),
    request_body(content = ref("#/components/schemas/RoundOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "It was done.", body = ref("#/components/schemas/OrderAnswered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn round(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Body,
) -> Result<Response, Problem> {
    let given = Order::of(&portal, &reader, &headers, "round", id, body).await?;
    let visit = &given.visit;
    let done = visit.office.order_round(&visit.by, &given.id, &given.order, given.key.as_deref()).await;
    given.answered(&portal, done).await
}

/// Gives an order to a committee: put on file, its pool of experts, declared relations, draws.
#[utoipa::path(
    post,
    path = "/api/v1/committees/{id}/orders",
    operation_id = "orderCommittee",
    tag = "committees",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The committee; one that is put on file gets the id that it is called by here."),
        KeyParameter,
    ),
    request_body(content = ref("#/components/schemas/CommitteeOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "It was done.", body = ref("#/components/schemas/OrderAnswered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn committee(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Body,
) -> Result<Response, Problem> {
    let given = Order::of(&portal, &reader, &headers, "committee", id, body).await?;
    let visit = &given.visit;
    let done = visit.office.order_committee(&visit.by, &given.id, &given.order, given.key.as_deref()).await;
    given.answered(&portal, done).await
}

/// Gives an order to a session: convened, attended, opinions, scores, votes, results.
#[utoipa::path(
    post,
    path = "/api/v1/sessions/{id}/orders",
    operation_id = "orderSession",
    tag = "sessions",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The session; one that is convened gets the id that it is called by here."),
        KeyParameter,
    ),
    request_body(content = ref("#/components/schemas/SessionOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "It was done.", body = ref("#/components/schemas/OrderAnswered"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn session(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Body,
) -> Result<Response, Problem> {
    let given = Order::of(&portal, &reader, &headers, "session", id, body).await?;
    let visit = &given.visit;
    let done = visit.office.order_session(&visit.by, &given.id, &given.order, given.key.as_deref()).await;
    given.answered(&portal, done).await
}
