//! The answer over all completions equals the plain one wherever nothing is missing.
use proptest::prelude::*;

use super::*;
use crate::decide::{routes, wanted};
use support::choices::cases;
use support::scenes::{Scene, scenes};

#[path = "../tests/support/mod.rs"]
mod support;

fn plain(facts: &Facts<'_>, governed: &Governed, target: &model::Target) -> (Answer, Vec<Option<Answer>>) {
    let known: Vec<Timeline> =
        routes(facts, governed, target).into_iter().map(|one| one.expect("all is known").line).collect();
    let line = known.iter().fold(Timeline::always(Standing::No), |line, one| line.join(one));
    let inside = inside(facts, wanted(target)).expect("the employer and the specialty are known");
    let held = held_above(facts, wanted(target)).expect("the occupation is known");
    let alone = known.iter().map(|line| Some(Answer::of(line, facts.as_of))).collect();
    let answer = match (inside, held) {
        (false, _) => Answer::NotGoverned,
        (true, true) => Answer::Held,
        (true, false) => Answer::of(&line, facts.as_of),
    };
    (answer, alone)
}

fn same(scene: &Scene) -> Result<(), TestCaseError> {
    let facts = scene.facts(&scene.dossier, scene.as_of);
    for target in scene.targets() {
        let Some(governed) = crate::governed(scene.policy, &target, scene.as_of) else { continue };
        let completed = complete(&facts, governed, wanted(&target));
        let (answer, alone) = plain(&facts, governed, &target);
        prop_assert_eq!(completed.answer, Some(answer), "{}", scene.told(&scene.dossier, &target));
        prop_assert!(completed.missing.is_empty());
        prop_assert_eq!(completed.routes, alone, "{}", scene.told(&scene.dossier, &target));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn completions_of_what_is_known_say_what_is_known(scene in scenes()) {
        same(&scene)?;
    }
}
