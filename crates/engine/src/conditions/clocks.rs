//! Conditions that the passing of time cures or settles: years after a date, years of work, bars.

use model::dossier::End;
use model::paths::FactPath;
use model::periods::{Period, reached};
use model::reason::Reason;
use model::{Day, SkillLevel, Track};
use policy::condition::{Bar, Carrier, FraudReferral, Matching, WorkTest, Years, YearsAfter};
use smallvec::SmallVec;

use super::{Asks, Bound, Wanted, one};
use crate::facts::{Facts, SanctionFact, WorkFact};
use crate::timeline::{Met, Settled, Standing, Timeline};

fn sanction<'f>(facts: &'f Facts<'_>, element: usize) -> Option<&'f SanctionFact> {
    facts.sanctions.as_ref()?.get(element)
}

/// Barred through the anniversary of the finding; free on the day after it.
pub(super) fn bar(test: Bar, facts: &Facts<'_>, element: usize) -> Asks<Settled> {
    let Some(sanction) = sanction(facts, element) else { return Ok(Settled::always(Standing::Yes)) };
    let date = sanction.date.ok_or(FactPath::Sanction(sanction.index, "date"))?;
    let free = date.anniversary(test.years).next();
    Ok(Settled { line: Timeline::step(facts.as_of, Standing::No, Some(free), Standing::Yes), met: Met::On(free) })
}

/// Referred on every day before the anniversary of a finding that is new enough, which none is before that day itself.
pub(super) fn fraud_referral(test: FraudReferral, facts: &Facts<'_>, element: usize) -> Asks<Settled> {
    let Some(sanction) = sanction(facts, element) else { return Ok(Settled::always(Standing::Yes)) };
    if facts.as_of < test.since {
        return Ok(Settled::always(Standing::Yes));
    }
    let date = sanction.date.ok_or(FactPath::Sanction(sanction.index, "date"))?;
    if date < test.since {
        return Ok(Settled::always(Standing::Yes));
    }
    let over = date.anniversary(test.years);
    Ok(Settled { line: Timeline::step(facts.as_of, Standing::Refer, Some(over), Standing::Yes), met: Met::Timeless })
}

pub(super) fn why_bar<'f>(
    years: u16,
    free: impl Fn(Day) -> Day,
    facts: &Facts<'_>,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let sanction = element.and_then(|element| sanction(facts, element));
    let found = sanction.and_then(|sanction| sanction.date);
    let path = match sanction {
        Some(sanction) => FactPath::Sanction(sanction.index, if found.is_some() { "" } else { "date" }),
        None => FactPath::Sanctions,
    };
    (Reason::Bar { years, found, free: found.map(free) }, one(path))
}

/// The date of what carries the route: `Ok(None)` where nothing does.
fn carried_since(of: Carrier, facts: &Facts<'_>, bound: Bound) -> Asks<Option<Day>> {
    match of {
        Carrier::Skill => {
            bound.skill(facts).map(|skill| skill.date.ok_or(FactPath::Skill(skill.index, "date"))).transpose()
        }
        Carrier::Title => {
            bound.title(facts).map(|title| title.date.ok_or(FactPath::Title(title.index, "date"))).transpose()
        }
    }
}

fn track(of: Carrier) -> Track {
    match of {
        Carrier::Skill => Track::Skill,
        Carrier::Title => Track::Title,
    }
}

pub(super) fn years_after(test: YearsAfter, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(date) = carried_since(test.of, facts, bound)? else { return Ok(Settled::always(Standing::No)) };
    let met = date.anniversary(test.years);
    Ok(Settled { line: Timeline::step(facts.as_of, Standing::No, Some(met), Standing::Yes), met: Met::On(met) })
}

pub(super) fn why_years_after<'f>(
    test: YearsAfter,
    facts: &Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let from = carried_since(test.of, facts, bound).ok().flatten();
    let path = match (test.of, bound.skill(facts), bound.title(facts)) {
        (Carrier::Skill, Some(skill), _) => FactPath::Skill(skill.index, "date"),
        (Carrier::Skill, None, _) => FactPath::Skills,
        (Carrier::Title, _, Some(title)) => FactPath::Title(title.index, "date"),
        (Carrier::Title, _, None) => FactPath::Titles,
    };
    let reached = from.map(|day| day.anniversary(test.years));
    (Reason::YearsAfter { of: track(test.of), years: test.years, from, reached }, one(path))
}

/// The days on which matching work, and all counted work, reach the years.
struct WorkDays {
    years: u16,
    from: Option<Day>,
    matched: Option<Day>,
    with_other: Option<Day>,
}

enum Count {
    /// The standard has no entry: people decide.
    NoStandard,
    /// Nothing carries the route.
    NoCarrier,
    /// The occupation's standard has an entry, which closes this way.
    StandardInstead(u16),
    Days(WorkDays),
}

/// How many years are asked for; `Ok(None)` where they are left to a standard that has no entry.
fn years(test: WorkTest, facts: &Facts<'_>, wanted: Wanted) -> Asks<Option<u16>> {
    match (test.years, wanted) {
        (Years::Printed(years), _) => Ok(Some(years)),
        (Years::General(years), wanted) => Ok(Some(standard(facts, wanted)?.unwrap_or(years.general))),
        (Years::Left(_), wanted) => standard(facts, wanted),
    }
}

/// The years that the present occupation's standard asks for, where it has an entry.
fn standard(facts: &Facts<'_>, wanted: Wanted) -> Asks<Option<u16>> {
    let Wanted::Skill(level) = wanted else { return Ok(None) };
    if facts.standards.is_empty() {
        return Ok(None);
    }
    let post = facts.occupation.ok_or(FactPath::Occupation)?;
    Ok(facts.standards.years(facts.names.written(post).unwrap_or_default(), level))
}

