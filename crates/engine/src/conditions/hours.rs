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
    let most = test.early.max(test.later);
    if (facts.year - last..facts.year).all(|year| facts.hours(year).is_ok_and(|hours| hours >= most)) {
        return Ok(Settled::always(Standing::Yes));
    }
    let date = skill.date.ok_or(FactPath::Skill(skill.index, "date"))?;
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
    Ok(Settled { line, met: Met::Timeless })
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
