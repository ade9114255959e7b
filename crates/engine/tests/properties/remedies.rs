//! What would open a level: it does, nothing of it could be left out, and what a single fact would open is among it.

use std::collections::BTreeSet;

use engine::explain;
use engine::remedies::{Cure, Remedies, Remedy, remedies};
use model::dossier::Dossier;
use model::paths::FactPath;
use model::remedy::{Change, Label};
use model::{Day, Outcome, Target, Track};
use proptest::prelude::*;

use crate::earliest::{carried_on, without_end};
use crate::support::choices::{Choices, cases};
use crate::support::forgetting::{make_up, some_paths, without};
use crate::support::records;
use crate::support::scenes::{Scene, scenes};

fn of(scene: &Scene, dossier: &Dossier, target: &Target) -> Remedies {
    remedies(&scene.facts(dossier, scene.as_of), target)
}

/// The person with some of the changes, carrying on until a day.
fn person(scene: &Scene, remedy: &Remedy, changes: &[Cure], target: &Target, day: Day) -> Dossier {
    let some = Remedy { changes: changes.to_vec(), ..remedy.clone() };
    let dossier = some.applied_to(&scene.dossier, scene.policy, target, scene.as_of);
    carried_on(&Scene { dossier, ..scene.clone() }, day)
}

/// Whether all that a route leaves to people is among what the changes say is decided.
fn decided(scene: &Scene, dossier: &Dossier, target: &Target, day: Day, changes: &[Cure]) -> bool {
    let clauses: BTreeSet<&str> = changes
        .iter()
        .filter_map(|cure| if let Change::Decided(clause) = &cure.change { Some(clause.as_str()) } else { None })
        .collect();
    let facts = scene.facts(dossier, day);
    if scene.verdict_on(dossier, target, day).outcome == Outcome::NotGoverned {
        return false;
    }
    let id = |clause| scene.policy.clause(clause).map_or("", |clause| clause.id.as_str());
    explain(&facts, target).routes.iter().any(|route| {
        let mut left = route.conditions.iter().filter(|one| one.holds == model::Truth::Refer);
        route.outcome == Outcome::Referred && left.all(|one| clauses.contains(id(one.clause())))
    })
}

fn endless(mut scene: Scene) -> Scene {
    if scene.policy.in_force_on(scene.as_of) {
        scene.policy = without_end(scene.policy);
    }
    scene
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn every_set_opens_the_level_and_nothing_could_be_left_out(scene in scenes()) {
        let scene = endless(scene);
        for target in scene.targets() {
            let verdict = scene.verdict(&scene.dossier, &target);
            let found = of(&scene, &scene.dossier, &target);
            if matches!(verdict.outcome, Outcome::Held | Outcome::Eligible) {
                prop_assert!(found.sets.is_empty());
            }
            for remedy in &found.sets {
                if matches!(remedy.changes[0].change, Change::Expired(_)) {
                    continue;
                }
                let told = || format!("{remedy:#?}\n{}", scene.told(&scene.dossier, &target));
                let whole = person(&scene, remedy, &remedy.changes, &target, remedy.day);
                let outcome = scene.verdict_on(&whole, &target, remedy.day).outcome;
                let by_people = remedy.changes.iter().any(|cure| matches!(cure.change, Change::Decided(_)));
                let opens = outcome == Outcome::Eligible || by_people && outcome == Outcome::Referred;
                prop_assert!(opens, "{outcome} with {}", told());
                for i in 0..remedy.changes.len() {
                    let mut fewer = remedy.changes.clone();
                    let left_out = fewer.remove(i);
                    let day = if left_out.change.label() == Label::Wait { scene.as_of } else { remedy.day };
                    let less = person(&scene, remedy, &fewer, &target, day);
                    let outcome = scene.verdict_on(&less, &target, day).outcome;
                    prop_assert!(outcome != Outcome::Eligible, "open without {left_out:?}: {}", told());
                    prop_assert!(!decided(&scene, &less, &target, day, &fewer), "open without {left_out:?}: {}", told());
                }
                prop_assert!(remedy.changes.iter().all(|cure| !cure.clauses.is_empty()), "{}", told());
            }
        }
    }

    #[test]
    fn what_one_fact_would_open_is_found(scene in scenes()) {
        let mut choices = scene.choices.clone();
        for target in scene.targets() {
            let verdict = scene.verdict(&scene.dossier, &target);
            if matches!(verdict.outcome, Outcome::Held | Outcome::Eligible) {
                continue;
            }
            let found = of(&scene, &scene.dossier, &target);
            for (dossier, keys) in edits(&scene, &mut choices, target.track()) {
                if found.cut || scene.verdict(&dossier, &target).outcome != Outcome::Eligible {
                    continue;
                }
                let impossible = keys.is_empty() && !found.sets.is_empty();
                let single = |set: &Remedy| set.changes.len() == 1 && keys.contains(&set.changes[0].change.key());
                prop_assert!(
                    impossible || found.sets.iter().any(single),
                    "one of {keys:?} opens it, found {:#?}\nas {}\n{}",
                    found, serde_json::to_string(&dossier).unwrap(), scene.told(&scene.dossier, &target)
                );
            }
        }
    }

    #[test]
    fn what_is_not_stated_is_asked_for_and_no_failure(mut scene in scenes()) {
        let forgotten = some_paths(&mut scene, 4);
        let forgetful = without(&scene.dossier, &forgotten);
        for target in scene.targets() {
            let stated = scene.verdict(&scene.dossier, &target).outcome;
            let verdict = scene.verdict(&forgetful, &target).outcome;
            let found = of(&scene, &forgetful, &target);
            let states = |set: &Remedy| set.changes.iter().all(|cure| cure.change.label() == Label::State);
            if stated == Outcome::Eligible && verdict == Outcome::Undetermined && !found.cut {
                prop_assert!(found.sets.iter().any(states), "{found:#?}\n{}", scene.told(&forgetful, &target));
            }
            if verdict != Outcome::Undetermined {
                prop_assert!(!found.sets.iter().any(states), "{found:#?}\n{}", scene.told(&forgetful, &target));
            }
        }
    }
}

