//! Invitations: a link, issued by an administrator, that sets a password once. Also the way back in for who has lost it.

use accounts::{INVITATION_LIFE, PasswordFault, Token};
use casework::{Refusal, Role};
use store::Invitation;

use super::token;
use crate::account::Caller;
use crate::error::OfficeError;
use crate::office::Office;

/// What came of an invitation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Accepted {
    /// It was used, is over, or never was.
    Over,
    /// The password cannot be one.
    Faulty(PasswordFault),
    /// The password is set; all sessions of the account have ended.
    Done,
}

impl Office {
    /// Issues an invitation to an account of the register; an earlier one is void. It is over after 24 hours. With `forgets_factor` its use
    /// takes the second factor away as well, for who has lost it.
    ///
    /// # Errors
    /// The caller is no administrator, there is no such account, or the store cannot be reached.
    pub async fn invite(&self, by: &Caller, account: &str, forgets_factor: bool) -> Result<Token, OfficeError> {
        if by.role != Role::Administrator {
            return Err(Refusal::new("not-the-register").into());
        }
        let register = self.register().await?;
        let Some(known) = register.accounts.get(account) else {
            return Err(Refusal::new("no-such-account").with("account", account).into());
        };
        let token = token()?;
        let invitation = Invitation {
            digest: token.digest(),
            account: known.id.clone(),
            register_id: known.token_digest.clone(),
            until: self.millisecond().saturating_add(INVITATION_LIFE),
            forgets_factor,
        };
        self.store.put_invitation(&invitation).await?;
        tracing::info!(target: "audit", event = "invitation", outcome = "issued", account, by = by.id, forgets_factor);
        Ok(token)
    }

    /// The account that a link invites.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn invited(&self, token: &str) -> Result<Option<String>, OfficeError> {
        Ok(self.invitation(token).await?.map(|invitation| invitation.account))
    }

    /// Sets the password of the account that a link invites.
    ///
    /// # Errors
    /// The store cannot be reached, or the machine cannot do the work.
    pub async fn accept_invitation(&self, token: &str, password: &str) -> Result<Accepted, OfficeError> {
        let Some(invitation) = self.invitation(token).await? else { return Ok(Accepted::Over) };
        let hash = match self.hash_of(&invitation.account, password).await? {
            Ok(hash) => hash,
            Err(fault) => return Ok(Accepted::Faulty(fault)),
        };
        if !self.store.accept_invitation(&invitation, &hash, self.millisecond()).await? {
            return Ok(Accepted::Over);
        }
        tracing::info!(target: "audit", event = "invitation", outcome = "accepted", account = invitation.account);
        Ok(Accepted::Done)
    }

    /// The invitation of a link, where the account that it was issued to is still there.
    async fn invitation(&self, token: &str) -> Result<Option<Invitation>, OfficeError> {
        let Some(token) = Token::read(token) else { return Ok(None) };
        let Some(invitation) = self.store.invitation(&token.digest(), self.millisecond()).await? else {
            return Ok(None);
        };
        let register = self.register().await?;
        let there = register.accounts.get(&invitation.account);
        Ok(there.is_some_and(|account| account.token_digest == invitation.register_id).then_some(invitation))
    }
}
