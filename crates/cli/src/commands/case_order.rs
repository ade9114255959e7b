//! The orders that have flags of their own, as the orders of the office.

use std::path::Path;

use office::{CaseOrder, To};
use store::evidence::MOST_BYTES;

use super::opened::Opened;
use crate::args::casework::CaseCommand;
use crate::failure::Failure;
use crate::input;

/// The case and the order of a command.
pub(crate) async fn read<'a>(opened: &Opened, command: &'a CaseCommand) -> Result<(&'a str, CaseOrder), Failure> {
    Ok(match command {
        CaseCommand::Order { id, file } => (id, input::document(file)?),
        CaseCommand::Amend { id, file } => (id, CaseOrder::Amend { dossier: input::document(file)? }),
        CaseCommand::Attach { id, file, proves } => {
            (id, CaseOrder::Attach { file: keep(opened, file).await?.hash.to_string(), proves: proves.clone() })
        }
        CaseCommand::File { id, promise } => (id, CaseOrder::File { promise: *promise }),
        CaseCommand::Resubmit { id } => (id, CaseOrder::Resubmit {}),
        CaseCommand::Withdraw { id, reason } => (id, CaseOrder::Withdraw { reason: reason.clone() }),
        CaseCommand::Verdict { id, point, met, reason, .. } => {
            (id, CaseOrder::Verdict { point: point.clone(), met: *met, reason: reason.clone() })
        }
        CaseCommand::Find { id, clause, holds, reason, .. } => {
            (id, CaseOrder::Find { clause: clause.clone(), holds: *holds, reason: reason.clone() })
        }
        CaseCommand::Forward { id } => (id, CaseOrder::Forward {}),
        CaseCommand::Return(back) => {
            let order = CaseOrder::Return {
                faults: input::document(&back.faults)?,
                due: back.due,
                ground: back.ground.clone(),
                to: back.to.clone().map_or(To::Applicant, To::Step),
                superior: back.superior.clone(),
            };
            (&back.id, order)
        }
        CaseCommand::Refuse { id, clause, ground, reason } => {
            (id, CaseOrder::Refuse { clause: clause.clone(), ground: ground.clone(), reason: reason.clone() })
        }
        CaseCommand::Publish { id, file } => (id, CaseOrder::Publish { text: input::text(file)? }),
        CaseCommand::Object { id, text } => (id, CaseOrder::Object { text: text.clone() }),
        CaseCommand::Part { id, part, passed, sheet, .. } => {
            let sheet = sheet.as_deref().map(input::document).transpose()?;
            (id, CaseOrder::Part { part: part.clone(), passed: *passed, sheet })
        }
        CaseCommand::Confirm { id } => (id, CaseOrder::Confirm {}),
        CaseCommand::Open(_)
        | CaseCommand::Show { .. }
        | CaseCommand::List(_)
        | CaseCommand::History { .. }
        | CaseCommand::Replay { .. }
        | CaseCommand::Document { .. } => return Err(Failure::BadInput("this command gives no order".to_owned())),
    })
}

/// Puts a file into the evidence.
pub(crate) async fn keep(opened: &Opened, file: &Path) -> Result<store::evidence::Kept, Failure> {
    let bytes = input::bytes(file, MOST_BYTES)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = opened.office.evidence().put(&name, bytes).await;
    opened.told(None, kept.map_err(office::OfficeError::from)).await
}
