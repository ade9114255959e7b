//! What happened in a case, as the history records it for ever. Persons stand by their ids, texts by references.

use model::Day;
use model::procedure::{End, Way};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evaluation::{Evaluation, Finding};
use super::{DocumentRef, Evidence};
use crate::working_days::Period;

/// One event of a case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseEvent {
    /// A draft was opened.
    Opened(Opened),
    /// The dossier was replaced.
    Amended {
        /// The dossier.
        dossier: DocumentRef,
        /// The paths that changed.
        changed: Vec<String>,
    },
    /// A file was added.
    Attached(Evidence),
    /// A file was taken out.
    Detached {
        /// Its SHA-256.
        evidence: String,
    },
    /// The case was filed.
    Filed {
        /// The decision at filing.
        evaluation: Box<Evaluation>,
        /// The way, as it was on that day.
        way: Box<Way>,
        /// Who acts in each step.
        stages: Vec<Stage>,
        /// The round.
        round: Option<String>,
        /// The day for which facts count.
        reference: Day,
    },
    /// A returned case came back.
    Resubmitted {
        /// The decision on it.
        evaluation: Box<Evaluation>,
        /// The paths that changed since the return.
        changed: Vec<String>,
    },
    /// The applicant took the case back.
    Withdrawn {
        /// Why, where said.
        reason: Option<DocumentRef>,
    },
    /// The case was not mended in time and counts as taken back.
    Lapsed,
    /// A verdict on a point of a check.
    Verdict {
        /// The point.
        point: String,
        /// Whether it is met.
        met: bool,
        /// Why.
        reason: Option<DocumentRef>,
    },
    /// A question left to people was answered.
    Found(Finding),
    /// The rules were asked again.
    Evaluated(Box<Evaluation>),
    /// The case went on to the next step.
    Forwarded,
    /// The case was returned.
    Returned {
        /// Everything at fault.
        faults: Vec<Fault>,
        /// The last day to mend it.
        due: Day,
        /// The ground.
        ground: Option<String>,
        /// To whom.
        to: ReturnTo,
        /// A superior's reason.
        superior: Option<DocumentRef>,
    },
    /// The case was refused.
    Refused {
        /// The clause.
        clause: String,
        /// The ground.
        ground: Option<String>,
        /// Why.
        reason: DocumentRef,
    },
    /// A notice was published, or a corrected one in its place.
    Published {
        /// The text.
        text: DocumentRef,
        /// Its days.
        period: Period,
        /// What was corrected, where it replaces one.
        corrects: Option<DocumentRef>,
    },
    /// The days of a running notice were counted again.
    Recalculated {
        /// The days.
        period: Period,
        /// Why.
        reason: String,
    },
    /// The notice ended and the case went on.
    NoticeClosed,
    /// Somebody objected.
    Objected {
        /// Counted from 1.
        number: usize,
        /// The objection.
        text: DocumentRef,
    },
    /// An objection was answered.
    ObjectionAnswered {
        /// Which.
        number: usize,
        /// Whether it was well founded.
        upheld: bool,
        /// Why.
        reason: DocumentRef,
    },
    /// The case stands on a session's agenda.
    Enlisted {
        /// The session.
        session: String,
    },
    /// A session voted.
    Voted {
        /// The session.
        session: String,
        /// The numbers.
        tally: Tally,
        /// Whether they pass.
        passed: bool,
        /// The graded reasons.
        reasons: Option<DocumentRef>,
    },
    /// A session ended the review at a gate of its sheet.
    GateFailed {
        /// The session.
        session: String,
        /// The graded reasons.
        reasons: DocumentRef,
    },
    /// A session put the case off.
    PutOff {
        /// The session.
        session: String,
    },
    /// The fee of a part was charged.
    Charged {
        /// The part.
        part: String,
        /// In fen.
        fen: u64,
    },
    /// A fee is to be paid back, since its part was waived afterwards.
    RefundDue {
        /// The part.
        part: String,
        /// The clause.
        clause: String,
    },
    /// The result of a part of an examination.
    PartTaken {
        /// The part.
        part: String,
        /// Whether it was passed.
        passed: bool,
        /// The sheet.
        sheet: Option<DocumentRef>,
    },
    /// All parts are passed or waived, and the case went on.
    ExamPassed,
    /// A part was failed.
    ExamFailed,
    /// The result was confirmed: the case has ended well.
    Confirmed {
        /// What stands at the end.
        end: End,
    },
    /// The applicant asked to have the result looked at again.
    AskedAgain {
        /// Why.
        reason: DocumentRef,
    },
    /// That request was answered.
    AskedAgainAnswered {
        /// Whether the case goes before a committee again.
        upheld: bool,
        /// Why.
        reason: DocumentRef,
    },
    /// A reminder went out.
    Reminded,
    /// A decision on fraud ended the case.
    RefusedForFraud {
        /// The decision.
        decision: DocumentRef,
        /// The act.
        act: String,
        /// The clause.
        clause: String,
    },
}

/// What a draft is for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Opened {
    /// The place, by its key.
    pub place: String,
    /// The level, as `--target` takes it.
    pub target: String,
    /// The applicant's account.
    pub applicant: String,
    /// The employer's id in the register; none for persons without one.
    pub employer: Option<String>,
    /// The personnel agency through which it is handed in.
    pub agency: Option<String>,
    /// The assessor that the applicant chose, where several may assess.
    pub assessor: Option<String>,
    /// The dossier.
    pub dossier: DocumentRef,
}

/// Which organisation acts in a step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    /// The step.
    pub step: String,
    /// The organisation's id in the register.
    pub organisation: String,
}

/// One thing at fault.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// Where: a path of the dossier (`skills[0].date`), a file (`evidence:…`), or a record without a file (`proof:skills[0]`).
    pub at: String,
    /// The point of the check that it fails, where it is one.
    pub point: Option<String>,
    /// The clause.
    pub clause: Option<String>,
    /// What is wrong.
    pub problem: DocumentRef,
    /// What would cure it.
    pub cure: DocumentRef,
}

/// To whom a case is returned.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnTo {
    /// To the applicant.
    Applicant,
    /// To an earlier step, by its id: from there on everything is done again.
    Step(String),
}

/// The numbers of a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// The members drawn.
    pub size: u32,
    /// Those present, the recused among them where the session counts them.
    pub present: u32,
    /// Yes.
    pub yes: u32,
    /// No.
    pub no: u32,
    /// Neither.
    pub abstain: u32,
}
