//! How fast plans are: a full plan of one place against one decision, and the map against its plan, in one run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench may stop at the first surprise")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use engine::plan::{Planner, Road};
use engine::{Facts, decide};
use model::{AwardLag, Standards, Target};
use service::{Guantong, PlanAsk, cases, embedded_files};
use wording::Lang;

/// The aims: a plan within so many decisions' time, the map within one plan's time.
const AIM_PLAN: f64 = 100.0;
const AIM_MAP: f64 = 1.0;

/// The least time of `work` in microseconds for each one of several, over many rounds, together. The least is taken one by
/// one: a short piece of work often runs undisturbed where the machine is shared, a long round of them never does.
fn least<T>(all: &[T], mut work: impl FnMut(&T)) -> f64 {
    let mut least = vec![f64::MAX; all.len()];
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(1_000) {
        for (one, least) in all.iter().zip(&mut least) {
            let start = Instant::now();
            work(one);
            *least = least.min(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    least.iter().sum()
}

fn main() {
    let guantong = Guantong::embedded(Standards::default()).unwrap();
    let cases = cases::read(&embedded_files()).unwrap();
    println!(
        "| place | persons | one decision, facts included | the engine's plan | ratio | told as a document | the map |"
    );
    println!("|---|---|---|---|---|---|---|");
    let (mut worst_plan, mut worst_map) = (0.0_f64, 0.0_f64);
    for policy in &guantong.packs().policies {
        if !policy.chain.is_empty() {
            continue;
        }
        let own = |case: &&cases::Case| case.plan.is_some() && case.jurisdiction == policy.jurisdiction.key;
        let people: Vec<&cases::Case> = cases.iter().filter(own).collect();
        if people.is_empty() {
            continue;
        }
        let targets: Vec<Target> = policy.governed.iter().map(policy::rule::Governed::target).collect();
        let roads = [Road::new(vec![policy])];
        let national = &guantong.packs().national;
        let (count, decisions) = (people.len() as f64, (people.len() * targets.len()) as f64);
        let decided = least(&people, |person| {
            for target in &targets {
                let facts = Facts::new(policy, national, &person.standards, &person.dossier, person.as_of);
                black_box(decide(&facts, target));
            }
        }) / decisions;
        let planned = least(&people, |person| {
            let planner = Planner {
                roads: &roads,
                national,
                standards: &person.standards,
                dossier: &person.dossier,
                as_of: person.as_of,
                lag: AwardLag::default(),
                targets: &targets,
                asks: true,
            };
            black_box(planner.plan());
        }) / count;
        let ask = |person: &cases::Case| {
            let ask = PlanAsk {
                dossier: &person.dossier,
                jurisdiction: Some(&policy.jurisdiction.key),
                as_of: person.as_of,
                lag: AwardLag::default(),
                standards: Some(&person.standards),
                lang: Lang::Zh,
            };
            guantong.plan(&ask).unwrap()
        };
        let told = least(&people, |person| drop(black_box(ask(person)))) / count;
        let plans: Vec<_> = people.iter().map(|person| ask(person)).collect();
        let documents: Vec<_> = plans.iter().flat_map(|plan| plan.documents()).collect();
        let drawn = least(&documents, |plan| drop(black_box(map::svg(plan, Lang::Zh)))) / count;
        worst_plan = worst_plan.max(planned / decided);
        worst_map = worst_map.max(drawn / told);
        let (key, ratio) = (&policy.jurisdiction.key, planned / decided);
        println!("| {key} | {count} | {decided:.2} µs | {planned:.0} µs | {ratio:.0} | {told:.0} µs | {drawn:.0} µs |");
    }
    let met = |ratio: f64, aim: f64| if ratio <= aim { "met" } else { "MISSED" };
    println!("a plan: at most {worst_plan:.0} decisions' time (aim {AIM_PLAN}: {})", met(worst_plan, AIM_PLAN));
    println!("a map: at most {worst_map:.2} of its plan's time (aim {AIM_MAP}: {})", met(worst_map, AIM_MAP));
}
