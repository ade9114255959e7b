//! Hours of continuing education in the full calendar years before the day, after the certificate that carries the route.

use model::Day;
use model::paths::FactPath;
use model::reason::Reason;
use policy::condition::HoursTest;
use smallvec::SmallVec;

use super::{Asks, Bound, Wanted};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing, Timeline};

/// How many years are looked at for the title asked for.
fn years(test: &HoursTest, wanted: Wanted) -> i16 {
    match wanted {
        Wanted::Title(tier, _) => i16::from(test.years.get(&tier).copied().unwrap_or(0)),
        Wanted::Skill(_) => 0,
    }
}

/// The hours a year that a certificate of a date needs.
fn needed(test: &HoursTest, date: Day) -> u16 {
    if date.year() <= test.early_until { test.early } else { test.later }
}

/// Hours of the running and of later years are taken to be met; a year that begins before the certificate is left out.
pub(super) fn hours(test: &HoursTest, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    let Some(skill) = bound.skill(facts) else { return Ok(Settled::always(Standing::Yes)) };
    let last = years(test, wanted);
    let line = match skill.date {
        Some(date) => after(test, last, date, facts)?,
        None => {
            let met = |date: &Day| after(test, last, *date, facts) == Ok(Timeline::always(Standing::Yes));
            if !turning(test, last, facts).iter().all(met) {
                return Err(FactPath::Skill(skill.index, "date"));
            }
            Timeline::always(Standing::Yes)
        }
    };
    Ok(Settled { line, met: Met::Timeless })
}

/// How the hours stand for a certificate of a date.
fn after(test: &HoursTest, last: i16, date: Day, facts: &Facts<'_>) -> Asks<Timeline> {
    let needed = needed(test, date);
    let window = |year: i16| -> Asks<Standing> {
        let mut worst = Standing::Yes;
        for counted in (year - last..year).filter(|year| Day::first_of_year(*year) >= date && *year < facts.year) {
            if facts.hours(counted)? < needed {
                worst = Standing::No;
            }
        }
        Ok(worst)
    };
    let mut line = Timeline::always(window(facts.year)?);
    for year in facts.year + 1..=facts.year + last {
        line.push(Day::first_of_year(year), window(year)?);
    }
    Ok(line)
}

/// Dates of a certificate, one of each sort: those on which it begins to need more hours, or on which one more year is
/// left out of the window.
pub(crate) fn turning(test: &HoursTest, last: i16, facts: &Facts<'_>) -> Vec<Day> {
    let later = Day::first_of_year(test.early_until + 1);
    let mut days = vec![Day::FIRST, later.previous(), later, facts.as_of];
    for year in facts.year - last..facts.year {
        let first = Day::first_of_year(year);
        days.extend([first, first.next()]);
    }
    days.retain(|day| *day <= facts.as_of);
    days.sort_unstable();
    days.dedup();
    days
}

pub(super) fn why<'f>(
    test: &HoursTest,
    facts: &Facts<'_>,
    wanted: Wanted,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let skill = bound.skill(facts);
    let date = skill.and_then(|skill| skill.date);
    let last = years(test, wanted);
    let first = (facts.year - last..facts.year).find(|year| date.is_none_or(|date| Day::first_of_year(*year) >= date));
    let from = first.unwrap_or(facts.year);
    let looked_at = from..facts.year;
    let wanted = date.map(|date| needed(test, date));
    let rank = |year: &i16| match facts.hours(*year) {
        Ok(hours) if wanted.is_some_and(|wanted| hours < wanted) => 0,
        Ok(_) => 2,
        Err(_) => 1,
    };
    let year = looked_at.clone().min_by_key(rank).filter(|year| rank(year) < 2);
    let hours = year.and_then(|year| facts.hours(year).ok());
    let mut paths: SmallVec<[FactPath; 3]> = looked_at.map(FactPath::Hours).collect();
    paths.extend(skill.map(|skill| FactPath::Skill(skill.index, "date")));
    (Reason::Hours { from, to: facts.year - 1, wanted, year, hours }, paths)
}
