//! What makes an account's owner known: passwords, second factors, recovery codes, sessions, and how guessing is slowed down.
//!
//! Pure: moments come in as milliseconds since 1970, chance comes in as bytes. Who keeps what this crate makes sees digests and hashes.

mod browser;
mod factor;
mod limits;
mod password;
mod picture;
mod recovery;
mod session;
mod throttle;
mod token;

pub use browser::browser_label;
pub use factor::{Factor, SECRET_BYTES};
pub use limits::{
    ABSOLUTE, CODE_LIFE, ENROL_LIFE, FRESH, IDLE, INVITATION_LIFE, KNOWN_BROWSER_LIFE, LONGEST_PASSWORD, NOTED_AFTER,
    RECOVERY_CODES, SHORTEST_PASSWORD,
};
pub use password::{Password, PasswordFault, SALT_BYTES};
pub use picture::qr_code;
pub use recovery::{RECOVERY_BYTES, recovery_code, recovery_digest};
pub use session::{Stage, Times};
pub use throttle::{FORGOTTEN_AFTER, Gate};
pub use token::{Token, is_same};

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
