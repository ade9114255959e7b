//! A transaction together with its connection, of which only a clean end gives the connection back.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor as _};

/// A transaction. Dropped before its end, because of an error or because nobody waits any longer, it closes its connection, and the
/// database rolls back. A connection on which something went wrong is not used again: SQLite, for one, may have rolled back by itself
/// when the disk was full, which a driver that counts transactions doesn't notice.
pub(crate) struct Session {
    connection: PoolConnection<Any>,
    ended: bool,
}

impl Session {
    /// Takes a connection and begins with this statement.
    pub async fn begin(pool: &AnyPool, statement: &'static str) -> sqlx::Result<Self> {
        let mut session = Self { connection: pool.acquire().await?, ended: false };
        session.connection.execute(statement).await?;
        Ok(session)
    }

    /// Makes it durable. After an error it is unknown whether it is.
    pub async fn commit(self) -> sqlx::Result<()> {
        self.end("COMMIT").await
    }

    /// Undoes it.
    pub async fn rollback(self) -> sqlx::Result<()> {
        self.end("ROLLBACK").await
    }

    async fn end(mut self, statement: &'static str) -> sqlx::Result<()> {
        self.connection.execute(statement).await?;
        self.ended = true;
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.ended {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Session {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}
