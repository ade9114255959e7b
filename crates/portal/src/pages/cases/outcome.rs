//! How a case ended, and the reasons that were given.

use casework::case::{Case, DocumentRef, Status};
use model::procedure::{End, Work};
use office::History;
use serde_json::Value;

use super::told::text;
use crate::frame::Frame;
use crate::pages::inside::{Answer, Inside};

/// How a case ended.
pub(crate) struct Outcome {
    pub(crate) says: String,
    pub(crate) clause: Option<String>,
    /// The reasons, as they were written.
    pub(crate) reasons: Vec<String>,
}

/// How a case ended; none while it goes on.
pub(crate) async fn outcome(
    frame: &Frame,
    inside: &Inside,
    case: &Case,
    history: &History,
    level: &str,
) -> Answer<Option<Outcome>> {
    let (kinds, id): (&[&str], &str) = match case.status {
        Status::Ended(End::Granted) => (&["voted"], "ended-granted"),
        Status::Ended(End::Recommended) => (&["voted"], "ended-recommended"),
        Status::Ended(End::Appointed) => (&["voted"], "ended-appointed"),
        Status::Refused => (&["refused"], "ended-refused"),
        Status::RefusedForFraud => (&["refused-for-fraud"], "ended-fraud"),
        Status::NotPassed => (&["voted", "gate-failed", "exam-failed"], "ended-not-passed"),
        Status::Withdrawn => (&["withdrawn", "lapsed"], "ended-withdrawn"),
        Status::Unopened | Status::Draft | Status::InStep(_) | Status::Returned { .. } => return Ok(None),
    };
    let last = history.records.iter().rev().find(|record| kinds.contains(&record.kind.as_str()));
    let body = last.map(|record| &record.body);
    let id = match last.map(|record| record.kind.as_str()) {
        Some("lapsed") => "ended-lapsed",
        Some("exam-failed") => "ended-exam-failed",
        _ => id,
    };
    let mut reasons = Vec::new();
    for key in ["reason", "reasons", "decision"] {
        let Some(value) = body.and_then(|body| body.get(key)) else { continue };
        if let Ok(reference) = serde_json::from_value::<DocumentRef>(value.clone()) {
            reasons.push(text(frame, inside, &reference).await?);
        }
    }
    if id == "ended-exam-failed" {
        reasons.extend(failed_parts(frame, case, history));
    }
    let written = |key: &str| body.and_then(|body| body.get(key)).and_then(Value::as_str).map(str::to_owned);
    if let Some(answer) = answered(history) {
        reasons.push(frame.f("ended-looked-again", "reason", text(frame, inside, &answer).await?));
    }
    Ok(Some(Outcome {
        says: frame.f2(id, "level", level, "act", written("act").unwrap_or_default()),
        clause: written("clause"),
        reasons,
    }))
}

/// The answer to a request to look again.
fn answered(history: &History) -> Option<DocumentRef> {
    let record = history.records.iter().rev().find(|record| record.kind == "asked-again-answered")?;
    serde_json::from_value(record.body.get("reason")?.clone()).ok()
}

/// The parts of an examination that were failed, in words.
fn failed_parts(frame: &Frame, case: &Case, history: &History) -> Vec<String> {
    let failed: Vec<&str> = history
        .records
        .iter()
        .filter(|record| record.kind == "part-taken" && record.body.get("passed") == Some(&Value::Bool(false)))
        .filter_map(|record| record.body.get("part").and_then(Value::as_str))
        .collect();
    let steps = case.way.iter().flat_map(|way| &way.steps);
    let parts = steps.flat_map(|step| match &step.work {
        Work::Exam(exam) => exam.parts.as_slice(),
        _ => &[],
    });
    let name = |part: &model::procedure::Part| {
        frame.f("ended-part-failed", "part", frame.either(&part.name.zh, &part.name.en))
    };
    parts.filter(|part| failed.contains(&part.id.as_str())).map(name).collect()
}
