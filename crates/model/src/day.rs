//! Calendar days: reading, printing, and the anniversaries that clocks run to.

use std::fmt;

use jiff::{SignedDuration, civil::Date};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A calendar day between years 1000 and 9999, ordered, counted in days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// A day before every day that a career can contain (1000-01-01).
    pub const FIRST: Self = Self(-354_285);
    /// The last day that can be written with four digits of the year (9999-12-31).
    pub const LAST: Self = Self(2_932_896);

    /// The day `year`-`month`-`day`, or `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(1000..=9999).contains(&year) {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The given calendar date; dates before the year 1000 become [`Day::FIRST`].
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        let days = date.duration_since(EPOCH).as_secs() / 86_400;
        let days = i32::try_from(days).unwrap_or(Self::FIRST.0);
        Self(days.clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// The calendar date of this day.
    #[must_use]
    pub fn date(self) -> Date {
        EPOCH.saturating_add(SignedDuration::from_hours(i64::from(self.0) * 24))
    }

    /// Reads `YYYY-MM-DD`, or `YYYY-MM`, which means the last day of that month.
    ///
    /// # Errors
    /// Says what is wrong with the text and what would do.
    pub fn parse(text: &str) -> Result<Self, DayFault> {
        let bytes = text.as_bytes();
        let shape = |at: &[usize]| {
            bytes.iter().enumerate().all(|(i, b)| if at.contains(&i) { *b == b'-' } else { b.is_ascii_digit() })
        };
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<i16>().ok());
        match bytes.len() {
            10 if shape(&[4, 7]) => {
                let (year, month, day) = (number(0..4), number(5..7), number(8..10));
                year.zip(month)
                    .zip(day)
                    .and_then(|((y, m), d)| Self::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?))
                    .ok_or(DayFault::NoSuchDay)
            }
            7 if shape(&[4]) => {
                let (year, month) = (number(0..4), number(5..7));
                year.zip(month)
                    .and_then(|(y, m)| Self::new(y, i8::try_from(m).ok()?, 1))
                    .map(|first| Self::from_date(first.date().last_of_month()))
                    .ok_or(DayFault::NoSuchDay)
            }
            _ => Err(DayFault::Shape),
        }
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The first day of `year`.
    #[must_use]
    pub fn first_of_year(year: i16) -> Self {
        Self::new(year, 1, 1).unwrap_or(if year < 1000 { Self::FIRST } else { Self::LAST })
    }

    /// The same month and day `years` later; 29 February falls on 28 February in common years.
    #[must_use]
    pub fn anniversary(self, years: u16) -> Self {
        let date = self.date();
        let year = date.year().saturating_add_unsigned(years);
        let day = if date.month() == 2 && date.day() == 29 {
            Self::new(year, 2, 29).or_else(|| Self::new(year, 2, 28))
        } else {
            Self::new(year, date.month(), date.day())
        };
        day.unwrap_or(Self::LAST)
    }

    /// The following day.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The day `days` later (earlier when negative), within the first and the last day.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// The number of days from `earlier` to this day; negative when this day is before it.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|fault| serde::de::Error::custom(format!("{text:?}: {fault}")))
    }
}

impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
            "description": "YYYY-MM-DD; YYYY-MM means the last day of that month"
        })
    }
}

impl DayFault {
    /// What is wrong, and what would do.
    #[must_use]
    pub fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Shape => ("not a date", "write YYYY-MM-DD, or YYYY-MM for the last day of a month"),
            Self::NoSuchDay => ("the calendar has no such day", "correct the date"),
        }
    }
}

/// Why a text is not a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DayFault {
    /// The text has another shape.
    #[error("not a date; write YYYY-MM-DD, or YYYY-MM for the last day of a month")]
    Shape,
    /// The calendar has no such day.
    #[error("the calendar has no such day; correct the date")]
    NoSuchDay,
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
