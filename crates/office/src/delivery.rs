//! How messages leave the house: into the program's log, or as lines of a file that another program brings to people.

use std::fs::File;
use std::future::Future;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A message on its way out.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OutgoingMessage {
    /// By which the recipient tells a repetition.
    pub id: String,
    /// An organisation, or an applicant's account.
    pub recipient: String,
    /// What it is about; no personal data.
    pub body: Value,
}

/// Brings messages to their recipients.
pub trait Delivery: Send + Sync {
    /// Delivers a message; it may come again.
    ///
    /// # Errors
    /// Why it could not be delivered; it is tried again later.
    fn deliver(&self, message: &OutgoingMessage) -> impl Future<Output = Result<(), String>> + Send;
}

/// Writes messages to the program's log and nowhere else.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToTheLog;

impl Delivery for ToTheLog {
    async fn deliver(&self, message: &OutgoingMessage) -> Result<(), String> {
        tracing::info!(id = message.id, recipient = message.recipient, body = %message.body, "message");
        Ok(())
    }
}

/// Appends messages to a file, one JSON object a line; on the disk before a message counts as delivered. The file may be taken
/// away at any time: the next message makes a new one.
#[derive(Clone, Debug)]
pub struct ToAFile {
    file: PathBuf,
}

impl ToAFile {
    /// Into this file, which is made if need be.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn at(file: &Path) -> io::Result<Self> {
        open(file).map(|_| Self { file: file.to_owned() })
    }
}

impl Delivery for ToAFile {
    async fn deliver(&self, message: &OutgoingMessage) -> Result<(), String> {
        let mut line = serde_json::to_vec(message).map_err(|error| error.to_string())?;
        line.push(b'\n');
        let file = self.file.clone();
        let written = tokio::task::spawn_blocking(move || append(&file, &line)).await;
        let written = written.map_err(|error| error.to_string())?;
        written.map_err(|error| format!("{} cannot be written: {error}", self.file.display()))
    }
}

fn open(file: &Path) -> io::Result<File> {
    File::options().create(true).append(true).read(true).open(file)
}

/// One write for the whole line. What a power failure has cut off stays a line of its own, which nobody can read: its message comes again.
fn append(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut file = open(path)?;
    let mut last = [b'\n'];
    if file.seek(SeekFrom::End(0))? > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    if last == [b'\n'] { file.write_all(line) } else { file.write_all(&[b"\n", line].concat()) }?;
    file.sync_data()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_line_that_was_cut_off_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("messages");
        let message = |id: &str| OutgoingMessage { id: id.into(), recipient: "r".into(), body: Value::from("𠮷\n") };
        let post = ToAFile::at(&file).unwrap();
        post.deliver(&message("1")).await.unwrap();
        open(&file).unwrap().write_all(b"{\"id\":\"cut").unwrap();
        post.deliver(&message("2")).await.unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let read: Vec<_> = text.lines().map(|line| serde_json::from_str::<OutgoingMessage>(line).ok()).collect();
        assert_eq!(read, [Some(message("1")), None, Some(message("2"))]);
        std::fs::remove_file(&file).unwrap();
        post.deliver(&message("3")).await.unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 1);
        assert!(ToAFile::at(folder.path()).is_err());
    }
}
