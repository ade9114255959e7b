//! How long one search takes over all packs, word by word, and how long the first one has to make the index.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop at the first surprise")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use model::Standards;
use service::Guantong;
use service::lookup::Search;

/// The aim: no search of one word takes longer.
const AIM: Duration = Duration::from_millis(20);
const ROUNDS: u32 = 50;

const WORDS: &[(&str, &str)] = &[
    ("a name", "焊工"),
    ("a part that many names have", "工"),
    ("a code", "6-18-02-04"),
    ("a part of codes", "618"),
    ("another name", "月嫂"),
    ("pinyin", "dianhangong"),
    ("initials", "dhg"),
    ("a syllable that many names have", "gong"),
    ("a specialty", "机电"),
    ("a slip of the hand", "汽车维休工"),
    ("a slip in pinyin", "dianhagnong"),
    (
        "a hundred letters",
        "zhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhizhiz",
    ),
];

fn main() {
    let guantong = Guantong::embedded(Standards::default()).expect("the packs load");
    let ask = |word: &str| {
        guantong.search(black_box(&Search { word, jurisdiction: None, direction: None })).expect("an answer")
    };
    let begun = Instant::now();
    black_box(ask("焊工"));
    println!("the first search, which makes the index: {:?}", begun.elapsed());
    let mut worst = Duration::ZERO;
    for (what, word) in WORDS {
        let begun = Instant::now();
        for _ in 0..ROUNDS {
            black_box(ask(word));
        }
        let each = begun.elapsed() / ROUNDS;
        let found = ask(word);
        let bytes = serde_json::to_vec(&found).expect("JSON").len();
        println!(
            "{what}: {each:?}; {} occupations, {} specialties, {bytes} bytes of JSON",
            found.occupations.len() + found.further,
            found.specialties.len()
        );
        worst = worst.max(each);
    }
    println!("worst: {worst:?}, aim: {AIM:?}: {}", if worst <= AIM { "met" } else { "missed" });
}
