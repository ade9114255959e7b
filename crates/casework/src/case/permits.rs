//! Which order may be given in which state, and by whom: one table, which the pages and the matrix of tests read too.

use model::procedure::Work;

use super::{Case, Command, Progress, Status};
use crate::order::{Order, Role};
use crate::refusal::Refusal;

/// Whose order a command is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// The person whose case it is.
    Applicant,
    /// The organisation whose turn it is, in one of these roles.
    Holder(&'static [Role]),
    /// The passing of time, or the organisation whose turn it is.
    ClockOrHolder,
    /// The passing of time.
    Clock,
    /// The office of the committee that reviewed.
    ReviewOffice,
    /// Who enters decisions on fraud.
    Inspector,
    /// Anybody who is known by an account.
    Anyone,
}

const OFFICE: &[Role] = &[Role::Clerk, Role::Supervisor];

impl Command {
    /// The command's name, as the interfaces spell it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Amend { .. } => "amend",
            Self::Attach(_) => "attach",
            Self::Detach { .. } => "detach",
            Self::File(_) => "file",
            Self::Resubmit { .. } => "resubmit",
            Self::Withdraw { .. } => "withdraw",
            Self::AskAgain { .. } => "ask-again",
            Self::AnswerAskedAgain { .. } => "answer-asked-again",
            Self::Verdict { .. } => "verdict",
            Self::Find { .. } => "find",
            Self::Forward { .. } => "forward",
            Self::Return { .. } => "return",
            Self::Refuse { .. } => "refuse",
            Self::Publish { .. } => "publish",
            Self::Republish { .. } => "republish",
            Self::Recalculate { .. } => "recalculate",
            Self::CloseNotice => "close-notice",
            Self::Object { .. } => "object",
            Self::AnswerObjection { .. } => "answer-objection",
            Self::Enlist { .. } => "enlist",
            Self::Result { .. } => "result",
            Self::FailGate { .. } => "fail-gate",
            Self::PutOff { .. } => "put-off",
            Self::Charge { .. } => "charge",
            Self::Part { .. } => "part",
            Self::Confirm { .. } => "confirm",
            Self::Lapse => "lapse",
            Self::Remind => "remind",
            Self::Fraud { .. } => "fraud",
        }
    }

    /// Whose order it is.
    #[must_use]
    pub fn whose(&self) -> Whose {
        match self {
            Self::Open(_) | Self::Amend { .. } | Self::Attach(_) | Self::Detach { .. } | Self::File(_) => {
                Whose::Applicant
            }
            Self::Resubmit { .. } | Self::Withdraw { .. } | Self::AskAgain { .. } => Whose::Applicant,
            Self::AnswerAskedAgain { .. } => Whose::ReviewOffice,
            Self::Verdict { .. } | Self::Find { .. } | Self::Forward { .. } | Self::Return { .. } => {
                Whose::Holder(OFFICE)
            }
            Self::Refuse { .. } | Self::Publish { .. } | Self::Republish { .. } => Whose::Holder(OFFICE),
            Self::AnswerObjection { .. } | Self::Enlist { .. } | Self::Confirm { .. } => Whose::Holder(OFFICE),
            Self::Charge { .. } => Whose::Holder(OFFICE),
            Self::Part { .. } => Whose::Holder(&[Role::Examiner]),
            Self::Result { .. } | Self::FailGate { .. } | Self::PutOff { .. } => Whose::Holder(&[Role::Chair]),
            Self::Recalculate { .. } | Self::Lapse | Self::Remind => Whose::Clock,
            Self::CloseNotice => Whose::ClockOrHolder,
            Self::Object { .. } => Whose::Anyone,
            Self::Fraud { .. } => Whose::Inspector,
        }
    }
}

