//! What can go wrong with sealing, with the place and what would do.

/// Why something was not sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealingFault {
    /// The key file cannot be used.
    #[error("{place}: {what}; {remedy}")]
    File {
        /// The file.
        place: String,
        /// What is wrong.
        what: String,
        /// What would do.
        remedy: &'static str,
    },
    /// The system gives no random bytes.
    #[error("the system gives no random bytes ({reason}); look at its log")]
    Chance {
        /// What it said.
        reason: String,
    },
    /// The key is not on the ring.
    #[error("key {id} is not in the key file; put back the key file that belongs to this data")]
    NoSuchKey {
        /// Its number.
        id: u32,
    },
    /// Not what was sealed here.
    #[error("what is kept is not what was sealed here; compare it with a backup")]
    Unreadable,
}

impl SealingFault {
    pub(crate) fn chance(error: getrandom::Error) -> Self {
        Self::Chance { reason: error.to_string() }
    }

    pub(crate) fn file(path: &std::path::Path, what: impl ToString, remedy: &'static str) -> Self {
        Self::File { place: path.display().to_string(), what: what.to_string(), remedy }
    }
}
