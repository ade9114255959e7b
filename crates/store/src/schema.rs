//! Bringing a database to the schema of this release, and refusing one of a later release.

use std::borrow::Cow;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

use crate::error::StoreError;
use crate::place::Database;

/// A step: its version, what it is for, and its text for SQLite and for PostgreSQL. A step that was released is never changed.
type Step = (i64, &'static str, &'static str, &'static str);

const STEPS: &[Step] = &[
    (1, "log", include_str!("../migrations/sqlite/0001_log.sql"), include_str!("../migrations/postgres/0001_log.sql")),
    (
        2,
        "urns",
        include_str!("../migrations/sqlite/0002_urns.sql"),
        include_str!("../migrations/postgres/0002_urns.sql"),
    ),
    (
        3,
        "accounts",
        include_str!("../migrations/sqlite/0003_accounts.sql"),
        include_str!("../migrations/postgres/0003_accounts.sql"),
    ),
    (
        4,
        "key times",
        include_str!("../migrations/sqlite/0004_key_times.sql"),
        include_str!("../migrations/postgres/0004_key_times.sql"),
    ),
];

/// The version of the schema that this release writes.
pub const SCHEMA_VERSION: i64 = 4;

/// Applies the steps that are missing, each in a transaction, one process at a time.
pub(crate) async fn upgrade(database: &Database) -> Result<(), StoreError> {
    if let Some(found) = applied(database).await?
        && found > SCHEMA_VERSION
    {
        return Err(StoreError::Newer { place: database.place.clone(), found, known: SCHEMA_VERSION });
    }
    let steps = STEPS.iter().map(|(version, name, sqlite, postgres)| {
        let text = if database.is_sqlite() { *sqlite } else { *postgres };
        Migration::new(*version, Cow::Borrowed(*name), MigrationType::Simple, text.into_sql_str(), false)
    });
    let migrator = Migrator::with_migrations(steps.collect());
    migrator.run(&database.writes).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::Execute(error) | sqlx::migrate::MigrateError::ExecuteMigration(error, _) => {
            database.fault(&error)
        }
        other => StoreError::place(
            &database.place,
            format!("its schema is not as this release left it ({other})"),
            "restore a backup into a new place",
        ),
    })
}

/// The newest version that was applied here; none in an empty database.
async fn applied(database: &Database) -> Result<Option<i64>, StoreError> {
    let exists = if database.is_sqlite() {
        "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'"
    } else {
        "SELECT count(*) FROM pg_tables WHERE tablename = '_sqlx_migrations' AND schemaname = current_schema()"
    };
    let fault = |error: sqlx::Error| database.fault(&error);
    let tables: i64 = sqlx::query_scalar(exists).fetch_one(&database.writes).await.map_err(fault)?;
    if tables == 0 {
        return Ok(None);
    }
    sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&database.writes).await.map_err(fault)
}
