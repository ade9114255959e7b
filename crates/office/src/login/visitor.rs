//! Who is at the browser, and the sessions of an account.

use accounts::{Stage, Times, Token};
use casework::{Actor, Role};
use store::Login;

use super::enter::needs_factor;
use crate::account::Caller;
use crate::error::OfficeError;
use crate::office::Office;

/// How much of a session's digest names it on the page.
const SHOWN_DIGEST: usize = 16;

/// Somebody with a session.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The account, in its role.
    pub caller: Caller,
    /// How far the login has come: only [`Stage::Open`] opens anything.
    pub stage: Stage,
    /// Whether the account has a second factor.
    pub has_factor: bool,
    token: Token,
    pub(super) login: Login,
    pub(super) is_fresh: bool,
}

/// A session as its owner sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionShown {
    /// By what it is named.
    pub id: String,
    /// A coarse label of the browser.
    pub browser: String,
    /// When it began, in milliseconds since 1970.
    pub began: i64,
    /// When it was last used, to the minute.
    pub used: i64,
    /// Whether it is the one in which this is asked.
    pub is_this: bool,
}

impl Visitor {
    /// Whether the login is complete.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }

    /// What each form of this session carries.
    #[must_use]
    pub fn form_token(&self) -> String {
        self.token.form_token()
    }

    /// Whether the owner proved within five minutes to be there, with the strongest means that the account has.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.is_open() && self.is_fresh
    }

    /// Whether a vote or a signature may be given now: with a second factor, proved within five minutes. If not, ask for a code first.
    #[must_use]
    pub fn may_sign(&self) -> bool {
        self.is_fresh() && self.has_factor
    }

    /// Whether the account works only with a second factor.
    #[must_use]
    pub fn needs_factor(&self) -> bool {
        needs_factor(self.caller.role)
    }

    /// The role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.caller.role
    }

    pub(super) fn digest(&self) -> &str {
        &self.login.digest
    }
}

fn times(login: &Login) -> Times {
    Times { began: login.began, used: login.used, confirmed: login.confirmed }
}

impl Office {
    /// Who has this session; nobody where it is over, or its account was ended or given to somebody else.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn visitor(&self, session: &str) -> Result<Option<Visitor>, OfficeError> {
        let Some(token) = Token::read(session) else { return Ok(None) };
        let Some(login) = self.store.login(&token.digest()).await? else { return Ok(None) };
        let (now, times) = (self.millisecond(), times(&login));
        let Some(stage) = Stage::of(&login.stage).filter(|stage| !times.is_over(*stage, now)) else {
            self.store.end_login(&login.account, &login.digest).await?;
            return Ok(None);
        };
        let Some((account, Some(kept))) = self.known(&login.account).await? else { return Ok(None) };
        if times.is_worth_noting(now) {
            self.store.note_login(&login.digest, now).await?;
        }
        let has_factor = kept.factor.is_some();
        let lacks = stage == Stage::Open && needs_factor(account.role) && !has_factor;
        Ok(Some(Visitor {
            caller: Actor { id: account.id, organisation: account.organisation, role: account.role },
            stage: if lacks { Stage::Enrol } else { stage },
            has_factor,
            token,
            is_fresh: times.is_fresh(now),
            login,
        }))
    }

    /// Ends a session; one that is not there is as good as ended.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn leave(&self, session: &str) -> Result<(), OfficeError> {
        let Some(token) = Token::read(session) else { return Ok(()) };
        if let Some(login) = self.store.login(&token.digest()).await? {
            self.store.end_login(&login.account, &login.digest).await?;
            tracing::info!(target: "audit", event = "logout", account = login.account);
        }
        Ok(())
    }

    /// The sessions of the visitor's account that are not over, the one used last first.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn sessions(&self, of: &Visitor) -> Result<Vec<SessionShown>, OfficeError> {
        let logins = self.open_logins(&of.caller.id).await?;
        Ok(logins
            .into_iter()
            .map(|login| SessionShown {
                is_this: login.digest == of.login.digest,
                id: shown(&login.digest),
                browser: login.browser,
                began: login.began,
                used: login.used,
            })
            .collect())
    }

    /// Ends one session of the visitor's account. `false` where there is none such.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn end_session(&self, of: &Visitor, id: &str) -> Result<bool, OfficeError> {
        let logins = self.open_logins(&of.caller.id).await?;
        let Some(login) = logins.into_iter().find(|login| shown(&login.digest) == id) else { return Ok(false) };
        tracing::info!(target: "audit", event = "session-ended", account = of.caller.id);
        Ok(self.store.end_login(&of.caller.id, &login.digest).await?)
    }

    /// Ends all sessions of an account, whose browsers are no longer known; how many there were.
    ///
    /// # Errors
    /// The store cannot be reached.
    pub async fn end_sessions(&self, account: &str) -> Result<u64, OfficeError> {
        let ended = self.store.end_logins(account).await?;
        tracing::info!(target: "audit", event = "sessions-ended", account, ended);
        Ok(ended)
    }

    async fn open_logins(&self, account: &str) -> Result<Vec<Login>, OfficeError> {
        let now = self.millisecond();
        let mut logins = self.store.logins(account).await?;
        logins.retain(|login| login.stage == Stage::Open.key() && !times(login).is_over(Stage::Open, now));
        Ok(logins)
    }
}

fn shown(digest: &str) -> String {
    digest.chars().take(SHOWN_DIGEST).collect()
}