impl Case {
    /// Whether the case stands where the command makes sense.
    #[must_use]
    pub fn fits(&self, command: &Command) -> bool {
        let work = self.step().map(|(_, step)| &step.work);
        let checking = matches!(work, Some(Work::Check(_)));
        let noticing = matches!(work, Some(Work::Notice(_)));
        let published = self.open_notice().is_some();
        match command {
            Command::Open(_) => self.status == Status::Unopened,
            Command::File(_) => self.status == Status::Draft,
            Command::Amend { .. } | Command::Attach(_) | Command::Detach { .. } => self.with_applicant(),
            Command::Resubmit { .. } | Command::Lapse => matches!(self.status, Status::Returned { .. }),
            Command::Withdraw { .. } => self.with_applicant() || self.step().is_some(),
            Command::AskAgain { .. } => self.status == Status::NotPassed && self.voted_down(),
            Command::AnswerAskedAgain { .. } => self.asked_again.is_some() && self.status == Status::NotPassed,
            Command::Verdict { .. } | Command::Forward { .. } => checking,
            Command::Find { .. } => checking || matches!(work, Some(Work::Review(_))),
            Command::Return { .. } | Command::Refuse { .. } => checking || (noticing && self.has_upheld_objection()),
            Command::Publish { .. } => noticing && !published,
            Command::Republish { .. } | Command::Recalculate { .. } | Command::CloseNotice => noticing && published,
            Command::Object { .. } => noticing && published,
            Command::AnswerObjection { .. } => noticing,
            Command::Enlist { .. } => matches!(work, Some(Work::Review(_))),
            Command::Result { .. } | Command::FailGate { .. } | Command::PutOff { .. } => {
                matches!(self.progress_now(), Some(Progress::Review(Some(_))))
            }
            Command::Charge { .. } | Command::Part { .. } => matches!(work, Some(Work::Exam(_))),
            Command::Confirm { .. } => matches!(work, Some(Work::Confirm)),
            Command::Remind => self.step().is_some() || matches!(self.status, Status::Returned { .. }),
            Command::Fraud { .. } => !matches!(self.status, Status::Unopened | Status::Draft | Status::RefusedForFraud),
        }
    }

    /// Whether the order fits the state and comes from whom it has to come.
    pub(super) fn permitted(&self, order: &Order<Command>) -> Result<(), Refusal> {
        let (by, command) = (&order.by, &order.command);
        if !self.fits(command) {
            return Err(Refusal::new("out-of-order")
                .with("command", command.name())
                .with("status", self.status_name()));
        }
        let applicant = match (&self.opened, command) {
            (None, Command::Open(opened)) => Some(opened.applicant.as_str()),
            (opened, _) => opened.as_ref().map(|opened| opened.applicant.as_str()),
        };
        let own = applicant == Some(by.id.as_str());
        let holds = |holder: Option<&str>| holder.is_some() && by.organisation.as_deref() == holder;
        let allowed = match command.whose() {
            Whose::Applicant => own && by.role == Role::Applicant,
            Whose::Holder(roles) => roles.contains(&by.role) && holds(self.holder()),
            Whose::Clock => by.role == Role::Clock,
            Whose::ClockOrHolder => by.role == Role::Clock || (OFFICE.contains(&by.role) && holds(self.holder())),
            Whose::ReviewOffice => OFFICE.contains(&by.role) && holds(self.review_office()),
            Whose::Inspector => by.role == Role::Inspector,
            Whose::Anyone => by.role != Role::Clock,
        };
        if !allowed {
            return Err(Refusal::new("not-your-turn")
                .with("command", command.name())
                .with("status", self.status_name()));
        }
        if own && !matches!(command.whose(), Whose::Applicant) {
            return Err(Refusal::new("own-case").with("command", command.name()));
        }
        Ok(())
    }

    /// Whether the applicant has the case in hand.
    #[must_use]
    pub fn with_applicant(&self) -> bool {
        matches!(self.status, Status::Draft | Status::Returned { .. })
    }

    /// The name of the status, or of the step in which the case lies.
    #[must_use]
    pub fn status_name(&self) -> String {
        match (&self.status, self.step()) {
            (_, Some((_, step))) => step.id.clone(),
            (Status::Unopened, _) => "unopened".to_owned(),
            (Status::Draft, _) => "draft".to_owned(),
            (Status::Returned { .. }, _) => "returned".to_owned(),
            (Status::Withdrawn, _) => "withdrawn".to_owned(),
            (Status::Refused, _) => "refused".to_owned(),
            (Status::RefusedForFraud, _) => "refused-for-fraud".to_owned(),
            (Status::NotPassed, _) => "not-passed".to_owned(),
            (Status::Ended(_) | Status::InStep(_), _) => "ended".to_owned(),
        }
    }

    /// How far the present step has come.
    #[must_use]
    pub fn progress_now(&self) -> Option<&Progress> {
        self.step().and_then(|(index, _)| self.progress.get(index))
    }

    /// The office of the step that reviews.
    fn review_office(&self) -> Option<&str> {
        let index = self.review_step()?;
        self.stages.get(index).map(|stage| stage.organisation.as_str())
    }

    /// The position of the step that reviews.
    pub(super) fn review_step(&self) -> Option<usize> {
        self.way.as_ref()?.steps.iter().position(|step| matches!(step.work, Work::Review(_)))
    }

    /// Whether a vote, not an examination, went against the case.
    fn voted_down(&self) -> bool {
        self.review_step().is_some()
    }
}
