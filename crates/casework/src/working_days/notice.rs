//! Counts a period in working days, with a printable reason for every day that counts and every day that doesn't.
//!
//! The day of publication is not counted; the period ends with the end of the N-th complete working day after it; what
//! follows may happen on the next working day at the earliest (Civil Code, articles 201, 203 and 1259). A list that is
//! published anew, because it was corrected, is counted anew.

use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DayKind, KnownCalendar, is_weekend};

/// A day as far as it can be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "certainty", rename_all = "kebab-case")]
pub enum Reckoned {
    /// The calendar settles it.
    Known {
        /// The day.
        day: Day,
    },
    /// The calendar is not known so far: an estimate to show, on which nothing closes.
    Provisional {
        /// The day, if the unknown days are worked from Monday to Friday.
        day: Day,
        /// Why it is only an estimate.
        reason: Doubt,
    },
}

impl Reckoned {
    /// The day, where it is settled.
    #[must_use]
    pub fn known(self) -> Option<Day> {
        match self {
            Self::Known { day } => Some(day),
            Self::Provisional { .. } => None,
        }
    }

    /// The day, settled or estimated: to be shown only.
    #[must_use]
    pub fn day(self) -> Day {
        match self {
            Self::Known { day } | Self::Provisional { day, .. } => day,
        }
    }

    fn of(day: Day, doubt: Option<Doubt>) -> Self {
        doubt.map_or(Self::Known { day }, |reason| Self::Provisional { day, reason })
    }
}

/// Why a day is not settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Doubt {
    /// Days of a year are needed that nobody has ruled yet.
    YearUnknown {
        /// The year.
        year: i16,
    },
    /// The end of December may still be ruled by the notice of the following year.
    NextYearMayRule {
        /// The following year.
        year: i16,
    },
}

/// Why a day counts, or doesn't. The texts stand in `wording` as `counting-<key>`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The day of publication is not counted.
    Published,
    /// An ordinary working day.
    Workday,
    /// A weekend day that is worked in exchange.
    MakeUpWorkday,
    /// A Saturday or Sunday.
    Weekend,
    /// A day of a public holiday.
    Holiday,
    /// The year is unknown; the day is taken for a working day in the estimate.
    TakenForWorkday,
    /// The year is unknown; the day is taken for a weekend in the estimate.
    TakenForWeekend,
}

impl Why {
    /// The key, for the text.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Workday => "workday",
            Self::MakeUpWorkday => "make-up-workday",
            Self::Weekend => "weekend",
            Self::Holiday => "holiday",
            Self::TakenForWorkday => "taken-for-workday",
            Self::TakenForWeekend => "taken-for-weekend",
        }
    }

    fn of(kind: DayKind, day: Day) -> Self {
        match kind {
            DayKind::Workday => Self::Workday,
            DayKind::MakeUpWorkday => Self::MakeUpWorkday,
            DayKind::Weekend => Self::Weekend,
            DayKind::Holiday => Self::Holiday,
            DayKind::Unknown if is_weekend(day) => Self::TakenForWeekend,
            DayKind::Unknown => Self::TakenForWorkday,
        }
    }

    fn counts(self) -> bool {
        matches!(self, Self::Workday | Self::MakeUpWorkday | Self::TakenForWorkday)
    }
}

/// One day of a period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Counted {
    /// The day.
    pub day: Day,
    /// Its number among the counted days, from 1; none where it is not counted.
    pub number: Option<u16>,
    /// Why.
    pub why: Why,
}

/// A period of working days, by the calendar as it is known on one day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The day of publication; not counted.
    pub published: Day,
    /// How many complete working days there have to be.
    pub working_days: u16,
    /// The day as of which the calendar was read.
    pub known_on: Day,
    /// The first counted day.
    pub first: Reckoned,
    /// The last counted day; the period ends with its end.
    pub last: Reckoned,
    /// The first day on which what follows may happen: the next working day.
    pub earliest_follow_up: Reckoned,
    /// Every day from publication to the earliest follow-up, with why it counts or doesn't.
    pub days: Vec<Counted>,
}

impl Period {
    /// Whether the period has ended by the beginning of `day`; never on an estimate.
    #[must_use]
    pub fn is_over_on(&self, day: Day) -> bool {
        self.last.known().is_some_and(|last| last < day)
    }

    /// Whether another count of the same notice comes to the same days with the same certainty.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let days = |period: &Self| (period.first, period.last, period.earliest_follow_up);
        self.days == other.days && days(self) == days(other)
    }

    /// Whether what follows may happen on `day`; never on an estimate.
    #[must_use]
    pub fn may_follow_on(&self, day: Day) -> bool {
        self.earliest_follow_up.known().is_some_and(|earliest| earliest <= day)
    }
}

/// Counts; zero working days are taken for one.
pub(super) fn count(calendar: &KnownCalendar, published: Day, working_days: u16) -> Period {
    let needed = working_days.max(1);
    let mut days = vec![Counted { day: published, number: None, why: Why::Published }];
    let (mut day, mut counted, mut doubt) = (published, 0, None);
    let start = Reckoned::Known { day: published };
    let (mut first, mut last) = (start, start);
    loop {
        // The last day that can be written is unknown like all of its year: nothing closes on it.
        let at_end = day == Day::LAST;
        day = day.next();
        let why = Why::of(calendar.kind(day), day);
        doubt = doubt.or_else(|| doubt_of(calendar, day, why));
        let reckoned = Reckoned::of(day, doubt);
        if !why.counts() && !at_end {
            days.push(Counted { day, number: None, why });
            continue;
        }
        if counted == needed || at_end {
            days.push(Counted { day, number: None, why });
            if counted < needed {
                last = reckoned;
            }
            return Period {
                published,
                working_days: needed,
                known_on: calendar.known_on,
                first,
                last,
                earliest_follow_up: reckoned,
                days,
            };
        }
        counted += 1;
        days.push(Counted { day, number: Some(counted), why });
        last = reckoned;
        if counted == 1 {
            first = reckoned;
        }
    }
}

pub(super) fn next_working_day(calendar: &KnownCalendar, day: Day) -> Reckoned {
    count(calendar, day, 1).first
}

fn doubt_of(calendar: &KnownCalendar, day: Day, why: Why) -> Option<Doubt> {
    match why {
        Why::TakenForWorkday | Why::TakenForWeekend => Some(Doubt::YearUnknown { year: day.year() }),
        _ => calendar.may_be_ruled_by(day).map(|year| Doubt::NextYearMayRule { year }),
    }
}