/// The person with one fact set to another value, and the kinds of changes that this is; none where nobody can change it.
fn edits(scene: &Scene, choices: &mut Choices, track: Track) -> Vec<(Dossier, Vec<&'static str>)> {
    let mut all: Vec<(Dossier, Vec<&'static str>)> = Vec::new();
    let mut paths = vec![
        (FactPath::Status, vec![]),
        (FactPath::EmployerKind, vec!["employer-kind"]),
        (FactPath::UpperLevel, vec!["upper-level"]),
        (FactPath::Field, vec!["field"]),
        (FactPath::Frontline, vec!["frontline"]),
        (FactPath::SkilledPost, vec!["skilled-post"]),
        (FactPath::AppointedAs, vec!["appointed"]),
    ];
    if track == Track::Title {
        paths.push((FactPath::Occupation, vec!["post-in"]));
    }
    let year = scene.as_of.year();
    paths.extend((year - 4..year).map(|year| (FactPath::Hours(year), vec!["hours"])));
    for (path, keys) in paths {
        for _ in 0..3 {
            let mut dossier = scene.dossier.clone();
            make_up(scene, choices, &mut dossier, &[path]);
            all.push((dossier, keys.clone()));
        }
    }
    let (of, as_of) = (&scene.vocabulary, scene.as_of);
    for _ in 0..6 {
        let mut dossier = scene.dossier.clone();
        let mut own = records::skill(choices, of, as_of);
        (own.date, own.revoked, own.kind) = (Some(as_of), false, None);
        own.occupation = dossier.employment.occupation.clone();
        dossier.skills.get_or_insert_default().push(own);
        all.push((dossier, vec!["certificate"]));
        let mut dossier = scene.dossier.clone();
        let mut own = records::title(choices, of, as_of);
        (own.date, own.revoked, own.specialty) = (Some(as_of), false, None);
        dossier.titles.get_or_insert_default().push(own);
        all.push((dossier, vec!["title"]));
        let mut dossier = scene.dossier.clone();
        let mut own = records::honour(choices, of, as_of);
        (own.date, own.revoked, own.until) = (Some(as_of), false, None);
        dossier.honours.get_or_insert_default().push(own);
        all.push((dossier, vec!["honour"]));
        let mut dossier = scene.dossier.clone();
        let mut own = records::diploma(choices, of, as_of);
        own.date = Some(as_of);
        own.relevant_to = Some(dossier.employment.occupation.iter().cloned().collect());
        dossier.education.get_or_insert_default().push(own);
        all.push((dossier, vec!["diploma"]));
    }
    for leaf in crate::support::vocabulary::leaves(scene.policy) {
        if let policy::rule::Test::Condition(policy::condition::Condition::ByFinding(_)) = leaf.test {
            let mut dossier = scene.dossier.clone();
            let id = scene.policy.clause(leaf.clause).expect("it cites a clause").id.clone();
            let was = dossier.findings.insert(id, true);
            all.push((dossier, if was == Some(false) { vec![] } else { vec!["found"] }));
        }
    }
    all
}
