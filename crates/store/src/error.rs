//! What can go wrong with the store, each with its place, what is wrong, and what would do.

use std::fmt;

use crate::verify::Broken;

/// Why the store did not do what it was asked. Whatever the variant: of a unit nothing was applied, but for [`StoreError::Unavailable`], see there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else appended first.
    #[error("the stream {stream} is at version {actual}, not {expected}; read it again and decide anew")]
    Conflict {
        /// The stream whose version didn't fit.
        stream: String,
        /// The version that the unit was decided on.
        expected: u64,
        /// The version that the stream has.
        actual: u64,
    },
    /// The actor has used this key for another request.
    #[error("the idempotency key {key} stands for another request of {actor}; take a new key for a new request")]
    KeyReused {
        /// Who asked.
        actor: String,
        /// The key.
        key: String,
    },
    /// An id that has to be new isn't.
    #[error("there is already a {what} with the id {id}; give each one an id of its own")]
    Taken {
        /// What the id is of: a personal document, a message or an urn.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// The unit is not one that can be kept; a fault of the caller.
    #[error("{place}: {what}; {remedy}")]
    Invalid {
        /// The part of the unit.
        place: String,
        /// What is wrong with it.
        what: String,
        /// What would do.
        remedy: String,
    },
    /// The database can't be reached just now. Whether a unit whose commit was under way has been applied is then unknown:
    /// asking again with the same idempotency key tells, and applies it if it hasn't.
    #[error("{place} can't be reached ({reason}); try again in a moment")]
    Unavailable {
        /// The database.
        place: String,
        /// What the driver said.
        reason: String,
    },
    /// No room is left; nothing was applied and nothing is lost.
    #[error("{place} has no room left on its disk; free some and try again")]
    Full {
        /// The database.
        place: String,
    },
    /// A later release has written here.
    #[error(
        "{place} was written by a later release (its schema has the version {found}, this release knows up to {known}); \
         use that release, or restore a backup into a new place"
    )]
    Newer {
        /// The database or the backup.
        place: String,
        /// The version found.
        found: i64,
        /// The newest version that this release knows.
        known: i64,
    },
    /// The chain is broken.
    #[error("{place}: {broken}; compare it with a backup, and with a root that was published earlier")]
    Broken {
        /// The database or the backup.
        place: String,
        /// Where, and how.
        broken: Broken,
    },
    /// A backup is only restored into an empty place.
    #[error("{place} holds data already; restore into an empty folder or an empty database")]
    NotEmpty {
        /// The target.
        place: String,
    },
    /// A place or file can't be used as asked.
    #[error("{place}: {what}; {remedy}")]
    Place {
        /// The folder, file or database.
        place: String,
        /// What is wrong.
        what: String,
        /// What would do.
        remedy: String,
    },
    /// The database refused a statement for a reason that isn't known here.
    #[error("{place}: {what}; look at the database's log")]
    Database {
        /// The database.
        place: String,
        /// What the driver said.
        what: String,
    },
}

impl StoreError {
    /// A fault of the caller in one part of a unit.
    pub(crate) fn invalid(place: impl fmt::Display, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Invalid { place: place.to_string(), what: what.into(), remedy: remedy.into() }
    }

    /// A place or file that can't be used.
    pub(crate) fn place(place: impl fmt::Display, what: impl fmt::Display, remedy: impl Into<String>) -> Self {
        Self::Place { place: place.to_string(), what: what.to_string(), remedy: remedy.into() }
    }

    /// What a failed statement or connection means, told apart by the codes of both databases.
    pub(crate) fn of_driver(place: &str, error: &sqlx::Error) -> Self {
        let place = place.to_owned();
        let code = error.as_database_error().and_then(|error| Some(error.code()?.into_owned()));
        let reason = error.to_string();
        match error {
            sqlx::Error::Database(_) => match meaning(code.as_deref().unwrap_or_default()) {
                Meaning::Full => Self::Full { place },
                Meaning::Away => Self::Unavailable { place, reason },
                Meaning::Refused => {
                    Self::place(place, reason, "check the address, the user, the password and their rights")
                }
                Meaning::Damaged => {
                    Self::place(place, reason, "the file is damaged; restore a backup into a new folder")
                }
                Meaning::Other => Self::Database { place, what: reason },
            },
            sqlx::Error::Io(error) if is_full(error) => Self::Full { place },
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed => Self::Unavailable { place, reason },
            sqlx::Error::Configuration(_) => Self::place(place, reason, "check how the address is written"),
            _ => Self::Database { place, what: reason },
        }
    }

    /// What an input or output error on a file of ours means.
    pub(crate) fn of_file(place: impl fmt::Display, error: &std::io::Error) -> Self {
        if is_full(error) {
            return Self::Full { place: place.to_string() };
        }
        Self::place(place, error, "check that the folder exists and may be read and written")
    }
}

/// Whether there is no room: on the disk, in the quota, or in what one file may have.
pub(crate) fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind as K;
    matches!(error.kind(), K::StorageFull | K::QuotaExceeded | K::FileTooLarge)
}

enum Meaning {
    Full,
    Away,
    Refused,
    Damaged,
    Other,
}

/// SQLite's result codes are numbers, whose lowest byte is the primary one; PostgreSQL's states are five letters.
/// Sources: sqlite.org/rescode.html; PostgreSQL documentation, appendix A.
fn meaning(code: &str) -> Meaning {
    if code.len() == 5 {
        return match code {
            "53100" => Meaning::Full,
            // Shutting down, starting up, too many connections, a disk that fails, a lock not granted in time, deadlock.
            "57P01" | "57P02" | "57P03" | "57P05" | "58030" | "55P03" | "40P01" | "40001" | "25P03" => Meaning::Away,
            // 08: connection exception; 53: insufficient resources.
            _ if code.starts_with("08") || code.starts_with("53") => Meaning::Away,
            // 28: authorization; 3D: no such database; 42501: no right.
            _ if code.starts_with("28") || code.starts_with("3D") || code == "42501" => Meaning::Refused,
            _ => Meaning::Other,
        };
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        Ok(13) => Meaning::Full,
        // Busy, locked, input or output error, can't open.
        Ok(5 | 6 | 10 | 14) => Meaning::Away,
        // No permission, read-only.
        Ok(3 | 8) => Meaning::Refused,
        // Corrupt, not a database.
        Ok(11 | 26) => Meaning::Damaged,
        _ => Meaning::Other,
    }
}
