//! Reasons agree with decisions: the same verdict, and conditions that add up to what each route and the whole say.

use engine::{ConditionReason, RouteReasons, explain};
use model::dossier::Dossier;
use model::{Day, Outcome, Stage, Target, Truth};
use policy::condition::Condition;
use policy::rule::Test;
use proptest::prelude::*;

use crate::support::choices::cases;
use crate::support::forgetting::{some_paths, without};
use crate::support::scenes::{Scene, scenes};

/// What the shown conditions say together: the first present of no, unknown, refer, yes; what people still have to judge
/// is left out.
fn together(route: &RouteReasons<'_>) -> Truth {
    let filing = route.conditions.iter().filter(|one| one.stage() == Stage::Filing || one.by_finding);
    filing.fold(Truth::Yes, |all, one| all.and(one.holds))
}

/// Since when a route that is shown to hold has done so; none where the day of an honour or of a clock of it is not known.
fn since(route: &RouteReasons<'_>, all_known: bool) -> Option<Day> {
    let undated = |one: &ConditionReason<'_>| {
        let dated = match one.test() {
            Test::HonourList { .. } => true,
            Test::Condition(condition) => !all_known && matches!(condition, Condition::Work(_) | Condition::Bar(_)),
            Test::Heading => false,
        };
        dated && one.since.is_none() && !one.by_finding
    };
    let all = &route.conditions;
    (!all.iter().any(undated)).then(|| all.iter().filter_map(|one| one.since).max().unwrap_or(Day::FIRST))
}

fn routes_add_up(scene: &Scene, dossier: &Dossier, target: &Target) -> Result<(), TestCaseError> {
    let all_known = *dossier == scene.dossier;
    let facts = scene.facts(dossier, scene.as_of);
    let explained = explain(&facts, target);
    let verdict = engine::decide(&facts, target);
    prop_assert_eq!(&explained.verdict, &verdict, "{}", scene.told(dossier, target));
    for route in &explained.routes {
        let fits = match together(route) {
            Truth::Yes => route.outcome == Outcome::Eligible,
            Truth::Refer => route.outcome == Outcome::Referred,
            // Every completion may say the same although a condition, looked at alone, is open.
            Truth::Unknown => true,
            Truth::No => match route.outcome {
                Outcome::NotYet | Outcome::NotEligible => true,
                // What fails today may be cured, and what is not known then decides.
                Outcome::Undetermined => !all_known,
                _ => false,
            },
        };
        let shown: Vec<String> = route
            .conditions
            .iter()
            .map(|one| format!("{}={:?}", scene.policy.clause(one.clause()).map_or("", |c| c.id.as_str()), one.holds))
            .collect();
        prop_assert!(
            fits,
            "route {} is {}, but {shown:?}\n{}",
            route.route.id,
            route.outcome,
            scene.told(dossier, target)
        );
        for one in &route.conditions {
            prop_assert!(one.from.is_none_or(|day| one.holds == Truth::No && day > scene.as_of));
            prop_assert!(one.since.is_none_or(|day| one.holds == Truth::Yes && day <= scene.as_of));
        }
        if route.outcome == Outcome::NotYet {
            // Where facts are missing, the day of one condition may be open, and a later one decides.
            let cured = |one: &ConditionReason<'_>| one.holds != Truth::No || one.from.is_some();
            prop_assert!(
                if all_known { route.conditions.iter().all(cured) } else { route.conditions.iter().any(cured) },
                "route {} is not-yet, but {shown:?}\n{}",
                route.route.id,
                scene.told(dossier, target)
            );
        }
    }
    if verdict.outcome == Outcome::Eligible {
        let holding: Vec<_> = explained.routes.iter().filter(|route| together(route) == Truth::Yes).collect();
        let days: Vec<_> = holding.iter().map(|route| since(route, all_known)).collect();
        let expected = days.iter().flatten().map(|day| (*day).max(scene.policy.effective)).min();
        if all_known || days.iter().all(Option::is_some) {
            prop_assert_eq!(verdict.earliest, expected, "{}", scene.told(dossier, target));
        }
        prop_assert!(expected.is_none() || verdict.earliest.is_some_and(|day| Some(day) <= expected));
        let effect = verdict.route.map(|route| explained.routes[route].route.effect);
        prop_assert!(effect.is_none() || effect == verdict.effect, "{}", scene.told(dossier, target));
    }
    Ok(())
}

/// The decision that the routes' own answers add up to.
fn best(routes: &[RouteReasons<'_>]) -> Outcome {
    let order = [Outcome::Eligible, Outcome::Undetermined, Outcome::Referred, Outcome::NotYet];
    let present = |outcome: &Outcome| routes.iter().any(|route| route.outcome == *outcome);
    order.into_iter().find(present).unwrap_or(Outcome::NotEligible)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn reasons_agree_where_all_is_known(scene in scenes()) {
        for target in scene.targets() {
            routes_add_up(&scene, &scene.dossier, &target)?;
            let facts = scene.facts(&scene.dossier, scene.as_of);
            let explained = explain(&facts, &target);
            let outcome = explained.verdict.outcome;
            if !matches!(outcome, Outcome::Held | Outcome::NotGoverned) {
                prop_assert_eq!(best(&explained.routes), outcome, "{}", scene.told(&scene.dossier, &target));
            }
        }
    }

    #[test]
    fn reasons_agree_where_facts_are_missing(mut scene in scenes()) {
        let forgotten = some_paths(&mut scene, 6);
        let forgetful = without(&scene.dossier, &forgotten);
        for target in scene.targets() {
            routes_add_up(&scene, &forgetful, &target)?;
        }
    }
}
