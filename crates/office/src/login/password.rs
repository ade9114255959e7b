//! Changing a password: with the present one, in a session that was just confirmed.

use accounts::{Gate, Password, PasswordFault, SALT_BYTES};

use super::visitor::Visitor;
use super::{drawn, machine};
use crate::error::OfficeError;
use crate::office::Office;

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Changed {
    /// The session has to be confirmed first.
    NotFresh,
    /// The present password is wrong.
    Refused,
    /// There were too many failures.
    Wait {
        /// How long to wait.
        seconds: u64,
    },
    /// The new password cannot be one.
    Faulty(PasswordFault),
    /// Changed; all other sessions have ended.
    Done,
}

impl Office {
    /// Changes the password of a visitor.
    ///
    /// # Errors
    /// The store cannot be reached, or the machine cannot do the work.
    pub async fn change_password(&self, visitor: &Visitor, present: &str, new: &str) -> Result<Changed, OfficeError> {
        if !visitor.is_open() || (visitor.has_factor && !visitor.is_fresh()) {
            return Ok(Changed::NotFresh);
        }
        let id = visitor.caller.id.as_str();
        let gate = [Gate::Code(id.to_owned())];
        if let Some(seconds) = self.pass(&gate).await? {
            return Ok(Changed::Wait { seconds });
        }
        let Some((_, Some(kept))) = self.known(id).await? else { return Ok(Changed::Refused) };
        if !self.is_password_of(&kept, present).await? {
            tracing::warn!(target: "audit", event = "password-change", outcome = "refused", account = id);
            return Ok(Changed::Refused);
        }
        self.passed(&gate).await?;
        let hash = match self.hash_of(id, new).await? {
            Ok(hash) => hash,
            Err(fault) => return Ok(Changed::Faulty(fault)),
        };
        if !self.store.change_password(id, &kept.password, &hash, visitor.digest()).await? {
            return Ok(Changed::Refused);
        }
        tracing::info!(target: "audit", event = "password-change", outcome = "done", account = id);
        Ok(Changed::Done)
    }

    /// The hash of a password that somebody chooses, or why it cannot be one.
    pub(super) async fn hash_of(&self, account: &str, new: &str) -> Result<Result<String, PasswordFault>, OfficeError> {
        let (account, new) = (account.to_owned(), new.to_owned());
        let salt = drawn::<SALT_BYTES>()?;
        let made = self.in_turn(move || Password::chosen(&new, &account).map(|password| password.hash(salt))).await?;
        match made {
            Ok(Some(hash)) => Ok(Ok(hash)),
            Ok(None) => Err(machine("a password could not be hashed")),
            Err(fault) => Ok(Err(fault)),
        }
    }
}
