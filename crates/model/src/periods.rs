//! Unions of work periods, and the day on which a number of years of work is reached.

use crate::day::Day;

/// A period of whole days, both ends included; `last` is [`Day::LAST`] where it goes on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// The day on which `years` years of work are reached, counting only days from `start` on; overlaps count once.
///
/// With `s` the first counted day, it is the first day before which as many counted days lie as there are from `s` to
/// its N-th anniversary. `periods` is put in order; `None` when the periods never fill the years.
/// Zero years are reached on `start`.
#[must_use]
pub fn reached(periods: &mut [Period], start: Day, years: u16) -> Option<Day> {
    if years == 0 {
        return Some(start);
    }
    periods.sort_unstable();
    let mut needed: Option<i32> = None;
    let mut counted_to = start.previous();
    for period in periods.iter() {
        let first = period.first.max(counted_to.next());
        if period.last < first {
            continue;
        }
        let still = match needed {
            Some(still) => still,
            None => first.anniversary(years).days_since(first),
        };
        let days = period.last.days_since(first).saturating_add(1);
        if days >= still {
            return Some(first.plus(still));
        }
        needed = Some(still - days);
        counted_to = period.last;
    }
    None
}

#[cfg(test)]
#[path = "periods_tests.rs"]
mod tests;
