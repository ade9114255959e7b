//! Where every request in casework comes in: whose token it brings, its idempotency key, and how errors are answered.

use std::collections::BTreeMap;

use accounts::is_same;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, StatusCode, header};
use model::Faults;
use model::node::{Format, Node};
use office::{Caller, Office, OfficeError, Said, Visitor};
use serde::de::DeserializeOwned;
use store::StoreError;
use store::evidence::EvidenceError;
use utoipa::openapi::{Content, Ref, RefOr, Response as Description, ResponseBuilder};
use utoipa::{IntoParams, IntoResponses};
use wording::Lang;

use crate::cookies::Cookie;
use crate::guard;
use crate::problem::Problem;
use crate::state::Portal;

/// The header with the key under which a repeated request is answered as the first one was.
const KEY: &str = "idempotency-key";
/// The fewest and the most characters of a key.
const KEY_CHARACTERS: std::ops::RangeInclusive<usize> = 8..=200;
/// The longest id that an address may hold.
const LONGEST_ID: usize = 64;
/// Refusals because of who asks.
const NOT_THEIRS: &[&str] = &[
    "not-your-turn",
    "own-case",
    "four-eyes",
    "not-the-register",
    "committee-not-office",
    "committee-not-register",
    "round-not-office",
    "round-other-office",
    "session-not-chair",
    "session-not-expert",
    "session-not-office",
    "vote-by-proxy",
];

/// The id in an address.
pub(super) type Id = Result<Path<String>, PathRejection>;

/// Somebody with a token, at the office.
pub(super) struct Visit<'a> {
    /// The office.
    pub office: &'a Office,
    /// The account of the token.
    pub by: Caller,
    /// The language of what is told.
    pub lang: Lang,
}

/// The office, where there is one.
pub(super) fn office(portal: &Portal) -> Result<&Office, Problem> {
    let nothing =
        "this installation offers the self-check only; cases are kept where `guantong serve` runs with its data";
    portal.office.as_ref().ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "no-office", "No casework here", nothing))
}

/// What came out for somebody without a token, or the problem.
pub(super) async fn outside<T>(office: &Office, lang: Lang, done: Result<T, OfficeError>) -> Result<T, Problem> {
    match done {
        Ok(done) => Ok(done),
        Err(error) => Err(answer(&error, office.said(&error, None, lang).await)),
    }
}

impl<'a> Visit<'a> {
    /// Lets in who brings a known token, or a session together with the token of its forms.
    pub async fn of(portal: &'a Portal, headers: &HeaderMap, lang: Lang) -> Result<Self, Problem> {
        let office = office(portal)?;
        if !headers.contains_key(header::AUTHORIZATION)
            && let Some(session) = Cookie::Session.of(portal.outside, headers)
        {
            let found = match office.visitor(&session).await {
                Ok(visitor) => visitor.filter(|visitor| is_of(visitor, headers)).ok_or(OfficeError::NoAccount),
                Err(error) => Err(error),
            };
            return match found {
                Ok(visitor) => Ok(Self { office, by: visitor.caller, lang }),
                Err(error) => Err(answer(&error, office.said(&error, None, lang).await)),
            };
        }
        let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let token = match value.split_once(' ') {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
            _ => "",
        };
        let found = if token.is_empty() { Err(OfficeError::NoAccount) } else { office.caller(token).await };
        match found {
            Ok(by) => Ok(Self { office, by, lang }),
            Err(error) => Err(answer(&error, office.said(&error, None, lang).await)),
        }
    }

    /// What came out, or the problem. `case` is the id of the case that it is about.
    pub async fn told<T>(&self, case: Option<&str>, done: Result<T, OfficeError>) -> Result<T, Problem> {
        match done {
            Ok(done) => Ok(done),
            Err(OfficeError::Faults(faults)) => Err(Problem::faults(faults)),
            // Who may not see a case is not told that there is one.
            Err(OfficeError::NotForYou { .. }) => Err(self.nothing("case", case.unwrap_or_default()).await),
            Err(error) => {
                let said = self.office.said(&error, case, self.lang).await;
                Err(answer(&error, said))
            }
        }
    }

    /// There is no such thing.
    pub async fn nothing(&self, what: &'static str, id: &str) -> Problem {
        let error = OfficeError::NotFound { what, id: id.to_owned() };
        answer(&error, self.office.said(&error, None, self.lang).await)
    }

    /// The id in the address; what cannot be one is not looked for.
    pub async fn id(&self, what: &'static str, path: Id) -> Result<String, Problem> {
        match plain(path) {
            Ok(id) => Ok(id),
            Err(told) => Err(self.nothing(what, &told).await),
        }
    }
}

/// Whether a request with a session's cookie comes from a page of that session: another site can send the cookie, but not the header.
fn is_of(visitor: &Visitor, headers: &HeaderMap) -> bool {
    let shown = headers.get(guard::HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    visitor.is_open() && is_same(&visitor.form_token(), shown) && guard::is_from_here(headers)
}

/// The id in an address, or what to tell of one that cannot be an id.
pub(super) fn plain(path: Id) -> Result<String, String> {
    match path {
        Ok(Path(id)) if is_id(&id) => Ok(id),
        Ok(Path(id)) => Err(id.chars().filter(|one| !one.is_control()).take(LONGEST_ID).collect()),
        Err(_) => Err("?".to_owned()),
    }
}

/// Whether a text can be the id of a case, a document or a file.
pub(crate) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The idempotency key, for the description of each endpoint that takes one.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes what `key` reads")]
pub(super) struct KeyParameter {
    /// 8 to 200 visible ASCII characters: repeated with the same key within 30 days, the request is carried out once and answered
    /// alike. Then the key is forgotten, and the same request is a new one.
    #[param(rename = "Idempotency-Key", required = false, min_length = 8, max_length = 200, pattern = "^[!-~]+$")]
    key: String,
}

/// Where a page of a list begins and how long it is, for the description of each list.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes what `cases::wanted` reads")]
pub(super) struct PageParameters {
    /// The `next` of the page before.
    #[param(required = false)]
    after: String,
    /// How many, at most 200; 50 when absent.
    #[param(required = false, minimum = 1, maximum = 200)]
    limit: u32,
}

/// The idempotency key, where one is sent.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut values = headers.get_all(KEY).iter();
    let Some(value) = values.next() else { return Ok(None) };
    let text = value.to_str().ok().filter(|text| text.bytes().all(|b| b.is_ascii_graphic()));
    match text.filter(|text| KEY_CHARACTERS.contains(&text.len()) && values.next().is_none()) {
        Some(key) => Ok(Some(key.to_owned())),
        None => Err(Problem::faults(Faults::one(
            "Idempotency-Key",
            "the key is not one of 8 to 200 visible ASCII characters",
            "send a key that is drawn anew for every new request, for example a UUID",
        ))),
    }
}

