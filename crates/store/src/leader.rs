//! Who runs the clocks and the outbox: one node at a time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use crate::Store;
use crate::error::StoreError;

/// Takes or renews the lease, by the database's clock: those of the nodes may differ.
const LEASE: &str = "UPDATE leader SET node = $1, until = (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $2 \
                     WHERE id = 1 AND (node = $1 OR until < (extract(epoch FROM clock_timestamp()) * 1000)::bigint)";

impl Store {
    /// Asks to lead, or to go on leading; `true` while this node does. A node that is killed loses the lead when its lease has run out: ask
    /// again well before that, for example every third of it. On SQLite a lock on a file decides, which ends with the process;
    /// `node` and `lease` don't matter there.
    ///
    /// # Errors
    ///
    /// The database can't be reached: then this node must not act as the leader.
    pub async fn lead(&self, node: &str, lease: Duration) -> Result<bool, StoreError> {
        if let Some(folder) = &self.database().folder {
            return self.lead_in(folder);
        }
        let lease = i64::try_from(lease.as_millis()).unwrap_or(i64::MAX / 2);
        let done = sqlx::query(LEASE).bind(node).bind(lease).execute(&self.database().writes);
        Ok(self.database().in_time(done).await?.rows_affected() > 0)
    }

    /// Gives the lead back, so that another node needn't wait for the lease to run out. Of a node that doesn't lead nothing happens.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn stop_leading(&self, node: &str) -> Result<(), StoreError> {
        if self.database().is_sqlite() {
            *self.held() = None;
            return Ok(());
        }
        let stop = sqlx::query("UPDATE leader SET until = 0 WHERE node = $1").bind(node);
        self.database().in_time(stop.execute(&self.database().writes)).await.map(|_| ())
    }

    fn lead_in(&self, folder: &Path) -> Result<bool, StoreError> {
        let mut held = self.held();
        if held.is_some() {
            return Ok(true);
        }
        let path = folder.join("leader.lock");
        let file = File::create(&path).map_err(|error| StoreError::of_file(path.display(), &error))?;
        match file.try_lock() {
            Ok(()) => {
                *held = Some(file);
                Ok(true)
            }
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(StoreError::of_file(path.display(), &error)),
        }
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<File>> {
        self.database().lead.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
