//! `simulate`: plays worlds of the simulation in `crates/office/tests/simulation`, one again or many more than CI does.

use anyhow::{Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// Plays these seeds, `A..B` or a single one; `false` when something did not hold in one of them.
pub fn run(workspace: &Workspace, seeds: &str) -> Result<bool> {
    let seeds = range(seeds)?;
    let test = ["test", "--workspace", "--test", "simulation", "--", "whatever_happens", "--nocapture"];
    process::run(workspace.cargo(&test).env("SIMULATE_SEEDS", seeds))
}

/// The seeds as the test takes them.
fn range(seeds: &str) -> Result<String> {
    let (from, to) = match seeds.split_once("..") {
        Some((from, to)) => (from.parse::<u64>(), to.parse::<u64>()),
        None => (seeds.parse(), seeds.parse().map(|seed: u64| seed.saturating_add(1))),
    };
    match (from, to) {
        (Ok(from), Ok(to)) if from < to => Ok(format!("{from}..{to}")),
        _ => bail!("{seeds:?} names no seeds; write one number, or A..B for those from A up to B, without B"),
    }
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn seeds_are_one_or_a_range() {
        assert_eq!(range("7").unwrap(), "7..8");
        assert_eq!(range("200..1000").unwrap(), "200..1000");
        for wrong in ["", "x", "5..5", "9..3", "1..", "-1"] {
            assert!(range(wrong).unwrap_err().to_string().contains("A..B"), "{wrong}");
        }
    }
}
