//! Very large dossiers are answered without panic and within the bounds that the engine names.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use engine::{LARGEST_DIAGRAM, explain};
use model::dossier::{Dossier, End, Honour, Sanction, Skill, Title, Work};
use model::{Day, Outcome, SanctionKind, SkillLevel, Target, TitleTier};
use policy::Policy;
use policy::rule::{Governed, Level};

use crate::support::choices::Choices;
use crate::support::packs::packs;
use crate::support::records;
use crate::support::scenes::Scene;

/// A scene of each policy with rules of its own.
fn places() -> Vec<Scene> {
    let scene = |policy: &'static Policy| {
        let scenes = (0..60).map(|seed| Scene::of(Choices::seeded(seed), policy));
        scenes.into_iter().find(|one| policy.in_force_on(one.as_of) && one.as_of.year() > 2020).expect("a day in force")
    };
    packs().policies.iter().filter(|policy| policy.chain.is_empty()).map(scene).collect()
}

/// Every target of one series is decided and explained, and both agree.
fn answered(scene: &Scene, dossier: &Dossier) {
    const { assert!(LARGEST_DIAGRAM > 0) };
    let facts = scene.facts(dossier, scene.as_of);
    let series = scene.vocabulary.series.first();
    for target in scene.targets() {
        if matches!(&target, Target::Title { series: own, .. } if Some(own) != series) {
            continue;
        }
        let verdict = engine::decide(&facts, &target);
        assert_eq!(explain(&facts, &target).verdict, verdict);
        assert_eq!(verdict.outcome == Outcome::Undetermined, !verdict.missing.is_empty());
    }
}

#[test]
fn ten_thousand_honours_are_answered() {
    for scene in places() {
        let mut choices = Choices::seeded(1);
        let mut dossier = scene.dossier.clone();
        dossier.findings.clear();
        dossier.honours =
            Some((0..10_000).map(|_| records::honour(&mut choices, &scene.vocabulary, scene.as_of)).collect());
        answered(&scene, &dossier);
        dossier.honours.iter_mut().flatten().for_each(|honour| honour.name = None);
        answered(&scene, &dossier);
    }
}

#[test]
fn twenty_thousand_records_are_answered() {
    for scene in places() {
        let mut choices = Choices::seeded(2);
        let (of, as_of) = (&scene.vocabulary, scene.as_of);
        let mut dossier = scene.dossier.clone();
        dossier.findings.clear();
        dossier.skills = Some((0..4_000).map(|_| records::skill(&mut choices, of, as_of)).collect());
        dossier.titles = Some((0..4_000).map(|_| records::title(&mut choices, of, as_of)).collect());
        dossier.work = Some((0..4_000).map(|_| records::work(&mut choices, of, as_of)).collect());
        dossier.honours = Some((0..4_000).map(|_| records::honour(&mut choices, of, as_of)).collect());
        dossier.sanctions = Some((0..4_000).map(|_| records::sanction(&mut choices, as_of)).collect());
        answered(&scene, &dossier);
    }
}

#[test]
fn twenty_thousand_names_of_occupations_are_answered() {
    for scene in places() {
        let mut dossier = scene.dossier.clone();
        let from = Day::parse("2001-02-03").ok();
        let work =
            |i: u32| Work { occupation: Some(format!("工种{i}")), from, to: Some(End::GoingOn), skilled: true };
        dossier.work = Some((0..20_000).map(work).collect());
        answered(&scene, &dossier);
        dossier.employment.occupation = None;
        answered(&scene, &dossier);
    }
}

#[test]
fn thousands_of_unknown_records_are_answered() {
    for scene in places() {
        let empty = Dossier { findings: std::collections::BTreeMap::new(), ..scene.dossier.clone() };
        let levels = [Some(SkillLevel::Technician), None];
        let skills = |count: usize| (0..count).map(|i| Skill { level: levels[i % 2], ..Skill::default() }).collect();
        let titles = |count: usize| {
            (0..count).map(|i| Title { tier: (i % 2 == 0).then_some(TitleTier::Senior), ..Title::default() }).collect()
        };
        let honours = |count: usize| (0..count).map(|_| Honour::default()).collect();
        let work = |count: usize| (0..count).map(|_| Work::default()).collect();
        let sanctions = |count: usize| (0..count).map(|_| Sanction { kind: SanctionKind::Fraud, date: None }).collect();
        answered(&scene, &Dossier { skills: Some(skills(3_000)), ..empty.clone() });
        answered(&scene, &Dossier { titles: Some(titles(3_000)), ..empty.clone() });
        answered(&scene, &Dossier { work: Some(work(3_000)), ..empty.clone() });
        answered(&scene, &Dossier { honours: Some(honours(3_000)), ..empty.clone() });
        answered(&scene, &Dossier { sanctions: Some(sanctions(3_000)), ..empty.clone() });
        answered(
            &scene,
            &Dossier {
                skills: Some(skills(1_000)),
                titles: Some(titles(1_000)),
                work: Some(work(1_000)),
                honours: Some(honours(1_000)),
                sanctions: Some(sanctions(1_000)),
                ..Dossier::default()
            },
        );
    }
}

/// The people of whom least is known: nothing at all, and only that there are records.
fn unknown_people() -> [Dossier; 3] {
    let records = Dossier {
        skills: Some(vec![Skill::default()]),
        titles: Some(vec![Title::default()]),
        work: Some(vec![Work::default()]),
        honours: Some(vec![Honour::default()]),
        ..Dossier::default()
    };
    let two = Dossier {
        skills: Some(vec![Skill::default(), Skill::default()]),
        work: Some(vec![Work::default(), Work::default()]),
        ..records.clone()
    };
    [Dossier::default(), records, two]
}

#[test]
fn a_person_of_whom_nothing_is_known_is_answered_at_once() {
    for scene in places() {
        for (number, dossier) in unknown_people().iter().enumerate() {
            let facts = scene.facts(dossier, scene.as_of);
            let mut slowest = (Duration::ZERO, String::new());
            for target in scene.policy.governed.iter().flat_map(targets) {
                let quickest = |answer: &dyn Fn() -> Outcome| {
                    let time = |_| {
                        let begin = busy();
                        assert_ne!(answer(), Outcome::Eligible);
                        busy().saturating_sub(begin)
                    };
                    (0..if cfg!(debug_assertions) { 1 } else { 3 }).map(time).min().unwrap_or_default()
                };
                let decided = quickest(&|| engine::decide(&facts, &target).outcome);
                let explained = quickest(&|| explain(&facts, &target).verdict.outcome);
                slowest = slowest.max((explained, target.to_string()));
                if std::env::var("DBG").is_err() {
                    println!(
                        "{} person {number} {target}: decided {decided:?}, explained {explained:?}",
                        scene.policy.id
                    );
                }
            }
            let most = if cfg!(debug_assertions) { 4_000 } else { 100_000 };
            assert!(slowest.0 < Duration::from_millis(most), "{} took {:?}", slowest.1, slowest.0);
        }
    }
}

fn targets(governed: &Governed) -> Vec<Target> {
    match governed.level {
        Level::Title(tier) => governed.series.iter().map(|series| Target::Title { tier, series: *series }).collect(),
        Level::Skill(level) => vec![Target::Skill { level, occupation: None }],
    }
}

/// How long this thread has been busy; the machine may do other things beside.
fn busy() -> Duration {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let busy = times.split_whitespace().next().and_then(|time| time.parse().ok());
    busy.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);
