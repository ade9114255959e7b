//! The laws find what breaks them: verdicts whose day is off by one, or that get worse for no reason, are told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use model::{Day, Outcome, Target};

use super::super::passing::passing;
use super::super::person::Person;
use super::super::ways::ways;
use super::super::world::World;
use super::{Law, check};
use crate::decide::Verdict;

#[allow(dead_code, clippy::duplicate_mod, reason = "other tests of this crate read the packs too, and use other parts")]
#[path = "../../tests/support/packs.rs"]
mod packs;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Who passes the first route to a target in Chongqing on a day, and what the laws say of an answer to them.
fn asked(target: &str, as_of: &str, change: impl Fn(&mut Person), answer: impl Fn(Verdict) -> Verdict) -> Option<Law> {
    let packs = packs::packs();
    let policy = packs.named("chongqing").unwrap();
    let target = Target::parse(target).unwrap();
    let governed = policy.governed.iter().find(|governed| governed.serves(&target)).unwrap();
    let world = World::new(policy, &packs.national, governed, target);
    let way = ways(policy, &governed.routes[0]).remove(0);
    let mut person = passing(&world, &way, day(as_of));
    change(&mut person);
    let verdict = world.decide(&person.dossier, person.standards, person.as_of);
    check(&world, &person, &answer(verdict), &mut 0).map(|(law, _)| law)
}

fn recent(person: &mut Person) {
    person.dossier.skills.as_mut().unwrap()[0].date = Some(day("2024-03-01"));
}

#[test]
fn right_answers_are_left_alone() {
    for as_of in ["2025-06-15", "2025-12-31", "2026-03-01", "2026-02-28"] {
        assert_eq!(asked("title:assistant", as_of, recent, |verdict| verdict), None, "{as_of}");
    }
}

#[test]
fn a_day_that_is_not_the_first_is_told() {
    for days in [-1, 1, 400] {
        let later = |verdict: Verdict| {
            assert_eq!(verdict.outcome, Outcome::NotYet);
            Verdict { earliest: verdict.earliest.map(|day| day.plus(days)), ..verdict }
        };
        let found = asked("title:assistant", "2025-06-15", recent, later);
        // An earlier day than the true one is a better answer than tomorrow's.
        let law = if days < 0 { Law::LaterDay } else { Law::Earliest };
        assert_eq!(found, Some(law), "{days}");
        let since = |verdict: Verdict| {
            assert_eq!(verdict.outcome, Outcome::Eligible);
            Verdict { earliest: verdict.earliest.map(|day| day.plus(days)), ..verdict }
        };
        assert_eq!(asked("title:assistant", "2026-06-15", recent, since), Some(Law::Since), "{days}");
    }
}

#[test]
fn an_answer_that_gets_worse_for_no_reason_is_told() {
    let best = |verdict: Verdict| Verdict { outcome: Outcome::Eligible, ..verdict };
    assert_eq!(asked("title:assistant", "2025-06-15", recent, best), Some(Law::LaterDay));
    let lapsed = |person: &mut Person| {
        recent(person);
        let until = Some(person.as_of);
        let honour =
            model::dossier::Honour {
                name: Some("全国技术能手".to_owned()), date: until, until, ..Default::default()
            };
        person.dossier.honours = Some(vec![honour]);
    };
    assert_eq!(asked("title:assistant", "2025-06-15", lapsed, |verdict| verdict), None);
}

#[test]
fn a_missing_fact_is_told() {
    let forgotten = |person: &mut Person| person.dossier.employment.status = None;
    assert_eq!(asked("title:assistant", "2025-06-15", forgotten, |verdict| verdict), Some(Law::Complete));
}
