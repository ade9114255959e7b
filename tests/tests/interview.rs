//! How long the interview is: on worked examples, from an empty dossier, against the questions of the whole form. The numbers
//! are a ratchet: they may shrink (then they are written down here), and never grow.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../crates/engine/tests/support/answering.rs"]
mod answering;
#[path = "../../crates/engine/tests/support/examples.rs"]
mod examples;
#[path = "../../crates/engine/tests/support/packs.rs"]
mod packs;

use std::collections::BTreeSet;

use answering::{Place, interview};
use engine::ask::Standing;
use model::{Dossier, Standards, Target};

/// One example in so many is interviewed; which ones depends on their names alone, so that a new one moves no other.
const ONE_IN: u64 = 40;
/// Questions asked on the average, in hundredths, and the most questions of one example.
const MEAN: usize = 968;
const MOST: usize = 16;
/// The questions of the whole form: ten single facts, six lists, three years of reviews and four of hours.
const WHOLE_FORM: usize = 10 + 6 + 3 + 4;

/// A number of a name (FNV-1a).
fn number(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_interview_is_as_short_as_it_was() {
    let one_in = std::env::var("INTERVIEWS_ONE_IN").ok().and_then(|text| text.parse().ok()).unwrap_or(ONE_IN);
    let (mut count, mut sum, mut most) = (0, 0, 0);
    for example in examples::examples().iter().filter(|example| number(&example.id).is_multiple_of(one_in)) {
        let standards = Standards::default();
        let targets: Vec<Target> = example.policy.governed.iter().map(policy::rule::Governed::target).collect();
        let place = Place { places: vec![(example.policy, targets)], standards: &standards, as_of: example.as_of };
        let held = interview(&example.dossier, &Dossier::default(), &place);
        let once: BTreeSet<_> = held.asked.iter().collect();
        assert_eq!(once.len(), held.asked.len(), "{} is asked twice: {:?}", example.id, held.asked);
        assert!(
            !held.unknown.is_empty()
                || held.end.standings.iter().flatten().all(|one| matches!(one, Standing::Settled(_))),
            "{} is left open: {}",
            example.id,
            serde_json::to_string(&held.dossier).unwrap()
        );
        (count, sum, most) = (count + 1, sum + held.asked.len(), most.max(held.asked.len()));
    }
    let mean = sum * 100 / count;
    println!(
        "{count} interviews: {}.{:02} questions on the average, {most} at most; the whole form has {WHOLE_FORM}",
        mean / 100,
        mean % 100
    );
    if one_in == ONE_IN {
        assert!(
            mean <= MEAN,
            "the interview has become longer: {mean} hundredths of a question on the average, not {MEAN}"
        );
        assert!(most <= MOST, "the longest interview has become longer: {most} questions, not {MOST}");
    }
}
