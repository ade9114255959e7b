//! The yearly totals, the vectors of the notes, versions of the calendar, and what holds for every notice.

use proptest::prelude::*;

use super::*;

const TABLE: &str = include_str!("../../../../policies/national/calendar.csv");

fn calendar() -> Calendar {
    Calendar::read(TABLE).expect("the project's table is sound")
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn known(text: &str) -> Reckoned {
    Reckoned::Known { day: day(text) }
}

fn faults(text: &str) -> Vec<String> {
    Calendar::read(text).expect_err("a fault").faults.iter().map(ToString::to_string).collect()
}

#[test]
fn the_working_days_of_each_year() {
    let known = calendar().as_known_on(day("2026-11-27"));
    let totals =
        [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)];
    for (year, total) in totals {
        let first = Day::first_of_year(year);
        let days = Day::first_of_year(year + 1).days_since(first);
        let worked = (0..days).filter(|n| known.kind(first.plus(*n)).is_worked()).count();
        assert_eq!(worked, total, "{year}");
    }
}

#[test]
fn five_working_days_as_the_notes_have_them() {
    let vectors = [
        ("2019-04-26", "2019-05-06"),
        ("2020-01-20", "2020-02-04"),
        ("2024-09-27", "2024-10-10"),
        ("2025-09-26", "2025-10-10"),
        ("2025-09-30", "2025-10-14"),
        ("2026-02-11", "2026-02-25"),
        ("2026-02-13", "2026-02-27"),
        ("2026-09-18", "2026-09-24"),
        ("2026-09-24", "2026-10-09"),
        ("2026-09-28", "2026-10-10"),
        ("2026-09-30", "2026-10-13"),
        ("2026-11-16", "2026-11-23"),
    ];
    let calendar = calendar().as_known_on(day("2026-11-21"));
    for (published, last) in vectors {
        assert_eq!(calendar.notice(day(published), 5).last, known(last), "{published}");
    }
}

#[test]
fn the_earliest_follow_up_is_the_next_working_day() {
    let calendar = calendar().as_known_on(day("2026-11-21"));
    let period = calendar.notice(day("2026-09-28"), 5);
    assert_eq!((period.first, period.last), (known("2026-09-29"), known("2026-10-10")));
    assert_eq!(period.earliest_follow_up, known("2026-10-12"));
    assert!(!period.is_over_on(day("2026-10-10")) && period.is_over_on(day("2026-10-11")));
    assert!(!period.may_follow_on(day("2026-10-11")) && period.may_follow_on(day("2026-10-12")));
}

#[test]
fn every_day_has_its_reason() {
    let period = calendar().notice(day("2026-09-18"), 5, day("2026-09-18"));
    let told: Vec<_> = period.days.iter().map(|d| (d.day.to_string(), d.number, d.why.key())).collect();
    let told: Vec<_> = told.iter().map(|(day, number, why)| (&day[5..], *number, *why)).collect();
    assert_eq!(
        told,
        [
            ("09-18", None, "published"),
            ("09-19", None, "weekend"),
            ("09-20", Some(1), "make-up-workday"),
            ("09-21", Some(2), "workday"),
            ("09-22", Some(3), "workday"),
            ("09-23", Some(4), "workday"),
            ("09-24", Some(5), "workday"),
            ("09-25", None, "holiday"),
            ("09-26", None, "holiday"),
            ("09-27", None, "holiday"),
            ("09-28", None, "workday"),
        ]
    );
}

#[test]
fn publishing_on_a_day_off_changes_nothing() {
    let calendar = calendar().as_known_on(day("2026-11-21"));
    assert_eq!(calendar.notice(day("2026-11-14"), 5).last, calendar.notice(day("2026-11-13"), 5).last);
    assert_eq!(calendar.notice(day("2026-11-15"), 5).last, known("2026-11-20"));
}

#[test]
fn a_notice_is_recalculated_when_the_calendar_changes() {
    let calendar = calendar();
    let (before, after) = (day("2020-01-26"), day("2020-01-27"));
    assert_eq!(calendar.notice(day("2020-01-20"), 5, before).last, known("2020-02-01"));
    assert_eq!(calendar.notice(day("2020-01-20"), 5, after).last, known("2020-02-04"));
    assert_eq!(calendar.notice(day("2019-04-26"), 5, day("2019-03-21")).last, known("2019-05-06"));
    assert_eq!(calendar.notice(day("2019-04-30"), 5, day("2019-03-21")).last, known("2019-05-08"));
    assert_eq!(calendar.notice(day("2019-04-30"), 5, day("2019-03-22")).last, known("2019-05-09"));
}

