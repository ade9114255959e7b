//! Logging in and out, and what the owner of an account changes: what these pages share.

pub(crate) mod account;
pub(crate) mod confirm;
pub(crate) mod factor;
pub(crate) mod invitation;
pub(crate) mod login;
pub(crate) mod login_code;

use accounts::{LONGEST_PASSWORD, PasswordFault, SHORTEST_PASSWORD, Stage};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use office::{Office, OfficeError, Visitor};
use store::StoreError;

use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::message::{no_answer, nothing_here};
use crate::state::{NoAnswer, Portal};
use crate::visit::Visit;

/// A page, or the page that is shown instead.
type Page<T> = Result<T, Box<Response>>;

/// The office, where there is one; without it nobody can log in.
fn office<'a>(portal: &'a Portal, reader: &Reader) -> Page<&'a Office> {
    portal.office.as_ref().ok_or_else(|| Box::new(nothing_here(reader)))
}

/// What came out, or the page that says that nothing did.
fn told<T>(reader: &Reader, done: Result<T, OfficeError>) -> Page<T> {
    done.map_err(|error| {
        tracing::error!(%error, "logins");
        let busy = matches!(error, OfficeError::Store(StoreError::Unavailable { .. } | StoreError::Full { .. }));
        Box::new(no_answer(reader, if busy { &NoAnswer::Busy } else { &NoAnswer::Broken }))
    })
}

/// Whoever is in. Others are sent to where they get in.
fn inside<'a>(reader: &Reader, visit: &'a Visit) -> Page<&'a Visitor> {
    let to = match visit.visitor.as_deref() {
        Some(visitor) if visitor.is_open() => return Ok(visitor),
        Some(visitor) if visitor.stage == Stage::Code => "/login/code",
        Some(_) => "/account/factor",
        None => "/login",
    };
    Err(Box::new(to_page(reader, to)))
}

/// Sends the browser on to a page, in the same language.
fn to_page(reader: &Reader, path: &str) -> Response {
    Redirect::to(&Frame::new(reader, "", "").link(path)).into_response()
}

/// What is said above a form; empty where there is nothing to say.
#[derive(Clone, Debug, Default)]
struct Said {
    text: String,
    status: StatusCode,
    seconds: Option<u64>,
}

impl Said {
    /// One of the sentences `account-said-…` on something that was not done.
    fn refused(frame: &Frame, key: &str) -> Self {
        let text = frame.t(&format!("account-said-{key}")).to_owned();
        Self { text, status: StatusCode::UNPROCESSABLE_ENTITY, seconds: None }
    }

    /// Too many failures.
    fn wait(frame: &Frame, seconds: u64) -> Self {
        let text = frame.f("account-said-wait", "seconds", seconds);
        Self { text, status: StatusCode::TOO_MANY_REQUESTS, seconds: Some(seconds) }
    }

    /// Something that cannot be a password.
    fn faulty(frame: &Frame, fault: PasswordFault) -> Self {
        let (shortest, longest) = (SHORTEST_PASSWORD, LONGEST_PASSWORD);
        let id = format!("account-said-{}", fault.key());
        Self {
            text: frame.f2(&id, "shortest", shortest, "longest", longest),
            status: StatusCode::UNPROCESSABLE_ENTITY,
            seconds: None,
        }
    }

    /// Puts the wait into the answer's head.
    fn head(&self, mut response: Response) -> Response {
        if let Some(seconds) = self.seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
