//! What somebody may ask for in a case. Texts that people write lie outside the history and come as references.

use model::Day;
use model::procedure::Way;

use super::evaluation::Evaluation;
use super::event::{Fault, Opened, ReturnTo, Stage, Tally};
use super::{DocumentRef, Evidence};
use crate::working_days::Period;

/// An order in a case.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// The applicant opens a draft.
    Open(Opened),
    /// The applicant replaces the dossier; `changed` are the paths that differ.
    Amend {
        /// The new dossier.
        dossier: DocumentRef,
        /// The paths that differ from the one before.
        changed: Vec<String>,
    },
    /// The applicant adds a file.
    Attach(Evidence),
    /// The applicant takes a file out.
    Detach {
        /// The file's SHA-256.
        evidence: String,
    },
    /// The applicant files.
    File(Box<Filing>),
    /// The applicant hands a returned case in again.
    Resubmit {
        /// What the rules say of the mended dossier.
        evaluation: Box<Evaluation>,
    },
    /// The applicant takes the case back.
    Withdraw {
        /// Why, where said.
        reason: Option<DocumentRef>,
    },
    /// The applicant asks to have a result looked at again (复查).
    AskAgain {
        /// Why.
        reason: DocumentRef,
    },
    /// The committee's office answers that request.
    AnswerAskedAgain {
        /// Whether the case goes before a committee again.
        upheld: bool,
        /// Why.
        reason: DocumentRef,
    },
    /// The holder gives a verdict on one point of a check.
    Verdict {
        /// The point.
        point: String,
        /// Whether it is met.
        met: bool,
        /// Why not, or what was seen.
        reason: Option<DocumentRef>,
    },
    /// The holder answers a question that the text leaves to people.
    Find {
        /// The clause.
        clause: String,
        /// The answer.
        holds: bool,
        /// Why.
        reason: DocumentRef,
        /// What the rules say with this finding.
        evaluation: Box<Evaluation>,
    },
    /// The holder passes the case on to the next step.
    Forward {
        /// What the rules say now.
        evaluation: Box<Evaluation>,
    },
    /// The holder returns the case.
    Return {
        /// Everything that is at fault.
        faults: Vec<Fault>,
        /// The last day to mend it.
        due: Day,
        /// One of the grounds that the text lists, where it lists any.
        ground: Option<String>,
        /// To whom.
        to: ReturnTo,
        /// A superior's reason for naming something that was visible the first time.
        superior: Option<DocumentRef>,
    },
    /// The holder refuses the case.
    Refuse {
        /// The clause on which it rests.
        clause: String,
        /// One of the grounds that the text lists, where it lists any.
        ground: Option<String>,
        /// Why.
        reason: DocumentRef,
        /// What the rules say now.
        evaluation: Box<Evaluation>,
    },
    /// The holder publishes a notice.
    Publish {
        /// The text, free of identity and telephone numbers.
        text: DocumentRef,
        /// Its working days.
        period: Period,
    },
    /// The holder publishes a corrected notice; its days count from the start.
    Republish {
        /// The corrected text.
        text: DocumentRef,
        /// Its working days.
        period: Period,
        /// What was corrected.
        reason: DocumentRef,
    },
    /// The calendar changed while a notice runs.
    Recalculate {
        /// The days by the new calendar.
        period: Period,
        /// Which days changed, as the calendar's own version names them.
        reason: String,
    },
    /// The notice has run its days.
    CloseNotice,
    /// Somebody objects to a notice.
    Object {
        /// The objection.
        text: DocumentRef,
    },
    /// The holder answers an objection.
    AnswerObjection {
        /// Which one, counted from 1.
        number: usize,
        /// Whether it is well founded.
        upheld: bool,
        /// Why.
        reason: DocumentRef,
    },
    /// The committee's office puts the case on a session's agenda.
    Enlist {
        /// The session.
        session: String,
    },
    /// The result of a session's vote.
    Result {
        /// The session.
        session: String,
        /// The numbers.
        tally: Tally,
        /// The graded reasons; needed where the vote did not pass.
        reasons: Option<DocumentRef>,
    },
    /// A session ended the review before a vote, since a gate of its sheet was failed.
    FailGate {
        /// The session.
        session: String,
        /// The graded reasons.
        reasons: DocumentRef,
    },
    /// A session put the case off: it may stand on another agenda.
    PutOff {
        /// The session.
        session: String,
    },
    /// The assessor charges the fee of a part.
    Charge {
        /// The part.
        part: String,
        /// In fen (0.01 yuan).
        fen: u64,
    },
    /// The assessor enters the result of a part.
    Part {
        /// The part.
        part: String,
        /// Whether it was passed.
        passed: bool,
        /// The sheet with its marks.
        sheet: Option<DocumentRef>,
    },
    /// The last body confirms the result.
    Confirm {
        /// What the rules say now.
        evaluation: Box<Evaluation>,
    },
    /// The days to mend have passed.
    Lapse,
    /// A reminder is due.
    Remind,
    /// A decision on fraud was made.
    Fraud {
        /// The decision, with its day and number.
        decision: DocumentRef,
        /// The act, as the clause lists it.
        act: String,
        /// The clause.
        clause: String,
    },
}

/// What filing brings: everything that was looked up for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Filing {
    /// Whether the applicant signed the promise that everything is true.
    pub promised: bool,
    /// What the rules say.
    pub evaluation: Evaluation,
    /// The way that fits, with the steps that fit.
    pub way: Way,
    /// The organisation of each step.
    pub stages: Vec<Stage>,
    /// The round that is open on the day, where there is one.
    pub round: Option<Round>,
    /// The records of the dossier that documents have to prove.
    pub claims: Vec<Claim>,
}

/// A record of the dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The key of its list, for example `skills`.
    pub key: String,
    /// Its path, for example `skills[0]`.
    pub path: String,
}

/// A round that takes applications on the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// Its identifier.
    pub id: String,
    /// The day for which facts count.
    pub reference: Day,
}
