//! Days on which a count of years of work turns. Where several facts about work are missing together, the earliest and the
//! latest day alone do not show what another fact changes: these days do.

use model::Day;
use model::dossier::End;
use model::paths::FactPath;
use model::periods::{Period, reached};
use policy::condition::{Condition, Years};
use policy::rule::{Governed, Level, Test};

use crate::facts::{DiplomaFact, Facts, WorkFact};
use crate::occupation::{Occupation, Relating};

/// The most days that are tried for one missing fact, by how many days of work are missing together.
const MOST_DAYS: [usize; 4] = [24, 24, 10, 4];
/// Up to this many periods of work the turning days are looked for.
const MOST_PERIODS: usize = 16;

/// Which work is counted.
#[derive(Clone, Copy)]
enum Counted {
    Any,
    Skilled,
    RelatedTo(Occupation),
}

/// Further days to try for the missing day, or the dates of a missing list, at `path`.
pub(crate) fn critical_days(path: FactPath, facts: &Facts<'_>, governed: &Governed) -> Vec<Day> {
    let work = facts.work.as_deref().unwrap_or_default();
    if work.is_empty() || work.len() > MOST_PERIODS || !others_missing(path, facts) {
        return Vec::new();
    }
    let skills = facts.skills.iter().flatten();
    let mut starts = vec![Day::FIRST];
    starts.extend(skills.clone().filter_map(|skill| skill.date));
    starts.extend(facts.titles.iter().flatten().filter_map(|title| title.date));
    let own = |day: Day| if is_work(path) { starts.clone() } else { vec![day] };
    let mut counted = vec![Counted::Any, Counted::Skilled];
    let mut named: Vec<Occupation> = skills.filter_map(|skill| skill.occupation).chain(facts.occupation).collect();
    named.extend(work.iter().filter_map(|one| one.occupation));
    named.sort_unstable_by_key(|own| own.name);
    named.dedup();
    counted.extend(named.into_iter().map(Counted::RelatedTo));
    let relating = facts.relating(governed.level.track());
    let mut helpers: Vec<Option<u32>> = vec![None];
    helpers.extend(work.iter().filter(|one| incomplete(one)).map(|one| Some(one.index)));
    let horizons = horizons(facts, governed);
    let mut days: Vec<Day> = Vec::new();
    for years in years(facts, governed) {
        for counted in &counted {
            for helper in &helpers {
                let starts = if is_work(path) { starts.len() } else { 1 };
                for start in 0..starts {
                    let met = |day: Day| {
                        let from = own(day).get(start).copied().unwrap_or(day);
                        let mut periods = periods(path, day, facts, (*counted, relating), *helper);
                        reached(&mut periods, from, years)
                    };
                    for horizon in &horizons {
                        let enough = |day: Day| met(day).is_some_and(|met| met <= *horizon);
                        turning(path, facts, enough, &mut days);
                    }
                }
            }
        }
    }
    fewer(days, facts)
}

/// Last days of work that are just enough for one certificate or title, and just too few.
pub(crate) fn critical_ends(facts: &Facts<'_>, governed: &Governed) -> Vec<Day> {
    let skills = facts.skills.iter().flatten();
    if !carriers_missing(facts) {
        return Vec::new();
    }
    let dates = skills.filter_map(|skill| skill.date).chain(facts.titles.iter().flatten().filter_map(|one| one.date));
    let all = years(facts, governed);
    let enough = |date: Day| all.iter().map(move |years| date.anniversary(*years).previous()).collect::<Vec<Day>>();
    let mut ends: Vec<Day> = dates.flat_map(enough).flat_map(|day| [day, day.previous()]).collect();
    ends.retain(|day| *day < facts.stated_on);
    fewer(ends, facts)
}

/// First days of work in a list that is not stated, between the first day of all and the day asked about, for which the date
/// of a certificate or title makes a difference: work that has just begun, and work that just reaches the years today.
pub(crate) fn critical_beginnings(facts: &Facts<'_>, governed: &Governed) -> Vec<Day> {
    let skills = facts.skills.iter().flatten().any(|one| one.date.is_none());
    if !skills && !facts.titles.iter().flatten().any(|one| one.date.is_none()) {
        return Vec::new();
    }
    let reached = |years: u16| {
        let date = facts.as_of.date();
        let year = date.year() - i16::try_from(years).ok()?;
        Day::new(year, date.month(), date.day()).or_else(|| Day::new(year, 2, 28))
    };
    let mut days: Vec<Day> = years(facts, governed).into_iter().filter_map(reached).collect();
    days.push(facts.stated_on.previous());
    days.retain(|day| *day < facts.stated_on);
    fewer(days, facts)
}

/// Each day once, and so few that all combinations can be tried.
fn fewer(mut days: Vec<Day>, facts: &Facts<'_>) -> Vec<Day> {
    days.sort_unstable();
    days.dedup();
    let work = facts.work.iter().flatten();
    let missing: usize = work.map(|one| usize::from(one.from.is_none()) + usize::from(one.to.is_none())).sum();
    days.truncate(MOST_DAYS.get(missing).copied().unwrap_or(0));
    days
}

fn is_work(path: FactPath) -> bool {
    matches!(path, FactPath::WorkItem(..))
}

fn incomplete(work: &WorkFact) -> bool {
    work.from.is_none() || work.to.is_none() || work.occupation.is_none()
}

