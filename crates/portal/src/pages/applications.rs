//! `/applications`: from an answer of the self-check to an application, over the login where need be.

pub(crate) mod opening;

use std::sync::Arc;

use accounts::Token;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use model::Target;
use office::Office;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cookies::Cookie;
use crate::guard::is_from_here;
use crate::language::Reader;
use crate::pages::check::receive;
use crate::pages::inside::{Page, inside, office, to_page, told};
use crate::pages::message;
use crate::state::Portal;
use crate::visit::Visit;

/// What was filled in, and for what it is to be filed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Parked {
    /// The dossier.
    pub(crate) dossier: Value,
    /// The place, by its key.
    pub(crate) place: String,
    /// The level.
    pub(crate) target: String,
}

/// Takes the dossier out of an answer, keeps it over the login, and leads to where the application is opened.
pub(crate) async fn begin(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    begun(&portal, &reader, &visit, &headers, body).await.unwrap_or_else(|page| *page)
}

async fn begun(
    portal: &Arc<Portal>,
    reader: &Reader,
    visit: &Visit,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Page<Response> {
    let office = office(portal, reader)?;
    if !is_from_here(headers) {
        return Err(Box::new(message::stale_form(reader, StatusCode::FORBIDDEN)));
    }
    let apply = body.as_ref().ok().and_then(|body| {
        let mut pairs = form_urlencoded::parse(body);
        pairs.find(|(name, _)| name == "apply").map(|(_, value)| value.into_owned())
    });
    let unreadable = || Box::new(message::refused(reader, StatusCode::BAD_REQUEST));
    let (_, stated) = receive(portal, reader, body).await?;
    let dossier = stated.map_err(|_| unreadable())?.dossier;
    let apply = apply.unwrap_or_default();
    let (place, target) = apply.split_once(' ').ok_or_else(unreadable)?;
    let policy = portal.guantong.policy(place).map_err(|_| unreadable())?;
    let target = Target::parse(target).map_err(|_| unreadable())?.to_string();
    let dossier = serde_json::to_value(&dossier).map_err(|_| unreadable())?;
    let parked = Parked { dossier, place: policy.jurisdiction.key.clone(), target };
    let parked = serde_json::to_value(parked).map_err(|_| unreadable())?;
    if let Some(before) = token(portal, headers) {
        told(reader, office.unpark(&before).await)?;
    }
    let Some(token) = told(reader, office.park(&parked).await)? else {
        return Err(Box::new(message::not_parked(reader)));
    };
    let mut response = match inside(reader, visit) {
        Ok(_) => to_page(reader, "/applications/new"),
        Err(page) => *page,
    };
    Cookie::Parked.set(portal.outside, &mut response, token.text());
    Ok(response)
}

/// The token that leads to what was filled in.
fn token(portal: &Portal, headers: &HeaderMap) -> Option<Token> {
    Cookie::Parked.of(portal.outside, headers).and_then(|value| Token::read(&value))
}

/// What was filled in before the login, where it is still there.
async fn parked(
    portal: &Portal,
    office: &Office,
    headers: &HeaderMap,
) -> Result<Option<(Token, Parked)>, office::OfficeError> {
    let Some(token) = token(portal, headers) else { return Ok(None) };
    let parked = office.parked(&token).await?.and_then(|parked| serde_json::from_value(parked).ok());
    Ok(parked.map(|parked| (token, parked)))
}
