//! What a visitor filled in before logging in: kept sealed for an hour, so that the login loses nothing. Only the visitor's browser has the
//! token that leads to it; nothing of it stands in an address or in the log.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use accounts::Token;
use serde_json::{Value, json};

use super::{machine, token};
use crate::error::OfficeError;
use crate::office::Office;

/// How long it is kept, in seconds.
pub const PARKED_FOR: i64 = 60 * 60;
/// How many are kept at once: beyond them nothing is parked until older ones are over.
pub const MOST_PARKED: usize = 2_000;
/// The most bytes of one, as JSON.
pub const MOST_PARKED_BYTES: usize = 256 << 10;

/// The folder, beside the evidence.
const FOLDER: &str = "parked";

fn context(digest: &str) -> String {
    format!("parked/{digest}")
}

impl Office {
    /// Keeps something for an hour; the token leads back to it. None where it is too large, or too many are kept already.
    ///
    /// # Errors
    /// The folder cannot be written, or the keys cannot be used.
    pub async fn park(&self, content: &Value) -> Result<Option<Token>, OfficeError> {
        let parked = json!({ "at": self.millisecond(), "content": content }).to_string();
        if parked.len() > MOST_PARKED_BYTES {
            return Ok(None);
        }
        let token = token()?;
        let digest = token.digest();
        let sealed = self.keys(false).await?.seal(parked.as_bytes(), &context(&digest))?;
        let folder = self.parked_folder();
        let kept = tokio::task::spawn_blocking(move || {
            fs::create_dir_all(&folder)?;
            if sweep(&folder)? >= MOST_PARKED {
                return Ok(false);
            }
            let mut file = fs::File::create_new(folder.join(&digest))?;
            file.write_all(sealed.as_bytes())?;
            std::io::Result::Ok(true)
        });
        Ok(kept.await.map_err(machine)?.map_err(machine)?.then_some(token))
    }

    /// What a token leads to; none where it is over, or never was.
    ///
    /// # Errors
    /// The keys cannot be used.
    pub async fn parked(&self, token: &Token) -> Result<Option<Value>, OfficeError> {
        let digest = token.digest();
        let path = self.parked_folder().join(&digest);
        let Ok(sealed) = tokio::task::spawn_blocking(move || fs::read_to_string(path)).await.map_err(machine)? else {
            return Ok(None);
        };
        // A key that was taken off the ring, or half a file after a crash: as good as over.
        let Ok(opened) = self.keys(false).await?.open(&sealed, &context(&digest)) else { return Ok(None) };
        let Ok(mut parked) = serde_json::from_slice::<Value>(&opened) else { return Ok(None) };
        let at = parked.get("at").and_then(Value::as_i64).unwrap_or_default();
        let is_over = self.millisecond().saturating_sub(at) > PARKED_FOR * 1_000;
        Ok(parked.get_mut("content").map(Value::take).filter(|_| !is_over))
    }

    /// Forgets what a token leads to.
    ///
    /// # Errors
    /// The machine gives no thread.
    pub async fn unpark(&self, token: &Token) -> Result<(), OfficeError> {
        let path = self.parked_folder().join(token.digest());
        // What is not there is forgotten already; what cannot be removed is over within the hour.
        let _ = tokio::task::spawn_blocking(move || fs::remove_file(path)).await.map_err(machine)?;
        Ok(())
    }

    fn parked_folder(&self) -> PathBuf {
        self.logins.folder.join(FOLDER)
    }
}

/// Removes what is over; how many are left.
fn sweep(folder: &std::path::Path) -> std::io::Result<usize> {
    let life = Duration::from_secs(PARKED_FOR.unsigned_abs());
    let mut left = 0;
    for file in fs::read_dir(folder)?.flatten() {
        let age = file.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        if age.is_some_and(|age| age > life) && fs::remove_file(file.path()).is_ok() {
            continue;
        }
        left += 1;
    }
    Ok(left)
}
