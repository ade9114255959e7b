//! Tokens: 256 bits that nobody can guess. Only their digests are kept.

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::hexadecimal;

/// The characters of a token.
const CHARACTERS: usize = 64;

/// A token as a cookie or a link carries it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Token {
    /// A token of bytes drawn by chance.
    #[must_use]
    pub fn of(chance: [u8; 32]) -> Self {
        Self(hexadecimal(&chance))
    }

    /// A token that came from outside; what has not the form of one is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let known = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == CHARACTERS && text.bytes().all(known)).then(|| Self(text.to_owned()))
    }

    /// The token as it is handed out.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> String {
        hexadecimal(&Sha256::digest(self.0.as_bytes()))
    }

    /// What each form of its session carries, so that a page elsewhere cannot send one. It does not lead back to the token.
    #[must_use]
    pub fn form_token(&self) -> String {
        hexadecimal(&Sha256::digest(format!("form\0{}", self.0)))
    }
}

/// Whether two texts are the same, in a time that tells nothing about where they differ.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_handed_out_and_tells_nothing() {
        let token = Token::of([0xa5; 32]);
        assert_eq!(Token::read(token.text()), Some(token.clone()));
        assert_eq!(format!("{token:?}"), "Token");
        assert!(token.digest() != token.form_token() && token.digest() != token.text());
        for none in ["", "a5", &"A5".repeat(32), &"a5".repeat(33), &format!("{}g", "a".repeat(63))] {
            assert_eq!(Token::read(none), None, "{none}");
        }
        assert!(is_same("a", "a") && !is_same("a", "b") && !is_same("a", ""));
    }
}
