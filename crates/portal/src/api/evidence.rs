//! `/api/v1/evidence`: files are kept by their content, and given to who may see a case that holds them.

use std::sync::Arc;

use axum::Extension;
use axum::extract::multipart::MultipartRejection;
use axum::extract::rejection::PathRejection;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::Faults;
use schemars::JsonSchema;
use serde::Serialize;
use store::Hash;
use store::evidence::MOST_BYTES;

use super::body::written;
use super::door::{CaseRefusals, Visit};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::Portal;

/// The most bytes of a body with a file: the file, and what a form writes around it.
pub(crate) const MOST_BODY_BYTES: usize = MOST_BYTES + (64 << 10);

/// A file that is kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(crate) struct KeptFile {
    /// Its SHA-256, by which an order `attach` names it.
    file: String,
    /// Its type, by its content.
    media_type: &'static str,
    /// Its size.
    bytes: usize,
}

/// Keeps a file: PDF, JPEG or PNG, of at most 20 MiB, told by its content. The same content is kept once.
#[utoipa::path(
    post,
    path = "/api/v1/evidence",
    operation_id = "putEvidence",
    tag = "evidence",
    security(("token" = [])),
    request_body(content = ref("#/components/schemas/FileForm"), content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "The file is kept.", body = ref("#/components/schemas/KeptFile"), content_type = "application/json"),
        CaseRefusals,
    )
)]
pub(crate) async fn put(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let form = form.map_err(|_| Problem::not_a_form(kind))?;
    let (name, bytes) = file_of(form).await?;
    let kept = visit.office.evidence().put(&name, bytes).await;
    let kept = visit.told(None, kept.map_err(office::OfficeError::from)).await?;
    let kept = KeptFile { file: kept.hash.to_string(), media_type: kept.media_type.name(), bytes: kept.bytes };
    let mut response = written(&portal, kept).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::CREATED;
    }
    Ok(response)
}

/// The name and the bytes of the part named `file`.
async fn file_of(mut form: Multipart) -> Result<(String, Vec<u8>), Problem> {
    let unreadable = |status: StatusCode| match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MOST_BODY_BYTES),
        _ => Problem::unreadable_form(),
    };
    while let Some(part) = form.next_field().await.map_err(|fault| unreadable(fault.status()))? {
        if part.name() == Some("file") {
            let name = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(|fault| unreadable(fault.status()))?;
            return Ok((name, bytes.to_vec()));
        }
    }
    Err(Problem::faults(Faults::one("file", "the form has no part named file", "send the file in a part of this name")))
}

/// A file in evidence, for who may see a case that holds it.
#[utoipa::path(
    get,
    path = "/api/v1/evidence/{file}",
    operation_id = "getEvidence",
    tag = "evidence",
    security(("token" = [])),
    params(("file" = String, Path, description = "The file's SHA-256 in hexadecimal.")),
    responses(
        (status = 200, description = "The file.", content(
            (Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"))),
        CaseRefusals,
    )
)]
pub(crate) async fn get(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    headers: HeaderMap,
    file: Result<Path<String>, PathRejection>,
) -> Result<Response, Problem> {
    let visit = Visit::of(&portal, &headers, reader.lang).await?;
    let id = visit.id("file", file).await?;
    let Ok(hash) = id.parse::<Hash>() else { return Err(visit.nothing("file", &id).await) };
    let (kept, bytes) = visit.told(None, visit.office.file_of(&visit.by, hash).await).await?;
    let name = format!("attachment; filename=\"{}.{}\"", id.get(..16).unwrap_or(&id), kept.media_type.ending());
    let mut response = bytes.into_response();
    let answered = response.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(kept.media_type.name()));
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answered.extend(HeaderValue::from_str(&name).ok().map(|name| (header::CONTENT_DISPOSITION, name)));
    Ok(response)
}
