//! Where a store is, and the connections to it. The few differences between the two databases stand here.

use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool, Executor as _};

use crate::error::StoreError;
use crate::session::Session;

/// How long a statement waits for a connection, a reachable server or a lock before the database counts as away.
pub const PATIENCE: Duration = Duration::from_secs(5);
/// The database's file in a [`Place::Folder`].
pub const SQLITE_FILE: &str = "log.sqlite";
const READERS: u32 = 8;
/// The writer's task takes one; the others are for the outbox, erasures and the leader.
const POSTGRES_WRITERS: u32 = 3;

/// Where a store is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// SQLite in a folder, which is made if need be.
    Folder(PathBuf),
    /// PostgreSQL at a URL, `postgres://user:password@host/database`.
    Postgres(String),
}

impl fmt::Display for Place {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.join(SQLITE_FILE).display()),
            Self::Postgres(url) => {
                let bare = url.split_once('?').map_or(url.as_str(), |(bare, _)| bare);
                let rest = bare.split_once("://").map_or(bare, |(_, rest)| rest);
                write!(f, "postgres://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host))
            }
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The connections to one database.
pub(crate) struct Database {
    pub place: String,
    pub folder: Option<PathBuf>,
    /// Of SQLite a single one: writers queue here, in order, and not at the file's lock.
    pub writes: AnyPool,
    pub reads: AnyPool,
    /// Held while this store leads, of SQLite only.
    pub lead: Mutex<Option<File>>,
}

impl Database {
    /// Makes the connections; the schema is not looked at.
    pub async fn connect(place: &Place) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let (url, folder) = match place {
            Place::Folder(folder) => {
                fs::create_dir_all(folder).map_err(|error| StoreError::of_file(folder.display(), &error))?;
                (sqlite_url(folder)?, Some(folder.clone()))
            }
            Place::Postgres(url) => (postgres_url(place, url)?, None),
        };
        let sqlite = folder.is_some();
        let place = place.to_string();
        let writers = if sqlite { 1 } else { POSTGRES_WRITERS };
        let writes = pool(sqlite, writers, true).connect(&url).await;
        let writes = writes.map_err(|error| StoreError::of_driver(&place, &error))?;
        let reads = pool(sqlite, READERS, false).connect_lazy(&url);
        let reads = reads.map_err(|error| StoreError::of_driver(&place, &error))?;
        Ok(Self { place, folder, writes, reads, lead: Mutex::new(None) })
    }

    pub fn is_sqlite(&self) -> bool {
        self.folder.is_some()
    }

    /// A transaction that will write. SQLite has to be told at once, or the first write could find that it came too late.
    pub async fn begin(&self) -> Result<Session, StoreError> {
        let begin = if self.is_sqlite() { "BEGIN IMMEDIATE" } else { "BEGIN ISOLATION LEVEL READ COMMITTED" };
        Session::begin(&self.writes, begin).await.map_err(|error| self.fault(&error))
    }

    /// A transaction that sees one state of everything for as long as it lasts.
    pub async fn snapshot(&self) -> Result<Session, StoreError> {
        let begin = if self.is_sqlite() { "BEGIN" } else { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" };
        Session::begin(&self.reads, begin).await.map_err(|error| self.fault(&error))
    }

    pub fn fault(&self, error: &sqlx::Error) -> StoreError {
        StoreError::of_driver(&self.place, error)
    }

    /// Short work whose database may have fallen silent: then it counts as away. A slow local disk is waited for.
    pub async fn in_time<T>(&self, work: impl Future<Output = sqlx::Result<T>>) -> Result<T, StoreError> {
        if self.is_sqlite() {
            return work.await.map_err(|error| self.fault(&error));
        }
        match tokio::time::timeout(PATIENCE * 2, work).await {
            Ok(done) => done.map_err(|error| self.fault(&error)),
            Err(_) => Err(self.silent()),
        }
    }

    /// It does not answer any longer.
    pub fn silent(&self) -> StoreError {
        let reason = "it has not answered for a long time".to_owned();
        StoreError::Unavailable { place: self.place.clone(), reason }
    }
}

fn pool(sqlite: bool, connections: u32, writing: bool) -> AnyPoolOptions {
    let statements = if sqlite {
        // Full synchronisation: what is acknowledged survives a power failure. Secure deletion: what is erased is overwritten.
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON"
    } else if writing {
        // A server that is set to acknowledge before the disk has it is not obeyed; a node that freezes in the middle of a
        // transaction may not hold up the others. The writer only ever looks single rows up, and a plan made while a table is
        // small is kept when it has grown: so it may not be one that reads the whole table. Nor is a plan compiled: one that has to do
        // what is switched off looks dear, and a quarter of a second would go into machine code for the sake of one row.
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
         SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
         SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'; SET client_min_messages = 'warning'"
    } else {
        "SET jit = off; SET client_min_messages = 'warning'"
    };
    AnyPoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE).after_connect(
        move |connection: &mut AnyConnection, _| {
            Box::pin(async move { connection.execute(statements).await.map(|_| ()) })
        },
    )
}

/// The folder's absolute path as a URL: whatever may stand in a path is escaped.
fn sqlite_url(folder: &Path) -> Result<String, StoreError> {
    let file = folder.canonicalize().map_err(|error| StoreError::of_file(folder.display(), &error))?.join(SQLITE_FILE);
    let Some(path) = file.to_str() else {
        return Err(StoreError::place(folder.display(), "the path is no Unicode text", "name the folder otherwise"));
    };
    let parts: Vec<_> = path.split('/').map(|part| escaped(part).to_string()).collect();
    Ok(format!("sqlite://{}?mode=rwc", parts.join("/")))
}

fn escaped(part: &str) -> percent_encoding::PercentEncode<'_> {
    percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC)
}

fn postgres_url(place: &Place, url: &str) -> Result<String, StoreError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(url.to_owned());
    }
    let remedy = "write it like postgres://user:password@host/database";
    Err(StoreError::place(place, "this is no address of a PostgreSQL database", remedy))
}
