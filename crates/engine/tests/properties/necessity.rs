//! What is asked for matters: two completions that differ in that fact alone have different answers.

use model::Outcome;
use model::dossier::Dossier;
use model::paths::FactPath;

use crate::support::choices::Choices;
use crate::support::forgetting::{completion, held_by_forgotten, make_up, some_paths, without};
use crate::support::scenes::Scene;

/// How many people are tried.
const PEOPLE: u64 = 400;
/// How many completions of the other facts are tried for each fact asked for, with how many values of it.
const COMPLETIONS: usize = 200;
const VALUES: usize = 14;

/// What was found out about a fact that is asked for.
#[derive(PartialEq, Eq)]
enum Found {
    /// Two completions differ in it alone and have different answers.
    Matters,
    /// No such pair was found.
    Idle,
    /// Too many completions are held by a record that is not stated, which says nothing.
    Unjudged,
}

/// Looks for completions that differ in `path` alone and have different answers.
fn matters(
    scene: &Scene,
    choices: &mut Choices,
    forgetful: &Dossier,
    forgotten: &[FactPath],
    path: FactPath,
    target: &model::Target,
) -> Found {
    let (mut tried, mut passed_over) = (0, 0);
    for _ in 0..COMPLETIONS {
        let base = completion(scene, choices, forgotten);
        let mut first = None;
        for _ in 0..VALUES {
            let mut other = base.clone();
            make_up(scene, choices, &mut other, &[path]);
            tried += 1;
            if held_by_forgotten(scene, forgetful, &other, target) {
                passed_over += 1;
                continue;
            }
            let answer = scene.answer(&other, target);
            if *first.get_or_insert(answer) != answer {
                return Found::Matters;
            }
        }
    }
    if passed_over * 3 > tried { Found::Unjudged } else { Found::Idle }
}

#[test]
fn what_is_asked_for_matters() {
    let people = PEOPLE * std::env::var("PROPERTY_TIMES").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let first: u64 = std::env::var("PROPERTY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(2026);
    let (mut asked, mut idle) = (0_usize, Vec::new());
    for number in 0..people {
        let mut scene = Scene::from(Choices::seeded(first.wrapping_mul(1_000_003).wrapping_add(number)));
        let mut choices = scene.choices.fork();
        let forgotten = some_paths(&mut scene, 3);
        let forgetful = without(&scene.dossier, &forgotten);
        for target in scene.targets() {
            let verdict = scene.verdict(&forgetful, &target);
            if verdict.outcome != Outcome::Undetermined {
                continue;
            }
            for path in &verdict.missing {
                let found = matters(&scene, &mut choices, &forgetful, &forgotten, *path, &target);
                asked += usize::from(found != Found::Unjudged);
                if found == Found::Idle {
                    let all: Vec<String> = verdict.missing.iter().map(ToString::to_string).collect();
                    idle.push(format!("{path} of {}: {}", all.join(" "), scene.told(&forgetful, &target)));
                }
            }
        }
    }
    println!("{asked} facts asked for; for {} no pair of completions was found", idle.len());
    idle.iter().for_each(|one| println!("{one}"));
    assert!(asked > 200, "the people are too ordinary: {asked}");
    assert!(idle.len() * 50 <= asked, "{} of {asked} facts asked for seem to change nothing", idle.len());
}
