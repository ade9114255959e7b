//! What a form has to show before anything is done with it: that it comes from a page of ours, made for this session.

use std::collections::BTreeMap;

use accounts::{Token, is_same};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use crate::api::is_id;
use crate::cookies::Cookie;
use crate::language::Reader;
use crate::pages::message;
use crate::state::Outside;
use crate::visit::Visit;

/// The most bytes of a form of logins.
pub(crate) const MOST_FORM_BYTES: usize = 32 * 1024;
/// The field with the token of the form.
pub(crate) const FIELD: &str = "form_token";
/// The header with which programs in our pages show the same.
pub(crate) const HEADER: &str = "x-form-token";

/// The fields of a form that may be worked on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(BTreeMap<String, String>);

impl Fields {
    /// The key by which a form that is sent twice is known; none where it is no key of our forms.
    pub(crate) fn key(&self) -> Option<String> {
        self.given("key").filter(|key| is_id(key))
    }

    /// Whether a field was sent at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// What was written into a field; none where nothing was.
    pub(crate) fn given(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// A field; empty where it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The fields but those named, as a browser would send them.
    pub(crate) fn sent_without(&self, own: &[&str]) -> String {
        let rest = self.0.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        form_urlencoded::Serializer::new(String::new()).extend_pairs(rest).finish()
    }
}

/// Whether what a session sends comes from a page of ours: by the token of its forms.
pub(crate) fn is_of_session(visit: &Visit, headers: &HeaderMap, token: &str) -> bool {
    let expected = visit.visitor.as_ref().map(|visitor| visitor.form_token());
    let ours = expected.is_some_and(|expected| is_same(&expected, token)) && is_from_here(headers);
    if !ours {
        tracing::warn!(target: "audit", event = "form", outcome = "refused");
    }
    ours
}

/// To what a form is bound.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bound<'a> {
    /// To the session.
    Session(&'a Visit),
    /// Before there is a session: to a cookie of its own.
    Cookie(Outside),
}

/// Reads a form, and refuses one that comes from elsewhere or from before.
pub(crate) fn fields(
    reader: &Reader,
    bound: Bound<'_>,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Fields, Box<Response>> {
    let body = body.map_err(|rejection| Box::new(message::refused(reader, rejection.status())))?;
    let mut fields = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(&body) {
        fields.entry(name.into_owned()).or_insert_with(|| value.into_owned());
    }
    let expected = match bound {
        Bound::Session(visit) => visit.visitor.as_ref().map(|visitor| visitor.form_token()),
        Bound::Cookie(outside) => {
            Cookie::Form.of(outside, headers).and_then(|value| Token::read(&value)).map(|token| token.form_token())
        }
    };
    let fields = Fields(fields);
    let ours = expected.is_some_and(|expected| is_same(&expected, fields.get(FIELD)));
    if ours && is_from_here(headers) {
        return Ok(fields);
    }
    tracing::warn!(target: "audit", event = "form", outcome = "refused", token = ours);
    Err(Box::new(message::stale_form(reader, StatusCode::FORBIDDEN)))
}

/// Whether the browser says that a page of ours sends this. An older browser, and one that reaches us in clear, says less: `Origin` is then
/// compared with `Host`, and where there is none the token of the form has to do.
pub(crate) fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    // Our pages send no referrer, so that browsers send the origin of their forms as `null`.
    let Some(origin) = text(header::ORIGIN.as_str()).filter(|origin| *origin != "null") else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(header::HOST.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    #[test]
    fn pages_elsewhere_are_told_from_ours() {
        let from = |pairs: &[(&'static str, &'static str)]| {
            let pairs =
                pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            is_from_here(&pairs.collect())
        };
        assert!(from(&[]) && from(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(from(&[("origin", "https://a.example"), ("host", "a.example")]) && from(&[("origin", "null")]));
        for other in ["cross-site", "same-site", "none", ""] {
            assert!(!from(&[("sec-fetch-site", other)]), "{other}");
        }
        assert!(!from(&[("origin", "https://b.example"), ("host", "a.example")]));
        assert!(!from(&[("origin", "a.example"), ("host", "a.example")]) && !from(&[("origin", "https://a.example")]));
    }
}
