//! The second factor: a code that changes every 30 seconds (RFC 6238 with SHA-1 and six digits, which every authenticator app knows).

use totp_rs::{Algorithm, Builder, Secret, Totp};

/// The bytes of a secret: the length of SHA-1, as RFC 4226 asks for.
pub const SECRET_BYTES: usize = 20;
/// One step in seconds.
const STEP: u64 = 30;
/// How many steps a clock may be off, in each direction.
const SKEW: u16 = 1;
const DIGITS: u8 = 6;
/// By whom the code is asked, as the app shows it.
const ISSUER: &str = "Guantong";

/// A second factor.
pub struct Factor(Totp);

impl std::fmt::Debug for Factor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Factor")
    }
}

impl Factor {
    /// The factor of a secret; none where the secret has not [`SECRET_BYTES`] bytes.
    #[must_use]
    pub fn of(secret: &[u8]) -> Option<Self> {
        let fits = secret.len() == SECRET_BYTES;
        let builder = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(DIGITS)
            .with_skew(SKEW)
            .with_step_duration(STEP)
            .with_secret(secret.to_vec());
        builder.build().ok().filter(|_| fits).map(Self)
    }

    /// The step of a code that is right now, and later than the last step that was used: each step lets in once.
    #[must_use]
    pub fn step_of(&self, code: &str, now: i64, last: i64) -> Option<i64> {
        let digits: String = code.chars().filter(|one| !one.is_whitespace()).collect();
        if digits.len() != usize::from(DIGITS) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let step = self.0.check(&digits, u64::try_from(now).ok()? / 1_000)?;
        i64::try_from(step).ok().filter(|step| *step > last)
    }

    /// The secret as it is typed into an app: base 32 in groups of four.
    #[must_use]
    pub fn typed(&self) -> String {
        let text = self.0.secret().to_base32();
        let letters: Vec<char> = text.trim_end_matches('=').chars().collect();
        letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }

    /// The factor of a secret that [`Factor::typed`] wrote; none where it is none.
    #[must_use]
    pub fn typed_in(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|one| !one.is_whitespace()).collect();
        Self::of(Secret::try_from_base32(plain).ok()?.as_bytes())
    }

    /// The code that an app shows at a moment.
    #[must_use]
    pub fn code(&self, now: i64) -> String {
        self.0.generate(u64::try_from(now).unwrap_or_default() / 1_000).to_string()
    }

    /// The address that an app reads out of the picture.
    #[must_use]
    pub fn address(&self, account: &str) -> String {
        let secret = self.typed().replace(' ', "");
        format!(
            "otpauth://totp/{ISSUER}:{account}?secret={secret}&issuer={ISSUER}&algorithm=SHA1&digits={DIGITS}&period={STEP}"
        )
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    /// The secret of RFC 6238's test vectors; their codes, cut to six digits.
    const RFC: &[u8; SECRET_BYTES] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        let factor = Factor::of(RFC).unwrap();
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(factor.step_of(code, second * 1_000, -1), Some(second / 30), "{second}");
        }
    }

    #[test]
    fn a_step_counts_once_and_one_step_of_skew_is_allowed() {
        let factor = Factor::of(RFC).unwrap();
        let at = |second: i64| factor.step_of("287 082", second * 1_000, -1);
        assert_eq!([0, 29, 30, 89, 90].map(at), [Some(1), Some(1), Some(1), Some(1), None]);
        assert_eq!(factor.step_of("287082", 59_000, 1), None, "used");
        assert_eq!(factor.step_of("287082", 59_000, 0), Some(1));
        for none in ["", "28708", "2870822", "28708a", "٢٨٧٠٨٢", "287082 1"] {
            assert_eq!(factor.step_of(none, 59_000, -1), None, "{none}");
        }
    }

    #[test]
    fn who_types_the_secret_in_is_shown_the_codes_of_the_standard() {
        let factor = Factor::typed_in(&Factor::of(RFC).unwrap().typed()).unwrap();
        assert_eq!(factor.code(1_111_111_109_000), "081804");
        assert_eq!(factor.step_of(&factor.code(59_999), 59_999, -1), Some(1));
        assert!(Factor::typed_in("GEZD GNBV").is_none() && Factor::typed_in("no secret!").is_none());
    }

    #[test]
    fn the_address_is_read_by_apps() {
        let factor = Factor::of(RFC).unwrap();
        assert_eq!(factor.typed(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = factor.address("clerk-1");
        assert!(
            address
                .starts_with("otpauth://totp/Guantong:clerk-1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Guantong")
        );
        assert!(Factor::of(b"short").is_none());
        assert_eq!(format!("{factor:?}"), "Factor");
    }
}
