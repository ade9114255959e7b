//! How a level stands whatever the missing facts are, and until when that is known.

use model::Day;
use policy::rule::Governed;

use super::Builder;
use crate::conditions::Wanted;
use crate::decide::inside;
use crate::diagram::Diagrams;
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};

/// How all routes to a level stand in the worst of all completions of the missing facts.
pub(crate) struct Whatever {
    /// On the day of the facts.
    pub today: Standing,
    /// Each route alone, on that day.
    pub routes: Vec<Standing>,
    /// The first later day on which some completion stands differently.
    pub next: Option<Day>,
}

/// Looks at every completion; past the bounds of exactness nothing is known (`No`, and no later day).
pub(crate) fn whatever(facts: &Facts<'_>, governed: &Governed, wanted: Wanted) -> Whatever {
    let mut builder = Builder::new(facts, governed, wanted);
    let lines = builder.routes();
    let whole = builder.lines.fold(lines.clone(), Timeline::always(Standing::No), Timeline::join);
    if builder.too_large() || inside(facts, wanted) != Ok(true) {
        return Whatever { today: Standing::No, routes: vec![Standing::No; lines.len()], next: None };
    }
    let mut standings: Diagrams<Standing> = Diagrams::default();
    let mut worst = |id| {
        let today = builder.lines.map(id, &mut standings, &Timeline::today);
        standings.values(today).into_iter().copied().min().unwrap_or(Standing::No)
    };
    let (today, routes) = (worst(whole), lines.iter().map(|line| worst(*line)).collect());
    let next = builder.lines.values(whole).into_iter().filter_map(Timeline::next_change).min();
    Whatever { today, routes, next }
}
