//! `/cases/{id}/files/{hash}`: a file in evidence, for who may see the case.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use crate::pages::inside::{Answer, Inside};

/// Gives a file of a case.
pub(crate) async fn file(
    inside: Inside,
    path: Result<Path<(String, String)>, axum::extract::rejection::PathRejection>,
) -> Answer {
    let Ok(Path((id, file))) = path else { return inside.nothing() };
    let case = inside.told(inside.office.case(inside.by(), &id).await)?;
    let (true, Ok(hash)) = (case.case.evidence.iter().any(|one| one.id == file), file.parse()) else {
        return inside.nothing();
    };
    let (kept, bytes) = inside.told(inside.office.file_of(inside.by(), hash).await)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kept.media_type.name()));
    let name = format!("attachment; filename=\"{}.{}\"", file.get(..12).unwrap_or("file"), kept.media_type.ending());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
