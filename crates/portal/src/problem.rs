//! Errors as `application/problem+json` (RFC 9457), with every fault of the input.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::{Fault, Faults};
use office::Said;
use serde::Serialize;

use crate::state::NoAnswer;

/// An error as the API answers it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem(Box<Told>);

/// What an error tells.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Told {
    /// What kind of error it is: an address on the page on the API.
    #[serde(rename = "type")]
    #[schema(example = "/api#faults")]
    kind: String,
    /// The kind in words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What is wrong here, and what would do.
    detail: String,
    /// The kind of a refusal in casework, for example `notice-still-open`; it does not change with the language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "notice-still-open")]
    code: Option<String>,
    /// The clause on which a refusal rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "SD-3.2.2.c")]
    clause: Option<String>,
    /// What would do, of a refusal in casework.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    /// Every fault of the input: its path, what is wrong, what would do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<Object>)]
    faults: Vec<Fault>,
    /// How many further faults there are.
    #[serde(skip_serializing_if = "is_zero")]
    further: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Problem {
    /// A problem of a status, with a sentence.
    pub(crate) fn new(status: StatusCode, kind: &str, title: &'static str, detail: impl Into<String>) -> Self {
        let kind = format!("/api#{kind}");
        Self(Box::new(Told { kind, title, status: status.as_u16(), detail: detail.into(), ..Told::default() }))
    }

    /// The text is no JSON.
    pub(crate) fn malformed(faults: Faults) -> Self {
        let detail = faults.to_string();
        let problem = Self::new(StatusCode::BAD_REQUEST, "malformed", "The body is not readable JSON", detail);
        problem.with(faults)
    }

    /// The form cannot be taken apart.
    pub(crate) fn unreadable_form() -> Self {
        let detail = "the form ends before its last part, or a part has no readable name; send it again";
        Self::new(StatusCode::BAD_REQUEST, "malformed", "The form is not readable", detail)
    }

    /// The content has faults.
    pub(crate) fn faults(faults: Faults) -> Self {
        let count = faults.faults.len() + faults.further;
        let detail = match faults.faults.first() {
            Some(fault) if count == 1 => fault.to_string(),
            Some(fault) => format!("{count} faults; the first: {fault}"),
            None => "the request is not understood".to_owned(),
        };
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "faults", "The input has faults", detail).with(faults)
    }

    fn with(mut self, faults: Faults) -> Self {
        self.0.faults = faults.faults;
        self.0.further = faults.further;
        self
    }

    /// Casework was not done: what is wrong in `detail`, what would do in `remedy`.
    pub(crate) fn said(status: StatusCode, title: &'static str, said: Said) -> Self {
        let mut problem = Self::new(status, "casework", title, said.sentence);
        problem.0.code = Some(said.code);
        problem.0.clause = said.clause;
        problem.0.remedy = Some(said.remedy).filter(|remedy| !remedy.is_empty());
        problem
    }

    /// The body is too large.
    pub(crate) fn too_large(most: usize) -> Self {
        let detail = format!("at most {most} bytes are read; split the request");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The body is too large", detail)
    }

    /// The body has another type.
    pub(crate) fn wrong_type(found: &str) -> Self {
        let found = if found.is_empty() { "no content type is named".to_owned() } else { format!("{found:?}") };
        let detail = format!("{found}; send application/json");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-type", "The body is not JSON", detail)
    }

    /// The body is no form with parts.
    pub(crate) fn not_a_form(found: &str) -> Self {
        let found = if found.is_empty() { "no content type is named".to_owned() } else { format!("{found:?}") };
        let detail = format!("{found}; send multipart/form-data with its boundary");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-type", "The body is no form", detail)
    }

    /// There is nothing at this address.
    pub(crate) fn not_found() -> Self {
        let detail = "there is nothing at this address; /api/v1/openapi.json describes what there is";
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    /// The address does not take this method.
    pub(crate) fn wrong_method() -> Self {
        let detail = "this address does not take this method; /api/v1/openapi.json describes which it takes";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", "Method not allowed", detail)
    }

    /// Too many questions at once.
    pub(crate) fn busy() -> Self {
        let detail = "too many questions are being answered; ask again in a moment";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Busy", detail)
    }

    /// Something broke that is no fault of the input.
    pub(crate) fn broken() -> Self {
        let detail = "something broke that is no fault of your input; nothing was stored";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", "Internal error", detail)
    }
}

impl From<NoAnswer> for Problem {
    fn from(fault: NoAnswer) -> Self {
        match fault {
            NoAnswer::Refused(refusal) => Self::faults(refusal.faults()),
            NoAnswer::Busy => Self::busy(),
            NoAnswer::Broken => Self::broken(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
