//! What every page behind the login shares: the office, who is in, and the pages that are shown instead.

use std::sync::Arc;

use accounts::Stage;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use office::{Caller, Office, OfficeError, Visitor};
use store::StoreError;

use crate::api::is_id;
use crate::frame::Frame;
use crate::guard::{self, Bound, Fields};
use crate::language::Reader;
use crate::pages::message::{no_answer, nothing_here};
use crate::state::{NoAnswer, Portal};
use crate::visit::Visit;

/// A page, or the page that is shown instead.
pub(crate) type Page<T> = Result<T, Box<Response>>;

/// The office, where there is one; without it nobody can log in.
pub(crate) fn office<'a>(portal: &'a Portal, reader: &Reader) -> Page<&'a Office> {
    portal.office.as_ref().ok_or_else(|| Box::new(nothing_here(reader)))
}

/// What came out, or the page that says that nothing did. What the visitor may not see is answered as what is not there.
pub(crate) fn told<T>(reader: &Reader, done: Result<T, OfficeError>) -> Page<T> {
    done.map_err(|error| {
        Box::new(match error {
            OfficeError::NotFound { .. } | OfficeError::NotForYou { .. } => nothing_here(reader),
            OfficeError::Store(StoreError::Unavailable { .. } | StoreError::Full { .. })
            | OfficeError::ClockBehind { .. } => {
                tracing::error!(%error, "a page behind the login");
                no_answer(reader, &NoAnswer::Busy)
            }
            error => {
                tracing::error!(%error, "a page behind the login");
                no_answer(reader, &NoAnswer::Broken)
            }
        })
    })
}

/// Whoever is in. Others are sent to where they get in.
pub(crate) fn inside<'a>(reader: &Reader, visit: &'a Visit) -> Page<&'a Visitor> {
    let to = match visit.visitor.as_deref() {
        Some(visitor) if visitor.is_open() => return Ok(visitor),
        Some(visitor) if visitor.stage == Stage::Code => "/login/code",
        Some(_) => "/account/factor",
        None => "/login",
    };
    Err(Box::new(to_page(reader, to)))
}

/// Sends the browser on to a page, in the same language.
pub(crate) fn to_page(reader: &Reader, path: &str) -> Response {
    Redirect::to(&Frame::new(reader, "", "").link(path)).into_response()
}

/// The page that is shown instead of the one that was asked for.
#[derive(Debug)]
pub(crate) struct Instead(Box<Response>);

impl From<Box<Response>> for Instead {
    fn from(page: Box<Response>) -> Self {
        Self(page)
    }
}

impl IntoResponse for Instead {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// What a page behind the login answers.
pub(crate) type Answer<T = Response> = Result<T, Instead>;

/// Whoever asks for a page behind the login: a handler that takes this cannot be reached by anybody else.
#[derive(Debug)]
pub(crate) struct Inside {
    /// The office.
    pub(crate) office: Office,
    /// Who is in.
    pub(crate) visitor: Arc<Visitor>,
    /// In which language they read.
    pub(crate) reader: Reader,
    /// What every request reaches.
    pub(crate) portal: Arc<Portal>,
}

impl Inside {
    /// The account, in its role.
    pub(crate) fn by(&self) -> &Caller {
        &self.visitor.caller
    }

    /// What came out, or the page that says that nothing did.
    pub(crate) fn told<T>(&self, done: Result<T, OfficeError>) -> Answer<T> {
        Ok(told(&self.reader, done)?)
    }

    /// The page of an address where nothing stands.
    pub(crate) fn nothing<T>(&self) -> Answer<T> {
        Err(Instead(Box::new(nothing_here(&self.reader))))
    }

    /// Sends the browser on.
    pub(crate) fn to(&self, path: &str) -> Response {
        to_page(&self.reader, path)
    }
}

impl FromRequestParts<Arc<Portal>> for Inside {
    type Rejection = Instead;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Instead> {
        let (Some(reader), Some(visit)) = (parts.extensions.get::<Reader>(), parts.extensions.get::<Visit>()) else {
            return Err(Instead(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())));
        };
        let office = office(portal, reader)?.clone();
        inside(reader, visit)?;
        let visitor = visit.visitor.clone().ok_or_else(|| Box::new(to_page(reader, "/login")))?;
        Ok(Self { office, visitor, reader: reader.clone(), portal: Arc::clone(portal) })
    }
}

/// A form that whoever is in has sent from a page of this session.
#[derive(Debug)]
pub(crate) struct Sent {
    /// Who sent it.
    pub(crate) inside: Inside,
    /// What stands in it.
    pub(crate) fields: Fields,
}

impl FromRequest<Arc<Portal>> for Sent {
    type Rejection = Instead;

    async fn from_request(request: Request, portal: &Arc<Portal>) -> Result<Self, Instead> {
        let (mut parts, body) = request.into_parts();
        let inside = Inside::from_request_parts(&mut parts, portal).await?;
        let (headers, visit) = (parts.headers.clone(), parts.extensions.get::<Visit>().cloned().unwrap_or_default());
        let body = Bytes::from_request(Request::from_parts(parts, body), portal).await;
        let fields = guard::fields(&inside.reader, Bound::Session(&visit), &headers, body)?;
        Ok(Self { inside, fields })
    }
}

/// The id in an address that names one thing; what cannot be an id leads nowhere.
#[derive(Debug)]
pub(crate) struct Named(pub(crate) String);

impl FromRequestParts<Arc<Portal>> for Named {
    type Rejection = Instead;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Instead> {
        match Path::<String>::from_request_parts(parts, portal).await {
            Ok(Path(id)) if is_id(&id) => Ok(Self(id)),
            _ => match parts.extensions.get::<Reader>() {
                Some(reader) => Err(Instead(Box::new(nothing_here(reader)))),
                None => Err(Instead(Box::new(StatusCode::NOT_FOUND.into_response()))),
            },
        }
    }
}
