//! The working days on which the demo is played.

use casework::working_days::Calendar;
use model::Day;

use crate::error::DemoError;

/// How many days back a known year is looked for.
const FARTHEST: usize = 4_000;

/// The last `count` working days before `today`. The last of them is one after which the calendar, as it was known then, knows the next
/// working day: with a year that nobody has ruled yet no notice could end.
pub(crate) fn working_days(calendar: &Calendar, today: Day, count: usize) -> Result<Vec<Day>, DemoError> {
    let before = std::iter::successors(Some(today.previous()), |day| Some(day.previous())).take(FARTHEST);
    let known = calendar.as_known_on(today);
    let settled = |day: &Day| calendar.as_known_on(*day).next_working_day(*day).known().is_some();
    let mut days: Vec<Day> =
        before.skip_while(|day| !settled(day)).filter(|day| known.kind(*day).is_worked()).take(count).collect();
    if days.len() < count {
        return Err(DemoError::NoDays);
    }
    days.reverse();
    Ok(days)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn last(today: &str) -> String {
        let files = service::embedded_files();
        let calendar = Calendar::read(files.get("national/calendar.csv").unwrap()).unwrap();
        let days = working_days(&calendar, Day::parse(today).unwrap(), 30).unwrap();
        assert!(days.is_sorted() && days.len() == 30);
        days.last().unwrap().to_string()
    }

    #[test]
    fn the_last_day_is_the_working_day_before() {
        assert_eq!(last("2026-11-27"), "2026-11-26");
        assert_eq!(last("2026-11-30"), "2026-11-27", "over a weekend");
        assert_eq!(last("2026-10-09"), "2026-10-08", "after the National Day");
    }

    #[test]
    fn where_the_next_year_is_not_known_the_demo_ends_before_it_may_rule() {
        assert_eq!(last("2027-03-01"), "2026-12-23");
    }
}
