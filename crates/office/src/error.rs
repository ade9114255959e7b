//! Why an order is not carried out, for the reader and for the interface.

use casework::Refusal;
use model::Faults;
use store::StoreError;

/// Why the office did not do what it was asked; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// The procedure does not allow it.
    #[error("{}{}", .0.code, .0.clause.as_ref().map(|clause| format!(" ({clause})")).unwrap_or_default())]
    Refused(Refusal),
    /// What was sent has faults.
    #[error("{0}")]
    Faults(#[from] Faults),
    /// Nobody has this token.
    #[error("the token is not known; ask the administrator of this installation for one")]
    NoAccount,
    /// It is not for this account to see.
    #[error("this account may not see {what}; ask the organisation whose turn it is, or the applicant")]
    NotForYou {
        /// What was asked for.
        what: String,
    },
    /// There is no such thing.
    #[error("there is no {what} {id}; look the number up in the list")]
    NotFound {
        /// What sort of thing.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A kept document cannot be read any more.
    #[error("the document {id} was erased on {at}; what rests on it cannot be made again")]
    Erased {
        /// Its id.
        id: String,
        /// When.
        at: String,
    },
    /// What was kept is not what was recorded.
    #[error("the document {id} is not the one that the log names; compare it with a backup")]
    Altered {
        /// Its id.
        id: String,
    },
    /// An archived set of packs cannot be loaded by this release.
    #[error("the packs {digest} of this case cannot be loaded: {why}")]
    Archive {
        /// The archive's digest.
        digest: String,
        /// What is wrong.
        why: String,
    },
    /// The machine's clock was set back, or the last record was made with one that ran ahead.
    #[error("the clock says {now}, but the last thing here happened at {last}; set the clock right and try again")]
    ClockBehind {
        /// What the clock says.
        now: String,
        /// When the last thing happened.
        last: String,
    },
    /// A file in evidence.
    #[error("{0}")]
    Evidence(#[from] store::evidence::EvidenceError),
    /// The store.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// A secret could not be sealed or opened.
    #[error("{0}")]
    Sealing(#[from] sealing::SealingFault),
    /// The system gave no random bytes, or had no room for the work on a password.
    #[error("{what}; look at the memory and the log of this machine")]
    Machine {
        /// What did not work.
        what: String,
    },
}

impl From<Refusal> for OfficeError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
