//! What happened in a case, in words: its history, returns and objections.

use casework::case::{Case, DocumentRef};
use casework::register::Register;
use office::{History, OfficeError};
use serde_json::Value;

use super::local;
use super::steps::organisation_name;
use crate::frame::{Frame, capital};
use crate::pages::inside::{Answer, Inside};

/// A line of the history.
pub(crate) struct Happened {
    pub(crate) at: String,
    pub(crate) what: String,
    pub(crate) actor: String,
}

/// A fault that was named.
pub(crate) struct FaultRow {
    /// The path as the office wrote it.
    pub(crate) path: String,
    pub(crate) at: String,
    pub(crate) problem: String,
    pub(crate) cure: String,
    pub(crate) clause: Option<String>,
}

/// An objection.
pub(crate) struct ObjectionRow {
    pub(crate) number: usize,
    pub(crate) on: String,
    pub(crate) text: String,
    pub(crate) answer: Option<(bool, String)>,
}

/// The history, newest first.
pub(crate) fn happened(frame: &Frame, inside: &Inside, case: &Case, history: &History) -> Vec<Happened> {
    let applicant = case.opened.as_ref().map(|opened| opened.applicant.as_str());
    let actor = |id: &str| match id {
        id if id == inside.by().id => frame.t("case-you").to_owned(),
        id if Some(id) == applicant => frame.t("case-applicant").to_owned(),
        "clock" => frame.t("case-clock").to_owned(),
        id => id.to_owned(),
    };
    let line = |entry: &office::Entry| Happened {
        at: local(&entry.at),
        what: capital(frame.t(&format!("event-{}", entry.kind))),
        actor: entry.actor.as_deref().map_or_else(|| frame.t("case-withheld").to_owned(), actor),
    };
    let mut lines: Vec<Happened> = Vec::with_capacity(history.records.len());
    let mut before: Option<(&str, Option<&str>)> = None;
    for entry in history.records.iter().rev() {
        let now = (entry.kind.as_str(), entry.actor.as_deref());
        // A form that saves itself leaves many such records; the last one of a run tells it.
        if now.0 == "amended" && before == Some(now) {
            continue;
        }
        before = Some(now);
        lines.push(line(entry));
    }
    lines
}

/// The content of a text; a word in its place where it was erased.
pub(crate) async fn text(frame: &Frame, inside: &Inside, reference: &DocumentRef) -> Answer<String> {
    match inside.office.document(reference).await {
        Ok(Value::String(text)) => Ok(text),
        Ok(other) => Ok(other.to_string()),
        Err(OfficeError::Erased { .. }) => Ok(frame.t("case-erased").to_owned()),
        Err(error) => inside.told(Err(error)),
    }
}

/// What was at fault at the last return, while it is to be mended.
pub(crate) async fn faults(frame: &Frame, inside: &Inside, case: &Case) -> Answer<Vec<FaultRow>> {
    let returned = matches!(case.status, casework::case::Status::Returned { .. });
    let Some(last) = case.returns.last().filter(|_| returned) else { return Ok(Vec::new()) };
    let mut rows = Vec::with_capacity(last.faults.len());
    for fault in &last.faults {
        let mut at = String::new();
        match fault.at.split_once(':') {
            Some(("evidence", _)) => at.push_str(frame.t("case-at-evidence")),
            Some(("proof", path)) => {
                frame.book().path(&mut at, path);
                at = frame.f("case-at-proof", "what", at);
            }
            _ => frame.book().path(&mut at, &fault.at),
        }
        rows.push(FaultRow {
            path: fault.at.clone(),
            at,
            problem: text(frame, inside, &fault.problem).await?,
            cure: text(frame, inside, &fault.cure).await?,
            clause: fault.clause.clone(),
        });
    }
    Ok(rows)
}

/// The objections and their answers.
pub(crate) async fn objections(frame: &Frame, inside: &Inside, case: &Case) -> Answer<Vec<ObjectionRow>> {
    let mut rows = Vec::with_capacity(case.objections.len());
    for (index, objection) in case.objections.iter().enumerate() {
        let answer = match &objection.answer {
            Some((upheld, reason)) => Some((*upheld, text(frame, inside, reason).await?)),
            None => None,
        };
        let text = text(frame, inside, &objection.text).await?;
        rows.push(ObjectionRow { number: index + 1, on: objection.on.to_string(), text, answer });
    }
    Ok(rows)
}

/// Whose turn it is, in words; none when it is over.
pub(crate) fn turn(frame: &Frame, inside: &Inside, case: &Case, holder: Option<&str>, register: &Register) -> String {
    let applicant = case.opened.as_ref().map(|opened| opened.applicant.as_str());
    match holder {
        Some(id) if id == inside.by().id => frame.t("case-you").to_owned(),
        Some(id) if Some(id) == applicant => frame.t("case-applicant").to_owned(),
        Some(id) => organisation_name(register, id),
        None => String::new(),
    }
}
