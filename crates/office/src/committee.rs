//! Committees on file: their orders from outside.

use casework::Order;
use casework::aggregate::Aggregate as _;
use casework::committee::{Command, Committee};
use serde_json::{Value, json};
use store::{Append, StoreError, Unit};

use crate::account::Caller;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::history::{Loaded, record};
use crate::office::Office;

/// How often an order is decided again after somebody else was quicker.
const TRIES: usize = 8;

/// The stream of a committee.
pub(crate) fn stream(id: &str) -> String {
    format!("committee/{id}")
}

impl Office {
    /// Carries out an order to a committee: a command of `casework::committee` as JSON, with texts where it has references.
    /// The numbers that committees have to keep to come from the packs, whatever the order says.
    ///
    /// # Errors
    /// The order is refused or has faults, or the store cannot be reached.
    pub async fn order_committee(&self, by: &Caller, id: &str, order: &Value) -> Result<u64, OfficeError> {
        let mut order = order.clone();
        let registers = matches!(order.get("command").and_then(Value::as_str), Some("register" | "renew"));
        if let (true, Some(fields)) = (registers, order.as_object_mut()) {
            fields.insert("rules".to_owned(), json!(self.committee_rules()));
        }
        let mut tries = 0;
        loop {
            let mut drafts = Drafts::default();
            let command: Command = self.read_command(&order, &mut drafts)?;
            let loaded: Loaded<Committee> = self.load(&stream(id)).await?;
            let at = self.moment();
            let events = loaded.state.decide(&Order { by: by.clone(), at: at.clone(), command })?;
            let records: Vec<_> = events.iter().map(|event| record(event, by, &at)).collect();
            let version = loaded.version + records.len() as u64;
            let append = Append { stream: stream(id), expected_version: loaded.version, records };
            let unit = Unit { appends: vec![append], personal: drafts.into_documents(), ..Unit::default() };
            tries += 1;
            match self.store.commit(unit).await {
                Err(StoreError::Conflict { .. }) if tries < TRIES => {}
                Err(error) => return Err(error.into()),
                Ok(_) => return Ok(version),
            }
        }
    }

    /// A committee as it is now.
    ///
    /// # Errors
    /// There is none, or the store cannot be reached.
    pub async fn committee(&self, id: &str) -> Result<Committee, OfficeError> {
        let loaded: Loaded<Committee> = self.load(&stream(id)).await?;
        if loaded.version == 0 {
            return Err(OfficeError::NotFound { what: "committee", id: id.to_owned() });
        }
        Ok(loaded.state)
    }
}
