//! Annual reviews, continuing education and the bar after fraud.

use model::Grade;
use model::reason::Reason;

use super::{read, some};

#[test]
fn reviews() {
    let review = |year, grade| Reason::Reviews { last: 3, year, grade };
    read(&[
        review(None, None),
        Reason::Reviews { last: 1, year: None, grade: None },
        review(Some(2024), Some(Grade::Excellent)),
        review(Some(2025), Some(Grade::Basic)),
        review(Some(2024), Some(Grade::None)),
        review(Some(2024), None),
    ]);
}

#[test]
fn excellent() {
    let excellent = |last, wanted, stated| Reason::Excellent { last, wanted, stated, unassessed: None, missing: None };
    let gap = |stated, unassessed, missing| Reason::Excellent { last: 3, wanted: 1, stated, unassessed, missing };
    read(&[
        excellent(3, 1, 1),
        excellent(3, 2, 2),
        excellent(1, 1, 0),
        gap(0, Some(2024), None),
        gap(0, None, Some(2023)),
        gap(0, Some(2024), Some(2023)),
    ]);
}

#[test]
fn hours() {
    let hours = |from, wanted, year, hours| Reason::Hours { from, to: 2025, wanted, year, hours };
    read(&[
        hours(2023, Some(90), None, None),
        hours(2025, Some(18), None, None),
        hours(2023, Some(90), Some(2024), Some(12)),
        hours(2023, Some(90), Some(2024), None),
        hours(2023, None, None, None),
        hours(2023, None, Some(2024), Some(12)),
        hours(2026, Some(90), None, None),
    ]);
}

#[test]
fn bar() {
    let bar = |found, free| Reason::Bar { years: 5, found, free };
    read(&[
        bar(None, None),
        bar(some("2023-03-01"), None),
        bar(some("2023-03-01"), some("2028-03-02")),
        bar(some("2018-07-10"), some("2023-07-11")),
    ]);
}
