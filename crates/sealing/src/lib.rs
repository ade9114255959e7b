//! Small secrets sealed at rest: XChaCha20-Poly1305 with keys out of a file that only its owner may read.
//!
//! Each sealed text names its key, so that a new key can be added ([`Keyring::rotate`]) while what older ones sealed is still opened, and
//! is sealed anew when it is next written ([`Keyring::is_newest`]). The context (whose secret it is, and which) is bound in: a sealed text
//! that is copied to another place does not open there. The file is no part of a backup of the database; without it nothing opens.

mod fault;
mod file;

pub use fault::SealingFault;
pub use file::KEY_FILE;

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize as _, Zeroizing};

/// The bytes of a key.
const KEY_BYTES: usize = 32;
/// The bytes of a nonce: long enough to be drawn by chance for every text.
const NONCE_BYTES: usize = 24;
/// What a sealed text begins with.
const FORM: &str = "s1";

/// A key with the number under which sealed texts name it.
struct Key {
    id: u32,
    bytes: [u8; KEY_BYTES],
}

impl Drop for Key {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// The keys of an installation: the newest seals, all of them open.
pub struct Keyring {
    newest: Key,
    older: Vec<Key>,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").field("newest", &self.newest.id).field("older", &self.older.len()).finish()
    }
}

impl Keyring {
    /// Seals a secret for a context, for example `totp/ACCOUNT`.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub fn seal(&self, secret: &[u8], context: &str) -> Result<String, SealingFault> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(SealingFault::chance)?;
        let cipher = XChaCha20Poly1305::new(&self.newest.bytes.into());
        let payload = Payload { msg: secret, aad: context.as_bytes() };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| SealingFault::Unreadable)?;
        Ok(format!("{FORM}.{}.{}{}", self.newest.id, file::written(&nonce), file::written(&sealed)))
    }

    /// Opens what was sealed for this context.
    ///
    /// # Errors
    /// The key is not on the ring, or the text is not what was sealed for this context.
    pub fn open(&self, sealed: &str, context: &str) -> Result<Zeroizing<Vec<u8>>, SealingFault> {
        let (id, rest) = parts(sealed).ok_or(SealingFault::Unreadable)?;
        let key = std::iter::once(&self.newest).chain(&self.older).find(|key| key.id == id);
        let key = key.ok_or(SealingFault::NoSuchKey { id })?;
        let bytes = file::read(rest).ok_or(SealingFault::Unreadable)?;
        let (nonce, text) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or(SealingFault::Unreadable)?;
        let cipher = XChaCha20Poly1305::new(&key.bytes.into());
        let payload = Payload { msg: text, aad: context.as_bytes() };
        let opened = cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| SealingFault::Unreadable)?;
        Ok(Zeroizing::new(opened))
    }

    /// Whether the newest key sealed this; if not, it is worth sealing anew.
    #[must_use]
    pub fn is_newest(&self, sealed: &str) -> bool {
        parts(sealed).is_some_and(|(id, _)| id == self.newest.id)
    }
}

/// The key's number and the rest of a sealed text.
fn parts(sealed: &str) -> Option<(u32, &str)> {
    let (form, rest) = sealed.split_once('.')?;
    let (id, rest) = rest.split_once('.').filter(|_| form == FORM)?;
    Some((id.parse().ok()?, rest))
}

#[cfg(test)]
mod tests;
