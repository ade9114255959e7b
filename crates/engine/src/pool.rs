//! The occupations that a missing name may stand for: those named, and strangers of every sort that the rules can tell apart.

use model::Track;
use policy::catalogue::Catalogue;
use policy::format::Lists;
use policy::rule::{Governed, Level};

use crate::conditions::Wanted;
use crate::facts::Facts;
use crate::occupation::{Occupation, Relating};
use crate::sorts;

/// Of a dossier that names more occupations than this, the first ones serve as guesses for missing ones.
const MOST_OCCUPATIONS: usize = 100;

/// What the rules can tell of an occupation: whether it is placed, listed, by which named majors, and what it is related to.
type Sort = (bool, bool, Vec<bool>, Vec<bool>);

/// Which catalogue majors matter to a question, as bits.
struct Lookups {
    /// Those that list an occupation for what is wanted.
    listing: u32,
    /// Those that a specialty of the post or of a title names.
    named: Vec<u32>,
    relating: Relating,
}

impl Lookups {
    fn of(facts: &Facts<'_>, governed: &Governed, wanted: Wanted) -> Self {
        let series = match wanted {
            Wanted::Title(_, series) => Some(series),
            Wanted::Skill(_) => None,
        };
        let towards_skill = facts.policy.majors_towards(Track::Skill, None);
        let titles = facts.titles.iter().flatten().map(|title| title.majors);
        let titles = titles.chain(sorts::majors_of_titles(facts, governed)).map(|majors| majors & towards_skill);
        let mut named: Vec<u32> = titles.chain([facts.post_majors]).filter(|majors| *majors != 0).collect();
        named.sort_unstable();
        named.dedup();
        let track = wanted.track();
        Self { listing: facts.policy.majors_towards(track, series), named, relating: facts.relating(track) }
    }

    /// What the rules can tell of an occupation: whether it is listed, by which named majors, and what it is related to.
    fn sort(&self, own: Occupation, others: &[Occupation]) -> Sort {
        (
            own.placed(),
            own.majors & self.listing != 0,
            self.named.iter().map(|majors| own.majors & majors != 0).collect(),
            others.iter().map(|other| own.related(*other, self.relating)).collect(),
        )
    }
}

/// Two occupations of each sort that the standards, the catalogue and the named occupations can tell apart, where the
/// years to a level are left to standards.
fn of_standards(
    facts: &mut Facts<'_>,
    governed: &Governed,
    lookups: &Lookups,
    named: &[Occupation],
) -> Vec<Occupation> {
    let Level::Skill(level) = governed.level else { return Vec::new() };
    let standards = facts.standards;
    let stated = facts.names.all().len();
    let mut sorts = Vec::new();
    let mut kept = Vec::new();
    for (name, _) in standards.occupations().filter(|_| governed.standard) {
        let own = facts.names.place(name);
        if usize::try_from(own.name).is_ok_and(|name| name < stated) {
            continue;
        }
        let sort = (standards.years(name, level), lookups.sort(own, named));
        if sorts.iter().filter(|other| **other == sort).count() < 2 {
            sorts.push(sort);
            kept.push(own);
        }
    }
    kept
}

/// The occupations that a missing name may stand for: every one that is named, one related to each, and strangers of
/// every sort that the catalogue can tell apart. Where no route compares names, one of several that are alike otherwise.
pub(crate) fn occupations(facts: &mut Facts<'_>, governed: &Governed, wanted: Wanted) -> Vec<Occupation> {
    let policy = facts.policy;
    let lookups = Lookups::of(facts, governed, wanted);
    let by_name = sorts::names_matter(governed);
    let mut pool = facts.names.all();
    pool.truncate(MOST_OCCUPATIONS);
    pool.extend(of_standards(facts, governed, &lookups, &pool));
    let relating = lookups.relating;
    for own in pool.clone() {
        let related = own.code != 0 || (relating.group && own.group != 0) || own.majors & relating.rows != 0;
        if related && by_name {
            pool.push(facts.names.imagine(own.code, own.group, own.majors));
        }
        let majors = majors_by_code(facts, own).into_iter().filter(|majors| *majors != own.majors);
        for majors in majors.collect::<Vec<u32>>() {
            pool.push(facts.names.imagine(own.code, own.group, majors));
        }
    }
    let strangers = policy.catalogue.as_ref().map(|catalogue| strangers(catalogue, &lookups, &pool));
    for (group, majors) in strangers.unwrap_or_default() {
        for _ in 0..if by_name { 2 } else { 1 } {
            pool.push(facts.names.imagine(0, group, majors));
        }
    }
    for _ in 0..2 {
        pool.push(facts.names.imagine(0, 0, 0));
    }
    pool
}

/// The majors of what has the same code: where a table lists names, the name may be listed and the bare code is not.
fn majors_by_code(facts: &Facts<'_>, own: Occupation) -> Vec<u32> {
    let Some(catalogue) = &facts.policy.catalogue else { return Vec::new() };
    if own.code == 0 || catalogue.lists == Lists::Groups {
        return Vec::new();
    }
    let names = facts.national.occupations.named_by_code(own.code);
    let mut majors: Vec<u32> = names.iter().map(|name| catalogue.majors_of(name, None)).chain([0]).collect();
    majors.sort_unstable();
    majors.dedup();
    majors
}

/// Groups and majors of strangers: of each sort up to two that are not related to each other, and one unlisted group.
fn strangers(catalogue: &Catalogue, lookups: &Lookups, pool: &[Occupation]) -> Vec<(u32, u32)> {
    let taken: Vec<u32> = pool.iter().map(|own| own.group).collect();
    let mut kept: Vec<(Occupation, Sort)> = Vec::new();
    for (group, majors) in catalogue.kinds() {
        if group != 0 && taken.contains(&group) {
            continue;
        }
        let own = Occupation { name: u32::MAX, code: 0, group, majors };
        let sort = lookups.sort(own, pool);
        let mut same = kept.iter().filter(|(_, other)| *other == sort).map(|(other, _)| *other);
        let relates = |other: &Occupation| {
            let (group, rows) = (lookups.relating.group, lookups.relating.rows);
            (group && other.group != 0 && other.group == own.group) || other.majors & majors & rows != 0
        };
        if same.clone().count() < 2 && !same.any(|other| relates(&other)) {
            kept.push((own, sort));
        }
    }
    let mut strangers: Vec<(u32, u32)> = kept.into_iter().map(|(own, _)| (own.group, own.majors)).collect();
    if catalogue.lists == Lists::Groups {
        strangers.push((u32::MAX, 0));
    }
    strangers
}

/// Work is only told apart by what it is related to, where that matters at all: one occupation of each sort.
pub(crate) fn told_apart_by_work(facts: &Facts<'_>, governed: &Governed, pool: &[Occupation]) -> Vec<Occupation> {
    let relating = facts.relating(governed.level.track());
    let (skill, post) = sorts::work_is_compared_with(governed);
    let skills = facts.skills.iter().flatten().map(|skill| skill.occupation);
    let known: Option<Vec<Occupation>> =
        skills.filter(|_| skill).chain([facts.occupation].into_iter().filter(|_| post)).collect();
    let unknown = skill && facts.skills.is_none();
    let others = match &known {
        Some(known) if !unknown => known.as_slice(),
        _ => pool,
    };
    let mut sorts: Vec<Vec<bool>> = Vec::new();
    let mut kept = Vec::new();
    for own in pool {
        let sort: Vec<bool> = others.iter().map(|other| own.related(*other, relating)).collect();
        if !sorts.contains(&sort) {
            sorts.push(sort);
            kept.push(*own);
        }
    }
    kept
}
