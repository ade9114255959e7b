//! Histories in the log: events to records and back, and the state that a stream leads to.

use casework::aggregate::{Aggregate, Event};
use casework::{Actor, Moment};
use serde_json::{Map, Value};
use store::{NewRecord, Record};

use crate::error::OfficeError;
use crate::moment;
use crate::office::Office;

/// A state with the version of its stream.
#[derive(Clone, Debug)]
pub(crate) struct Loaded<A> {
    /// The state.
    pub state: A,
    /// How many records lead to it.
    pub version: u64,
}

/// The record of an event: its kind is the event's name, its body the rest.
pub(crate) fn record<E: serde::Serialize>(event: &E, by: &Actor, at: &Moment) -> NewRecord {
    let (kind, body) = match serde_json::to_value(event) {
        Ok(Value::String(kind)) => (kind, Value::Null),
        Ok(Value::Object(fields)) => fields.into_iter().next().unwrap_or_else(|| ("empty".to_owned(), Value::Null)),
        Ok(_) | Err(_) => ("unreadable".to_owned(), Value::Null),
    };
    NewRecord { kind, actor: by.id.clone(), at: moment::written(at), body }
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

impl Office {
    /// The state of a stream; the default where nothing happened yet.
    pub(crate) async fn load<A: Aggregate>(&self, stream: &str) -> Result<Loaded<A>, OfficeError> {
        let records = self.store.stream(stream).await?;
        let mut state = A::default();
        for record in &records {
            state.evolve(&event(record)?);
        }
        Ok(Loaded { state, version: records.len() as u64 })
    }
}
