//! One application's case: its state, folded from its history, and who may do what next.

use std::collections::BTreeMap;

use model::procedure::{End, Step, Way};
use serde::{Deserialize, Serialize};

use crate::aggregate::{Aggregate, Event};
use crate::order::{Moment, Order};
use crate::refusal::Refusal;

mod act;
mod check;
mod command;
mod ending;
mod evaluation;
mod event;
mod evolve;
mod exam;
mod filing;
mod notice;
mod permits;
mod progress;
mod returning;
mod review;

pub use act::Act;
pub use command::{Claim, Command, Filing, Round};
pub use evaluation::{Evaluation, Finding, Waived};
pub use event::{CaseEvent, Fault, Opened, ReturnTo, Stage, Tally};
pub use notice::{Objection, OpenNotice};
pub use progress::{PartResult, Progress, Verdict};

/// A document that lies outside the history: personal data, texts that people wrote, decisions. The history holds its
/// identifier and the digest of its bytes, so that a change is found and an erasure breaks nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DocumentRef {
    /// Its identifier.
    pub id: String,
    /// `sha256:…` of its bytes with the salt that lies beside them.
    pub digest: String,
}

/// A file in evidence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Evidence {
    /// Its SHA-256, by which it is stored.
    pub id: String,
    /// Its type as its content has it, for example `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The records of the dossier that it proves, for example `skills[0]`.
    pub proves: Vec<String>,
}

/// Where a case stands.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// There is no such case yet.
    #[default]
    Unopened,
    /// 草稿: the applicant writes it.
    Draft,
    /// 办理中: it lies with the body of a step, counted from 0.
    InStep(usize),
    /// 退回补正: the applicant mends it by a day.
    Returned {
        /// The step that returned it.
        from: usize,
        /// The last day.
        due: model::Day,
    },
    /// 已撤回: the applicant took it back, or did not mend it in time.
    Withdrawn,
    /// 不予受理: an office refused it.
    Refused,
    /// 弄虚作假一票否决: a decision on fraud ended it.
    RefusedForFraud,
    /// 未通过: the vote or the examination went against it.
    NotPassed,
    /// 办结: granted, recommended or appointed.
    Ended(End),
}

/// A return to the applicant or to an earlier step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Returned {
    /// The step that returned it.
    pub step: usize,
    /// The organisation that did.
    pub organisation: String,
    /// What was at fault.
    pub faults: Vec<Fault>,
    /// The paths that changed since; none until the case comes back.
    pub changed: Vec<String>,
}

/// The state of a case.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Case {
    /// What was opened.
    pub opened: Option<Opened>,
    /// Where it stands.
    pub status: Status,
    /// The dossier as it is now.
    pub dossier: Option<DocumentRef>,
    /// The files in evidence.
    pub evidence: Vec<Evidence>,
    /// The way, as it was at filing.
    pub way: Option<Way>,
    /// Which organisation acts in each step of the way.
    pub stages: Vec<Stage>,
    /// The round, where it was filed in one.
    pub round: Option<String>,
    /// The day for which facts count.
    pub reference: Option<model::Day>,
    /// What the rules said last.
    pub evaluation: Option<Evaluation>,
    /// What people found, newest last; the last one on a clause counts.
    pub findings: Vec<Finding>,
    /// How far each step has come.
    pub progress: Vec<Progress>,
    /// Every return.
    pub returns: Vec<Returned>,
    /// Every objection.
    pub objections: Vec<Objection>,
    /// Fees charged, in fen, by part of an examination.
    pub fees: BTreeMap<String, u64>,
    /// Parts whose fee is to be paid back.
    pub refunds: Vec<String>,
    /// A request to look again that nobody answered yet.
    pub asked_again: Option<DocumentRef>,
    /// Whether it was looked at again.
    pub looked_again: bool,
    /// Who gave the last order that moved the case on.
    pub moved_by: Option<String>,
    /// The last recorded moment.
    pub last: Option<Moment>,
    /// The day of the last reminder.
    pub reminded: Option<model::Day>,
}

/// How much earlier than the last recorded moment an order may claim to be, in seconds: clocks of several nodes differ.
pub const LEEWAY_SECONDS: i64 = 300;

