//! Every worked example beside the packs holds, and there are enough of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use model::Standards;
use service::{Guantong, cases, embedded_files};

#[test]
fn every_worked_example_holds() {
    let cases = cases::read(&embedded_files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let guantong = Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let place = |case: &cases::Case| format!("{}:{}: {}", case.file, case.line, case.id);
    let differences: Vec<String> = cases
        .iter()
        .flat_map(|case| case.differences(&guantong).into_iter().map(move |one| format!("{}: {one}", place(case))))
        .collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn every_place_has_at_least_sixty_examples() {
    let cases = cases::read(&embedded_files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let guantong = Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"));
    for policy in &guantong.packs().policies {
        let key = policy.jurisdiction.key.as_str();
        let count = cases.iter().filter(|case| case.places(&guantong).contains(&key)).count();
        assert!(count >= 60, "{} has {count} worked examples", policy.jurisdiction.key);
    }
}

#[test]
fn every_place_has_at_least_fifteen_plans() {
    let cases = cases::read(&embedded_files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let guantong = Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"));
    for policy in &guantong.packs().policies {
        let key = policy.jurisdiction.key.as_str();
        let planned = |case: &&cases::Case| case.plan.is_some() && case.places(&guantong).contains(&key);
        let count = cases.iter().filter(planned).count();
        assert!(count >= 15, "{key} has {count} planned examples");
    }
}

#[test]
fn examples_are_named_once() {
    let cases = cases::read(&embedded_files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut seen = std::collections::HashSet::new();
    for case in &cases {
        assert!(seen.insert((&case.jurisdiction, &case.id)), "{}:{}: {} stands twice", case.file, case.line, case.id);
    }
}

#[test]
fn a_wrong_expectation_is_noticed() {
    let mut cases = cases::read(&embedded_files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let guantong = Guantong::embedded(Standards::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let case = cases.first_mut().expect("there are examples");
    case.as_of = model::Day::parse("1990-01-01").expect("a day");
    assert!(!case.differences(&guantong).is_empty());
}
