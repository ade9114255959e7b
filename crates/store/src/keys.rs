//! Idempotency keys whose term has run out.

use jiff::Timestamp;

use crate::Store;
use crate::error::StoreError;

/// The most keys that one transaction erases, so that no writer waits long for it.
const TOGETHER: i64 = 1000;

/// Those that were kept longest.
const ERASE: &str = "DELETE FROM request_keys WHERE (actor, key) IN \
                     (SELECT actor, key FROM request_keys WHERE kept_at < $1 ORDER BY kept_at LIMIT $2)";

impl Store {
    /// Erases the idempotency keys, with their answers, that were kept before a moment; how many there were. What was done under
    /// them stays done; the same request under such a key is a new one.
    ///
    /// # Errors
    ///
    /// The database can't be reached; what was erased stays erased.
    pub async fn erase_keys(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut erased = 0;
        loop {
            let erase = sqlx::query(ERASE).bind(before.as_millisecond()).bind(TOGETHER);
            let rows = self.database().in_time(erase.execute(&self.database().writes)).await?.rows_affected();
            erased += rows;
            if rows < TOGETHER.unsigned_abs() {
                return Ok(erased);
            }
        }
    }
}
