//! Lists of cases: those that wait for the caller, and an applicant's own.

use model::Faults;
use model::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{After, Filter, Page, ViewRow};
use wording::Lang;

use crate::account::Caller;
use crate::documents::hexadecimal;
use crate::error::OfficeError;
use crate::office::Office;
use crate::sentence::status_word;

/// The most rows of a page.
pub const MOST_LISTED: u32 = 200;
/// The rows of a page where nobody says how many.
pub const USUALLY_LISTED: u32 = 50;

/// The states by which lists are narrowed.
pub const STATES: &[&str] = &["draft", "check", "notice", "review", "exam", "confirm", "returned", "over"];

/// Which rows are wanted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// All cases of the caller as applicant, and not only those that wait for the caller.
    pub own: bool,
    /// Only those in this state, one of [`STATES`].
    pub state: Option<String>,
    /// Objections that wait for an answer, and not cases.
    pub objections: bool,
    /// Where the page before ended.
    pub after: Option<String>,
    /// How many, at most [`MOST_LISTED`].
    pub limit: Option<u32>,
}

/// A case in a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListedCase {
    /// The case.
    pub case: String,
    /// The objection, counted from 1, in a list of objections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objection: Option<u64>,
    /// The sort of state: draft, check, notice, review, exam, confirm, returned, over; of an objection open or answered.
    pub state: String,
    /// The step, or where it ended.
    pub status: String,
    /// What that is called.
    pub named: Text,
    /// Whose turn it is: an organisation, or the applicant's account; none when it is over.
    pub holder: Option<String>,
    /// The place.
    pub place: String,
    /// The level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The day by which something has to happen, or on which something can.
    pub due: Option<String>,
}

/// A page of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Listed {
    /// The cases: by due day, those without one last.
    pub cases: Vec<ListedCase>,
    /// The cursor of the next page, where there may be one.
    pub next: Option<String>,
}

/// A page of organisations.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListedOrganisations {
    /// The organisations, by id.
    pub organisations: Vec<casework::register::Organisation>,
    /// The cursor of the next page, where there is one.
    pub next: Option<String>,
}

impl Office {
    /// A page of the caller's list.
    ///
    /// # Errors
    /// The state or the cursor is unknown, or the store cannot be read.
    pub async fn list(&self, by: &Caller, wanted: &Wanted) -> Result<Listed, OfficeError> {
        let after = wanted.after.as_deref().map(cursor).transpose()?;
        if let Some(state) = wanted.state.as_deref().filter(|state| !STATES.contains(state)) {
            let problem = format!("{state:?} is no state");
            return Err(Faults::one("state", problem, format!("write one of {}", STATES.join(", "))).into());
        }
        let limit = wanted.limit.unwrap_or(USUALLY_LISTED).clamp(1, MOST_LISTED);
        let page = if wanted.own {
            self.own(by, wanted, after, limit).await?
        } else {
            let filter = Filter {
                holder: Some(by.organisation.clone().unwrap_or_else(|| by.id.clone())),
                state: wanted.state.clone(),
                kind: Some(if wanted.objections { "objection" } else { "case" }.to_owned()),
            };
            self.store.worklist(&filter, after.as_ref(), limit).await?
        };
        let next = page.next.as_ref().map(written);
        Ok(Listed { cases: page.rows.into_iter().filter_map(listed).collect(), next })
    }

    /// The applicant's own cases, page after page until enough fit.
    async fn own(
        &self,
        by: &Caller,
        wanted: &Wanted,
        mut after: Option<After>,
        limit: u32,
    ) -> Result<Page, OfficeError> {
        loop {
            let mut page = self.store.find("applicant", &by.id, after.as_ref(), limit).await?;
            page.rows.retain(|row| wanted.state.as_ref().is_none_or(|state| row.state == *state));
            if !page.rows.is_empty() || page.next.is_none() {
                return Ok(page);
            }
            after = page.next;
        }
    }

    /// A page of the organisations on record.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn organisations(
        &self,
        after: Option<&str>,
        limit: Option<u32>,
    ) -> Result<ListedOrganisations, OfficeError> {
        use std::ops::Bound;
        let limit = limit.unwrap_or(USUALLY_LISTED).clamp(1, MOST_LISTED) as usize;
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let register = self.register().await?;
        let mut rows = register.organisations.range::<str, _>((from, Bound::Unbounded)).map(|(_, one)| one);
        let organisations: Vec<_> = rows.by_ref().take(limit).cloned().collect();
        let next = rows.next().and_then(|_| organisations.last()).map(|last| last.id.clone());
        Ok(ListedOrganisations { organisations, next })
    }
}

fn listed(row: ViewRow) -> Option<ListedCase> {
    let text = |key: &str| row.body.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(ListedCase {
        case: text("case")?,
        objection: row.body.get("number").and_then(Value::as_u64),
        named: row.body.get("named").and_then(|named| serde_json::from_value(named.clone()).ok()).unwrap_or_else(
            || {
                // A row of an earlier release.
                let status = text("status").unwrap_or_default();
                Text { zh: status_word(&status, Lang::Zh), en: status_word(&status, Lang::En) }
            },
        ),
        status: text("status")?,
        target: text("target"),
        holder: Some(row.holder).filter(|holder| holder != "nobody"),
        due: row.due.map(|due| due.to_string()),
        state: row.state,
        place: row.place,
    })
}

/// A cursor as it is handed out: nothing that a reader should take apart.
pub(crate) fn written(after: &After) -> String {
    hexadecimal(&serde_json::to_vec(after).unwrap_or_default())
}

/// Reads a cursor that was handed out.
pub(crate) fn cursor(text: &str) -> Result<After, OfficeError> {
    let fault = || Faults::one("after", "this is no cursor", "take `next` of the page before, or leave it out");
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes: Option<Vec<u8>> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect::<Option<_>>();
    let bytes = bytes.filter(|bytes| rest.is_empty() && !bytes.windows(6).any(|part| part == b"\\u0000"));
    let bytes = bytes.ok_or_else(fault)?;
    serde_json::from_slice(&bytes).map_err(|_| fault().into())
}
