//! `/api/v1/cases/{id}` and below it: a case as it stands, its history, its proof, its documents.

use std::sync::Arc;

use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::body::written;
use super::door::{CaseRefusals, Id, Visit, is_id};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// Shows a case as it stands.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}",
    operation_id = "showCase",
    tag = "cases",
    security(("token" = [])),
    params(("id" = String, Path, description = "The case.")),
    responses(
        (status = 200, description = "The case.", body = ref("#/components/schemas/CaseShown"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("case", id).await?;
    let shown = visit.told(Some(&id), visit.office.case(&visit.by, &id).await).await?;
    Ok(written(&portal, shown).await)
}

/// Everything that happened in a case, with the hashes that chain it into the log.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/history",
    operation_id = "caseHistory",
    tag = "cases",
    security(("token" = [])),
    params(("id" = String, Path, description = "The case.")),
    responses(
        (status = 200, description = "The records.", body = ref("#/components/schemas/History"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn history(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("case", id).await?;
    let history = visit.told(Some(&id), visit.office.history(&visit.by, &id).await).await?;
    Ok(written(&portal, history).await)
}

/// Makes every decision of a case again, and says whether the same bytes come out.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/replay",
    operation_id = "replayCase",
    tag = "cases",
    security(("token" = [])),
    params(("id" = String, Path, description = "The case.")),
    responses(
        (status = 200, description = "Each decision; `holds` says whether all came out the same.",
            body = ref("#/components/schemas/Replayed"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn replay(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("case", id).await?;
    let replayed = visit.told(Some(&id), visit.office.replay(&visit.by, &id).await).await?;
    Ok(written(&portal, replayed).await)
}

/// The content of a document to which the case refers: a dossier, a text that somebody wrote, a decision.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/documents/{document}",
    operation_id = "caseDocument",
    tag = "cases",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The case."),
        ("document" = String, Path, description = "The document's id, as the case or its history names it."),
    ),
    responses(
        (status = 200, description = "The content: a text, a dossier, a decision document.",
            body = ref("#/components/schemas/Content"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn document(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let (id, document) = match path {
        Ok(Path((id, document))) if is_id(&id) && is_id(&document) => (id, document),
        _ => return Err(visit.nothing("document", "").await),
    };
    let content = visit.told(Some(&id), visit.office.document_in(&visit.by, &id, &document).await).await?;
    Ok(written(&portal, content).await)
}
