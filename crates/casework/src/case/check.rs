//! An office checks the file: verdicts on its points, findings on what is left to people, forward or refuse.

use model::procedure::{Check, Judges, Work};
use model::words::Outcome;

use super::{Case, CaseEvent, Command, DocumentRef, Evaluation, Finding, Progress};
use crate::order::Order;
use crate::refusal::Refusal;

impl Case {
    fn checking(&self) -> Option<&Check> {
        match self.step() {
            Some((_, step)) => match &step.work {
                Work::Check(check) => Some(check),
                _ => None,
            },
            None => None,
        }
    }

    pub(super) fn verdict(
        &self,
        point: &str,
        met: bool,
        reason: Option<&DocumentRef>,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let points = self.checking().map(|check| check.points.as_slice()).unwrap_or_default();
        let Some(known) = points.iter().find(|one| one.id == point) else {
            let known: Vec<&str> = points.iter().map(|point| point.id.as_str()).collect();
            return Err(Refusal::new("no-such-point").with("point", point).with("known", known.join(" ")));
        };
        if !met && reason.is_none() {
            return Err(Refusal::by(known.clause.clone(), "verdict-without-reason").with("point", point));
        }
        Ok(vec![CaseEvent::Verdict { point: point.to_owned(), met, reason: reason.cloned() }])
    }

    pub(super) fn find(
        &self,
        order: &Order<Command>,
        clause: &str,
        holds: bool,
        reason: &DocumentRef,
        evaluation: &Evaluation,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.same_reference(evaluation)?;
        let open = self.asked_here();
        if !open.contains(&clause) && !self.findings.iter().any(|finding| finding.clause == clause) {
            return Err(Refusal::new("not-asked-here").with("clause", clause).with("open", open.join(" ")));
        }
        let finding = Finding {
            clause: clause.to_owned(),
            holds,
            of: order.by.organisation.clone().unwrap_or_default(),
            by: order.by.id.clone(),
            on: order.at.day,
            reason: Some(reason.clone()),
        };
        let mut events = vec![CaseEvent::Found(finding)];
        events.extend(self.evaluated(evaluation));
        Ok(events)
    }

    /// The clauses whose questions are answered in the present step and are still open.
    #[must_use]
    pub fn asked_here(&self) -> Vec<&str> {
        let judges = match self.step().map(|(_, step)| &step.work) {
            Some(Work::Check(check)) => &check.judges,
            Some(Work::Review(review)) => &review.judges,
            _ => return Vec::new(),
        };
        let Some(evaluation) = &self.evaluation else { return Vec::new() };
        let answered = self.findings_that_count();
        let open = evaluation.referred.iter().map(|clause| (clause, true));
        let open = open.chain(evaluation.to_be_judged.iter().map(|clause| (clause, false)));
        let here = open.filter(|(clause, referred)| match judges {
            Judges::None => false,
            Judges::Rest => true,
            Judges::Referred => *referred,
            Judges::Clauses(clauses) => clauses.contains(clause),
        });
        let mut clauses: Vec<&str> =
            here.map(|(clause, _)| clause.as_str()).filter(|clause| !answered.contains_key(clause)).collect();
        clauses.sort_unstable();
        clauses.dedup();
        clauses
    }

    /// Points of the present check without a verdict.
    pub(super) fn unjudged_points(&self) -> Vec<&str> {
        let (Some(check), Some(Progress::Check(verdicts))) = (self.checking(), self.progress_now()) else {
            return Vec::new();
        };
        check.points.iter().map(|point| point.id.as_str()).filter(|id| !verdicts.contains_key(*id)).collect()
    }

    /// Points of the present check that are not met.
    pub(super) fn unmet_points(&self) -> Vec<&str> {
        match self.progress_now() {
            Some(Progress::Check(verdicts)) => {
                verdicts.iter().filter(|(_, verdict)| !verdict.met).map(|(id, _)| id.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn forward(&self, evaluation: &Evaluation) -> Result<Vec<CaseEvent>, Refusal> {
        self.same_reference(evaluation)?;
        let clause = self.step().and_then(|(_, step)| step.clauses.first().cloned()).unwrap_or_default();
        let unjudged = self.unjudged_points();
        if !unjudged.is_empty() {
            return Err(Refusal::by(clause, "points-open").with("points", unjudged.join(" ")));
        }
        let unmet = self.unmet_points();
        if !unmet.is_empty() {
            return Err(Refusal::by(clause, "points-not-met").with("points", unmet.join(" ")));
        }
        let open = self.asked_here();
        if !open.is_empty() {
            return Err(Refusal::by(clause, "questions-open").with("clauses", open.join(" ")));
        }
        let asked_later = evaluation.outcome == Outcome::Referred && self.answered_later();
        if evaluation.outcome != Outcome::Eligible && !asked_later {
            return Err(Refusal::by(clause, "rules-say-no").with("outcome", evaluation.outcome));
        }
        let mut events = self.evaluated(evaluation);
        events.push(CaseEvent::Forwarded);
        Ok(events)
    }

    /// Whether a later step answers what is referred.
    fn answered_later(&self) -> bool {
        let Some((now, _)) = self.step() else { return false };
        let later = self.way.iter().flat_map(|way| way.steps.iter().skip(now + 1));
        later.into_iter().any(|step| match &step.work {
            Work::Check(check) => check.judges != Judges::None,
            Work::Review(review) => review.judges != Judges::None,
            _ => false,
        })
    }

    pub(super) fn refuse(
        &self,
        clause: &str,
        ground: Option<&str>,
        reason: &DocumentRef,
        evaluation: &Evaluation,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.same_reference(evaluation)?;
        if clause.is_empty() {
            return Err(Refusal::new("refusal-without-clause"));
        }
        if let Some(check) = self.checking() {
            if let Some(forbidden) = check.never_alone.iter().find(|one| Some(one.id.as_str()) == ground) {
                return Err(Refusal::by(forbidden.clause.clone(), "never-alone").with("ground", &forbidden.id));
            }
            self.ground_is_known(check, ground)?;
        }
        let unjudged = self.unjudged_points();
        if !unjudged.is_empty() {
            return Err(Refusal::new("points-open").with("points", unjudged.join(" ")));
        }
        let mut events = self.evaluated(evaluation);
        events.push(CaseEvent::Refused {
            clause: clause.to_owned(),
            ground: ground.map(str::to_owned),
            reason: reason.clone(),
        });
        Ok(events)
    }

    /// Where the text lists grounds, one of them is named.
    pub(super) fn ground_is_known(&self, check: &Check, ground: Option<&str>) -> Result<(), Refusal> {
        let Some(first) = check.grounds.first() else { return Ok(()) };
        let mut known = check.grounds.iter().map(|one| one.id.as_str());
        if ground.is_some_and(|ground| known.clone().any(|id| id == ground)) {
            return Ok(());
        }
        let known: Vec<&str> = known.by_ref().collect();
        Err(Refusal::by(first.clause.clone(), "ground-not-listed").with("known", known.join(" ")))
    }

    /// The events of a new answer of the rules: with a waiver that comes after a fee, the fee is paid back.
    pub(super) fn evaluated(&self, evaluation: &Evaluation) -> Vec<CaseEvent> {
        if self.evaluation.as_ref() == Some(evaluation) {
            return Vec::new();
        }
        let mut events = vec![CaseEvent::Evaluated(Box::new(evaluation.clone()))];
        events.extend(self.refunds_by(evaluation));
        events
    }
}
