//! Copies of evidence files: beside a backup, and back from there. Every file is verified by its hash on the way.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;

use super::{Evidence, EvidenceError};
use crate::hash::Hash;

/// What was copied, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// How many files are there now, verified.
    pub files: u64,
    /// Their size together.
    pub bytes: u64,
    /// Files that are needed, and in neither place.
    pub missing: Vec<Hash>,
    /// Files whose content is no longer what was handed in: they are not copied.
    pub altered: Vec<Hash>,
}

impl Copied {
    /// Whether nothing is missing or altered.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.altered.is_empty()
    }
}

impl Evidence {
    /// Copies every file into another folder, durably; what is there already and right stays. Files that are `needed` and nowhere are
    /// named, and so are those that were altered; the others are copied all the same. Others may put files meanwhile: those are copied,
    /// or not.
    ///
    /// # Errors
    ///
    /// A folder can't be read or written.
    pub async fn copy_to(&self, to: &Self, needed: BTreeSet<Hash>) -> Result<Copied, EvidenceError> {
        let (this, to) = (self.clone(), to.clone());
        self.blocking(move || {
            let mut copied = Copied::default();
            let mut wanted = needed;
            wanted.extend(this.hashes()?);
            for hash in wanted {
                let bytes = match (this.read(hash), to.read(hash)) {
                    (Ok(bytes), _) => {
                        to.write(hash, &bytes)?;
                        bytes.len()
                    }
                    // What cannot be had here, and is right there, is not lost.
                    (Err(EvidenceError::Missing { .. } | EvidenceError::Altered { .. }), Ok(bytes)) => bytes.len(),
                    (Err(EvidenceError::Missing { .. }), Err(EvidenceError::Altered { .. }))
                    | (Err(EvidenceError::Altered { .. }), Err(_)) => {
                        copied.altered.push(hash);
                        continue;
                    }
                    (Err(EvidenceError::Missing { .. }), Err(EvidenceError::Missing { .. })) => {
                        copied.missing.push(hash);
                        continue;
                    }
                    (Err(EvidenceError::Missing { .. }), Err(error)) | (Err(error), _) => return Err(error),
                };
                copied.files += 1;
                copied.bytes += bytes as u64;
            }
            Ok(copied)
        })
        .await
    }

    /// The hashes by which files are kept here.
    fn hashes(&self) -> Result<Vec<Hash>, EvidenceError> {
        let mut hashes = Vec::new();
        for folder in self.entries(&self.folder)? {
            for file in self.entries(&folder)? {
                // What has no such name, as a half-written file, is none of them.
                hashes.extend(file.file_name().and_then(|name| name.to_str()?.parse::<Hash>().ok()));
            }
        }
        Ok(hashes)
    }

    fn entries(&self, folder: &std::path::Path) -> Result<Vec<std::path::PathBuf>, EvidenceError> {
        match fs::read_dir(folder) {
            Ok(entries) => {
                let paths = entries.map(|entry| entry.map(|entry| entry.path()));
                paths.collect::<std::io::Result<_>>().map_err(|error| self.fault(&error))
            }
            Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(Vec::new()),
            Err(error) => Err(self.fault(&error)),
        }
    }
}
