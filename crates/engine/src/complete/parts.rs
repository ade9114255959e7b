//! What the completions say of one condition or one rule alone.

use model::Day;
use model::paths::FactPath;
use policy::rule::{Governed, Leaf, Rule};

use super::Builder;
use crate::conditions::{Bound, Wanted};
use crate::diagram::Diagrams;
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};

/// How one condition stands today for what carries it, where that is the same in every completion; and from when it no
/// longer fails, where that is the same too.
pub(crate) fn complete_leaf(
    facts: &Facts<'_>,
    governed: &Governed,
    wanted: Wanted,
    leaf: &Leaf,
    bound: Bound,
) -> Option<(Standing, Option<Day>)> {
    let mut builder = Builder::new(facts, governed, wanted);
    let id = builder.leaf(leaf, bound);
    if builder.too_large() {
        return None;
    }
    let mut standings: Diagrams<Standing> = Diagrams::default();
    let today = builder.lines.map(id, &mut standings, &Timeline::today);
    let standing = *standings.settled(today)?;
    let mut openings: Diagrams<Option<Day>> = Diagrams::default();
    let opening = builder.lines.map(id, &mut openings, &|line| line.first_open(facts.as_of));
    let from = openings.settled(opening).copied().flatten().filter(|_| standing == Standing::No);
    Some((standing, from))
}

/// The first day on which a rule does not fail for what carries it, in the best of all completions.
pub(crate) fn soonest_open(
    facts: &Facts<'_>,
    governed: &Governed,
    wanted: Wanted,
    rule: &Rule,
    bound: Bound,
) -> Option<Day> {
    let mut builder = Builder::new(facts, governed, wanted);
    let id = builder.rule(rule, bound);
    builder.lines.values(id).into_iter().filter_map(|line| line.first_open(facts.as_of)).min()
}

/// The first day, from `from` on, on which a rule stands at least so in the best of all completions; `from` where these are
/// too many to go through.
pub(crate) fn soonest_at_least(
    facts: &Facts<'_>,
    governed: &Governed,
    wanted: Wanted,
    rule: &Rule,
    (least, from): (Standing, Day),
) -> Option<Day> {
    let mut builder = Builder::new(facts, governed, wanted);
    let id = builder.rule(rule, Bound::default());
    if builder.too_large() {
        return Some(from);
    }
    builder.lines.values(id).into_iter().filter_map(|line| line.first_at_least(least, from)).min()
}

/// Values of the missing facts with which one route does not fail on the day asked about; `None` where there are none.
pub(crate) fn open_person(
    facts: &Facts<'_>,
    governed: &Governed,
    wanted: Wanted,
    rule: &Rule,
) -> Option<Vec<(FactPath, String)>> {
    let mut builder = Builder::new(facts, governed, wanted);
    let id = builder.rule(rule, Bound::default());
    let path = builder.lines.witness(id, &|line| line.today() != Standing::No)?;
    let shown = |(fact, value): (FactPath, usize)| {
        let guess = builder.domains.get(&fact)?.get(value)?;
        Some((fact, guess.shown(&builder.facts)))
    };
    Some(path.into_iter().filter_map(shown).collect())
}
