//! The interview: asking until it stops gives every answer that the whole dossier gives, and nothing is asked twice.

use std::collections::BTreeSet;

use engine::ask::{Asked, Standing, ask};
use model::Dossier;
use model::paths::FactPath;
use proptest::prelude::*;

use crate::support::answering::{Place, interview};
use crate::support::choices::cases;
use crate::support::forgetting::{admissible, completion, held_by_forgotten, some_paths, without};
use crate::support::packs::packs;
use crate::support::scenes::{Scene, compared, scenes};

/// Some facts to forget whose own values are such as a completion may have.
fn forgotten_ones(scene: &mut Scene, most: usize) -> Vec<FactPath> {
    let some = some_paths(scene, most);
    some.into_iter().filter(|path| admissible(scene, *path)).collect()
}

fn once(asked: &[FactPath]) -> bool {
    asked.iter().collect::<BTreeSet<_>>().len() == asked.len()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn asking_until_it_stops_gives_the_answers_of_the_whole_dossier(mut scene in scenes()) {
        let forgotten = forgotten_ones(&mut scene, 8);
        let forgetful = without(&scene.dossier, &forgotten);
        let targets = scene.targets();
        let places = vec![(scene.policy, targets.clone())];
        let place = Place { places, standards: &scene.standards, as_of: scene.as_of };
        let held = interview(&scene.dossier, &forgetful, &place);
        prop_assert!(held.unknown.is_empty(), "{:?} cannot be stated", held.unknown);
        prop_assert!(once(&held.asked), "{:?}", held.asked);
        prop_assert!(held.asked.iter().all(|path| forgotten.contains(path)), "{:?}", held.asked);
        for (target, standing) in targets.iter().zip(held.end.standings.iter().flatten()) {
            prop_assert!(matches!(standing, Standing::Settled(_)), "{}", scene.told(&held.dossier, target));
            prop_assert_eq!(standing.verdict(), &scene.verdict(&held.dossier, target));
            if held_by_forgotten(&scene, &held.dossier, &scene.dossier, target) {
                continue;
            }
            prop_assert_eq!(
                compared(standing.verdict()), scene.answer(&scene.dossier, target),
                "asked {:?}\n{}\nwhole {}", held.asked, scene.told(&held.dossier, target), scene.told(&scene.dossier, target)
            );
        }
    }

    #[test]
    fn every_question_is_about_a_fact_that_decides_what_it_says(mut scene in scenes()) {
        let forgotten = some_paths(&mut scene, 8);
        let forgetful = without(&scene.dossier, &forgotten);
        let targets = scene.targets();
        let facts = scene.facts(&forgetful, scene.as_of);
        let asking = ask(&[Asked { facts: &facts, targets: &targets }], &BTreeSet::new());
        let mut decided: Vec<BTreeSet<FactPath>> = vec![BTreeSet::new(); targets.len()];
        for question in &asking.questions {
            prop_assert!(!question.decides.is_empty());
            for seat in &question.decides {
                decided[seat.target].insert(question.path);
            }
        }
        for (target, decided) in targets.iter().zip(decided) {
            let missing: BTreeSet<FactPath> = scene.verdict(&forgetful, target).missing.into_iter().collect();
            prop_assert_eq!(decided, missing, "{}", scene.told(&forgetful, target));
        }
    }

    /// What the person cannot state is not asked for, and where the interview then stops, the rest changes nothing.
    #[test]
    fn when_nothing_is_asked_any_more_no_answer_can_change(mut scene in scenes()) {
        let mut choices = scene.choices.fork();
        let mut forgotten = forgotten_ones(&mut scene, 6);
        let all = forgotten.clone();
        let unknown: BTreeSet<FactPath> = forgotten.split_off(forgotten.len() / 2).into_iter().collect();
        let forgetful = without(&scene.dossier, &all);
        let targets = scene.targets();
        let facts = scene.facts(&forgetful, scene.as_of);
        let asking = ask(&[Asked { facts: &facts, targets: &targets }], &unknown);
        let asked: Vec<FactPath> = asking.questions.iter().map(|question| question.path).collect();
        prop_assert!(asked.iter().all(|path| forgotten.contains(path)), "{:?} beside {:?}", asked, unknown);
        // What is not asked for changes nothing when it becomes known, but that a level may be held by it: that is decided on
        // what is known, so certificates and titles stay as they are.
        let is_held = |path: &FactPath| {
            matches!(path, FactPath::Skills | FactPath::Skill(..) | FactPath::Titles | FactPath::Title(..))
        };
        let idle: Vec<FactPath> =
            forgotten.iter().copied().filter(|path| !asked.contains(path) && !is_held(path)).collect();
        let unstated: Vec<FactPath> = all.iter().copied().filter(|path| !idle.contains(path)).collect();
        for _ in 0..3 {
            let told = without(&completion(&scene, &mut choices, &idle), &unstated);
            for (target, standing) in targets.iter().zip(asking.standings.iter().flatten()) {
                let verdict = scene.verdict(&told, target);
                prop_assert_eq!(
                    compared(&verdict), compared(standing.verdict()),
                    "asked {:?}, unknown {:?}\n{}\n{}", asked, unknown, scene.told(&forgetful, target), scene.told(&told, target)
                );
            }
        }
    }
}

#[test]
fn all_places_are_asked_about_together() {
    let scene = Scene::from(crate::support::choices::Choices::seeded(7));
    let policies = &packs().policies;
    let governed =
        |policy: &'static policy::Policy| policy.governed.iter().map(policy::rule::Governed::target).collect();
    let places: Vec<(&policy::Policy, Vec<model::Target>)> =
        policies.iter().map(|policy| (policy, governed(policy))).collect();
    let count = places.iter().map(|(_, targets)| targets.len()).sum::<usize>();
    let place = Place { places, standards: &scene.standards, as_of: scene.as_of };
    let held = interview(&scene.dossier, &Dossier::default(), &place);
    assert!(once(&held.asked));
    assert!(held.asked.len() >= 8, "{:?}", held.asked);
    assert!(held.end.questions.is_empty());
    assert_eq!(held.end.targets(), count);
}
