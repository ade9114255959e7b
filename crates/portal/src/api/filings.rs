//! What there is to see of sessions, rounds and committees: each as it stands, and lists of them in pages.

use std::sync::Arc;

use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use office::{ListedFilings, OfficeError, PageWanted};
use serde::Serialize;

use super::body::written;
use super::cases::wanted;
use super::door::{CaseRefusals, Id, PageParameters, Visit, is_id};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// The parameters of a page.
fn page(RawQuery(query): &RawQuery) -> Result<PageWanted, Problem> {
    let wanted = wanted(query.as_deref().unwrap_or_default()).map_err(Problem::faults)?;
    Ok(PageWanted { after: wanted.after, limit: wanted.limit })
}

/// What was found; whoever may not see it is not told that there is something.
async fn found<T: Serialize + Send + 'static>(
    portal: &Arc<Portal>,
    visit: &Visit<'_>,
    (what, id): (&'static str, &str),
    done: Result<T, OfficeError>,
) -> Result<Response, Problem> {
    match done {
        Err(OfficeError::NotForYou { .. }) => Err(visit.nothing(what, id).await),
        done => Ok(written(portal, visit.told(None, done).await?).await),
    }
}

async fn listed(
    portal: &Arc<Portal>,
    visit: &Visit<'_>,
    done: Result<ListedFilings, OfficeError>,
) -> Result<Response, Problem> {
    Ok(written(portal, visit.told(None, done).await?).await)
}

/// Lists the sessions in which the expert whose token it is sits, or those of a clerk's organisation.
#[utoipa::path(
    get,
    path = "/api/v1/sessions",
    operation_id = "listSessions",
    tag = "sessions",
    security(("token" = [])),
    params(PageParameters),
    responses(
        (status = 200, description = "A page; `next` leads to the one after it.",
            body = ref("#/components/schemas/ListedFilings"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn sessions(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    query: RawQuery,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let done = visit.office.session_list(&visit.by, &page(&query)?).await;
    listed(&portal, &visit, done).await
}

/// Shows a session to its members and its office. No ballot is linked to anybody, and the cases out of which the reader keeps are not
/// there.
#[utoipa::path(
    get,
    path = "/api/v1/sessions/{id}",
    operation_id = "showSession",
    tag = "sessions",
    security(("token" = [])),
    params(("id" = String, Path, description = "The session.")),
    responses(
        (status = 200, description = "The session.", body = ref("#/components/schemas/SessionView"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn session(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("session", id).await?;
    let done = visit.office.session_shown(&visit.by, &id).await;
    found(&portal, &visit, ("session", &id), done).await
}

/// Shows a case of a session. Whoever keeps out of it is answered as if it were not on the agenda.
#[utoipa::path(
    get,
    path = "/api/v1/sessions/{id}/cases/{case}",
    operation_id = "showAgendaCase",
    tag = "sessions",
    security(("token" = [])),
    params(
        ("id" = String, Path, description = "The session."),
        ("case" = String, Path, description = "The case."),
    ),
    responses(
        (status = 200, description = "The case as it stands in the session.",
            body = ref("#/components/schemas/AgendaCaseShown"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn agenda_case(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let (id, case) = match path {
        Ok(Path((id, case))) if is_id(&id) && is_id(&case) => (id, case),
        _ => return Err(visit.nothing("case", "").await),
    };
    let done = visit.office.agenda_case(&visit.by, &id, &case).await;
    found(&portal, &visit, ("session", &id), done).await
}

/// Lists the rounds into which cases are filed today.
#[utoipa::path(
    get,
    path = "/api/v1/rounds",
    operation_id = "listRounds",
    tag = "committees",
    security(("token" = [])),
    params(PageParameters),
    responses(
        (status = 200, description = "A page; `next` leads to the one after it.",
            body = ref("#/components/schemas/ListedFilings"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn rounds(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    query: RawQuery,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let done = visit.office.round_list(&page(&query)?).await;
    listed(&portal, &visit, done).await
}

/// Shows a round: to everybody once it is announced, before that to its office.
#[utoipa::path(
    get,
    path = "/api/v1/rounds/{id}",
    operation_id = "showRound",
    tag = "committees",
    security(("token" = [])),
    params(("id" = String, Path, description = "The round.")),
    responses(
        (status = 200, description = "The round.", body = ref("#/components/schemas/RoundShown"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn round(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("round", id).await?;
    let done = visit.office.round_shown(&visit.by, &id).await;
    found(&portal, &visit, ("round", &id), done).await
}

/// Lists the committees on file.
#[utoipa::path(
    get,
    path = "/api/v1/committees",
    operation_id = "listCommittees",
    tag = "committees",
    security(("token" = [])),
    params(PageParameters),
    responses(
        (status = 200, description = "A page; `next` leads to the one after it.",
            body = ref("#/components/schemas/ListedFilings"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn committees(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    query: RawQuery,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let done = visit.office.committee_list(&page(&query)?).await;
    listed(&portal, &visit, done).await
}

/// Shows a committee on file. Who is in its pool is told to its office and to administrators.
#[utoipa::path(
    get,
    path = "/api/v1/committees/{id}",
    operation_id = "showCommittee",
    tag = "committees",
    security(("token" = [])),
    params(("id" = String, Path, description = "The committee.")),
    responses(
        (status = 200, description = "The committee.", body = ref("#/components/schemas/CommitteeShown"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn committee(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("committee", id).await?;
    let done = visit.office.committee_shown(&visit.by, &id).await;
    found(&portal, &visit, ("committee", &id), done).await
}
