//! Keeps the combinations of changes that open a level and none of whose changes could be left out.

use model::remedy::{Change, Label};

use super::opening::{Opening, opening, possible};
use super::{Cure, MOST_REMEDIES, Question, Remedies, Remedy};

/// The smallest sets among the candidates, in order.
pub(super) fn smallest(question: &Question<'_, '_>, candidates: Vec<Vec<Cure>>, cut: bool) -> Remedies {
    let mut sets: Vec<Remedy> = Vec::new();
    for candidate in candidates {
        if let Some(set) = reduced(question, candidate)
            && !sets.iter().any(|other| includes(&set, other))
            && let Some(set) = possible_in_time(question, set)
            && !sets.iter().any(|other| includes(&set, other))
        {
            sets.retain(|other| !includes(other, &set));
            sets.push(set);
        }
    }
    if sets.iter().any(|set| !set.has(Label::Impossible)) {
        sets.retain(|set| !set.has(Label::Impossible));
    }
    sets.sort_by_key(|set| {
        let mut labels: Vec<Label> = set.changes.iter().map(|cure| cure.change.label()).collect();
        labels.sort_unstable_by(|a, b| b.cmp(a));
        (labels.len(), set.asks_for_honours(), labels, set.day, set.route)
    });
    let cut = cut || sets.len() > MOST_REMEDIES;
    sets.truncate(MOST_REMEDIES);
    Remedies { sets, cut }
}

/// The candidate without what could be left out and the level would be open on the same day; `None` where it never is.
fn reduced(question: &Question<'_, '_>, mut changes: Vec<Cure>) -> Option<Remedy> {
    let mut best: Opening = opening(question, &changes)?;
    let mut position = 0;
    while position < changes.len() {
        let mut fewer = changes.clone();
        fewer.remove(position);
        match opening(question, &fewer) {
            Some(other) if other.day <= best.day => (changes, best) = (fewer, other),
            _ => position += 1,
        }
    }
    changes.sort_by_key(|cure| cure.change.label());
    changes.extend(best.wait);
    let policy = question.facts.policy;
    let after_expiry = policy.expires.is_some_and(|last| best.day > last);
    Some(Remedy { changes, day: best.day, route: best.route, after_expiry })
}

/// The set where the facts that are not stated can be so, with the wait that they then need; `None` where they can't.
fn possible_in_time(question: &Question<'_, '_>, mut set: Remedy) -> Option<Remedy> {
    let (route, day) = possible(question, &set.changes, set.route, set.day)?;
    set.route = route;
    if day > set.day {
        let wait = set.changes.iter_mut().find(|cure| matches!(cure.change, Change::Wait { .. }));
        match wait.map(|cure| &mut cure.change) {
            Some(Change::Wait { until, .. }) => *until = Some(day),
            _ => {
                let stated = set.changes.iter().filter(|cure| matches!(cure.change, Change::State(_)));
                let clauses = stated.flat_map(|cure| cure.clauses.clone()).collect();
                set.changes.push(Cure { change: Change::Wait { until: Some(day), after: None }, clauses, body: None });
            }
        }
        set.day = day;
    }
    Some(set)
}

/// Whether a set asks for all that another one does.
fn includes(set: &Remedy, other: &Remedy) -> bool {
    other.changes.iter().all(|own| set.changes.iter().any(|cure| demands(&cure.change, &own.change)))
}

/// Whether a change brings about all that another one does.
fn demands(change: &Change, other: &Change) -> bool {
    match (change, other) {
        (
            Change::Certificate { level, occupation, any_listed },
            Change::Certificate { level: lower, occupation: same, any_listed: listed },
        ) => level >= lower && occupation == same && any_listed == listed,
        (Change::Title { tier, series }, Change::Title { tier: lower, series: same }) => {
            tier >= lower && series == same
        }
        (Change::Diploma { level, relevant_to }, Change::Diploma { level: lower, relevant_to: same }) => {
            level >= lower && relevant_to == same
        }
        (Change::Honours { list, many, .. }, Change::Honours { list: same, many: fewer, .. }) => {
            list == same && many >= fewer
        }
        (Change::Hours(years), Change::Hours(fewer)) => {
            fewer.iter().all(|(year, hours)| years.get(year).is_some_and(|own| own >= hours))
        }
        (Change::EmployerKind(kinds), Change::EmployerKind(more)) => kinds.iter().all(|kind| more.contains(kind)),
        (Change::Wait { until, after }, Change::Wait { until: sooner, after: shorter }) => {
            until >= sooner && after >= shorter
        }
        _ => change == other,
    }
}
