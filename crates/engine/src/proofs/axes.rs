//! The axes along which persons are varied: for each fact that a way's conditions read, one value of every sort.

use std::rc::Rc;

use model::dossier::Field;
use model::{Appointment, EmployerKind, Series, Status, Word as _};
use policy::condition::{Condition, FieldOf};
use policy::rule::{Leaf, Test};

use super::axes_of_careers::careers;
use super::axes_of_records::records;
use super::passing::conditions;
use super::person::Person;
use super::ways::Way;
use super::world::World;

/// A change of a person who passes.
pub(super) type Change = Rc<dyn Fn(&mut Person)>;

/// One fact, with the values that it takes beside that of the person who passes.
pub(super) struct Axis {
    /// The values.
    pub values: Vec<Change>,
    /// Where the values are ordered by how much work they state: the position of the passing value among them.
    pub work: Option<usize>,
}

impl Axis {
    pub fn new(values: Vec<Change>) -> Self {
        Self { values, work: None }
    }
}

pub(super) fn change(change: impl Fn(&mut Person) + 'static) -> Change {
    Rc::new(change)
}

/// Every axis of a way.
pub(super) fn axes(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let mut axes = employment(world, way);
    axes.extend(findings(world, way));
    axes.extend(records(world, way));
    axes.extend(careers(world, way));
    axes.retain(|axis| !axis.values.is_empty());
    axes
}

/// The conditions of the way and of the pilots that lead to what is wanted.
pub(super) fn all_leaves<'w>(world: &World<'w>, way: &Way<'w>) -> Vec<&'w Leaf> {
    let mut leaves: Vec<&'w Leaf> = way.leaves.clone();
    for pilot in world.policy.pilots.iter().filter(|pilot| pilot.tracks.contains(&world.wanted.track())) {
        pilot.inside.leaves(&mut |leaf| leaves.push(leaf));
    }
    leaves
}

fn employment(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let leaves = all_leaves(world, way);
    let all: Vec<&Condition> = leaves
        .iter()
        .filter_map(|leaf| match &leaf.test {
            Test::Condition(condition) => Some(condition),
            _ => None,
        })
        .collect();
    let asks = |test: &dyn Fn(&Condition) -> bool| all.iter().any(|one| test(one));
    let mut axes = Vec::new();
    if asks(&|one| matches!(one, Condition::Status(_))) {
        axes.push(Axis::new(one_of_each(Status::ALL, &|status| statuses(&all, status), |status| {
            change(move |person| person.dossier.employment.status = Some(status))
        })));
    }
    if asks(&|one| matches!(one, Condition::EmployerKind(_)))
        || leaves.iter().any(|leaf| !leaf.for_employers.is_empty())
    {
        axes.push(Axis::new(one_of_each(EmployerKind::ALL, &|kind| kinds(&leaves, kind), |kind| {
            change(move |person| person.dossier.employment.employer.kind = Some(kind))
        })));
    }
    for condition in &all {
        if let Condition::UpperLevel(own) = condition {
            let other = !own;
            axes.push(Axis::new(vec![change(move |p| p.dossier.employment.employer.upper_level = Some(other))]));
        }
    }
    if asks(&|one| matches!(one, Condition::EmployerNamed(_))) {
        axes.push(Axis::new(vec![change(|p| p.dossier.employment.employer.name = Some("某公司".to_owned()))]));
    }
    let mut specialties = Vec::new();
    if asks(&|one| matches!(one, Condition::SpecialtyAmong(_) | Condition::TitleSpecialty(_))) {
        specialties.push("某专业".to_owned());
    }
    if asks(&|one| matches!(one, Condition::Specialty(_))) {
        specialties.extend(world.other_major.clone());
    }
    let specialty = |name: String| change(move |p: &mut Person| p.dossier.employment.specialty = Some(name.clone()));
    axes.push(Axis::new(specialties.into_iter().map(specialty).collect()));
    if asks(&|one| matches!(one, Condition::Field(_))) {
        let title = asks(&|one| matches!(one, Condition::Field(FieldOf::Title)));
        let other = if title { Field::Of(Series::Sports) } else { Field::None };
        axes.push(Axis::new(vec![change(move |p| p.dossier.employment.field = Some(other))]));
    }
    if asks(&|one| matches!(one, Condition::Post(policy::condition::Post::Frontline))) {
        axes.push(Axis::new(vec![change(|p| p.dossier.employment.frontline = Some(false))]));
    }
    let skilled_honour = way.honours.iter().any(|(entry, _)| entry.skilled_worker);
    if skilled_honour || asks(&|one| matches!(one, Condition::Post(policy::condition::Post::Skilled))) {
        axes.push(Axis::new(vec![change(|p| p.dossier.employment.skilled_post = Some(false))]));
    }
    if asks(&|one| matches!(one, Condition::Appointed(Appointment::SpecialTechnician))) {
        axes.push(Axis::new(vec![change(|p| p.dossier.employment.appointed_as = Some(Appointment::None))]));
    }
    let unrelated = world
        .others
        .iter()
        .cloned()
        .map(|name| change(move |p: &mut Person| p.dossier.employment.occupation = Some(name.clone())));
    axes.push(Axis::new(unrelated.collect()));
    axes
}

