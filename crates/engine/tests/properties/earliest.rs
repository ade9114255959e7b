//! `earliest` is the first day that opens a level when the person simply carries on, and there is none without one.

use std::sync::OnceLock;

use model::dossier::{Dossier, End};
use model::{Day, Grade, Outcome};
use policy::Policy;
use proptest::prelude::*;

use crate::support::choices::cases;
use crate::support::packs::packs;
use crate::support::scenes::{Scene, scenes};

/// The person on a later day: same post, work that goes on continues, reviews of the running and later years pass where
/// none is recorded, their hours are met, nothing that is dated after the first day has happened.
pub fn carried_on(scene: &Scene, day: Day) -> Dossier {
    let as_of = scene.as_of;
    let happened = |date: Option<Day>| date.is_none_or(|date| date <= as_of);
    let mut dossier = scene.dossier.clone();
    dossier.skills.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    dossier.titles.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    dossier.honours.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    dossier.sanctions.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    dossier.education.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    if let Some(list) = &mut dossier.work {
        list.retain(|one| happened(one.from));
        for work in list.iter_mut().filter(|work| matches!(work.to, Some(End::On(last)) if last >= as_of)) {
            work.to = Some(End::GoingOn);
        }
    }
    dossier.reviews.retain(|year, _| *year <= as_of.year());
    for year in as_of.year()..day.year() {
        dossier.reviews.entry(year).or_insert(Grade::Pass);
        dossier.continuing_education.insert(year, 90);
    }
    dossier
}

/// The same rules without a last day: a day past it is still given.
pub fn without_end(policy: &'static Policy) -> &'static Policy {
    static ENDLESS: OnceLock<Vec<Policy>> = OnceLock::new();
    let all = ENDLESS.get_or_init(|| {
        let mut all = packs().policies.clone();
        all.iter_mut().for_each(|policy| policy.expires = None);
        all
    });
    all.iter().find(|other| other.id == policy.id).expect("it is one of the packs")
}

fn opens(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Eligible | Outcome::Referred | Outcome::Held)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_level_opens_on_its_earliest_day_and_not_before(mut scene in scenes()) {
        if scene.policy.in_force_on(scene.as_of) {
            scene.policy = without_end(scene.policy);
        }
        for target in scene.targets() {
            let verdict = scene.verdict(&scene.dossier, &target);
            let on = |day: Day| scene.verdict_on(&carried_on(&scene, day), &target, day);
            match (verdict.outcome, verdict.earliest) {
                (Outcome::NotYet, Some(day)) => {
                    prop_assert!(day > scene.as_of);
                    prop_assert!(opens(on(day).outcome), "{day}: {:?} {}", on(day), scene.told(&scene.dossier, &target));
                    let before = on(day.previous());
                    prop_assert!(
                        day.previous() == scene.as_of || before.outcome == Outcome::NotYet && before.earliest == Some(day),
                        "{day} is not the first: {before:?} {}", scene.told(&scene.dossier, &target)
                    );
                }
                (Outcome::NotYet, None) => prop_assert!(false, "no day: {}", scene.told(&scene.dossier, &target)),
                (Outcome::NotEligible, _) => {
                    for step in (1..12 * 12).map(|month| month * 31 - 3).chain([1, 2, 30]) {
                        let later = on(scene.as_of.plus(step));
                        prop_assert_eq!(
                            later.outcome, Outcome::NotEligible, "{} {}",
                            scene.as_of.plus(step), scene.told(&scene.dossier, &target)
                        );
                    }
                }
                (Outcome::Eligible, Some(day)) => {
                    prop_assert!(day <= scene.as_of && day >= scene.policy.effective);
                }
                _ => {}
            }
        }
    }
}
