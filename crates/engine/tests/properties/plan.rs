//! The plan equals brute force: every day is stepped through, every level that opens is taken. And no other order, no waiting
//! and nothing left out leads anywhere earlier.

use engine::plan::{Plan, Planner, Road};
use engine::timeline::Standing;
use model::dossier::{Dossier, End, Skill, Title};
use model::words::Word;
use model::{Appointment, AwardLag, Day, Effect, Grade, Outcome, Target};
use proptest::prelude::*;

use crate::earliest::without_end;
use crate::support::choices::{Choices, cases};
use crate::support::packs::packs;
use crate::support::scenes::{Scene, scenes};

pub const LAGS: &[&str] = &["P0D", "P0D", "P1D", "P30D", "P6M", "P1Y"];

/// A level that somebody is granted.
#[derive(Clone)]
struct Granted {
    target: Target,
    day: Day,
    effect: Option<Effect>,
}

/// The person on a later day, written down independently of the planner.
fn on(scene: &Scene, day: Day, granted: &[Granted]) -> Dossier {
    let as_of = scene.as_of;
    let happened = |date: Option<Day>| date.is_none_or(|date| date <= as_of);
    let mut person = scene.dossier.clone();
    person.skills.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    person.titles.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    person.honours.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    person.sanctions.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    person.education.iter_mut().for_each(|list| list.retain(|one| happened(one.date)));
    if let Some(list) = &mut person.work {
        list.retain(|one| happened(one.from));
        for work in list.iter_mut().filter(|work| matches!(work.to, Some(End::On(last)) if last >= as_of)) {
            work.to = Some(End::GoingOn);
        }
    }
    person.reviews.retain(|year, _| *year <= as_of.year());
    for year in as_of.year()..day.year() {
        person.reviews.entry(year).or_insert(Grade::Pass);
        person.continuing_education.insert(year, 90);
    }
    for one in granted.iter().filter(|one| one.day <= day) {
        let date = Some(one.day);
        match &one.target {
            Target::Title { tier, series } => {
                let specialty = person.employment.specialty.clone();
                let title = Title { tier: Some(*tier), series: Some(*series), specialty, date, ..Title::default() };
                person.titles.get_or_insert_default().push(title);
            }
            Target::Skill { level, .. } => {
                let occupation = person.employment.occupation.clone();
                let skill = Skill { level: Some(*level), occupation, date, ..Skill::default() };
                person.skills.get_or_insert_default().push(skill);
            }
        }
        if one.effect == Some(Effect::EmployerAppointment) {
            person.employment.appointed_as = Appointment::parse(one.target.level());
        }
    }
    person
}

/// What opens for somebody on a day: for each target whether it is held, or by how it stands.
fn opens(outcome: Outcome, least: Standing) -> bool {
    outcome == Outcome::Eligible || least == Standing::Refer && outcome == Outcome::Referred
}

/// The effect of the route that opens a target; people may have left it open.
fn effect(scene: &Scene, target: &Target, verdict: &engine::Verdict) -> Option<Effect> {
    let governed = engine::governed(scene.policy, target, scene.policy.effective)?;
    verdict.effect.or_else(|| Some(governed.routes.get(verdict.route?)?.effect))
}

/// The first day on which each target opens, by stepping through all days up to a horizon.
fn brute_force(scene: &Scene, targets: &[Target], least: Standing, lag: AwardLag, horizon: i32) -> Vec<Option<Day>> {
    let mut found = vec![None; targets.len()];
    let mut granted: Vec<Granted> = Vec::new();
    for step in 0..=horizon {
        let day = scene.as_of.plus(step);
        loop {
            let person = on(scene, day, &granted);
            let mut again = false;
            let known = granted.len();
            for (target, found) in targets.iter().zip(&mut found) {
                if found.is_some() {
                    continue;
                }
                let verdict = scene.verdict_on(&person, target, day);
                if opens(verdict.outcome, least) {
                    *found = Some(day);
                    let effect = effect(scene, target, &verdict);
                    granted.push(Granted { target: target.clone(), day: lag.after(day), effect });
                }
            }
            again |= granted.iter().skip(known).any(|one| one.day <= day);
            if !again {
                break;
            }
        }
    }
    found
}

/// The levels of the scene's policy.
pub fn levels(scene: &Scene) -> Vec<Target> {
    scene.policy.governed.iter().map(policy::rule::Governed::target).collect()
}

