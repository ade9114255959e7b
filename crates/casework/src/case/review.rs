//! The committee's review: onto a session's agenda, and the result of its vote.

use model::procedure::Work;

use super::{Case, CaseEvent, DocumentRef, Finding, Progress, Tally};
use crate::refusal::Refusal;

/// The clause on the quorum.
const QUORUM: &str = "national.order-40.quorum";
/// The clause on the majority.
const MAJORITY: &str = "national.order-40.two-thirds";

impl Tally {
    /// Whether enough members are present: two thirds of those drawn, in integers.
    #[must_use]
    pub fn is_quorate(&self) -> bool {
        self.size > 0 && self.present <= self.size && 3 * u64::from(self.present) >= 2 * u64::from(self.size)
    }

    /// Whether the vote passes: two thirds of those present, in integers.
    #[must_use]
    pub fn passes(&self) -> bool {
        3 * u64::from(self.yes) >= 2 * u64::from(self.present)
    }

    /// Whether no more votes were cast than members are present.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        u64::from(self.yes) + u64::from(self.no) + u64::from(self.abstain) <= u64::from(self.present)
    }
}

impl Case {
    pub(super) fn enlist(&self, session: &str) -> Result<Vec<CaseEvent>, Refusal> {
        if let Some(Progress::Review(Some(on))) = self.progress_now() {
            return Err(Refusal::new("on-an-agenda").with("session", on));
        }
        Ok(vec![CaseEvent::Enlisted { session: session.to_owned() }])
    }

    pub(super) fn result(
        &self,
        session: &str,
        tally: &Tally,
        reasons: Option<&DocumentRef>,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.is_on(session)?;
        if !tally.is_quorate() {
            return Err(Refusal::by(QUORUM, "no-quorum").with("present", tally.present).with("size", tally.size));
        }
        if !tally.adds_up() {
            return Err(Refusal::by(MAJORITY, "more-votes-than-members").with("present", tally.present));
        }
        let passed = tally.passes();
        if !passed && reasons.is_none() {
            return Err(Refusal::new("no-reasons-for-the-applicant"));
        }
        Ok(vec![CaseEvent::Voted { session: session.to_owned(), tally: *tally, passed, reasons: reasons.cloned() }])
    }

    fn is_on(&self, session: &str) -> Result<(), Refusal> {
        match self.progress_now() {
            Some(Progress::Review(Some(on))) if on == session => Ok(()),
            _ => Err(Refusal::new("other-session").with("session", session)),
        }
    }

    pub(super) fn fail_gate(&self, session: &str, reasons: &DocumentRef) -> Result<Vec<CaseEvent>, Refusal> {
        self.is_on(session)?;
        Ok(vec![CaseEvent::GateFailed { session: session.to_owned(), reasons: reasons.clone() }])
    }

    pub(super) fn put_off(&self, session: &str) -> Result<Vec<CaseEvent>, Refusal> {
        self.is_on(session)?;
        Ok(vec![CaseEvent::PutOff { session: session.to_owned() }])
    }

    /// What a vote that passed says of the questions that the text refers to people and the step leaves to the committee. What
    /// a reviewer judges stays as it is: a vote in favour says that enough of it is met, not which of several alternatives.
    pub(super) fn found_by_vote(&self, session: &str, by: &str, on: model::Day) -> Vec<Finding> {
        if !matches!(self.step().map(|(_, step)| &step.work), Some(Work::Review(_))) {
            return Vec::new();
        }
        let found = |clause: &str| Finding {
            clause: clause.to_owned(),
            holds: true,
            of: session.to_owned(),
            by: by.to_owned(),
            on,
            reason: None,
        };
        let referred = self.evaluation.iter().flat_map(|evaluation| &evaluation.referred);
        let referred: Vec<&str> = referred.map(String::as_str).collect();
        self.asked_here().into_iter().filter(|clause| referred.contains(clause)).map(found).collect()
    }

    pub(super) fn ask_again(&self, reason: &DocumentRef) -> Result<Vec<CaseEvent>, Refusal> {
        if self.asked_again.is_some() || self.looked_again {
            return Err(Refusal::new("asked-again-already"));
        }
        Ok(vec![CaseEvent::AskedAgain { reason: reason.clone() }])
    }

    pub(super) fn answer_asked_again(&self, upheld: bool, reason: &DocumentRef) -> Result<Vec<CaseEvent>, Refusal> {
        Ok(vec![CaseEvent::AskedAgainAnswered { upheld, reason: reason.clone() }])
    }
}
