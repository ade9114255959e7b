//! Logging in and out, and what the owner of an account changes: what these pages share.

pub(crate) mod account;
pub(crate) mod confirm;
pub(crate) mod factor;
pub(crate) mod invitation;
pub(crate) mod login;
pub(crate) mod login_code;

use accounts::{LONGEST_PASSWORD, PasswordFault, SHORTEST_PASSWORD};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::frame::Frame;
use crate::pages::inside::{Page, inside, office, to_page, told};

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
