//! The tests of all crates with cargo-nextest, counted from its summary line.

use anyhow::Result;

use super::installing;
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;

/// Runs all tests; a run that failed without a failed test (it broke off, it printed no summary) counts as one failure.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    installing::nextest(workspace)?;
    if let Err(reason) = installing::postgresql() {
        // The tests that need it fail and say so; the others are still worth running.
        println!("PostgreSQL is missing: {reason}");
    }
    let arguments = ["nextest", "run", "--workspace", "--no-fail-fast", "--color=never"];
    let heard = process::listen(&mut workspace.cargo(&arguments))?;
    let Some(mut tally) = summary(&heard.text) else {
        println!("cargo-nextest printed no summary line that could be counted");
        return Ok(Tally::of_check(false).into());
    };
    if !heard.succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    let mut outcome = Outcome::from(tally);
    if tally.skipped > 0 {
        outcome.skips.push(format!("{} marked `#[ignore]`", tally.skipped));
    }
    Ok(outcome)
}

/// Counts the last line like `Summary [ 1.2s] 5 tests run: 4 passed (1 slow, 1 flaky), 1 timed out, 2 skipped`.
///
/// Whatever is neither passed nor skipped counts as failed, and the sum must be the number of tests run.
fn summary(text: &str) -> Option<Tally> {
    let line = text.lines().rfind(|line| line.trim_start().starts_with("Summary ["))?;
    let (run, counts) = line.split_once(']')?.1.split_once(" run:")?;
    let run = run.split_whitespace().next()?.split('/').next()?.parse::<u64>().ok()?;
    let mut tally = Tally::default();
    for part in without_parentheses(counts).split(',') {
        let (number, kind) = part.trim().split_once(' ')?;
        let number = number.parse::<u64>().ok()?;
        match kind.trim() {
            "passed" => tally.passed += number,
            "skipped" => tally.skipped += number,
            _ => tally.failed += number,
        }
    }
    (tally.passed + tally.failed == run).then_some(tally)
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|letter| {
            let inside = depth > 0;
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => return !inside,
            }
            false
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(line: &str) -> Option<String> {
        summary(&format!("  PASS x\n------------\n{line}\n   FAIL y\nerror: test run failed\n")).map(|t| t.to_string())
    }

    #[test]
    fn summary_lines_are_counted() {
        let plain = counts("     Summary [   0.012s] 5 tests run: 5 passed, 0 skipped");
        assert_eq!(plain.as_deref(), Some("5 passed, 0 failed, 0 skipped"));
        let busy = counts(
            "     Summary [  61.0s] 9 tests run: 5 passed (1 slow, 1 flaky), 2 failed, 1 exec failed, 1 timed out, 3 skipped",
        );
        assert_eq!(busy.as_deref(), Some("5 passed, 4 failed, 3 skipped"));
        let broken_off = counts("     Summary [ 1s] 2/7 tests run: 1 passed, 1 failed, 0 skipped");
        assert_eq!(broken_off.as_deref(), Some("1 passed, 1 failed, 0 skipped"));
        let one = counts("     Summary [ 1s] 1 test run: 1 passed, 0 skipped");
        assert_eq!(one.as_deref(), Some("1 passed, 0 failed, 0 skipped"));
    }

    #[test]
    fn a_summary_that_does_not_add_up_is_not_believed() {
        assert_eq!(counts("     Summary [ 1s] 5 tests run: 4 passed, 0 skipped"), None);
        assert_eq!(counts("error: could not compile"), None);
    }
}
