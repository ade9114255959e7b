//! Rounds and committees as readers may see them, and the lists of rounds, committees and sessions.

use casework::Role;
use casework::committee::{Committee, Expert, Remit, Term};
use casework::round::{Phase, Plan, Round};
use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{After, Filter, Page, View, ViewRow};

use crate::account::{Caller, is_of_office};
use crate::committee::stream as committee_stream;
use crate::error::OfficeError;
use crate::history::Loaded;
use crate::listing::{MOST_LISTED, USUALLY_LISTED, cursor, written};
use crate::office::Office;
use crate::round::stream as round_stream;
use crate::session::{OF_MEMBER, OF_OFFICE, stream as session_stream};

/// A round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RoundShown {
    /// Its id.
    pub id: String,
    /// How many records its history has.
    pub version: u64,
    /// Where it stands: planned, announced, closed or abandoned.
    pub phase: String,
    /// The plan.
    pub plan: Plan,
    /// The days on which cases are filed into it.
    pub window: Option<Term>,
    /// The text of its notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// The notice's section for skilled workers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skilled_section: Option<String>,
}

/// A committee.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CommitteeShown {
    /// Its id.
    pub id: String,
    /// How many records its history has.
    pub version: u64,
    /// The organisation that keeps its office.
    pub office: String,
    /// What it reviews.
    pub remit: Remit,
    /// How many members its sessions have.
    pub size: u16,
    /// From when until when the filing is valid.
    pub filing: Term,
    /// Whether it was taken off the file.
    pub dissolved: bool,
    /// The ids of its scoring sheets on file.
    pub sheets: Vec<String>,
    /// The pool of experts: for its office and who keeps the register; an expert sees himself, anybody else null.
    pub pool: Option<Vec<Expert>>,
}

/// A round, a committee or a session in a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListedFiling {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub state: String,
    /// The organisation that keeps its office.
    pub office: String,
    /// The place; none for a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The committee of a round or a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub committee: Option<String>,
    /// The last day of a round's window or of a committee's filing; the day of a session.
    pub day: Option<String>,
}

/// A page of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListedFilings {
    /// What is listed.
    pub listed: Vec<ListedFiling>,
    /// The cursor of the next page, where there may be one.
    pub next: Option<String>,
}

/// Where a page begins, and how long it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PageWanted {
    /// Where the page before ended.
    pub after: Option<String>,
    /// How many, at most [`MOST_LISTED`].
    pub limit: Option<u32>,
}

impl PageWanted {
    fn read(&self) -> Result<(Option<After>, u32), OfficeError> {
        let after = self.after.as_deref().map(cursor).transpose()?;
        Ok((after, self.limit.unwrap_or(USUALLY_LISTED).clamp(1, MOST_LISTED)))
    }
}

impl Office {
    /// A round: for everybody once it is announced, before that for its office.
    ///
    /// # Errors
    /// There is none, or none for the caller; the store cannot be reached.
    pub async fn round_shown(&self, by: &Caller, id: &str) -> Result<RoundShown, OfficeError> {
        let none = || OfficeError::NotFound { what: "round", id: id.to_owned() };
        let loaded: Loaded<Round> = self.load(&round_stream(id)).await?;
        let is_known = matches!(loaded.state.phase, Phase::Announced | Phase::Closed);
        let is_own = loaded.state.plan.as_ref().is_some_and(|plan| is_of_office(by, &plan.office));
        if !is_known && !is_own {
            return Err(none());
        }
        self.shown_round(id, loaded).await?.ok_or_else(none)
    }

    /// A round with the texts of its notice; none where it was never planned.
    pub(crate) async fn shown_round(&self, id: &str, loaded: Loaded<Round>) -> Result<Option<RoundShown>, OfficeError> {
        let round = loaded.state;
        let Some(plan) = round.plan else { return Ok(None) };
        let (mut notice, mut skilled_section) = (None, None);
        if let Some(announced) = &round.notice {
            notice = self.text_of(&announced.text).await?;
            if let Some(section) = &announced.skilled_section {
                skilled_section = self.text_of(section).await?;
            }
        }
        let (version, phase) = (loaded.version, round.phase.key().to_owned());
        Ok(Some(RoundShown { id: id.to_owned(), version, phase, plan, window: round.window, notice, skilled_section }))
    }

    /// A text that somebody wrote.
    pub(crate) async fn text_of(&self, reference: &casework::case::DocumentRef) -> Result<Option<String>, OfficeError> {
        Ok(self.document(reference).await?.as_str().map(str::to_owned))
    }

