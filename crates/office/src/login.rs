//! Logins of people: who is at the browser, how they got in, and what they change of what lets them in.

mod confirm;
mod enter;
mod factor;
mod invite;
mod parked;
mod password;
mod visitor;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use accounts::{ABSOLUTE, FORGOTTEN_AFTER, Gate, IDLE, Token};
use casework::register::Account;
use sealing::{Keyring, SealingFault};
use store::Credential;
use tokio::sync::Semaphore;

use crate::error::OfficeError;
use crate::office::Office;

pub use confirm::Confirmed;
pub use enter::{Approach, Entered};
pub use factor::{Enrolment, FactorTaken};
pub use invite::Accepted;
pub use parked::{MOST_PARKED_BYTES, PARKED_FOR};
pub use password::Changed;
pub use visitor::{SessionShown, Visitor};

/// How many passwords are worked on at once: each takes 19 MiB.
const AT_ONCE: usize = 4;
/// How often what is over is swept away, in milliseconds.
const SWEEP: i64 = 10 * 60 * 1_000;

/// What logins need beside the store.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
    keys: RwLock<Option<Arc<Keyring>>>,
    turns: Semaphore,
    swept: AtomicI64,
}

impl Desk {
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            keys: RwLock::default(),
            turns: Semaphore::new(AT_ONCE),
            swept: AtomicI64::new(0),
        }
    }
}

/// A machine that cannot do what it should.
fn machine(what: impl ToString) -> OfficeError {
    OfficeError::Machine { what: what.to_string() }
}

/// For what a second factor is sealed.
fn context(account: &str) -> String {
    format!("totp/{account}")
}

/// The ids of gates.
fn ids(gates: &[Gate]) -> Vec<String> {
    gates.iter().map(Gate::id).collect()
}

impl Office {
    /// The present moment in milliseconds since 1970.
    fn millisecond(&self) -> i64 {
        (self.now)().as_millisecond()
    }

    /// Work that takes long, on a thread of its own when its turn comes.
    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, OfficeError> {
        let _turn = self.logins.turns.acquire().await.map_err(machine)?;
        tokio::task::spawn_blocking(work).await.map_err(machine)
    }

    /// The keys that seal second factors, made when they are first needed; `anew` reads the file again.
    async fn keys(&self, anew: bool) -> Result<Arc<Keyring>, OfficeError> {
        let known = self.logins.keys.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(keys) = known.filter(|_| !anew) {
            return Ok(keys);
        }
        let folder = self.logins.folder.clone();
        let keys = tokio::task::spawn_blocking(move || Keyring::of_folder(&folder)).await.map_err(machine)??;
        let keys = Arc::new(keys);
        *self.logins.keys.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&keys));
        Ok(keys)
    }

    /// Opens a sealed second factor, and the keys with which it is best sealed now.
    async fn opened_factor(
        &self,
        account: &str,
        sealed: &str,
    ) -> Result<(accounts::Factor, Arc<Keyring>), OfficeError> {
        let mut keys = self.keys(false).await?;
        let mut opened = keys.open(sealed, &context(account));
        // Somebody else may have added a key meanwhile.
        if let Err(SealingFault::NoSuchKey { .. }) = opened {
            keys = self.keys(true).await?;
            opened = keys.open(sealed, &context(account));
        }
        let factor = accounts::Factor::of(&opened?).ok_or(SealingFault::Unreadable)?;
        Ok((factor, keys))
    }

    /// The account on record, with what is kept of it; what was kept of an earlier account of that id does not count.
    async fn known(&self, account: &str) -> Result<Option<(Account, Option<Credential>)>, OfficeError> {
        let register = self.register().await?;
        // Asked for whether or not there is such an account, so that an unknown one takes as long.
        let kept = self.store.credential(account).await?;
        Ok(register.accounts.get(account).map(|account| {
            let kept = kept.filter(|kept| kept.register_id == account.token_digest);
            (account.clone(), kept)
        }))
    }

    /// Counts an attempt at the gates; how many seconds it has to wait, where it may not pass yet.
    async fn pass(&self, gates: &[Gate]) -> Result<Option<u64>, OfficeError> {
        let now = self.millisecond();
        let wait = |number: usize, failures: i64| gates.get(number).map_or(0, |gate| gate.wait(failures));
        let forgotten = now.saturating_sub(FORGOTTEN_AFTER);
        let opens = self.store.pass_gates(&ids(gates), now, forgotten, wait).await?;
        Ok(opens.map(|opens| u64::try_from(opens.saturating_sub(now)).unwrap_or_default().div_ceil(1_000).max(1)))
    }

    /// The attempt turned out well.
    async fn passed(&self, gates: &[Gate]) -> Result<(), OfficeError> {
        let (cleared, kept): (Vec<Gate>, Vec<Gate>) = gates.iter().cloned().partition(Gate::is_cleared);
        self.store.clear_gates(&ids(&cleared)).await?;
        Ok(self.store.take_back(&ids(&kept), self.millisecond()).await?)
    }

    /// Sweeps away sessions, links and failures that are over, every ten minutes.
    pub(crate) async fn sweep_logins(&self) -> Result<(), OfficeError> {
        let now = self.millisecond();
        let swept = self.logins.swept.load(Ordering::Relaxed);
        if now.saturating_sub(swept) < SWEEP {
            return Ok(());
        }
        self.logins.swept.store(now, Ordering::Relaxed);
        let before = |life: i64| now.saturating_sub(life);
        Ok(self.store.sweep_logins(before(ABSOLUTE), before(IDLE), before(FORGOTTEN_AFTER), now).await?)
    }
}

/// A token for whoever has no session yet.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_token() -> Result<Token, OfficeError> {
    token()
}

/// A token from the system's chance.
fn token() -> Result<Token, OfficeError> {
    drawn().map(Token::of)
}

/// Bytes from the system's chance.
fn drawn<const N: usize>() -> Result<[u8; N], OfficeError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(machine)?;
    Ok(bytes)
}
