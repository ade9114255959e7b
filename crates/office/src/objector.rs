//! Who objects: known to the objector and to the office that answers, and to nobody else who sees the case.
//!
//! Others see that there was an objection, what it says and how it was answered. The hash of its record covers who made it, so that
//! whoever has a guess could try it out: it is withheld with the name.

use casework::case::{Case, Objection};
use store::Record;

use crate::account::{Caller, is_of_office};

/// Whether somebody may know who made an objection.
fn may_know(case: &Case, objection: &Objection, by: &Caller) -> bool {
    let answers = |stage: &casework::case::Stage| is_of_office(by, &stage.organisation);
    objection.by.as_ref() == Some(&by.id) || case.stages.get(objection.step).is_some_and(answers)
}

/// Takes out of a case who made the objections whose makers the reader is not to know.
pub(crate) fn withhold(case: &mut Case, by: &Caller) {
    let known: Vec<bool> = case.objections.iter().map(|objection| may_know(case, objection, by)).collect();
    for (objection, _) in case.objections.iter_mut().zip(known).filter(|(_, known)| !known) {
        objection.by = None;
    }
}

/// Whether a record of a case says who made an objection that the reader is not to know; of a case after [`withhold`].
pub(crate) fn is_withheld(case: &Case, record: &Record) -> bool {
    let number = record.body.get("number").and_then(serde_json::Value::as_u64).filter(|_| record.kind == "objected");
    let index = number.and_then(|number| usize::try_from(number).ok()).and_then(|number| number.checked_sub(1));
    index.and_then(|index| case.objections.get(index)).is_some_and(|objection| objection.by.is_none())
}
