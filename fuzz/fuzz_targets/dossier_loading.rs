//! Any text read as a dossier or as standards: no panic, no silent refusal, and what is read reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/tests/fuzz/entry.rs"]
mod entry;
#[path = "../../crates/engine/tests/support/packs.rs"]
mod packs;

fuzz_target!(|text: &str| {
    entry::dossier(text, packs::packs());
    entry::standards(text);
});
