//! Files of a readable size, with a first line that says what they are for and a name that means something.

use crate::problem::Problem;
use crate::tree::{File, Tree};

const MOST_LINES: usize = 400;
const SOURCE_ENDINGS: &[&str] = &[".rs", ".mjs", ".js", ".ts", ".css", ".html"];
const EMPTY_NAMES: &[&str] = &["util", "utils", "common", "helper", "helpers", "manager", "managers"];

/// Checks every file's length, first line and name.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let files = tree.files.iter().flat_map(|file| [too_long(file), headless(file)]).flatten();
    files.chain(tree.paths().filter_map(empty_name)).collect()
}

fn too_long(file: &File) -> Option<Problem> {
    let source = SOURCE_ENDINGS.iter().any(|ending| file.path.ends_with(ending));
    let lines = file.text.lines().count();
    (source && !file.is_test() && lines > MOST_LINES).then(|| {
        let what = format!("{lines} lines, more than {MOST_LINES}");
        Problem::in_file(&file.path, what, "split it by purpose")
    })
}

fn headless(file: &File) -> Option<Problem> {
    let source = file.path.starts_with("crates/") && file.path.contains("/src/") || file.path.starts_with("xtask/src/");
    let says = file.text.lines().next().is_some_and(|line| line.starts_with("//! "));
    (file.is_rust() && source && !says).then(|| {
        let what = "the first line doesn't say what the file is for";
        Problem::on_line(&file.path, 1, what, "begin with a `//! ` comment of one sentence")
    })
}

/// The last part of the path tells nothing; folders come as paths of their own.
fn empty_name(path: &str) -> Option<Problem> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let word = name.split(['_', '-', '.']).find(|word| EMPTY_NAMES.contains(&word.to_lowercase().as_str()))?;
    let what = format!("a file or folder named `{word}` can hold anything");
    Some(Problem::in_file(path, what, "name it after the one thing that it does"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&Tree::of(&[(path, text)])).iter().map(|problem| problem.what.clone()).collect()
    }

    #[test]
    fn long_files_are_named_unless_they_test() {
        let text = format!("//! Long.\n{}", "\n".repeat(MOST_LINES));
        assert_eq!(found("crates/a/src/lib.rs", &text), ["401 lines, more than 400"]);
        assert!(found("crates/a/src/tests.rs", &text).is_empty());
        assert!(found("crates/a/src/lib.rs", text.trim_end()).is_empty());
    }

    #[test]
    fn sources_begin_with_their_purpose() {
        assert_eq!(found("crates/a/src/lib.rs", "use b;\n").len(), 1);
        assert_eq!(found("crates/a/src/lib.rs", "").len(), 1);
        assert!(found("crates/a/build.rs", "use b;\n").is_empty());
    }

    #[test]
    fn names_that_say_nothing_are_refused() {
        for path in [
            "crates/a/src/utils.rs",
            "crates/a/src/date_helpers.rs",
            "crates/a/src/common/x.rs",
            "tests/browser/helper.mjs",
        ] {
            assert!(found(path, "//! X.\n").iter().any(|what| what.contains("can hold anything")), "{path}");
        }
        assert!(found("crates/a/src/commons_act.rs", "//! X.\n").is_empty());
    }
}
