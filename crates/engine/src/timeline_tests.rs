//! Tests of timelines: the lattice laws, and agreement with standings day by day.
use super::*;
use proptest::prelude::*;

fn origin() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![Just(Standing::No), Just(Standing::Refer), Just(Standing::Yes)]
}

fn line() -> impl Strategy<Value = Timeline> {
    (standing(), prop::collection::btree_map(1i32..40, standing(), 0..4)).prop_map(|(today, changes)| {
        let mut line = Timeline::always(today);
        for (offset, standing) in changes {
            line.push(origin().plus(offset), standing);
        }
        line
    })
}

fn on(line: &Timeline, day: Day) -> Standing {
    line.changes().iter().rev().find(|(from, _)| *from <= day).map_or(line.today(), |(_, standing)| *standing)
}

proptest! {
    #[test]
    fn meet_and_join_are_the_worse_and_the_better_of_every_day(a in line(), b in line()) {
        for offset in 0..45 {
            let day = origin().plus(offset);
            prop_assert_eq!(on(&a.meet(&b), day), on(&a, day).min(on(&b, day)));
            prop_assert_eq!(on(&a.join(&b), day), on(&a, day).max(on(&b, day)));
        }
    }

    #[test]
    fn they_form_a_distributive_lattice(a in line(), b in line(), c in line()) {
        prop_assert_eq!(a.meet(&b), b.meet(&a));
        prop_assert_eq!(a.meet(&a), a.clone());
        prop_assert_eq!(a.meet(&b.join(&c)), a.meet(&b).join(&a.meet(&c)));
        prop_assert_eq!(a.join(&b.meet(&c)), a.join(&b).meet(&a.join(&c)));
    }

    #[test]
    fn the_first_open_day_is_the_first_without_failure(a in line()) {
        let expected = (0..60).map(|offset| origin().plus(offset)).find(|day| on(&a, *day) != Standing::No);
        prop_assert_eq!(a.first_open(origin()), expected);
    }
}
