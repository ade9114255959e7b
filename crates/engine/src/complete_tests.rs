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

/// Runs with what is asked of somebody in one place of whom one period of work is known.
fn with_builder(see: impl FnOnce(&mut Builder<'_, '_>, &Governed)) {
    let dossier = r#"{"work":[{"occupation":"焊工","from":"2006-08-01","to":null}],"skills":[]}"#;
    let dossier = model::Dossier::read(dossier).expect("it is a dossier");
    let policy = support::packs::packs().named("shandong").expect("it is a place");
    let standards = model::Standards::default();
    let day = Day::parse("2026-11-21").expect("it is a day");
    let facts = Facts::new(policy, &support::packs::packs().national, &standards, &dossier, day);
    let governed = policy.governed.first().expect("it governs something");
    let mut builder = Builder::new(&facts, governed, wanted(&governed.target()));
    see(&mut builder, governed);
}

#[test]
fn looking_at_a_condition_counts_the_work_looked_at() {
    with_builder(|builder, governed| {
        let route = governed.routes.first().expect("there is a route");
        let mut all = Vec::new();
        route.rule.leaves(&mut |leaf| all.push(leaf));
        let count = all.len();
        assert!(count > 2);
        for leaf in all {
            let _ = builder.settle(leaf, Bound::default(), 0);
        }
        assert_eq!(builder.tried, 2 * count);
    });
}

#[test]
fn each_bound_is_kept() {
    with_builder(|builder, _| {
        builder.tried = MOST_RECORDS_TRIED;
        assert!(!builder.too_large());
        builder.tried += 1;
        assert!(builder.too_large());
    });
    with_builder(|builder, _| {
        let year = |count: usize| FactPath::Review(i16::try_from(count).expect("it is small"));
        builder.domains.extend((0..MOST_FACTS_ASKED).map(|i| (year(i), Rc::from(Vec::new()))));
        assert!(!builder.too_large());
        builder.domains.insert(year(MOST_FACTS_ASKED), Rc::from(Vec::new()));
        assert!(builder.too_large());
    });
    with_builder(|builder, _| {
        let first = Day::FIRST;
        let add = |builder: &mut Builder<'_, '_>, i: usize| {
            let day = first.plus(i32::try_from(i).expect("it is small"));
            builder.answers.end(Answer::NotYet(day));
        };
        builder.lines.end(Timeline::always(Standing::No));
        builder.lines.end(Timeline::always(Standing::Yes));
        (1..=LARGEST_DIAGRAM - 2).for_each(|i| add(builder, i));
        assert!(!builder.too_large());
        add(builder, LARGEST_DIAGRAM);
        assert!(builder.too_large());
    });
}
