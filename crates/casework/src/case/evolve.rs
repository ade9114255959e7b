//! Folds one event into the state. Nothing is refused here: what was recorded has happened.

use model::procedure::End;

use super::event::ReturnTo;
use super::notice::{Objection, OpenNotice};
use super::progress::{PartResult, Progress, Verdict};
use super::{Case, CaseEvent, Returned, Status};
use crate::aggregate::Event;

impl Case {
    pub(super) fn apply(&mut self, event: &Event<CaseEvent>) {
        let (by, on) = (event.actor.as_str(), event.at.day);
        match &event.what {
            CaseEvent::Opened(opened) => {
                self.dossier = Some(opened.dossier.clone());
                self.opened = Some(opened.clone());
                self.status = Status::Draft;
            }
            CaseEvent::Amended { dossier, changed } => {
                self.dossier = Some(dossier.clone());
                self.note_changes(changed);
            }
            CaseEvent::Attached(evidence) => {
                self.evidence.push(evidence.clone());
                let changed: Vec<String> = evidence.proves.iter().map(|path| format!("proof:{path}")).collect();
                self.note_changes(&changed);
                self.note_changes(&[format!("evidence:{}", evidence.id)]);
            }
            CaseEvent::Detached { evidence } => {
                self.evidence.retain(|one| one.id != *evidence);
                self.note_changes(&[format!("evidence:{evidence}")]);
            }
            CaseEvent::Filed { evaluation, way, stages, round, reference } => {
                self.evaluation = Some((**evaluation).clone());
                self.progress = way.steps.iter().map(|step| Progress::untouched(&step.work)).collect();
                self.way = Some((**way).clone());
                self.stages.clone_from(stages);
                self.round.clone_from(round);
                self.reference = Some(*reference);
                self.status = Status::InStep(0);
                self.moved_by = Some(by.to_owned());
            }
            CaseEvent::Resubmitted { evaluation, .. } => {
                self.evaluation = Some((**evaluation).clone());
                if let Status::Returned { from, .. } = self.status {
                    self.forget_unmet(from);
                    self.status = Status::InStep(from);
                }
            }
            CaseEvent::Withdrawn { .. } | CaseEvent::Lapsed => self.status = Status::Withdrawn,
            CaseEvent::Verdict { point, met, reason } => {
                let verdict = Verdict { met: *met, reason: reason.clone(), by: by.to_owned() };
                if let Some(Progress::Check(verdicts)) = self.progress_now_mut() {
                    verdicts.insert(point.clone(), verdict);
                }
            }
            CaseEvent::Found(finding) => self.findings.push(finding.clone()),
            CaseEvent::Evaluated(evaluation) => self.evaluation = Some((**evaluation).clone()),
            CaseEvent::Forwarded | CaseEvent::NoticeClosed | CaseEvent::ExamPassed => self.step_on(by),
            CaseEvent::Returned { faults, due, to, .. } => self.go_back(faults, *due, to),
            CaseEvent::Refused { .. } => self.status = Status::Refused,
            CaseEvent::Published { text, period, .. } => {
                self.settle_objections();
                let notice = OpenNotice { text: text.clone(), period: period.clone() };
                if let Some(Progress::Notice(open)) = self.progress_now_mut() {
                    *open = Some(notice);
                }
            }
            CaseEvent::Recalculated { period, .. } => {
                if let Some(Progress::Notice(Some(open))) = self.progress_now_mut() {
                    open.period = period.clone();
                }
            }
            CaseEvent::Objected { text, .. } => {
                let step = self.step().map_or(0, |(index, _)| index);
                let (by, text) = (Some(by.to_owned()), text.clone());
                self.objections.push(Objection { step, by, on, text, answer: None, settled: false });
            }
            CaseEvent::ObjectionAnswered { number, upheld, reason } => {
                if let Some(objection) = number.checked_sub(1).and_then(|index| self.objections.get_mut(index)) {
                    objection.answer = Some((*upheld, reason.clone()));
                }
            }
            CaseEvent::Enlisted { session } => {
                if let Some(Progress::Review(on)) = self.progress_now_mut() {
                    *on = Some(session.clone());
                }
            }
            CaseEvent::Voted { session, passed, .. } => self.voted(session, *passed, by, on),
            CaseEvent::GateFailed { .. } => {
                self.status = Status::NotPassed;
                self.moved_by = Some(by.to_owned());
            }
            CaseEvent::PutOff { .. } => {
                if let Some(Progress::Review(session)) = self.progress_now_mut() {
                    *session = None;
                }
            }
            CaseEvent::Charged { part, fen } => {
                self.fees.insert(part.clone(), *fen);
            }
            CaseEvent::RefundDue { part, .. } => self.refunds.push(part.clone()),
            CaseEvent::PartTaken { part, passed, sheet } => {
                let result = PartResult { passed: *passed, sheet: sheet.clone(), by: by.to_owned() };
                if let Some(Progress::Exam(results)) = self.progress_now_mut() {
                    results.insert(part.clone(), result);
                }
            }
            CaseEvent::ExamFailed => self.status = Status::NotPassed,
            CaseEvent::Confirmed { end } => self.status = Status::Ended(*end),
            CaseEvent::AskedAgain { reason } => self.asked_again = Some(reason.clone()),
            CaseEvent::AskedAgainAnswered { upheld, .. } => {
                self.asked_again = None;
                self.looked_again = true;
                if let (true, Some(review)) = (*upheld, self.review_step()) {
                    self.start_from(review);
                }
            }
            CaseEvent::Reminded => self.reminded = Some(on),
            CaseEvent::RefusedForFraud { .. } => self.status = Status::RefusedForFraud,
        }
        self.last = Some(event.at.clone());
    }

