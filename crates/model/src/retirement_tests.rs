//! Tests of the arithmetic on months.
use super::*;
use proptest::prelude::*;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn men() -> AgeRule {
    AgeRule { group: RetirementGroup::Men, base_months: 720, born_from: month("1965-01"), step: 4, most: 36 }
}

fn choice() -> Flexible {
    Flexible { earlier: 36, later: 36, from: month("2025-01") }
}

#[test]
fn months_are_read_printed_and_have_their_days() {
    assert_eq!(month("2024-02").to_string(), "2024-02");
    assert_eq!(month("2024-02").first_day().to_string(), "2024-02-01");
    assert_eq!(month("2024-02").last_day().to_string(), "2024-02-29");
    assert_eq!(month("1999-12").plus(1), Some(month("2000-01")));
    assert_eq!(month("9999-12").plus(1), None);
    for wrong in ["", "2024", "2024-13", "2024-2-1", "2024-02-01", "二〇二四"] {
        assert_eq!(Month::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn nobody_goes_below_the_age_before_it_rose() {
    let case = Case::of(&men(), &choice(), month("1970-06")).unwrap();
    assert_eq!((case.age_months, case.month), (61 * 12 + 5, month("2031-11")));
    assert_eq!((case.earliest, case.latest), (month("2030-06"), month("2034-11")));
    let case = Case::of(&men(), &choice(), month("1980-01")).unwrap();
    assert_eq!((case.earliest, case.month, case.latest), (month("2040-01"), month("2043-01"), month("2046-01")));
}

#[test]
fn before_the_rule_there_is_no_choice() {
    let case = Case::of(&men(), &choice(), month("1964-12")).unwrap();
    assert_eq!((case.earliest, case.month, case.latest), (month("2024-12"), month("2024-12"), month("2024-12")));
}

proptest! {
    #[test]
    fn the_age_rises_one_month_at_a_time(birth in 1900i16..2100, of in 1i8..=12) {
        let born = Month::of(Day::new(birth, of, 1).unwrap());
        let (own, next) = (men().age_months(born), men().age_months(born.plus(1).unwrap()));
        prop_assert!(next == own || next == own + 1);
        prop_assert!((720..=756).contains(&own));
    }
}
