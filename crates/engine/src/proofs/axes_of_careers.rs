//! Axes of a career: certificates, titles and work, dated around every threshold that the way's clocks know.

use model::dossier::{End, Skill, Title, Work};
use model::{Day, Series, SkillLevel, TitleTier, Word as _};
use policy::condition::Condition;
use policy::rule::Level;

use super::axes::{Axis, Change, change};
use super::passing::{Clocks, conditions};
use super::person::{Person, years_before};
use super::ways::Way;
use super::world::World;

pub(super) fn careers(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let clocks = Clocks::of(way);
    let mut axes = Vec::new();
    if conditions(way).any(|one| matches!(one, Condition::Skill(_) | Condition::HoldsSkill(_))) {
        axes.extend(certificates(world, way, &clocks));
    }
    if conditions(way).any(|one| matches!(one, Condition::Title(_))) {
        axes.extend(titles(world, way, &clocks));
    }
    if !clocks.work.is_empty() {
        axes.extend(work(world, &clocks));
    }
    axes
}

fn skill(set: impl Fn(&mut Skill, Day) + 'static) -> Change {
    change(move |person| {
        let as_of = person.as_of;
        if let Some(own) = person.dossier.skills.as_mut().and_then(|all| all.first_mut()) {
            set(own, as_of);
        }
    })
}

fn title(set: impl Fn(&mut Title, Day) + 'static) -> Change {
    change(move |person| {
        let as_of = person.as_of;
        if let Some(own) = person.dossier.titles.as_mut().and_then(|all| all.first_mut()) {
            set(own, as_of);
        }
    })
}

fn certificates(world: &World<'_>, way: &Way<'_>, clocks: &Clocks) -> Vec<Axis> {
    let mut levels: Vec<SkillLevel> = Vec::new();
    let mut sorts = Vec::new();
    for level in SkillLevel::ALL.iter().copied() {
        let sort: Vec<bool> = conditions(way)
            .filter_map(|one| match one {
                Condition::Skill(test) => Some(level >= test.at_least),
                Condition::HoldsSkill(test) => Some(level >= test.at_least),
                Condition::LevelLeft(left) => Some(left.contains(&level)),
                _ => None,
            })
            .chain(if let Level::Skill(wanted) = world.governed.level { Some(level >= wanted) } else { None })
            .collect();
        if !sorts.contains(&sort) {
            sorts.push(sort);
            levels.push(level);
        }
    }
    let mut held: Vec<Change> = levels.into_iter().map(|level| skill(move |own, _| own.level = Some(level))).collect();
    held.push(change(|person| person.dossier.skills = Some(Vec::new())));
    let named = world.others.iter().cloned();
    let occupations = named.map(|name| skill(move |own, _| own.occupation = Some(name.clone()))).collect();
    let mut dates = dated(&clocks.skill, |set| skill(move |own, as_of| own.date = Some(set(as_of))));
    for condition in conditions(way) {
        let Condition::Hours(test) = condition else { continue };
        let turn = Day::first_of_year(test.early_until + 1);
        dates.extend([turn.previous(), turn].map(|day| skill(move |own, _| own.date = Some(day))));
        let last = test.years.values().copied().max().unwrap_or(0);
        for back in 1..=i16::from(last) {
            let first = move |as_of: Day| Day::first_of_year(as_of.year() - back);
            dates.push(skill(move |own, as_of| own.date = Some(first(as_of))));
            dates.push(skill(move |own, as_of| own.date = Some(first(as_of).next())));
        }
    }
    let second = change(|person: &mut Person| {
        let as_of = person.as_of;
        let all = person.dossier.skills.get_or_insert_default();
        let newer = all.first().cloned().map(|one| Skill { date: Some(as_of), ..one });
        all.extend(newer);
    });
    vec![Axis::new(held), Axis::new(occupations), Axis::new(dates), Axis::new(vec![second])]
}

fn titles(world: &World<'_>, way: &Way<'_>, clocks: &Clocks) -> Vec<Axis> {
    let asked = conditions(way).filter_map(|one| match one {
        Condition::Title(test) => Some(test.at_least),
        _ => None,
    });
    let asked: Vec<TitleTier> = asked.collect();
    let mut tiers: Vec<TitleTier> = Vec::new();
    let mut sorts = Vec::new();
    for tier in TitleTier::ALL.iter().copied() {
        let sort: Vec<bool> = asked.iter().map(|at_least| tier >= *at_least).collect();
        if !sorts.contains(&sort) {
            sorts.push(sort);
            tiers.push(tier);
        }
    }
    let mut held: Vec<Change> = tiers.into_iter().map(|tier| title(move |own, _| own.tier = Some(tier))).collect();
    held.push(change(|person| person.dossier.titles = Some(Vec::new())));
    held.push(title(|own, _| own.series = Some(Series::Sports)));
    let mut specialties = Vec::new();
    if conditions(way).any(|one| matches!(one, Condition::TitleSpecialty(_))) {
        let name = world.other_major.clone().unwrap_or_else(|| "另一专业".to_owned());
        specialties.push(title(move |own, _| own.specialty = Some(name.clone())));
    }
    let dates = dated(&clocks.title, |set| title(move |own, as_of| own.date = Some(set(as_of))));
    vec![Axis::new(held), Axis::new(specialties), Axis::new(dates)]
}

