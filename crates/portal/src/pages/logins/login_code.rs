//! `/login/code`: the code after the password.

use std::sync::Arc;

use accounts::Stage;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use office::{Entered, Visitor};

use super::login::{first_page, let_in};
use super::{Page, Said, inside, office, to_page, told};
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::state::Portal;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "login_code.html")]
struct CodePage {
    frame: Frame,
    form_token: String,
    said: Said,
}

/// Who waits for the code. Others are sent to where they belong.
fn waiting<'a>(reader: &Reader, visit: &'a Visit) -> Page<&'a Visitor> {
    match visit.visitor.as_deref() {
        Some(visitor) if visitor.stage == Stage::Code => Ok(visitor),
        _ => inside(reader, visit).and_then(|_| Err(Box::new(to_page(reader, "/account")))),
    }
}

/// Asks for the code.
pub(crate) async fn show(Extension(reader): Extension<Reader>, Extension(visit): Extension<Visit>) -> Response {
    let shown = waiting(&reader, &visit).map(|visitor| code_page(&reader, visitor, |_| Said::default()));
    shown.unwrap_or_else(|page| *page)
}

fn code_page(reader: &Reader, visitor: &Visitor, said: impl FnOnce(&Frame) -> Said) -> Response {
    let frame = Frame::titled(reader, "account", "account-code-title");
    let shown = CodePage { said: said(&frame), form_token: visitor.form_token(), frame };
    shown.said.head(page(shown.said.status, &shown))
}

/// Takes the code.
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
    let visitor = waiting(reader, visit)?;
    let fields = guard::fields(reader, Bound::Session(visit), headers, body)?;
    let entered = told(reader, office.enter_code(&visit.approach(), visit.session(), fields.get("code")).await)?;
    if let Some(response) = let_in(portal, reader, &entered, first_page(portal, headers, Some(visitor.role()))) {
        return Ok(response);
    }
    Ok(match entered {
        Entered::Over => to_page(reader, "/login"),
        Entered::Wait { seconds } => code_page(reader, visitor, |frame| Said::wait(frame, seconds)),
        _ => code_page(reader, visitor, |frame| Said::refused(frame, "code")),
    })
}
