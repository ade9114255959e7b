//! A dossier on a later day: as it stands, and as if the person simply carried on.

use std::borrow::Cow;

use model::dossier::{Dossier, End};
use model::paths::FactPath;
use model::{Day, Grade};

/// Hours of continuing education that are enough everywhere: those of a whole leap year.
pub(crate) const ENOUGH_HOURS: u16 = 8784;

/// The dossier on a later day: work that goes on still does, and the years that have ended meanwhile are recorded as passed
/// where nothing else is recorded of them.
pub(crate) fn later(dossier: &Dossier, from: Day, to: Day) -> Cow<'_, Dossier> {
    let goes_on = |to: Option<End>| matches!(to, Some(End::On(last)) if last >= from);
    if from.year() == to.year() && !dossier.work.iter().flatten().any(|work| goes_on(work.to)) {
        return Cow::Borrowed(dossier);
    }
    let mut later = dossier.clone();
    for work in later.work.iter_mut().flatten() {
        if goes_on(work.to) {
            work.to = Some(End::GoingOn);
        }
    }
    for year in from.year()..to.year() {
        later.reviews.entry(year).or_insert(Grade::Pass);
        later.continuing_education.entry(year).or_insert(ENOUGH_HOURS);
    }
    Cow::Owned(later)
}

/// The dossier of a person who simply carries on: nothing of what lies in the future comes true but what `earliest` assumes.
/// Reviews and hours that the dossier has for later years do not count either.
pub(crate) fn carried_on(dossier: &Dossier, from: Day, to: Day) -> Dossier {
    let mut later = later(dossier, from, to).into_owned();
    later.reviews.retain(|year, _| *year <= from.year());
    for year in from.year()..to.year() {
        later.reviews.entry(year).or_insert(Grade::Pass);
        later.continuing_education.insert(year, ENOUGH_HOURS);
    }
    let happened = |date: Option<Day>| date.is_none_or(|date| date <= from);
    later.skills.iter_mut().for_each(|all| all.retain(|one| happened(one.date)));
    later.titles.iter_mut().for_each(|all| all.retain(|one| happened(one.date)));
    later.education.iter_mut().for_each(|all| all.retain(|one| happened(one.date)));
    later.honours.iter_mut().for_each(|all| all.retain(|one| happened(one.date)));
    later.sanctions.iter_mut().for_each(|all| all.retain(|one| happened(one.date)));
    later.work.iter_mut().for_each(|all| all.retain(|one| happened(one.from)));
    later
}

/// The path by which the dossier names a fact of the person who carries on from it, without the records of the future.
pub(crate) fn as_stated(dossier: &Dossier, from: Day, path: FactPath) -> FactPath {
    fn place<T>(list: Option<&Vec<T>>, from: Day, date: impl Fn(&T) -> Option<Day>, index: u32) -> u32 {
        let happened = |(_, one): &(u32, &T)| date(one).is_none_or(|date| date <= from);
        let mut kept = (0..).zip(list.into_iter().flatten()).filter(happened);
        usize::try_from(index).ok().and_then(|index| kept.nth(index)).map_or(index, |(place, _)| place)
    }
    match path {
        FactPath::Skill(i, key) => FactPath::Skill(place(dossier.skills.as_ref(), from, |one| one.date, i), key),
        FactPath::Title(i, key) => FactPath::Title(place(dossier.titles.as_ref(), from, |one| one.date, i), key),
        FactPath::Diploma(i, key) => FactPath::Diploma(place(dossier.education.as_ref(), from, |one| one.date, i), key),
        FactPath::Honour(i, key) => FactPath::Honour(place(dossier.honours.as_ref(), from, |one| one.date, i), key),
        FactPath::Sanction(i, key) => {
            FactPath::Sanction(place(dossier.sanctions.as_ref(), from, |one| one.date, i), key)
        }
        FactPath::WorkItem(i, key) => FactPath::WorkItem(place(dossier.work.as_ref(), from, |one| one.from, i), key),
        path => path,
    }
}

/// The dossier without what may make the following day a worse one: a finding of that day, an honour that lapses, and
/// recorded years that enter or leave a window.
pub(crate) fn without_events(dossier: &Dossier, day: Day) -> Dossier {
    let mut calm = dossier.clone();
    let next = day.next();
    calm.sanctions.iter_mut().for_each(|all| all.retain(|one| one.date != Some(next)));
    for honour in calm.honours.iter_mut().flatten() {
        if honour.until == Some(day) {
            honour.until = None;
        }
    }
    if next.year() > day.year() {
        calm.reviews.entry(day.year()).and_modify(|grade| *grade = Grade::Pass);
        calm.continuing_education.entry(day.year()).and_modify(|hours| *hours = ENOUGH_HOURS);
        for grade in calm.reviews.values_mut().filter(|grade| **grade == Grade::Excellent) {
            *grade = Grade::Pass;
        }
    }
    calm
}
