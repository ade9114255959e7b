//! The packs of this repository, read once, and their files as values.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use policy::{Files, Packs};

/// The folder of the packs, from the package that is tested.
fn folder() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().find(|above| above.join("policies").is_dir());
    root.map(|root| root.join("policies")).expect("the policies folder stands above the package")
}

/// Every text file of the packs.
pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = folder();
        let mut files = Files::default();
        add(&mut files, &root, &root);
        files
    })
}

fn add(files: &mut Files, root: &Path, folder: &Path) {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    for entry in entries {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            add(files, root, &path);
        } else {
            let name = path.strip_prefix(root).expect("it stands below the root");
            let name = name.to_str().expect("names are UTF-8").replace('\\', "/");
            files.add(name, std::fs::read_to_string(&path).expect("the file is text"));
        }
    }
}

/// The compiled packs.
pub fn packs() -> &'static Packs {
    static PACKS: OnceLock<Packs> = OnceLock::new();
    PACKS.get_or_init(|| match Packs::load(files(), &policy::Settings::default()) {
        Ok(packs) => packs,
        Err(faults) => panic!("the packs of this repository load:\n{faults}"),
    })
}
