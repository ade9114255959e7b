//! What everybody may read without a login: notices of results that run, and rounds that are announced.

use casework::case::DocumentRef;
use casework::round::{Phase, Round};
use model::Day;
use model::text::Text;
use serde::{Deserialize, Serialize};
use store::ViewRow;

use crate::error::OfficeError;
use crate::filed::{RoundShown, of_kind};
use crate::history::Loaded;
use crate::listing::{cursor, written};
use crate::office::Office;
use crate::round::stream;
use crate::view::state;

/// A notice that runs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PublicNotice {
    /// The case; who objects names it.
    pub case: String,
    /// The place.
    pub place: String,
    /// The level.
    pub target: String,
    /// What the step is called.
    pub name: Text,
    /// The organisation that published it, by its id.
    pub by: String,
    /// The text; none in a list.
    pub text: Option<String>,
    /// The day of publication; not counted.
    pub published: Day,
    /// Its last day.
    pub last: Day,
    /// Whether the calendar settles that day.
    pub certain: bool,
    /// How many complete working days it runs at least.
    pub working_days: u16,
    /// The clause that says so.
    pub clause: String,
}

/// A page of notices.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PublicNotices {
    /// The notices, by their last day.
    pub notices: Vec<PublicNotice>,
    /// The cursor of the next page, where there may be one.
    pub next: Option<String>,
}

/// A page of rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ListedRounds {
    /// The rounds, by the end of their windows.
    pub rounds: Vec<RoundShown>,
    /// The cursor of the next page, where there may be one.
    pub next: Option<String>,
}

/// What a row keeps of a notice.
#[derive(Deserialize)]
struct Row {
    case: String,
    target: String,
    text: DocumentRef,
    published: Day,
    last: Day,
    certain: bool,
    clause: String,
    working_days: u16,
    name: Text,
}

impl Office {
    /// A page of the notices of results that run.
    ///
    /// # Errors
    /// The cursor is none, or the store cannot be read.
    pub async fn public_notices(&self, after: Option<&str>, limit: u32) -> Result<PublicNotices, OfficeError> {
        let after = after.map(cursor).transpose()?;
        let page = self.store.worklist(&of_kind(state::NOTICE, state::PUBLIC), after.as_ref(), limit).await?;
        let notices = page.rows.into_iter().filter_map(read).map(|(notice, _)| notice).collect();
        Ok(PublicNotices { notices, next: page.next.as_ref().map(written) })
    }

    /// The notice of a case that everybody may read now, with its text.
    ///
    /// # Errors
    /// None runs, or the store cannot be read.
    pub async fn public_notice(&self, case: &str) -> Result<PublicNotice, OfficeError> {
        let none = || OfficeError::NotFound { what: "case", id: case.to_owned() };
        let state = self.load_case(case).await?.state;
        let (index, _) = state.step().ok_or_else(none)?;
        let row = self.store.view(&format!("{}/notice/{index}", crate::case::stream(case))).await?;
        let row = row.filter(|row| row.state == state::PUBLIC).and_then(read);
        let (notice, text) = row.ok_or_else(none)?;
        Ok(PublicNotice { text: self.text_of(&text).await?, ..notice })
    }

    /// A page of the rounds that are announced and not closed.
    ///
    /// # Errors
    /// The cursor is none, or the store cannot be read.
    pub async fn public_rounds(&self, after: Option<&str>, limit: u32) -> Result<ListedRounds, OfficeError> {
        let after = after.map(cursor).transpose()?;
        let page = self.store.worklist(&of_kind("round", Phase::Announced.key()), after.as_ref(), limit).await?;
        let mut rounds = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let Some(id) = row.id.strip_prefix(&stream("")) else { continue };
            let loaded: Loaded<Round> = self.load(&row.id).await?;
            rounds.extend(self.shown_round(id, loaded).await?);
        }
        Ok(ListedRounds { rounds, next: page.next.as_ref().map(written) })
    }
}

fn read(row: ViewRow) -> Option<(PublicNotice, DocumentRef)> {
    let Row { case, target, text, published, last, certain, clause, working_days, name } =
        serde_json::from_value(row.body).ok()?;
    let (place, by) = (row.place, row.holder);
    Some((
        PublicNotice { case, place, target, name, by, text: None, published, last, certain, working_days, clause },
        text,
    ))
}
