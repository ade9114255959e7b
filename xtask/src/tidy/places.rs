//! Nothing about a place stands in Rust: the names of provinces and cities belong to the policy packs.

use anyhow::{Context, Result};
use regex::Regex;

use crate::problem::Problem;
use crate::tree::Tree;

/// One name a line; in a file of its own so that this source keeps the rule.
const NAMES: &str = include_str!("../../places.txt");

/// Finds the names in Rust code that isn't a test, in any case of letters.
pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let names: Vec<_> = NAMES.lines().map(str::trim).filter(|name| !name.is_empty()).map(regex::escape).collect();
    let pattern = Regex::new(&format!("(?i){}", names.join("|"))).context("xtask/places.txt")?;
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| file.is_rust() && !file.is_test()) {
        for (number, line) in file.product_lines() {
            if let Some(found) = pattern.find(line) {
                let what = format!("Rust code names the place `{}`", found.as_str());
                problems.push(Problem::on_line(
                    &file.path,
                    number,
                    what,
                    "what is true of one place belongs to its policy pack",
                ));
            }
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_outside_tests() -> Result<()> {
        let name = NAMES.lines().last().unwrap_or_default().to_uppercase();
        let text = format!("//! x\nconst A: &str = \"{name}\";\n#[cfg(test)]\nmod tests {{\n    // {name}\n}}\n");
        let found = |path| check(&Tree::of(&[(path, &text)]));
        assert_eq!(found("crates/engine/src/lib.rs")?.len(), 1);
        assert!(found("crates/engine/src/lib_tests.rs")?.is_empty());
        assert!(found("policies/x/policy.yaml")?.is_empty());
        Ok(())
    }
}