#[test]
fn a_year_is_unknown_until_its_notice_appears() {
    let calendar = calendar();
    assert_eq!(calendar.as_known_on(day("2025-11-03")).kind(day("2026-03-03")), DayKind::Unknown);
    assert_eq!(calendar.as_known_on(day("2025-11-04")).kind(day("2026-03-03")), DayKind::Workday);
    let now = calendar.as_known_on(day("2026-11-21"));
    assert_eq!(now.kind(day("2027-01-04")), DayKind::Unknown);
    assert_eq!(now.kind(day("2018-12-28")), DayKind::Unknown);
    assert_eq!(now.kind(day("2018-12-29")), DayKind::MakeUpWorkday);
    assert_eq!(calendar.as_known_on(day("2018-12-05")).kind(day("2018-12-29")), DayKind::Unknown);
}

#[test]
fn nothing_closes_on_a_year_that_is_unknown() {
    let period = calendar().notice(day("2026-12-28"), 5, day("2026-11-21"));
    assert_eq!(
        period.first,
        Reckoned::Provisional { day: day("2026-12-29"), reason: Doubt::NextYearMayRule { year: 2027 } }
    );
    let reason = Doubt::NextYearMayRule { year: 2027 };
    assert_eq!(period.last, Reckoned::Provisional { day: day("2027-01-04"), reason });
    for later in ["2027-01-05", "2027-06-01", "2030-01-01"] {
        let period = calendar().notice(day("2026-12-28"), 5, day(later));
        let reason = Doubt::YearUnknown { year: 2027 };
        assert_eq!(period.last, Reckoned::Provisional { day: day("2027-01-04"), reason });
        assert!(!period.is_over_on(day(later)) && !period.may_follow_on(day(later)));
    }
}

#[test]
fn the_end_of_december_is_settled_by_the_next_notice_or_once_it_has_passed() {
    let published = day("2022-12-23");
    let last = |known_on: &str| calendar().notice(published, 5, day(known_on)).last;
    assert!(last("2022-12-07").known().is_none());
    assert_eq!(last("2022-12-08"), known("2022-12-30"));
    let reason = Doubt::NextYearMayRule { year: 2027 };
    let late = calendar().notice(day("2026-12-23"), 5, day("2026-12-29"));
    assert_eq!(late.last, Reckoned::Provisional { day: day("2026-12-30"), reason });
    let passed = calendar().notice(day("2026-12-23"), 5, day("2026-12-31"));
    assert_eq!(passed.last, known("2026-12-30"));
    assert!(passed.is_over_on(day("2026-12-31")));
}

#[test]
fn a_further_table_adds_a_year_and_changes_days() {
    let year = "year,date,kind,known_from\n2027,2026-12-26,worked,2026-11-30\n2027,2027-01-01,off,2026-11-30\n\
                2027,2027-05-01,off,2026-11-30\n2027,2027-10-01,off,2026-11-30\n2027,2027-10-02,off,2026-11-30\n\
                2027,2027-10-03,off,2026-11-30\n";
    let longer = calendar().with(year).unwrap();
    assert_eq!(longer.notice(day("2026-12-24"), 5, day("2026-11-30")).last, known("2026-12-30"));
    let change = "year,date,kind,known_from\n2027,2027-01-04,off,2026-12-20\n";
    let changed = longer.with(change).unwrap();
    assert_eq!(changed.as_known_on(day("2026-12-19")).kind(day("2027-01-04")), DayKind::Workday);
    assert_eq!(changed.as_known_on(day("2026-12-20")).kind(day("2027-01-04")), DayKind::Holiday);
    let back = changed.with("year,date,kind,known_from\n2027,2027-01-04,worked,2026-12-28\n").unwrap();
    assert_eq!(back.as_known_on(day("2026-12-28")).kind(day("2027-01-04")), DayKind::Workday);
    assert_eq!(back.with(change).unwrap(), back, "the same rows again change nothing");
}

