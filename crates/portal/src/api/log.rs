//! `GET /api/v1/log/root`: where the log ends, for anybody to keep.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use super::body::written;
use super::door::{CaseRefusals, office, outside};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// Where the log ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(crate) struct LogRoot {
    /// The number of its last record; 0 when there is none.
    seq: u64,
    /// That record's hash.
    hash: String,
}

/// The root of the log. Whoever keeps it can prove later that nothing before it was changed. No token is asked for.
#[utoipa::path(
    get,
    path = "/api/v1/log/root",
    operation_id = "logRoot",
    tag = "log",
    responses(
        (status = 200, description = "The root.", body = ref("#/components/schemas/LogRoot"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn root(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
) -> Result<Response, Problem> {
    let office = office(&portal)?;
    let root = outside(office, reader.lang, office.store().root().await.map_err(office::OfficeError::from)).await?;
    Ok(written(&portal, LogRoot { seq: root.seq, hash: root.hash.to_string() }).await)
}
