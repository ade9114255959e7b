//! Going through the whole chain and naming the first place where it is broken.

use std::collections::HashMap;
use std::fmt;

use futures_util::TryStreamExt as _;
use sqlx::{Any, AnyConnection, Row as _};

use crate::Store;
use crate::error::StoreError;
use crate::hash::Hash;
use crate::place::Database;
use crate::record::{Line, Root};
use crate::values;

/// The first place where a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The number of the record.
    pub seq: u64,
    /// How it is broken.
    pub fault: Fault,
}

/// How a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No record has the number; `found` is the next number that there is.
    Missing {
        /// The next number after the gap.
        found: Option<u64>,
    },
    /// The record doesn't name the hash of the one before it.
    Unlinked,
    /// The record's own hash isn't that of its content.
    Altered,
    /// The record isn't the next one of its stream.
    Version {
        /// The stream.
        stream: String,
        /// The version that it should have.
        expected: u64,
        /// The version that it has.
        found: u64,
    },
    /// The log ends elsewhere than its head says.
    Head {
        /// The number that the head has.
        head: u64,
    },
    /// A root that was known beforehand isn't the hash of this record.
    Root {
        /// The hash that was known.
        known: Hash,
        /// The hash that the record has.
        found: Hash,
    },
    /// The record's columns can't even be read.
    Unreadable,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seq, fault } = self;
        match fault {
            Fault::Missing { found: None } => write!(f, "the record {seq} is missing, and so is all after it"),
            Fault::Missing { found: Some(found) } => write!(f, "the record {seq} is missing; {found} comes next"),
            Fault::Unlinked => write!(f, "the record {seq} does not follow the one before it"),
            Fault::Altered => write!(f, "the record {seq} has been altered: its hash does not fit its content"),
            Fault::Version { stream, expected, found } => {
                write!(f, "the record {seq} has the version {found} of the stream {stream}, not {expected}")
            }
            Fault::Head { head } => write!(f, "the log ends at the record {seq}, but its head says {head}"),
            Fault::Root { known, found } => write!(f, "the record {seq} has the hash {found}; {known} was known"),
            Fault::Unreadable => write!(f, "the record {seq} can't be read"),
        }
    }
}

/// Takes records in order and checks each against those before it.
pub(crate) struct Walk {
    end: Root,
    versions: HashMap<String, u64>,
    known: Option<Root>,
}

impl Walk {
    pub fn new(known: Option<Root>) -> Self {
        Self { end: Root::EMPTY, versions: HashMap::new(), known }
    }

    /// Checks the next record.
    pub fn step(&mut self, line: &Line) -> Result<(), Broken> {
        let seq = self.end.seq + 1;
        let broken = |fault| Err(Broken { seq, fault });
        if line.seq != seq {
            return broken(Fault::Missing { found: Some(line.seq) });
        }
        if line.previous != self.end.hash {
            return broken(Fault::Unlinked);
        }
        if line.hash != line.expected_hash() {
            return broken(Fault::Altered);
        }
        let expected = self.versions.get(&line.stream).copied().unwrap_or_default() + 1;
        if line.version != expected {
            let stream = line.stream.clone();
            return broken(Fault::Version { stream, expected, found: line.version });
        }
        if let Some(known) = self.known.filter(|known| known.seq == seq && known.hash != line.hash) {
            return broken(Fault::Root { known: known.hash, found: line.hash });
        }
        self.versions.insert(line.stream.clone(), expected);
        self.end = Root { seq, hash: line.hash };
        Ok(())
    }

    /// Checks that nothing is cut off at the end.
    pub fn finish(self, head: Root) -> Result<Root, Broken> {
        let Root { seq, .. } = self.end;
        if self.known.is_some_and(|known| known.seq > seq) {
            return Err(Broken { seq: seq + 1, fault: Fault::Missing { found: None } });
        }
        if head != self.end {
            return Err(Broken { seq, fault: Fault::Head { head: head.seq } });
        }
        Ok(self.end)
    }
}

impl Store {
    /// Goes through all records as they stand now, and answers with the root. With a root that was kept elsewhere, the chain also has to
    /// contain it: this alone notices an administrator who has computed all hashes anew. Memory grows with the number of streams.
    ///
    /// # Errors
    ///
    /// [`StoreError::Broken`] names the first record that was changed, left out, moved or cut off.
    pub async fn verify(&self, known: Option<Root>) -> Result<Root, StoreError> {
        let database = self.database();
        let fault = |error: sqlx::Error| database.fault(&error);
        let broken = |broken| StoreError::Broken { place: database.place.clone(), broken };
        let mut snapshot = database.snapshot().await?;
        let head = head(database, &mut snapshot).await?;
        let mut walk = Walk::new(known);
        {
            let mut rows = sqlx::query::<Any>(values::LOG_IN_ORDER).fetch(&mut *snapshot);
            while let Some(row) = rows.try_next().await.map_err(fault)? {
                let unreadable = |_| {
                    let seq = row.try_get(0).map_or(walk.end.seq + 1, values::unsigned);
                    broken(Broken { seq, fault: Fault::Unreadable })
                };
                let line = values::line(&row).map_err(unreadable)?;
                walk.step(&line).map_err(broken)?;
            }
        }
        snapshot.rollback().await.map_err(fault)?;
        walk.finish(head).map_err(broken)
    }
}

/// Where the log ends, as its head says; a hash that can't be read is none.
pub(crate) async fn head(database: &Database, connection: &mut AnyConnection) -> Result<Root, StoreError> {
    let row = sqlx::query("SELECT seq, hash FROM head").fetch_one(connection).await;
    let row = row.map_err(|error| database.fault(&error))?;
    let seq = values::number(&row, 0).map_err(|error| database.fault(&error))?;
    Ok(Root { seq, hash: values::hash(&row, 1).unwrap_or(Hash::NONE) })
}
