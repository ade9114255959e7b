//! Applies changes to a dossier, all of them on one day.

use model::dossier::{Dossier, Education, End, Field, Skill, Title, Work};
use model::remedy::Change;
use model::{Day, Grade, Status};
use policy::Policy;

use super::Cure;
use crate::conditions::Wanted;
use crate::fulfil::{honour, listed};

/// The dossier with the changes.
pub(super) fn applied(dossier: &Dossier, policy: &Policy, wanted: Wanted, as_of: Day, changes: &[Cure]) -> Dossier {
    let mut changed = dossier.clone();
    // A new post first: certificates and work may be of its occupation.
    let (posts, others): (Vec<&Cure>, Vec<&Cure>) =
        changes.iter().partition(|cure| matches!(cure.change, Change::PostIn { .. }));
    for cure in posts.into_iter().chain(others) {
        apply(&mut changed, policy, wanted, as_of, &cure.change);
    }
    changed
}

fn apply(dossier: &mut Dossier, policy: &Policy, wanted: Wanted, as_of: Day, change: &Change) {
    let employment = &mut dossier.employment;
    match change {
        Change::State(_) | Change::Wait { .. } | Change::Decided(_) | Change::Expired(_) => {}
        Change::Certificate { level, occupation, .. } => {
            let occupation = occupation.clone().or_else(|| any_occupation(dossier));
            let own = Skill { level: Some(*level), occupation, date: Some(as_of), ..Skill::default() };
            dossier.skills.get_or_insert_default().push(own);
        }
        Change::Title { tier, series } => {
            let own = Title { tier: Some(*tier), series: Some(*series), date: Some(as_of), ..Title::default() };
            dossier.titles.get_or_insert_default().push(own);
        }
        Change::Diploma { level, relevant_to } => {
            let relevant_to = Some(relevant_to.iter().cloned().collect());
            let own = Education { level: Some(*level), date: Some(as_of), relevant_to, ..Education::default() };
            dossier.education.get_or_insert_default().push(own);
        }
        Change::Honours { list, many, .. } => {
            let position = policy.honours.lists.iter().position(|(clause, _)| clause == list);
            let entries = policy.honours.entries.iter().filter(|entry| Some(entry.list) == position);
            // The plainest honour of the list: one that opens without people's word, for whoever holds it.
            let Some(entry) = entries.min_by_key(|entry| (entry.refer, entry.skilled_worker)) else { return };
            let own = vec![honour(entry, as_of); usize::from(*many)];
            dossier.honours.get_or_insert_default().extend(own);
        }
        Change::Hours(years) => dossier.continuing_education.extend(years),
        Change::Employment | Change::Status(_) => employment.status = Some(Status::InService),
        Change::EmployerKind(kinds) => employment.employer.kind = kinds.first().copied(),
        Change::UpperLevel(own) => employment.employer.upper_level = Some(*own),
        Change::EmployerNamed(names) => employment.employer.name = names.first().cloned(),
        Change::Specialty(names) => employment.specialty = names.first().cloned(),
        Change::Field(series) => employment.field = Some(Field::Of(*series)),
        Change::Frontline => employment.frontline = Some(true),
        Change::SkilledPost => employment.skilled_post = Some(true),
        Change::Appointed(post) => employment.appointed_as = Some(*post),
        Change::PostIn { occupation, .. } => {
            employment.occupation = Some(occupation.clone());
            new_work(dossier, occupation, as_of);
        }
        Change::Work(occupation) => {
            let occupation = occupation.clone().or_else(|| any_occupation(dossier));
            let own = Work { occupation, from: Some(as_of), to: Some(End::GoingOn), skilled: true };
            dossier.work.get_or_insert_default().push(own);
        }
        Change::Excellent(year) => drop(dossier.reviews.insert(*year, Grade::Excellent)),
        Change::Found(clause) | Change::JudgedAgain(clause) | Change::FoundNo(clause) => {
            dossier.findings.insert(clause.clone(), true);
        }
        Change::Unlisted(_) => {
            // Nobody can do this; it shows that nothing else stands in the way.
            let Some(own) = listed(policy, wanted) else { return };
            employment.occupation = Some(own.to_owned());
            for skill in dossier.skills.iter_mut().flatten() {
                skill.occupation = Some(own.to_owned());
            }
            for work in dossier.work.iter_mut().flatten() {
                work.occupation = Some(own.to_owned());
            }
        }
    }
}

/// Work in a new post begins, and what went on ends.
fn new_work(dossier: &mut Dossier, occupation: &str, as_of: Day) {
    let Some(all) = &mut dossier.work else { return };
    all.retain(|work| work.from != Some(as_of) || work.to != Some(End::GoingOn));
    for work in all.iter_mut() {
        let goes_on = match work.to {
            Some(End::GoingOn) => true,
            Some(End::On(last)) => last >= as_of,
            None => false,
        };
        if goes_on && work.from.is_some_and(|from| from < as_of) {
            work.to = Some(End::On(as_of.previous()));
        }
    }
    let occupation = Some(occupation.to_owned());
    all.push(Work { occupation, from: Some(as_of), to: Some(End::GoingOn), skilled: true });
}

/// The present occupation, or the first one that is stated.
fn any_occupation(dossier: &Dossier) -> Option<String> {
    let post = dossier.employment.occupation.clone();
    let work = || dossier.work.iter().flatten().find_map(|work| work.occupation.clone());
    let skill = || dossier.skills.iter().flatten().find_map(|skill| skill.occupation.clone());
    post.or_else(work).or_else(skill)
}
