//! Conditions on the person's present employment and annual reviews.

use model::dossier::Field;
use model::paths::FactPath;
use model::reason::Reason;
use model::{Appointment, Day, Grade};
use policy::condition::{EmployerKinds, Post, Reviews, Statuses};
use smallvec::SmallVec;

use super::{Asks, Wanted, one};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing, Timeline};

fn yes_or_no(yes: bool) -> Settled {
    Settled::always(if yes { Standing::Yes } else { Standing::No })
}

pub(super) fn status(test: &Statuses, facts: &Facts<'_>) -> Asks<Settled> {
    let status = facts.status.ok_or(FactPath::Status)?;
    Ok(Settled::always(if test.yes.contains(&status) {
        Standing::Yes
    } else if test.refer.contains(&status) {
        Standing::Refer
    } else {
        Standing::No
    }))
}

pub(super) fn employer_kind(test: &EmployerKinds, facts: &Facts<'_>) -> Asks<Settled> {
    let Some(kind) = facts.employer_kind else {
        return if test.absent_passes { Ok(yes_or_no(true)) } else { Err(FactPath::EmployerKind) };
    };
    Ok(Settled::always(if test.refer.contains(&kind) {
        Standing::Refer
    } else if test.no.contains(&kind) || test.yes.as_ref().is_some_and(|yes| !yes.contains(&kind)) {
        Standing::No
    } else {
        Standing::Yes
    }))
}

pub(super) fn field(facts: &Facts<'_>, wanted: Wanted) -> Asks<Settled> {
    let field = facts.field.ok_or(FactPath::Field)?;
    Ok(yes_or_no(matches!((field, wanted), (Field::Of(own), Wanted::Title(_, series)) if own == series)))
}

pub(super) fn why_field<'f>(facts: &Facts<'_>, wanted: Wanted) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let series = match wanted {
        Wanted::Title(_, series) => series,
        Wanted::Skill(_) => model::Series::Engineering,
    };
    (Reason::Field(facts.field, series), one(FactPath::Field))
}

pub(super) fn post(post: Post, facts: &Facts<'_>) -> Asks<Settled> {
    match post {
        Post::Frontline => facts.frontline.ok_or(FactPath::Frontline),
        Post::Skilled => facts.skilled_post.ok_or(FactPath::SkilledPost),
    }
    .map(yes_or_no)
}

pub(super) fn why_post<'f>(post: Post, facts: &Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    match post {
        Post::Frontline => (Reason::Frontline(facts.frontline), one(FactPath::Frontline)),
        Post::Skilled => (Reason::SkilledPost(facts.skilled_post), one(FactPath::SkilledPost)),
    }
}

pub(super) fn appointed(post: Appointment, facts: &Facts<'_>) -> Asks<Settled> {
    facts.appointed.ok_or(FactPath::AppointedAs).map(|own| yes_or_no(own == post))
}

fn standing(grade: Grade) -> Standing {
    match grade {
        Grade::None => Standing::Refer,
        grade if grade.passes() => Standing::Yes,
        _ => Standing::No,
    }
}

/// The last years' reviews: all 合格 or better; the window moves on every 1 January, future reviews pass.
pub(super) fn reviews(test: Reviews, facts: &Facts<'_>) -> Asks<Settled> {
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

pub(super) fn why_reviews<'f>(test: Reviews, facts: &Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
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
