//! How names sound: every reading of every character, and whether a word spells them in syllables or initials.

use pinyin::{Pinyin, ToPinyinMulti as _};

use super::word::LONGEST_WORD;

/// One character with its readings without tones; none where it has none.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Sound {
    character: char,
    readings: Vec<String>,
}

/// A name character by character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Spelling(Vec<Sound>);

/// What of a name a word spells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spelled {
    /// From the first character.
    pub from_start: bool,
    /// To the last character.
    pub to_end: bool,
    /// In whole syllables only.
    pub in_full: bool,
}

/// The positions of a word that can be reached, as bits: `0..=LONGEST_WORD`.
type Positions = u128;

const _: () = assert!(LONGEST_WORD < 128, "a position is a bit");

impl Spelling {
    /// The spelling of a plain name.
    pub fn of(plain: &str) -> Self {
        Self(plain.chars().map(|character| Sound { character, readings: readings(character) }).collect())
    }

    /// The best way in which the word spells a part of the name in a row.
    pub fn spelled_by(&self, word: &[char]) -> Option<Spelled> {
        if word.is_empty() || word.len() > LONGEST_WORD {
            return None;
        }
        let mut best: Option<Spelled> = None;
        for start in 0..self.0.len() {
            let Some((to_end, in_full)) = self.spelled_from(start, word) else { continue };
            let found = Spelled { from_start: start == 0, to_end, in_full };
            let worth = |one: &Spelled| (one.from_start, one.from_start && one.to_end, one.in_full);
            if best.as_ref().is_none_or(|best| worth(&found) > worth(best)) {
                best = Some(found);
            }
        }
        best
    }

    /// Whether the word spells the characters from `start` on: up to the last one, in whole syllables.
    fn spelled_from(&self, start: usize, word: &[char]) -> Option<(bool, bool)> {
        let done: Positions = 1 << word.len();
        let (mut full, mut any): (Positions, Positions) = (1, 1);
        let mut best: Option<(bool, bool)> = None;
        for (i, sound) in self.0.iter().enumerate().skip(start) {
            full = sound.whole(full, word);
            any = sound.whole(any, word) | sound.begun(any, word);
            let to_end = i + 1 == self.0.len();
            if full & done != 0 {
                best = best.max(Some((to_end, true)));
            }
            if any & done != 0 {
                best = best.max(Some((to_end, false)));
            }
            if any & !done == 0 {
                break;
            }
        }
        best
    }

    /// Whether another name sounds the same: as long, and each pair of characters shares a reading.
    pub fn sounds_like(&self, other: &Self) -> bool {
        let alike = |(one, other): (&Sound, &Sound)| {
            one.character == other.character || one.readings.iter().any(|reading| other.readings.contains(reading))
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(alike)
    }

    /// The name in pinyin, each character by its commonest reading.
    pub fn commonest(&self) -> String {
        let mut text = String::new();
        for sound in &self.0 {
            match sound.readings.first() {
                Some(reading) => text.push_str(reading),
                None => text.push(sound.character),
            }
        }
        text
    }
}

impl Sound {
    /// Where the word can be after this whole character or a whole syllable of it.
    fn whole(&self, from: Positions, word: &[char]) -> Positions {
        each(from, word, |rest| {
            let mut reached: Positions = 0;
            if rest.first() == Some(&self.character) {
                reached |= 1 << 1;
            }
            for reading in &self.readings {
                if starts(rest, reading) {
                    reached |= 1 << reading.len();
                }
            }
            reached
        })
    }

    /// Where the word can be after the initial of a syllable, or at its own end within a syllable.
    fn begun(&self, from: Positions, word: &[char]) -> Positions {
        each(from, word, |rest| {
            let mut reached: Positions = 0;
            for reading in &self.readings {
                let initial = reading.get(..1).unwrap_or_default();
                if starts(rest, initial) {
                    reached |= 1 << 1;
                }
                if matches!(reading.get(..2), Some("zh" | "ch" | "sh")) && starts(rest, reading.get(..2).unwrap_or(""))
                {
                    reached |= 1 << 2;
                }
                if rest.len() < reading.len() && reading.chars().zip(rest).all(|(one, other)| one == *other) {
                    reached |= 1 << rest.len();
                }
            }
            reached
        })
    }
}

/// Every position that `step` reaches from the positions, with what is left of the word at each.
fn each(from: Positions, word: &[char], step: impl Fn(&[char]) -> Positions) -> Positions {
    let mut reached = 0;
    for at in 0..word.len() {
        if from & (1 << at) != 0 {
            reached |= step(word.get(at..).unwrap_or_default()) << at;
        }
    }
    reached
}

fn starts(rest: &[char], with: &str) -> bool {
    !with.is_empty() && rest.len() >= with.len() && with.chars().zip(rest).all(|(one, other)| one == *other)
}

/// The readings of a character in ASCII letters: `ü` as `v`, as `u` and, where it is usual, as `yu`.
fn readings(character: char) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let Some(sounds) = character.to_pinyin_multi() else { return all };
    for plain in sounds.into_iter().map(Pinyin::plain) {
        let written: &[&str] = if plain.contains('ü') { &["v", "u", "yu"] } else { &["v"] };
        for way in written {
            let reading = plain.replace('ü', way);
            if reading.is_ascii() && !reading.is_empty() && !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(name: &str, word: &str) -> Option<(bool, bool, bool)> {
        let word: Vec<char> = word.chars().collect();
        Spelling::of(name).spelled_by(&word).map(|found| (found.from_start, found.to_end, found.in_full))
    }

    #[test]
    fn syllables_and_initials_spell_a_name() {
        assert_eq!(spelled("电焊工", "dianhangong"), Some((true, true, true)));
        assert_eq!(spelled("电焊工", "dhg"), Some((true, true, false)));
        assert_eq!(spelled("电焊工", "dianhg"), Some((true, true, false)));
        assert_eq!(spelled("电焊工", "电hg"), Some((true, true, false)));
        assert_eq!(spelled("电焊工", "dianhan"), Some((true, false, true)));
        assert_eq!(spelled("电焊工", "dianha"), Some((true, false, false)));
        assert_eq!(spelled("电焊工", "hangong"), Some((false, true, true)));
        assert_eq!(spelled("电焊工", "ianhan"), None);
        assert_eq!(spelled("砌筑工", "qizhg"), Some((true, true, false)));
        assert_eq!(spelled("电焊工", ""), None);
    }

    #[test]
    fn every_reading_counts() {
        assert_eq!(spelled("重", "zhong"), Some((true, true, true)));
        assert_eq!(spelled("重", "chong"), Some((true, true, true)));
        assert_eq!(spelled("绿化工", "lvhuagong"), Some((true, true, true)));
        assert_eq!(spelled("绿化工", "luhuagong"), Some((true, true, true)));
        assert_eq!(spelled("长", "chang"), spelled("长", "zhang"));
    }

    #[test]
    fn sounds_alike() {
        assert!(Spelling::of("电汗工").sounds_like(&Spelling::of("电焊工")));
        assert!(!Spelling::of("电工").sounds_like(&Spelling::of("电焊工")));
        assert_eq!(Spelling::of("cnc车工").commonest().get(..3), Some("cnc"));
    }
}
