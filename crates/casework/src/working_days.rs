//! Working days from data: what is known on a day about which days are worked, and periods counted in working days.
//!
//! The table (`policies/national/calendar.csv`) keeps every version with the day from which it is known. A year that
//! nobody has ruled yet is unknown, never a year without holidays.

mod notice;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use model::{Day, Faults};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use notice::{Counted, Doubt, Period, Reckoned, Why};
use table::Row;

/// From this day of December on the notice of the following year may rule the end of a year (2018-12-29 was the
/// earliest such day since 2018).
const LATE_DECEMBER: i8 = 25;

/// All versions of the calendar.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    rows: Vec<Row>,
}

/// What the calendar says about a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// An ordinary working day.
    Workday,
    /// A weekend day that is worked in exchange for a day off.
    MakeUpWorkday,
    /// A Saturday or Sunday.
    Weekend,
    /// A day of a public holiday, weekend days inside a break included.
    Holiday,
    /// Nobody has ruled the year yet.
    Unknown,
}

impl DayKind {
    /// Known to be worked.
    #[must_use]
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::MakeUpWorkday)
    }
}

/// The calendar as it is known on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownCalendar {
    known_on: Day,
    ruled: BTreeMap<Day, table::Ruled>,
    years: BTreeSet<i16>,
}

impl Calendar {
    /// Reads a whole table: the columns `year,date,kind,known_from`, where `year` is the year of the notice.
    ///
    /// # Errors
    /// All faults at once, each with its line where it has one.
    pub fn read(text: &str) -> Result<Self, Faults> {
        Self::default().with(text)
    }

    /// This calendar with a further table: years that were missing, or changes of days with a later `known_from`.
    ///
    /// # Errors
    /// All faults of the further table, and what the two don't give together (a gap between years, a fixed holiday).
    pub fn with(&self, text: &str) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        let rows = table::merged(&self.rows, text, &mut faults);
        faults.unless(Self { rows })
    }

    /// What was known on `day`: the latest version of each date that had been published by then.
    #[must_use]
    pub fn as_known_on(&self, day: Day) -> KnownCalendar {
        let mut known = KnownCalendar { known_on: day, ruled: BTreeMap::new(), years: BTreeSet::new() };
        // The rows stand in the order in which they became known, so that a later one replaces an earlier one.
        for row in self.rows.iter().take_while(|row| row.known_from <= day) {
            known.ruled.insert(row.day, row.ruled);
            known.years.insert(row.year);
        }
        known
    }

    /// A period of at least `working_days` complete working days after `published`, by what is known on `known_on`.
    #[must_use]
    pub fn notice(&self, published: Day, working_days: u16, known_on: Day) -> Period {
        self.as_known_on(known_on).notice(published, working_days)
    }
}

impl KnownCalendar {
    /// The day on which this is what is known.
    #[must_use]
    pub fn known_on(&self) -> Day {
        self.known_on
    }

    /// What sort of day it is.
    #[must_use]
    pub fn kind(&self, day: Day) -> DayKind {
        let weekend = is_weekend(day);
        match self.ruled.get(&day) {
            Some(table::Ruled::Off) => DayKind::Holiday,
            Some(table::Ruled::Worked) if weekend => DayKind::MakeUpWorkday,
            Some(table::Ruled::Worked) => DayKind::Workday,
            None if !self.years.contains(&day.year()) => DayKind::Unknown,
            None if weekend => DayKind::Weekend,
            None => DayKind::Workday,
        }
    }

    /// The year whose notice, not yet known, may still rule the day: the following one, for the end of December.
    /// A day that has passed is no longer ruled.
    #[must_use]
    pub fn may_be_ruled_by(&self, day: Day) -> Option<i16> {
        let (year, next) = (day.year(), day.year().saturating_add(1));
        let open = self.years.contains(&year) && !self.years.contains(&next);
        (open && is_late_december(day) && day >= self.known_on).then_some(next)
    }

    /// A period of at least `working_days` complete working days after `published`.
    #[must_use]
    pub fn notice(&self, published: Day, working_days: u16) -> Period {
        notice::count(self, published, working_days)
    }

    /// The first working day after `day`.
    #[must_use]
    pub fn next_working_day(&self, day: Day) -> Reckoned {
        notice::next_working_day(self, day)
    }
}

fn is_weekend(day: Day) -> bool {
    // 1970-01-01, from which days are counted, was a Thursday.
    let Some(thursday) = Day::new(1970, 1, 1) else { return false };
    matches!(day.days_since(thursday).rem_euclid(7), 2 | 3)
}

fn is_late_december(day: Day) -> bool {
    let date = day.date();
    date.month() == 12 && date.day() >= LATE_DECEMBER
}

#[cfg(test)]
mod tests;