#[test]
fn all_faults_are_named_at_once_with_their_lines() {
    let text = "year,date,kind,known_from\n2024,2024-01-01,of,2023-10-25\n24,2024-13-01,off,2023-10\n\
                2024,2025-01-01,off,2023-10-25\n2024,2023-12-20,off,2023-10-25\n2024,2024-02-05,worked,2023-10-25\n\
                2024,2024-05-01,off,2023-10-25\n2024,2024-05-01,off,2023-10-25\n2024,2024-05-01,worked,2023-10-25\n\
                2024,2024-05-02,off,2024-05-03\n2024,2024-10-01\n2024,2024-10-02,off,2020-01-01\n";
    let told = faults(text);
    for expected in [
        "line 2: kind: \"of\" is no kind of day",
        "line 3: year: \"24\" is no year",
        "line 3: date: \"2024-13-01\"",
        "line 3: known_from: \"2023-10\" is a month",
        "line 4: date: 2025-01-01 is no day that a notice for 2024 rules",
        "line 5: date: 2023-12-20 is no day",
        "line 6: kind: 2024-02-05 is no Saturday or Sunday",
        "line 8: date: 2024-05-01 stands twice",
        "line 9: date: 2024-05-01 is ruled twice",
        "line 10: known_from: 2024-05-02 would have been ruled only after it had passed",
        "line 11: the row has 2 fields",
        "line 12: known_from: 2020-01-01 is more than two years before 2024",
    ] {
        assert!(told.iter().any(|fault| fault.contains(expected)), "{expected} is not in {told:#?}");
    }
}

#[test]
fn gaps_are_faults() {
    assert!(faults("")[0].contains("empty"));
    assert!(faults("date,kind\n")[0].contains("header"));
    assert!(faults("year,date,kind,known_from\n")[0].contains("no rows"));
    let without = |what: &str| TABLE.lines().filter(|line| !line.contains(what)).collect::<Vec<_>>().join("\n");
    assert_eq!(faults(&without("2023,")), ["year: the year 2023 is missing between 2019 and 2026; add its rows"]);
    assert!(faults(&without("2021-10-02"))[0].contains("the year 2021 has no row for 10-02"));
}

prop_compose! {
    fn any_day()(offset in 0_i32..3300) -> Day { day("2018-12-01").plus(offset) }
}

proptest! {
    #[test]
    fn a_notice_has_exactly_its_complete_working_days(published in any_day(), needed in 1_u16..40, known_on in any_day()) {
        let calendar = calendar().as_known_on(known_on);
        let period = calendar.notice(published, needed);
        if let Reckoned::Known { day: last } = period.last {
            let between = (1..=last.days_since(published)).map(|n| published.plus(n));
            let worked = between.clone().filter(|day| calendar.kind(*day).is_worked()).count();
            prop_assert_eq!(worked, usize::from(needed));
            prop_assert!(between.clone().all(|day| calendar.kind(day) != DayKind::Unknown), "closed on an unknown day");
            prop_assert!(calendar.kind(last).is_worked());
        }
        let counted: Vec<_> = period.days.iter().filter_map(|day| day.number).collect();
        prop_assert_eq!(counted, (1..=needed).collect::<Vec<_>>());
        prop_assert!(period.first.day() > published && period.earliest_follow_up.day() > period.last.day());
    }

    #[test]
    fn longer_and_later_notices_never_end_earlier(published in any_day(), needed in 1_u16..30, known_on in any_day()) {
        let calendar = calendar().as_known_on(known_on);
        let ends = |day, needed| calendar.notice(day, needed).last.day();
        prop_assert!(ends(published, needed) < ends(published, needed + 1));
        prop_assert!(ends(published, needed) <= ends(published.next(), needed));
    }

    #[test]
    fn what_is_settled_stays_unless_a_change_became_known(published in any_day(), known_on in any_day(), later in 0_i32..400) {
        let (now, then) = (calendar().notice(published, 5, known_on), calendar().notice(published, 5, known_on.plus(later)));
        let changed = ["2019-03-22", "2020-01-27"].map(day);
        let crossed = changed.iter().any(|change| (known_on.next()..=known_on.plus(later)).contains(change));
        if now.last.known().is_some() && !crossed {
            prop_assert_eq!(now.last, then.last);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "(year,date,kind,known_from\n)?([0-9a-z,\"\\-\n]{0,80})") {
        let _ = Calendar::read(&text);
    }
}

#[test]
fn the_ends_of_time_are_provisional() {
    let period = calendar().notice(Day::LAST, u16::MAX, day("2026-11-21"));
    assert_eq!(period.last.known(), None);
    assert_eq!(calendar().notice(Day::FIRST, 0, day("2026-11-21")).working_days, 1);
}