/// Which periods of work are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Periods {
    /// All; what is missing of one has to be known.
    All,
    /// Those of which all that matters is stated.
    Stated,
}

fn count(test: WorkTest, facts: &Facts<'_>, wanted: Wanted, bound: Bound, periods: Periods) -> Asks<Count> {
    if test.unless_standard
        && let Some(years) = standard(facts, wanted)?
    {
        return Ok(Count::StandardInstead(years));
    }
    let Some(years) = years(test, facts, wanted)? else { return Ok(Count::NoStandard) };
    let from = match test.since {
        Some(of) => match carried_since(of, facts, bound)? {
            Some(date) => Some(date),
            None => return Ok(Count::NoCarrier),
        },
        None => None,
    };
    let start = from.unwrap_or(Day::FIRST);
    if years == 0 {
        return Ok(Count::Days(WorkDays { years, from, matched: Some(start), with_other: Some(start) }));
    }
    let own = match test.matching {
        Matching::RelatedToSkill => match bound.skill(facts) {
            Some(skill) => Some(skill.occupation()?),
            None => return Ok(Count::NoCarrier),
        },
        Matching::RelatedToPost => Some(facts.occupation.ok_or(FactPath::Occupation)?),
        Matching::Skilled | Matching::Any => None,
    };
    let mut matched: SmallVec<[Period; 8]> = SmallVec::new();
    let mut counted: SmallVec<[Period; 8]> = SmallVec::new();
    for work in facts.work.as_ref().ok_or(FactPath::Work)? {
        if (!work.skilled && test.matching != Matching::Any) || over_before(work, start) {
            continue;
        }
        let period = match period(work, facts.as_of) {
            Err(_) if periods == Periods::Stated => continue,
            period => period?,
        };
        counted.push(period);
        let matches = match (own, work.occupation) {
            (None, _) => true,
            (Some(own), Some(done)) => done.related(own, facts.relating(wanted.track())),
            (Some(_), None) if periods == Periods::Stated => false,
            (Some(_), None) => return Err(FactPath::WorkItem(work.index, "occupation")),
        };
        if matches {
            matched.push(period);
        }
    }
    let other = counted.len() > matched.len();
    let matched = reached(&mut matched, start, years);
    let with_other = if other { reached(&mut counted, start, years) } else { matched };
    Ok(Count::Days(WorkDays { years, from, matched, with_other }))
}

fn over_before(work: &WorkFact, start: Day) -> bool {
    matches!(work.to, Some(End::On(last)) if last < start)
}

/// The days worked; work that goes on to the day asked about is taken to continue.
fn period(work: &WorkFact, as_of: Day) -> Asks<Period> {
    let first = work.from.ok_or(FactPath::WorkItem(work.index, "from"))?;
    let last = match work.to.ok_or(FactPath::WorkItem(work.index, "to"))? {
        End::On(day) if day < as_of => day,
        _ => Day::LAST,
    };
    Ok(Period { first, last })
}

pub(super) fn work(test: WorkTest, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    counted(test, facts, wanted, bound, Periods::All)
}

/// The years with the stated periods alone: more work never hurts, so what they reach is reached.
pub(super) fn stated_work(test: WorkTest, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    counted(test, facts, wanted, bound, Periods::Stated)
}

fn counted(test: WorkTest, facts: &Facts<'_>, wanted: Wanted, bound: Bound, periods: Periods) -> Asks<Settled> {
    let days = match count(test, facts, wanted, bound, periods)? {
        Count::NoStandard => return Ok(Settled::always(Standing::Refer)),
        Count::NoCarrier | Count::StandardInstead(_) => return Ok(Settled::always(Standing::No)),
        Count::Days(days) => days,
    };
    let mut line = Timeline::step(facts.as_of, Standing::No, days.with_other, Standing::Refer);
    if let Some(day) = days.matched {
        line = line.join(&Timeline::step(facts.as_of, Standing::No, Some(day), Standing::Yes));
    }
    Ok(Settled { line, met: days.matched.map_or(Met::Timeless, Met::On) })
}

pub(super) fn why_work<'f>(
    test: WorkTest,
    facts: &Facts<'_>,
    wanted: Wanted,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let by_standard = match test.years {
        Years::Printed(_) => false,
        Years::Left(_) => true,
        Years::General(_) => standard(facts, wanted).ok().flatten().is_some(),
    };
    let level = match wanted {
        Wanted::Skill(level) => level,
        Wanted::Title(..) => SkillLevel::SeniorWorker,
    };
    let since = test.since.map(track);
    let mut paths = one(FactPath::Work);
    let carrier = test.since.map(|of| why_years_after(YearsAfter { of, years: 0 }, facts, bound).1);
    paths.extend(carrier.into_iter().flatten());
    let unknown = || {
        let years = years(test, facts, wanted).ok().flatten().unwrap_or(0);
        let from = test.since.and_then(|of| carried_since(of, facts, bound).ok().flatten());
        let undated = from.is_none() && test.since.is_some_and(|of| carried_since(of, facts, bound).is_err());
        Reason::Work { years, since, from, reached: None, with_other: None, standard: by_standard, undated }
    };
    let reason = match count(test, facts, wanted, bound, Periods::All) {
        Ok(Count::NoStandard) => Reason::NoStandard(level),
        Ok(Count::Days(WorkDays { years, from, matched, with_other })) => {
            Reason::Work { years, since, from, reached: matched, with_other, standard: by_standard, undated: false }
        }
        Ok(Count::NoCarrier) => unknown(),
        Ok(Count::StandardInstead(years)) => Reason::StandardInstead(level, years),
        Err(path) => {
            if !paths.contains(&path) {
                paths.push(path);
            }
            unknown()
        }
    };
    (reason, paths)
}
