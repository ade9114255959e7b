//! Nothing unfinished, nothing of one machine and no blanks at line ends is committed.

use anyhow::Result;
use regex::Regex;

use crate::problem::Problem;
use crate::tree::{File, Tree};

/// What may not stay (the first group), what it is, and what would do. One letter of each word stands in brackets, so that this file passes.
const LEFTOVERS: &[(&str, &str, &str)] = &[
    (
        r#"(?:^|[\s"'`(=:,\[])(/(?:wor[k]|roo[t]|hom[e])/)"#,
        "a path of one machine",
        "name it from the top folder, or take it as a setting",
    ),
    (r"\b(TOD[O]|FIXM[E])\b", "unfinished work", "do it, or write down as an issue what is missing"),
    (r"\b((?:tod[o]|db[g])!)", "a macro for work in progress", "finish the code"),
];

const LOCK_FILES: &[&str] = &["Cargo.lock", "package-lock.json"];
const NO_BLANKS_IN: &[&str] = &[".rs", ".md", ".yaml"];

/// Looks through every line of every text file.
pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut patterns = Vec::new();
    for (words, what, remedy) in LEFTOVERS {
        patterns.push((Regex::new(words)?, *what, *remedy));
    }
    let files = tree.files.iter().filter(|file| !LOCK_FILES.iter().any(|lock| file.path.ends_with(lock)));
    Ok(files.flat_map(|file| check_file(file, &patterns)).collect())
}

fn check_file(file: &File, patterns: &[(Regex, &str, &str)]) -> Vec<Problem> {
    let no_blanks = NO_BLANKS_IN.iter().any(|ending| file.path.ends_with(ending));
    let mut problems = Vec::new();
    for (number, line) in file.lines() {
        for (pattern, what, remedy) in patterns {
            if let Some(found) = pattern.captures(line).and_then(|parts| parts.get(1)) {
                let what = format!("{what}: `{}`", found.as_str());
                problems.push(Problem::on_line(&file.path, number, what, *remedy));
            }
        }
        if no_blanks && line.ends_with(char::is_whitespace) {
            problems.push(Problem::on_line(&file.path, number, "blanks at the end of the line", "delete them"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Result<usize> {
        Ok(check(&Tree::of(&[(path, text)]))?.len())
    }

    #[test]
    fn leftovers_are_found() -> Result<()> {
        assert_eq!(found("a.toml", &["x = \"/wor", "k/x\"\n"].concat())?, 1);
        assert_eq!(found("a.rs", &["// TO", "DO later\n"].concat())?, 1);
        assert_eq!(found("a.rs", &["db", "g!(x);\n"].concat())?, 1);
        assert_eq!(found("a.md", "text  \n")?, 1);
        Ok(())
    }

    #[test]
    fn innocent_lines_pass() -> Result<()> {
        assert_eq!(found("a.md", "see https://example.org/home/page and crates/work/src\n")?, 0);
        assert_eq!(found("a.csv", "text  \n")?, 0);
        assert_eq!(found("Cargo.lock", &["TO", "DO"].concat())?, 0);
        Ok(())
    }
}
