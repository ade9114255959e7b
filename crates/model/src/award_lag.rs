//! How long after eligibility a level is granted: an ISO 8601 duration in years, months, weeks and days.

use std::fmt;

use jiff::{Span, SpanFieldwise};

use crate::day::Day;

/// The most years, months, weeks or days of a lag.
const MOST: i64 = 10_000;

/// How long after eligibility a level is granted; none by default.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AwardLag(SpanFieldwise);

impl Default for AwardLag {
    fn default() -> Self {
        Self(SpanFieldwise(Span::new()))
    }
}

impl AwardLag {
    /// Reads an ISO 8601 duration such as `P0D`, `P6M` or `P1Y`.
    ///
    /// # Errors
    /// Says what is wrong with the text and what would do.
    pub fn parse(text: &str) -> Result<Self, AwardLagFault> {
        let fault = || AwardLagFault { text: text.to_owned() };
        let span: Span = text.trim().parse().map_err(|_| fault())?;
        let days = [i64::from(span.get_years()), i64::from(span.get_months()), i64::from(span.get_weeks())];
        let within = days.into_iter().chain([i64::from(span.get_days())]).all(|part| (0..=MOST).contains(&part));
        let whole = span.get_hours() == 0 && span.get_minutes() == 0 && span.get_seconds() == 0;
        let whole = whole && span.get_milliseconds() == 0 && span.get_microseconds() == 0;
        if text.trim().starts_with(['P', 'p']) && within && whole && span.get_nanoseconds() == 0 {
            Ok(Self(SpanFieldwise(span)))
        } else {
            Err(fault())
        }
    }

    /// The day that lies so long after `day`; [`Day::LAST`] where the calendar ends before it.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        day.date().checked_add(self.0.0).map_or(Day::LAST, Day::from_date).max(day)
    }
}

impl fmt::Display for AwardLag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.0.is_zero() { f.write_str("P0D") } else { write!(f, "{}", self.0.0) }
    }
}

/// A lag that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{text:?} is no lag; write years, months, weeks and days as an ISO 8601 duration, such as P0D, P6M or P1Y3M")]
pub struct AwardLagFault {
    text: String,
}
