//! The way of a case as a list: what is done, where it is, what is to come, and by whom.

use casework::case::{Case, Progress, Status};
use casework::register::Register;

use crate::frame::Frame;

/// A step as it is shown.
pub(crate) struct StepRow {
    pub(crate) name: String,
    pub(crate) organisation: String,
    /// `done`, `now`, `back` (it returned the case) or `ahead`.
    pub(crate) state: &'static str,
    pub(crate) clauses: Vec<String>,
}

/// The steps of a case that was filed.
pub(crate) fn steps(frame: &Frame, case: &Case, register: &Register) -> Vec<StepRow> {
    let Some(way) = &case.way else { return Vec::new() };
    let touched = |index: usize| {
        let work = way.steps.get(index).map(|step| &step.work);
        case.progress.get(index).zip(work).is_some_and(|(progress, work)| *progress != Progress::untouched(work))
    };
    let last_touched = (0..way.steps.len()).rev().find(|index| touched(*index));
    let state = |index: usize| match &case.status {
        Status::Ended(_) => "done",
        Status::InStep(now) if index < *now => "done",
        Status::InStep(now) if index == *now => "now",
        Status::Returned { from, .. } if index < *from => "done",
        Status::Returned { from, .. } if index == *from => "back",
        Status::InStep(_) | Status::Returned { .. } => "ahead",
        _ if last_touched.is_some_and(|last| index < last) => "done",
        _ => "ahead",
    };
    let row = |(index, step): (usize, &model::procedure::Step)| {
        let organisation = case.stages.get(index).map(|stage| stage.organisation.as_str()).unwrap_or_default();
        StepRow {
            name: frame.either(&step.name.zh, &step.name.en).to_owned(),
            organisation: organisation_name(register, organisation),
            state: state(index),
            clauses: step.clauses.clone(),
        }
    };
    way.steps.iter().enumerate().map(row).collect()
}

/// The name of an organisation; its id where the register has it no longer.
pub(crate) fn organisation_name(register: &Register, id: &str) -> String {
    register.organisations.get(id).map_or_else(|| id.to_owned(), |one| one.name.clone())
}
