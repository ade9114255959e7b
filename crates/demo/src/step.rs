//! What the people of a step do when nothing is wrong with a case.

use casework::Role;
use model::procedure::Work;
use office::{CaseOrder, CaseShown, Office, OfficeError};

use crate::cast::{acting, clerk};

/// What people write when nothing is wrong.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The reason of a finding.
    pub finding: &'a str,
    /// The text of a notice.
    pub notice: &'a str,
}

/// Does in the present step what the people in it would do: a check is gone through and forwarded, a notice published, an examination
/// passed, a result confirmed. Whether the case got on; a notice waits for its days, a review for a session.
///
/// # Errors
/// An order is refused, or the store cannot be reached.
pub async fn carry_on(office: &Office, shown: &CaseShown, words: &Words<'_>) -> Result<bool, OfficeError> {
    let Some((_, step)) = shown.case.step() else { return Ok(false) };
    let holder = shown.holder.as_deref().unwrap_or_default();
    let (clerk, case) = (clerk(holder), shown.id.as_str());
    match &step.work {
        Work::Check(check) => {
            for point in &check.points {
                let met = CaseOrder::Verdict { point: point.id.clone(), met: true, reason: None };
                office.order(&clerk, case, &met, None).await?;
            }
            for clause in &shown.asked_here {
                let reason = words.finding.to_owned();
                let found = CaseOrder::Find { clause: clause.clone(), holds: true, reason };
                office.order(&clerk, case, &found, None).await?;
            }
            office.order(&clerk, case, &CaseOrder::Forward {}, None).await?;
            Ok(true)
        }
        Work::Notice(_) => {
            if shown.case.open_notice().is_none() {
                let text = words.notice.to_owned();
                office.order(&clerk, case, &CaseOrder::Publish { text }, None).await?;
            }
            Ok(false)
        }
        Work::Review(_) => Ok(false),
        Work::Exam(_) => {
            let examiner = acting(holder, Role::Examiner);
            for part in shown.case.parts_open() {
                let passed = CaseOrder::Part { part: part.to_owned(), passed: true, sheet: None };
                office.order(&examiner, case, &passed, None).await?;
            }
            Ok(true)
        }
        Work::Confirm => {
            office.order(&acting(holder, Role::Supervisor), case, &CaseOrder::Confirm {}, None).await?;
            Ok(true)
        }
    }
}
