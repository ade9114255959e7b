//! The examples in documentation comments, which cargo-nextest doesn't run.

use anyhow::Result;

use crate::process;
use crate::tally::{Outcome, Tally};
use crate::tree::Tree;
use crate::workspace::Workspace;

/// Runs the examples if there are any.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    if !Tree::read(workspace.root())?.files.iter().any(has_example) {
        println!("no documentation comment carries an example");
        return Ok(Outcome::default());
    }
    let heard = process::listen(&mut workspace.cargo(&["test", "--workspace", "--doc", "--no-fail-fast"]))?;
    let mut tally = count(&heard.text);
    if !heard.succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    let mut outcome = Outcome::from(tally);
    if tally.skipped > 0 {
        outcome.skips.push(format!("{} examples marked `ignore`", tally.skipped));
    }
    Ok(outcome)
}

fn has_example(file: &crate::tree::File) -> bool {
    let opens_example = |line: &str| line.starts_with("/// ```") || line.starts_with("//! ```");
    file.is_rust() && file.lines().any(|(_, line)| opens_example(line.trim_start()))
}

/// Adds up lines like `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
fn count(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text.lines().filter(|line| line.starts_with("test result:")) {
        for part in line.split(['.', ';']) {
            let Some((number, kind)) = part.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match kind {
                "passed" => tally.passed += number,
                "failed" => tally.failed += number,
                "ignored" => tally.skipped += number,
                _ => {}
            }
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_crates_are_added_up() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(count(text).to_string(), "4 passed, 2 failed, 1 skipped");
    }
}
