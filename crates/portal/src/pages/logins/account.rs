//! `/account`: the password, the second factor, and the sessions of whoever is in.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use office::{Changed, SessionShown, Visitor};

use super::{Page, Said, inside, office, to_page, told};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::state::Portal;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    frame: Frame,
    form_token: String,
    said: Said,
    done: String,
    account: String,
    has_factor: bool,
    needs_factor: bool,
    codes_left: u64,
    sessions: Vec<Row>,
}

/// A session as a row.
struct Row {
    session: SessionShown,
    began: String,
    used: String,
}

/// A moment as people in China read it.
fn local(millisecond: i64) -> String {
    let at = Timestamp::from_millisecond(millisecond).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(TimeZone::fixed(offset(8))).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Sends on to the account: for addresses that only take forms.
pub(crate) async fn to_account(Extension(reader): Extension<Reader>, Extension(visit): Extension<Visit>) -> Response {
    inside(&reader, &visit).map(|_| to_page(&reader, "/account")).unwrap_or_else(|page| *page)
}

/// Shows the account.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
) -> Response {
    let shown = async {
        office(&portal, &reader)?;
        let visitor = inside(&reader, &visit)?;
        account_page(&portal, &reader, visitor, |_| Said::default(), "").await
    };
    shown.await.unwrap_or_else(|page| *page)
}

/// The page of an account, with what is said of what was just asked for.
async fn account_page(
    portal: &Portal,
    reader: &Reader,
    visitor: &Visitor,
    said: impl FnOnce(&Frame) -> Said,
    done: &str,
) -> Page<Response> {
    let office = office(portal, reader)?;
    let sessions = told(reader, office.sessions(visitor).await)?;
    let codes_left = told(reader, office.recovery_codes_left(visitor).await)?;
    let frame = Frame::titled(reader, "account", "account-title");
    let row = |session: SessionShown| Row { began: local(session.began), used: local(session.used), session };
    let shown = AccountPage {
        form_token: visitor.form_token(),
        said: said(&frame),
        done: if done.is_empty() { String::new() } else { frame.t(done).to_owned() },
        account: visitor.caller.id.clone(),
        has_factor: visitor.has_factor,
        needs_factor: visitor.needs_factor(),
        codes_left,
        sessions: sessions.into_iter().map(row).collect(),
        frame,
    };
    Ok(shown.said.head(page(shown.said.status, &shown)))
}

/// Changes the password.
pub(crate) async fn change_password(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let changed = async {
        let office = office(&portal, &reader)?;
        let visitor = inside(&reader, &visit)?;
        let fields = guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        let changed = office.change_password(visitor, fields.get("present"), fields.get("new")).await;
        let (key, done) = match told(&reader, changed)? {
            Changed::NotFresh => return Ok(to_page(&reader, "/account/confirm")),
            Changed::Done => ("", "account-password-changed"),
            Changed::Refused => ("present", ""),
            Changed::Wait { seconds } => {
                return account_page(&portal, &reader, visitor, |frame| Said::wait(frame, seconds), "").await;
            }
            Changed::Faulty(fault) => {
                return account_page(&portal, &reader, visitor, |frame| Said::faulty(frame, fault), "").await;
            }
        };
        let said = |frame: &Frame| if key.is_empty() { Said::default() } else { Said::refused(frame, key) };
        account_page(&portal, &reader, visitor, said, done).await
    };
    changed.await.unwrap_or_else(|page: Box<Response>| *page)
}

/// Ends one session, or all.
pub(crate) async fn end_sessions(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let ended = async {
        let office = office(&portal, &reader)?;
        let visitor = inside(&reader, &visit)?;
        let fields = guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        if fields.get("end") == "all" {
            told(&reader, office.end_sessions(&visitor.caller.id).await)?;
        } else {
            told(&reader, office.end_session(visitor, fields.get("end")).await)?;
        }
        // Its own session may have been among them.
        let there = told(&reader, office.visitor(visit.session()).await)?.is_some();
        if there {
            return account_page(&portal, &reader, visitor, |_| Said::default(), "account-session-ended").await;
        }
        let mut response = to_page(&reader, "/login");
        Cookie::Session.clear(portal.outside, &mut response);
        if fields.get("end") == "all" {
            Cookie::Browser.clear(portal.outside, &mut response);
        }
        Ok(response)
    };
    ended.await.unwrap_or_else(|page: Box<Response>| *page)
}
