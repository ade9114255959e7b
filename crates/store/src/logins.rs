//! Sessions of people at browsers, and the browsers that are known: digests only, and in no backup.

use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::Store;
use crate::credentials::forget;
use crate::error::StoreError;

/// A session. Moments are in milliseconds since 1970; what stages there are, and when one is over, is the caller's to know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Login {
    /// The digest of its token.
    pub digest: String,
    /// Whose it is.
    pub account: String,
    /// How far it has come.
    pub stage: String,
    /// When it began.
    pub began: i64,
    /// When it was last used, as far as that was noted.
    pub used: i64,
    /// When its owner last proved to be there.
    pub confirmed: Option<i64>,
    /// A coarse label of the browser.
    pub browser: String,
}

const COLUMNS: &str = "digest, account, stage, began, used, confirmed, browser";

impl Store {
    /// Keeps a session, in place of another where one is named. `false`, and nothing is kept, where that one is not there any more.
    ///
    /// # Errors
    ///
    /// The database can't be reached, as for all that follow.
    pub async fn put_login(&self, login: &Login, replaces: Option<&str>) -> Result<bool, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        if let Some(earlier) = replaces {
            let take = sqlx::query("DELETE FROM sessions WHERE digest = $1 AND account = $2");
            let taken = take.bind(earlier).bind(&login.account).execute(&mut *transaction).await.map_err(fault)?;
            if taken.rows_affected() == 0 {
                transaction.rollback().await.map_err(fault)?;
                return Ok(false);
            }
        }
        let put = "INSERT INTO sessions (digest, account, stage, began, used, confirmed, browser) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let put = sqlx::query(put).bind(&login.digest).bind(&login.account).bind(&login.stage);
        let put = put.bind(login.began).bind(login.used).bind(login.confirmed).bind(&login.browser);
        put.execute(&mut *transaction).await.map_err(fault)?;
        transaction.commit().await.map_err(fault)?;
        Ok(true)
    }

    /// The session with this digest.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn login(&self, digest: &str) -> Result<Option<Login>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let query = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM sessions WHERE digest = $1")));
        let row = query.bind(digest).fetch_optional(&self.database().reads).await.map_err(fault)?;
        row.as_ref().map(login).transpose().map_err(fault)
    }

    /// The sessions of an account, the one that was used last first.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn logins(&self, account: &str) -> Result<Vec<Login>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let sql = format!("SELECT {COLUMNS} FROM sessions WHERE account = $1 ORDER BY used DESC, digest LIMIT 200");
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(account);
        let rows = query.fetch_all(&self.database().reads).await.map_err(fault)?;
        rows.iter().map(login).collect::<sqlx::Result<_>>().map_err(fault)
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn note_login(&self, digest: &str, now: i64) -> Result<bool, StoreError> {
        let note = "UPDATE sessions SET used = $2 WHERE digest = $1 AND used < $2";
        self.changed(sqlx::query(note).bind(digest).bind(now)).await
    }

    /// Ends a session of an account. `false` where there is none such.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn end_login(&self, account: &str, digest: &str) -> Result<bool, StoreError> {
        let end = "DELETE FROM sessions WHERE account = $1 AND digest = $2";
        self.changed(sqlx::query(end).bind(account).bind(digest)).await
    }

    /// Ends all sessions of an account, whose browsers are no longer known; how many there were.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn end_logins(&self, account: &str) -> Result<u64, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        let ended = forget(&mut transaction, account, None).await.map_err(fault)?;
        transaction.commit().await.map_err(fault)?;
        Ok(ended)
    }

    /// Knows a browser until then, by the digest of what it keeps.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn know_browser(&self, digest: &str, account: &str, until: i64) -> Result<bool, StoreError> {
        let know = "INSERT INTO known_browsers (digest, account, until) VALUES ($1, $2, $3)";
        self.changed(sqlx::query(know).bind(digest).bind(account).bind(until)).await
    }

    /// Whether a browser is known for this account.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn knows_browser(&self, digest: &str, account: &str, now: i64) -> Result<bool, StoreError> {
        let query = "SELECT 1 FROM known_browsers WHERE digest = $1 AND account = $2 AND until > $3";
        let query = sqlx::query(query).bind(digest).bind(account).bind(now);
        let row = query.fetch_optional(&self.database().reads).await;
        row.map(|row| row.is_some()).map_err(|error| self.database().fault(&error))
    }

    /// Forgets what is over: sessions that began or were used before, and whatever ended before now.
    ///
    /// # Errors
    ///
    /// The database can't be reached; what was forgotten stays so.
    pub async fn sweep_logins(&self, began: i64, used: i64, failed: i64, now: i64) -> Result<(), StoreError> {
        self.changed(sqlx::query("DELETE FROM sessions WHERE began < $1 OR used < $2").bind(began).bind(used)).await?;
        self.changed(sqlx::query("DELETE FROM gates WHERE open_at < $1").bind(failed)).await?;
        self.changed(sqlx::query("DELETE FROM invitations WHERE until <= $1").bind(now)).await?;
        self.changed(sqlx::query("DELETE FROM known_browsers WHERE until <= $1").bind(now)).await.map(|_| ())
    }
}

fn login(row: &AnyRow) -> sqlx::Result<Login> {
    Ok(Login {
        digest: row.try_get(0)?,
        account: row.try_get(1)?,
        stage: row.try_get(2)?,
        began: row.try_get(3)?,
        used: row.try_get(4)?,
        confirmed: row.try_get(5)?,
        browser: row.try_get(6)?,
    })
}
