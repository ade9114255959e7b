//! Examinations: each part with its result, what is waived with its fee, and what never is.

use model::procedure::{Exam, Part, Work};

use super::{Case, CaseEvent, DocumentRef, Evaluation, Progress, Waived};
use crate::refusal::Refusal;

impl Case {
    fn exam(&self) -> Option<&Exam> {
        match self.step() {
            Some((_, step)) => match &step.work {
                Work::Exam(exam) => Some(exam),
                _ => None,
            },
            None => None,
        }
    }

    /// The waiver of a part, where it may be waived and the rules waive it.
    fn waiver<'e>(part: &Part, evaluation: Option<&'e Evaluation>) -> Option<&'e Waived> {
        let waived = |evaluation: &'e Evaluation| evaluation.waivers.iter().find(|one| one.what == part.id);
        if part.may_be_waived { evaluation.and_then(waived) } else { None }
    }

    /// The clause by which the fee of a part falls away.
    fn without_fee<'e>(part: &Part, evaluation: Option<&'e Evaluation>) -> Option<&'e Waived> {
        let fee = part.fee.as_ref()?;
        evaluation?.waivers.iter().find(|one| one.what == *fee)
    }

    /// The parts that still have to be taken.
    #[must_use]
    pub fn parts_open(&self) -> Vec<&str> {
        let (Some(exam), Some(Progress::Exam(results))) = (self.exam(), self.progress_now()) else {
            return Vec::new();
        };
        let open =
            |part: &&Part| !results.contains_key(&part.id) && Self::waiver(part, self.evaluation.as_ref()).is_none();
        exam.parts.iter().filter(open).map(|part| part.id.as_str()).collect()
    }

    /// The parts that need not be taken, each with the waiver.
    #[must_use]
    pub fn parts_waived(&self) -> Vec<(&Part, &Waived)> {
        let parts = self.exam().map(|exam| exam.parts.as_slice()).unwrap_or_default();
        parts.iter().filter_map(|part| Some((part, Self::waiver(part, self.evaluation.as_ref())?))).collect()
    }

    /// The parts for which a fee can still be charged.
    #[must_use]
    pub fn parts_to_charge(&self) -> Vec<&str> {
        let parts = self.exam().map(|exam| exam.parts.as_slice()).unwrap_or_default();
        let open = |part: &&Part| {
            !self.fees.contains_key(&part.id) && Self::without_fee(part, self.evaluation.as_ref()).is_none()
        };
        parts.iter().filter(open).map(|part| part.id.as_str()).collect()
    }

    fn named_part(&self, part: &str) -> Result<&Part, Refusal> {
        let parts = self.exam().map(|exam| exam.parts.as_slice()).unwrap_or_default();
        parts.iter().find(|one| one.id == part).ok_or_else(|| {
            let known: Vec<&str> = parts.iter().map(|one| one.id.as_str()).collect();
            Refusal::new("no-such-part").with("part", part).with("known", known.join(" "))
        })
    }

    pub(super) fn part(
        &self,
        part: &str,
        passed: bool,
        sheet: Option<&DocumentRef>,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let named = self.named_part(part)?;
        if let Some(waived) = Self::waiver(named, self.evaluation.as_ref()) {
            return Err(Refusal::by(waived.clause.clone(), "part-waived").with("part", part));
        }
        if !self.parts_open().contains(&part) {
            return Err(Refusal::by(named.clause.clone(), "part-taken").with("part", part));
        }
        let mut events = vec![CaseEvent::PartTaken { part: part.to_owned(), passed, sheet: sheet.cloned() }];
        if !passed {
            events.push(CaseEvent::ExamFailed);
        } else if self.parts_open() == [part] {
            events.push(CaseEvent::ExamPassed);
        }
        Ok(events)
    }

    pub(super) fn charge(&self, part: &str, fen: u64) -> Result<Vec<CaseEvent>, Refusal> {
        let named = self.named_part(part)?;
        if let Some(waived) = Self::without_fee(named, self.evaluation.as_ref()) {
            return Err(Refusal::by(waived.clause.clone(), "fee-waived").with("part", part));
        }
        if self.fees.contains_key(part) {
            return Err(Refusal::new("fee-charged").with("part", part));
        }
        Ok(vec![CaseEvent::Charged { part: part.to_owned(), fen }])
    }

    /// Fees that a new answer of the rules has paid back.
    pub(super) fn refunds_by(&self, evaluation: &Evaluation) -> Vec<CaseEvent> {
        let exams = self.way.iter().flat_map(|way| &way.steps).filter_map(|step| match &step.work {
            Work::Exam(exam) => Some(&exam.parts),
            _ => None,
        });
        let refund = |part: &Part| {
            let waived = Self::without_fee(part, Some(evaluation))?;
            let due = self.fees.contains_key(&part.id) && !self.refunds.contains(&part.id);
            due.then(|| CaseEvent::RefundDue { part: part.id.clone(), clause: waived.clause.clone() })
        };
        exams.flatten().filter_map(refund).collect()
    }
}
