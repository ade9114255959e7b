//! `ci`: every step in order, then the reasons for what was skipped, then the closing line.

mod ballots;
pub mod browser;
mod doctests;
pub mod installing;
mod nextest;
mod schemathesis;

use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;
use crate::{generated, tidy};

/// What the steps have come to so far.
#[derive(Default)]
struct Run {
    tally: Tally,
    skips: Vec<String>,
    summary: Vec<String>,
}

/// Runs all steps whatever the earlier ones found; only what needs the build waits for it. `false` when anything failed.
pub fn run(workspace: &Workspace) -> bool {
    let mut run = Run::default();
    run.step("format", || check(workspace, &["fmt", "--all", "--check"]));
    run.step("tidy", || tidy::run(workspace));
    run.step("clippy", || check(workspace, &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]));
    if run.step("build", || check(workspace, &["build", "--workspace", "--all-targets"])) {
        run.step("generated files", || Ok(Tally::of_check(generated::run(workspace, true)?).into()));
        run.step("tests", || nextest::run(workspace));
        run.step("documentation tests", || doctests::run(workspace));
        run.step("browser tests", || browser::run(workspace, browser::Pictures::Keep));
        run.step("schemathesis", || schemathesis::run(workspace));
        run.step("ballots outside", || ballots::run(workspace));
    } else {
        for name in
            ["generated files", "tests", "documentation tests", "browser tests", "schemathesis", "ballots outside"]
        {
            run.step(name, || Ok(Outcome::skipped("the build failed")));
        }
    }
    run.close()
}

/// A cargo command that either holds or fails.
fn check(workspace: &Workspace, arguments: &[&str]) -> Result<Outcome> {
    Ok(Tally::of_check(process::run(&mut workspace.cargo(arguments))?).into())
}

impl Run {
    /// Runs one step and adds it up; `false` when something failed in it.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::of_check(false).into()
        });
        self.summary.push(describe(name, &outcome.tally, start.elapsed()));
        self.tally += outcome.tally;
        self.skips.extend(outcome.skips.iter().map(|reason| format!("{name}: {reason}")));
        outcome.tally.failed == 0
    }

    /// Prints the overview, the skips with their reasons, and the closing line, after which nothing is printed.
    fn close(self) -> bool {
        println!("\n== summary");
        self.summary.iter().for_each(|line| println!("{line}"));
        self.skips.iter().for_each(|skip| println!("skipped: {skip}"));
        println!("{}", self.tally);
        // Nobody is left to tell when even this can't be shown.
        let _ = std::io::stdout().flush();
        self.tally.failed == 0
    }
}

fn describe(name: &str, tally: &Tally, time: Duration) -> String {
    let result = match tally {
        Tally { passed: 0, failed: 0, skipped: 0 } => "ok".to_owned(),
        Tally { passed: 0, failed: 1, skipped: 0 } => "FAILED".to_owned(),
        counted => counted.to_string(),
    };
    format!("{name:<20} {:>4} s  {result}", time.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_count_as_failures_and_skips_keep_their_reason() {
        let mut run = Run::default();
        assert!(!run.step("a", || anyhow::bail!("broken")));
        assert!(run.step("b", || Ok(Outcome::skipped("no browser"))));
        assert_eq!(run.tally.to_string(), "0 passed, 1 failed, 1 skipped");
        assert_eq!(run.skips, ["b: no browser"]);
        assert!(!run.close());
    }

    #[test]
    fn a_check_without_counts_reads_ok_or_failed() {
        let line = |tally| describe("tidy", &tally, Duration::from_secs(3));
        assert!(line(Tally::of_check(true)).ends_with("3 s  ok"));
        assert!(line(Tally::of_check(false)).ends_with("3 s  FAILED"));
    }
}
