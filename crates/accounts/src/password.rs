//! Passwords: what may be one, and how it is kept. By NIST SP 800-63B-4 and OWASP ASVS 5.0 (6.2): length, no rules of composition, no
//! password that is guessed early, none with the account's id in it.

use std::sync::OnceLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::limits::{LONGEST_PASSWORD, MOST_PASSWORD_BYTES, SHORTEST_PASSWORD};

/// The bytes of a salt.
pub const SALT_BYTES: usize = 16;
/// What a hash of today's parameters begins with: argon2id, 19 MiB, two passes, one lane (OWASP's first choice).
const FORM: &str = "$argon2id$v=19$m=19456,t=2,p=1$";
/// Words of this installation, which are guessed early.
const OWN_WORDS: &[&str] = &["guantong", "贯通"];
/// An id that is shorter may stand in a password by accident.
const SHORTEST_ID: usize = 4;

/// Why something is no password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordFault {
    /// It has fewer characters than [`SHORTEST_PASSWORD`].
    TooShort,
    /// It has more characters than [`LONGEST_PASSWORD`].
    TooLong,
    /// It is one of the common ones, or made of them, so that it is guessed early.
    Guessable,
    /// The account's id stands in it.
    LikeAccount,
}

impl PasswordFault {
    /// A word for it that does not change with the language.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::TooLong => "too-long",
            Self::Guessable => "guessable",
            Self::LikeAccount => "like-account",
        }
    }
}

/// A password in Unicode's NFKC, so that it is the same whatever keyboard writes it.
pub struct Password(Zeroizing<String>);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl Password {
    /// A password as somebody enters it to be let in; what is longer than any is none.
    #[must_use]
    pub fn entered(text: &str) -> Option<Self> {
        let fits = text.len() <= MOST_PASSWORD_BYTES;
        fits.then(|| Self(Zeroizing::new(text.nfkc().collect())))
    }

    /// A password as somebody chooses it for an account.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn chosen(text: &str, account: &str) -> Result<Self, PasswordFault> {
        let password = Self::entered(text).ok_or(PasswordFault::TooLong)?;
        let length = password.0.chars().count();
        if length < SHORTEST_PASSWORD {
            return Err(PasswordFault::TooShort);
        }
        if length > LONGEST_PASSWORD {
            return Err(PasswordFault::TooLong);
        }
        let small = Zeroizing::new(password.0.to_lowercase());
        if account.len() >= SHORTEST_ID && small.contains(account) {
            return Err(PasswordFault::LikeAccount);
        }
        let words: Vec<&str> = std::iter::once(account).chain(OWN_WORDS.iter().copied()).collect();
        if zxcvbn::zxcvbn(&password.0, &words).score() < zxcvbn::Score::Three {
            return Err(PasswordFault::Guessable);
        }
        Ok(password)
    }

    /// The hash to be kept, with its parameters and its salt in it. None only where the memory for it is not there.
    #[must_use]
    pub fn hash(&self, salt: [u8; SALT_BYTES]) -> Option<String> {
        hasher()?.hash_password_with_salt(self.0.as_bytes(), &salt).ok().map(|hash| hash.to_string())
    }

    /// Whether this is the password of a hash. Without a hash (no such account, or one without a password) the same work is done, and the
    /// answer is no.
    #[must_use]
    pub fn is_of(&self, hash: Option<&str>) -> bool {
        // Made at the first call, whoever calls: later it would tell an unknown account from a known one.
        let nobodys = nobodys();
        let verified = |hash: &str| Argon2::default().verify_password(self.0.as_bytes(), hash).is_ok();
        match hash {
            Some(hash) => verified(hash),
            None => {
                let _ = std::hint::black_box(verified(nobodys));
                false
            }
        }
    }

    /// Whether a hash was made with today's parameters; if not, it is made anew at the next login.
    #[must_use]
    pub fn is_of_today(hash: &str) -> bool {
        hash.starts_with(FORM)
    }
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A hash that nobody has, so that an unknown account costs what a known one costs.
fn nobodys() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| Password(Zeroizing::default()).hash([0; SALT_BYTES]).unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<PasswordFault> {
        Password::chosen(text, "zhang-3").err()
    }

    #[test]
    fn passwords_are_measured_and_not_composed() {
        assert_eq!(fault("k7#Qp2!xLm4"), Some(PasswordFault::TooShort));
        assert_eq!(fault("丝绸古道上的月亮照铁"), Some(PasswordFault::TooShort));
        assert_eq!(fault("丝绸古道上的月亮照着铁匠铺"), None);
        assert_eq!(fault("quiet copper lantern river"), None);
        let long: String = (0..128).map(|n| char::from(b'a' + (n * n % 23) as u8)).collect();
        assert_eq!(fault(&long), None);
        assert_eq!(fault(&format!("{long}x")), Some(PasswordFault::TooLong));
        assert_eq!(fault(&"é".repeat(3_000)), Some(PasswordFault::TooLong));
        // A ligature counts as the letters that it stands for.
        assert_eq!(fault("ﬃﬃﬃ7"), Some(PasswordFault::TooShort));
    }

    #[test]
    fn what_is_guessed_early_or_names_the_account_is_refused() {
        for common in ["passwordpassword", "123456789012", "qwertyuiop12", "aaaaaaaaaaaaaaaa", "guantongguantong"] {
            assert_eq!(fault(common), Some(PasswordFault::Guessable), "{common}");
        }
        assert_eq!(fault("quiet copper ZHANG-3 river"), Some(PasswordFault::LikeAccount));
        // An id of a few letters is no reason.
        assert!(Password::chosen("quiet copper p-1 river", "p-1").is_ok());
    }

    #[test]
    fn a_hash_is_of_its_password_only_and_says_how_it_was_made() {
        let password = Password::chosen("quiet copper lantern river", "zhang-3").unwrap();
        let hash = password.hash([7; SALT_BYTES]).unwrap();
        assert!(hash.starts_with(FORM) && Password::is_of_today(&hash), "{hash}");
        assert!(password.is_of(Some(&hash)));
        assert!(!Password::entered("quiet copper lantern rivers").unwrap().is_of(Some(&hash)));
        assert!(!password.is_of(None) && !password.is_of(Some("")) && !password.is_of(Some("nonsense")));
        assert_ne!(password.hash([8; SALT_BYTES]).unwrap(), hash);
        // Not even the password of the hash that nobody has is let in.
        assert!(!Password::entered("").unwrap().is_of(None));
    }

    #[test]
    fn the_same_word_from_another_keyboard_is_the_same_password() {
        let one = Password::chosen("ＱＵＩＥＴ copper lantern ①", "zhang-3").unwrap();
        let hash = one.hash([1; SALT_BYTES]).unwrap();
        assert!(Password::entered("QUIET copper lantern 1").unwrap().is_of(Some(&hash)));
    }

    #[test]
    fn older_parameters_are_told() {
        assert!(!Password::is_of_today("$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA"));
    }
}