/// Dates around the days on which clocks of so many years are met on the day asked about, and around that day itself.
fn dated(years: &[u16], make: impl Fn(Box<dyn Fn(Day) -> Day>) -> Change) -> Vec<Change> {
    let mut dates = Vec::new();
    for years in years.iter().copied().filter(|years| *years > 0) {
        for days in [-1, 0, 1] {
            dates.push(make(Box::new(move |as_of| years_before(as_of, years).plus(days))));
        }
    }
    dates.push(make(Box::new(|as_of| as_of)));
    dates.push(make(Box::new(Day::next)));
    dates
}

fn first_work(set: impl Fn(&mut Work, Day) + 'static) -> Change {
    change(move |person| {
        let as_of = person.as_of;
        if let Some(own) = person.dossier.work.as_mut().and_then(|all| all.first_mut()) {
            set(own, as_of);
        }
    })
}

fn work(world: &World<'_>, clocks: &Clocks) -> Vec<Axis> {
    let most = clocks.work.iter().copied().rev().filter(|years| *years > 0);
    let years: Vec<u16> = most.collect();
    // Fewest days first; the passing person has worked longer than all of these.
    let mut from: Vec<Change> =
        vec![first_work(|own, as_of| own.from = Some(as_of.next())), first_work(|own, as_of| own.from = Some(as_of))];
    for years in years.iter().rev().copied() {
        for days in [1, 0, -1] {
            from.push(first_work(move |own, as_of| own.from = Some(years_before(as_of, years).plus(days))));
        }
    }
    let position = from.len();
    let from = Axis { values: from, work: Some(position) };
    // Ended when the years after the carrying record, or of the whole career, are just filled or lack a day.
    let clocks = std::rc::Rc::new(clocks.clone());
    let mut ends: Vec<Change> = Vec::new();
    for since_carrier in [false, true] {
        for years in years.iter().rev().copied() {
            for days in [-2, -1] {
                let clocks = clocks.clone();
                ends.push(first_work(move |own, as_of| {
                    let start = if since_carrier { clocks.carried_since(as_of) } else { clocks.working_since(as_of) };
                    own.to = Some(End::On(start.anniversary(years).plus(days)));
                }));
            }
        }
    }
    ends.push(first_work(|own, as_of| own.to = Some(End::On(as_of.previous()))));
    ends.push(first_work(|own, as_of| own.to = Some(End::On(as_of))));
    let position = ends.len();
    let ends = Axis { values: ends, work: Some(position) };
    let mut added: Vec<Change> = vec![added_period(world, |as_of| {
        let start = years_before(as_of, 60);
        (start, End::On(start))
    })];
    for years in years.iter().rev().copied() {
        for days in [-2, -1] {
            added.push(added_period(world, move |as_of| {
                let start = years_before(as_of, 60);
                (start, End::On(start.anniversary(years).plus(days)))
            }));
        }
    }
    let resumed = vec![
        added_period(world, |as_of| (as_of, End::GoingOn)),
        added_period(world, |as_of| (as_of.previous(), End::GoingOn)),
        added_period(world, |as_of| (years_before(as_of, 1), End::GoingOn)),
    ];
    let stranger = world.others.first().cloned().unwrap_or_default();
    let sorts = vec![
        first_work(move |own, _| own.occupation = Some(stranger.clone())),
        first_work(|own, _| own.skilled = false),
        change(|person| person.dossier.work = Some(Vec::new())),
    ];
    let added = Axis { values: added, work: Some(0) };
    let resumed = Axis { values: resumed, work: Some(0) };
    vec![from, ends, added, resumed, Axis::new(sorts)]
}

fn added_period(world: &World<'_>, period: impl Fn(Day) -> (Day, End) + 'static) -> Change {
    let occupation = world.listed.clone();
    change(move |person| {
        let (from, to) = period(person.as_of);
        let occupation = Some(occupation.clone());
        let own = Work { occupation, from: Some(from), to: Some(to), skilled: true };
        person.dossier.work.get_or_insert_default().push(own);
    })
}
