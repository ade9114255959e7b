//! Counting what fails, before it is tried: of attempts that come at once each counts, whatever becomes of them.

use sqlx::Row as _;

use crate::Store;
use crate::error::StoreError;

/// Counts an attempt at a gate that is open. Failures that lie back long enough are forgotten.
const COUNT: &str = "INSERT INTO gates (id, failures, open_at) VALUES ($1, 1, $2) ON CONFLICT (id) DO UPDATE SET \
                     failures = CASE WHEN gates.open_at < $3 THEN 1 ELSE gates.failures + 1 END, open_at = $2 \
                     WHERE gates.open_at <= $2 RETURNING failures";

impl Store {
    /// Counts an attempt at all of these gates as failed, so that the next one waits as `wait` says of the gate's number and its failures;
    /// what turns out well is taken back with [`Store::clear_gates`] or [`Store::take_back`]. Where a gate is not open yet nothing is
    /// counted, and the moment at which it opens is the answer.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn pass_gates(
        &self,
        ids: &[String],
        now: i64,
        forgotten: i64,
        wait: impl Fn(usize, i64) -> i64 + Send,
    ) -> Result<Option<i64>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        // In one order, so that two attempts never wait for each other.
        let mut sorted: Vec<(usize, &String)> = ids.iter().enumerate().collect();
        sorted.sort_by_key(|(_, id)| *id);
        let mut transaction = self.database().begin().await?;
        for (number, id) in sorted {
            let count = sqlx::query(COUNT).bind(id).bind(now).bind(forgotten);
            let Some(row) = count.fetch_optional(&mut *transaction).await.map_err(fault)? else {
                let opens = sqlx::query("SELECT open_at FROM gates WHERE id = $1").bind(id);
                let opens = opens.fetch_one(&mut *transaction).await.and_then(|row| row.try_get(0)).map_err(fault)?;
                transaction.rollback().await.map_err(fault)?;
                return Ok(Some(opens));
            };
            let opens = now.saturating_add(wait(number, row.try_get(0).map_err(fault)?));
            let shut = sqlx::query("UPDATE gates SET open_at = $2 WHERE id = $1").bind(id).bind(opens);
            shut.execute(&mut *transaction).await.map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(None)
    }

    /// Forgets all failures at these gates.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn clear_gates(&self, ids: &[String]) -> Result<(), StoreError> {
        for id in ids {
            self.changed(sqlx::query("DELETE FROM gates WHERE id = $1").bind(id)).await?;
        }
        Ok(())
    }

    /// Takes back one failure at each of these gates.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn take_back(&self, ids: &[String], now: i64) -> Result<(), StoreError> {
        let back = "UPDATE gates SET failures = failures - 1, open_at = $2 WHERE id = $1 AND failures > 0";
        for id in ids {
            self.changed(sqlx::query(back).bind(id).bind(now)).await?;
        }
        Ok(())
    }
}
