//! How a condition is shown to stand today, and which of several alternatives looks best.

use std::cmp::Reverse;

use model::Day;

use crate::evaluate::Known;
use crate::timeline::{Met, Settled, Standing};

/// How a condition stands on the day asked about.
pub(super) struct Today {
    pub standing: Standing,
    /// Since when its clock has been met.
    pub since: Option<Day>,
    /// From when it will no longer fail.
    pub from: Option<Day>,
}

impl Today {
    pub fn of(one: &Settled, as_of: Day) -> Self {
        let standing = one.line.today();
        let since = match (standing, one.met) {
            (Standing::Yes, Met::On(day)) => Some(day),
            _ => None,
        };
        let from = if standing == Standing::No { one.line.first_open(as_of) } else { None };
        Self { standing, since, from }
    }
}

/// How good an alternative is, for choosing the one to show: holding, open, referred, soonest, never.
fn merit(known: &Known, as_of: Day) -> (u8, Day, Day) {
    match known {
        None => (3, Day::FIRST, Day::FIRST),
        Some(one) => {
            let met = one.met.rank();
            let (rank, open) = match (one.line.today(), one.line.first_open(as_of)) {
                (Standing::Yes, _) => (4, Day::FIRST),
                (Standing::Refer, _) => (2, Day::FIRST),
                (Standing::No, Some(day)) => (1, day),
                (Standing::No, None) => (0, Day::FIRST),
            };
            (rank, open, met)
        }
    }
}

/// The position of the best alternative: highest rank, then the earliest day.
pub(super) fn best(alternatives: impl Iterator<Item = Known>, as_of: Day) -> Option<usize> {
    let key = |known: &Known| {
        let (rank, open, met) = merit(known, as_of);
        (rank, Reverse(open), Reverse(met))
    };
    alternatives.enumerate().map(|(i, known)| (key(&known), Reverse(i))).max().map(|(_, i)| i.0)
}

/// The position of the worst of what all has to hold: failing, open, referred, holding; the one that was or is met last.
pub(super) fn worst(all: impl Iterator<Item = Known>) -> Option<usize> {
    let key = |known: &Known| {
        let rank = match known.as_ref().map(|one| one.line.today()) {
            Some(Standing::No) => 0,
            None => 1,
            Some(Standing::Refer) => 2,
            Some(Standing::Yes) => 3,
        };
        (rank, Reverse(known.as_ref().map(|one| one.met.rank())))
    };
    all.enumerate().min_by_key(|(_, known)| key(known)).map(|(i, _)| i)
}