    fn progress_now_mut(&mut self) -> Option<&mut Progress> {
        match self.status {
            Status::InStep(index) => self.progress.get_mut(index),
            _ => None,
        }
    }

    fn note_changes(&mut self, changed: &[String]) {
        if let (Status::Returned { .. }, Some(last)) = (&self.status, self.returns.last_mut()) {
            last.changed.extend(changed.iter().cloned());
            last.changed.sort_unstable();
            last.changed.dedup();
        }
    }

    fn step_on(&mut self, by: &str) {
        self.moved_by = Some(by.to_owned());
        let Status::InStep(now) = self.status else { return };
        let Some(way) = &self.way else { return };
        self.status = if now + 1 < way.steps.len() { Status::InStep(now + 1) } else { Status::Ended(way.end) };
    }

    fn voted(&mut self, session: &str, passed: bool, by: &str, on: model::Day) {
        if !passed {
            self.status = Status::NotPassed;
            self.moved_by = Some(by.to_owned());
            return;
        }
        let found = self.found_by_vote(session, by, on);
        self.findings.extend(found);
        self.step_on(by);
    }

    fn go_back(&mut self, faults: &[super::Fault], due: model::Day, to: &ReturnTo) {
        let Some((now, _)) = self.step() else { return };
        let organisation = self.stages.get(now).map(|stage| stage.organisation.clone()).unwrap_or_default();
        self.returns.push(Returned { step: now, organisation, faults: faults.to_vec(), changed: Vec::new() });
        self.settle_objections();
        match to {
            ReturnTo::Applicant => self.status = Status::Returned { from: now, due },
            ReturnTo::Step(id) => {
                let earlier = self.way.as_ref().and_then(|way| way.steps.iter().position(|step| step.id == *id));
                self.start_from(earlier.unwrap_or(now));
            }
        }
    }

    /// Takes the case to a step, from which on everything is done again.
    fn start_from(&mut self, step: usize) {
        let Some(way) = &self.way else { return };
        for (progress, step) in self.progress.iter_mut().zip(&way.steps).skip(step) {
            *progress = Progress::untouched(&step.work);
        }
        self.status = Status::InStep(step);
    }

    fn settle_objections(&mut self) {
        for objection in self.objections.iter_mut().filter(|one| one.answer.is_some()) {
            objection.settled = true;
        }
    }

    /// A point that was not met has to be looked at again; what was met keeps its verdict. A notice is published anew.
    fn forget_unmet(&mut self, step: usize) {
        match self.progress.get_mut(step) {
            Some(Progress::Check(verdicts)) => verdicts.retain(|_, verdict| verdict.met),
            Some(Progress::Notice(open)) => *open = None,
            _ => {}
        }
    }

    /// What stands at the end, once the case has ended well.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        match self.status {
            Status::Ended(end) => Some(end),
            _ => None,
        }
    }
}
