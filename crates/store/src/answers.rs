//! Answers given before, so that a repeated request is not even decided again.

use sqlx::Row as _;

use crate::Store;
use crate::error::StoreError;

impl Store {
    /// The answer that the actor got to the same request with the same key; none where the key is new.
    ///
    /// # Errors
    ///
    /// [`StoreError::KeyReused`] where the key stands for another request; or the database can't be reached.
    pub async fn answer_of(&self, actor: &str, key: &str, request: &str) -> Result<Option<String>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let query = sqlx::query("SELECT digest, answer FROM request_keys WHERE actor = $1 AND key = $2");
        let row = query.bind(actor).bind(key).fetch_optional(&self.database().reads).await.map_err(fault)?;
        let Some(row) = row else { return Ok(None) };
        if row.try_get::<String, _>(0).map_err(fault)? != request {
            return Err(StoreError::KeyReused { actor: actor.to_owned(), key: key.to_owned() });
        }
        row.try_get(1).map(Some).map_err(fault)
    }
}