pub fn plan(scene: &Scene, targets: &[Target], lag: AwardLag) -> Plan {
    let roads = [Road::new(vec![scene.policy])];
    let planner = Planner {
        roads: &roads,
        national: &packs().national,
        standards: &scene.standards,
        dossier: &scene.dossier,
        as_of: scene.as_of,
        lag,
        targets,
        asks: true,
    };
    planner.plan()
}

/// The day that a plan gives for a level: by rules alone, or also where people decide.
pub fn planned(plan: &Plan, i: usize, least: Standing) -> Option<Day> {
    let level = &plan.levels[i];
    let certain = level.certain.as_ref().and_then(|reach| reach.arrival()).map(|arrival| arrival.day);
    let decided = level.decided.as_ref().and_then(|reach| reach.arrival()).map(|arrival| arrival.day);
    match least {
        Standing::Yes => certain,
        _ if level.within.is_some() => None,
        _ => certain.into_iter().chain(decided).min(),
    }
}

/// The scene as if its policy never ended: a day past it is still given.
fn endless(mut scene: Scene) -> Scene {
    scene.policy = without_end(scene.policy);
    scene
}

fn agrees(scene: Scene, lag: AwardLag, horizon: i32) -> Result<(), TestCaseError> {
    let scene = endless(scene);
    let targets = levels(&scene);
    let plan = plan(&scene, &targets, lag);
    let last = scene.as_of.plus(horizon);
    for least in [Standing::Yes, Standing::Refer] {
        let brute = brute_force(&scene, &targets, least, lag, horizon);
        for (i, target) in targets.iter().enumerate() {
            let planned = planned(&plan, i, least).filter(|day| *day <= last);
            prop_assert_eq!(planned, brute[i], "{:?} {} lag {}", least, scene.told(&scene.dossier, target), lag);
        }
    }
    Ok(())
}

/// Somebody who looks only now and then, and takes or leaves what is open, is nowhere earlier than the plan.
fn nobody_is_earlier(scene: Scene, lag: AwardLag, choices: &mut Choices) -> Result<(), TestCaseError> {
    let scene = endless(scene);
    let targets = levels(&scene);
    let plan = plan(&scene, &targets, lag);
    let mut days: Vec<Day> = (0..14).map(|_| scene.as_of.plus(choices.between(0, 5_000))).collect();
    days.extend(plan.levels.iter().enumerate().filter_map(|(i, _)| planned(&plan, i, Standing::Yes)));
    days.sort_unstable();
    for least in [Standing::Yes, Standing::Refer] {
        let mut granted: Vec<Granted> = Vec::new();
        for day in &days {
            let person = on(&scene, *day, &granted);
            for (i, target) in targets.iter().enumerate() {
                let verdict = scene.verdict_on(&person, target, *day);
                if !opens(verdict.outcome, least) {
                    continue;
                }
                let earlier = planned(&plan, i, least).is_some_and(|planned| planned <= *day);
                let included = plan.levels[i].within.is_some() || is_included(&plan, &targets, i, *day, least);
                prop_assert!(earlier || included, "{day} {least:?} {} lag {lag}", scene.told(&scene.dossier, target));
                if choices.once_in(2) {
                    let effect = effect(&scene, target, &verdict);
                    granted.push(Granted { target: target.clone(), day: lag.after(*day), effect });
                }
            }
        }
    }
    Ok(())
}

/// Whether the plan has a higher level of the same track by the day.
pub fn is_included(plan: &Plan, targets: &[Target], i: usize, day: Day, least: Standing) -> bool {
    let above = targets.iter().enumerate().skip(i + 1).filter(|(_, other)| other.track() == targets[i].track());
    above.filter_map(|(above, _)| planned(plan, above, least)).any(|planned| planned <= day)
}

pub fn lags() -> impl Strategy<Value = AwardLag> {
    prop::sample::select(LAGS).prop_map(|text| AwardLag::parse(text).expect("a lag"))
}

proptest! {
    #![proptest_config(cases(700))]

    #[test]
    fn the_plan_is_what_stepping_through_days_finds(scene in scenes(), lag in lags()) {
        agrees(scene, lag, 70)?;
    }

    #[test]
    fn no_other_order_is_earlier(mut scene in scenes(), lag in lags()) {
        let mut choices = scene.choices.fork();
        nobody_is_earlier(scene, lag, &mut choices)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..cases(60) })]

    #[test]
    fn the_plan_is_right_over_years(scene in scenes(), lag in lags()) {
        agrees(scene, lag, 1_900)?;
    }
}
