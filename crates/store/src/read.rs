//! Reading the log: streams, the whole log page by page, and its root.

use crate::Store;
use crate::apply;
use crate::error::StoreError;
use crate::record::{Record, Root};
use crate::values;

/// The most records or rows of one page.
pub const MOST_PER_PAGE: u32 = 1000;

impl Store {
    /// All records of a stream, in order; none when there is no such stream.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn stream(&self, stream: &str) -> Result<Vec<Record>, StoreError> {
        let mut records = Vec::new();
        loop {
            let page = self.stream_after(stream, records.len() as u64, MOST_PER_PAGE).await?;
            let last = page.len() < MOST_PER_PAGE as usize;
            records.extend(page);
            if last {
                return Ok(records);
            }
        }
    }

    /// At most `limit` records of a stream after a version; `limit` is cut to [`MOST_PER_PAGE`].
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn stream_after(&self, stream: &str, version: u64, limit: u32) -> Result<Vec<Record>, StoreError> {
        let query = sqlx::query(values::STREAM_AFTER).bind(stream).bind(values::signed(version));
        self.fetch(query.bind(i64::from(limit.min(MOST_PER_PAGE)))).await
    }

    /// At most `limit` records of the whole log after a number, in order; `limit` is cut to [`MOST_PER_PAGE`]. Numbers become visible in
    /// their order, so whoever goes on after the last one seen never skips any.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn records(&self, after: u64, limit: u32) -> Result<Vec<Record>, StoreError> {
        let query = sqlx::query(values::LOG_AFTER).bind(values::signed(after));
        self.fetch(query.bind(i64::from(limit.min(MOST_PER_PAGE)))).await
    }

    /// Where the chain ends.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn root(&self) -> Result<Root, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let row = sqlx::query("SELECT seq, hash FROM head").fetch_one(&self.database().reads);
        let row = self.database().in_time(row).await?;
        Ok(Root { seq: values::number(&row, 0).map_err(fault)?, hash: values::hash(&row, 1).map_err(fault)? })
    }

    /// The answer that an earlier request with this key got, if there was one. To be asked before deciding: a command that is repeated
    /// may no longer be allowed by what it has itself brought about. [`Store::commit`] asks again, in the transaction.
    ///
    /// # Errors
    ///
    /// [`StoreError::KeyReused`] when the earlier request was another one; the database can't be reached.
    pub async fn answered(&self, actor: &str, key: &str, request_digest: &str) -> Result<Option<String>, StoreError> {
        let answered = async {
            let mut connection = self.database().reads.acquire().await?;
            apply::answered(&mut connection, actor, key, request_digest).await
        };
        self.database().in_time(answered).await?.transpose()
    }

    async fn fetch(
        &self,
        query: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>,
    ) -> Result<Vec<Record>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let rows = self.database().in_time(query.fetch_all(&self.database().reads)).await?;
        rows.iter().map(values::record).collect::<sqlx::Result<_>>().map_err(fault)
    }
}
