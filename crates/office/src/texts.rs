//! Orders to committees and sessions come as the commands of `casework`, with plain texts where those hold references.

use casework::case::DocumentRef;
use model::Faults;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::office::Office;

/// The longest text that a person may write, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// The keys under which people write texts; what stands there becomes a document, and its reference takes its place.
const TEXTS: &[&str] = &["reason", "text", "request", "document", "early", "skilled_section"];

impl Office {
    /// The command of an order, with its texts drafted as documents.
    ///
    /// # Errors
    /// A text is blank, too long or none; what the packs say stands in the order; the command is not one of those known.
    pub(crate) fn read_command<C: DeserializeOwned>(
        &self,
        order: &Value,
        drafts: &mut Drafts,
    ) -> Result<C, OfficeError> {
        let mut faults = Faults::default();
        let mut order = order.clone();
        self.draft_texts(&mut order, "", drafts, &mut faults);
        faults.unless(()).map_err(OfficeError::from)?;
        serde_json::from_value(order).map_err(|error| {
            let remedy = "correct it; the description of the API names what is known";
            OfficeError::Faults(Faults::one("", error.to_string(), remedy))
        })
    }

    fn draft_texts(&self, value: &mut Value, at: &str, drafts: &mut Drafts, faults: &mut Faults) {
        match value {
            Value::Object(fields) => {
                for (key, inner) in fields {
                    let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                    match inner {
                        Value::String(text) if TEXTS.contains(&key.as_str()) => {
                            bounded(&at, text, faults);
                            let reference: DocumentRef = drafts.text(self, text);
                            *inner = serde_json::to_value(reference).unwrap_or(Value::Null);
                        }
                        // A reference to a document of somebody else would pass for one's own text.
                        Value::Object(fields) if fields.contains_key("digest") && TEXTS.contains(&key.as_str()) => {
                            faults.add(
                                &at,
                                None,
                                "a reference stands where a text is expected",
                                "write the text itself",
                            );
                        }
                        inner => self.draft_texts(inner, &at, drafts, faults),
                    }
                }
            }
            Value::Array(items) => {
                for (place, item) in items.iter_mut().enumerate() {
                    self.draft_texts(item, &format!("{at}[{place}]"), drafts, faults);
                }
            }
            _ => {}
        }
    }
}

/// Says of a text that a person wrote what is wrong with it: texts that nobody would read to the end are not taken; blank ones
/// say nothing.
pub(crate) fn bounded(path: &str, text: &str, faults: &mut Faults) {
    if text.trim().is_empty() {
        faults.add(path, None, "the text is blank", "write what the reader has to know");
    } else if text.chars().count() > LONGEST_TEXT {
        let problem = format!("the text has more than {LONGEST_TEXT} characters");
        faults.add(path, None, problem, "shorten it, and put the rest into a file in evidence");
    }
}

/// Refuses an order with keys whose values come from the packs or the records: they would be passed over.
pub(crate) fn not_told(order: &Value, keys: &[&str]) -> Result<(), OfficeError> {
    let mut faults = Faults::default();
    for key in keys.iter().filter(|key| order.get(**key).is_some()) {
        faults.add(*key, None, "this comes from the packs and the records", format!("leave `{key}` out"));
    }
    faults.unless(()).map_err(OfficeError::from)
}
