//! What is committed together, and the bounds that it has to keep.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;

use crate::error::StoreError;
use crate::hash::Hash;
use crate::record::{NewRecord, Root, canonical};

/// The most bytes that the canonical text of one record's, document's or row's body may have: 1 MiB. Larger things are evidence files.
pub const MOST_BODY_BYTES: usize = 1 << 20;
/// The most bytes of an id, a stream, a kind, a recipient and the like.
pub const MOST_NAME_BYTES: usize = 512;
/// The most records, rows, messages and documents of one unit, together.
pub const MOST_PARTS: usize = 10_000;

/// One atomic unit: all of it is applied, or nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unit {
    /// What is appended to which streams; each stream at most once.
    pub appends: Vec<Append>,
    /// How the worklist changes.
    pub views: Vec<ViewChange>,
    /// What is to be sent once this has been committed.
    pub messages: Vec<Message>,
    /// Personal data that the records refer to by id.
    pub personal: Vec<PersonalDocument>,
    /// What becomes of an urn.
    pub urn: Option<UrnChange>,
    /// Makes asking again harmless.
    pub key: Option<IdempotencyKey>,
}

/// What becomes of an urn for secret ballots, together with the records that say so.
#[derive(Clone, PartialEq, Eq)]
pub enum UrnChange {
    /// It is opened.
    Open {
        /// Its id; unique for ever.
        urn: String,
        /// What the caller keeps with it until it closes, for nobody else to know.
        secret: String,
    },
    /// It is closed for good, and its secret is taken away.
    Close {
        /// Its id.
        urn: String,
        /// How many ballots it holds, as the decision has it. With another number nothing happens.
        ballots: u64,
    },
    /// It is closed for good and emptied.
    Void {
        /// Its id.
        urn: String,
    },
}

impl UrnChange {
    /// The urn.
    #[must_use]
    pub fn urn(&self) -> &str {
        match self {
            Self::Open { urn, .. } | Self::Close { urn, .. } | Self::Void { urn } => urn,
        }
    }
}

impl fmt::Debug for UrnChange {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { urn, .. } => write!(f, "Open({urn})"),
            Self::Close { urn, ballots } => write!(f, "Close({urn}, {ballots})"),
            Self::Void { urn } => write!(f, "Void({urn})"),
        }
    }
}

/// Records for one stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Append {
    /// The stream, for example a case.
    pub stream: String,
    /// The version that the decision rests on: how many records the stream has; 0 for a new one.
    pub expected_version: u64,
    /// The records, in order. Empty: the version is only checked.
    pub records: Vec<NewRecord>,
}

/// One change of the worklist.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewChange {
    /// Puts the row in the place of the one with the same id, search keys included.
    Put(View),
    /// Takes the row with this id away, and its search keys.
    Remove(String),
}

/// A row of the worklist.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Whose row it is, for example a case's id.
    pub id: String,
    /// What sort of thing it is.
    pub kind: String,
    /// The organisation or pool whose turn it is.
    pub holder: String,
    /// Where it stands.
    pub state: String,
    /// The jurisdiction.
    pub place: String,
    /// The day by which something has to happen; worklists are in this order, rows without a day last.
    pub due: Option<jiff::civil::Date>,
    /// Names and values under which [`crate::Store::find`] finds the row.
    pub search: Vec<(String, String)>,
    /// What a list shows of it.
    pub body: Value,
}

/// A message to be delivered at least once, after those that were committed earlier for the same recipient.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// By which the recipient tells a repetition; unique for ever.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// What.
    pub body: Value,
}

/// Personal data under an id. It is written once, never changed, and can be erased.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonalDocument {
    /// By which records refer to it; unique for ever.
    pub id: String,
    /// What sort of document it is.
    pub kind: String,
    /// The data.
    pub body: Value,
}

/// Makes a request repeatable: who asks again with the same key and the same request gets the answer of the first time.
#[derive(Debug, Clone, PartialEq)]
pub struct IdempotencyKey {
    /// Who asks; keys of different actors have nothing to do with each other.
    pub actor: String,
    /// The key that the actor has chosen.
    pub key: String,
    /// A digest of the request, by which another request under the same key is noticed.
    pub request_digest: String,
    /// The answer, given back byte for byte.
    pub answer: String,
    /// When it was given, from which its term counts.
    pub at: Timestamp,
}

/// What has become of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// It is applied and durable.
    Applied {
        /// Where its records stand, in the order of the unit.
        records: Vec<Position>,
        /// The chain's root right after it.
        root: Root,
    },
    /// It had been applied earlier; now nothing was.
    Repeated {
        /// The answer of the first time.
        answer: String,
    },
}

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its number in the log.
    pub seq: u64,
    /// Its stream.
    pub stream: String,
    /// Its number in the stream.
    pub version: u64,
    /// Its hash.
    pub hash: Hash,
}

/// A unit whose bounds hold, each body also as text: of records in the order of the unit, canonical; likewise of the others.
pub(crate) struct Ready {
    pub unit: Unit,
    pub records: Vec<Vec<String>>,
    pub views: Vec<String>,
    pub messages: Vec<String>,
    pub personal: Vec<String>,
}

