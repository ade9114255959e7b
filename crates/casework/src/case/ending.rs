//! How a case ends: confirmed, lapsed, or by a decision on fraud; and reminders before that.

use model::words::Outcome;

use super::{Case, CaseEvent, Command, DocumentRef, Evaluation, Status};
use crate::order::Order;
use crate::refusal::Refusal;

impl Case {
    pub(super) fn confirm(&self, order: &Order<Command>, evaluation: &Evaluation) -> Result<Vec<CaseEvent>, Refusal> {
        self.same_reference(evaluation)?;
        if self.moved_by.as_deref() == Some(order.by.id.as_str()) {
            return Err(Refusal::new("four-eyes"));
        }
        if self.objections.iter().any(|objection| objection.answer.is_none()) {
            return Err(Refusal::new("objections-open").with("count", self.objections.len()));
        }
        if evaluation.outcome != Outcome::Eligible {
            return Err(Refusal::new("rules-say-no").with("outcome", evaluation.outcome));
        }
        let Some(way) = &self.way else { return Err(Refusal::new("out-of-order")) };
        let mut events = self.evaluated(evaluation);
        events.push(CaseEvent::Confirmed { end: way.end });
        Ok(events)
    }

    pub(super) fn lapse(&self, order: &Order<Command>) -> Result<Vec<CaseEvent>, Refusal> {
        match self.status {
            Status::Returned { due, .. } if order.at.day > due => Ok(vec![CaseEvent::Lapsed]),
            Status::Returned { due, .. } => Err(Refusal::new("still-time-to-mend").with("due", due)),
            _ => Err(Refusal::new("out-of-order")),
        }
    }

    pub(super) fn remind(&self, order: &Order<Command>) -> Result<Vec<CaseEvent>, Refusal> {
        if self.reminded == Some(order.at.day) {
            return Err(Refusal::new("reminded-today"));
        }
        Ok(vec![CaseEvent::Reminded])
    }

    pub(super) fn fraud(&self, decision: &DocumentRef, act: &str, clause: &str) -> Result<Vec<CaseEvent>, Refusal> {
        if act.trim().is_empty() || clause.trim().is_empty() {
            return Err(Refusal::new("fraud-without-act"));
        }
        let (decision, act, clause) = (decision.clone(), act.to_owned(), clause.to_owned());
        Ok(vec![CaseEvent::RefusedForFraud { decision, act, clause }])
    }
}
