//! Entering: the password, then the code. An unknown account gets the answer and takes the work of a known one.

use std::net::IpAddr;

use accounts::{Gate, KNOWN_BROWSER_LIFE, Password, SALT_BYTES, Stage, Token};
use casework::Role;
use casework::register::Account;
use store::{Credential, Login};

use super::{context, drawn, token};
use crate::error::OfficeError;
use crate::office::Office;

/// The longest id of an account.
const LONGEST_ID: usize = 64;

/// From where somebody wants to enter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Approach<'a> {
    /// The address of the browser, where it is known.
    pub address: Option<IpAddr>,
    /// What the browser keeps since somebody last logged in there.
    pub browser: Option<&'a str>,
    /// A coarse label of the browser.
    pub label: &'a str,
    /// The session that the browser has until now: it ends.
    pub session: Option<&'a str>,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entered {
    /// The account is unknown or has no password, or the password or the code is wrong: it is not said which.
    Refused,
    /// There were too many failures.
    Wait {
        /// How long to wait.
        seconds: u64,
    },
    /// The login took too long: it begins with the password again.
    Over,
    /// The password is right; the code is awaited under this token.
    Code(Token),
    /// The password is right; under this token a second factor is set up first.
    Enrol(Token),
    /// In.
    Open {
        /// The session.
        session: Token,
        /// What the browser keeps from now on.
        browser: Token,
    },
}

/// Whether a text can be the id of an account, as the register has them.
fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether a role works only with a second factor.
pub(super) fn needs_factor(role: Role) -> bool {
    role != Role::Applicant
}

impl Office {
    /// Takes a password. What the browser had before ends only when it is right.
    ///
    /// # Errors
    /// The store cannot be reached, or the machine cannot do the work.
    pub async fn enter(&self, from: &Approach<'_>, account: &str, password: &str) -> Result<Entered, OfficeError> {
        let account = account.trim().to_lowercase();
        // What cannot be an id is nobody's, and costs the same.
        let account = Some(account).filter(|account| is_id(account)).unwrap_or_default();
        let digest = from.browser.and_then(Token::read).map(|token| token.digest());
        let known_browser = match &digest {
            Some(digest) => self.store.knows_browser(digest, &account, self.millisecond()).await?,
            None => false,
        };
        let gates = Gate::of_password(&account, from.address, digest.as_deref().filter(|_| known_browser));
        if let Some(seconds) = self.pass(&gates).await? {
            tracing::warn!(target: "audit", event = "login", outcome = "throttled", seconds);
            return Ok(Entered::Wait { seconds });
        }
        let known = self.known(&account).await?;
        let hash = known.as_ref().and_then(|(_, kept)| kept.as_ref()).map(|kept| kept.password.clone());
        let entered = Password::entered(password).or_else(|| Password::entered(""));
        let fresh = drawn::<SALT_BYTES>()?;
        let (right, anew) = self
            .in_turn(move || {
                let Some(entered) = entered else { return (false, None) };
                let right = entered.is_of(hash.as_deref());
                let old = hash.filter(|hash| right && !Password::is_of_today(hash));
                (right, old.and_then(|_| entered.hash(fresh)))
            })
            .await?;
        let (Some((account, Some(kept))), true) = (&known, right) else {
            let account = known.as_ref().map(|(account, _)| account.id.as_str());
            tracing::warn!(target: "audit", event = "login", outcome = "refused", account);
            return Ok(Entered::Refused);
        };
        if let Some(anew) = anew {
            self.store.replace_hash(&account.id, &kept.password, &anew).await?;
        }
        self.passed(&gates).await?;
        if let Some(earlier) = from.session {
            self.leave(earlier).await?;
        }
        let session = token()?;
        let stage = match (&kept.factor, needs_factor(account.role)) {
            (Some(_), _) => Stage::Code,
            (None, true) => Stage::Enrol,
            (None, false) => return self.let_in(from, account, None, session).await,
        };
        self.store.put_login(&self.login_of(&session, account, stage, from.label, false), None).await?;
        tracing::info!(target: "audit", event = "login", outcome = stage.key(), account = account.id);
        Ok(if stage == Stage::Code { Entered::Code(session) } else { Entered::Enrol(session) })
    }

    /// Takes the code that follows a password: of the second factor, or a recovery code.
    ///
    /// # Errors
    /// The store cannot be reached, or the second factor cannot be opened.
    pub async fn enter_code(&self, from: &Approach<'_>, session: &str, code: &str) -> Result<Entered, OfficeError> {
        let Some(visitor) = self.visitor(session).await?.filter(|visitor| visitor.stage == Stage::Code) else {
            return Ok(Entered::Over);
        };
        let id = visitor.caller.id.as_str();
        let gate = [Gate::Code(id.to_owned())];
        if let Some(seconds) = self.pass(&gate).await? {
            tracing::warn!(target: "audit", event = "code", outcome = "throttled", account = id, seconds);
            return Ok(Entered::Wait { seconds });
        }
        let Some((account, Some(kept))) = self.known(id).await? else { return Ok(Entered::Over) };
        if !self.is_code_of(&kept, code).await? {
            tracing::warn!(target: "audit", event = "code", outcome = "refused", account = id);
            return Ok(Entered::Refused);
        }
        self.passed(&gate).await?;
        self.let_in(from, &account, Some(visitor.digest()), token()?).await
    }

    /// Whether a code is one of the account's second factor, or a recovery code; it is used up.
    pub(super) async fn is_code_of(&self, kept: &Credential, code: &str) -> Result<bool, OfficeError> {
        let Some(sealed) = &kept.factor else { return Ok(false) };
        let (factor, keys) = self.opened_factor(&kept.account, sealed).await?;
        if let Some(step) = factor.step_of(code, self.millisecond(), kept.factor_step) {
            if !keys.is_newest(sealed) {
                let secret = keys.open(sealed, &context(&kept.account))?;
                let anew = keys.seal(&secret, &context(&kept.account))?;
                self.store.reseal_factor(&kept.account, sealed, &anew).await?;
            }
            return Ok(self.store.use_step(&kept.account, step).await?);
        }
        match accounts::recovery_digest(code) {
            Some(digest) => {
                let used = self.store.use_recovery_code(&kept.account, &digest).await?;
                if used {
                    tracing::warn!(target: "audit", event = "recovery-code", outcome = "used", account = kept.account);
                }
                Ok(used)
            }
            None => Ok(false),
        }
    }

    /// Opens a session under a new token, in place of the one that waited for the code.
    async fn let_in(
        &self,
        from: &Approach<'_>,
        account: &Account,
        waited: Option<&str>,
        session: Token,
    ) -> Result<Entered, OfficeError> {
        let login = self.login_of(&session, account, Stage::Open, from.label, true);
        if !self.store.put_login(&login, waited).await? {
            return Ok(Entered::Over);
        }
        let browser = token()?;
        let until = login.began.saturating_add(KNOWN_BROWSER_LIFE);
        self.store.know_browser(&browser.digest(), &account.id, until).await?;
        tracing::info!(target: "audit", event = "login", outcome = "open", account = account.id);
        Ok(Entered::Open { session, browser })
    }

    fn login_of(&self, token: &Token, account: &Account, stage: Stage, label: &str, confirmed: bool) -> Login {
        let now = self.millisecond();
        Login {
            digest: token.digest(),
            account: account.id.clone(),
            stage: stage.key().to_owned(),
            began: now,
            used: now,
            confirmed: confirmed.then_some(now),
            browser: label.to_owned(),
        }
    }
}
