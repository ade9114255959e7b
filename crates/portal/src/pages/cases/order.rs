//! `/cases/{id}/orders`: an order given by a form of the case's page.

use office::{CaseOrder, OfficeError, Said};
use wording::Phrasebook;

use super::case::case_page;
use crate::guard::Fields;
use crate::pages::inside::{Answer, Inside, Named, Sent};

/// Carries out an order, and shows the case after it; where it is refused, the page says why and keeps what was filled in.
pub(crate) async fn order(Named(id): Named, sent: Sent) -> Answer {
    let Sent { inside, fields } = sent;
    let order = match read(&fields) {
        Ok(order) => order,
        Err(fault) => {
            let said = unread(&inside, fault);
            return case_page(&inside, &id, Some(said), &fields).await;
        }
    };
    let done = inside.office.order_from_outside(inside.by(), &id, &order, fields.key().as_deref()).await;
    match done {
        Ok(_) => Ok(inside.to(&format!("/cases/{id}"))),
        Err(error) => {
            let said = said(&inside, &id, error).await?;
            case_page(&inside, &id, Some(said), &fields).await
        }
    }
}

/// What is said of a form that cannot be read as an order.
pub(super) fn unread(inside: &Inside, fault: &'static str) -> Said {
    let book = Phrasebook::of(inside.reader.lang);
    let (sentence, remedy) = (format!("form-{fault}"), format!("form-{fault}-remedy"));
    Said {
        code: fault.to_owned(),
        clause: None,
        sentence: book.text(&sentence).to_owned(),
        remedy: book.text(&remedy).to_owned(),
    }
}

/// What is said of an order that was not carried out; where that is not the order's fault, the page that says so.
pub(super) async fn said(inside: &Inside, id: &str, error: OfficeError) -> Answer<Said> {
    match error {
        OfficeError::Refused(_) | OfficeError::Faults(_) | OfficeError::Evidence(_) => {
            Ok(inside.office.said(&error, Some(id), inside.reader.lang).await)
        }
        error => inside.told(Err(error)),
    }
}

/// Reads an order from the fields of its form.
fn read(fields: &Fields) -> Result<CaseOrder, &'static str> {
    let text = |name: &str| fields.get(name).trim().to_owned();
    let yes = |name: &str| match fields.get(name) {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("nothing-chosen"),
    };
    let reason = || text("reason");
    Ok(match fields.get("order") {
        "file" => CaseOrder::File { promise: fields.get("promise") == "yes" },
        "resubmit" => CaseOrder::Resubmit {},
        "withdraw" => CaseOrder::Withdraw { reason: fields.given("reason") },
        "ask-again" => CaseOrder::AskAgain { reason: reason() },
        "answer-asked-again" => CaseOrder::AnswerAskedAgain { upheld: yes("holds")?, reason: reason() },
        "verdict" => CaseOrder::Verdict { point: text("choice"), met: yes("holds")?, reason: fields.given("reason") },
        "find" => CaseOrder::Find { clause: text("choice"), holds: yes("holds")?, reason: reason() },
        "forward" => CaseOrder::Forward {},
        "refuse" => CaseOrder::Refuse { clause: text("clause"), ground: fields.given("ground"), reason: reason() },
        "publish" => CaseOrder::Publish { text: text("text") },
        "republish" => CaseOrder::Republish { text: text("text"), reason: reason() },
        "close-notice" => CaseOrder::CloseNotice {},
        "object" => CaseOrder::Object { text: text("text") },
        "answer-objection" => CaseOrder::AnswerObjection {
            number: fields.get("choice").parse().map_err(|_| "nothing-chosen")?,
            upheld: yes("holds")?,
            reason: reason(),
        },
        "charge" => CaseOrder::Charge { part: text("choice"), fen: fen(fields.get("yuan"))? },
        "part" => CaseOrder::Part { part: text("choice"), passed: yes("holds")?, sheet: None },
        "confirm" => CaseOrder::Confirm {},
        "fraud" => CaseOrder::Fraud { act: text("act"), clause: text("clause"), decision: text("decision") },
        _ => return Err("no-such-order"),
    })
}

/// An amount in yuan, with at most two decimals, in fen.
fn fen(text: &str) -> Result<u64, &'static str> {
    let fault = || "no-amount";
    let (yuan, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || !digits(yuan) || !digits(rest) || rest.len() > 2 {
        return Err(fault());
    }
    let yuan: u64 = yuan.parse().map_err(|_| fault())?;
    let rest: u64 = format!("{rest:0<2}").parse().map_err(|_| fault())?;
    yuan.checked_mul(100).and_then(|fen| fen.checked_add(rest)).ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::fen;

    #[test]
    fn amounts_in_yuan_are_read_to_the_fen() {
        assert_eq!(fen("120").unwrap(), 12_000);
        assert_eq!(fen(" 0.5 ").unwrap(), 50);
        assert_eq!(fen("7.05").unwrap(), 705);
        for bad in ["", ".", ".5", "1.234", "-1", "1,5", "１２０", "99999999999999999999", "184467440737095517"] {
            assert!(fen(bad).is_err(), "{bad}");
        }
    }
}
