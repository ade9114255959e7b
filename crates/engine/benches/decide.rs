//! How fast decisions are: against rules written by hand for one document, and in absolute terms for explanations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench may stop at the first surprise")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use engine::{Facts, decide, explain};
use model::{Outcome, Standards, Target, TitleTier};
use policy::rule::Level;

use crate::examples::{Example, examples};
use crate::hand_written::Tables;

#[path = "../tests/support/examples.rs"]
mod examples;
mod hand_written;
#[path = "../tests/support/packs.rs"]
mod packs;

const TIERS: [TitleTier; 4] =
    [TitleTier::Assistant, TitleTier::Intermediate, TitleTier::DeputySenior, TitleTier::Senior];

/// The aims: not slower than so many times the yardstick; nanoseconds a target explained.
const AIM_RATIO: f64 = 15.0;
const AIM_NANOSECONDS: f64 = 500.0;

/// Whether every fact that a title can ask for is stated, so that the yardstick needs no completions.
fn complete(person: &Example) -> bool {
    let (dossier, year) = (&person.dossier, person.as_of.year());
    let employment = &dossier.employment;
    employment.status.is_some()
        && (year - 3..year).all(|reviewed| dossier.reviews.contains_key(&reviewed))
        && employment.employer.kind.is_some()
        && employment.field.is_some()
        && employment.frontline.is_some()
        && employment.skilled_post.is_some()
        && employment.appointed_as.is_some()
        && employment.occupation.is_some()
        && dossier.titles.as_ref().is_some_and(|all| all.iter().all(|t| t.tier.is_some() && t.series.is_some()))
        && dossier.sanctions.as_ref().is_some_and(|all| all.iter().all(|found| found.date.is_some()))
        && dossier.honours.as_ref().is_some_and(|all| all.iter().all(|honour| honour.name.is_some()))
        && dossier.work.as_ref().is_some_and(|all| {
            all.iter().all(|work| work.occupation.is_some() && work.from.is_some() && work.to.is_some())
        })
        && dossier.skills.as_ref().is_some_and(|all| {
            all.iter().all(|skill| skill.level.is_some() && skill.occupation.is_some() && skill.date.is_some())
        })
}

/// The yardstick has to be right before it is timed.
fn check_yardstick(tables: &Tables, people: &[&Example]) -> usize {
    let standards = Standards::default();
    let mut compared = 0;
    for person in people {
        let facts = Facts::new(person.policy, &packs::packs().national, &standards, &person.dossier, person.as_of);
        for tier in TIERS {
            let verdict = decide(&facts, &Target::Title { tier, series: model::Series::Engineering });
            if verdict.outcome == Outcome::Undetermined {
                continue;
            }
            let day = verdict.earliest.filter(|_| verdict.outcome == Outcome::NotYet);
            let own = hand_written::decide(tables, &person.dossier, tier, person.as_of);
            assert_eq!(own, (verdict.outcome, day), "{} {tier}", person.id);
            compared += 1;
        }
    }
    compared
}

/// The least time of one run of `work` in nanoseconds, over many short rounds.
fn least(mut work: impl FnMut()) -> f64 {
    let mut least = f64::MAX;
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(1_500) {
        let start = Instant::now();
        work();
        least = least.min(start.elapsed().as_secs_f64() * 1e9);
    }
    least
}

#[allow(clippy::cast_precision_loss, reason = "small counts")]
fn main() {
    let all = examples();
    let national = &packs::packs().national;
    let standards = Standards::default();
    let people: Vec<&Example> = all
        .iter()
        .filter(|one| one.policy.catalogue.is_some() && one.dossier.findings.is_empty() && complete(one))
        .filter(|one| one.policy.in_force_on(one.as_of))
        .collect();
    let policy = people.first().expect("there are examples").policy;
    let tables = Tables::of(policy, national);
    let compared = check_yardstick(&tables, &people);
    println!("the yardstick equals the engine on {compared} titles of {} worked examples", people.len());

    let titles = TIERS.map(|tier| Target::Title { tier, series: model::Series::Engineering });
    let targets: Vec<Target> = policy
        .governed
        .iter()
        .map(|governed| match governed.level {
            Level::Title(tier) => Target::Title { tier, series: model::Series::Engineering },
            Level::Skill(level) => Target::Skill { level, occupation: None },
        })
        .collect();
    let by_hand = || {
        for person in &people {
            for tier in TIERS {
                black_box(hand_written::decide(&tables, black_box(&person.dossier), tier, person.as_of));
            }
        }
    };
    let by_engine = || {
        for person in &people {
            let facts = Facts::new(policy, national, &standards, black_box(&person.dossier), person.as_of);
            for target in &titles {
                black_box(decide(&facts, target));
            }
        }
    };
    let explained = || {
        for person in &people {
            let facts = Facts::new(policy, national, &standards, black_box(&person.dossier), person.as_of);
            for target in &targets {
                black_box(explain(&facts, target));
            }
        }
    };
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .without_plots()
        .configure_from_args();
    criterion.bench_function("four titles by hand", |bencher| bencher.iter(by_hand));
    criterion.bench_function("four titles decided", |bencher| bencher.iter(by_engine));
    criterion.bench_function("all targets explained", |bencher| bencher.iter(explained));

    let count = people.len() as f64;
    let (hand, engine, reasons) = (least(by_hand) / count, least(by_engine) / count, least(explained) / count);
    let each = reasons / targets.len() as f64;
    let sign = |met: bool| if met { "met" } else { "missed" };
    println!("\n{:<44}{:>12}{:>10}", "of the fastest round, a person", "measured", "aim");
    println!("{:<44}{hand:>9.0} ns", "four titles by hand");
    println!("{:<44}{engine:>9.0} ns", "four titles decided, facts included");
    let ratio = engine / hand;
    println!("{:<44}{ratio:>11.1}×{AIM_RATIO:>9}×  {}", "  times the yardstick", sign(ratio <= AIM_RATIO));
    let met = sign(each <= AIM_NANOSECONDS);
    println!("{:<44}{each:>9.0} ns{AIM_NANOSECONDS:>7} ns  {met}", "explained with typed reasons, a target");
    criterion.final_summary();
}
