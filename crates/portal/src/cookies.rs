//! The cookies of logins. Behind TLS they carry the prefix `__Host-`, so that no other host or path can set them, and are never sent in clear.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::state::Outside;

/// A cookie of logins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cookie {
    /// The session. Lax: a link in a message leads into it.
    Session,
    /// To which the forms before a login are bound.
    Form,
    /// What a browser keeps since somebody last logged in there.
    Browser,
    /// Leads to what was filled in before the login.
    Parked,
}

impl Cookie {
    fn name(self, outside: Outside) -> String {
        let name = match self {
            Self::Session => "session",
            Self::Form => "form",
            Self::Browser => "browser",
            Self::Parked => "parked",
        };
        format!("{}{name}", if outside.behind_tls { "__Host-" } else { "" })
    }

    fn rest(self, outside: Outside) -> String {
        let rest = match self {
            Self::Session => "SameSite=Lax".to_owned(),
            Self::Form => "SameSite=Strict".to_owned(),
            Self::Parked => format!("SameSite=Strict; Max-Age={}", office::PARKED_FOR),
            Self::Browser => format!("SameSite=Strict; Max-Age={}", accounts::KNOWN_BROWSER_LIFE / 1_000),
        };
        format!("Path=/; HttpOnly; {rest}{}", if outside.behind_tls { "; Secure" } else { "" })
    }

    /// Its value in a request. What is sent twice is as good as not sent: one of the two is not ours.
    pub(crate) fn of(self, outside: Outside, headers: &HeaderMap) -> Option<String> {
        let name = self.name(outside);
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut found = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(known, _)| *known == name)
            .map(|(_, value)| value.to_owned());
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Sets it.
    pub(crate) fn set(self, outside: Outside, response: &mut Response, value: &str) {
        self.write(response, format!("{}={value}; {}", self.name(outside), self.rest(outside)));
    }

    /// Takes it away.
    pub(crate) fn clear(self, outside: Outside, response: &mut Response) {
        let secure = if outside.behind_tls { "; Secure" } else { "" };
        self.write(response, format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}", self.name(outside)));
    }

    fn write(self, response: &mut Response, line: String) {
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_that_is_sent_twice_is_not_taken() {
        let of = |line: &'static str| {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(line))]);
            Cookie::Session.of(Outside::default(), &headers)
        };
        assert_eq!(of("lang=en; session=a"), Some("a".to_owned()));
        assert_eq!(of("session=a; session=b"), None);
        assert_eq!(of("__Host-session=a"), None);
    }

    #[test]
    fn behind_tls_cookies_are_bound_to_the_host() {
        let mut response = Response::default();
        for cookie in [Cookie::Session, Cookie::Form, Cookie::Browser, Cookie::Parked] {
            cookie.set(Outside { behind_tls: true }, &mut response, "a");
            cookie.clear(Outside { behind_tls: true }, &mut response);
        }
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap_or_default();
            assert!(line.starts_with("__Host-") && line.contains("; Secure") && line.contains("; HttpOnly"), "{line}");
            assert!(line.contains("Path=/;") && line.contains("SameSite=") && !line.contains("Domain"), "{line}");
        }
    }
}
