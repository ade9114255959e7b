//! Urns: secret ballots outside the chain, of which nothing tells who cast them or when.
//!
//! An urn is opened and closed by a unit, together with the records that say so. In between anybody may cast; a ballot that was
//! acknowledged is among those with which the urn is closed, and none comes after.

use sqlx::{Any, AnyConnection, Row as _};

use crate::Store;
use crate::error::StoreError;
use crate::place::Database;
use crate::tables::{BALLOTS, Cell, URNS};
use crate::unit::{MOST_BODY_BYTES, UrnChange, name};
use crate::values;

/// A ballot in an urn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UrnBallot {
    /// Where it lies: a digest that says nothing of when it came. Unique in its urn.
    pub place: String,
    /// The ballot.
    pub body: String,
}

/// What has become of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cast {
    /// It lies in the urn, now or since an earlier time that it was cast.
    Taken,
    /// Another ballot lies in its place.
    Occupied,
    /// The urn is not open.
    Closed,
}

/// How an urn stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UrnState {
    pub open: bool,
    pub ballots: u64,
}

impl Store {
    /// The secret of an urn while it is open.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn urn_secret(&self, urn: &str) -> Result<Option<String>, StoreError> {
        let secret = sqlx::query_scalar("SELECT secret FROM urns WHERE id = $1").bind(urn);
        let secret: sqlx::Result<Option<Option<String>>> = secret.fetch_optional(&self.database().reads).await;
        Ok(secret.map_err(|error| self.database().fault(&error))?.flatten())
    }

    /// The ballots of an urn, in the order of their places.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn urn_ballots(&self, urn: &str) -> Result<Vec<UrnBallot>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut connection = self.database().reads.acquire().await.map_err(fault)?;
        ballots(&mut connection, urn).await.map_err(fault)
    }

    /// Puts a ballot into an urn; answers once that is durable. The same ballot again changes nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] for a place or a body that is empty or too long; the database can't be reached.
    pub async fn cast(&self, urn: &str, ballot: &UrnBallot) -> Result<Cast, StoreError> {
        name("ballot", "place", &ballot.place)?;
        if ballot.body.len() > MOST_BODY_BYTES || ballot.body.contains('\0') {
            let what = format!("the ballot has more than {MOST_BODY_BYTES} bytes, or the character U+0000");
            return Err(StoreError::invalid("ballot.body", what, "send a ballot and nothing else"));
        }
        let database = self.database();
        let fault = |error: sqlx::Error| database.fault(&error);
        let mut transaction = database.begin().await?;
        let done = put(&mut transaction, urn, ballot).await.map_err(fault)?;
        match done {
            Cast::Taken => transaction.commit().await.map_err(fault)?,
            Cast::Occupied | Cast::Closed => transaction.rollback().await.map_err(fault)?,
        }
        Ok(done)
    }
}

/// Takes the urn's row until the transaction ends, so that casting and closing wait for each other.
pub(crate) async fn lock(connection: &mut AnyConnection, urn: &str) -> sqlx::Result<Option<UrnState>> {
    let lock = sqlx::query(
        "UPDATE urns SET secret = secret WHERE id = $1 RETURNING CAST(CASE WHEN secret IS NULL THEN 0 ELSE 1 END AS BIGINT)",
    );
    let lock = lock.bind(urn);
    let Some(row) = lock.fetch_optional(&mut *connection).await? else { return Ok(None) };
    let count = sqlx::query_scalar("SELECT count(*) FROM ballots WHERE urn = $1").bind(urn);
    let ballots = values::unsigned(count.fetch_one(connection).await?);
    Ok(Some(UrnState { open: values::number(&row, 0)? > 0, ballots }))
}

async fn ballots(connection: &mut AnyConnection, urn: &str) -> sqlx::Result<Vec<UrnBallot>> {
    let rows = sqlx::query::<Any>("SELECT place, body FROM ballots WHERE urn = $1 ORDER BY place").bind(urn);
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok(UrnBallot { place: row.try_get(0)?, body: row.try_get(1)? })).collect()
}

async fn put(connection: &mut AnyConnection, urn: &str, ballot: &UrnBallot) -> sqlx::Result<Cast> {
    if !lock(connection, urn).await?.is_some_and(|state| state.open) {
        return Ok(Cast::Closed);
    }
    let mut all = ballots(connection, urn).await?;
    if let Some(there) = all.iter().find(|there| there.place == ballot.place) {
        return Ok(if there.body == ballot.body { Cast::Taken } else { Cast::Occupied });
    }
    all.push(ballot.clone());
    all.sort_unstable();
    // All rows anew: none of them then tells when its ballot came.
    empty(connection, urn).await?;
    let row = |one: UrnBallot| vec![Cell::text(urn), Cell::Text(one.place), Cell::Text(one.body)];
    BALLOTS.insert(connection, all.into_iter().map(row).collect(), "").await?;
    Ok(Cast::Taken)
}

async fn empty(connection: &mut AnyConnection, urn: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM ballots WHERE urn = $1").bind(urn).execute(connection).await.map(|_| ())
}

/// Carries out what a unit asks of an urn; that it may was found out before.
pub(crate) async fn change(connection: &mut AnyConnection, change: UrnChange) -> sqlx::Result<()> {
    let (urn, void) = match change {
        UrnChange::Open { urn, secret } => {
            return URNS.insert(connection, vec![vec![Cell::Text(urn), Cell::Text(secret)]], "").await;
        }
        UrnChange::Close { urn, .. } => (urn, false),
        UrnChange::Void { urn } => (urn, true),
    };
    sqlx::query("UPDATE urns SET secret = NULL WHERE id = $1").bind(&urn).execute(&mut *connection).await?;
    if void { empty(connection, &urn).await } else { Ok(()) }
}

impl Database {
    /// Sees to it that a secret that was just taken away is not left in old pages. What can't be done now, the database does by itself
    /// later.
    pub async fn forget_secrets(&self) {
        let statement =
            if self.is_sqlite() { "PRAGMA wal_checkpoint(TRUNCATE)" } else { "VACUUM urns; VACUUM ballots" };
        for statement in statement.split("; ") {
            let _ = sqlx::query(statement).execute(&self.writes).await;
        }
    }
}
