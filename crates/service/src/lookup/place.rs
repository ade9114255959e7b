//! What a place says of an occupation in each direction: listed or not, what follows, which specialties.

use engine::{Names, Occupation};
use model::{Direction, Track};
use policy::Policy;
use policy::catalogue::{Catalogue, CatalogueRow};
use policy::condition::Condition;
use policy::format::{Lists, Text};
use policy::occupations::{code_digits, plain_name};
use policy::rule::{Leaf, Test};

use super::answer::{DirectionHit, Follows, ListedUnder, OtherName, PlaceHit, PrintedRow, Standing};
use super::points;
use crate::guantong::Guantong;

/// The track that a direction leads to.
pub(super) fn track(direction: Direction) -> Track {
    match direction {
        Direction::SkillToTitle => Track::Title,
        Direction::TitleToSkill => Track::Skill,
    }
}

/// What a place says of a name, in the directions.
pub(super) fn place_of(
    guantong: &Guantong,
    (position, policy): (usize, &Policy),
    name: &str,
    other_names: &[OtherName],
    directions: &[Direction],
) -> PlaceHit {
    let hit = |direction: &Direction| DirectionHit {
        service_points: match direction {
            Direction::SkillToTitle => None,
            Direction::TitleToSkill => {
                let by_name = guantong.index().points.get(position);
                by_name.and_then(|by_name| points::points_of(policy, by_name, name, other_names))
            }
        },
        ..in_direction(guantong, policy, name, other_names, *direction)
    };
    PlaceHit {
        jurisdiction: policy.jurisdiction.key.clone(),
        policy: policy.id.clone(),
        directions: directions.iter().map(hit).collect(),
    }
}

fn in_direction(
    guantong: &Guantong,
    policy: &Policy,
    name: &str,
    other_names: &[OtherName],
    direction: Direction,
) -> DirectionHit {
    let mut hit = DirectionHit {
        direction,
        standing: Standing::NoCatalogue,
        follows: Follows::NotTested,
        clause: None,
        referred_to: None,
        specialties: Vec::new(),
        listed_as: Vec::new(),
        service_points: None,
    };
    let Some(catalogue) = &policy.catalogue else { return hit };
    let serving = policy.majors_towards(track(direction), None);
    let mut names = Names::new(policy, &guantong.packs().national);
    let placed = names.place_asked(name);
    let listed = |placed: Occupation| placed.majors & serving != 0;
    hit.standing = match (listed(placed), catalogue.lists == Lists::Groups && !placed.placed()) {
        (true, _) => Standing::Listed,
        (false, false) => Standing::Unlisted,
        (false, true) => Standing::Unplaced,
    };
    if let Some(leaf) = looking_up(policy, track(direction)) {
        hit.clause = policy.clause(leaf.clause).map(|clause| clause.id.clone());
        hit.follows = match hit.standing {
            Standing::Listed => Follows::Open,
            Standing::Unlisted if !leaf.otherwise_refer => Follows::Refused,
            _ => Follows::Referred,
        };
        if hit.follows == Follows::Referred {
            hit.referred_to = policy.bodies.get(usize::from(leaf.refer_to)).map(|(_, body)| body.clone());
        }
    }
    if hit.standing == Standing::Listed {
        let plain = plain_name(name);
        hit.specialties = rows_of(catalogue, &plain, placed)
            .filter(|row| serving & (1 << row.major) != 0)
            .filter_map(|row| listed_under(catalogue, row, direction))
            .collect();
    } else {
        let listed_too = |other: &&OtherName| listed(names.place_asked(&other.name));
        hit.listed_as = other_names.iter().filter(listed_too).cloned().collect();
    }
    hit
}

/// The condition that looks an occupation up in the catalogue, on the way to a track: the strictest.
fn looking_up(policy: &Policy, track: Track) -> Option<Leaf> {
    let mut found: Option<Leaf> = None;
    for route in policy.governed.iter().filter(|one| one.target().track() == track).flat_map(|one| &one.routes) {
        route.rule.leaves(&mut |leaf| {
            let looks = matches!(leaf.test, Test::Condition(Condition::Catalogue(_)));
            let stricter = found.as_ref().is_none_or(|found| found.otherwise_refer && !leaf.otherwise_refer);
            if looks && stricter {
                found = Some(leaf.clone());
            }
        });
    }
    found
}

/// The rows that list an occupation.
pub(crate) fn rows_of<'c>(
    catalogue: &'c Catalogue,
    plain: &'c str,
    placed: Occupation,
) -> impl Iterator<Item = &'c CatalogueRow> {
    let listing = catalogue.rows.iter().filter(move |row| placed.majors & (1 << row.major) != 0);
    listing.filter(move |row| match &row.code {
        Some(code) => code_digits(code) == placed.group,
        None => std::iter::once(&row.occupation).chain(&row.read_as).any(|name| plain_name(name) == plain),
    })
}

fn listed_under(catalogue: &Catalogue, row: &CatalogueRow, direction: Direction) -> Option<ListedUnder> {
    let major = catalogue.majors.get(row.major)?;
    Some(ListedUnder {
        series: major.series,
        specialty: major.name.clone(),
        scope: row.scope.clone(),
        clause: major.clause.clone(),
        body: row.body.clone().filter(|_| direction == Direction::SkillToTitle),
        row: printed_row(row),
    })
}

/// A row as printed.
pub(super) fn printed_row(row: &CatalogueRow) -> PrintedRow {
    PrintedRow {
        occupation: row.occupation.clone(),
        read_as: row.read_as.clone(),
        group: row.code.clone(),
        errata: remark(&row.errata, row.errata_zh.as_deref()),
    }
}

/// A remark on a printed row in both languages; in one where the table has only that.
pub(super) fn remark(en: &str, zh: Option<&str>) -> Option<Text> {
    let zh = zh.unwrap_or(en);
    (!zh.is_empty()).then(|| Text { zh: zh.to_owned(), en: if en.is_empty() { zh } else { en }.to_owned() })
}
