//! `ARCHITECTURE.md` is true: it names every crate, and every path that it names exists.

use crate::problem::Problem;
use crate::tree::{File, Tree};
use crate::workspace::Member;

const MAP: &str = "ARCHITECTURE.md";
const EXTENSIONS: &[&str] =
    &["rs", "md", "yaml", "yml", "toml", "json", "jsonl", "csv", "mjs", "css", "html", "ftl", "png"];

/// Compares the map with the members and with the files.
pub fn check(tree: &Tree, members: &[Member]) -> Vec<Problem> {
    let Some(map) = tree.file(MAP) else {
        return vec![Problem::in_file(
            MAP,
            "the map of the project is missing",
            "write it: crates, arrows, what is deliberately absent",
        )];
    };
    let folders: Vec<_> = members.iter().map(|member| (member.name, member.folder())).collect();
    let mut problems = unnamed_crates(map, &folders);
    for (line, word) in quoted(map).filter(|(_, word)| is_path(word)) {
        if !exists(tree, word) {
            let what = format!("`{word}` doesn't exist");
            problems.push(Problem::on_line(MAP, line, what, "correct the path, or say it without backticks"));
        }
    }
    problems
}

fn unnamed_crates(map: &File, members: &[(&str, &str)]) -> Vec<Problem> {
    let mut words: Vec<&str> = quoted(map).map(|(_, word)| word).collect();
    words.extend(drawn(map));
    let named = |names: [&str; 2]| words.iter().any(|word| names.contains(&word.trim_end_matches('/')));
    let missing = members.iter().filter(|(name, folder)| !named([name, folder]));
    let problem = |(name, folder): &(&str, &str)| {
        Problem::in_file(
            MAP,
            format!("the crate `{name}` ({folder}) isn't named"),
            "say in a line what it is for and what it may use",
        )
    };
    missing.map(problem).collect()
}

/// The words in single backticks, with their lines, outside fenced blocks.
fn quoted(map: &File) -> impl Iterator<Item = (usize, &str)> {
    let prose = fenced(map).filter(|(_, _, inside)| !inside);
    prose.flat_map(|(number, line, _)| line.split('`').skip(1).step_by(2).map(move |word| (number, word)))
}

/// The words of fenced blocks, where a layout may be drawn.
fn drawn(map: &File) -> impl Iterator<Item = &str> {
    fenced(map).filter(|(_, _, inside)| *inside).flat_map(|(_, line, _)| line.split_whitespace())
}

/// The lines, each with whether it stands in a fenced block (the fences themselves count as inside).
fn fenced(map: &File) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut inside = false;
    map.lines().map(move |(number, line)| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        (number, line, inside || fence)
    })
}

/// Whether a quoted word is meant as a path here: it has a folder or a known ending, and is no address, schema id, media type or command.
fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/*".contains(letter));
    let last = word.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let version = !last.is_empty() && last.chars().all(|letter| letter.is_ascii_digit());
    let media = ["application/", "text/", "image/"].iter().any(|kind| word.starts_with(kind));
    let ending = word.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && EXTENSIONS.contains(&ending));
    plain && !word.starts_with('/') && !version && !media && (word.contains('/') || ending)
}

/// Whether the path is there; a path with `*` needs its part before the star.
fn exists(tree: &Tree, word: &str) -> bool {
    let certain =
        word.split_once('*').map_or(word, |(before, _)| before.rsplit_once('/').map_or("", |(folder, _)| folder));
    certain.is_empty() || tree.names(certain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_path() {
        for word in ["crates/model", "policies/", "policy.yaml", "crates/*/src", "tests/browser/run.mjs", ".ci/run"] {
            assert!(is_path(word), "{word}");
        }
        for word in [
            "/api/v1/decisions", "guantong/dossier/1", "text/html", "cargo run -- serve", "Truth", "a::b",
            "--policies", "http://x/y",
        ] {
            assert!(!is_path(word), "{word}");
        }
    }

    #[test]
    fn missing_paths_are_named_with_their_line() {
        let tree = Tree::of(&[
            (MAP, "# Map\n`crates/model` and `crates/gone`, `src/lib.rs`\n"),
            ("crates/model/src/lib.rs", ""),
        ]);
        let found = check(&tree, &[]);
        assert_eq!(found.len(), 1);
        assert!(found[0].line == Some(2) && found[0].what.contains("crates/gone"));
    }

    #[test]
    fn crates_may_be_named_in_prose_or_in_a_drawing() {
        let tree = Tree::of(&[(MAP, "`model` is words\n```\ncrates/\n  engine/   decides\n```\nThe policy crate\n")]);
        let members = [("model", "crates/model"), ("engine", "crates/engine"), ("policy", "crates/policy")];
        let found = unnamed_crates(&tree.files[0], &members);
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("`policy`"));
    }
}
