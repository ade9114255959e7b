//! Histories in the log: events to records and back, and the state that a stream leads to.

use casework::aggregate::{Aggregate, Event};
use casework::{Actor, Moment, Order};
use serde_json::{Map, Value};
use store::{Append, NewRecord, Record};

use crate::error::OfficeError;
use crate::moment;
use crate::office::Office;

/// A state with the version of its stream.
#[derive(Clone, Debug, Default)]
pub(crate) struct Loaded<A> {
    /// The state.
    pub state: A,
    /// How many records lead to it.
    pub version: u64,
    /// When the last of them was made; none where there is none.
    pub last: Option<Moment>,
}

impl<A: Aggregate> Loaded<A> {
    /// Goes on by the next event.
    pub fn evolve(&mut self, event: &Event<A::Event>) {
        self.state.evolve(event);
        self.version += 1;
        self.last = Some(event.at.clone());
    }
}

/// The records of events: the kind of each is the event's name, its body the rest.
pub(crate) fn records<E: serde::Serialize>(
    events: &[E],
    by: &Actor,
    at: &Moment,
) -> Result<Vec<NewRecord>, OfficeError> {
    events.iter().map(|event| record(event, by, at)).collect()
}

fn record<E: serde::Serialize>(event: &E, by: &Actor, at: &Moment) -> Result<NewRecord, OfficeError> {
    let unwritable = || OfficeError::Altered { id: format!("an event of {}", std::any::type_name::<E>()) };
    let (kind, body) = match serde_json::to_value(event) {
        Ok(Value::String(kind)) => (kind, Value::Null),
        Ok(Value::Object(fields)) if fields.len() == 1 => fields.into_iter().next().ok_or_else(unwritable)?,
        Ok(_) | Err(_) => return Err(unwritable()),
    };
    Ok(NewRecord { kind, actor: by.id.clone(), at: moment::written(at), body })
}

/// The event of a record; what an earlier release wrote can be read.
pub(crate) fn event<E: serde::de::DeserializeOwned>(record: &Record) -> Result<Event<E>, OfficeError> {
    let value = if record.body.is_null() {
        Value::String(record.kind.clone())
    } else {
        Value::Object(Map::from_iter([(record.kind.clone(), record.body.clone())]))
    };
    let what = serde_json::from_value(value)
        .map_err(|error| OfficeError::Altered { id: format!("{}/{} ({error})", record.stream, record.version) })?;
    Ok(Event { actor: record.actor.clone(), at: moment::read(&record.at), what })
}

/// What an order makes happen in a history: the records to append, and the state after them.
pub(crate) struct Decided<A: Aggregate> {
    /// The events.
    pub events: Vec<A::Event>,
    /// Their records.
    pub append: Append,
    /// The state after them.
    pub after: A,
    /// How many records lead to it.
    pub version: u64,
}

impl Office {
    /// Decides an order in a history as it stands.
    pub(crate) fn decide<A: Aggregate>(
        &self,
        stream: String,
        loaded: &Loaded<A>,
        by: &Actor,
        command: A::Command,
    ) -> Result<Decided<A>, OfficeError> {
        let at = self.moment_after(loaded.last.as_ref())?;
        let events = loaded.state.decide(&Order { by: by.clone(), at: at.clone(), command })?;
        let mut after = loaded.state.clone();
        for what in &events {
            after.evolve(&Event { actor: by.id.clone(), at: at.clone(), what: what.clone() });
        }
        let records = records(&events, by, &at)?;
        let version = loaded.version + records.len() as u64;
        let append = Append { stream, expected_version: loaded.version, records };
        Ok(Decided { events, append, after, version })
    }

    /// The state of a stream; the default where nothing happened yet.
    pub(crate) async fn load<A: Aggregate>(&self, stream: &str) -> Result<Loaded<A>, OfficeError> {
        let mut loaded = Loaded::default();
        for record in &self.store.stream(stream).await? {
            loaded.evolve(&event(record)?);
        }
        Ok(loaded)
    }
}
