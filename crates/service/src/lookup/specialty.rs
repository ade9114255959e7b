//! From a specialty, by a part of its name or in pinyin, to the occupations that the catalogues list under it.

use model::{Direction, Word as _};
use policy::Policy;
use policy::catalogue::{Catalogue, Major};

use super::answer::{How, SpecialtyHit};
use super::index::Index;
use super::place::{printed_row, track};
use super::word::Word;

/// Every specialty of the policies that the word fits, the best fit first; `positions` are those in the index.
pub(super) fn specialties(
    index: &Index,
    word: &Word,
    policies: &[(usize, &Policy)],
    directions: &[Direction],
) -> Vec<SpecialtyHit> {
    let mut hits: Vec<SpecialtyHit> = Vec::new();
    let mut known: Vec<(&str, &str)> = Vec::new();
    for (position, policy) in policies {
        let Some(catalogue) = &policy.catalogue else { continue };
        let rules = policy.chain.last().map_or(policy.id.as_str(), |root| root.id.as_str());
        if let Some((_, first)) = known.iter().find(|(known, _)| *known == rules) {
            for hit in hits.iter_mut().filter(|hit| hit.policy == *first) {
                hit.jurisdictions.push(policy.jurisdiction.key.clone());
            }
            continue;
        }
        known.push((rules, &policy.id));
        let names = index.specialties.get(*position).map(Vec::as_slice).unwrap_or_default();
        for (i, (major, (name, scope))) in catalogue.majors.iter().zip(names).enumerate() {
            // A scope is a text about the specialty, so only the word itself is looked for in it.
            let in_scope = || scope.as_ref().filter(|scope| scope.plain.contains(&word.plain)).map(|_| How::Part);
            let Some(how) = name.fits(word).or_else(in_scope) else { continue };
            let serves = |one: &&Direction| policy.majors_towards(track(**one), None) & (1 << i) != 0;
            let directions: Vec<Direction> = directions.iter().filter(serves).copied().collect();
            if !directions.is_empty() {
                hits.push(hit(policy, catalogue, (i, major), how, directions));
            }
        }
    }
    hits.sort_by_key(|hit| hit.how);
    hits
}

fn hit(
    policy: &Policy,
    catalogue: &Catalogue,
    (position, major): (usize, &Major),
    how: How,
    directions: Vec<Direction>,
) -> SpecialtyHit {
    let rows = || catalogue.rows.iter().filter(|row| row.major == position);
    let mut bodies: Vec<String> = Vec::new();
    for body in rows().filter_map(|row| row.body.as_ref()) {
        if !bodies.contains(body) {
            bodies.push(body.clone());
        }
    }
    SpecialtyHit {
        jurisdictions: vec![policy.jurisdiction.key.clone()],
        policy: policy.id.clone(),
        directions,
        series: major.series,
        specialty: major.name.clone(),
        scope: rows().find_map(|row| row.scope.clone()),
        clause: major.clause.clone(),
        bodies,
        how,
        occupations: rows().map(printed_row).collect(),
    }
}

/// The directions that are asked about.
pub(super) fn directions(asked: Option<Direction>) -> Vec<Direction> {
    asked.map_or_else(|| Direction::ALL.to_vec(), |direction| vec![direction])
}