    /// A committee on file. Who is in its pool is for its office and who keeps the register.
    ///
    /// # Errors
    /// There is none, or the store cannot be reached.
    pub async fn committee_shown(&self, by: &Caller, id: &str) -> Result<CommitteeShown, OfficeError> {
        let loaded: Loaded<Committee> = self.load(&committee_stream(id)).await?;
        let committee = loaded.state;
        let none = || OfficeError::NotFound { what: "committee", id: id.to_owned() };
        let registration = committee.registration.ok_or_else(none)?;
        let whole = by.role == Role::Administrator || is_of_office(by, &registration.office);
        let seen = |expert: &&Expert| whole || expert.id == by.id;
        let pool: Vec<Expert> = committee.pool.values().filter(seen).cloned().collect();
        Ok(CommitteeShown {
            id: id.to_owned(),
            version: loaded.version,
            office: registration.office,
            remit: registration.remit,
            size: registration.size,
            filing: registration.filing,
            dissolved: committee.dissolved,
            sheets: committee.sheets.into_keys().collect(),
            pool: (whole || !pool.is_empty()).then_some(pool),
        })
    }

    /// The rounds into which cases are filed today, those that end first at the beginning.
    ///
    /// # Errors
    /// The cursor is none, or the store cannot be read.
    pub async fn round_list(&self, wanted: &PageWanted) -> Result<ListedFilings, OfficeError> {
        let (mut after, limit) = wanted.read()?;
        let today = self.moment().day;
        let filter = of_kind("round", Phase::Announced.key());
        loop {
            let mut page = self.store.worklist(&filter, after.as_ref(), limit).await?;
            page.rows.retain(|row| is_open(row, today));
            if !page.rows.is_empty() || page.next.is_none() {
                return Ok(listed(page, &round_stream("")));
            }
            after = page.next;
        }
    }

    /// The committees on file, those whose filing ends first at the beginning.
    ///
    /// # Errors
    /// The cursor is none, or the store cannot be read.
    pub async fn committee_list(&self, wanted: &PageWanted) -> Result<ListedFilings, OfficeError> {
        let (after, limit) = wanted.read()?;
        let page = self.store.worklist(&of_kind("committee", ON_FILE), after.as_ref(), limit).await?;
        Ok(listed(page, &committee_stream("")))
    }

    /// The sessions in which the caller sits as an expert, or those of the caller's organisation, by id.
    ///
    /// # Errors
    /// The cursor is none, or the store cannot be read.
    pub async fn session_list(&self, by: &Caller, wanted: &PageWanted) -> Result<ListedFilings, OfficeError> {
        let (after, limit) = wanted.read()?;
        let sits = matches!(by.role, Role::Expert | Role::Chair);
        let (key, value) = match &by.organisation {
            Some(organisation) if !sits => (OF_OFFICE, organisation),
            _ => (OF_MEMBER, &by.id),
        };
        let page = self.store.find(key, value, after.as_ref(), limit).await?;
        Ok(listed(page, &session_stream("")))
    }
}

/// The state in the lists of a committee that is on file.
const ON_FILE: &str = "on-file";

pub(crate) fn of_kind(kind: &str, state: &str) -> Filter {
    Filter { kind: Some(kind.to_owned()), state: Some(state.to_owned()), ..Filter::default() }
}

/// The row of a committee in the lists.
pub(crate) fn committee_row(id: &str, committee: &Committee) -> Option<View> {
    let registration = committee.registration.as_ref()?;
    Some(View {
        id: committee_stream(id),
        kind: "committee".to_owned(),
        holder: registration.office.clone(),
        state: if committee.dissolved { "dissolved" } else { ON_FILE }.to_owned(),
        place: registration.remit.place.clone(),
        due: Some(registration.filing.until.date()),
        search: Vec::new(),
        body: json!({ "committee": id }),
    })
}

/// Whether the window of a round's row contains a day.
fn is_open(row: &ViewRow, today: Day) -> bool {
    let window = row.body.get("window").cloned().unwrap_or_default();
    serde_json::from_value::<Term>(window).is_ok_and(|window| window.contains(today))
}

fn listed(page: Page, prefix: &str) -> ListedFilings {
    let next = page.next.as_ref().map(written);
    let one = |row: ViewRow| {
        let committee = row.body.get("committee").and_then(Value::as_str).filter(|_| row.kind != "committee");
        Some(ListedFiling {
            committee: committee.map(str::to_owned),
            id: row.id.strip_prefix(prefix)?.to_owned(),
            day: row.due.map(|due| due.to_string()),
            place: Some(row.place).filter(|place| !place.is_empty()),
            state: row.state,
            office: row.holder,
        })
    };
    ListedFilings { listed: page.rows.into_iter().filter_map(one).collect(), next }
}
