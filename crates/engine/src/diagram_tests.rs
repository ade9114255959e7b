//! Tests of diagrams against plain tables of values.
use super::*;
use proptest::prelude::*;

const WIDTHS: [usize; 3] = [2, 3, 2];

fn path(i: usize) -> FactPath {
    FactPath::Review(2000 + i16::try_from(i).unwrap())
}

/// A diagram of a table with one value for every combination, built in the given order of facts.
fn build(store: &mut Diagrams<u8>, table: &[u8], order: &[usize], fixed: &mut [usize; 3]) -> Id {
    let Some((first, rest)) = order.split_first() else {
        return store.end(table[(fixed[0] * WIDTHS[1] + fixed[1]) * WIDTHS[2] + fixed[2]]);
    };
    let mut kids = Vec::new();
    for value in 0..WIDTHS[*first] {
        fixed[*first] = value;
        kids.push(build(store, table, rest, fixed));
    }
    store.case(path(*first), kids)
}

fn matters(table: &[u8], fact: usize) -> bool {
    let at = |v: [usize; 3]| table[(v[0] * WIDTHS[1] + v[1]) * WIDTHS[2] + v[2]];
    (0..2).any(|a| {
        (0..3).any(|b| {
            (0..2).any(|c| {
                (0..WIDTHS[fact]).any(|other| {
                    let mut changed = [a, b, c];
                    changed[fact] = other;
                    at(changed) != at([a, b, c])
                })
            })
        })
    })
}

proptest! {
    #[test]
    fn the_support_is_what_matters_in_any_order(table in prop::collection::vec(0u8..2, 12)) {
        let mut store = Diagrams::default();
        let id = build(&mut store, &table, &[0, 1, 2], &mut [0; 3]);
        let expected: Vec<FactPath> = (0..3).filter(|fact| matters(&table, *fact)).map(path).collect();
        prop_assert_eq!(store.support(id), expected);
        for order in [[2, 1, 0], [1, 2, 0], [2, 0, 1]] {
            prop_assert_eq!(build(&mut store, &table, &order, &mut [0; 3]), id);
        }
    }

    #[test]
    fn combining_is_value_by_value(a in prop::collection::vec(0u8..3, 12), b in prop::collection::vec(0u8..3, 12)) {
        let mut store = Diagrams::default();
        let (x, y) = (build(&mut store, &a, &[0, 1, 2], &mut [0; 3]), build(&mut store, &b, &[0, 1, 2], &mut [0; 3]));
        let least: Vec<u8> = a.iter().zip(&b).map(|(a, b)| *a.min(b)).collect();
        let expected = build(&mut store, &least, &[0, 1, 2], &mut [0; 3]);
        let combined = store.fold(vec![x, y], 2, |a, b| *a.min(b));
        prop_assert_eq!(combined, expected);
    }
}
