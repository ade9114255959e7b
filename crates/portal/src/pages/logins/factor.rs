//! `/account/factor`: setting up the second factor, and the recovery codes that go with it.

use std::sync::Arc;

use accounts::{Stage, qr_code};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use office::{FactorTaken, Visitor};

use super::{Page, Said, inside, office, to_page, told};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::guard::{self, Bound};
use crate::language::Reader;
use crate::state::Portal;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "factor.html")]
struct FactorPage {
    frame: Frame,
    form_token: String,
    said: Said,
    /// The picture, as SVG that this server made; empty where nothing is being set up.
    picture: String,
    typed: String,
    first: bool,
}

#[derive(Template)]
#[template(path = "recovery.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
}

/// Who may set up a factor: who is in, or has to do so before.
fn setting_up<'a>(reader: &Reader, visit: &'a Visit) -> Page<&'a Visitor> {
    match visit.visitor.as_deref() {
        Some(visitor) if visitor.stage == Stage::Enrol => Ok(visitor),
        _ => inside(reader, visit),
    }
}

/// Shows what is being set up, or what it is good for.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
) -> Response {
    let shown = async {
        office(&portal, &reader)?;
        let visitor = setting_up(&reader, &visit)?;
        factor_page(&portal, &reader, visitor, |_| Said::default()).await
    };
    shown.await.unwrap_or_else(|page: Box<Response>| *page)
}

async fn factor_page(
    portal: &Portal,
    reader: &Reader,
    visitor: &Visitor,
    said: impl FnOnce(&Frame) -> Said,
) -> Page<Response> {
    let offered = told(reader, office(portal, reader)?.offered_factor(visitor).await)?;
    let frame = Frame::titled(reader, "account", "account-factor-title");
    let label = frame.t("account-factor-picture").to_owned();
    let picture = offered.as_ref().and_then(|offered| qr_code(&offered.address, &label)).unwrap_or_default();
    let shown = FactorPage {
        form_token: visitor.form_token(),
        said: said(&frame),
        picture,
        typed: offered.map(|offered| offered.typed).unwrap_or_default(),
        first: !visitor.is_open(),
        frame,
    };
    Ok(shown.said.head(page(shown.said.status, &shown)))
}

/// Offers a new secret.
pub(crate) async fn offer(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let offered = async {
        let office = office(&portal, &reader)?;
        let visitor = setting_up(&reader, &visit)?;
        guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        let offered = told(&reader, office.offer_factor(visitor).await)?;
        Ok(to_page(&reader, if offered.is_some() { "/account/factor" } else { "/account/confirm" }))
    };
    offered.await.unwrap_or_else(|page: Box<Response>| *page)
}

/// Takes the code that proves the new secret; shows the recovery codes.
pub(crate) async fn take(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let taken = async {
        let office = office(&portal, &reader)?;
        let visitor = setting_up(&reader, &visit)?;
        let fields = guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        match told(&reader, office.take_factor(visitor, fields.get("code")).await)? {
            FactorTaken::Over => Ok(to_page(&reader, "/account/factor")),
            FactorTaken::Wait { seconds } => {
                factor_page(&portal, &reader, visitor, |frame| Said::wait(frame, seconds)).await
            }
            FactorTaken::Refused => factor_page(&portal, &reader, visitor, |frame| Said::refused(frame, "code")).await,
            FactorTaken::Done { session, codes } => {
                let mut response = codes_page(&reader, codes);
                Cookie::Session.set(portal.outside, &mut response, session.text());
                Ok(response)
            }
        }
    };
    taken.await.unwrap_or_else(|page: Box<Response>| *page)
}

/// The recovery codes, this once. The bar is left out: what its form carries was of the token before.
fn codes_page(reader: &Reader, codes: Vec<String>) -> Response {
    let mut frame = Frame::titled(reader, "account", "account-recovery-title");
    frame.who = None;
    page(StatusCode::OK, &CodesPage { frame, codes })
}

/// Takes the second factor away.
pub(crate) async fn remove(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let removed = async {
        let office = office(&portal, &reader)?;
        let visitor = inside(&reader, &visit)?;
        guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        let may = !visitor.needs_factor() && !told(&reader, office.drop_factor(visitor).await)?;
        Ok(to_page(&reader, if may { "/account/confirm" } else { "/account" }))
    };
    removed.await.unwrap_or_else(|page: Box<Response>| *page)
}

/// Makes new recovery codes and shows them.
pub(crate) async fn new_codes(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let made = async {
        let office = office(&portal, &reader)?;
        let visitor = inside(&reader, &visit)?;
        guard::fields(&reader, Bound::Session(&visit), &headers, body)?;
        Ok(match told(&reader, office.new_recovery_codes(visitor).await)? {
            Some(codes) => codes_page(&reader, codes),
            None => to_page(&reader, "/account/confirm"),
        })
    };
    made.await.unwrap_or_else(|page: Box<Response>| *page)
}
