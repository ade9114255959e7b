//! The files of the project as text: everything that git would keep, tests told apart from product code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use ignore::WalkBuilder;

/// The project's files, read once for all checks.
#[derive(Default)]
pub struct Tree {
    pub files: Vec<File>,
    paths: BTreeSet<String>,
}

/// One text file; the path is from the top folder, with forward slashes.
pub struct File {
    pub path: String,
    pub text: String,
}

impl Tree {
    /// Reads all files below `root` that `.gitignore` doesn't exclude.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self::default();
        let walk = WalkBuilder::new(root)
            .hidden(false)
            .parents(false)
            .git_global(false)
            .require_git(false)
            .filter_entry(|entry| entry.file_name() != ".git")
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            let entry = entry.context("a folder of the project could not be read")?;
            if !entry.file_type().is_some_and(|kind| kind.is_file()) {
                continue;
            }
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let path = path.to_string_lossy().replace('\\', "/");
            let bytes = fs::read(entry.path()).with_context(|| format!("{path} could not be read"))?;
            tree.add(path, String::from_utf8(bytes).ok());
        }
        Ok(tree)
    }

    /// Adds a file; one without text (a picture) is known by its path only.
    fn add(&mut self, path: String, text: Option<String>) {
        let ends = path.match_indices('/').map(|(end, _)| end);
        let folders: Vec<String> = ends.map(|end| path[..end].to_owned()).collect();
        self.paths.extend(folders);
        self.paths.insert(path.clone());
        if let Some(text) = text.filter(|text| !text.contains('\0')) {
            self.files.push(File { path, text });
        }
    }

    /// The file at exactly this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a file or folder is at `path`, from the top folder or from any folder below it.
    pub fn names(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let below = format!("/{path}");
        self.paths.contains(path) || self.paths.iter().any(|known| known.ends_with(&below))
    }

    /// All paths, files and folders.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// A tree made up for a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add((*path).to_owned(), Some((*text).to_owned()));
        }
        tree
    }
}

impl File {
    /// Whether this is Rust source.
    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether the whole file is test code, told by its name or folder.
    pub fn is_test(&self) -> bool {
        let (folders, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        let test_folder = |folder| matches!(folder, "tests" | "benches" | "fuzz");
        folders.split('/').any(test_folder) || name == "tests.rs" || name.ends_with("_tests.rs")
    }

    /// All lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The lines outside `#[cfg(test)]` modules, which end, as rustfmt writes them, with a brace as far in as they began.
    pub fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut marked = false;
        let mut closing: Option<String> = None;
        self.lines().filter(move |(_, line)| {
            if let Some(brace) = &closing {
                if *line == brace {
                    closing = None;
                }
                return false;
            }
            let opens = marked && line.trim_start().starts_with("mod ") && line.ends_with('{');
            if opens {
                let margin = line.len() - line.trim_start().len();
                closing = Some(format!("{}}}", &line[..margin]));
            }
            marked = line.trim() == "#[cfg(test)]" || (marked && line.trim_start().starts_with("#["));
            !opens
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_modules_are_left_out_and_product_code_after_them_is_kept() {
        let text = "one\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n    two\n}\nthree\n";
        let tree = Tree::of(&[("crates/a/src/lib.rs", text)]);
        let kept: Vec<_> = tree.files[0].product_lines().map(|(number, _)| number).collect();
        assert_eq!(kept, [1, 2, 3, 7]);
    }

    #[test]
    fn test_files_are_told_by_name_or_folder() {
        let test = |path: &str| Tree::of(&[(path, "")]).files[0].is_test();
        assert!(test("crates/a/src/dates/tests.rs") && test("crates/a/src/date_tests.rs"));
        assert!(test("tests/journeys/x.rs") && test("crates/a/benches/x.rs"));
        assert!(!test("crates/a/src/attests.rs") && !test("crates/tests_of/src/lib.rs"));
    }

    #[test]
    fn a_path_is_found_from_any_folder() {
        let tree = Tree::of(&[("crates/a/src/lib.rs", "")]);
        assert!(tree.names("crates/a") && tree.names("crates/a/src/") && tree.names("src/lib.rs"));
        assert!(!tree.names("rc/lib.rs") && !tree.names("crates/b"));
    }
}