/// One word of every sort.
fn one_of_each<W: Copy, S: PartialEq>(words: &[W], sort: &dyn Fn(W) -> S, make: impl Fn(W) -> Change) -> Vec<Change> {
    let mut sorts: Vec<S> = Vec::new();
    let mut changes = Vec::new();
    for word in words {
        let own = sort(*word);
        if !sorts.contains(&own) {
            sorts.push(own);
            changes.push(make(*word));
        }
    }
    changes
}

fn statuses(all: &[&Condition], status: Status) -> Vec<(bool, bool)> {
    let sort = |one: &&Condition| match one {
        Condition::Status(test) => Some((test.yes.contains(&status), test.refer.contains(&status))),
        _ => None,
    };
    all.iter().filter_map(sort).collect()
}

fn kinds(leaves: &[&Leaf], kind: EmployerKind) -> Vec<(bool, bool, bool)> {
    let sort = |leaf: &&Leaf| match &leaf.test {
        Test::Condition(Condition::EmployerKind(test)) => {
            let yes = test.yes.as_ref().is_none_or(|yes| yes.contains(&kind));
            Some((yes, test.no.contains(&kind), test.refer.contains(&kind)))
        }
        _ if !leaf.for_employers.is_empty() => Some((leaf.for_employers.contains(&kind), false, false)),
        _ => None,
    };
    leaves.iter().filter_map(sort).collect()
}

/// What people found: against a judged condition, for and against a filing condition, and no finding where one is needed.
fn findings(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let mut axes = Vec::new();
    let leaves = all_leaves(world, way);
    let id = |leaf: &&&Leaf| world.policy.clause(leaf.clause).map(|clause| clause.id.clone());
    let judged =
        leaves.iter().find(|leaf| matches!(leaf.test, Test::Condition(Condition::Judged(_)))).as_ref().and_then(id);
    let clock =
        leaves.iter().find(|leaf| matches!(leaf.test, Test::Condition(Condition::Work(_)))).as_ref().and_then(id);
    let set = |id: &str, found: bool| {
        let id = id.to_owned();
        change(move |p: &mut Person| {
            p.dossier.findings.insert(id.clone(), found);
        })
    };
    let mut values: Vec<Change> = judged.iter().map(|id| set(id, false)).collect();
    values.extend(clock.iter().flat_map(|id| [set(id, true), set(id, false)]));
    axes.push(Axis::new(values));
    if conditions(way).chain(pilot_conditions(&leaves)).any(|one| matches!(one, Condition::ByFinding(_))) {
        axes.push(Axis::new(vec![change(|p| p.dossier.findings.clear())]));
    }
    axes
}

fn pilot_conditions<'l>(leaves: &'l [&'l Leaf]) -> impl Iterator<Item = &'l Condition> {
    leaves.iter().filter_map(|leaf| match &leaf.test {
        Test::Condition(condition) => Some(condition),
        _ => None,
    })
}
