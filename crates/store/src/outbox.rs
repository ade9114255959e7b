//! Messages on their way out: at least once, in order for each recipient.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::Store;
use crate::error::StoreError;
use crate::place::PATIENCE;
use crate::values;

/// A message to be delivered now.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// By which the recipient tells a repetition.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// What.
    pub body: Value,
    /// The how-manieth attempt this is, from 1.
    pub attempt: u64,
}

/// The first waiting message of each recipient, where its time has come; the oldest first. It goes from recipient to recipient by the
/// index, however many messages wait for each.
const FIRSTS: &str = "WITH RECURSIVE waiting (recipient) AS (SELECT min(recipient) FROM outbox WHERE delivered_at IS NULL UNION ALL \
                      SELECT (SELECT min(o.recipient) FROM outbox o WHERE o.delivered_at IS NULL AND o.recipient > w.recipient) \
                      FROM waiting w WHERE w.recipient IS NOT NULL) \
                      SELECT o.n, o.id, o.recipient, o.body, o.attempts FROM waiting w JOIN outbox o ON o.n = \
                      (SELECT min(f.n) FROM outbox f WHERE f.delivered_at IS NULL AND f.recipient = w.recipient) \
                      WHERE o.not_before <= $1 ORDER BY o.n LIMIT $2";

impl Store {
    /// Takes at most `limit` messages for delivery. Nobody else is given them until the lease has run out: report each before that with
    /// [`Store::delivered`] or [`Store::failed`]. Of one recipient only the oldest is given, so that its messages arrive in
    /// their order; one that can't be delivered holds up the later ones of its recipient, and no others.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn take_messages(
        &self,
        now: Timestamp,
        limit: u32,
        lease: Duration,
    ) -> Result<Vec<Delivery>, StoreError> {
        let taken = tokio::time::timeout(PATIENCE * 3, self.take(now, limit, lease)).await;
        taken.unwrap_or_else(|_| Err(self.database().silent()))
    }

    async fn take(&self, now: Timestamp, limit: u32, lease: Duration) -> Result<Vec<Delivery>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let now = now.as_millisecond();
        let until = now.saturating_add(i64::try_from(lease.as_millis()).unwrap_or(i64::MAX));
        let mut transaction = self.database().begin().await?;
        // One taker at a time: the leader's row, which whoever takes locks, does no other harm.
        let lock = sqlx::query("UPDATE leader SET node = node WHERE id = 1");
        lock.execute(&mut *transaction).await.map_err(fault)?;
        let rows = sqlx::query(FIRSTS).bind(now).bind(i64::from(limit)).fetch_all(&mut *transaction).await;
        let mut deliveries = Vec::new();
        for row in rows.map_err(fault)? {
            let take = sqlx::query("UPDATE outbox SET attempts = attempts + 1, not_before = $2 WHERE n = $1");
            let take = take.bind(row.try_get::<i64, _>(0).map_err(fault)?).bind(until);
            take.execute(&mut *transaction).await.map_err(fault)?;
            deliveries.push(delivery(&row).map_err(fault)?);
        }
        transaction.commit().await.map_err(fault)?;
        Ok(deliveries)
    }

    /// The message has arrived. `false` when it had been reported already, or isn't there.
    ///
    /// # Errors
    ///
    /// The database can't be reached: then it will be delivered once more.
    pub async fn delivered(&self, id: &str, now: Timestamp) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE outbox SET delivered_at = $2 WHERE id = $1 AND delivered_at IS NULL");
        self.report(done.bind(id).bind(now.as_millisecond())).await
    }

    /// The message could not be delivered; it is tried again from `retry_at` on. `false` when it had arrived already, or isn't there.
    ///
    /// # Errors
    ///
    /// The database can't be reached: then it is tried again when the lease has run out.
    pub async fn failed(&self, id: &str, retry_at: Timestamp) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE outbox SET not_before = $2 WHERE id = $1 AND delivered_at IS NULL");
        self.report(done.bind(id).bind(retry_at.as_millisecond())).await
    }

    /// How many messages wait, in all.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn waiting_messages(&self) -> Result<u64, StoreError> {
        let count = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE delivered_at IS NULL");
        self.database().in_time(count.fetch_one(&self.database().reads)).await.map(values::unsigned)
    }

    async fn report(
        &self,
        update: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>,
    ) -> Result<bool, StoreError> {
        let done = self.database().in_time(update.execute(&self.database().writes)).await;
        Ok(done?.rows_affected() > 0)
    }
}

fn delivery(row: &AnyRow) -> sqlx::Result<Delivery> {
    Ok(Delivery {
        id: row.try_get(1)?,
        recipient: row.try_get(2)?,
        body: values::json(row, 3)?,
        attempt: values::number(row, 4)? + 1,
    })
}
