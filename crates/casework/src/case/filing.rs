//! From the draft to the first step, and what the applicant does with the file.

use model::procedure::{Judges, Work};
use model::words::Outcome;

use super::{Case, CaseEvent, Command, DocumentRef, Evaluation, Evidence, Filing, Status};
use crate::order::Order;
use crate::refusal::Refusal;

/// The most files that one case may hold in evidence.
pub const MOST_FILES: usize = 200;

impl Case {
    pub(super) fn amend(&self, dossier: &DocumentRef, changed: &[String]) -> Result<Vec<CaseEvent>, Refusal> {
        if changed.is_empty() {
            return Err(Refusal::new("nothing-changed"));
        }
        Ok(vec![CaseEvent::Amended { dossier: dossier.clone(), changed: changed.to_vec() }])
    }

    pub(super) fn attach(&self, evidence: &Evidence) -> Result<Vec<CaseEvent>, Refusal> {
        if self.evidence.iter().any(|one| one.id == evidence.id && one.proves == evidence.proves) {
            return Err(Refusal::new("file-is-there").with("file", &evidence.id));
        }
        if self.evidence.len() >= MOST_FILES {
            return Err(Refusal::new("too-many-files").with("most", MOST_FILES));
        }
        Ok(vec![CaseEvent::Attached(evidence.clone())])
    }

    pub(super) fn detach(&self, evidence: &str) -> Result<Vec<CaseEvent>, Refusal> {
        if !self.evidence.iter().any(|one| one.id == evidence) {
            return Err(Refusal::new("no-such-file").with("file", evidence));
        }
        Ok(vec![CaseEvent::Detached { evidence: evidence.to_owned() }])
    }

    pub(super) fn file(&self, filing: &Filing) -> Result<Vec<CaseEvent>, Refusal> {
        let Filing { promised, evaluation, way, stages, round, claims } = filing;
        if way.elsewhere.is_some() {
            let clause = way.clauses.first().cloned().unwrap_or_default();
            return Err(Refusal::by(clause, "goes-elsewhere").with("way", &way.id));
        }
        if let Some(clause) = &way.filing.promise
            && !promised
        {
            return Err(Refusal::by(clause.clone(), "no-promise"));
        }
        if self.opened.as_ref().is_some_and(|opened| opened.agency.is_some()) && way.filing.agency.is_none() {
            return Err(Refusal::new("no-agency-here").with("way", &way.id));
        }
        let reference = match (&way.round, round) {
            (Some(clause), None) => return Err(Refusal::by(clause.clone(), "no-round-open")),
            (_, Some(round)) => round.reference,
            (None, None) => evaluation.as_of,
        };
        if evaluation.as_of != reference {
            return Err(Refusal::new("other-reference-day")
                .with("reference", reference)
                .with("as_of", evaluation.as_of));
        }
        let staged = way.steps.len() == stages.len()
            && way
                .steps
                .iter()
                .zip(stages)
                .all(|(step, stage)| step.id == stage.step && !stage.organisation.is_empty());
        if !staged {
            return Err(Refusal::new("step-without-body").with("way", &way.id));
        }
        self.opens_filing(evaluation, way.steps.iter().any(|step| answers_referrals(&step.work)))?;
        for document in &way.filing.documents {
            let unproved = claims.iter().find(|claim| {
                claim.key == document.proves.key()
                    && !self.evidence.iter().any(|file| file.proves.contains(&claim.path))
            });
            if let Some(claim) = unproved {
                return Err(Refusal::by(document.clause.clone(), "no-document").with("path", &claim.path));
            }
        }
        Ok(vec![CaseEvent::Filed {
            evaluation: Box::new(evaluation.clone()),
            way: Box::new(way.clone()),
            stages: stages.clone(),
            round: round.as_ref().map(|round| round.id.clone()),
            reference,
        }])
    }

    pub(super) fn resubmit(&self, order: &Order<Command>, evaluation: &Evaluation) -> Result<Vec<CaseEvent>, Refusal> {
        if let Status::Returned { due, .. } = self.status
            && order.at.day > due
        {
            return Err(Refusal::new("too-late-to-mend").with("due", due));
        }
        let changed = self.returns.last().map(|last| last.changed.clone()).unwrap_or_default();
        if changed.is_empty() {
            return Err(Refusal::new("nothing-changed"));
        }
        self.same_reference(evaluation)?;
        let answers = self.way.as_ref().is_some_and(|way| way.steps.iter().any(|step| answers_referrals(&step.work)));
        self.opens_filing(evaluation, answers)?;
        Ok(vec![CaseEvent::Resubmitted { evaluation: Box::new(evaluation.clone()), changed }])
    }

    pub(super) fn withdraw(&self, reason: &Option<DocumentRef>) -> Result<Vec<CaseEvent>, Refusal> {
        Ok(vec![CaseEvent::Withdrawn { reason: reason.clone() }])
    }

    /// Whether a case with this answer may be filed: open, or left to people whom the way asks.
    fn opens_filing(&self, evaluation: &Evaluation, asks_people: bool) -> Result<(), Refusal> {
        self.of_this_dossier(evaluation)?;
        match evaluation.outcome {
            Outcome::Eligible => Ok(()),
            Outcome::Referred if asks_people => Ok(()),
            Outcome::Referred => Err(Refusal::new("nobody-answers").with("clauses", evaluation.referred.join(" "))),
            Outcome::Undetermined => Err(Refusal::new("facts-missing").with("missing", evaluation.missing.join(" "))),
            Outcome::NotYet => Err(match evaluation.earliest {
                Some(day) => Refusal::new("not-yet").with("earliest", day),
                None => Refusal::new("not-eligible"),
            }),
            Outcome::Held => Err(Refusal::new("level-held")),
            Outcome::NotEligible => Err(Refusal::new("not-eligible")),
            Outcome::NotGoverned => Err(Refusal::new("not-governed").with("as_of", evaluation.as_of)),
        }
    }

    /// The decision has to be about the dossier that lies in the file.
    pub(super) fn of_this_dossier(&self, evaluation: &Evaluation) -> Result<(), Refusal> {
        if self.dossier.as_ref().is_some_and(|dossier| *dossier == evaluation.dossier) {
            Ok(())
        } else {
            Err(Refusal::new("decision-on-other-facts"))
        }
    }

    /// A case keeps the day for which facts count, and the packs of its filing.
    pub(super) fn same_reference(&self, evaluation: &Evaluation) -> Result<(), Refusal> {
        self.of_this_dossier(evaluation)?;
        let archive = self.evaluation.as_ref().map(|first| &first.archive);
        if self.reference != Some(evaluation.as_of) || archive != Some(&evaluation.archive) {
            return Err(Refusal::new("other-rules-than-at-filing"));
        }
        Ok(())
    }
}

/// Whether a step answers what the text refers to people.
fn answers_referrals(work: &Work) -> bool {
    match work {
        Work::Check(check) => check.judges != Judges::None,
        Work::Review(review) => review.judges != Judges::None,
        Work::Notice(_) | Work::Exam(_) | Work::Confirm => false,
    }
}
