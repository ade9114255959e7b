//! Tests of days and anniversaries.
use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_month_means_its_last_day() {
    assert_eq!(day("2024-02"), day("2024-02-29"));
    assert_eq!(day("2023-11"), day("2023-11-30"));
}

#[test]
fn leap_day_falls_on_28_february() {
    assert_eq!(day("2020-02-29").anniversary(3), day("2023-02-28"));
    assert_eq!(day("2020-02-29").anniversary(4), day("2024-02-29"));
}

#[test]
fn days_that_do_not_exist_are_refused() {
    assert_eq!(Day::parse("2023-02-29"), Err(DayFault::NoSuchDay));
    assert_eq!(Day::parse("2023-13-01"), Err(DayFault::NoSuchDay));
    assert_eq!(Day::parse("0000-01-01"), Err(DayFault::NoSuchDay));
    for text in ["2023-2-1", "2023", "", "2023-02-30x", "２０２３-01-01", "2023/01/01"] {
        assert_eq!(Day::parse(text), Err(DayFault::Shape), "{text}");
    }
}

#[test]
fn the_first_and_last_day_are_what_they_say() {
    assert_eq!(Day::FIRST, day("1000-01-01"));
    assert_eq!(Day::LAST, day("9999-12-31"));
}

proptest! {
    #[test]
    fn printing_and_reading_agree(offset in -300_000i32..2_900_000) {
        let some = Day(offset);
        prop_assert_eq!(Day::parse(&some.to_string()), Ok(some));
        prop_assert_eq!(some.next().previous(), some);
        prop_assert_eq!(some.next().days_since(some), 1);
    }

    #[test]
    fn anniversaries_keep_the_order(a in 0i32..40_000, b in 0i32..40_000, years in 0u16..60) {
        let (a, b) = (Day(a.min(b)), Day(a.max(b)));
        prop_assert!(a.anniversary(years) <= b.anniversary(years));
    }
}
