//! Honours against a document's lists: exact names, ranks, awards, terms, and holders who must be skilled workers.

use model::paths::FactPath;
use model::reason::Reason;
use policy::honours::HonourEntry;
use smallvec::SmallVec;

use super::{Asks, one};
use crate::facts::{Facts, HonourFact};
use crate::timeline::{Met, Settled, Standing, Timeline};

/// Whether one honour opens what the list opens.
pub(super) fn settle(list: usize, facts: &Facts<'_>, element: usize) -> Asks<Settled> {
    let Some(honour) = facts.honours.as_ref().and_then(|honours| honours.get(element)) else {
        return Ok(Settled::always(Standing::No));
    };
    let mut best = Standing::No;
    for entry in entries(list, facts, honour)? {
        if counts(entry, honour)? {
            best = best.max(holder(entry, facts)?);
        }
    }
    let lapses = honour.until.map(model::Day::next);
    let line = match lapses {
        Some(day) => Timeline::step(facts.as_of, best, Some(day), Standing::No),
        None => Timeline::always(best),
    };
    Ok(Settled { line, met: honour.date.map_or(Met::Undated, Met::On) })
}

fn entries<'p>(list: usize, facts: &Facts<'p>, honour: &HonourFact<'_>) -> Asks<SmallVec<[&'p HonourEntry; 2]>> {
    let name = honour.name.as_deref().ok_or(FactPath::Honour(honour.index, "name"))?;
    let lists = &facts.policy.honours;
    Ok(lists
        .named(name)
        .iter()
        .filter_map(|index| lists.entries.get(*index))
        .filter(|entry| entry.list == list)
        .collect())
}

/// Whether the rank and the award are those that the list names.
fn counts(entry: &HonourEntry, honour: &HonourFact<'_>) -> Asks<bool> {
    if !entry.awards.is_empty() {
        let award = honour.award.as_deref().ok_or(FactPath::Honour(honour.index, "award"))?;
        if !entry.awards.iter().any(|own| own == award) {
            return Ok(false);
        }
    }
    if let Some(last) = entry.rank_at_most {
        let rank = honour.rank.ok_or(FactPath::Honour(honour.index, "rank"))?;
        return Ok(rank <= last);
    }
    Ok(true)
}

/// Whether the holder is one whom the list means.
fn holder(entry: &HonourEntry, facts: &Facts<'_>) -> Asks<Standing> {
    let open = if entry.refer { Standing::Refer } else { Standing::Yes };
    if !entry.skilled_worker {
        return Ok(open);
    }
    if !facts.skills.as_ref().ok_or(FactPath::Skills)?.is_empty() {
        return Ok(open);
    }
    let skilled_post = facts.skilled_post.ok_or(FactPath::SkilledPost)?;
    Ok(if skilled_post { Standing::Refer } else { Standing::No })
}

pub(super) fn why<'f>(
    list: usize,
    at_least: u8,
    facts: &'f Facts<'_>,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    if at_least > 1 {
        let all = facts.honours.as_ref().map_or(0, Vec::len);
        let counts = |i: &usize| settle(list, facts, *i).is_ok_and(|one| one.line.today() != Standing::No);
        let found = u8::try_from((0..all).filter(counts).count()).unwrap_or(u8::MAX);
        return (Reason::Honours { wanted: at_least, found }, one(FactPath::Honours));
    }
    let honour = element.and_then(|element| facts.honours.as_ref()?.get(element));
    let entry = honour.and_then(|honour| entries(list, facts, honour).ok()?.first().copied());
    let written = honour.and_then(|honour| {
        let index = usize::try_from(honour.index).ok()?;
        facts.dossier.honours.as_ref()?.get(index)?.name.as_deref()
    });
    let reason = Reason::Honour {
        name: entry.and(written),
        rank: entry.and_then(|entry| entry.rank_at_most).and(honour.and_then(|honour| honour.rank)),
        date: honour.and_then(|honour| honour.date),
        until: honour.and_then(|honour| honour.until),
        skilled_worker: entry.is_some_and(|entry| entry.skilled_worker),
    };
    let mut paths = one(match (honour, entry) {
        (Some(honour), Some(_)) => FactPath::Honour(honour.index, ""),
        _ => FactPath::Honours,
    });
    if entry.is_some_and(|entry| entry.skilled_worker) {
        paths.push(FactPath::Skills);
    }
    (reason, paths)
}
