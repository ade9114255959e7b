//! What would open a level, as the page shows it: the nearest ways, and the rest folded.

use model::remedy::{ChangeSet, Label, WhatWouldOpen};

/// How many ways are shown at once; a single further one is not folded.
const SHOWN: usize = 3;

/// What would open a level.
pub(crate) struct WaysOpen<'a> {
    /// The ways in parts: those shown, then those folded.
    pub parts: Vec<Part<'a>>,
    /// The line above them.
    pub lead: &'static str,
    /// Whether there may be more than those listed.
    pub more: bool,
}

/// Some of the ways.
pub(crate) struct Part<'a> {
    /// Whether they are folded.
    pub folded: bool,
    /// The ways, in the order of the answer.
    pub sets: Vec<&'a ChangeSet>,
}

impl<'a> WaysOpen<'a> {
    /// The ways of an answer; `None` where it lists none.
    pub(crate) fn of(open: Option<&'a WhatWouldOpen>) -> Option<Self> {
        let open = open.filter(|open| !open.sets.is_empty())?;
        let impossible = |set: &ChangeSet| set.changes.iter().any(|change| change.label == Label::Impossible);
        let lead = match open.sets.as_slice() {
            sets if sets.iter().all(impossible) => "remedies-impossible",
            [_] => "remedies-lead-one",
            _ => "remedies-lead",
        };
        let near = nearest(&open.sets);
        let (shown, folded): (Vec<_>, Vec<_>) = open.sets.iter().enumerate().partition(|(i, _)| near.contains(i));
        let part = |folded: bool, sets: Vec<(usize, &'a ChangeSet)>| Part {
            folded,
            sets: sets.into_iter().map(|(_, set)| set).collect(),
        };
        let parts = [part(false, shown), part(true, folded)].into_iter().filter(|part| !part.sets.is_empty());
        Some(Self { parts: parts.collect(), lead, more: open.more })
    }
}

/// The positions of the ways that are shown: the first of each route, which answers sort by what is least to be done, then
/// the next ones.
fn nearest(sets: &[ChangeSet]) -> Vec<usize> {
    if sets.len() <= SHOWN + 1 {
        return (0..sets.len()).collect();
    }
    let first = |i: &usize| {
        let route = |i: usize| sets.get(i).map(|set| set.route.as_str());
        (0..*i).all(|before| route(before) != route(*i))
    };
    let (firsts, others): (Vec<usize>, Vec<usize>) = (0..sets.len()).partition(first);
    firsts.into_iter().chain(others).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use model::Day;

    use super::*;

    fn open(routes: &[&str]) -> WhatWouldOpen {
        let set = |route: &&str| ChangeSet {
            route: (*route).to_owned(),
            route_name: String::new(),
            earliest: Day::parse("2026-11-27").expect("a day"),
            after_expiry: false,
            changes: Vec::new(),
        };
        WhatWouldOpen { sets: routes.iter().map(set).collect(), more: false }
    }

    fn shown(routes: &[&str]) -> Vec<Vec<String>> {
        let open = open(routes);
        let parts = WaysOpen::of(Some(&open)).map(|ways| ways.parts).unwrap_or_default();
        parts.iter().map(|part| part.sets.iter().map(|set| set.route.clone()).collect()).collect()
    }

    #[test]
    fn the_nearest_way_of_every_route_is_shown_and_the_rest_folded() {
        assert_eq!(shown(&["a", "a", "a", "b", "c", "d"]), [["a", "b", "c"], ["a", "a", "d"]]);
        assert_eq!(shown(&["a", "a", "a", "a", "b"]), [vec!["a", "a", "b"], vec!["a", "a"]]);
    }

    #[test]
    fn one_way_more_is_not_folded() {
        assert_eq!(shown(&["a", "a", "b", "a"]), [["a", "a", "b", "a"]]);
        assert!(shown(&[]).is_empty());
    }
}
