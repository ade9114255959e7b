//! Pages of casework that everybody may read without a login.

pub(crate) mod batches;
pub(crate) mod notice;
pub(crate) mod notices;

use axum::response::Response;
use office::OfficeError;

use crate::pages::inside::{Answer, told};

use crate::language::Reader;

/// How many of a list stand on a page.
const PER_PAGE: u32 = 30;

/// The cursor in an address.
fn after(query: Option<&str>) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.find(|(name, value)| name == "after" && !value.is_empty()).map(|(_, value)| value.into_owned())
}

/// What came out; a cursor that is none leads nowhere.
fn listed<T>(reader: &Reader, done: Result<T, OfficeError>) -> Answer<T> {
    match done {
        Err(OfficeError::Faults(_)) => {
            let nothing: Box<Response> = Box::new(crate::pages::message::nothing_here(reader));
            Err(nothing.into())
        }
        done => Ok(told(reader, done)?),
    }
}