impl Case {
    /// The step in which the case lies, with its position.
    #[must_use]
    pub fn step(&self) -> Option<(usize, &Step)> {
        match self.status {
            Status::InStep(index) => Some((index, self.way.as_ref()?.steps.get(index)?)),
            _ => None,
        }
    }

    /// The organisation whose turn it is; none while it lies with the applicant or has ended.
    #[must_use]
    pub fn holder(&self) -> Option<&str> {
        let (index, _) = self.step()?;
        self.stages.get(index).map(|stage| stage.organisation.as_str())
    }

    /// The findings that count: the last one on each clause.
    #[must_use]
    pub fn findings_that_count(&self) -> BTreeMap<&str, &Finding> {
        self.findings.iter().map(|finding| (finding.clause.as_str(), finding)).collect()
    }

    /// Whether nothing can happen any more but a finding of fraud.
    #[must_use]
    pub fn is_over(&self) -> bool {
        use Status::{Ended, NotPassed, Refused, RefusedForFraud, Withdrawn};
        matches!(self.status, Withdrawn | Refused | RefusedForFraud | NotPassed | Ended(_))
    }
}

impl Aggregate for Case {
    type Command = Command;
    type Event = CaseEvent;

    fn decide(&self, order: &Order<Command>) -> Result<Vec<CaseEvent>, Refusal> {
        if let Some(last) = &self.last
            && (order.at.second < last.second - LEEWAY_SECONDS || order.at.day < last.day)
        {
            return Err(Refusal::new("clock-set-back").with("last", last.day).with("now", order.at.day));
        }
        self.permitted(order)?;
        match &order.command {
            Command::Open(opened) => Ok(vec![CaseEvent::Opened(opened.clone())]),
            Command::Amend { dossier, changed } => self.amend(dossier, changed),
            Command::Attach(evidence) => self.attach(evidence),
            Command::Detach { evidence } => self.detach(evidence),
            Command::File(filing) => self.file(filing),
            Command::Resubmit { evaluation } => self.resubmit(order, evaluation),
            Command::Withdraw { reason } => self.withdraw(reason),
            Command::AskAgain { reason } => self.ask_again(reason),
            Command::AnswerAskedAgain { upheld, reason } => self.answer_asked_again(*upheld, reason),
            Command::Verdict { point, met, reason } => self.verdict(point, *met, reason.as_ref()),
            Command::Find { clause, holds, reason, evaluation } => self.find(order, clause, *holds, reason, evaluation),
            Command::Forward { evaluation } => self.forward(evaluation),
            Command::Return { faults, due, ground, to, superior } => {
                self.send_back(order, faults, *due, ground.as_deref(), to, superior.as_ref())
            }
            Command::Refuse { clause, ground, reason, evaluation } => {
                self.refuse(clause, ground.as_deref(), reason, evaluation)
            }
            Command::Publish { text, period } => self.publish(order, text, period),
            Command::Republish { text, period, reason } => self.republish(order, text, period, reason),
            Command::Recalculate { period, reason } => self.recalculate(period, reason),
            Command::CloseNotice => self.close_notice(order),
            Command::Object { text } => self.object(order, text),
            Command::AnswerObjection { number, upheld, reason } => self.answer_objection(*number, *upheld, reason),
            Command::Enlist { session } => self.enlist(session),
            Command::Result { session, tally, reasons } => self.result(session, tally, reasons.as_ref()),
            Command::FailGate { session, reasons } => self.fail_gate(session, reasons),
            Command::PutOff { session } => self.put_off(session),
            Command::Charge { part, fen } => self.charge(part, *fen),
            Command::Part { part, passed, sheet } => self.part(part, *passed, sheet.as_ref()),
            Command::Confirm { evaluation } => self.confirm(order, evaluation),
            Command::Lapse => self.lapse(order),
            Command::Remind => self.remind(order),
            Command::Fraud { decision, act, clause } => self.fraud(decision, act, clause),
        }
    }

    fn evolve(&mut self, event: &Event<CaseEvent>) {
        self.apply(event);
    }
}
