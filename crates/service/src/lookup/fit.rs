//! How well a word fits a name or a code.

use super::answer::How;
use super::sound::{Spelled, Spelling};
use super::word::Word;

/// A name as it is compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Name {
    /// Without blanks, in lower case, with common brackets.
    pub plain: String,
    /// How it sounds.
    pub spelling: Spelling,
}

impl Name {
    /// A name as it is compared.
    pub fn of(name: &str) -> Self {
        let plain = super::word::plain(name);
        Self { spelling: Spelling::of(&plain), plain }
    }

    /// How the word fits the name, at best.
    pub fn fits(&self, word: &Word) -> Option<How> {
        if self.plain == word.plain {
            return Some(How::Name);
        }
        if self.plain.starts_with(&word.plain) {
            return Some(How::Beginning);
        }
        if self.plain.contains(&word.plain) {
            return Some(How::Part);
        }
        if !word.has_letters {
            return None;
        }
        let found = self.spelling.spelled_by(&word.sounds)?;
        match found {
            Spelled { from_start: true, to_end: true, in_full: true } => Some(How::Pinyin),
            Spelled { from_start: true, to_end: true, in_full: false } => Some(How::Initials),
            Spelled { from_start: true, .. } => Some(How::BeginningByPinyin),
            // A single letter, or the end of a syllable, stands in almost every name.
            _ if word.sounds.len() < 2 => None,
            _ => Some(How::PartByPinyin),
        }
    }
}

/// The fewest digits that a part of a code is looked up by.
const FEWEST_DIGITS: usize = 3;

/// How the word fits a code, at best.
pub(super) fn fits_code(word: &Word, code: &str) -> Option<How> {
    let asked = word.code.as_deref().filter(|_| !word.prefixed)?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        None
    } else if digits == asked {
        Some(How::Code)
    } else {
        (asked.len() >= FEWEST_DIGITS && digits.starts_with(asked)).then_some(How::PartOfCode)
    }
}

/// How the word fits the other code that a table prints.
pub(super) fn fits_printed_code(word: &Word, printed: &str) -> Option<How> {
    let whole = word.prefixed && super::word::plain(printed) == word.plain;
    whole.then_some(How::Code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_fit_better_than_parts() {
        let fits = |name: &str, word: &str| Name::of(name).fits(&Word::read(word).unwrap());
        assert_eq!(fits("焊工", "焊工"), Some(How::Name));
        assert_eq!(fits("电焊工", "焊工"), Some(How::Part));
        assert_eq!(fits("电焊工", "电"), Some(How::Beginning));
        assert_eq!(fits("电焊工", "DHG"), Some(How::Initials));
        assert_eq!(fits("电焊工", "dian'han gong"), Some(How::Pinyin));
        assert_eq!(fits("电焊工", "hg"), Some(How::PartByPinyin));
        assert_eq!(fits("电焊工", "g"), None);
        assert_eq!(fits("电焊工", "车"), None);
        assert!(How::Name < How::Part && How::Initials.is_whole() && !How::Beginning.is_whole());
    }

    #[test]
    fn codes_fit_by_their_digits() {
        let fits = |code: &str, word: &str| fits_code(&Word::read(word).unwrap(), code);
        assert_eq!(fits("6-18-02-04", "6180204"), Some(How::Code));
        assert_eq!(fits("6-18-02-04", "6-18-02"), Some(How::PartOfCode));
        assert_eq!(fits("6-18-02-04", "61"), None);
        assert_eq!(fits("6-30-03", "GBM63003"), None);
        let printed = |printed: &str, word: &str| fits_printed_code(&Word::read(word).unwrap(), printed);
        assert_eq!(printed("GBM63003", "gbm63003"), Some(How::Code));
        assert_eq!(printed("GBM63003", "63003"), None);
    }
}
