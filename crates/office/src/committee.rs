//! Committees on file: their orders from outside.

use casework::committee::{Command, Committee};
use serde_json::{Value, json};
use store::{Unit, ViewChange};

use crate::account::Caller;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::filed::committee_row;
use crate::history::Loaded;
use crate::office::Office;
use crate::once::Once;
use crate::texts::not_told;

/// The stream of a committee.
pub(crate) fn stream(id: &str) -> String {
    format!("committee/{id}")
}

impl Office {
    /// Carries out an order to a committee: a command of `casework::committee` as JSON, with texts where it has references.
    /// The numbers that committees have to keep to come from the packs, and may not stand in the order.
    /// With a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// The order is refused or has faults, or the store cannot be reached.
    pub async fn order_committee(
        &self,
        by: &Caller,
        id: &str,
        order: &Value,
        key: Option<&str>,
    ) -> Result<u64, OfficeError> {
        let once = Once::of(by, key, &json!({ "committee": id, "order": order }));
        not_told(order, &["rules"])?;
        let mut order = order.clone();
        let files = matches!(order.get("command").and_then(Value::as_str), Some("register" | "renew"));
        if let (true, Some(fields)) = (files, order.as_object_mut()) {
            fields.insert("rules".to_owned(), json!(self.committee_rules()));
        }
        let make = || async {
            let mut drafts = Drafts::default();
            let command: Command = self.read_command(&order, &mut drafts)?;
            let loaded: Loaded<Committee> = self.load(&stream(id)).await?;
            loaded.state.permitted(by, &command)?;
            if let Command::FileSheet { sheet } = &command {
                sheet.check().map_err(|mut faults| {
                    faults.faults.iter_mut().for_each(|fault| fault.path.insert_str(0, "sheet."));
                    faults
                })?;
            }
            let decided = self.decide(stream(id), &loaded, by, command)?;
            let unit = Unit {
                appends: vec![decided.append],
                views: committee_row(id, &decided.after).map(ViewChange::Put).into_iter().collect(),
                personal: drafts.into_documents(),
                ..Unit::default()
            };
            Ok((unit, decided.version))
        };
        self.commit_once(once, make).await
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
