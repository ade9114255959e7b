//! Pages that only say something: not found, too large, busy, broken.

use askama::Template;
use axum::Extension;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::frame::{Frame, page};
use crate::language::Reader;
use crate::problem::Problem;
use crate::state::NoAnswer;

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    frame: Frame,
    lead: String,
    status: u16,
}

/// A page that says what a status means here.
fn message(reader: &Reader, status: StatusCode, id: &str) -> Response {
    let frame = Frame::titled(reader, "", &format!("portal-{id}"));
    let lead = frame.t(&format!("portal-{id}-lead")).to_owned();
    page(status, &MessagePage { frame, lead, status: status.as_u16() })
}

/// The body was not taken.
pub(crate) fn refused(reader: &Reader, status: StatusCode) -> Response {
    let id = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "wrong-type",
        _ => "bad-request",
    };
    message(reader, status, id)
}

/// A form that was made for another session, or comes from elsewhere.
pub(crate) fn stale_form(reader: &Reader, status: StatusCode) -> Response {
    message(reader, status, "stale-form")
}

/// A link that was used, is over, or never was.
pub(crate) fn over_link(reader: &Reader) -> Response {
    message(reader, StatusCode::NOT_FOUND, "over-link")
}

/// What was filled in could not be kept over the login.
pub(crate) fn not_parked(reader: &Reader) -> Response {
    message(reader, StatusCode::SERVICE_UNAVAILABLE, "not-parked")
}

/// There is no answer, and it is not the input's fault.
pub(crate) fn no_answer(reader: &Reader, fault: &NoAnswer) -> Response {
    match fault {
        NoAnswer::Busy => {
            let mut response = message(reader, StatusCode::SERVICE_UNAVAILABLE, "busy");
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            response
        }
        NoAnswer::Refused(_) => message(reader, StatusCode::UNPROCESSABLE_ENTITY, "bad-request"),
        NoAnswer::Broken => message(reader, StatusCode::INTERNAL_SERVER_ERROR, "broken"),
    }
}

/// Nothing stands at the address.
pub(crate) async fn not_found(Extension(reader): Extension<Reader>, uri: Uri) -> Response {
    if is_api(uri.path()) { Problem::not_found().into_response() } else { nothing_here(&reader) }
}

/// The page of an address where nothing stands.
pub(crate) fn nothing_here(reader: &Reader) -> Response {
    message(reader, StatusCode::NOT_FOUND, "not-found")
}

/// The address does not take the method.
pub(crate) async fn wrong_method(Extension(reader): Extension<Reader>, uri: Uri) -> Response {
    if is_api(uri.path()) {
        Problem::wrong_method().into_response()
    } else {
        message(&reader, StatusCode::METHOD_NOT_ALLOWED, "wrong-method")
    }
}

/// Whether an address belongs to programs.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with("/api/") || path == "/healthz"
}
