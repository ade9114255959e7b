//! Plans with missing facts: a day that is planned holds whatever they are, what isn't asked for changes no day, and hardly
//! anything is asked for that changes none.

use engine::plan::{LevelPlan, Plan};
use engine::timeline::Standing;
use model::dossier::{Dossier, Field};
use model::paths::FactPath;
use model::words::Word;
use model::{AwardLag, Series};
use proptest::prelude::*;

use crate::earliest::without_end;
use crate::plan::{LAGS, is_included, lags, levels, plan, planned};
use crate::support::choices::{Choices, cases};
use crate::support::forgetting::{completion, some_paths, without};
use crate::support::scenes::Scene;
use crate::support::scenes::scenes;

const BOTH: [Standing; 2] = [Standing::Yes, Standing::Refer];

/// A scene under rules that never end, some facts that it forgets, and the plan without them.
fn forgetful(mut scene: Scene, lag: AwardLag, most: usize) -> (Scene, Vec<FactPath>, Plan) {
    scene.policy = without_end(scene.policy);
    let paths = some_paths(&mut scene, most);
    let unknown = Scene { dossier: without(&scene.dossier, &paths), ..scene.clone() };
    let guarded = plan(&unknown, &levels(&scene), lag);
    (scene, paths, guarded)
}

/// The plan of somebody else in the scene.
fn plan_of(scene: &Scene, dossier: &Dossier, lag: AwardLag) -> Plan {
    plan(&Scene { dossier: dossier.clone(), ..scene.clone() }, &levels(scene), lag)
}

fn held_or_within(level: &LevelPlan) -> bool {
    level.held || level.within.is_some()
}

/// A level of which nothing is asked is planned the same whatever the missing facts are.
fn nothing_asked_changes_nothing(scene: Scene, lag: AwardLag) -> Result<(), TestCaseError> {
    let (scene, paths, guarded) = forgetful(scene, lag, 4);
    let targets = levels(&scene);
    let mut choices = scene.choices.clone().fork();
    for _ in 0..4 {
        let complete = completion(&scene, &mut choices, &paths);
        let full = plan_of(&scene, &complete, lag);
        for (i, target) in targets.iter().enumerate() {
            let (asked, level) = (&guarded.levels[i], &full.levels[i]);
            if !asked.missing.is_empty() || held_or_within(asked) || held_or_within(level) {
                continue;
            }
            for least in BOTH {
                let (day, same) = (planned(&guarded, i, least), planned(&full, i, least));
                let included = day.is_some_and(|day| is_included(&full, &targets, i, day, least));
                prop_assert!(
                    day == same || included,
                    "{same:?} {least:?} {day:?} without {paths:?}: {}",
                    scene.told(&complete, target)
                );
            }
        }
    }
    Ok(())
}

/// A day that is planned although facts are missing holds whatever they are.
fn what_is_planned_holds(scene: Scene, lag: AwardLag) -> Result<(), TestCaseError> {
    let (scene, paths, guarded) = forgetful(scene, lag, 4);
    let targets = levels(&scene);
    let mut choices = scene.choices.clone().fork();
    for _ in 0..4 {
        let complete = completion(&scene, &mut choices, &paths);
        let full = plan_of(&scene, &complete, lag);
        for (i, target) in targets.iter().enumerate() {
            for least in BOTH {
                let Some(day) = planned(&guarded, i, least) else { continue };
                let included = held_or_within(&full.levels[i]) || is_included(&full, &targets, i, day, least);
                let same = planned(&full, i, least).is_some_and(|sooner| sooner <= day);
                prop_assert!(
                    same || included,
                    "{:?} {least:?} {day} without {paths:?}: {}",
                    planned(&full, i, least),
                    scene.told(&complete, target)
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn what_no_plan_asks_for_changes_no_day(scene in scenes(), lag in lags()) {
        nothing_asked_changes_nothing(scene, lag)?;
    }

    #[test]
    fn what_is_planned_with_missing_facts_holds_for_every_completion(scene in scenes(), lag in lags()) {
        what_is_planned_holds(scene, lag)?;
    }
}

/// Many values of one forgotten fact: made-up ones, each field, and each occupation that the dossier names.
fn many_values(scene: &Scene, choices: &mut Choices, path: FactPath) -> Vec<Dossier> {
    let mut people: Vec<Dossier> = (0..40).map(|_| completion(scene, choices, &[path])).collect();
    let dossier = &scene.dossier;
    let with = |change: &dyn Fn(&mut Dossier)| {
        let mut person = dossier.clone();
        change(&mut person);
        person
    };
    match path {
        FactPath::Field => people.extend(
            Series::ALL.iter().map(|series| with(&|person| person.employment.field = Some(Field::Of(*series)))),
        ),
        FactPath::Occupation => {
            let skills = dossier.skills.iter().flatten().filter_map(|skill| skill.occupation.clone());
            let work = dossier.work.iter().flatten().filter_map(|work| work.occupation.clone());
            let diplomas = dossier.education.iter().flatten().filter_map(|diploma| diploma.relevant_to.clone());
            let named = skills.chain(work).chain(diplomas.flatten());
            people.extend(named.map(|name| with(&|person| person.employment.occupation = Some(name.clone()))));
        }
        _ => {}
    }
    people
}

/// The most levels of a hundred of which the one missing fact is asked, though none of the values tried changes anything.
const MOST_ASKED_FOR_NOTHING: usize = 3;

/// The best course of a plan may take one value of a fact on one step and another on a later one, so now and then a fact is
/// asked for that changes nothing. Values that were not tried count as such too.
#[test]
fn hardly_anything_is_asked_for_nothing() {
    let (mut asked, mut idle) = (0, 0);
    for seed in 0..600 {
        let scene = Scene::from(Choices::seeded(seed * 7_919 + 13));
        let lag = AwardLag::parse(LAGS[usize::try_from(seed).unwrap() % LAGS.len()]).unwrap();
        let (scene, paths, guarded) = forgetful(scene, lag, 1);
        let mut open: Vec<usize> =
            (0..guarded.levels.len()).filter(|i| !guarded.levels[*i].missing.is_empty()).collect();
        asked += open.len();
        for person in many_values(&scene, &mut scene.choices.clone().fork(), paths[0]) {
            if open.is_empty() {
                break;
            }
            let full = plan_of(&scene, &person, lag);
            open.retain(|i| {
                held_or_within(&full.levels[*i]) == held_or_within(&guarded.levels[*i])
                    && BOTH.iter().all(|least| planned(&guarded, *i, *least) == planned(&full, *i, *least))
            });
        }
        idle += open.len();
    }
    assert!(asked > 300, "{asked} levels are too few to tell");
    assert!(idle * 100 <= asked * MOST_ASKED_FOR_NOTHING, "of {asked} levels {idle} are asked about for nothing");
}
