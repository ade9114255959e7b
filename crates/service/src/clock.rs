//! The one clock: today's date in Shanghai.

use jiff::{Timestamp, tz::TimeZone};
use model::Day;

/// Today in Asia/Shanghai; in UTC+8 where the time zone data cannot be read.
#[must_use]
pub fn today() -> Day {
    let zone = TimeZone::get("Asia/Shanghai").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(8)));
    Day::from_date(Timestamp::now().to_zoned(zone).date())
}
