//! Working days as this simulation counts them, by itself, from the same tables.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::{Offset, TimeZone};
use model::Day;

use crate::chance::Chance;
use crate::support::GUANTONG;

/// The days on which worlds begin.
pub const BEGINNINGS: [&str; 8] =
    ["2025-09-22", "2026-01-26", "2026-02-09", "2026-03-02", "2026-04-20", "2026-06-11", "2026-09-14", "2026-12-07"];

/// Invented: what an operator knows of 2027.
const NEXT_YEAR: &str = "2027-01-01 2027-01-02 2027-01-03 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11 2027-04-05 \
                         2027-05-01 2027-05-03 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03 2027-10-04 2027-10-05";

struct Row {
    known_from: Date,
    year: i16,
    date: Date,
    off: bool,
}

pub struct Calendar {
    rows: Vec<Row>,
    /// The operator's own table, where there is one.
    pub own: Option<String>,
}

impl Calendar {
    /// The national table with what an operator of a world that begins on this day may add: a day off that is known only
    /// shortly before, and the next year, if somebody ruled it.
    pub fn of(beginning: &str, chance: &mut Chance) -> Self {
        let first: Date = beginning.parse().expect("a day");
        let mut own = String::from("year,date,kind,known_from\n");
        for _ in 0..2 {
            let off = (0..).map(|days| plus(first, days)).skip(6 + chance.below(24)).find(|day| is_weekday(*day));
            let off = off.expect("a day");
            let known = plus(off, -1 - i32::try_from(chance.below(3)).unwrap_or(0));
            if off.year() == first.year() && !own.contains(&format!(",{off},")) {
                own.push_str(&format!("{},{off},off,{known}\n", off.year()));
            }
        }
        if chance.hits(60) {
            let known = format!("2026-12-{:02}", 10 + chance.below(20));
            for day in NEXT_YEAR.split_whitespace() {
                own.push_str(&format!("2027,{day},off,{known}\n"));
            }
            own.push_str(&format!("2027,2027-02-13,worked,{known}\n"));
        }
        let own = chance.hits(75).then_some(own).filter(|own| own.lines().count() > 1);
        let national = GUANTONG.files().get("national/calendar.csv").expect("the calendar");
        let mut rows: Vec<Row> = Vec::new();
        for line in national.lines().skip(1).chain(own.iter().flat_map(|own| own.lines().skip(1))) {
            let fields: Vec<&str> = line.split(',').collect();
            let day = |text: &str| text.parse::<Date>().expect("a day");
            rows.push(Row {
                known_from: day(fields[3]),
                year: fields[0].parse().expect("a year"),
                date: day(fields[1]),
                off: fields[2] == "off",
            });
        }
        Self { rows, own }
    }

    /// Whether a day is worked, by what is known on another; none where nobody has ruled its year.
    pub fn worked(&self, date: Date, known_on: Date) -> Option<bool> {
        let known = || self.rows.iter().filter(|row| row.known_from <= known_on);
        let ruled = known().filter(|row| row.date == date).max_by_key(|row| row.known_from);
        match ruled {
            Some(row) => Some(!row.off),
            None if known().any(|row| row.year == date.year()) => Some(is_weekday(date)),
            None => None,
        }
    }

    /// The first day on which what follows a notice may happen: the working day after so many whole ones. None where a day on
    /// the way there is unknown.
    pub fn follow_up(&self, published: Date, working_days: usize, known_on: Date) -> Option<Date> {
        let mut date = published;
        let mut left = working_days + 1;
        while left > 0 {
            date = plus(date, 1);
            left -= usize::from(self.worked(date, known_on)?);
        }
        Some(date)
    }
}

fn is_weekday(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

pub fn plus(date: Date, days: i32) -> Date {
    date.checked_add(jiff::Span::new().days(days)).expect("a day")
}

/// The day in China, which has one time and no summer time.
pub fn date_at(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::fixed(Offset::constant(8))).date()
}

pub fn day_at(at: Timestamp) -> Day {
    Day::from_date(date_at(at))
}
