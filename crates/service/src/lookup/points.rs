//! Where an examination in an occupation can be taken: the rows of one institution are one.

use std::collections::HashMap;

use model::SkillLevel;
use policy::Policy;
use policy::format::EvaluatedBy;
use policy::service_points::ServicePoint;

use super::answer::{OtherName, Point, Points};
use super::place::remark;
use super::word::plain;

/// The service points of a place for an occupation, its own name first; `None` where the place has no list. `by_name`
/// has the rows of the list by plain name.
pub(super) fn points_of(
    policy: &Policy,
    by_name: &HashMap<String, Vec<usize>>,
    name: &str,
    other_names: &[OtherName],
) -> Option<Points> {
    let (_, list) = policy.service_points.as_ref()?;
    let rows = |name: &str| by_name.get(&plain(name)).map(Vec::as_slice).unwrap_or_default();
    let applied_at_points = levels(policy, EvaluatedBy::ServicePoint);
    let mut institutions: Vec<Point> = Vec::new();
    let mut known: Vec<usize> = Vec::new();
    for (name, other) in
        std::iter::once((name, None)).chain(other_names.iter().map(|one| (one.name.as_str(), Some(one))))
    {
        for at in rows(name) {
            if let Some(row) = list.get(*at).filter(|_| !known.contains(at)) {
                known.push(*at);
                add(&mut institutions, row, other, &applied_at_points);
            }
        }
    }
    let own = institutions.iter().filter(|point| point.other_name.is_none());
    let own: Vec<SkillLevel> = own.flat_map(|point| &point.apply_here).copied().collect();
    let none_listed = applied_at_points.into_iter().filter(|level| !own.contains(level)).collect();
    Some(Points { institutions, none_listed })
}

/// The levels that are evaluated by somebody, in ladder order.
fn levels(policy: &Policy, by: EvaluatedBy) -> Vec<SkillLevel> {
    let specs = policy.evaluators.iter().filter(|spec| spec.by == by);
    let mut levels: Vec<SkillLevel> = specs.flat_map(|spec| spec.levels.iter().copied()).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

fn add(institutions: &mut Vec<Point>, row: &ServicePoint, other: Option<&OtherName>, here: &[SkillLevel]) {
    let same = |point: &Point| {
        point.institution == row.institution && point.printed == row.occupation && point.other_name.as_ref() == other
    };
    let at = match institutions.iter().position(same) {
        Some(at) => at,
        None => {
            institutions.push(Point {
                institution: row.institution.clone(),
                numbers: Vec::new(),
                apply_here: Vec::new(),
                possible_place: Vec::new(),
                printed: row.occupation.clone(),
                read_as: row.read_as.clone(),
                other_name: other.cloned(),
                errata: Vec::new(),
                address: row.reach.address.clone(),
                contact: row.reach.contact.clone(),
                phone: row.reach.phone.clone(),
            });
            institutions.len() - 1
        }
    };
    let Some(point) = institutions.get_mut(at) else { return };
    insert(&mut point.numbers, row.number);
    let levels = if here.contains(&row.level) { &mut point.apply_here } else { &mut point.possible_place };
    insert(levels, row.level);
    if let Some(remark) = remark(&row.errata, row.errata_zh.as_deref())
        && !point.errata.contains(&remark)
    {
        point.errata.push(remark);
    }
}

fn insert<T: Ord + Copy>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}
