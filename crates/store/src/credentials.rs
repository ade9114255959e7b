//! What lets accounts in: hashes of passwords, sealed second factors, digests of recovery codes. Changed and forgotten, so not in the log.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use crate::Store;
use crate::error::StoreError;
use crate::values;

/// What is kept of an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Credential {
    /// The account.
    pub account: String,
    /// Which account of that id it is, where an id is given again after an account was ended.
    pub register_id: String,
    /// The hash of its password.
    pub password: String,
    /// Its second factor, sealed.
    pub factor: Option<String>,
    /// The last step at which a code of it was used; -1 before the first.
    pub factor_step: i64,
    /// A second factor that is being set up, sealed.
    pub offered: Option<String>,
}

impl Store {
    /// What is kept of an account.
    ///
    /// # Errors
    ///
    /// The database can't be reached, as for all that follow.
    pub async fn credential(&self, account: &str) -> Result<Option<Credential>, StoreError> {
        let query =
            "SELECT account, register_id, password, factor, factor_step, offered FROM credentials WHERE account = $1";
        let row = sqlx::query(query).bind(account).fetch_optional(&self.database().reads).await;
        let row = row.map_err(|error| self.database().fault(&error))?;
        row.as_ref().map(credential).transpose().map_err(|error| self.database().fault(&error))
    }

    /// Replaces a hash by another of the same password; nothing happens where it isn't the one that is kept.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn replace_hash(&self, account: &str, old: &str, new: &str) -> Result<bool, StoreError> {
        let query = "UPDATE credentials SET password = $3 WHERE account = $1 AND password = $2";
        self.changed(sqlx::query(query).bind(account).bind(old).bind(new)).await
    }

    /// Replaces the password that was known by another one, and ends all sessions of the account but one. `false` where it had been
    /// changed meanwhile.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn change_password(&self, account: &str, old: &str, new: &str, stays: &str) -> Result<bool, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        let query = "UPDATE credentials SET password = $3 WHERE account = $1 AND password = $2";
        let change = sqlx::query(query).bind(account).bind(old).bind(new);
        let done = change.execute(&mut *transaction).await.map_err(fault)?.rows_affected() > 0;
        if done {
            forget(&mut transaction, account, Some(stays)).await.map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(done)
    }

    /// Keeps a second factor that is being set up; it counts only once [`Store::take_factor`] has taken it.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn offer_factor(&self, account: &str, sealed: &str) -> Result<bool, StoreError> {
        let query = "UPDATE credentials SET offered = $2 WHERE account = $1";
        self.changed(sqlx::query(query).bind(account).bind(sealed)).await
    }

    /// Takes the factor that was offered, with the step of the code that proved it and new recovery codes; all other sessions end.
    /// `false` where another one was offered meanwhile.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn take_factor(
        &self,
        account: &str,
        offered: &str,
        step: i64,
        codes: &[String],
        stays: &str,
    ) -> Result<bool, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        let query = "UPDATE credentials SET factor = offered, offered = NULL, factor_step = $3 \
                     WHERE account = $1 AND offered = $2";
        let take = sqlx::query(query).bind(account).bind(offered).bind(step);
        let done = take.execute(&mut *transaction).await.map_err(fault)?.rows_affected() > 0;
        if done {
            put_codes(&mut transaction, account, codes).await.map_err(fault)?;
            forget(&mut transaction, account, Some(stays)).await.map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(done)
    }

    /// Takes the second factor away with its recovery codes.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn drop_factor(&self, account: &str) -> Result<(), StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        drop_factor(&mut transaction, account).await.map_err(fault)?;
        transaction.commit().await.map_err(fault)
    }

    /// Uses up a step of the second factor, and all before it. `false` where it was used already.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn use_step(&self, account: &str, step: i64) -> Result<bool, StoreError> {
        let query = "UPDATE credentials SET factor_step = $2 WHERE account = $1 AND factor_step < $2";
        self.changed(sqlx::query(query).bind(account).bind(step)).await
    }

    /// Replaces a sealed factor by the same one, sealed with a newer key.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn reseal_factor(&self, account: &str, old: &str, new: &str) -> Result<bool, StoreError> {
        let query = "UPDATE credentials SET factor = $3 WHERE account = $1 AND factor = $2";
        self.changed(sqlx::query(query).bind(account).bind(old).bind(new)).await
    }

    /// Replaces all recovery codes.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn put_recovery_codes(&self, account: &str, digests: &[String]) -> Result<(), StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut transaction = self.database().begin().await?;
        put_codes(&mut transaction, account, digests).await.map_err(fault)?;
        transaction.commit().await.map_err(fault)
    }

    /// Uses a recovery code up. `false` where there is none such.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn use_recovery_code(&self, account: &str, digest: &str) -> Result<bool, StoreError> {
        let query = "DELETE FROM recovery_codes WHERE account = $1 AND digest = $2";
        self.changed(sqlx::query(query).bind(account).bind(digest)).await
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn recovery_codes_left(&self, account: &str) -> Result<u64, StoreError> {
        let count = sqlx::query_scalar("SELECT count(*) FROM recovery_codes WHERE account = $1").bind(account);
        let count: sqlx::Result<i64> = count.fetch_one(&self.database().reads).await;
        count.map(values::unsigned).map_err(|error| self.database().fault(&error))
    }

    /// Runs one statement; whether it changed anything.
    pub(crate) async fn changed(
        &self,
        statement: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>,
    ) -> Result<bool, StoreError> {
        let done = statement.execute(&self.database().writes).await;
        Ok(done.map_err(|error| self.database().fault(&error))?.rows_affected() > 0)
    }
}

fn credential(row: &AnyRow) -> sqlx::Result<Credential> {
    Ok(Credential {
        account: row.try_get(0)?,
        register_id: row.try_get(1)?,
        password: row.try_get(2)?,
        factor: row.try_get(3)?,
        factor_step: row.try_get(4)?,
        offered: row.try_get(5)?,
    })
}

async fn put_codes(connection: &mut AnyConnection, account: &str, digests: &[String]) -> sqlx::Result<()> {
    let clear = sqlx::query("DELETE FROM recovery_codes WHERE account = $1").bind(account);
    clear.execute(&mut *connection).await?;
    for digest in digests {
        let put = sqlx::query("INSERT INTO recovery_codes (account, digest) VALUES ($1, $2)");
        put.bind(account).bind(digest).execute(&mut *connection).await?;
    }
    Ok(())
}

pub(crate) async fn drop_factor(connection: &mut AnyConnection, account: &str) -> sqlx::Result<()> {
    let drop = "UPDATE credentials SET factor = NULL, offered = NULL WHERE account = $1";
    sqlx::query(drop).bind(account).execute(&mut *connection).await?;
    put_codes(connection, account, &[]).await
}

/// Ends the sessions of an account but one, and no longer knows its browsers.
pub(crate) async fn forget(connection: &mut AnyConnection, account: &str, stays: Option<&str>) -> sqlx::Result<u64> {
    let end = sqlx::query("DELETE FROM sessions WHERE account = $1 AND digest <> $2");
    let ended = end.bind(account).bind(stays.unwrap_or_default()).execute(&mut *connection).await?.rows_affected();
    let forget = sqlx::query("DELETE FROM known_browsers WHERE account = $1");
    forget.bind(account).execute(&mut *connection).await?;
    Ok(ended)
}
