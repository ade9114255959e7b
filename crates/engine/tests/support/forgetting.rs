//! Takes facts out of a complete dossier, and puts other values in their place.

use model::dossier::{Dossier, End, Field, Title};
use model::paths::FactPath;
use model::words::Word;
use model::{Appointment, Day, EducationLevel, EmployerKind, Grade, Outcome, SkillLevel, Status, Target, TitleTier};

use policy::condition::Condition;

use super::choices::Choices;
use super::records;
use super::scenes::Scene;
use super::vocabulary::{absent_kind_passes, asks_for_specialty, compares_specialties, conditions};

/// Every fact of the person that a rule may ask for. What counts when absent is never asked for: kinds of certificates,
/// whether work is skilled, terms of honours, names of employers, specialties of titles; the specialty of a post only where
/// it has to be a listed one and is not also compared with a title's.
pub fn forgettable(scene: &Scene) -> Vec<FactPath> {
    let (dossier, year) = (&scene.dossier, scene.as_of.year());
    let mut paths = vec![
        FactPath::Status,
        FactPath::EmployerKind,
        FactPath::UpperLevel,
        FactPath::Field,
        FactPath::Frontline,
        FactPath::SkilledPost,
        FactPath::AppointedAs,
        FactPath::Occupation,
        FactPath::Skills,
        FactPath::Titles,
        FactPath::Work,
        FactPath::Honours,
        FactPath::Sanctions,
    ];
    paths.extend((year - 3..year).map(FactPath::Review));
    paths.extend((year - 4..year).map(FactPath::Hours));
    if asks_for_specialty(scene.policy) && !(stated_specialties(scene) && compares_specialties(scene.policy)) {
        paths.push(FactPath::Specialty);
    }
    let numbers = |length: Option<usize>| 0..u32::try_from(length.unwrap_or(0)).unwrap_or(0);
    for i in numbers(dossier.skills.as_ref().map(Vec::len)) {
        paths.extend(["level", "occupation", "date"].map(|key| FactPath::Skill(i, key)));
    }
    for i in numbers(dossier.titles.as_ref().map(Vec::len)) {
        paths.extend(["tier", "series", "date"].map(|key| FactPath::Title(i, key)));
    }
    for i in numbers(dossier.work.as_ref().map(Vec::len)) {
        paths.extend(["occupation", "from", "to"].map(|key| FactPath::WorkItem(i, key)));
    }
    for i in numbers(dossier.honours.as_ref().map(Vec::len)) {
        paths.extend(["name", "rank", "award"].map(|key| FactPath::Honour(i, key)));
    }
    paths.extend(numbers(dossier.sanctions.as_ref().map(Vec::len)).map(|i| FactPath::Sanction(i, "date")));
    if scene.policy.asks_for_education {
        paths.push(FactPath::Education);
        for i in numbers(dossier.education.as_ref().map(Vec::len)) {
            paths.extend(["level", "relevant_to"].map(|key| FactPath::Diploma(i, key)));
        }
    }
    paths
}

/// Whether a title of the person states its specialty.
fn stated_specialties(scene: &Scene) -> bool {
    scene.dossier.titles.iter().flatten().any(|title| title.specialty.is_some())
}

/// The list that a path stands in, where it is one of a record.
pub fn list_of(path: FactPath) -> Option<FactPath> {
    match path {
        FactPath::Skill(..) => Some(FactPath::Skills),
        FactPath::Title(..) => Some(FactPath::Titles),
        FactPath::WorkItem(..) => Some(FactPath::Work),
        FactPath::Honour(..) => Some(FactPath::Honours),
        FactPath::Sanction(..) => Some(FactPath::Sanctions),
        FactPath::Diploma(..) => Some(FactPath::Education),
        _ => None,
    }
}

/// Some facts to forget, without those of records whose whole list is forgotten.
pub fn some_paths(scene: &mut Scene, most: usize) -> Vec<FactPath> {
    let mut all = forgettable(scene);
    scene.choices.shuffle(&mut all);
    let count = 1 + scene.choices.below(most);
    all.truncate(count);
    let whole = all.clone();
    all.retain(|path| list_of(*path).is_none_or(|list| !whole.contains(&list)));
    all
}

