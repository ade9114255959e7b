//! A place for each test, and an administrator who may do anything in it.

use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use store::{Append, Committed, NewRecord, Place, Position, Store, StoreError, Unit};
use tempfile::TempDir;
use testserver::Server;

pub struct Stage {
    pub place: Place,
    address: String,
    pub folder: TempDir,
    server: Option<Server>,
}

impl Stage {
    /// A folder whose name has to be escaped in an address.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("贯通 50% ?#𠮷");
        let address = format!("sqlite://{}/log.sqlite", folder.path().join("贯通%2050%25%20%3F%23𠮷").display());
        Self { place: Place::Folder(inner), address, folder, server: None }
    }

    pub fn postgres() -> Self {
        let server = Server::shared().unwrap();
        Self::on(server)
    }

    /// On a server that the test may stop.
    pub fn private() -> Self {
        Self::on(Server::private().unwrap())
    }

    fn on(server: Server) -> Self {
        let address = server.database().unwrap();
        let place = Place::Postgres(address.clone());
        Self { place, address, folder: tempfile::tempdir().unwrap(), server: Some(server) }
    }

    /// Another empty place on the same database system.
    pub fn another(&self) -> Self {
        if self.server.is_some() { Self::postgres() } else { Self::sqlite() }
    }

    pub fn is_sqlite(&self) -> bool {
        self.server.is_none()
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.place).await.unwrap()
    }

    /// Statements of an administrator who isn't bound by the store.
    pub async fn administrator(&self, statements: &str) -> Result<(), sqlx::Error> {
        sqlx::any::install_default_drivers();
        if let Place::Folder(folder) = &self.place {
            std::fs::create_dir_all(folder).unwrap();
        }
        let create = if self.is_sqlite() { "?mode=rwc" } else { "" };
        let mut connection = sqlx::AnyConnection::connect(&format!("{}{create}", self.address)).await?;
        connection.execute(AssertSqlSafe(statements.to_owned())).await?;
        connection.close().await
    }

    /// A column of texts, in the order in which the database itself goes through the rows.
    pub async fn column(&self, query: &'static str) -> Vec<String> {
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect(&self.address).await.unwrap();
        sqlx::query_scalar(query).fetch_all(&mut connection).await.unwrap()
    }

    /// Whether the words can be found in the files of SQLite.
    pub fn is_on_disk(&self, words: &str) -> bool {
        let Place::Folder(folder) = &self.place else { return false };
        let files = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
    }

    /// Places that are none, and what the message says would do.
    pub fn wrong_places(&self) -> (Vec<Place>, &'static str) {
        match &self.place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).unwrap();
                let file = folder.join("file");
                std::fs::write(&file, "not a folder").unwrap();
                (vec![Place::Folder(file.clone()), Place::Folder(file.join("below"))], "check that the folder")
            }
            Place::Postgres(address) => {
                let missing = address.replace("/test_", "/no_such_").replace("postgres@", "postgres:secret@");
                (vec![Place::Postgres(missing), Place::Postgres("mysql://a:secret@b/c".into())], "postgres")
            }
        }
    }

    /// Makes the database go away: on SQLite by somebody who holds its lock, and is given back.
    pub async fn send_away(&self) -> Option<sqlx::AnyConnection> {
        if let Some(server) = &self.server {
            server.stop().unwrap();
            return None;
        }
        let mut connection = sqlx::AnyConnection::connect(&self.address).await.unwrap();
        connection.execute("PRAGMA busy_timeout = 60000; BEGIN EXCLUSIVE").await.unwrap();
        Some(connection)
    }

    /// Undoes [`Stage::send_away`].
    pub async fn bring_back(&self, away: Option<sqlx::AnyConnection>) {
        match away {
            Some(connection) => connection.close().await.unwrap(),
            None => self.server.as_ref().unwrap().start().unwrap(),
        }
    }

    /// Takes the triggers away that keep the log as it is.
    pub async fn drop_triggers(&self) {
        let triggers = ["log_is_never_updated", "log_is_never_deleted", "log_is_never_truncated"];
        for name in triggers {
            let on = if self.is_sqlite() { "" } else { " ON log" };
            self.administrator(&format!("DROP TRIGGER IF EXISTS {name}{on}")).await.unwrap();
        }
    }
}

pub fn record(body: Value) -> NewRecord {
    NewRecord { kind: "noted".into(), actor: "a-1".into(), at: "2026-11-27T09:00:00+08:00".into(), body }
}

/// A unit of records with these bodies.
pub fn unit(stream: &str, expected_version: u64, bodies: &[Value]) -> Unit {
    let records = bodies.iter().cloned().map(record).collect();
    Unit { appends: vec![Append { stream: stream.into(), expected_version, records }], ..Unit::default() }
}

/// Appends one record and gives its position.
pub async fn append(store: &Store, stream: &str, expected_version: u64) -> Result<Position, StoreError> {
    match store.commit(unit(stream, expected_version, &[json!({ "of": stream, "after": expected_version })])).await? {
        Committed::Applied { mut records, .. } => Ok(records.remove(0)),
        Committed::Repeated { .. } => panic!("there was no key"),
    }
}
