//! Files on their way into a case, part after part. What has come so far stays for a day, so that a line that breaks costs nothing; the last
//! part has the file looked at, kept as evidence, and attached.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use casework::Refusal;
use casework::case::Act;
use serde::{Deserialize, Serialize};
use store::evidence::{EvidenceError, MOST_BYTES};

use crate::account::Caller;
use crate::case::Answered;
use crate::error::OfficeError;
use crate::office::Office;
use crate::order::CaseOrder;

/// How many files of one account may be on their way at once; of more, the oldest are given up.
pub const MOST_AT_ONCE: usize = 10;
/// The folder, beside the evidence.
const FOLDER: &str = "uploads";
/// How long a part is kept.
const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// A file that is announced.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Wanting {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub length: u64,
    /// The records of the dossier that it proves.
    pub proves: Vec<String>,
}

/// A file on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upload {
    /// How many bytes have come.
    pub offset: u64,
    /// How many there will be.
    pub length: u64,
}

/// What is kept beside the bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct About {
    by: String,
    case: String,
    #[serde(flatten)]
    wanting: Wanting,
}

/// A file that is being written on; nobody else can write on it meanwhile.
#[derive(Debug)]
pub struct Part {
    file: File,
    about: About,
    id: String,
    offset: u64,
}

impl Part {
    /// How far the file has come.
    #[must_use]
    pub fn upload(&self) -> Upload {
        Upload { offset: self.offset, length: self.about.wanting.length }
    }

    /// Writes on. What would be more than was announced is refused.
    ///
    /// # Errors
    /// More came than was announced, or the folder cannot be written.
    pub async fn write(mut self, bytes: Vec<u8>) -> Result<Self, OfficeError> {
        if self.offset + bytes.len() as u64 > self.about.wanting.length {
            return Err(OfficeError::Refused(
                Refusal::new("upload-too-long").with("length", self.about.wanting.length),
            ));
        }
        let written = tokio::task::spawn_blocking(move || {
            self.file.write_all(&bytes)?;
            self.offset += bytes.len() as u64;
            std::io::Result::Ok(self)
        });
        written.await.map_err(machine)?.map_err(machine)
    }
}

fn machine(what: impl ToString) -> OfficeError {
    OfficeError::Machine { what: what.to_string() }
}

fn nothing(id: &str) -> OfficeError {
    OfficeError::NotFound { what: "upload", id: id.to_owned() }
}

impl Office {
    /// Announces a file for a case; the id under which its parts are sent.
    ///
    /// # Errors
    /// The caller may not add to the case, the file is empty or larger than is taken, or the folder cannot be written.
    pub async fn announce(&self, by: &Caller, case: &str, wanting: Wanting) -> Result<String, OfficeError> {
        let shown = self.case(by, case).await?;
        if !shown.offers.contains(&Act::Attach) {
            let status = shown.case.status_name();
            return Err(OfficeError::Refused(
                Refusal::new("not-your-turn").with("command", Act::Attach.key()).with("status", status),
            ));
        }
        let (name, length) = (wanting.name.clone(), wanting.length);
        match usize::try_from(length) {
            Ok(0) => return Err(EvidenceError::Empty { name }.into()),
            Ok(bytes) if bytes <= MOST_BYTES => {}
            other => return Err(EvidenceError::TooLarge { name, bytes: other.unwrap_or(usize::MAX) }.into()),
        }
        let id = self.fresh().to_string();
        let about = About { by: by.id.clone(), case: case.to_owned(), wanting };
        let (folder, named) = (self.uploads(), id.clone());
        let announced = tokio::task::spawn_blocking(move || {
            fs::create_dir_all(&folder)?;
            make_room(&folder, &about.by)?;
            File::create_new(part(&folder, &named))?;
            fs::write(description(&folder, &named), serde_json::to_vec(&about)?)
        });
        announced.await.map_err(machine)?.map_err(machine)?;
        Ok(id)
    }

    /// How far a file has come.
    ///
    /// # Errors
    /// There is none of the caller's in this case under this id.
    pub async fn upload(&self, by: &Caller, case: &str, id: &str) -> Result<Upload, OfficeError> {
        let about = self.about(by, case, id).await?;
        let path = part(&self.uploads(), id);
        let offset = fs::metadata(path).map_err(|_| nothing(id))?.len();
        Ok(Upload { offset, length: about.wanting.length })
    }

