//! The pure crates know no clock, no chance, no file, no network and no runtime: these come in as values.

use regex::Regex;

use crate::problem::Problem;
use crate::tree::{File, Tree};

const PURE: &[&str] = &["model", "policy", "engine", "wording", "accounts"];

/// What a pure crate may not mention, and what stands behind it.
const IMPURE: &[(&str, &str)] = &[
    (r"\bSystemTime\b|\b(?:Instant|Utc|Local|Zoned|Timestamp)::now\b", "a clock"),
    (r"\bstd::fs\b|\bstd::\{[^}]*\bfs\b", "files"),
    (r"\bstd::net\b|\bstd::\{[^}]*\bnet\b", "the network"),
    (r"\btokio\b", "a runtime"),
    (r"\brand\b|\bgetrandom\b", "chance"),
];

/// Looks through the product code of the pure crates, and through their manifests up to the development dependencies.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let patterns: Vec<_> = IMPURE.iter().filter_map(|(words, what)| Some((Regex::new(words).ok()?, *what))).collect();
    tree.files.iter().filter(|file| is_pure(file)).flat_map(|file| check_file(file, &patterns)).collect()
}

fn is_pure(file: &File) -> bool {
    let Some((name, inside)) = file.path.strip_prefix("crates/").and_then(|path| path.split_once('/')) else {
        return false;
    };
    PURE.contains(&name) && (inside == "Cargo.toml" || (file.is_rust() && !file.is_test()))
}

fn check_file(file: &File, patterns: &[(Regex, &str)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, line) in file.product_lines() {
        if line.trim() == "[dev-dependencies]" {
            break;
        }
        let code = without_comment(line);
        for (pattern, what) in patterns {
            if let Some(found) = pattern.find(code) {
                let what = format!("a pure crate mentions `{}`: it may know nothing of {what}", found.as_str());
                problems.push(Problem::on_line(&file.path, number, what, "let the caller hand in the value"));
            }
        }
    }
    problems
}

/// The line up to its comment; `//` inside a word (an address) doesn't begin one.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, text)])).iter().filter_map(|problem| problem.line).collect()
    }

    #[test]
    fn impure_words_are_found_in_product_code_only() {
        let text = "//! No tokio here.\nuse std::{fs, io};\nlet x = 1; // as rand would\nlet operand = Instant::now();\n\
                    #[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert_eq!(lines("crates/engine/src/lib.rs", text), [2, 4]);
        assert!(lines("crates/engine/src/plan_tests.rs", text).is_empty());
        assert!(lines("crates/service/src/lib.rs", text).is_empty());
    }

    #[test]
    fn manifests_are_read_up_to_the_development_dependencies() {
        let text = "[dependencies]\ntokio.workspace = true\n\n[dev-dependencies]\nrand.workspace = true\n";
        assert_eq!(lines("crates/model/Cargo.toml", text), [2]);
    }

    #[test]
    fn all_patterns_are_valid() {
        assert!(IMPURE.iter().all(|(words, _)| Regex::new(words).is_ok()));
    }
}
