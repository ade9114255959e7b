//! What a case holds, for who may see it: its history, its documents, its files; and orders that tell nothing to strangers.

use casework::case::DocumentRef;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use store::evidence::Kept;
use store::{Hash, Record};

use crate::account::Caller;
use crate::case::{Answered, stream};
use crate::error::OfficeError;
use crate::objector;
use crate::office::Office;
use crate::order::CaseOrder;
use crate::view::EVIDENCE;

/// A record of a case's history.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// Its number in the case, from 1.
    pub version: u64,
    /// Its number in the whole log.
    pub seq: u64,
    /// When, as RFC 3339.
    pub at: String,
    /// The account that made it happen; null for who objected, where the reader is not to know it.
    pub actor: Option<String>,
    /// What happened.
    pub kind: String,
    /// The details; texts and dossiers stand there by their references.
    pub body: Value,
    /// The hash of the record before it in the log; null where that one is withheld.
    pub previous: Option<String>,
    /// Its own hash; null where the account is withheld: whoever has a guess could try it out.
    pub hash: Option<String>,
}

/// The history of a case.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct History {
    /// The case.
    pub case: String,
    /// The records, in order.
    pub records: Vec<Entry>,
}

impl Office {
    /// The history of a case.
    ///
    /// # Errors
    /// There is none, the caller may not see it, or the store cannot be read.
    pub async fn history(&self, by: &Caller, id: &str) -> Result<History, OfficeError> {
        let case = self.case(by, id).await?.case;
        let records = self.store.stream(&stream(id)).await?;
        let mut withheld_at = None;
        let entries = records.into_iter().map(|record| {
            let (withheld, seq) = (objector::is_withheld(&case, &record), record.seq);
            let mut entry = entry(record);
            if withheld_at.is_some_and(|at: u64| at + 1 == seq) {
                entry.previous = None;
            }
            if withheld {
                (entry.actor, entry.hash, withheld_at) = (None, None, Some(seq));
            }
            entry
        });
        Ok(History { case: id.to_owned(), records: entries.collect() })
    }

    /// The content of a document to which a case refers.
    ///
    /// # Errors
    /// The caller may not see the case, it does not refer to the document, or the document was erased or altered.
    pub async fn document_in(&self, by: &Caller, id: &str, document: &str) -> Result<Value, OfficeError> {
        let records = self.seen(by, id).await?;
        let reference = records.iter().find_map(|record| reference(&record.body, document));
        match reference {
            Some(reference) => self.document(&reference).await,
            None => Err(OfficeError::NotFound { what: "document", id: document.to_owned() }),
        }
    }

    /// A file in evidence, for who may see a case that holds it.
    ///
    /// # Errors
    /// No such case holds it, it was altered, or it cannot be read.
    pub async fn file_of(&self, by: &Caller, hash: Hash) -> Result<(Kept, Vec<u8>), OfficeError> {
        let name = hash.to_string();
        let mut after = None;
        loop {
            let page = self.store.find(EVIDENCE, &name, after.as_ref(), store::MOST_PER_PAGE).await?;
            for row in page.rows {
                let Some(id) = row.id.strip_prefix(&stream("")) else { continue };
                match self.case(by, id).await {
                    Ok(_) => return Ok((self.evidence.kept(hash).await?, self.evidence.get(hash).await?)),
                    Err(OfficeError::NotForYou { .. } | OfficeError::NotFound { .. }) => {}
                    Err(error) => return Err(error),
                }
            }
            match page.next {
                Some(next) => after = Some(next),
                None => return Err(OfficeError::NotFound { what: "file", id: name }),
            }
        }
    }

    /// As [`Office::order`], for somebody outside: whoever may not see the case learns no more of it than that an objection
    /// was taken. Anything else is answered as if there were no such case.
    ///
    /// # Errors
    /// As there.
    pub async fn order_from_outside(
        &self,
        by: &Caller,
        id: &str,
        order: &CaseOrder,
        key: Option<&str>,
    ) -> Result<Answered, OfficeError> {
        let nothing = || OfficeError::NotFound { what: "case", id: id.to_owned() };
        let seen = match self.case(by, id).await {
            Ok(_) => true,
            Err(OfficeError::NotForYou { .. }) => false,
            Err(error) => return Err(error),
        };
        if !seen && !matches!(order, CaseOrder::Object { .. }) {
            return Err(nothing());
        }
        match self.order(by, id, order, key).await {
            Err(OfficeError::Refused(_)) if !seen => Err(nothing()),
            done => done,
        }
    }

    /// The records of a case that the caller may see.
    async fn seen(&self, by: &Caller, id: &str) -> Result<Vec<Record>, OfficeError> {
        self.case(by, id).await?;
        Ok(self.store.stream(&stream(id)).await?)
    }
}

fn entry(record: Record) -> Entry {
    Entry {
        version: record.version,
        seq: record.seq,
        at: record.at,
        actor: Some(record.actor),
        kind: record.kind,
        body: record.body,
        previous: Some(record.previous.to_string()),
        hash: Some(record.hash.to_string()),
    }
}

/// The reference to a document anywhere in a record.
fn reference(value: &Value, document: &str) -> Option<DocumentRef> {
    match value {
        Value::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Value::as_str);
            match (text("id"), text("digest")) {
                (Some(id), Some(digest)) if id == document => {
                    Some(DocumentRef { id: id.to_owned(), digest: digest.to_owned() })
                }
                _ => fields.values().find_map(|inner| reference(inner, document)),
            }
        }
        Value::Array(items) => items.iter().find_map(|inner| reference(inner, document)),
        _ => None,
    }
}
