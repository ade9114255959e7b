//! The key file: made on first use, readable by its owner only, and replaced whole when a key is added.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use crate::fault::SealingFault;
use crate::{KEY_BYTES, Key, Keyring};

/// The file's name in the folder of an installation's data.
pub const KEY_FILE: &str = "sealing.keys";
/// Its first line.
const HEADING: &str = "guantong/keys/1";
/// The most keys that a file may hold.
const MOST_KEYS: usize = 100;

impl Keyring {
    /// Reads the key file of a folder; makes it, with one key, where there is none.
    ///
    /// # Errors
    /// Others than its owner may read or write the file, it is damaged, or it cannot be read or made.
    pub fn of_folder(folder: &Path) -> Result<Self, SealingFault> {
        let path = folder.join(KEY_FILE);
        if let Some(ring) = read_file(&path)? {
            return Ok(ring);
        }
        let made = Self { newest: Key { id: 1, bytes: drawn()? }, older: Vec::new() };
        match made.file(&path)?.persist_noclobber(&path) {
            Ok(_) => durable(folder).map(|()| made),
            // Another process made one meanwhile: that one holds.
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
                let gone = || SealingFault::file(&path, "it is gone again", "look who takes files away there");
                read_file(&path)?.ok_or_else(gone)
            }
            Err(error) => Err(unusable(&path, &error.error)),
        }
    }

    /// Adds a new key to the file of a folder and gives the ring that seals with it. What older keys sealed still opens. Servers that run
    /// read the file when they start: until they are started anew they open nothing that the new key sealed.
    ///
    /// # Errors
    /// As [`Keyring::of_folder`]; or the file holds as many keys as it may.
    pub fn rotate(folder: &Path) -> Result<Self, SealingFault> {
        let Self { newest, mut older } = Self::of_folder(folder)?;
        let path = folder.join(KEY_FILE);
        if older.len() + 2 > MOST_KEYS {
            let what = format!("it holds {MOST_KEYS} keys already");
            return Err(SealingFault::file(&path, what, "take away keys with which nothing is sealed any more"));
        }
        let id = older.iter().map(|key| key.id).chain([newest.id]).max().unwrap_or_default();
        older.push(newest);
        let ring = Self { newest: Key { id: id.saturating_add(1), bytes: drawn()? }, older };
        ring.file(&path)?.persist(&path).map_err(|error| unusable(&path, &error.error))?;
        durable(folder)?;
        Ok(ring)
    }

    /// The ring as a complete file beside `path`, for its owner only.
    fn file(&self, path: &Path) -> Result<NamedTempFile, SealingFault> {
        let fault = |error: std::io::Error| unusable(path, &error);
        let folder: PathBuf = path.parent().map(Path::to_owned).unwrap_or_default();
        fs::create_dir_all(&folder).map_err(fault)?;
        // Such a file is made for its owner only.
        let mut file = NamedTempFile::new_in(&folder).map_err(fault)?;
        let mut text = Zeroizing::new(format!("{HEADING}\n"));
        for key in self.older.iter().chain([&self.newest]) {
            let line = Zeroizing::new(format!("{} {}\n", key.id, *Zeroizing::new(written(&key.bytes))));
            text.push_str(&line);
        }
        file.write_all(text.as_bytes()).map_err(fault)?;
        file.as_file().sync_all().map_err(fault)?;
        Ok(file)
    }
}

fn drawn() -> Result<[u8; KEY_BYTES], SealingFault> {
    let mut bytes = [0; KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(SealingFault::chance)?;
    Ok(bytes)
}

/// The ring in a file; none where there is no file.
fn read_file(path: &Path) -> Result<Option<Keyring>, SealingFault> {
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(path, &error)),
    };
    refuse_others(path)?;
    let damaged = |what: &str| SealingFault::file(path, what, "put back the file that belongs to this data");
    let mut lines = text.lines();
    if lines.next() != Some(HEADING) {
        return Err(damaged("it does not begin as a key file does"));
    }
    let mut keys = Vec::new();
    for line in lines {
        let key = line.split_once(' ').and_then(|(id, bytes)| {
            let bytes = Zeroizing::new(read(bytes)?);
            Some(Key { id: id.parse().ok()?, bytes: bytes.as_slice().try_into().ok()? })
        });
        keys.push(key.ok_or_else(|| damaged("a line is no key"))?);
    }
    keys.sort_by_key(|key| key.id);
    if keys.windows(2).any(|pair| matches!(pair, [one, two] if one.id == two.id)) {
        return Err(damaged("two keys have the same number"));
    }
    let newest = keys.pop().ok_or_else(|| damaged("it holds no key"))?;
    Ok(Some(Keyring { newest, older: keys }))
}

#[cfg(unix)]
fn refuse_others(path: &Path) -> Result<(), SealingFault> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).map_err(|error| unusable(path, &error))?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let what = format!("others than its owner may use it (mode {:o})", mode & 0o777);
    Err(SealingFault::file(path, what, "give it the mode 600 (chmod 600)"))
}

/// Elsewhere the folder's own permissions have to do.
#[cfg(not(unix))]
fn refuse_others(_: &Path) -> Result<(), SealingFault> {
    Ok(())
}

fn durable(folder: &Path) -> Result<(), SealingFault> {
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| unusable(folder, &error))
}

fn unusable(path: &Path, error: &std::io::Error) -> SealingFault {
    SealingFault::file(path, error, "let this program read and write there")
}

/// Bytes in hexadecimal.
pub(crate) fn written(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of a text in hexadecimal.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect::<Option<_>>();
    bytes.filter(|_| rest.is_empty())
}
