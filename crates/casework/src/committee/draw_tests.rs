//! The draw against a vector that another program computed, and what holds for every draw.

use proptest::prelude::*;

use super::*;

/// One change of a record.
type Touch = fn(&mut DrawRecord);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn asked(seats: u16, skilled_at_least: u16, secret: &str) -> Asked {
    Asked {
        draw: "d-1".into(),
        committed_on: day("2026-11-02"),
        seats,
        skilled_at_least,
        secret_commitment: secret_digest(secret),
        public_source: "the numbers of a lottery".into(),
        public_day: day("2026-11-03"),
    }
}

fn secret() -> String {
    "ab".repeat(32)
}

fn pool() -> Vec<Candidate> {
    let one = |i: usize| Candidate {
        id: format!("e{i:02}"),
        skilled: i.is_multiple_of(3),
        barred: (i == 4).then_some(Bar::SameEmployer),
    };
    (1_usize..10).map(one).collect()
}

fn record() -> DrawRecord {
    DrawRecord::draw(Commitment::new(asked(5, 2, &secret()), pool()).unwrap(), &secret(), "07 11 23").unwrap()
}

#[test]
fn the_vector_of_another_program() {
    let record = record();
    assert_eq!(record.commitment.pool_commitment, "20261b54a5ea60ddbf48d8e59e46bd897f0058a1a566d04e68721ebe055b233b");
    assert_eq!(record.commitment.secret_commitment, "d6d02b09de2b28234a8107cdfde71ed47327832ec0c1316343104c55a05662f4");
    assert_eq!(record.seed, "668e6aceddb1b0a11d7ec0f841188a92a937f52c9112b6f963a08c864676ddbf");
    assert_eq!(record.members, ["e03", "e06", "e07", "e09", "e08"]);
    let once = record.replace("e03", ReplacementReason::Unavailable).unwrap();
    assert_eq!(
        (once.members.as_slice(), once.replacements[0].by.as_str()),
        (&["e06", "e07", "e09", "e08", "e02"].map(String::from)[..], "e02")
    );
    let twice = once.replace("e07", ReplacementReason::Recused).unwrap();
    assert_eq!(twice.members, ["e06", "e09", "e08", "e02", "e01"]);
    let text = serde_json::to_string(&twice).unwrap();
    assert_eq!(rerun(&serde_json::from_str(&text).unwrap()).unwrap(), twice.members);
    assert_eq!(ranking(&record).len(), 8);
}

#[test]
fn a_record_that_was_touched_is_found() {
    let touches: [(&str, Touch); 9] = [
        ("draw-pool-changed", |record| record.commitment.pool[0].skilled = true),
        ("draw-pool-changed", |record| record.commitment.pool[3].barred = None),
        ("draw-pool-changed", |record| record.commitment.pool.truncate(8)),
        ("draw-pool-out-of-order", |record| record.commitment.pool.swap(0, 1)),
        ("draw-other-secret", |record| record.secret = "cd".repeat(32)),
        ("draw-differs", |record| record.public_value = "07 11 24".into()),
        ("draw-differs", |record| record.members.swap(0, 1)),
        ("draw-differs", |record| record.seed = "0".repeat(64)),
        ("draw-schema", |record| record.schema = "guantong/draw/2".into()),
    ];
    for (code, touch) in touches {
        let mut record = record();
        touch(&mut record);
        assert_eq!(rerun(&record).unwrap_err().code, code);
    }
    let mut record = record().replace("e03", ReplacementReason::LeftPool).unwrap();
    record.replacements[0].by = "e01".into();
    assert_eq!(rerun(&record).unwrap_err().code, "draw-differs");
}

