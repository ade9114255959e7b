//! The second factor of an account: set up, proved, replaced, taken away; and its recovery codes.

use accounts::{Factor, Gate, RECOVERY_BYTES, RECOVERY_CODES, SECRET_BYTES, Stage, Token};
use sealing::SealingFault;

use super::visitor::Visitor;
use super::{context, drawn};
use crate::error::OfficeError;
use crate::office::Office;

/// A second factor that is being set up.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret as it is typed into an app.
    pub typed: String,
    /// The address that an app reads out of a picture.
    pub address: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

impl Enrolment {
    fn of(factor: &Factor, account: &str) -> Self {
        Self { typed: factor.typed(), address: factor.address(account) }
    }
}

/// What came of a code that should prove a new factor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FactorTaken {
    /// The code is wrong.
    Refused,
    /// There were too many failures.
    Wait {
        /// How long to wait.
        seconds: u64,
    },
    /// Nothing is being set up, or the session has to be confirmed first.
    Over,
    /// The factor counts from now on.
    Done {
        /// The session goes on under this token.
        session: Token,
        /// The recovery codes, shown this once.
        codes: Vec<String>,
    },
}

impl Office {
    /// Offers a new second factor; it counts once a code has proved it. None where the session has to be confirmed first.
    ///
    /// # Errors
    /// The store cannot be reached, or the machine cannot do the work.
    pub async fn offer_factor(&self, visitor: &Visitor) -> Result<Option<Enrolment>, OfficeError> {
        if !may_set_up(visitor) {
            return Ok(None);
        }
        let id = visitor.caller.id.as_str();
        let secret = drawn::<SECRET_BYTES>()?;
        let factor = Factor::of(&secret).ok_or(SealingFault::Unreadable)?;
        let sealed = self.keys(false).await?.seal(&secret, &context(id))?;
        self.store.offer_factor(id, &sealed).await?;
        Ok(Some(Enrolment::of(&factor, id)))
    }

    /// The factor that is being set up, so that the page can show it again.
    ///
    /// # Errors
    /// The store cannot be reached, or the factor cannot be opened.
    pub async fn offered_factor(&self, visitor: &Visitor) -> Result<Option<Enrolment>, OfficeError> {
        let id = visitor.caller.id.as_str();
        let Some((_, Some(kept))) = self.known(id).await? else { return Ok(None) };
        let Some(sealed) = kept.offered.filter(|_| may_set_up(visitor)) else { return Ok(None) };
        let (factor, _) = self.opened_factor(id, &sealed).await?;
        Ok(Some(Enrolment::of(&factor, id)))
    }

    /// Takes the factor that was offered, proved by one of its codes. All other sessions end.
    ///
    /// # Errors
    /// The store cannot be reached, or the factor cannot be opened.
    pub async fn take_factor(&self, visitor: &Visitor, code: &str) -> Result<FactorTaken, OfficeError> {
        let id = visitor.caller.id.as_str();
        let Some((_, Some(kept))) = self.known(id).await? else { return Ok(FactorTaken::Over) };
        let Some(sealed) = kept.offered.filter(|_| may_set_up(visitor)) else { return Ok(FactorTaken::Over) };
        let gate = [Gate::Code(id.to_owned())];
        if let Some(seconds) = self.pass(&gate).await? {
            return Ok(FactorTaken::Wait { seconds });
        }
        let (factor, _) = self.opened_factor(id, &sealed).await?;
        let Some(step) = factor.step_of(code, self.millisecond(), -1) else {
            tracing::warn!(target: "audit", event = "second-factor", outcome = "refused", account = id);
            return Ok(FactorTaken::Refused);
        };
        self.passed(&gate).await?;
        let (codes, digests) = recovery_codes()?;
        if !self.store.take_factor(id, &sealed, step, &digests, visitor.digest()).await? {
            return Ok(FactorTaken::Over);
        }
        tracing::info!(target: "audit", event = "second-factor", outcome = "set-up", account = id);
        Ok(match self.renew(visitor).await? {
            Some(session) => FactorTaken::Done { session, codes },
            None => FactorTaken::Over,
        })
    }

    /// Takes the second factor away, of an account that may do without. `false` where it may not, or the session has to be confirmed first.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn drop_factor(&self, visitor: &Visitor) -> Result<bool, OfficeError> {
        if !visitor.is_fresh() || visitor.needs_factor() {
            return Ok(false);
        }
        self.store.drop_factor(&visitor.caller.id).await?;
        tracing::warn!(target: "audit", event = "second-factor", outcome = "taken-away", account = visitor.caller.id);
        Ok(true)
    }

    /// Makes new recovery codes; the earlier ones are void. None where there is no second factor, or the session has to be confirmed first.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn new_recovery_codes(&self, visitor: &Visitor) -> Result<Option<Vec<String>>, OfficeError> {
        if !visitor.may_sign() {
            return Ok(None);
        }
        let (codes, digests) = recovery_codes()?;
        self.store.put_recovery_codes(&visitor.caller.id, &digests).await?;
        tracing::info!(target: "audit", event = "recovery-codes", outcome = "made", account = visitor.caller.id);
        Ok(Some(codes))
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn recovery_codes_left(&self, visitor: &Visitor) -> Result<u64, OfficeError> {
        Ok(self.store.recovery_codes_left(&visitor.caller.id).await?)
    }
}

/// A first factor follows a password that was just entered; everything else a session that was just confirmed.
fn may_set_up(visitor: &Visitor) -> bool {
    visitor.is_fresh() || (visitor.stage == Stage::Enrol && !visitor.has_factor)
}

/// New codes with what is kept of them.
fn recovery_codes() -> Result<(Vec<String>, Vec<String>), OfficeError> {
    let codes = (0..RECOVERY_CODES).map(|_| drawn::<RECOVERY_BYTES>().map(accounts::recovery_code));
    let codes = codes.collect::<Result<Vec<_>, _>>()?;
    let digests = codes.iter().filter_map(|code| accounts::recovery_digest(code)).collect();
    Ok((codes, digests))
}
