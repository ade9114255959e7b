//! The order of records and repeated records change nothing.

use model::dossier::Dossier;
use policy::rule::{Leaf, Test};
use proptest::prelude::*;

use crate::support::choices::{Choices, cases};
use crate::support::forgetting::{some_paths, without};
use crate::support::scenes::{compared, scenes};
use crate::support::vocabulary::leaves;

fn shuffled(choices: &mut Choices, dossier: &Dossier) -> Dossier {
    let mut other = dossier.clone();
    other.skills.iter_mut().for_each(|list| choices.shuffle(list));
    other.titles.iter_mut().for_each(|list| choices.shuffle(list));
    other.work.iter_mut().for_each(|list| choices.shuffle(list));
    other.honours.iter_mut().for_each(|list| choices.shuffle(list));
    other.sanctions.iter_mut().for_each(|list| choices.shuffle(list));
    other.education.iter_mut().for_each(|list| choices.shuffle(list));
    other
}

/// The person with some records twice; not honours where a place counts them, since two that look alike are two.
fn repeated(choices: &mut Choices, dossier: &Dossier, counts_honours: bool) -> Dossier {
    fn again<T: Clone>(choices: &mut Choices, list: &mut Option<Vec<T>>) {
        let Some(list) = list.as_mut().filter(|list| !list.is_empty()) else { return };
        for _ in 0..=choices.below(2) {
            let one = choices.pick(list).clone();
            let place = choices.below(list.len() + 1);
            list.insert(place, one);
        }
    }
    let mut other = dossier.clone();
    again(choices, &mut other.skills);
    again(choices, &mut other.titles);
    again(choices, &mut other.work);
    if !counts_honours {
        again(choices, &mut other.honours);
    }
    again(choices, &mut other.sanctions);
    again(choices, &mut other.education);
    other
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn the_order_of_records_and_repeating_them_change_no_answer(mut scene in scenes()) {
        let mut choices = scene.choices.fork();
        let several = |leaf: &&Leaf| matches!(leaf.test, Test::HonourList { at_least: 2.., .. });
        let counts_honours = leaves(scene.policy).iter().any(several);
        let other = shuffled(&mut choices, &scene.dossier);
        let again = repeated(&mut choices, &scene.dossier, counts_honours);
        for target in scene.targets() {
            let one = scene.verdict(&scene.dossier, &target);
            for changed in [&other, &again] {
                let two = scene.verdict(changed, &target);
                prop_assert_eq!((&one.outcome, &one.earliest, &one.effect, one.route),
                    (&two.outcome, &two.earliest, &two.effect, two.route), "{}", scene.told(changed, &target));
            }
        }
        let forgotten = some_paths(&mut scene, 3);
        let forgetful = without(&scene.dossier, &forgotten);
        let other = shuffled(&mut choices, &forgetful);
        for target in scene.targets() {
            let (one, two) = (scene.verdict(&forgetful, &target), scene.verdict(&other, &target));
            prop_assert_eq!(compared(&one), compared(&two), "{}", scene.told(&other, &target));
            prop_assert_eq!(one.missing.len(), two.missing.len(), "{}", scene.told(&other, &target));
        }
    }
}
