//! Requests with a key: asked again, such a request gets its first answer and nothing happens twice.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::{Committed, IdempotencyKey, StoreError, Unit};

use crate::account::Caller;
use crate::error::OfficeError;
use crate::office::Office;

/// How many days a key is kept: so long the same request under it gets the first answer. Afterwards it is free again.
pub const KEY_DAYS: i64 = 30;

/// A request that carries a key.
pub(crate) struct Once {
    actor: String,
    key: String,
    request_digest: String,
}

impl Once {
    /// The request of somebody, where it carries a key.
    pub fn of(by: &Caller, key: Option<&str>, request: &Value) -> Option<Self> {
        let key = key?.to_owned();
        Some(Self { actor: by.id.clone(), key, request_digest: digest_of(request) })
    }

    /// What is kept with the unit that carries the request out. It is as old as what the unit makes happen.
    fn keeping<T: Serialize>(&self, unit: &Unit, answer: &T) -> Result<IdempotencyKey, OfficeError> {
        let records = unit.appends.iter().flat_map(|append| &append.records);
        let at: Option<Timestamp> = records.filter_map(|record| record.at.parse().ok()).max();
        Ok(IdempotencyKey {
            at: at.unwrap_or(Timestamp::MAX),
            actor: self.actor.clone(),
            key: self.key.clone(),
            request_digest: self.request_digest.clone(),
            answer: serde_json::to_string(answer).map_err(|error| altered(&error))?,
        })
    }
}

/// How often a request is decided again after somebody else was quicker.
pub(crate) const TRIES: usize = 8;

impl Office {
    /// Commits what `make` decides, and lets it decide anew as long as somebody else is quicker. A request with a key that
    /// was carried out before gets the answer that it had then.
    pub(crate) async fn commit_once<T, Made>(
        &self,
        once: Option<Once>,
        make: impl Fn() -> Made,
    ) -> Result<T, OfficeError>
    where
        T: Serialize + DeserializeOwned,
        Made: Future<Output = Result<(Unit, T), OfficeError>>,
    {
        if let Some(answer) = self.answered(once.as_ref()).await? {
            return read(&answer);
        }
        let mut tries = 0;
        loop {
            let (mut unit, answer) = match make().await {
                Ok(made) => made,
                // The same request may have come in twice, and the other one may have been carried out just now.
                Err(refused) => return self.answered_meanwhile(once.as_ref(), refused).await,
            };
            unit.key = once.as_ref().map(|once| once.keeping(&unit, &answer)).transpose()?;
            tries += 1;
            match self.store.commit(unit).await {
                Err(StoreError::Conflict { .. }) if tries < TRIES => {}
                Err(error) => return Err(error.into()),
                Ok(Committed::Applied { .. }) => return Ok(answer),
                Ok(Committed::Repeated { answer }) => return read(&answer),
            }
        }
    }

    /// Forgets the keys whose term is over at a moment.
    pub(crate) async fn forget_keys(&self, now: Timestamp) -> Result<u64, OfficeError> {
        let before = now.checked_sub(SignedDuration::from_hours(24 * KEY_DAYS)).unwrap_or(Timestamp::MIN);
        Ok(self.store.erase_keys(before).await?)
    }

    async fn answered(&self, once: Option<&Once>) -> Result<Option<String>, OfficeError> {
        let Some(once) = once else { return Ok(None) };
        Ok(self.store.answered(&once.actor, &once.key, &once.request_digest).await?)
    }

    /// The answer that a refused request has got by now, or else the refusal.
    async fn answered_meanwhile<T: DeserializeOwned>(
        &self,
        once: Option<&Once>,
        refused: OfficeError,
    ) -> Result<T, OfficeError> {
        match self.answered(once).await? {
            Some(answer) => read(&answer),
            None => Err(refused),
        }
    }
}

fn read<T: DeserializeOwned>(answer: &str) -> Result<T, OfficeError> {
    serde_json::from_str(answer).map_err(|error| altered(&error))
}

fn altered(error: &serde_json::Error) -> OfficeError {
    OfficeError::Altered { id: format!("answer ({error})") }
}

fn digest_of(request: &Value) -> String {
    let text = serde_json_canonicalizer::to_string(request).unwrap_or_else(|_| request.to_string());
    crate::documents::hexadecimal(&Sha256::digest(text.as_bytes()))
}
