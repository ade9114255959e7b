//! The append-only, hash-chained log with its views, on SQLite or PostgreSQL behind one interface; and evidence files beside it.
//!
//! The store knows nothing of what its records mean: bodies are JSON values, streams and kinds are texts. What belongs together is
//! committed as one [`Unit`]. Personal data stands outside the chain, referred to by id, so that it can be erased without breaking it.

mod apply;
mod backup;
mod credentials;
mod error;
pub mod evidence;
mod gates;
mod hash;
mod invitations;
mod keys;
mod leader;
mod logins;
mod lookup;
mod outbox;
mod personal;
mod place;
mod read;
mod record;
mod restore;
mod schema;
mod session;
mod tables;
mod unit;
mod urn;
mod values;
mod verify;
mod worklist;
mod writer;

use std::fmt;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

pub use credentials::Credential;
pub use error::StoreError;
pub use hash::{Hash, NotAHash};
pub use invitations::Invitation;
pub use logins::Login;
pub use outbox::Delivery;
pub use personal::Personal;
pub use place::{PATIENCE, Place, SQLITE_FILE};
pub use read::MOST_PER_PAGE;
pub use record::{NewRecord, Record, Root};
pub use schema::SCHEMA_VERSION;
pub use unit::{
    Append, Committed, IdempotencyKey, MOST_BODY_BYTES, MOST_NAME_BYTES, MOST_PARTS, Message, PersonalDocument,
    Position, Unit, UrnChange, View, ViewChange,
};
pub use urn::{Cast, UrnBallot};
pub use verify::{Broken, Fault};
pub use worklist::{After, Filter, Page, ViewRow};
pub use writer::MOST_TOGETHER;

use place::Database;
use writer::Writer;

/// A store that is open; clones share it.
#[derive(Clone)]
pub struct Store {
    database: Arc<Database>,
    writer: Writer,
}

impl Store {
    /// Opens a store, makes it if there is none, and brings one of an earlier release up to date. Needs a tokio runtime, in which the
    /// writer's task then runs until the last clone is dropped.
    ///
    /// Several processes may open the same place: whoever appends locks the end of the chain. What only one of them may do is for the
    /// one that [`Store::lead`] names.
    ///
    /// # Errors
    ///
    /// The place can't be used or reached, or a later release has written there ([`StoreError::Newer`]).
    pub async fn open(place: &Place) -> Result<Self, StoreError> {
        // On SQLite two processes could both find the schema missing.
        let _lock = match place {
            Place::Folder(folder) => Some(one_at_a_time(folder).await?),
            Place::Postgres(_) => None,
        };
        let database = Arc::new(Database::connect(place).await?);
        schema::upgrade(&database).await?;
        Ok(Self { writer: Writer::start(Arc::clone(&database)), database })
    }

    /// Applies a unit, all of it or nothing, and answers once that is durable. Units of concurrent callers share a transaction;
    /// none spoils the others.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`], [`StoreError::KeyReused`], [`StoreError::Taken`], [`StoreError::Invalid`] for what the caller can change;
    /// [`StoreError::Unavailable`] and [`StoreError::Full`] for what has to be waited out.
    pub async fn commit(&self, unit: Unit) -> Result<Committed, StoreError> {
        let forgets = matches!(unit.urn, Some(UrnChange::Close { .. } | UrnChange::Void { .. }));
        let done = self.writer.commit(unit::Ready::new(unit)?, &self.database.place).await;
        if let (true, Ok(Committed::Applied { .. })) = (forgets, &done) {
            self.database.forget_secrets().await;
        }
        done
    }

    /// Where the store is, without a password, for messages.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.database.place
    }

    /// Closes the connections; units that wait are refused as unavailable. Dropping the last clone does the same, but later.
    pub async fn close(&self) {
        self.database.writes.close().await;
        self.database.reads.close().await;
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Store").field(&self.database.place).finish()
    }
}

/// The lock under which a folder's schema is made or brought up to date.
async fn one_at_a_time(folder: &Path) -> Result<File, StoreError> {
    let folder = folder.to_owned();
    let lock = move || {
        let fault = |error: std::io::Error| StoreError::of_file(folder.display(), &error);
        std::fs::create_dir_all(&folder).map_err(fault)?;
        let file = File::create(folder.join("open.lock")).map_err(fault)?;
        file.lock().map_err(fault).map(|()| file)
    };
    tokio::task::spawn_blocking(lock).await.map_err(|error| StoreError::place("open.lock", error, "try again"))?
}
