//! Tests of unions of work periods, against counting day by day.
use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(first: &str, last: &str) -> Period {
    Period { first: day(first), last: if last.is_empty() { Day::LAST } else { day(last) } }
}

#[test]
fn one_unbroken_period_is_met_on_its_anniversary() {
    assert_eq!(reached(&mut [period("2019-05-20", "")], day("2000-01-01"), 3), Some(day("2022-05-20")));
    assert_eq!(reached(&mut [period("2006-08-01", "")], day("2020-02-29"), 3), Some(day("2023-02-28")));
}

#[test]
fn the_last_day_of_work_is_worked() {
    assert_eq!(reached(&mut [period("2020-01-01", "2020-12-31")], day("2019-01-01"), 1), Some(day("2021-01-01")));
    assert_eq!(reached(&mut [period("2020-01-01", "2020-12-30")], day("2019-01-01"), 1), None);
}

#[test]
fn overlaps_count_once_and_gaps_not_at_all() {
    let mut twice = [period("2020-01-01", "2020-06-30"), period("2020-03-01", "2020-12-31")];
    assert_eq!(reached(&mut twice, day("2000-01-01"), 1), Some(day("2021-01-01")));
    let mut gap = [period("2021-01-01", "2021-06-30"), period("2022-01-01", "")];
    assert_eq!(reached(&mut gap, day("2000-01-01"), 1), Some(day("2022-07-04")));
}

/// The definition, day by day.
fn by_counting(periods: &[Period], start: Day, years: u16, horizon: Day) -> Option<Day> {
    let counted = |d: Day| d >= start && periods.iter().any(|p| p.first <= d && d <= p.last);
    let mut first = start;
    while !counted(first) {
        if first > horizon {
            return None;
        }
        first = first.next();
    }
    let needed = first.anniversary(years).days_since(first);
    let (mut so_far, mut d) = (0, first);
    while so_far < needed {
        if d > horizon {
            return None;
        }
        so_far += i32::from(counted(d));
        d = d.next();
    }
    Some(d)
}

proptest! {
    #[test]
    fn agrees_with_counting_day_by_day(
        spans in prop::collection::vec((0i32..3000, 0i32..900), 0..6), start in 0i32..3000, years in 1u16..4
    ) {
        let origin = day("2012-02-27");
        let periods: Vec<Period> =
            spans.iter().map(|(from, len)| Period { first: origin.plus(*from), last: origin.plus(from + len) }).collect();
        let expected = by_counting(&periods, origin.plus(start), years, origin.plus(9000));
        prop_assert_eq!(reached(&mut periods.clone(), origin.plus(start), years), expected);
    }

    #[test]
    fn more_work_never_comes_later(
        spans in prop::collection::vec((0i32..3000, 0i32..900), 1..6), years in 1u16..4
    ) {
        let origin = day("2012-02-27");
        let all: Vec<Period> =
            spans.iter().map(|(from, len)| Period { first: origin.plus(*from), last: origin.plus(from + len) }).collect();
        let fewer = reached(&mut all[1..].to_vec(), origin, years);
        let more = reached(&mut all.clone(), origin, years);
        if let Some(day) = fewer {
            prop_assert!(more.is_some_and(|earlier| earlier <= day), "{more:?} > {day:?}");
        }
    }
}
