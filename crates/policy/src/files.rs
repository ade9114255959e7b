//! The files of packs as values: path → text. Reading them from disk or out of the binary is the shell's part.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

/// Files by their path below the policies folder, with `/` between folders.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: BTreeMap<String, String>,
}

impl Files {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All paths in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The folders that hold a `policy.yaml`, in order.
    pub fn packs(&self) -> impl Iterator<Item = &str> {
        self.paths().filter_map(|path| path.strip_suffix("/policy.yaml"))
    }

    /// The digest of the rule files of a pack folder: names and texts of `*.yaml` and `*.csv` directly in it.
    #[must_use]
    pub fn digest(&self, folder: &str) -> String {
        let mut hash = Sha256::new();
        for (path, text) in &self.files {
            let Some(name) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
            if name.contains('/') || !(name.ends_with(".yaml") || name.ends_with(".csv")) {
                continue;
            }
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        digest_text(&hash.finalize())
    }
}

/// A digest as it is written: `sha256:` and the bytes in hexadecimal.
pub(crate) fn digest_text(bytes: &[u8]) -> String {
    let mut digest = String::from("sha256:");
    for byte in bytes {
        use std::fmt::Write as _;
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}
