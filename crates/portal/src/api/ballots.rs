//! `/api/v1/sessions/{id}/ballot-signatures` and `…/ballots`: electronic votes.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use model::Faults;
use office::{CastOrder, Office, OfficeError, SignatureOrder};
use wording::Lang;

use super::body::{received, written};
use super::door::{CaseRefusals, Id, Visit, office, outside, plain, shaped};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// Signs an expert's blinded ballot, unseen: once in each vote, and only for who takes part in it. Asked again for the same blinded
/// message, it gives the same signature; no idempotency key is needed.
#[utoipa::path(
    post,
    path = "/api/v1/sessions/{id}/ballot-signatures",
    operation_id = "signBallot",
    tag = "sessions",
    security(("token" = [])),
    params(("id" = String, Path, description = "The session.")),
    request_body(content = ref("#/components/schemas/SignatureOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "The blind signature.",
            body = ref("#/components/schemas/BlindlySigned"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn sign(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("session", id).await?;
    let order: SignatureOrder = received(&portal, &headers, body, shaped).await?;
    let signed = visit.told(None, visit.office.sign_ballot(&visit.by, &id, &order).await).await?;
    Ok(written(&portal, signed).await)
}

/// Takes a ballot into the urn. It comes without a token: nobody is to know whose it is. The same ballot again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/sessions/{id}/ballots",
    operation_id = "castBallot",
    tag = "sessions",
    params(("id" = String, Path, description = "The session.")),
    request_body(content = ref("#/components/schemas/CastOrder"), content_type = "application/json"),
    responses(
        (status = 200, description = "The ballot lies in the urn.",
            body = ref("#/components/schemas/Taken"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn cast(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let office = office(&portal)?;
    if headers.contains_key(header::AUTHORIZATION) {
        let problem = "a ballot comes without a token, so that nobody can tell whose it is";
        return Err(Problem::faults(Faults::one("Authorization", problem, "send it again without this header")));
    }
    let id = known(office, reader.lang, id).await?;
    let order: CastOrder = received(&portal, &headers, body, shaped).await?;
    let taken = match office.cast_ballot(&id, &order).await {
        Err(OfficeError::Faults(faults)) => return Err(Problem::faults(faults)),
        done => outside(office, reader.lang, done).await?,
    };
    Ok(written(&portal, taken).await)
}

/// The electronic votes of a session: the keys of those that are open, every ballot of those that are closed. For members and the
/// committee's office with a token; once the results are announced, for anybody.
#[utoipa::path(
    get,
    path = "/api/v1/sessions/{id}/ballots",
    operation_id = "publishedBallots",
    tag = "sessions",
    security((), ("token" = [])),
    params(("id" = String, Path, description = "The session.")),
    responses(
        (status = 200, description = "The record, from which anybody can count again.",
            body = ref("#/components/schemas/Published"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn published(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    id: Id,
) -> Result<Response, Problem> {
    let office = office(&portal)?;
    let by = match headers.contains_key(header::AUTHORIZATION) {
        true => Some(Visit::of(&portal, &headers, reader.lang).await?.by),
        false => None,
    };
    let id = known(office, reader.lang, id).await?;
    let done = match office.published(by.as_ref(), &id).await {
        // Who may not see it is not told that there is one.
        Err(OfficeError::NotForYou { .. }) => Err(nothing(&id)),
        done => done,
    };
    Ok(written(&portal, outside(office, reader.lang, done).await?).await)
}

fn nothing(id: &str) -> OfficeError {
    OfficeError::NotFound { what: "session", id: id.to_owned() }
}

/// The id in the address; what cannot be one is not looked for.
async fn known(office: &Office, lang: Lang, id: Id) -> Result<String, Problem> {
    match plain(id) {
        Ok(id) => Ok(id),
        Err(told) => outside(office, lang, Err(nothing(&told))).await,
    }
}
