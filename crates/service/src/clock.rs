//! The one calendar: which day it is in Shanghai, now or at an instant.

use jiff::{Timestamp, tz::TimeZone};
use model::Day;

/// Today in Asia/Shanghai.
#[must_use]
pub fn today() -> Day {
    day_at(Timestamp::now())
}

/// The calendar day in Asia/Shanghai at an instant; in UTC+8 where the time zone data cannot be read.
#[must_use]
pub fn day_at(at: Timestamp) -> Day {
    let zone = TimeZone::get("Asia/Shanghai").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(8)));
    Day::from_date(at.to_zoned(zone).date())
}
