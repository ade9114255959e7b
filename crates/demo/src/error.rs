//! Why the demo could not be made.

use std::path::PathBuf;

use model::Faults;
use office::OfficeError;

/// Why the demo could not be made. What was made until then is of no use: take the folder away.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder holds something.
    #[error("{0} is not empty; name a new folder")]
    NotEmpty(PathBuf),
    /// The folder cannot be looked at.
    #[error("{folder} cannot be used: {error}")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A place that is asked for is none of the demo's.
    #[error("the demo has no place {asked}; it has {known}")]
    NoSuchPlace {
        /// What was asked for.
        asked: String,
        /// The keys of those that there are.
        known: String,
    },
    /// There are not enough working days before today that the calendar knows.
    #[error("the calendar does not know enough working days before today; add years to calendar.csv")]
    NoDays,
    /// A data file of the demo has faults.
    #[error("{0}")]
    Data(#[from] Faults),
    /// The office did not do what the story asks.
    #[error("{what}: {error}")]
    Office {
        /// What was to be done.
        what: String,
        /// Why it was not.
        error: Box<OfficeError>,
    },
}

/// Says what was to be done when the office did not do it.
pub(crate) trait Doing<T> {
    fn doing(self, what: impl FnOnce() -> String) -> Result<T, DemoError>;
}

impl<T> Doing<T> for Result<T, OfficeError> {
    fn doing(self, what: impl FnOnce() -> String) -> Result<T, DemoError> {
        self.map_err(|error| DemoError::Office { what: what(), error: Box::new(error) })
    }
}
