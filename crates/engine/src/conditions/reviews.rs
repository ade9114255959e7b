//! Conditions on the annual reviews of the last calendar years.

use model::paths::FactPath;
use model::reason::Reason;
use model::{Day, Grade};
use policy::condition::Reviews;
use smallvec::SmallVec;

use super::{Asks, yes_or_no};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing, Timeline};

fn standing(grade: Grade) -> Standing {
    match grade {
        Grade::None => Standing::Refer,
        grade if grade.passes() => Standing::Yes,
        _ => Standing::No,
    }
}

/// The last years' reviews: all 合格 or better; the window moves on every 1 January, future reviews pass.
pub(super) fn reviews(test: Reviews, facts: &Facts<'_>) -> Asks<Settled> {
    if test.excellent > 0 {
        return excellent(test, facts);
    }
    let last = i16::from(test.last);
    let mut all_pass = true;
    for year in facts.year - last..=facts.year {
        all_pass &= facts.review(year)?.passes();
    }
    if all_pass {
        return Ok(yes_or_no(true));
    }
    let window = |year: i16| -> Asks<Standing> {
        let mut worst = Standing::Yes;
        for reviewed in year - last..year {
            worst = worst.min(standing(facts.review(reviewed)?));
        }
        Ok(worst)
    };
    let mut line = Timeline::always(window(facts.year)?);
    for year in facts.year + 1..=facts.year + last + 1 {
        line.push(Day::first_of_year(year), window(year)?);
    }
    Ok(Settled { line, met: Met::Timeless })
}

/// At least so many 优秀 among the last years; where they are lacking, an unassessed year is left to people. Future reviews
/// pass, and none of them is 优秀.
fn excellent(test: Reviews, facts: &Facts<'_>) -> Asks<Settled> {
    let last = i16::from(test.last);
    let window = |year: i16| -> Asks<Standing> {
        let (mut excellent, mut unassessed) = (0, false);
        for reviewed in year - last..year {
            let grade = facts.review(reviewed)?;
            excellent += u8::from(grade == Grade::Excellent);
            unassessed |= grade == Grade::None;
        }
        Ok(match (excellent >= test.excellent, unassessed) {
            (true, _) => Standing::Yes,
            (false, true) => Standing::Refer,
            (false, false) => Standing::No,
        })
    };
    let mut line = Timeline::always(window(facts.year)?);
    for year in facts.year + 1..=facts.year + last + 1 {
        line.push(Day::first_of_year(year), window(year)?);
    }
    Ok(Settled { line, met: Met::Timeless })
}

fn why_excellent<'f>(test: Reviews, facts: &Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let years = facts.year - i16::from(test.last)..facts.year;
    let graded = |grade: Grade| years.clone().filter(move |year| facts.review(*year) == Ok(grade));
    let stated = u8::try_from(graded(Grade::Excellent).count()).unwrap_or(u8::MAX);
    let reason = Reason::Excellent {
        last: test.last,
        wanted: test.excellent,
        stated,
        unassessed: graded(Grade::None).next(),
        missing: years.clone().find(|year| facts.review(*year).is_err()),
    };
    (reason, years.map(FactPath::Review).collect())
}

pub(super) fn why<'f>(test: Reviews, facts: &Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    if test.excellent > 0 {
        return why_excellent(test, facts);
    }
    let years = facts.year - i16::from(test.last)..facts.year;
    let rank = |year: &i16| match facts.review(*year) {
        Ok(grade) => match standing(grade) {
            Standing::No => 0,
            Standing::Refer => 2,
            Standing::Yes => 3,
        },
        Err(_) => 1,
    };
    let year = years.clone().min_by_key(rank).filter(|year| rank(year) < 3);
    let reason = Reason::Reviews { last: test.last, year, grade: year.and_then(|year| facts.review(year).ok()) };
    (reason, years.map(FactPath::Review).collect())
}
