//! `/login`: account and password; `/logout`.

use std::sync::Arc;

use accounts::Token;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use casework::Role;
use office::Entered;

use super::{Page, Said, inside, office, to_page, told};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::state::Portal;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    frame: Frame,
    form_token: String,
    account: String,
    said: Said,
    welcome: &'static str,
}

/// A token for a form before there is a session: that of the browser's cookie, or a new one, which the answer sets.
pub(super) fn form_token(portal: &Portal, reader: &Reader, headers: &HeaderMap) -> Page<(Token, bool)> {
    let known = Cookie::Form.of(portal.outside, headers).and_then(|value| Token::read(&value));
    match known {
        Some(token) => Ok((token, false)),
        None => told(reader, office::fresh_token()).map(|token| (token, true)),
    }
}

fn form(
    portal: &Portal,
    reader: &Reader,
    headers: &HeaderMap,
    page_of: impl FnOnce(Frame, String) -> LoginPage,
) -> Response {
    let (token, is_new) = match form_token(portal, reader, headers) {
        Ok(token) => token,
        Err(page) => return *page,
    };
    let shown = page_of(Frame::titled(reader, "account", "account-login"), token.form_token());
    let mut response = shown.said.head(page(shown.said.status, &shown));
    if is_new {
        Cookie::Form.set(portal.outside, &mut response, token.text());
    }
    response
}

/// Asks for the account and the password; who is in already is sent on.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Response {
    if let Err(page) = office(&portal, &reader) {
        return *page;
    }
    if visit.visitor.as_ref().is_some_and(|visitor| visitor.is_open()) {
        return to_page(&reader, "/account");
    }
    let welcome = match () {
        () if reader.here.ends_with("?set=1") => "account-password-set",
        () if Cookie::Parked.of(portal.outside, &headers).is_some() => "account-parked",
        () => "",
    };
    form(&portal, &reader, &headers, |frame, form_token| LoginPage {
        frame,
        form_token,
        account: String::new(),
        said: Said::default(),
        welcome,
    })
}

/// Takes the account and the password.
pub(crate) async fn enter(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    entered(&portal, &reader, &visit, &headers, body).await.unwrap_or_else(|page| *page)
}

async fn entered(
    portal: &Portal,
    reader: &Reader,
    visit: &Visit,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Page<Response> {
    let office = office(portal, reader)?;
    let fields = guard::fields(reader, Bound::Cookie(portal.outside), headers, body)?;
    let account = fields.get("account");
    let entered = told(reader, office.enter(&visit.approach(), account, fields.get("password")).await)?;
    let role = told(reader, office.register().await)?.accounts.get(account).map(|account| account.role);
    if let Some(response) = let_in(portal, reader, &entered, first_page(portal, headers, role)) {
        return Ok(response);
    }
    Ok(form(portal, reader, headers, |frame, form_token| LoginPage {
        form_token,
        account: account.to_owned(),
        said: match entered {
            Entered::Wait { seconds } => Said::wait(&frame, seconds),
            _ => Said::refused(&frame, "refused"),
        },
        frame,
        welcome: "",
    }))
}

/// Where somebody goes who is in: on with the application that was begun before, or to the desk.
pub(super) fn first_page(portal: &Portal, headers: &HeaderMap, role: Option<Role>) -> &'static str {
    let goes_on = role == Some(Role::Applicant) && Cookie::Parked.of(portal.outside, headers).is_some();
    if goes_on { "/applications/new" } else { "/desk" }
}

/// Sends on who has come further, with the session's cookie; none who has not.
pub(super) fn let_in(portal: &Portal, reader: &Reader, entered: &Entered, first: &str) -> Option<Response> {
    let (to, session, browser) = match entered {
        Entered::Code(session) => ("/login/code", session, None),
        Entered::Enrol(session) => ("/account/factor", session, None),
        Entered::Open { session, browser } => (first, session, Some(browser)),
        Entered::Refused | Entered::Wait { .. } | Entered::Over => return None,
    };
    let mut response = to_page(reader, to);
    Cookie::Session.set(portal.outside, &mut response, session.text());
    if let Some(browser) = browser {
        Cookie::Browser.set(portal.outside, &mut response, browser.text());
    }
    Some(response)
}

/// Ends the session.
pub(crate) async fn leave(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    left(&portal, &reader, &visit, &headers, body).await.unwrap_or_else(|page| *page)
}

async fn left(
    portal: &Portal,
    reader: &Reader,
    visit: &Visit,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Page<Response> {
    let office = office(portal, reader)?;
    if visit.visitor.is_none() {
        inside(reader, visit)?;
    }
    guard::fields(reader, Bound::Session(visit), headers, body)?;
    told(reader, office.leave(visit.session()).await)?;
    let mut response = to_page(reader, "/");
    Cookie::Session.clear(portal.outside, &mut response);
    Ok(response)
}