fn record<T>(list: &mut Option<Vec<T>>, index: u32) -> Option<&mut T> {
    list.as_mut()?.get_mut(usize::try_from(index).ok()?)
}

/// Takes a fact out.
pub fn forget(dossier: &mut Dossier, path: FactPath) {
    let employment = &mut dossier.employment;
    match path {
        FactPath::Status => employment.status = None,
        FactPath::EmployerKind => employment.employer.kind = None,
        FactPath::BirthDate => dossier.person.birth_date = None,
        FactPath::Sex => dossier.person.sex = None,
        FactPath::PostClass => employment.post_class = None,
        FactPath::EmployerName => employment.employer.name = None,
        FactPath::UpperLevel => employment.employer.upper_level = None,
        FactPath::Evidence | FactPath::EvidenceItem(..) => {}
        FactPath::Diploma(i, key) => {
            let Some(diploma) = record(&mut dossier.education, i) else { return };
            match key {
                "level" => diploma.level = None,
                _ => diploma.relevant_to = None,
            }
        }
        FactPath::Field => employment.field = None,
        FactPath::Frontline => employment.frontline = None,
        FactPath::SkilledPost => employment.skilled_post = None,
        FactPath::AppointedAs => employment.appointed_as = None,
        FactPath::Occupation => employment.occupation = None,
        FactPath::Specialty => employment.specialty = None,
        FactPath::Skills => dossier.skills = None,
        FactPath::Titles => dossier.titles = None,
        FactPath::Work => dossier.work = None,
        FactPath::Honours => dossier.honours = None,
        FactPath::Education => dossier.education = None,
        FactPath::Sanctions => dossier.sanctions = None,
        FactPath::Review(year) => drop(dossier.reviews.remove(&year)),
        FactPath::Hours(year) => drop(dossier.continuing_education.remove(&year)),
        FactPath::Skill(i, key) => {
            let Some(skill) = record(&mut dossier.skills, i) else { return };
            match key {
                "level" => skill.level = None,
                "occupation" => skill.occupation = None,
                _ => skill.date = None,
            }
        }
        FactPath::Title(i, key) => {
            let Some(title) = record(&mut dossier.titles, i) else { return };
            match key {
                "tier" => title.tier = None,
                "series" => title.series = None,
                _ => title.date = None,
            }
        }
        FactPath::WorkItem(i, key) => {
            let Some(work) = record(&mut dossier.work, i) else { return };
            match key {
                "occupation" => work.occupation = None,
                "from" => work.from = None,
                _ => work.to = None,
            }
        }
        FactPath::Honour(i, key) => {
            let Some(honour) = record(&mut dossier.honours, i) else { return };
            match key {
                "name" => honour.name = None,
                "rank" => honour.rank = None,
                _ => honour.award = None,
            }
        }
        FactPath::Sanction(i, _) => {
            if let Some(sanction) = record(&mut dossier.sanctions, i) {
                sanction.date = None;
            }
        }
    }
}

/// The person without the given facts.
pub fn without(dossier: &Dossier, paths: &[FactPath]) -> Dossier {
    let mut forgetful = dossier.clone();
    paths.iter().for_each(|path| forget(&mut forgetful, *path));
    forgetful
}

/// Makes up values for the facts, in the given order; the day of a record is not after the scene's day.
///
/// An employer's kind is never civil service where an absent one counts as another kind (the contract's one exception to
/// exactness). Where the place never asks for sanctions, absent ones are none; where a title's specialty is compared with
/// the post's and that one may be forgotten, titles that are made up have none.
pub fn make_up(scene: &Scene, choices: &mut Choices, dossier: &mut Dossier, paths: &[FactPath]) {
    for path in paths {
        make_up_one(scene, choices, dossier, *path);
    }
}

