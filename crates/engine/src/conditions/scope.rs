//! Conditions on the person's present employment and annual reviews.

use model::dossier::Field;
use model::paths::FactPath;
use model::reason::Reason;
use model::{Appointment, Series};
use policy::condition::{EmployerKinds, FieldOf, Post, Statuses};
use smallvec::SmallVec;

use super::{Asks, Bound, Wanted, one, yes_or_no};
use crate::facts::Facts;
use crate::timeline::{Settled, Standing};

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

pub(super) fn upper_level(wanted: bool, facts: &Facts<'_>) -> Asks<Settled> {
    facts.upper_level.ok_or(FactPath::UpperLevel).map(|own| yes_or_no(own == wanted))
}

/// Exact names; an employer without a stated name is none of them.
pub(super) fn employer_named(names: &[String], facts: &Facts<'_>) -> Settled {
    let name = facts.dossier.employment.employer.name.as_deref();
    yes_or_no(name.is_some_and(|name| names.iter().any(|own| own == name)))
}

pub(super) fn why_employer_named<'f>(
    among: &'f [String],
    facts: &'f Facts<'_>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let name = facts.dossier.employment.employer.name.as_deref();
    (Reason::EmployerNamed { name, among }, one(FactPath::EmployerName))
}

pub(super) fn specialty_among(fields: &[String], facts: &Facts<'_>) -> Asks<Settled> {
    let specialty = facts.specialty.as_deref().ok_or(FactPath::Specialty)?;
    Ok(yes_or_no(fields.iter().any(|own| own == specialty)))
}

pub(super) fn why_specialty_among<'f>(
    among: &'f [String],
    facts: &'f Facts<'_>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    (Reason::SpecialtyAmong { specialty: facts.specialty.as_deref(), among }, one(FactPath::Specialty))
}

fn series_of(of: FieldOf, wanted: Wanted) -> Series {
    match (of, wanted) {
        (FieldOf::Series(series), _) | (_, Wanted::Title(_, series)) => series,
        (_, Wanted::Skill(_)) => Series::Engineering,
    }
}

pub(super) fn field(of: FieldOf, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    let series = match of {
        FieldOf::Title => {
            let Some(title) = bound.title(facts) else { return Ok(yes_or_no(true)) };
            title.series.ok_or(FactPath::Title(title.index, "series"))?
        }
        of => series_of(of, wanted),
    };
    let field = facts.field.ok_or(FactPath::Field)?;
    Ok(yes_or_no(field == Field::Of(series)))
}

pub(super) fn why_field<'f>(of: FieldOf, facts: &Facts<'_>, wanted: Wanted) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    (Reason::Field(facts.field, series_of(of, wanted)), one(FactPath::Field))
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
