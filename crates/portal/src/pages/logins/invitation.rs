//! `/invitation/{token}`: a link that sets a password once.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use office::Accepted;

use super::login::form_token;
use super::{Page, Said, office, to_page, told};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::pages::message;
use crate::state::Portal;

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    frame: Frame,
    form_token: String,
    said: Said,
    account: String,
}

/// Asks for the password.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    token: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let token = token.map(|Path(token)| token).unwrap_or_default();
    let shown = invitation_page(&portal, &reader, &headers, &token, |_| Said::default()).await;
    shown.unwrap_or_else(|page| *page)
}

async fn invitation_page(
    portal: &Portal,
    reader: &Reader,
    headers: &HeaderMap,
    token: &str,
    said: impl FnOnce(&Frame) -> Said,
) -> Page<Response> {
    let Some(account) = told(reader, office(portal, reader)?.invited(token).await)? else {
        return Ok(message::over_link(reader));
    };
    let (form_token, is_new) = form_token(portal, reader, headers)?;
    let frame = Frame::titled(reader, "account", "account-invitation-title");
    let shown = InvitationPage { said: said(&frame), form_token: form_token.form_token(), account, frame };
    let mut response = shown.said.head(page(shown.said.status, &shown));
    if is_new {
        Cookie::Form.set(portal.outside, &mut response, form_token.text());
    }
    Ok(response)
}

/// Sets the password, and leads to the login.
pub(crate) async fn accept(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    token: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let accepted = async {
        let office = office(&portal, &reader)?;
        let token = token.map(|Path(token)| token).unwrap_or_default();
        let fields = guard::fields(&reader, Bound::Cookie(portal.outside), &headers, body)?;
        match told(&reader, office.accept_invitation(&token, fields.get("new")).await)? {
            Accepted::Over => Ok(message::over_link(&reader)),
            Accepted::Faulty(fault) => {
                invitation_page(&portal, &reader, &headers, &token, |frame| Said::faulty(frame, fault)).await
            }
            Accepted::Done => {
                let mut response = to_page(&reader, "/login?set=1");
                Cookie::Session.clear(portal.outside, &mut response);
                Ok(response)
            }
        }
    };
    accepted.await.unwrap_or_else(|page: Box<Response>| *page)
}
