//! Names that are much like a word, for slips of the hand: the same sound, or almost the same letters.

use strsim::osa_distance;

use super::answer::{Alike, Nearest};
use super::fit::Name;
use super::index::Index;
use super::sound::Spelling;
use super::word::Word;

/// The most names that are suggested.
const MOST: usize = 8;
/// The longest word that is compared letter by letter, in characters.
const LONGEST: usize = 40;

/// The names that are most like the word.
pub(super) fn nearest(index: &Index, word: &Word) -> Vec<Nearest> {
    let long = word.plain.chars().count();
    if !(2..=LONGEST).contains(&long) {
        return Vec::new();
    }
    let spelling = Spelling::of(&word.plain);
    let mut found: Vec<((Alike, usize, usize), &str)> = Vec::new();
    let entries = index.entries.iter().map(|entry| (entry.name.as_str(), &entry.as_compared));
    let pairs = index.pairs.iter().flat_map(|pair| pair.sides.iter().map(|(name, compared)| (name.as_str(), compared)));
    for (at, (name, compared)) in entries.chain(pairs).enumerate() {
        if found.iter().any(|(_, known)| *known == name) {
            continue;
        }
        if let Some((alike, distance)) = likeness(word, &spelling, long, compared) {
            found.push(((alike, distance, at), name));
        }
    }
    found.sort_unstable();
    found.truncate(MOST);
    found.into_iter().map(|((why, ..), name)| Nearest { name: name.to_owned(), why }).collect()
}

fn likeness(word: &Word, spelling: &Spelling, long: usize, name: &Name) -> Option<(Alike, usize)> {
    if spelling.sounds_like(&name.spelling) {
        return Some((Alike::Sound, 0));
    }
    let distance = if word.has_letters && word.plain.is_ascii() {
        osa_distance(&word.plain, &name.spelling.commonest())
    } else {
        osa_distance(&word.plain, &name.plain)
    };
    (distance <= allowed(long)).then_some((Alike::Spelling, distance))
}

/// How many slips a word of a length may hold.
fn allowed(long: usize) -> usize {
    match long {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}
