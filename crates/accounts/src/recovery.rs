//! Recovery codes: one-time stand-ins for the second factor. They have 120 bits, so that a plain digest keeps them well (ASVS 6.5.2).

use sha2::{Digest as _, Sha256};

use crate::hexadecimal;

/// The bytes of chance in a code.
pub const RECOVERY_BYTES: usize = 15;
/// Digits and letters that are not mistaken for each other.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The characters of a group.
const GROUP: usize = 4;

/// A code as it is shown once: six groups of four.
#[must_use]
pub fn recovery_code(chance: [u8; RECOVERY_BYTES]) -> String {
    let number = chance.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let letters: Vec<char> = (0..RECOVERY_BYTES * 8 / 5)
        .rev()
        .filter_map(|place| LETTERS.get(usize::try_from(number >> (5 * place) & 31).unwrap_or_default()))
        .map(|letter| char::from(*letter))
        .collect();
    letters.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// What is kept of a code, however it is typed: blanks, hyphens and capitals do not matter, nor letters that are taken for digits.
/// None where it cannot be one.
#[must_use]
pub fn recovery_digest(typed: &str) -> Option<String> {
    let known = |one: char| match one.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let code: String = typed.chars().filter(|one| !one.is_whitespace() && *one != '-').map(known).take(25).collect();
    let fits = code.len() == 24 && code.bytes().all(|byte| LETTERS.contains(&byte));
    fits.then(|| hexadecimal(&Sha256::digest(format!("recovery\0{code}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = recovery_code(*b"\0\x01\x02\xff0123456789a");
        assert_eq!(code.len(), 29);
        assert!(code.starts_with("000g-"), "{code}");
        let digest = recovery_digest(&code);
        assert!(digest.is_some());
        let spoken = code.to_uppercase().replace('-', " ").replace('0', "O").replace('1', "l");
        assert_eq!(recovery_digest(&spoken), digest);
        assert_ne!(recovery_digest(&recovery_code([9; RECOVERY_BYTES])), digest);
        for none in ["", "123456", &code[1..], &format!("{code}0"), "uuuu-uuuu-uuuu-uuuu-uuuu-uuuu", "一二三四五六七八"]
        {
            assert_eq!(recovery_digest(none), None, "{none}");
        }
    }
}
