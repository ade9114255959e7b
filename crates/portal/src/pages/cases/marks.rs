//! What an office found at fault when it returned a case, put beside the fields of the form and the lines of the evidence.

use super::told::FaultRow;
use crate::form::list_named;
use crate::form_view::{Mark, element_id, field_of};
use crate::frame::Frame;

/// Where a fault is mended.
pub(crate) enum Place {
    /// In a field of the form, or a list of it.
    Field(String),
    /// In the evidence for a record.
    Proof(String),
    /// In the evidence.
    Evidence,
}

impl Place {
    /// The place of a fault's path.
    pub(crate) fn of(path: &str) -> Self {
        match path.split_once(':') {
            Some(("proof", record)) => Self::Proof(record.to_owned()),
            Some(("evidence", _)) => Self::Evidence,
            _ => Self::Field(field(path)),
        }
    }

    /// The address within the pages of a case.
    pub(crate) fn href(&self, case: &str) -> String {
        match self {
            Self::Field(field) => format!("/cases/{case}/dossier#{}", element_id(field)),
            Self::Proof(record) => format!("/cases/{case}/evidence#{}", proof_id(record)),
            Self::Evidence => format!("/cases/{case}/evidence"),
        }
    }
}

/// The id of a record's line in the evidence.
pub(crate) fn proof_id(record: &str) -> String {
    element_id(record).replacen("f-", "e-", 1)
}

/// The field of the form that shows a path: a record as a whole is shown by its list.
fn field(path: &str) -> String {
    match path.split_once('[') {
        Some((list, rest)) if rest.ends_with(']') && list_named(list).is_some() => list.to_owned(),
        _ => field_of(path),
    }
}

/// The faults as notes beside the fields.
pub(crate) fn marks(frame: &Frame, faults: &[FaultRow]) -> Vec<Mark> {
    let mark = |fault: &FaultRow| match Place::of(&fault.path) {
        Place::Field(field) => {
            let at = if field == fault.path { String::new() } else { format!("{} ", fault.at) };
            let says = frame.f2("mark-problem-and-cure", "problem", &fault.problem, "cure", &fault.cure);
            Some(Mark { field, says: format!("{at}{says}") })
        }
        Place::Proof(_) | Place::Evidence => None,
    };
    faults.iter().filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_leads_to_where_it_is_mended() {
        let href = |path| Place::of(path).href("c");
        assert_eq!(href("skills[0].date"), "/cases/c/dossier#f-skills-0-date");
        assert_eq!(href("skills[1]"), "/cases/c/dossier#f-skills");
        assert_eq!(href("employment.status"), "/cases/c/dossier#f-employment-status");
        assert_eq!(href("proof:skills[0]"), "/cases/c/evidence#e-skills-0");
        assert_eq!(href("evidence:abc"), "/cases/c/evidence");
    }
}
