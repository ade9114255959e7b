//! Evidence files: kept under the hash of their content in a folder outside the database, and never changed.

mod content;
mod copies;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::is_full;
use crate::hash::Hash;

pub use content::{MOST_BYTES, MOST_PIXELS, MediaType};
pub use copies::Copied;

/// Why a file was not taken, or not given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// It has no content.
    #[error("the file {name} is empty; choose the file again")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// It is larger than [`MOST_BYTES`].
    #[error(
        "the file {name} has {bytes} bytes, more than {MOST_BYTES}; scan it with fewer dots per inch, or hand it in in parts"
    )]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size.
        bytes: usize,
    },
    /// It is a picture of more than [`MOST_PIXELS`].
    #[error("the picture {name} has {pixels} pixels, more than {MOST_PIXELS}; make it smaller")]
    TooManyPixels {
        /// The file's name.
        name: String,
        /// Its width times its height.
        pixels: u64,
    },
    /// It is of a type that is not taken.
    #[error("the file {name} is {found}; only PDF, JPEG and PNG are taken, so hand it in as one of these")]
    WrongType {
        /// The file's name.
        name: String,
        /// What it is, as far as that can be told.
        found: String,
    },
    /// Its name says another type than its content.
    #[error("the file {name} is in truth {found}; give it the ending .{}, or choose the right file", found.ending())]
    Misnamed {
        /// The file's name.
        name: String,
        /// What it is.
        found: MediaType,
    },
    /// It holds other files.
    #[error(
        "the file {name} is an archive, or holds one; take the pages out of it and hand them in as PDF, JPEG or PNG"
    )]
    Container {
        /// The file's name.
        name: String,
    },
    /// Nobody could read it without a password.
    #[error("the file {name} is protected by a password; save it without one")]
    Encrypted {
        /// The file's name.
        name: String,
    },
    /// It is cut off or damaged.
    #[error("the file {name} is cut off or damaged; open it to see, and save it anew")]
    Damaged {
        /// The file's name.
        name: String,
    },
    /// No file with this hash is kept.
    #[error("no evidence file has the hash {hash}; it was erased, or its folder is not this one")]
    Missing {
        /// The hash.
        hash: Hash,
    },
    /// What is kept under this hash is no longer what was handed in.
    #[error("the evidence file {hash} has been altered on the disk; restore it from a copy")]
    Altered {
        /// The hash.
        hash: Hash,
    },
    /// No room is left.
    #[error("{place} has no room left on its disk; free some and try again")]
    Full {
        /// The folder.
        place: String,
    },
    /// The folder can't be used.
    #[error("{place}: {reason}; check that the folder exists and may be read and written")]
    Folder {
        /// The folder.
        place: String,
        /// What the system said.
        reason: String,
    },
}

/// How old a half-written file is that nobody writes any more.
const HALF_WRITTEN: Duration = Duration::from_secs(24 * 60 * 60);

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The hash of its content, by which it is found.
    pub hash: Hash,
    /// What it is, by its content.
    pub media_type: MediaType,
    /// Its size.
    pub bytes: usize,
}

/// The folder of evidence files.
#[derive(Debug, Clone)]
pub struct Evidence {
    folder: PathBuf,
}

impl Evidence {
    /// Opens the folder and makes it if need be.
    ///
    /// # Errors
    ///
    /// The folder can't be made.
    pub fn open(folder: &Path) -> Result<Self, EvidenceError> {
        let evidence = Self { folder: folder.to_owned() };
        fs::create_dir_all(evidence.incoming()).map_err(|error| evidence.fault(&error))?;
        evidence.sweep();
        Ok(evidence)
    }

    /// Keeps a file after looking at its content; durable when this answers. The same content is kept once.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, or with the folder.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<Kept, EvidenceError> {
        let (this, name) = (self.clone(), name.to_owned());
        self.blocking(move || {
            let media_type = content::look(&name, &bytes)?;
            let kept = Kept { hash: Hash::of(&bytes), media_type, bytes: bytes.len() };
            this.write(kept.hash, &bytes)?;
            Ok(kept)
        })
        .await
    }

    /// The content of a file, after making sure that it is still the same.
    ///
    /// # Errors
    ///
    /// [`EvidenceError::Missing`], [`EvidenceError::Altered`], or the folder can't be read.
    pub async fn get(&self, hash: Hash) -> Result<Vec<u8>, EvidenceError> {
        let this = self.clone();
        self.blocking(move || this.read(hash)).await
    }

    fn read(&self, hash: Hash) -> Result<Vec<u8>, EvidenceError> {
        match fs::read(self.path(hash)) {
            Ok(bytes) if Hash::of(&bytes) == hash => Ok(bytes),
            Ok(_) => Err(EvidenceError::Altered { hash }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(EvidenceError::Missing { hash }),
            Err(error) => Err(self.fault(&error)),
        }
    }

    /// What is known of a file that is kept.
    ///
    /// # Errors
    ///
    /// As for [`Evidence::get`].
    pub async fn kept(&self, hash: Hash) -> Result<Kept, EvidenceError> {
        let bytes = self.get(hash).await?;
        // Nothing of another type was ever taken.
        let media_type = content::of(&bytes).ok_or(EvidenceError::Altered { hash })?;
        Ok(Kept { hash, media_type, bytes: bytes.len() })
    }

    /// Erases a file. `false` when there is none. Whoever asks has to know that no other case rests on it.
    ///
    /// # Errors
    ///
    /// The folder can't be written.
    pub async fn erase(&self, hash: Hash) -> Result<bool, EvidenceError> {
        let this = self.clone();
        self.blocking(move || match fs::remove_file(this.path(hash)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(this.fault(&error)),
        })
        .await
    }

    /// Where files are written before they are whole.
    fn incoming(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    /// Removes what a process that was killed has left half written. Another node may be writing just now, so only what is old goes.
    fn sweep(&self) {
        let old = |file: &fs::DirEntry| {
            let changed = file.metadata().and_then(|about| about.modified()).ok();
            changed.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > HALF_WRITTEN)
        };
        // What cannot be removed does no harm, and is tried again at the next start.
        for file in fs::read_dir(self.incoming()).into_iter().flatten().flatten().filter(old) {
            let _ = fs::remove_file(file.path());
        }
    }

    /// Writes beside the place and renames, so that no half of a file is ever found.
    fn write(&self, hash: Hash, bytes: &[u8]) -> Result<(), EvidenceError> {
        let fault = |error: std::io::Error| self.fault(&error);
        let path = self.path(hash);
        // What is there already is only trusted when it is right.
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).map_err(fault)?;
        let mut temporary = tempfile::NamedTempFile::new_in(self.incoming()).map_err(fault)?;
        temporary.write_all(bytes).map_err(fault)?;
        temporary.as_file().sync_all().map_err(fault)?;
        temporary.persist(&path).map_err(|error| fault(error.error))?;
        for folder in [folder, &self.folder] {
            fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(fault)?;
        }
        Ok(())
    }

    /// Two digits for the folder, so that none grows too large.
    fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(name.split_at(2).0).join(name)
    }

    fn fault(&self, error: &std::io::Error) -> EvidenceError {
        let place = self.folder.display().to_string();
        if is_full(error) {
            return EvidenceError::Full { place };
        }
        EvidenceError::Folder { place, reason: error.to_string() }
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, EvidenceError> + Send + 'static,
    ) -> Result<T, EvidenceError> {
        let place = self.folder.display().to_string();
        let ended = |error: tokio::task::JoinError| EvidenceError::Folder { place, reason: error.to_string() };
        tokio::task::spawn_blocking(work).await.map_err(ended)?
    }
}