#[test]
fn what_cannot_be_committed_to() {
    let code = |asked, pool| Commitment::new(asked, pool).unwrap_err().code;
    let twice = || [pool(), pool()].concat();
    let odd = || vec![Candidate { id: "a\tskilled\teligible\nb".into(), skilled: false, barred: None }];
    assert_eq!(code(asked(5, 0, ""), twice()), "draw-pool-out-of-order");
    assert_eq!(code(asked(1, 0, ""), odd()), "id-not-plain");
    assert_eq!(code(asked(9, 0, ""), pool()), "draw-too-few");
    assert_eq!(code(asked(0, 0, ""), pool()), "draw-too-few");
    assert_eq!(code(asked(5, 4, ""), pool()), "draw-too-few-skilled");
    assert_eq!(code(asked(1, 2, ""), pool()), "draw-too-few-skilled");
    assert_eq!(code(Asked { public_day: day("2026-11-02"), ..asked(5, 0, "") }, pool()), "draw-public-value-too-early");
    assert_eq!(code(Asked { public_source: " ".into(), ..asked(5, 0, "") }, pool()), "draw-commitment-incomplete");
    assert_eq!(code(Asked { secret_commitment: "x".into(), ..asked(5, 0, "") }, pool()), "draw-commitment-incomplete");
    let short = Commitment::new(asked(5, 0, "abc"), pool()).unwrap();
    assert_eq!(DrawRecord::draw(short, "abc", "7").unwrap_err().code, "draw-other-secret");
    let good = Commitment::new(asked(5, 0, &secret()), pool()).unwrap();
    assert_eq!(DrawRecord::draw(good, &secret(), " ").unwrap_err().code, "draw-no-public-value");
    assert_eq!(record().replace("e04", ReplacementReason::Recused).unwrap_err().code, "draw-no-member");
}

prop_compose! {
    fn any_pool()(sorts in prop::collection::vec((any::<bool>(), 0_u8..8), 1..40)) -> Vec<Candidate> {
        let bar = |n| match n { 0 => Some(Bar::SameEmployer), 1 => Some(Bar::Kinship), _ => None };
        let one = |(i, (skilled, n)): (usize, &(bool, u8))| Candidate { id: format!("x{i}"), skilled: *skilled, barred: bar(*n) };
        sorts.iter().enumerate().map(one).collect()
    }
}

proptest! {
    #[test]
    fn every_draw_keeps_its_rules(pool in any_pool(), seats in 1_u16..12, least in 0_u16..6, value in "[0-9]{1,8}") {
        let Ok(commitment) = Commitment::new(asked(seats, least, &secret()), pool.clone()) else { return Ok(()) };
        let mut record = DrawRecord::draw(commitment, &secret(), &value).unwrap();
        for _ in 0..4 {
            let members: BTreeSet<&String> = record.members.iter().collect();
            prop_assert_eq!(members.len(), usize::from(seats));
            let drawn: Vec<_> = pool.iter().filter(|candidate| members.contains(&candidate.id)).collect();
            prop_assert!(drawn.iter().all(|candidate| candidate.barred.is_none()));
            prop_assert!(drawn.iter().filter(|candidate| candidate.skilled).count() >= usize::from(least));
            prop_assert!(record.replacements.iter().all(|gone| !members.contains(&gone.out)));
            prop_assert_eq!(rerun(&record).unwrap(), record.members.clone());
            let Ok(next) = record.replace(&record.members[0].clone(), ReplacementReason::Unavailable) else { break };
            let stay = record.members.iter().filter(|member| next.members.contains(member)).count();
            prop_assert_eq!(stay, usize::from(seats) - 1, "the others stay");
            record = next;
        }
    }

    #[test]
    fn the_order_of_the_pool_makes_no_difference(pool in any_pool(), seed in any::<u64>()) {
        let mut other = pool.clone();
        other.rotate_left(seed as usize % pool.len());
        let draw = |pool| Commitment::new(asked(1, 0, &secret()), pool).and_then(|one| DrawRecord::draw(one, &secret(), "7"));
        prop_assert_eq!(draw(pool), draw(other));
    }
}

#[test]
fn nobody_is_favoured() {
    let mut drawn = BTreeMap::new();
    for value in 0..4000 {
        let commitment = Commitment::new(asked(4, 0, &secret()), pool()).unwrap();
        for member in DrawRecord::draw(commitment, &secret(), &value.to_string()).unwrap().members {
            *drawn.entry(member).or_insert(0_i32) += 1;
        }
    }
    // Eight eligible for four seats: 2,000 times each, with a standard deviation of 32.
    assert_eq!(drawn.len(), 8);
    assert!(drawn.values().all(|times| (times - 2000).abs() < 160), "{drawn:?}");
}
