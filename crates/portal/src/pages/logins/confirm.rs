//! `/account/confirm`: step-up. Whoever is in proves once more to be there, before something that needs it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use office::{Confirmed, Visitor};

use super::{Page, Said, inside, office, to_page, told};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::state::Portal;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form_token: String,
    said: Said,
    has_factor: bool,
}

/// Asks for the proof.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
) -> Response {
    let shown = office(&portal, &reader).and_then(|_| inside(&reader, &visit));
    shown.map(|visitor| confirm_page(&reader, visitor, |_| Said::default())).unwrap_or_else(|page| *page)
}

fn confirm_page(reader: &Reader, visitor: &Visitor, said: impl FnOnce(&Frame) -> Said) -> Response {
    let frame = Frame::titled(reader, "account", "account-confirm-title");
    let has_factor = visitor.has_factor;
    let shown = ConfirmPage { said: said(&frame), form_token: visitor.form_token(), has_factor, frame };
    shown.said.head(page(shown.said.status, &shown))
}

/// Takes the proof; the session goes on under a new token.
pub(crate) async fn confirm(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    confirmed(&portal, &reader, &visit, &headers, body).await.unwrap_or_else(|page| *page)
}

async fn confirmed(
    portal: &Portal,
    reader: &Reader,
    visit: &Visit,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Page<Response> {
    let office = office(portal, reader)?;
    let visitor = inside(reader, visit)?;
    let fields = guard::fields(reader, Bound::Session(visit), headers, body)?;
    Ok(match told(reader, office.confirm(visitor, fields.get("proof")).await)? {
        Confirmed::Open(session) => {
            let mut response = to_page(reader, "/account");
            Cookie::Session.set(portal.outside, &mut response, session.text());
            response
        }
        Confirmed::Over => to_page(reader, "/login"),
        Confirmed::Wait { seconds } => confirm_page(reader, visitor, |frame| Said::wait(frame, seconds)),
        Confirmed::Refused => {
            let key = if visitor.has_factor { "code" } else { "present" };
            confirm_page(reader, visitor, |frame| Said::refused(frame, key))
        }
    })
}
