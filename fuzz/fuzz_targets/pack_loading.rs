//! The real packs with one file replaced by any text: no panic, and every fault says what would do. The first byte of the
//! input chooses the file.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/tests/fuzz/entry.rs"]
mod entry;
#[path = "../../crates/engine/tests/support/packs.rs"]
mod packs;

fuzz_target!(|input: (u8, &str)| {
    let (which, text) = input;
    let real = packs::files();
    let rules: Vec<&str> = real.paths().filter(|path| !path.contains("/cases/")).collect();
    let mut files = real.clone();
    files.add(rules[usize::from(which) % rules.len()], text);
    entry::packs(&files, &[model::Dossier::default()]);
});
