//! What is not known: an answer that stands holds in every completion, and what is asked for settles the answer.

use std::fmt::Write as _;

use model::Outcome;
use model::paths::FactPath;
use proptest::prelude::*;

use crate::support::choices::cases;
use crate::support::forgetting::{completion, held_by_forgotten, make_up, some_paths, without};
use crate::support::scenes::scenes;

fn listed(paths: &[FactPath]) -> String {
    let mut text = String::new();
    for path in paths {
        let _ = write!(text, "{path} ");
    }
    text
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn an_answer_that_stands_holds_in_every_completion(mut scene in scenes()) {
        let mut choices = scene.choices.fork();
        let forgotten = some_paths(&mut scene, 6);
        let forgetful = without(&scene.dossier, &forgotten);
        for target in scene.targets() {
            let verdict = scene.verdict(&forgetful, &target);
            if verdict.outcome == Outcome::Undetermined {
                continue;
            }
            let answer = scene.answer(&forgetful, &target);
            for _ in 0..6 {
                let complete = completion(&scene, &mut choices, &forgotten);
                if held_by_forgotten(&scene, &forgetful, &complete, &target) {
                    continue;
                }
                let own = scene.answer(&complete, &target);
                prop_assert_eq!(
                    own, answer, "without {}\n{}\ncompleted {}", listed(&forgotten),
                    scene.told(&forgetful, &target), scene.told(&complete, &target)
                );
            }
        }
    }

    #[test]
    fn completions_that_agree_on_what_is_missing_agree_on_the_answer(mut scene in scenes()) {
        let mut choices = scene.choices.fork();
        let forgotten = some_paths(&mut scene, 5);
        let forgetful = without(&scene.dossier, &forgotten);
        for target in scene.targets() {
            let verdict = scene.verdict(&forgetful, &target);
            if verdict.outcome != Outcome::Undetermined {
                prop_assert!(verdict.missing.is_empty());
                continue;
            }
            prop_assert!(!verdict.missing.is_empty(), "{}", scene.told(&forgetful, &target));
            for path in &verdict.missing {
                prop_assert!(forgotten.contains(path), "{path} is known: {}", scene.told(&forgetful, &target));
            }
            let others: Vec<FactPath> =
                forgotten.iter().copied().filter(|path| !verdict.missing.contains(path)).collect();
            for _ in 0..6 {
                let one = completion(&scene, &mut choices, &forgotten);
                let mut other = one.clone();
                make_up(&scene, &mut choices, &mut other, &others);
                if [&one, &other].iter().any(|whole| held_by_forgotten(&scene, &forgetful, whole, &target)) {
                    continue;
                }
                prop_assert_eq!(
                    scene.answer(&one, &target), scene.answer(&other, &target),
                    "without {}, missing {}\n{}\none {}\nother {}", listed(&forgotten), listed(&verdict.missing),
                    scene.told(&forgetful, &target), scene.told(&one, &target), scene.told(&other, &target)
                );
            }
        }
    }
}
