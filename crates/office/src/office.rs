//! The office: a store, the packs, the calendar, and where time and chance come from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use casework::register::Register;
use casework::working_days::Calendar;
use model::Faults;
use service::Guantong;
use store::evidence::Evidence;
use store::{Place, Store};
use uuid::Uuid;

use crate::error::OfficeError;
use crate::history::Loaded;
use crate::login::Desk;
use crate::moment::{Now, moment, written};

/// Where an office keeps what it has.
#[derive(Clone, Debug)]
pub struct OfficePlace {
    /// The folder of evidence files, of the operator's calendar, and of the log where no database is named.
    pub folder: PathBuf,
    /// A PostgreSQL database; SQLite in the folder where none is named.
    pub database: Option<String>,
}

impl OfficePlace {
    /// Where the evidence files are.
    #[must_use]
    pub fn evidence(&self) -> PathBuf {
        self.folder.join("evidence")
    }

    /// Where the log is.
    #[must_use]
    pub fn store(&self) -> Place {
        match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.folder.clone()),
        }
    }
}

/// What does the casework; clones share it.
#[derive(Clone)]
pub struct Office {
    pub(crate) guantong: Arc<Guantong>,
    pub(crate) archive: String,
    pub(crate) archives: Arc<RwLock<BTreeMap<String, Arc<Guantong>>>>,
    pub(crate) calendar: Arc<Calendar>,
    pub(crate) store: Store,
    pub(crate) evidence: Evidence,
    pub(crate) known_register: Arc<RwLock<Loaded<Register>>>,
    pub(crate) now: Now,
    pub(crate) chance: Arc<dyn Fn() -> Uuid + Send + Sync>,
    pub(crate) logins: Arc<Desk>,
}

/// The name of the operator's own calendar in the folder: further years, and days that changed.
pub const OPERATOR_CALENDAR: &str = "calendar.csv";

/// How many seconds the clock may lag behind the last thing that happened in the same history.
const MOST_BEHIND: i64 = 60;

impl Office {
    /// Opens an office; the packs are kept in the store by their digest, so that decisions can be made again.
    ///
    /// # Errors
    /// The store or the folder cannot be used, or the calendar has faults.
    pub async fn open(place: &OfficePlace, guantong: Arc<Guantong>, now: Now) -> Result<Self, OfficeError> {
        Self::open_with(place, guantong, now, Arc::new(Uuid::new_v4)).await
    }

    /// As [`Office::open`], with identifiers from a given source, so that a run can be repeated exactly.
    ///
    /// # Errors
    /// As there.
    pub async fn open_with(
        place: &OfficePlace,
        guantong: Arc<Guantong>,
        now: Now,
        chance: Arc<dyn Fn() -> Uuid + Send + Sync>,
    ) -> Result<Self, OfficeError> {
        let store = Store::open(&place.store()).await?;
        let evidence = Evidence::open(&place.evidence())?;
        let calendar = Arc::new(calendar(&guantong, &place.folder)?);
        let mut office = Self {
            archive: String::new(),
            archives: Arc::default(),
            known_register: Arc::default(),
            guantong,
            calendar,
            store,
            evidence,
            now,
            chance,
            logins: Arc::new(Desk::new(&place.folder)),
        };
        office.archive = office.keep_archive().await?;
        Ok(office)
    }

    /// The store, for what concerns it alone: backups, verification, leading.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The evidence files.
    #[must_use]
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The packs of today.
    #[must_use]
    pub fn guantong(&self) -> &Guantong {
        &self.guantong
    }

    /// The day that it is.
    #[must_use]
    pub fn today(&self) -> model::Day {
        self.moment().day
    }

    /// The present moment.
    pub(crate) fn moment(&self) -> casework::Moment {
        moment((self.now)())
    }

    /// The present moment, for something that happens after what happened before. A clock that lags a little, as those of two
    /// nodes may, is carried on from there.
    pub(crate) fn moment_after(&self, last: Option<&casework::Moment>) -> Result<casework::Moment, OfficeError> {
        let now = self.moment();
        match last {
            Some(last) if now.second + MOST_BEHIND < last.second => {
                Err(OfficeError::ClockBehind { now: written(&now), last: written(last) })
            }
            Some(last) if now.second < last.second => Ok(last.clone()),
            _ => Ok(now),
        }
    }

    /// The register as it is now: what was known before, with what happened since.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn register(&self) -> Result<Register, OfficeError> {
        Ok(self.loaded_register().await?.state)
    }

    pub(crate) async fn loaded_register(&self) -> Result<Loaded<Register>, OfficeError> {
        let mut known = self.known_register.read().unwrap_or_else(PoisonError::into_inner).clone();
        let before = known.version;
        loop {
            let records = self.store.stream_after(crate::register::STREAM, known.version, store::MOST_PER_PAGE).await?;
            for record in &records {
                known.evolve(&crate::history::event(record)?);
            }
            if records.len() < store::MOST_PER_PAGE as usize {
                break;
            }
        }
        if known.version > before {
            let mut kept = self.known_register.write().unwrap_or_else(PoisonError::into_inner);
            if kept.version < known.version {
                *kept = known.clone();
            }
        }
        Ok(known)
    }
}

fn calendar(guantong: &Guantong, folder: &Path) -> Result<Calendar, OfficeError> {
    let calendar = Calendar::read(guantong.files().get("national/calendar.csv").unwrap_or_default())?;
    let own = folder.join(OPERATOR_CALENDAR);
    match std::fs::read_to_string(&own) {
        Ok(text) => calendar.with(&text).map_err(|faults| {
            let problem = format!("{} cannot be used: {faults}", own.display());
            Faults::one("calendar", problem, "correct it, or take it away").into()
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(calendar),
        Err(error) => {
            let problem = format!("{} cannot be read: {error}", own.display());
            Err(Faults::one("calendar", problem, "let it be read, or take it away").into())
        }
    }
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Office").field(&self.store).finish()
    }
}
