//! The dossier as a file: saved by the browser, loaded again, never kept here.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::node::Node;
use model::{Day, Dossier, Faults};
use service::today;

use crate::language::Reader;
use crate::pages::message;
use crate::pages::start::{Notice, form_page};
use crate::state::Portal;
use crate::submission::Submission;

/// The dossier as a download.
pub(crate) fn download(dossier: &Dossier, day: Day) -> Response {
    let text = serde_json::to_string_pretty(dossier).unwrap_or_default();
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"guantong-dossier-{day}.json\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// Fills the form with a saved dossier.
pub(crate) async fn load(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    parts: Result<Multipart, MultipartRejection>,
) -> Response {
    let text = match parts {
        Ok(parts) => file_of(parts).await,
        Err(_) => Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
    };
    let bytes = match text {
        Ok(bytes) => bytes,
        Err(status) => return message::refused(&reader, status),
    };
    match portal.in_turn(move || read(&bytes)).await {
        Ok(Ok(dossier)) => {
            let submission = Submission::of_dossier(&dossier, "", &today().to_string());
            form_page(&portal, &reader, &submission, &Faults::default(), Notice::Loaded, StatusCode::OK)
        }
        Ok(Err((status, faults))) => {
            let blank = Submission::blank(today());
            form_page(&portal, &reader, &blank, &faults, Notice::NotLoaded, status)
        }
        Err(fault) => message::no_answer(&reader, &fault),
    }
}

/// The bytes of the part named `file`.
async fn file_of(mut parts: Multipart) -> Result<Vec<u8>, StatusCode> {
    while let Some(part) = parts.next_field().await.map_err(|fault| fault.status())? {
        if part.name() == Some("file") {
            return part.bytes().await.map(|bytes| bytes.to_vec()).map_err(|fault| fault.status());
        }
    }
    Err(StatusCode::BAD_REQUEST)
}

/// Reads a saved dossier: unreadable text is the request's fault (400), wrong content is the content's (422).
fn read(bytes: &[u8]) -> Result<Dossier, (StatusCode, Faults)> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let faults = Faults::one("", "the file is not written in UTF-8", "save it as UTF-8 text");
        return Err((StatusCode::BAD_REQUEST, faults));
    };
    let node = Node::read(text).map_err(|faults| (StatusCode::BAD_REQUEST, faults))?;
    Dossier::from_node(&node).map_err(|faults| (StatusCode::UNPROCESSABLE_ENTITY, faults))
}
