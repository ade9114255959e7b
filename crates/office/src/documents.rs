//! Documents outside the chain: what people wrote, dossiers, decisions. The chain holds their ids and salted digests.

use casework::case::DocumentRef;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::{Personal, PersonalDocument};
use uuid::Uuid;

use crate::error::OfficeError;
use crate::office::Office;

/// Documents that one unit will bring, beside its events.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    documents: Vec<PersonalDocument>,
}

impl Drafts {
    /// Adds a document; its reference is for the events.
    pub fn add(&mut self, office: &Office, kind: &str, content: Value) -> DocumentRef {
        let salt = office.fresh().simple().to_string();
        let reference = DocumentRef { id: office.fresh().to_string(), digest: digest(&salt, &content) };
        let body = json!({ "salt": salt, "content": content });
        self.documents.push(PersonalDocument { id: reference.id.clone(), kind: kind.to_owned(), body });
        reference
    }

    /// A text that somebody wrote.
    pub fn text(&mut self, office: &Office, text: &str) -> DocumentRef {
        self.add(office, "text", Value::from(text))
    }

    pub fn into_documents(self) -> Vec<PersonalDocument> {
        self.documents
    }
}

/// `sha256:…` over the salt and the canonical text of the content.
fn digest(salt: &str, content: &Value) -> String {
    let text = serde_json_canonicalizer::to_string(content).unwrap_or_else(|_| content.to_string());
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    hash.update(text.as_bytes());
    format!("sha256:{}", hexadecimal(&hash.finalize()))
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Office {
    /// A fresh identifier.
    pub(crate) fn fresh(&self) -> Uuid {
        (self.chance)()
    }

    /// The content of a document, after making sure that it is the one that the log names.
    ///
    /// # Errors
    /// It was erased, altered, or never there.
    pub async fn document(&self, reference: &DocumentRef) -> Result<Value, OfficeError> {
        let id = || reference.id.clone();
        match self.store.personal(&reference.id).await? {
            None => Err(OfficeError::NotFound { what: "document", id: id() }),
            Some(Personal::Erased { at, .. }) => Err(OfficeError::Erased { id: id(), at }),
            Some(Personal::Kept { body, .. }) => {
                let salt = body.get("salt").and_then(Value::as_str).unwrap_or_default();
                let content = body.get("content").cloned().unwrap_or(Value::Null);
                if digest(salt, &content) == reference.digest {
                    Ok(content)
                } else {
                    Err(OfficeError::Altered { id: id() })
                }
            }
        }
    }
}
