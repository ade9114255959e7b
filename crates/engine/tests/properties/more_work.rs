//! More days of work never make a person worse off.

use std::cmp::Reverse;

use model::dossier::{End, Work};
use model::{Day, Outcome};
use proptest::prelude::*;

use crate::support::choices::cases;
use crate::support::records;
use crate::support::scenes::{Compared, scenes};

/// How good an answer is: held, eligible, referred, the sooner the better, never.
fn merit(answer: Compared) -> (u8, Reverse<Day>) {
    match answer {
        (Outcome::Held, _) => (5, Reverse(Day::FIRST)),
        (Outcome::Eligible, _) => (4, Reverse(Day::FIRST)),
        (Outcome::Referred, _) => (3, Reverse(Day::FIRST)),
        (Outcome::NotYet, Some(day)) => (2, Reverse(day)),
        (Outcome::NotEligible, _) => (1, Reverse(Day::FIRST)),
        (Outcome::NotGoverned, _) => (0, Reverse(Day::FIRST)),
        (outcome, day) => panic!("{outcome} {day:?} is no answer for a complete dossier"),
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn one_more_period_of_work_never_hurts(mut scene in scenes()) {
        let mut more = scene.dossier.clone();
        let period = records::work(&mut scene.choices, &scene.vocabulary, scene.as_of);
        let list = more.work.get_or_insert_default();
        let place = scene.choices.below(list.len() + 1);
        list.insert(place, period);
        for target in scene.targets() {
            let (before, after) = (scene.answer(&scene.dossier, &target), scene.answer(&more, &target));
            prop_assert!(merit(after) >= merit(before), "{before:?} then {after:?}: {}", scene.told(&more, &target));
        }
    }

    #[test]
    fn a_longer_period_of_work_never_hurts(mut scene in scenes()) {
        let mut more = scene.dossier.clone();
        let earlier = scene.choices.between(0, 800);
        let later = scene.choices.between(0, 800);
        let Some(list) = more.work.as_mut().filter(|list| !list.is_empty()) else { return Ok(()) };
        let place = scene.choices.below(list.len());
        let Work { from, to, .. } = &mut list[place];
        *from = from.map(|day| day.plus(-earlier));
        *to = match *to {
            Some(End::On(day)) if scene.choices.below(3) > 0 => Some(End::On(day.plus(later))),
            Some(End::On(_)) => Some(End::GoingOn),
            other => other,
        };
        for target in scene.targets() {
            let (before, after) = (scene.answer(&scene.dossier, &target), scene.answer(&more, &target));
            prop_assert!(merit(after) >= merit(before), "{before:?} then {after:?}: {}", scene.told(&more, &target));
        }
    }
}
