//! Step-up: within a session, its owner proves once more to be there. The session gets a new token.

use accounts::{Gate, Password, Stage, Token};
use store::{Credential, Login};

use super::token;
use super::visitor::Visitor;
use crate::error::OfficeError;
use crate::office::Office;

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Confirmed {
    /// The code or the password is wrong.
    Refused,
    /// There were too many failures.
    Wait {
        /// How long to wait.
        seconds: u64,
    },
    /// The session ended meanwhile.
    Over,
    /// Confirmed; the session goes on under this token.
    Open(Token),
}

impl Office {
    /// Takes a code of the second factor; of an account without one, the password.
    ///
    /// # Errors
    /// The store cannot be reached, or the machine cannot do the work.
    pub async fn confirm(&self, visitor: &Visitor, proof: &str) -> Result<Confirmed, OfficeError> {
        let id = visitor.caller.id.as_str();
        let gate = [Gate::Code(id.to_owned())];
        if !visitor.is_open() {
            return Ok(Confirmed::Over);
        }
        if let Some(seconds) = self.pass(&gate).await? {
            tracing::warn!(target: "audit", event = "step-up", outcome = "throttled", account = id, seconds);
            return Ok(Confirmed::Wait { seconds });
        }
        let Some((_, Some(kept))) = self.known(id).await? else { return Ok(Confirmed::Over) };
        let right = match kept.factor {
            Some(_) => self.is_code_of(&kept, proof).await?,
            None => self.is_password_of(&kept, proof).await?,
        };
        if !right {
            tracing::warn!(target: "audit", event = "step-up", outcome = "refused", account = id);
            return Ok(Confirmed::Refused);
        }
        self.passed(&gate).await?;
        tracing::info!(target: "audit", event = "step-up", outcome = "confirmed", account = id);
        Ok(match self.renew(visitor).await? {
            Some(session) => Confirmed::Open(session),
            None => Confirmed::Over,
        })
    }

    /// Goes on with a session under a new token, as just confirmed. None where it ended meanwhile.
    pub(super) async fn renew(&self, visitor: &Visitor) -> Result<Option<Token>, OfficeError> {
        let (session, now) = (token()?, self.millisecond());
        // What was only allowed to set up a factor begins as a session now.
        let began = if visitor.login.stage == Stage::Open.key() { visitor.login.began } else { now };
        let login = Login {
            digest: session.digest(),
            stage: Stage::Open.key().to_owned(),
            began,
            used: now,
            confirmed: Some(now),
            ..visitor.login.clone()
        };
        let put = self.store.put_login(&login, Some(visitor.digest())).await?;
        Ok(put.then_some(session))
    }

    /// Whether this is the account's password.
    pub(super) async fn is_password_of(&self, kept: &Credential, password: &str) -> Result<bool, OfficeError> {
        let hash = kept.password.clone();
        let Some(entered) = Password::entered(password) else { return Ok(false) };
        self.in_turn(move || entered.is_of(Some(&hash))).await
    }
}
