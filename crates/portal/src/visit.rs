//! Who comes: the session of a request, found once and handed to the page; and from where somebody comes who wants to log in.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use accounts::browser_label;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use office::{Approach, Office, OfficeError, Visitor};

use crate::cookies::Cookie;
use crate::language::{Reader, Who};
use crate::pages::message::is_api;
use crate::state::{Outside, Portal};

/// The longest `User-Agent` that is looked at.
const LONGEST_AGENT: usize = 500;

/// Who comes with a request, and from where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visit {
    /// Whose session it is, where there is one that is not over.
    pub(crate) visitor: Option<Arc<Visitor>>,
    address: Option<IpAddr>,
    label: String,
    browser: Option<String>,
    session: Option<String>,
}

impl Visit {
    /// From where somebody comes who wants to log in.
    pub(crate) fn approach(&self) -> Approach<'_> {
        Approach {
            address: self.address,
            browser: self.browser.as_deref(),
            label: &self.label,
            session: self.session.as_deref(),
        }
    }

    /// The session's token as it was sent.
    pub(crate) fn session(&self) -> &str {
        self.session.as_deref().unwrap_or_default()
    }
}

/// Finds the session of a request for a page, and keeps what only its owner may see out of every cache.
pub(crate) async fn find(State(portal): State<Arc<Portal>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let Some(office) = portal.office.as_ref().filter(|_| !is_api(path) && !path.starts_with("/assets/")) else {
        request.extensions_mut().insert(Visit::default());
        return next.run(request).await;
    };
    let headers = request.headers();
    let agent: String = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .chars()
        .take(LONGEST_AGENT)
        .collect();
    let mut visit = Visit {
        visitor: None,
        address: address(portal.outside, &request),
        label: browser_label(&agent),
        browser: Cookie::Browser.of(portal.outside, headers),
        session: Cookie::Session.of(portal.outside, headers),
    };
    let mut who = None;
    if let Some(session) = &visit.session {
        match seen(office, session).await {
            Ok(Some((visitor, seen))) => {
                who = seen.map(Arc::new);
                visit.visitor = Some(Arc::new(visitor));
            }
            Ok(None) => {}
            // A page that needs no login is shown without one; the others send to the login, which says what is wrong.
            Err(error) => tracing::error!(%error, "the session of a request could not be read"),
        }
    }
    if let Some(reader) = request.extensions_mut().get_mut::<Reader>() {
        reader.who = who;
        reader.has_logins = true;
    }
    let private = visit.visitor.is_some();
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    if private {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Who has a session, and what the bar says of them once they are in.
async fn seen(office: &Office, session: &str) -> Result<Option<(Visitor, Option<Who>)>, OfficeError> {
    let Some(visitor) = office.visitor(session).await? else { return Ok(None) };
    if !visitor.is_open() {
        return Ok(Some((visitor, None)));
    }
    let register = office.register().await?;
    let organisation = visitor.caller.organisation.as_ref().and_then(|id| register.organisations.get(id));
    let role = serde_json::to_value(visitor.role()).ok().and_then(|role| role.as_str().map(str::to_owned));
    let who = Who {
        id: visitor.caller.id.clone(),
        role: format!("account-role-{}", role.unwrap_or_default()),
        organisation: organisation.map(|one| one.name.clone()),
        form_token: visitor.form_token(),
    };
    Ok(Some((visitor, Some(who))))
}

/// The visitor's address: what the operator's own proxy appended, or who is connected.
fn address(outside: Outside, request: &Request) -> Option<IpAddr> {
    if outside.behind_tls {
        return forwarded(request.headers());
    }
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip())
}

/// The last address of `X-Forwarded-For`: those before it are whatever the visitor wrote.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_proxys_own_word_counts() {
        let headers = HeaderMap::from_iter([(
            header::HeaderName::from_static("x-forwarded-for"),
            HeaderValue::from_static("192.0.2.9, 198.51.100.7"),
        )]);
        assert_eq!(forwarded(&headers), "198.51.100.7".parse().ok());
    }
}
