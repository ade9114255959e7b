//! Packs by their digest: every set of packs that ever decided stays in the store, so that it can decide again.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use model::Standards;
use policy::{Files, Settings};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service::Guantong;
use sha2::{Digest as _, Sha256};
use store::{Personal, PersonalDocument, Unit};

use crate::documents::hexadecimal;
use crate::error::OfficeError;
use crate::office::Office;

/// How often keeping a set is tried while other nodes keep theirs.
const TRIES: usize = 5;

/// A set of packs: its files by the digests of their texts, and what the operator chose.
#[derive(Debug, Serialize, Deserialize)]
struct Archive {
    files: BTreeMap<String, String>,
    settings: Settings,
    standards: Standards,
}

/// Whether a file has a part in decisions; worked examples have none.
fn decides(path: &str) -> bool {
    !path.split('/').any(|part| part == "cases")
}

fn digest(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

impl Office {
    /// Keeps the loaded packs; each file is kept once, however many sets hold it.
    pub(crate) async fn keep_archive(&self) -> Result<String, OfficeError> {
        let files = self.guantong.files();
        let mut archive = Archive {
            files: BTreeMap::new(),
            settings: self.guantong.settings().clone(),
            standards: self.guantong.standards().clone(),
        };
        let mut texts = BTreeMap::new();
        for path in files.paths().filter(|path| decides(path)) {
            let text = files.get(path).unwrap_or_default();
            let digest = digest(text);
            archive.files.insert(path.to_owned(), digest.clone());
            texts.insert(format!("rules/{digest}"), Value::from(text));
        }
        let index = serde_json::to_value(&archive).unwrap_or(Value::Null);
        let id = digest(&serde_json_canonicalizer::to_string(&index).unwrap_or_default());
        texts.insert(format!("packs/{id}"), index);
        for _ in 0..TRIES {
            let mut missing = Vec::new();
            for (id, body) in &texts {
                if self.store.personal(id).await?.is_none() {
                    missing.push(PersonalDocument { id: id.clone(), kind: "rules".to_owned(), body: body.clone() });
                }
            }
            if missing.is_empty() {
                break;
            }
            match self.store.commit(Unit { personal: missing, ..Unit::default() }).await {
                // Another node was quicker with some of them: the content is the same, since the id is its digest.
                Ok(_) | Err(store::StoreError::Taken { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(id)
    }

    /// The packs of an archive: those of today, or earlier ones loaded again.
    pub(crate) async fn packs(&self, id: &str) -> Result<Arc<Guantong>, OfficeError> {
        if id == self.archive {
            return Ok(Arc::clone(&self.guantong));
        }
        if let Some(known) = self.archives.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Ok(Arc::clone(known));
        }
        let fault = |why: String| OfficeError::Archive { digest: id.to_owned(), why };
        let index = self.kept(&format!("packs/{id}")).await?;
        let archive: Archive = serde_json::from_value(index).map_err(|error| fault(error.to_string()))?;
        let mut files = Files::default();
        for (path, of_text) in &archive.files {
            match self.kept(&format!("rules/{of_text}")).await? {
                Value::String(text) if digest(&text) == *of_text => files.add(path.clone(), text),
                _ => return Err(OfficeError::Altered { id: format!("rules/{of_text}") }),
            }
        }
        let loaded =
            Guantong::load(files, archive.standards, archive.settings).map_err(|faults| fault(faults.to_string()))?;
        let loaded = Arc::new(loaded);
        let mut known = self.archives.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(id.to_owned(), Arc::clone(&loaded));
        Ok(loaded)
    }

    async fn kept(&self, id: &str) -> Result<Value, OfficeError> {
        match self.store.personal(id).await? {
            Some(Personal::Kept { body, .. }) => Ok(body),
            Some(Personal::Erased { at, .. }) => Err(OfficeError::Erased { id: id.to_owned(), at }),
            None => Err(OfficeError::NotFound { what: "document", id: id.to_owned() }),
        }
    }
}