    /// Opens a file to write on. None while somebody else is writing on it.
    ///
    /// # Errors
    /// There is none of the caller's in this case under this id.
    pub async fn open_part(&self, by: &Caller, case: &str, id: &str) -> Result<Option<Part>, OfficeError> {
        let about = self.about(by, case, id).await?;
        let file = OpenOptions::new().append(true).open(part(&self.uploads(), id)).map_err(|_| nothing(id))?;
        if file.try_lock().is_err() {
            return Ok(None);
        }
        let offset = file.metadata().map_err(machine)?.len();
        Ok(Some(Part { file, about, id: id.to_owned(), offset }))
    }

    /// Ends the writing of a part. Where the file is whole it is looked at, kept and attached; what is wrong with it ends it.
    ///
    /// # Errors
    /// The file is not what it should be, or the case does not take it.
    pub async fn close_part(&self, by: &Caller, opened: Part) -> Result<Option<Answered>, OfficeError> {
        let Part { file, about, id, offset } = opened;
        let Wanting { name, length, proves } = about.wanting;
        if offset < length {
            return Ok(None);
        }
        let path = part(&self.uploads(), &id);
        let bytes = tokio::task::spawn_blocking(move || fs::read(path)).await.map_err(machine)?.map_err(machine)?;
        let done = async {
            let kept = self.evidence.put(&name, bytes).await?;
            let order = CaseOrder::Attach { file: kept.hash.to_string(), proves };
            self.order_from_outside(by, &about.case, &order, Some(&id)).await
        };
        let done = done.await;
        // Kept for another try only where trying again can help.
        if !matches!(done, Err(OfficeError::Store(_) | OfficeError::Machine { .. })) {
            self.forget(&id);
        }
        drop(file);
        done.map(Some)
    }

    /// Gives up a file that is on its way.
    ///
    /// # Errors
    /// There is none of the caller's in this case under this id.
    pub async fn give_up(&self, by: &Caller, case: &str, id: &str) -> Result<(), OfficeError> {
        self.about(by, case, id).await?;
        self.forget(id);
        Ok(())
    }

    async fn about(&self, by: &Caller, case: &str, id: &str) -> Result<About, OfficeError> {
        self.case(by, case).await?;
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
            return Err(nothing(id));
        }
        let text = fs::read(description(&self.uploads(), id)).map_err(|_| nothing(id))?;
        let about: About = serde_json::from_slice(&text).map_err(|_| nothing(id))?;
        if about.by == by.id && about.case == case { Ok(about) } else { Err(nothing(id)) }
    }

    /// What cannot be removed now is swept a day later.
    fn forget(&self, id: &str) {
        let folder = self.uploads();
        let _ = fs::remove_file(description(&folder, id));
        let _ = fs::remove_file(part(&folder, id));
    }

    fn uploads(&self) -> PathBuf {
        self.logins.folder.join(FOLDER)
    }
}

fn part(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.part"))
}

fn description(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.json"))
}

/// Removes what nobody sends any more, and the oldest of an account that has too many on their way.
fn make_room(folder: &Path, account: &str) -> std::io::Result<()> {
    let mut own = Vec::new();
    for file in fs::read_dir(folder)?.flatten() {
        let path = file.path();
        let changed = file.metadata().and_then(|about| about.modified())?;
        if changed.elapsed().is_ok_and(|age| age > KEPT_FOR) {
            let _ = fs::remove_file(path);
        } else if path.extension().is_some_and(|ending| ending == "json")
            && fs::read(&path)
                .ok()
                .and_then(|text| serde_json::from_slice::<About>(&text).ok())
                .is_some_and(|about| about.by == account)
        {
            own.push((changed, path));
        }
    }
    own.sort_unstable();
    let surplus = (own.len() + 1).saturating_sub(MOST_AT_ONCE);
    for (_, path) in own.into_iter().take(surplus) {
        let _ = fs::remove_file(path.with_extension("part"));
        let _ = fs::remove_file(path);
    }
    Ok(())
}
