//! How many questions the interview asks on the worked examples.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../crates/engine/tests/support/answering.rs"]
mod answering;
#[path = "../../crates/engine/tests/support/examples.rs"]
mod examples;
#[path = "../../crates/engine/tests/support/packs.rs"]
mod packs;

use answering::{Place, interview};
use model::{Dossier, Standards, Target};

#[test]
fn measured() {
    let nth: usize = std::env::var("NTH").ok().and_then(|n| n.parse().ok()).unwrap_or(25);
    let all = examples::examples();
    println!("{} examples", all.len());
    let (mut count, mut most, mut sum, mut records) = (0, 0, 0, 0);
    let mut by: std::collections::BTreeMap<String, usize> = Default::default();
    for example in all.iter().step_by(nth) {
        let standards = Standards::default();
        let targets: Vec<Target> = example.policy.governed.iter().map(policy::rule::Governed::target).collect();
        let place = Place { places: vec![(example.policy, targets)], standards: &standards, as_of: example.as_of };
        let held = interview(&example.dossier, &Dossier::default(), &place);
        count += 1;
        sum += held.asked.len();
        most = most.max(held.asked.len());
        records += held.unknown.len();
        for path in &held.asked {
            *by.entry(path.to_string()).or_default() += 1;
        }
        if count % 10 == 0 {
            println!("{} {}", example.id, held.asked.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        }
    }
    println!("n {count} mean {:.2} max {most} unknown {:.2}", sum as f64 / count as f64, records as f64 / count as f64);
    println!("{by:?}");
}
