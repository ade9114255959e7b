//! Links that set a password once: kept as digests, used up in one transaction with what they set.

use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::Store;
use crate::credentials::{drop_factor, forget};
use crate::error::StoreError;

/// A link that was handed out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// The digest of its token.
    pub digest: String,
    /// The account whose password it sets.
    pub account: String,
    /// Which account of that id it is.
    pub register_id: String,
    /// When it is over, in milliseconds since 1970.
    pub until: i64,
    /// Whether its use takes the second factor away as well.
    pub forgets_factor: bool,
}

impl Store {
    /// Keeps an invitation; an earlier one of the account is void.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn put_invitation(&self, invitation: &Invitation) -> Result<(), StoreError> {
        let put = "INSERT INTO invitations (digest, account, register_id, until, forgets_factor) VALUES ($1, $2, $3, $4, $5) \
                   ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, register_id = excluded.register_id, \
                   until = excluded.until, forgets_factor = excluded.forgets_factor";
        let put = sqlx::query(put).bind(&invitation.digest).bind(&invitation.account).bind(&invitation.register_id);
        let put = put.bind(invitation.until).bind(i64::from(invitation.forgets_factor));
        self.changed(put).await.map(|_| ())
    }

    /// The invitation with this digest, where it is not over.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn invitation(&self, digest: &str, now: i64) -> Result<Option<Invitation>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let query = "SELECT digest, account, register_id, until, forgets_factor FROM invitations \
                     WHERE digest = $1 AND until > $2";
        let query = sqlx::query(query).bind(digest).bind(now);
        let row = query.fetch_optional(&self.database().reads).await.map_err(fault)?;
        row.as_ref().map(invitation).transpose().map_err(fault)
    }

    /// Uses an invitation up: its account has this password from now on, and all its sessions end. `false` where it was used meanwhile,
    /// or is over.
    ///
    /// # Errors
    ///
    /// The database can't be reached; then nothing happened.
    pub async fn accept_invitation(
        &self,
        invitation: &Invitation,
        password: &str,
        now: i64,
    ) -> Result<bool, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let account = invitation.account.as_str();
        let mut transaction = self.database().begin().await?;
        let take = sqlx::query("DELETE FROM invitations WHERE digest = $1 AND until > $2");
        let take = take.bind(&invitation.digest).bind(now);
        let done = take.execute(&mut *transaction).await.map_err(fault)?.rows_affected() > 0;
        if done {
            let other = sqlx::query("SELECT 1 FROM credentials WHERE account = $1 AND register_id <> $2");
            let other = other.bind(account).bind(&invitation.register_id);
            let other = other.fetch_optional(&mut *transaction).await.map_err(fault)?.is_some();
            if invitation.forgets_factor || other {
                drop_factor(&mut transaction, account).await.map_err(fault)?;
            }
            let put = "INSERT INTO credentials (account, register_id, password, factor_step) VALUES ($1, $2, $3, -1) \
                       ON CONFLICT (account) DO UPDATE SET register_id = excluded.register_id, \
                       password = excluded.password, offered = NULL";
            let put = sqlx::query(put).bind(account).bind(&invitation.register_id).bind(password);
            put.execute(&mut *transaction).await.map_err(fault)?;
            forget(&mut transaction, account, None).await.map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(done)
    }
}

fn invitation(row: &AnyRow) -> sqlx::Result<Invitation> {
    Ok(Invitation {
        digest: row.try_get(0)?,
        account: row.try_get(1)?,
        register_id: row.try_get(2)?,
        until: row.try_get(3)?,
        forgets_factor: row.try_get::<i64, _>(4)? != 0,
    })
}
