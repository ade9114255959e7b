//! The list of surviving mutants with their reasons, and what a run makes of it.

use anyhow::{Result, bail};

/// The committed list: one `MUTANT | reason` a line, `#` begins a remark.
pub const LIST: &str = "docs/mutants/survivors.txt";

/// What a run came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// How many survivors stand in the list.
    pub explained: usize,
    /// Survivors that do not.
    pub unexplained: Vec<String>,
    /// Entries of the list that the tests notice now.
    pub caught_now: Vec<String>,
    /// Entries that the committed list does not have.
    pub grown: Vec<String>,
}

/// The mutants of a list.
pub fn listed(text: &str) -> Result<Vec<String>> {
    let mut mutants = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(" | ") {
            Some((mutant, reason)) if !reason.trim().is_empty() => mutants.push(mutant.trim().to_owned()),
            _ => bail!("{LIST}:{number}: the entry has no reason; write `MUTANT | why no test can notice it`"),
        }
    }
    Ok(mutants)
}

/// A mutant without its line and column, which move with every change: `FILE: replace … in …`.
fn plain(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(row), Some(column), Some(what)) if is_number(row) && is_number(column) => {
            format!("{file}:{what}")
        }
        _ => line.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Compares a run's survivors with the list, and the list with the committed one.
pub fn judge(missed: &str, caught: &str, list: &[String], committed: Option<&[String]>) -> Judged {
    let missed: Vec<String> = missed.lines().map(plain).collect();
    let caught: Vec<String> = caught.lines().map(plain).collect();
    let (explained, unexplained): (Vec<String>, Vec<String>) =
        missed.iter().cloned().partition(|mutant| list.contains(mutant));
    let caught_now = list.iter().filter(|own| caught.contains(own) && !missed.contains(own)).cloned().collect();
    let grown = match committed {
        Some(committed) => list.iter().filter(|own| !committed.contains(own)).cloned().collect(),
        None => Vec::new(),
    };
    Judged { explained: explained.len(), unexplained, caught_now, grown }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSED: &str =
        "crates/engine/src/a.rs:10:5: replace a with b in f\ncrates/engine/src/a.rs:12:5: replace + with - in g";

    #[test]
    fn survivors_are_told_apart_by_what_they_change_and_not_by_their_line() {
        let list =
            listed("# why\ncrates/engine/src/a.rs: replace a with b in f | the same either way\n").unwrap_or_default();
        let judged = judge(MISSED, "", &list, Some(&list));
        assert_eq!(judged.explained, 1);
        assert_eq!(judged.unexplained, ["crates/engine/src/a.rs: replace + with - in g"]);
        assert!(judged.grown.is_empty() && judged.caught_now.is_empty());
    }

    #[test]
    fn the_list_only_shrinks() {
        let list = vec!["crates/engine/src/a.rs: replace a with b in f".to_owned()];
        assert_eq!(judge(MISSED, "", &list, Some(&[])).grown, list);
        let caught = "crates/engine/src/a.rs:99:1: replace a with b in f";
        assert_eq!(judge("", caught, &list, Some(&list)).caught_now, list);
    }

    #[test]
    fn every_entry_has_its_reason() {
        assert!(listed("crates/engine/src/a.rs: replace a with b in f\n").is_err());
        assert!(listed("crates/engine/src/a.rs: replace a with b in f | \n").is_err());
    }
}