/// Reads a body of the given shape.
pub(super) fn shaped<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(body)
        .map_err(|_| Problem::malformed(Faults::one("", "the body is not written in UTF-8", "send JSON in UTF-8")))?;
    let node = Node::read_as(text, Format::Json).map_err(Problem::malformed)?;
    serde_path_to_error::deserialize(node.to_json()).map_err(|error| {
        let path = Some(error.path().to_string()).filter(|path| path != ".").unwrap_or_default();
        let remedy = "correct it; /api/v1/openapi.json describes what is known";
        Problem::faults(Faults::one(path, error.into_inner().to_string(), remedy))
    })
}

/// The answer to an error, by its kind.
fn answer(error: &OfficeError, said: Said) -> Problem {
    use StatusCode as S;
    let (status, title) = match error {
        OfficeError::NoAccount => (S::UNAUTHORIZED, "No known token"),
        OfficeError::Refused(refusal) if NOT_THEIRS.contains(&refusal.code) => (S::FORBIDDEN, "Not for this account"),
        OfficeError::Refused(_) => (S::CONFLICT, "The procedure does not allow it"),
        OfficeError::Faults(_) => (S::UNPROCESSABLE_ENTITY, "The input has faults"),
        OfficeError::NotFound { what: "organisation", .. } => return named(&said, "organisation"),
        OfficeError::NotForYou { .. } | OfficeError::NotFound { .. } => (S::NOT_FOUND, "Not found"),
        OfficeError::Erased { .. } => (S::GONE, "Erased"),
        OfficeError::Altered { .. }
        | OfficeError::Archive { .. }
        | OfficeError::Sealing(_)
        | OfficeError::Machine { .. } => (S::INTERNAL_SERVER_ERROR, "Internal error"),
        OfficeError::ClockBehind { .. } => (S::SERVICE_UNAVAILABLE, "The clock is behind"),
        OfficeError::Evidence(error) => return of_evidence(error, said),
        OfficeError::Store(error) => of_store(error),
    };
    match status {
        S::INTERNAL_SERVER_ERROR => tracing::error!(%error, "casework"),
        S::SERVICE_UNAVAILABLE => tracing::warn!(%error, "casework has to wait"),
        _ => {}
    }
    Problem::said(status, title, said)
}

fn of_store(error: &StoreError) -> (StatusCode, &'static str) {
    match error {
        StoreError::Conflict { .. } | StoreError::Taken { .. } => (StatusCode::CONFLICT, "Somebody was quicker"),
        StoreError::KeyReused { .. } => (StatusCode::CONFLICT, "The idempotency key is taken"),
        StoreError::Invalid { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "The input has faults"),
        StoreError::Unavailable { .. } | StoreError::Full { .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, "The store is not available")
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "Internal error"),
    }
}

fn of_evidence(error: &EvidenceError, said: Said) -> Problem {
    let (status, title) = match error {
        EvidenceError::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "The body is too large"),
        EvidenceError::Missing { .. } => return named(&said, "file"),
        EvidenceError::Altered { .. } => (StatusCode::INTERNAL_SERVER_ERROR, "Internal error"),
        EvidenceError::Full { .. } | EvidenceError::Folder { .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, "The store is not available")
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, "The file is not taken"),
    };
    Problem::said(status, title, said)
}

/// Something that the input names is not there: a fault of the input.
fn named(said: &Said, path: &str) -> Problem {
    Problem::faults(Faults::one(path, said.sentence.clone(), said.remedy.clone()))
}

/// How casework may refuse, for the description of each endpoint.
pub(super) struct CaseRefusals;

impl IntoResponses for CaseRefusals {
    fn responses() -> BTreeMap<String, RefOr<Description>> {
        let refusals = [
            ("400", "The body is not readable."),
            ("401", "No token came, or nobody has it."),
            ("403", "It is not for this account: the turn of another, or a case of one's own."),
            ("404", "There is no such thing, or this account may not see it."),
            (
                "409",
                "The procedure does not allow it now, somebody was quicker, or the idempotency key stands for another request.",
            ),
            ("410", "What is asked for was erased."),
            ("413", "The body is too large."),
            ("415", "The body is not of the declared type."),
            ("422", "The content has faults; they are listed with their paths."),
            ("500", "What is kept is not what was recorded."),
            (
                "503",
                "The store cannot be reached or has no room; what was acknowledged is kept. Ask again with the same idempotency key.",
            ),
        ];
        let description = |says: &str| {
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            RefOr::T(ResponseBuilder::new().description(says).content("application/problem+json", problem).build())
        };
        refusals.into_iter().map(|(status, says)| (status.to_owned(), description(says))).collect()
    }
}
