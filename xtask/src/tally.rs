//! Counts of tests, and the closing line that sums up a run.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped. A skipped suite is never counted as passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    /// A check that has no count of its own: silent when it held, one failure when it didn't.
    pub fn of_check(held: bool) -> Self {
        Self { failed: u64::from(!held), ..Self::default() }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// What one step of a run came to, with the reason for everything that it skipped.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub tally: Tally,
    pub skips: Vec<String>,
}

impl Outcome {
    /// A whole suite that couldn't run here.
    pub fn skipped(reason: impl Into<String>) -> Self {
        Self { tally: Tally { skipped: 1, ..Tally::default() }, skips: vec![reason.into()] }
    }
}

impl From<Tally> for Outcome {
    fn from(tally: Tally) -> Self {
        Self { tally, skips: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_suite_never_counts_as_passed() {
        let mut sum = Tally { passed: 3, failed: 0, skipped: 1 };
        sum += Outcome::skipped("no browser").tally;
        sum += Tally::of_check(true);
        sum += Tally::of_check(false);
        assert_eq!(sum.to_string(), "3 passed, 1 failed, 2 skipped");
    }
}