/// Whether other facts are missing that the count depends on.
fn others_missing(path: FactPath, facts: &Facts<'_>) -> bool {
    let other = |work: &WorkFact| match path {
        FactPath::WorkItem(index, key) if index == work.index => {
            work.occupation.is_none() || (if key == "to" { work.from.is_none() } else { work.to.is_none() })
        }
        _ => incomplete(work),
    };
    facts.work.iter().flatten().any(other) || is_work(path) && (carriers_missing(facts) || diplomas_missing(facts))
}

/// Whether a fact about a diploma is missing, with which fewer years may be enough.
fn diplomas_missing(facts: &Facts<'_>) -> bool {
    let unknown = |one: &DiplomaFact| one.level.is_none() || one.relevant_to.is_none();
    facts.policy.asks_for_education && facts.education.as_ref().is_none_or(|all| all.iter().any(unknown))
}

/// Whether a fact about what may carry a route is missing.
fn carriers_missing(facts: &Facts<'_>) -> bool {
    let (skills, titles) = (facts.skills.iter().flatten(), facts.titles.iter().flatten());
    let mut skills = skills.map(|one| one.level.is_none() || one.occupation.is_none() || one.date.is_none());
    let mut titles = titles.map(|one| one.tier.is_none() || one.series.is_none() || one.date.is_none());
    let lists = facts.skills.is_none() || facts.titles.is_none() || facts.occupation.is_none();
    lists || skills.any(|missing| missing) || titles.any(|missing| missing)
}

/// The numbers of years that the routes ask for.
fn years(facts: &Facts<'_>, governed: &Governed) -> Vec<u16> {
    let mut all = Vec::new();
    for route in &governed.routes {
        route.rule.leaves(&mut |leaf| {
            let Test::Condition(Condition::Work(test)) = &leaf.test else { return };
            match test.years {
                Years::Printed(years) => all.push(years),
                Years::General(years) => all.push(years.general),
                Years::Left(_) => {}
            }
            if let (Years::Left(_) | Years::General(_), Level::Skill(level)) = (test.years, governed.level) {
                let post = facts.occupation.and_then(|post| facts.names.written(post)).unwrap_or_default();
                all.extend(facts.standards.years(post, level));
            }
        });
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The day asked about, and the later days on which other conditions open: what is met before them changes nothing.
fn horizons(facts: &Facts<'_>, governed: &Governed) -> Vec<Day> {
    let mut days = vec![facts.as_of];
    let failed = facts.reviews.iter().any(|(_, grade)| !grade.passes());
    for route in &governed.routes {
        route.rule.leaves(&mut |leaf| match &leaf.test {
            Test::Condition(Condition::Reviews(test)) if failed || test.excellent > 0 => {
                let last = i16::from(test.last);
                days.extend((facts.year + 1..=facts.year + last + 1).map(Day::first_of_year));
            }
            Test::Condition(Condition::Hours(test)) if facts.hours.iter().any(|(_, hours)| *hours < test.later) => {
                let last = i16::from(test.years.values().copied().max().unwrap_or(0));
                days.extend((facts.year + 1..=facts.year + last).map(Day::first_of_year));
            }
            Test::Condition(Condition::Bar(test)) => {
                let found = facts.sanctions.iter().flatten().filter_map(|sanction| sanction.date);
                days.extend(found.map(|date| date.anniversary(test.years).next()).filter(|free| *free > facts.as_of));
            }
            _ => {}
        });
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The work that counts with `day` as the missing one: what is fully known, and the record `helper` at its best.
fn periods(
    path: FactPath,
    day: Day,
    facts: &Facts<'_>,
    (counted, relating): (Counted, Relating),
    helper: Option<u32>,
) -> Vec<Period> {
    let counts = |work: &WorkFact| match counted {
        Counted::Any => true,
        Counted::Skilled => work.skilled,
        Counted::RelatedTo(own) => work.skilled && work.occupation.is_none_or(|done| done.related(own, relating)),
    };
    let last = |to: Option<End>| match to {
        Some(End::On(last)) if last < facts.as_of => last,
        _ => Day::LAST,
    };
    let period = |work: &WorkFact| {
        let best = Period { first: work.from.unwrap_or(Day::FIRST), last: last(work.to) };
        match path {
            FactPath::WorkItem(index, "from") if index == work.index => Some(Period { first: day, ..best }),
            FactPath::WorkItem(index, "to") if index == work.index => Some(Period { last: day, ..best }),
            _ if incomplete(work) && helper != Some(work.index) => None,
            _ => Some(best),
        }
    };
    facts.work.iter().flatten().filter(|work| counts(work)).filter_map(period).collect()
}

/// Adds the days on both sides of the one on which `enough` turns, if it does.
fn turning(path: FactPath, facts: &Facts<'_>, enough: impl Fn(Day) -> bool, days: &mut Vec<Day>) {
    let rising = matches!(path, FactPath::WorkItem(_, "to"));
    let (mut before, mut after) = (Day::FIRST, facts.as_of);
    if enough(before) == enough(after) || enough(after) != rising {
        return;
    }
    while after.days_since(before) > 1 {
        let middle = before.plus(after.days_since(before) / 2);
        if enough(middle) == rising { after = middle } else { before = middle }
    }
    days.extend([before, after]);
}
