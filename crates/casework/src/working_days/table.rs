//! Reads the table of days off and weekend days worked, every fault with its line.

use std::collections::BTreeSet;

use model::{Day, Faults};

use super::{is_late_december, is_weekend};

/// The columns, in this order.
const COLUMNS: [&str; 4] = ["year", "date", "kind", "known_from"];
/// The years that a table may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2200;
/// Holidays that stand on the same date every year (月, 日): New Year, Labour Day, National Day. A year without one of
/// them is a year that was not written down to its end.
const FIXED: [(i8, i8); 5] = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];

/// What a notice says about a date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Ruled {
    Off,
    Worked,
}

/// One line: ordered by when it became known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Row {
    pub known_from: Day,
    pub day: Day,
    pub ruled: Ruled,
    pub year: i16,
}

/// The rows of a table together with those known before, in order.
pub(super) fn merged(before: &[Row], text: &str, faults: &mut Faults) -> Vec<Row> {
    let further = rows(text, faults);
    for (place, (line, row)) in further.iter().enumerate() {
        let earlier = further.get(..place).unwrap_or_default().iter().map(|(_, row)| row);
        if earlier.clone().any(|other| other == row) {
            faults.add("date", Some(*line), format!("{} stands twice", row.day), "keep one row");
        } else if before.iter().chain(earlier).any(|other| contradicts(other, row)) {
            let problem = format!("{} is ruled twice with the same known_from", row.day);
            faults.add("date", Some(*line), problem, "give the change the day from which it is known");
        }
    }
    let mut all: Vec<Row> = before.to_vec();
    all.extend(further.iter().map(|(_, row)| row.clone()));
    all.sort_unstable();
    all.dedup();
    for (line, row) in &further {
        check_worked(&all, *line, row, faults);
    }
    if faults.is_empty() {
        check_years(&all, faults);
    }
    all
}

fn contradicts(one: &Row, other: &Row) -> bool {
    one.day == other.day && one.known_from == other.known_from && one != other
}

/// A Monday to Friday is worked anyway: saying so makes sense only where it takes back a day off.
fn check_worked(all: &[Row], line: u32, row: &Row, faults: &mut Faults) {
    let takes_back =
        |other: &Row| other.day == row.day && other.ruled == Ruled::Off && other.known_from < row.known_from;
    if row.ruled == Ruled::Worked && !is_weekend(row.day) && !all.iter().any(takes_back) {
        let problem = format!("{} is no Saturday or Sunday, so it is worked anyway", row.day);
        faults.add("kind", Some(line), problem, "correct the date, or leave the row out");
    }
}

/// The years follow each other, and each has the holidays that stand on fixed dates.
fn check_years(all: &[Row], faults: &mut Faults) {
    let years: BTreeSet<i16> = all.iter().map(|row| row.year).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        faults.add("", None, "the calendar has no rows", "add the days off and the weekend days worked of a year");
        return;
    };
    for year in *first..=*last {
        if !years.contains(&year) {
            faults.add("year", None, format!("the year {year} is missing between {first} and {last}"), "add its rows");
            continue;
        }
        for (month, day) in FIXED {
            let date = Day::new(year, month, day);
            if !all.iter().any(|row| row.year == year && Some(row.day) == date && row.ruled == Ruled::Off) {
                let problem = format!("the year {year} has no row for {month:02}-{day:02}, a holiday in every year");
                faults.add("date", None, problem, "complete the year");
            }
        }
    }
}

fn rows(text: &str, faults: &mut Faults) -> Vec<(u32, Row)> {
    let mut rows = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut headed = false;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().and_then(|place| u32::try_from(place.line()).ok());
                faults.add("", line, error.to_string(), "write the file as CSV in UTF-8");
                continue;
            }
        };
        let line = record.position().and_then(|place| u32::try_from(place.line()).ok()).unwrap_or(0);
        if !headed {
            headed = true;
            if !record.iter().eq(COLUMNS) {
                faults.add("", Some(line), "the first line is not the header", format!("write {}", COLUMNS.join(",")));
                return rows;
            }
            continue;
        }
        let fields: Vec<&str> = record.iter().collect();
        if let [year, date, kind, known_from] = fields.as_slice() {
            rows.extend(row(line, year, date, kind, known_from, faults).map(|row| (line, row)));
        } else {
            let problem = format!("the row has {} fields", fields.len());
            faults.add("", Some(line), problem, format!("write the four fields {}", COLUMNS.join(",")));
        }
    }
    if !headed {
        faults.add("", Some(1), "the file is empty", format!("write the header {} and the rows", COLUMNS.join(",")));
    }
    rows
}

fn row(line: u32, year: &str, date: &str, kind: &str, known_from: &str, faults: &mut Faults) -> Option<Row> {
    let year = match year.parse::<i16>() {
        Ok(year) if YEARS.contains(&year) => Some(year),
        _ => {
            let (first, last) = (YEARS.start(), YEARS.end());
            faults.add("year", Some(line), format!("{year:?} is no year"), format!("write a year, {first} to {last}"));
            None
        }
    };
    let ruled = match kind {
        "off" => Some(Ruled::Off),
        "worked" => Some(Ruled::Worked),
        _ => {
            faults.add("kind", Some(line), format!("{kind:?} is no kind of day"), "write off or worked");
            None
        }
    };
    let date = day(line, "date", date, faults);
    let known_from = day(line, "known_from", known_from, faults);
    let (year, day, ruled, known_from) = (year?, date?, ruled?, known_from?);
    let ends_year_before = day.year() == year.saturating_sub(1) && is_late_december(day);
    if day.year() != year && !ends_year_before {
        let problem = format!("{day} is no day that a notice for {year} rules");
        faults.add(
            "date",
            Some(line),
            problem,
            format!("write a day of {year}, or of the last week of the year before"),
        );
    }
    if known_from > day {
        let problem = format!("{day} would have been ruled only after it had passed ({known_from})");
        faults.add("known_from", Some(line), problem, "write the day on which the notice was published");
    }
    if known_from.year() < year.saturating_sub(2) {
        let problem = format!("{known_from} is more than two years before {year}");
        faults.add("known_from", Some(line), problem, "write the day on which the notice was published");
    }
    Some(Row { known_from, day, ruled, year })
}

fn day(line: u32, column: &str, text: &str, faults: &mut Faults) -> Option<Day> {
    match Day::parse(text) {
        Ok(day) if text.len() == 10 => return Some(day),
        Ok(_) => faults.add(column, Some(line), format!("{text:?} is a month"), "write YYYY-MM-DD"),
        Err(fault) => {
            let (problem, remedy) = fault.parts();
            faults.add(column, Some(line), format!("{text:?}: {problem}"), remedy);
        }
    }
    None
}
