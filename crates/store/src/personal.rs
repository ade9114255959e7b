//! Personal data outside the chain: read by id, and erased without a trace but that it was there.

use serde_json::Value;
use sqlx::{Executor as _, Row as _};

use crate::Store;
use crate::error::StoreError;
use crate::values;

/// A personal document, or what is left of one.
#[derive(Debug, Clone, PartialEq)]
pub enum Personal {
    /// It is there.
    Kept {
        /// What sort of document it is.
        kind: String,
        /// The data.
        body: Value,
    },
    /// It has been erased.
    Erased {
        /// What sort of document it was.
        kind: String,
        /// When it was erased, as the caller had it.
        at: String,
    },
}

impl Store {
    /// The document with this id; `None` when there never was one.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn personal(&self, id: &str) -> Result<Option<Personal>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let query = sqlx::query("SELECT kind, body, erased_at FROM personal WHERE id = $1").bind(id);
        let row = self.database().in_time(query.fetch_optional(&self.database().reads)).await?;
        let Some(row) = row else { return Ok(None) };
        let kind = row.try_get(0).map_err(fault)?;
        if row.try_get::<Option<String>, _>(1).map_err(fault)?.is_some() {
            return Ok(Some(Personal::Kept { kind, body: values::json(&row, 1).map_err(fault)? }));
        }
        Ok(Some(Personal::Erased { kind, at: row.try_get(2).map_err(fault)? }))
    }

    /// Erases a document and leaves a tombstone with the moment given. The chain stays as it is. `false` when there is none to erase.
    ///
    /// On SQLite the bytes are overwritten in the file, at once unless somebody is just reading an earlier state. PostgreSQL does so when it
    /// next vacuums the table. Backups that were made earlier, and PostgreSQL's archived write-ahead log, are not reached.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn erase_personal(&self, id: &str, at: &str) -> Result<bool, StoreError> {
        let erase = "UPDATE personal SET body = NULL, erased_at = $2 WHERE id = $1 AND body IS NOT NULL";
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let query = sqlx::query(erase).bind(id).bind(at);
        let done = self.database().in_time(query.execute(&self.database().writes)).await?;
        if self.database().is_sqlite() {
            // The write-ahead log still has the old page.
            self.database().writes.execute("PRAGMA wal_checkpoint(TRUNCATE)").await.map_err(fault)?;
        }
        Ok(done.rows_affected() > 0)
    }
}
