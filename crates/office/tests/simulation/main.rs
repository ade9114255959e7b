//! A seeded simulation: people, offices, clocks, crashes, faults of the database and lost messages over the real office and store.
//!
//! Each seed is a world; the same seed at the same commit is the same world, record for record. `cargo xtask simulate --seed N`
//! plays one again and tells what happened in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a world that goes wrong stops"
)]

mod asked;
mod calendar;
mod chance;
mod checks;
mod legal;
mod living;
mod node;
mod nonsense;
mod people;
mod post;
mod probe;
mod sensible;
mod sitting;
#[path = "../support/mod.rs"]
mod support;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use world::{PLACES, World};

/// The seeds of the usual test.
const SEEDS: std::ops::Range<u64> = 0..200;

/// What a world came to.
#[derive(PartialEq, Eq, Debug)]
struct Report {
    root: store::Root,
    trace: Vec<String>,
    ends: Vec<&'static str>,
    counts: BTreeMap<String, usize>,
}

/// Plays one seed; where something does not hold it says how to play it again.
fn play(seed: u64, database: Option<String>) -> Report {
    let mut world = World::begin(seed, database);
    let played = catch_unwind(AssertUnwindSafe(|| {
        world.live();
        checks::all(&mut world)
    }));
    match played {
        Ok(ends) => {
            let report = Report {
                root: world.root(),
                trace: std::mem::take(&mut world.trace),
                ends,
                counts: std::mem::take(&mut world.counts),
            };
            world.end();
            report
        }
        Err(fault) => {
            for line in world.trace.iter().rev().take(25).rev() {
                eprintln!("{line}");
            }
            eprintln!("seed {seed} ({}) at commit {}: cargo xtask simulate --seed {seed}", world.place, commit());
            resume_unwind(fault);
        }
    }
}

fn commit() -> String {
    let told = Command::new("git").args(["rev-parse", "HEAD"]).output();
    told.ok().and_then(|told| String::from_utf8(told.stdout).ok()).unwrap_or_default().trim().to_owned()
}

/// Plays many seeds on all processors; what happened in all of them together.
fn play_all(seeds: std::ops::Range<u64>) -> BTreeMap<String, usize> {
    let next = AtomicU64::new(seeds.start);
    let total: Mutex<BTreeMap<String, usize>> = Mutex::default();
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return;
            }
            let report = play(seed, None);
            let mut total = total.lock().expect("totals");
            let place = PLACES[usize::try_from(seed % 7).unwrap_or(0)];
            for (what, times) in report.counts {
                *total.entry(what).or_default() += times;
            }
            for end in report.ends {
                *total.entry(format!("case {end}")).or_default() += 1;
                if end == "confirmed" || end == "recommended" {
                    *total.entry(format!("reached a result in {place}")).or_default() += 1;
                }
            }
            *total.entry("records".to_owned()).or_default() += usize::try_from(report.root.seq).unwrap_or(0);
        }
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().unwrap_or_else(|fault| resume_unwind(fault));
        }
    });
    total.into_inner().expect("totals")
}

#[test]
fn whatever_happens_the_invariants_hold() {
    let seeds = seeds_wanted().unwrap_or(SEEDS);
    let all = seeds == SEEDS;
    let total = play_all(seeds);
    for (what, times) in &total {
        println!("{times:>8} {what}");
    }
    if !all {
        return;
    }
    // A simulation in which nothing happens any more holds everything: so it has to have seen all of this.
    let ends = ["confirmed", "recommended", "refused", "withdrawn", "lapsed", "voted down", "gate failed"];
    let ends = ends.iter().chain(&["examination failed", "fraud"]).map(|end| format!("case {end}"));
    let places = PLACES.map(|place| format!("reached a result in {place}"));
    let happenings = [
        "answer lost",
        "died before",
        "dropped in the queue",
        "raced",
        "storm hit",
        "restarted",
        "leader died",
        "recalculated",
        "undelivered",
        "delivered again",
        "asked again",
        "asked again at the end",
        "nonsense",
        "decisions made again",
        "refused: not-your-turn",
        "refused: notice-still-open",
        "refused: clock-behind",
        "refused: own-case",
        "refused: four-eyes",
        "refused: session-no-quorum",
        "key forgotten",
    ];
    let wanted = ends.chain(places).chain(happenings.map(str::to_owned));
    let missing: Vec<String> = wanted.filter(|what| !total.contains_key(what)).collect();
    assert!(missing.is_empty(), "never happened: {missing:?}");
}

/// The seeds that `cargo xtask simulate` asks for, as `A..B`.
fn seeds_wanted() -> Option<std::ops::Range<u64>> {
    let wanted = std::env::var("SIMULATE_SEEDS").ok()?;
    let (from, to) = wanted.split_once("..").expect("SEEDS as A..B");
    Some(from.parse().expect("a number")..to.parse().expect("a number"))
}

#[test]
fn the_same_seed_is_the_same_world() {
    let seeds = seeds_wanted().unwrap_or(7..9);
    for seed in seeds {
        let (once, again) = (play(seed, None), play(seed, None));
        if let Some(at) = once.trace.iter().zip(&again.trace).position(|(one, other)| one != other) {
            panic!("seed {seed}, line {at}:\n{}\n{}", once.trace[at], again.trace[at]);
        }
        assert_eq!(once, again, "seed {seed}");
    }
}

#[test]
fn a_world_on_postgresql_is_the_one_on_sqlite() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    for seed in 3..5 {
        let (on_sqlite, on_postgresql) = (play(seed, None), play(seed, Some(server.database().expect("a database"))));
        if let Some(at) = on_sqlite.trace.iter().zip(&on_postgresql.trace).position(|(one, other)| one != other) {
            panic!("seed {seed}, line {at}:\n{}\n{}", on_sqlite.trace[at], on_postgresql.trace[at]);
        }
        assert_eq!(on_sqlite, on_postgresql, "seed {seed}");
    }
}