/// A completion: each forgotten fact as the person really has it, where the contract lets it be so, or made up.
pub fn completion(scene: &Scene, choices: &mut Choices, paths: &[FactPath]) -> Dossier {
    let mut dossier = scene.dossier.clone();
    for path in paths {
        if choices.once_in(2) || !admissible(scene, *path) {
            make_up_one(scene, choices, &mut dossier, *path);
        }
    }
    dossier
}

/// Whether the person's own value is one that a forgotten fact may have (see [`make_up`]).
pub fn admissible(scene: &Scene, path: FactPath) -> bool {
    let dossier = &scene.dossier;
    let at = |i: u32| usize::try_from(i).unwrap_or(usize::MAX);
    let past = |day: Option<Day>| day.is_none_or(|day| day <= scene.as_of);
    match path {
        FactPath::EmployerKind => {
            dossier.employment.employer.kind != Some(EmployerKind::CivilService) || !absent_kind_passes(scene.policy)
        }
        FactPath::Sanctions => asks_for_sanctions(scene) || dossier.sanctions.iter().flatten().next().is_none(),
        FactPath::Skill(i, "date") => past(dossier.skills.iter().flatten().nth(at(i)).and_then(|s| s.date)),
        FactPath::Title(i, "date") => past(dossier.titles.iter().flatten().nth(at(i)).and_then(|t| t.date)),
        FactPath::WorkItem(i, "from") => past(dossier.work.iter().flatten().nth(at(i)).and_then(|w| w.from)),
        FactPath::Sanction(i, _) => past(dossier.sanctions.iter().flatten().nth(at(i)).and_then(|s| s.date)),
        _ => true,
    }
}

