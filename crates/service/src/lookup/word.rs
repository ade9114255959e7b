//! The word that is looked up: read once, with blanks, widths, tone marks and brackets put aside.

use std::fmt;

/// The longest word that is looked up, in characters.
pub const LONGEST_WORD: usize = 100;

/// Why a word is not looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum UnusableWord {
    /// Nothing is left of it.
    Blank,
    /// It is too long.
    TooLong(usize),
}

impl UnusableWord {
    /// What is wrong.
    #[must_use]
    pub fn problem(self) -> String {
        match self {
            Self::Blank => "the word is blank".to_owned(),
            Self::TooLong(long) => format!("the word has {long} characters, more than {LONGEST_WORD}"),
        }
    }

    /// What would do.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Blank => "write a name, a part of it, pinyin, initials or a code",
            Self::TooLong(_) => "write less: a name, a part of it, pinyin, initials or a code",
        }
    }
}

impl fmt::Display for UnusableWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.problem(), self.remedy())
    }
}

/// A word as it is compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// The characters of a name: no blanks, lower case, common widths and brackets.
    pub plain: String,
    /// The same as characters, without what only separates syllables; for comparing with pinyin.
    pub sounds: Vec<char>,
    /// Whether any character is a Latin letter, so that it may be pinyin.
    pub has_letters: bool,
    /// Its digits, where it is a code or the beginning of one.
    pub code: Option<String>,
    /// Whether it is written as the other code that some tables print.
    pub prefixed: bool,
}

impl Word {
    /// Reads a word.
    pub fn read(text: &str) -> Result<Self, UnusableWord> {
        let long = text.trim().chars().count();
        if long > LONGEST_WORD {
            return Err(UnusableWord::TooLong(long));
        }
        let plain = plain(text);
        if plain.is_empty() {
            return Err(UnusableWord::Blank);
        }
        let has_letters = plain.chars().any(|c| c.is_ascii_lowercase());
        let spelled = has_letters && plain.is_ascii();
        let separates = |c: &char| matches!(c, '\'' | '’' | '-') || (spelled && c.is_ascii_digit());
        let sounds = plain.chars().filter(|c| !separates(c));
        let stripped = plain.strip_prefix("gbm");
        let code = code(stripped.unwrap_or(&plain));
        Ok(Self { sounds: sounds.collect(), has_letters, prefixed: code.is_some() && stripped.is_some(), code, plain })
    }

    /// The code that the digits make, with its hyphens, where there are enough of them for a group or an occupation.
    pub fn hyphenated(&self) -> Option<String> {
        let code = self.code.as_deref().filter(|_| !self.prefixed)?;
        let (first, rest) = code.split_at_checked(1)?;
        if !matches!(rest.len(), 4 | 6) {
            return None;
        }
        let pairs: Vec<&str> = (0..rest.len()).step_by(2).filter_map(|at| rest.get(at..at + 2)).collect();
        Some(format!("{first}-{}", pairs.join("-")))
    }
}

/// A name as it is compared here: as everywhere, and besides in lower case, of one width and without tone marks.
pub(super) fn plain(text: &str) -> String {
    let folded: String = text.chars().flat_map(fold).collect();
    policy::occupations::plain_name(&folded)
}

/// The digits of a code: digits and hyphens, nothing else.
fn code(text: &str) -> Option<String> {
    let only = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (only && (1..=7).contains(&digits.len())).then_some(digits)
}

/// One character in lower case, of the common width, without a tone mark; `ü` is written `v`.
fn fold(c: char) -> impl Iterator<Item = char> {
    let narrow = match u32::from(c) {
        code @ (0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A) => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let bare = match narrow {
        'ā' | 'á' | 'ǎ' | 'à' | 'Ā' | 'Á' | 'Ǎ' | 'À' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'Ē' | 'É' | 'Ě' | 'È' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' | 'Ō' | 'Ó' | 'Ǒ' | 'Ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        '－' | '‐' | '‑' | '–' | '—' | '−' => '-',
        other => other,
    };
    bare.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_tones_blanks_and_brackets_do_not_matter() {
        for (text, expected) in [
            (" Diàn hàn gōng ", "dianhangong"),
            ("ＣＮＣ车工", "cnc车工"),
            ("刨(插)工", "刨（插）工"),
            ("lǜ huà gōng", "lvhuagong"),
            ("６－１８－０２", "6-18-02"),
        ] {
            assert_eq!(Word::read(text).unwrap().plain, expected, "{text}");
        }
    }

    #[test]
    fn codes_are_read_with_and_without_hyphens() {
        let code = |text: &str| Word::read(text).unwrap().hyphenated();
        assert_eq!(code("6180204").as_deref(), Some("6-18-02-04"));
        assert_eq!(code("6-18-02").as_deref(), Some("6-18-02"));
        assert_eq!(code("6-18"), None);
        assert_eq!(code("电焊工"), None);
        let word = Word::read("GBM63003").unwrap();
        assert!(word.prefixed && word.code.as_deref() == Some("63003") && word.hyphenated().is_none());
        assert_eq!(Word::read("12345678901").unwrap().code, None);
    }

    #[test]
    fn what_is_not_looked_up_says_why() {
        assert_eq!(Word::read(" \u{3000}\t"), Err(UnusableWord::Blank));
        assert_eq!(Word::read(&"焊".repeat(101)), Err(UnusableWord::TooLong(101)));
        assert!(UnusableWord::TooLong(101).to_string().contains("101 characters, more than 100; write less"));
    }
}