impl Ready {
    /// Checks the bounds; what depends on the database is checked when the unit is applied.
    pub fn new(unit: Unit) -> Result<Self, StoreError> {
        let records = unit.appends.iter().map(|append| append.records.len()).sum::<usize>();
        let parts = records + unit.appends.len() + unit.views.len() + unit.messages.len() + unit.personal.len();
        if parts > MOST_PARTS {
            let what = format!("the unit has {parts} parts, more than {MOST_PARTS}");
            return Err(StoreError::invalid("unit", what, "commit it in several units"));
        }
        Ok(Self {
            records: unit
                .appends
                .iter()
                .enumerate()
                .map(|part| append(part, &unit.appends))
                .collect::<Result<_, _>>()?,
            views: unit.views.iter().enumerate().map(view).collect::<Result<_, _>>()?,
            messages: unit.messages.iter().enumerate().map(message).collect::<Result<_, _>>()?,
            personal: unit.personal.iter().enumerate().map(personal).collect::<Result<_, _>>()?,
            unit: key(urn(unit)?)?,
        })
    }
}

fn append((index, append): (usize, &Append), all: &[Append]) -> Result<Vec<String>, StoreError> {
    let place = format!("appends[{index}]");
    name(&place, "stream", &append.stream)?;
    if all.iter().take(index).any(|earlier| earlier.stream == append.stream) {
        let what = format!("the stream {} is appended to twice", append.stream);
        return Err(StoreError::invalid(place, what, "put its records into one append"));
    }
    let record = |(index, record): (usize, &NewRecord)| {
        let place = format!("{place}.records[{index}]");
        name(&place, "kind", &record.kind)?;
        name(&place, "actor", &record.actor)?;
        name(&place, "at", &record.at)?;
        if record.at.parse::<jiff::Timestamp>().is_err() {
            let what = format!("`{}` is no moment as RFC 3339 has it", record.at);
            return Err(StoreError::invalid(format!("{place}.at"), what, "write it like 2026-11-27T09:00:00+08:00"));
        }
        let body = canonical(&record.body).map_err(|path| {
            let what = "the integer is beyond 2⁵³ − 1, where readers of JSON begin to round";
            StoreError::invalid(format!("{place}.body{path}"), what, "write it as a string")
        })?;
        bounded(&place, body)
    };
    append.records.iter().enumerate().map(record).collect()
}

fn view((index, change): (usize, &ViewChange)) -> Result<String, StoreError> {
    let place = format!("views[{index}]");
    let view = match change {
        ViewChange::Put(view) => view,
        ViewChange::Remove(id) => return name(&place, "id", id).map(|()| String::new()),
    };
    let names = [("id", &view.id), ("kind", &view.kind), ("holder", &view.holder), ("state", &view.state)];
    names.into_iter().try_for_each(|(part, text)| name(&place, part, text))?;
    plain(&place, "place", &view.place)?;
    for (key, value) in &view.search {
        name(&place, "search", key)?;
        plain(&place, "search", value)?;
    }
    bounded(&place, view.body.to_string())
}

fn message((index, message): (usize, &Message)) -> Result<String, StoreError> {
    let place = format!("messages[{index}]");
    name(&place, "id", &message.id)?;
    name(&place, "recipient", &message.recipient)?;
    bounded(&place, message.body.to_string())
}

fn personal((index, document): (usize, &PersonalDocument)) -> Result<String, StoreError> {
    let place = format!("personal[{index}]");
    name(&place, "id", &document.id)?;
    name(&place, "kind", &document.kind)?;
    bounded(&place, document.body.to_string())
}

fn urn(unit: Unit) -> Result<Unit, StoreError> {
    if let Some(change) = &unit.urn {
        name("urn", "urn", change.urn())?;
    }
    if let Some(UrnChange::Open { secret, .. }) = &unit.urn
        && (secret.is_empty() || secret.len() > MOST_BODY_BYTES || secret.contains('\0'))
    {
        let what = format!("the secret is empty, has more than {MOST_BODY_BYTES} bytes, or the character U+0000");
        return Err(StoreError::invalid("urn.secret", what, "give the urn a secret of its own"));
    }
    Ok(unit)
}

fn key(unit: Unit) -> Result<Unit, StoreError> {
    if let Some(key) = &unit.key {
        name("key", "actor", &key.actor)?;
        name("key", "key", &key.key)?;
        name("key", "request_digest", &key.request_digest)?;
        if key.answer.len() > MOST_BODY_BYTES || key.answer.contains('\0') {
            let what = format!("the answer has more than {MOST_BODY_BYTES} bytes, or the character U+0000");
            return Err(StoreError::invalid("key.answer", what, "keep an id in it, not the whole document"));
        }
    }
    Ok(unit)
}

/// A text that names something: not empty, and plain.
pub(crate) fn name(place: &str, part: &str, text: &str) -> Result<(), StoreError> {
    if text.is_empty() {
        return Err(StoreError::invalid(format!("{place}.{part}"), "it is empty", "give it a value"));
    }
    plain(place, part, text)
}

/// Not too long, and without the one character that PostgreSQL can't keep.
fn plain(place: &str, part: &str, text: &str) -> Result<(), StoreError> {
    if text.len() > MOST_NAME_BYTES || text.contains('\0') {
        let what = format!("it has more than {MOST_NAME_BYTES} bytes, or the character U+0000");
        return Err(StoreError::invalid(format!("{place}.{part}"), what, "shorten it; long texts belong into a body"));
    }
    Ok(())
}

fn bounded(place: &str, body: String) -> Result<String, StoreError> {
    if body.len() > MOST_BODY_BYTES {
        let what = format!("it has {} bytes, more than {MOST_BODY_BYTES}", body.len());
        return Err(StoreError::invalid(format!("{place}.body"), what, "keep large content as an evidence file"));
    }
    Ok(body)
}