fn make_up_one(scene: &Scene, c: &mut Choices, dossier: &mut Dossier, path: FactPath) {
    let (as_of, of) = (scene.as_of, &scene.vocabulary);
    let employment = &mut dossier.employment;
    let few = |c: &mut Choices| c.below(3);
    match path {
        FactPath::Status => employment.status = Some(*c.pick(Status::ALL)),
        FactPath::EmployerKind => {
            let kind = *c.pick(EmployerKind::ALL);
            let excepted = kind == EmployerKind::CivilService && absent_kind_passes(scene.policy);
            employment.employer.kind = Some(if excepted { EmployerKind::Enterprise } else { kind });
        }
        FactPath::Field if c.once_in(8) => employment.field = Some(Field::None),
        FactPath::Field => employment.field = Some(Field::Of(records::series(c, of))),
        FactPath::BirthDate
        | FactPath::Sex
        | FactPath::PostClass
        | FactPath::EmployerName
        | FactPath::Evidence
        | FactPath::EvidenceItem(..) => {}
        FactPath::UpperLevel => employment.employer.upper_level = Some(c.once_in(2)),
        FactPath::Diploma(i, key) => {
            let Some(diploma) = record(&mut dossier.education, i) else { return };
            match key {
                "level" => diploma.level = Some(*c.pick(EducationLevel::ALL)),
                _ => diploma.relevant_to = Some(records::relevant_to(c, of)),
            }
        }
        FactPath::Frontline => employment.frontline = Some(c.once_in(2)),
        FactPath::SkilledPost => employment.skilled_post = Some(c.once_in(2)),
        FactPath::AppointedAs => employment.appointed_as = Some(*c.pick(Appointment::ALL)),
        FactPath::Occupation => employment.occupation = Some(records::occupation(c, of)),
        FactPath::Skills => {
            let count = few(c);
            dossier.skills = Some((0..count).map(|_| records::skill(c, of, as_of)).collect());
        }
        FactPath::Titles => {
            let title = |c: &mut Choices| {
                let made = records::title(c, of, as_of);
                let free = stated_specialties(scene) || !compares_specialties(scene.policy);
                Title { specialty: made.specialty.clone().filter(|_| free), ..made }
            };
            let count = few(c);
            dossier.titles = Some((0..count).map(|_| title(c)).collect());
        }
        FactPath::Work => {
            let count = few(c);
            dossier.work = Some((0..count).map(|_| records::work(c, of, as_of)).collect());
        }
        FactPath::Honours => {
            let count = few(c);
            dossier.honours = Some((0..count).map(|_| records::honour(c, of, as_of)).collect());
        }
        FactPath::Sanctions => {
            let count = if asks_for_sanctions(scene) { few(c) } else { 0 };
            dossier.sanctions = Some((0..count).map(|_| records::sanction(c, as_of)).collect());
        }
        FactPath::Review(year) => {
            let grade = if c.once_in(2) { *c.pick(Grade::ALL) } else { records::grade(c) };
            dossier.reviews.insert(year, grade);
        }
        FactPath::Skill(i, key) => {
            let Some(skill) = record(&mut dossier.skills, i) else { return };
            match key {
                "level" => skill.level = Some(*c.pick(SkillLevel::ALL)),
                "occupation" => skill.occupation = Some(records::occupation(c, of)),
                _ => skill.date = Some(records::past(c, as_of)),
            }
        }
        FactPath::Title(i, key) => {
            let Some(title) = record(&mut dossier.titles, i) else { return };
            match key {
                "tier" => title.tier = Some(*c.pick(TitleTier::ALL)),
                "series" => title.series = Some(records::series(c, of)),
                _ => title.date = Some(records::past(c, as_of)),
            }
        }
        FactPath::WorkItem(i, key) => {
            let Some(work) = record(&mut dossier.work, i) else { return };
            match key {
                "occupation" => work.occupation = Some(records::occupation(c, of)),
                "from" => {
                    let last = match work.to {
                        Some(End::On(last)) => last,
                        _ => Day::LAST,
                    };
                    work.from = Some(records::past(c, as_of).min(last));
                }
                _ => {
                    let made = records::work(c, of, as_of).to;
                    work.to = match (made, work.from) {
                        (Some(End::On(last)), Some(from)) => Some(End::On(last.max(from))),
                        (made, _) => made,
                    };
                }
            }
        }
        FactPath::Honour(i, key) => {
            let made = records::honour(c, of, as_of);
            let Some(honour) = record(&mut dossier.honours, i) else { return };
            match key {
                "name" => honour.name = made.name,
                "rank" => honour.rank = made.rank,
                _ => honour.award = made.award,
            }
        }
        FactPath::Sanction(i, _) => {
            if let Some(sanction) = record(&mut dossier.sanctions, i) {
                sanction.date = Some(records::past(c, as_of));
            }
        }
        FactPath::Specialty => employment.specialty = Some(c.pick(&of.specialties).clone()),
        FactPath::Education => {
            let count = few(c);
            dossier.education = Some((0..count).map(|_| records::diploma(c, of, as_of)).collect());
        }
        FactPath::Hours(year) => {
            dossier.continuing_education.insert(year, records::hours(c));
        }
    }
}

/// Whether absent sanctions are asked for in the scene's place.
pub fn asks_for_sanctions(scene: &Scene) -> bool {
    conditions(scene.policy).any(|condition| matches!(condition, Condition::Bar(_)))
}

/// Whether a completion is held only by a record that `forgetful` does not state: the contract decides `held` on what is
/// known, so such a completion says nothing about the forgetful answer.
pub fn held_by_forgotten(scene: &Scene, forgetful: &Dossier, complete: &Dossier, target: &Target) -> bool {
    if scene.answer(complete, target).0 != Outcome::Held {
        return false;
    }
    let mut stated = complete.clone();
    let skills = forgetful.skills.iter().flatten();
    stated.skills =
        Some(skills.filter(|s| s.level.is_some() && s.occupation.is_some() && s.date.is_some()).cloned().collect());
    let titles = forgetful.titles.iter().flatten();
    stated.titles =
        Some(titles.filter(|t| t.tier.is_some() && t.series.is_some() && t.date.is_some()).cloned().collect());
    scene.answer(&stated, target).0 != Outcome::Held
}
