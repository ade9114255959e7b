//! Structure-aware mutations of texts, from a seed that is printed and can be replayed.

use std::time::{Duration, Instant};

/// The longest input that is tried, in bytes.
pub const LONGEST: usize = 512 * 1024;

/// Random numbers (SplitMix64).
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// One of the items.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

/// Texts that are odd in one way each.
const ODD: &[&str] = &[
    "null",
    "~",
    "true",
    "yes",
    "-1",
    "0",
    "1e999",
    "99999999999999999999999999",
    "-9223372036854775808",
    "0x1F",
    "NaN",
    ".inf",
    "2024-02-30",
    "0000-00-00",
    "9999-12-31",
    "2024-13",
    "1000-01-01",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "🧑‍🏭",
    "焊工",
    "高级工程师",
    "世界技能大赛",
    "&a",
    "*a",
    "!!str x",
    "<<: {}",
    "? x",
    "---\n",
    "...\n",
    "|\n  x",
    ">-",
    "# ",
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[[[[[[[[[[[[[",
    "{a: {a: {a: {a: ",
    ",",
    ":",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "\t",
    "\"",
    "'",
    "\\",
    "skills[0].date",
    "employment.employer",
    "schema: guantong/dossier/1\n",
    "standard",
    "60000",
    "65536",
    "-0.0",
    "1_000",
];

/// A changed version of a text; `others` give pieces to splice in.
pub fn changed(random: &mut Random, text: &str, others: &[String]) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        text = once(random, &text, others);
        if text.len() > LONGEST {
            cut(&mut text, LONGEST);
        }
    }
    text
}

/// The nearest place at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

fn cut(text: &mut String, at: usize) {
    text.truncate(boundary(text, at));
}

fn somewhere(random: &mut Random, text: &str) -> usize {
    let at = random.below(text.len() + 1);
    boundary(text, at)
}

/// A piece of a text: a line, a few lines, or any stretch.
fn piece(random: &mut Random, text: &str) -> String {
    if random.below(2) == 0 {
        let lines: Vec<&str> = text.lines().collect();
        if lines.is_empty() {
            return String::new();
        }
        let first = random.below(lines.len());
        let count = 1 + random.below(6);
        return lines[first..(first + count).min(lines.len())].join("\n");
    }
    let (a, b) = (somewhere(random, text), somewhere(random, text));
    let piece = &text[a.min(b)..a.max(b)];
    piece[..boundary(piece, 400)].to_owned()
}

fn once(random: &mut Random, text: &str, others: &[String]) -> String {
    let place = somewhere(random, text);
    let (before, after) = text.split_at(place);
    match random.below(14) {
        // A byte is flipped; what is no text any more is replaced.
        0 | 1 => {
            let mut bytes = text.as_bytes().to_vec();
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << random.below(8);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        // A character goes.
        2 => before.to_owned() + after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or(""),
        // Something odd comes in.
        3 | 4 => format!("{before}{}{after}", random.pick(ODD)),
        // A value is replaced by something odd.
        5..=7 => {
            let from = before.len() + after.find([':', ',', '[', '{']).map_or(0, |at| at + 1);
            let rest = &text[from..];
            let end = from + rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
            format!("{} {}{}", &text[..from], random.pick(ODD), &text[end..])
        }
        // A line or a stretch stands twice: repeated keys and records.
        8 => {
            let twice = piece(random, text);
            format!("{before}\n{twice}\n{after}")
        }
        // A piece of another text comes in.
        9 | 10 => {
            let other = random.pick(others).clone();
            format!("{before}{}{after}", piece(random, &other))
        }
        // A stretch goes.
        11 => {
            let end = before.len() + somewhere(random, after);
            format!("{before}{}", &text[end..])
        }
        // The text ends early.
        12 => before.to_owned(),
        // Deep nesting.
        _ => {
            let (open, close) = *random.pick(&[("[", "]"), ("{\"a\":", "}"), ("- ", ""), ("{a: ", "}")]);
            let deep = 1 + random.below(300);
            format!("{before}{}1{}{after}", open.repeat(deep), close.repeat(deep))
        }
    }
}

/// Runs `one` with fresh random numbers until the time is over: 30 seconds, or `FUZZ_SECONDS`. The seed is printed;
/// `FUZZ_SEED` sets it. A panic names the input's own seed, which `FUZZ_SEED` replays with `FUZZ_ONCE=1`.
pub fn run(what: &str, mut one: impl FnMut(&mut Random) -> String) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seed = number("FUZZ_SEED").unwrap_or_else(|| clock.map_or(1, |since| since.subsec_nanos().into()));
    let budget = Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(30));
    let only_one = number("FUZZ_ONCE").is_some();
    println!("{what}: FUZZ_SEED={seed}");
    let (begin, mut seeds, mut runs) = (Instant::now(), Random(seed), 0_u64);
    let mut slowest = (Duration::ZERO, 0);
    while begin.elapsed() < budget {
        let own = if only_one { seed } else { seeds.next() };
        let start = Instant::now();
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| one(&mut Random(own))));
        if let Err(panic) = result {
            println!("{what}: failed after {runs} inputs; replay with FUZZ_SEED={own} FUZZ_ONCE=1");
            std::panic::resume_unwind(panic);
        }
        slowest = slowest.max((start.elapsed(), own));
        runs += 1;
        if only_one {
            break;
        }
    }
    println!("{what}: {runs} inputs in {:?}; the slowest took {:?} (seed {})", begin.elapsed(), slowest.0, slowest.1);
    assert!(slowest.0 < Duration::from_secs(20), "{what}: one input took {:?} (seed {})", slowest.0, slowest.1);
}
