//! The packs that are part of the binary.

use include_dir::{Dir, DirEntry, include_dir};
use policy::Files;

static POLICIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../policies");

/// The embedded files of all packs.
#[must_use]
pub fn embedded_files() -> Files {
    let mut files = Files::default();
    add(&POLICIES, &mut files);
    files
}

fn add(folder: &Dir<'_>, files: &mut Files) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => add(inner, files),
            DirEntry::File(file) => {
                if let Some(text) = file.contents_utf8() {
                    files.add(file.path().to_string_lossy().replace('\\', "/"), text);
                }
            }
        }
    }
}
