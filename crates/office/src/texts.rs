//! Orders to committees and sessions come as the commands of `casework`, with plain texts where those hold references.

use casework::case::DocumentRef;
use model::Faults;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::office::Office;

/// The keys under which people write texts; what stands there becomes a document, and its reference takes its place.
const TEXTS: &[&str] = &["reason", "text", "request", "document", "early"];

impl Office {
    /// The command of an order, with its texts drafted as documents.
    pub(crate) fn read_command<C: DeserializeOwned>(
        &self,
        order: &Value,
        drafts: &mut Drafts,
    ) -> Result<C, OfficeError> {
        let mut order = order.clone();
        self.draft_texts(&mut order, drafts);
        serde_json::from_value(order).map_err(|error| {
            let mut faults = Faults::default();
            faults.add("order", None, error.to_string(), "correct it; the description of the API names what is known");
            OfficeError::Faults(faults)
        })
    }

    fn draft_texts(&self, value: &mut Value, drafts: &mut Drafts) {
        match value {
            Value::Object(fields) => {
                for (key, inner) in fields {
                    match inner {
                        Value::String(text) if TEXTS.contains(&key.as_str()) => {
                            let reference: DocumentRef = drafts.text(self, text);
                            *inner = serde_json::to_value(reference).unwrap_or(Value::Null);
                        }
                        inner => self.draft_texts(inner, drafts),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.draft_texts(item, drafts)),
            _ => {}
        }
    }
}
