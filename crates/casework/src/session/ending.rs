//! The end of a session: each case settled with reasons, the chair's announcement, re-examination on request.

use super::command::SessionEvent;
use super::reasons::{Outcome, Reasons};
use super::{Session, Vote};
use crate::case::DocumentRef;
use crate::refusal::Refusal;

impl Session {
    pub(super) fn conclude(&self, case: &str, reasons: Option<&Reasons>) -> Result<Vec<SessionEvent>, Refusal> {
        let item = self.item(case)?;
        let outcome = match &item.vote {
            Vote::Closed(result) if result.passed => Outcome::Passed,
            Vote::Closed(_) => Outcome::NotPassed,
            Vote::Open { .. } | Vote::NotOpened => {
                if item.scores.is_empty() || self.summary(item)?.failed_gate().is_none() {
                    return Err(Refusal::new("session-no-vote").with("case", case));
                }
                self.scored_by_all(item)?;
                Outcome::GateFailed
            }
        };
        match reasons {
            Some(reasons) => {
                reasons.check(self.sheet(item)?)?;
                item.paper_not_missed(reasons)?;
            }
            None if outcome == Outcome::Passed => {}
            None => return Err(Refusal::new("reasons-missing").with("case", case)),
        }
        Ok(vec![SessionEvent::Concluded { case: case.to_owned(), outcome, reasons: reasons.cloned() }])
    }

    pub(super) fn announce(&self) -> Result<Vec<SessionEvent>, Refusal> {
        let open = self.items.values().filter(|item| item.concluded.is_none()).count();
        if open > 0 {
            return Err(Refusal::new("session-cases-open").with("count", open));
        }
        let results = self.items.iter().filter_map(|(case, item)| Some((case.clone(), item.concluded?)));
        Ok(vec![SessionEvent::Announced { results: results.collect() }])
    }

    pub(super) fn re_examine(&self, case: &str, request: &DocumentRef) -> Result<Vec<SessionEvent>, Refusal> {
        let item = self.item(case)?;
        if !matches!(item.concluded, Some(Outcome::NotPassed | Outcome::GateFailed)) {
            return Err(Refusal::new("re-examination-of-nothing").with("case", case));
        }
        if item.re_examination {
            return Err(Refusal::new("re-examination-open").with("case", case));
        }
        Ok(vec![SessionEvent::ReExaminationOpened { case: case.to_owned(), request: request.clone() }])
    }
}
