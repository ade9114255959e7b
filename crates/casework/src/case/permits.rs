//! Which order may be given in which state, and by whom: one table, which the pages and the matrix of tests read too.

use model::procedure::Work;

use super::{Act, Case, Command, Progress, Status};
use crate::order::{Actor, Order, Role};
use crate::refusal::Refusal;

/// Whose order it is.
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

impl Act {
    /// Whose order it is.
    #[must_use]
    pub fn whose(self) -> Whose {
        match self {
            Self::Open | Self::Amend | Self::Attach | Self::Detach | Self::File => Whose::Applicant,
            Self::Resubmit | Self::Withdraw | Self::AskAgain => Whose::Applicant,
            Self::AnswerAskedAgain => Whose::ReviewOffice,
            Self::Verdict | Self::Find | Self::Forward | Self::Return => Whose::Holder(OFFICE),
            Self::Refuse | Self::Publish | Self::Republish => Whose::Holder(OFFICE),
            Self::AnswerObjection | Self::Enlist | Self::Confirm => Whose::Holder(OFFICE),
            Self::Charge => Whose::Holder(OFFICE),
            Self::Part => Whose::Holder(&[Role::Examiner]),
            Self::Result | Self::FailGate | Self::PutOff => Whose::Holder(&[Role::Chair]),
            Self::Recalculate | Self::Lapse | Self::Remind => Whose::Clock,
            Self::CloseNotice => Whose::ClockOrHolder,
            Self::Object => Whose::Anyone,
            Self::Fraud => Whose::Inspector,
        }
    }
}

impl Case {
    /// Whether the case stands where the order makes sense.
    #[must_use]
    pub fn fits(&self, act: Act) -> bool {
        let work = self.step().map(|(_, step)| &step.work);
        let checking = matches!(work, Some(Work::Check(_)));
        let noticing = matches!(work, Some(Work::Notice(_)));
        let published = self.open_notice().is_some();
        match act {
            Act::Open => self.status == Status::Unopened,
            Act::File => self.status == Status::Draft,
            Act::Amend | Act::Attach | Act::Detach => self.with_applicant(),
            Act::Resubmit | Act::Lapse => matches!(self.status, Status::Returned { .. }),
            Act::Withdraw => self.with_applicant() || self.step().is_some(),
            Act::AskAgain => self.status == Status::NotPassed && self.voted_down(),
            Act::AnswerAskedAgain => self.asked_again.is_some() && self.status == Status::NotPassed,
            Act::Verdict | Act::Forward => checking,
            Act::Find => checking || matches!(work, Some(Work::Review(_))),
            Act::Return | Act::Refuse => checking || (noticing && self.has_upheld_objection()),
            Act::Publish => noticing && !published,
            Act::Republish | Act::Recalculate | Act::CloseNotice => noticing && published,
            Act::Object => noticing && published,
            Act::AnswerObjection => noticing,
            Act::Enlist => matches!(work, Some(Work::Review(_))),
            Act::Result | Act::FailGate | Act::PutOff => {
                matches!(self.progress_now(), Some(Progress::Review(Some(_))))
            }
            Act::Charge | Act::Part => matches!(work, Some(Work::Exam(_))),
            Act::Confirm => matches!(work, Some(Work::Confirm)),
            Act::Remind => self.step().is_some() || matches!(self.status, Status::Returned { .. }),
            Act::Fraud => !matches!(self.status, Status::Unopened | Status::Draft | Status::RefusedForFraud),
        }
    }

    /// Whether the order fits the state and comes from whom it has to come.
    pub(super) fn permitted(&self, order: &Order<Command>) -> Result<(), Refusal> {
        let act = order.command.act();
        self.in_order(act)?;
        let applicant = match (&self.opened, &order.command) {
            (None, Command::Open(opened)) => Some(opened.applicant.as_str()),
            (opened, _) => opened.as_ref().map(|opened| opened.applicant.as_str()),
        };
        self.comes_from(&order.by, act, applicant)
    }

    /// Whether somebody may give such an order as the case stands now, whatever else it needs: to be asked before anything is worked
    /// out for it.
    ///
    /// # Errors
    /// It is out of order, or does not come from whom it has to come.
    pub fn may(&self, by: &Actor, act: Act) -> Result<(), Refusal> {
        self.in_order(act)?;
        self.comes_from(by, act, self.opened.as_ref().map(|opened| opened.applicant.as_str()))
    }

    fn in_order(&self, act: Act) -> Result<(), Refusal> {
        if self.fits(act) {
            return Ok(());
        }
        Err(Refusal::new("out-of-order").with("command", act.key()).with("status", self.status_name()))
    }

    /// The orders that somebody may give as the case stands now, whatever else each of them needs.
    #[must_use]
    pub fn offers(&self, by: &Actor) -> Vec<Act> {
        Act::ALL.iter().copied().filter(|act| self.may(by, *act).is_ok()).collect()
    }

    /// Whether an order comes from whom it has to come.
    fn comes_from(&self, by: &Actor, act: Act, applicant: Option<&str>) -> Result<(), Refusal> {
        let own = applicant == Some(by.id.as_str());
        let holds = |holder: Option<&str>| holder.is_some() && by.organisation.as_deref() == holder;
        let allowed = match act.whose() {
            Whose::Applicant => own && by.role == Role::Applicant,
            Whose::Holder(roles) => roles.contains(&by.role) && holds(self.holder()),
            Whose::Clock => by.role == Role::Clock,
            Whose::ClockOrHolder => by.role == Role::Clock || (OFFICE.contains(&by.role) && holds(self.holder())),
            Whose::ReviewOffice => OFFICE.contains(&by.role) && holds(self.review_office()),
            Whose::Inspector => by.role == Role::Inspector,
            Whose::Anyone => by.role != Role::Clock,
        };
        if !allowed {
            return Err(Refusal::new("not-your-turn").with("command", act.key()).with("status", self.status_name()));
        }
        if own && !matches!(act.whose(), Whose::Applicant) {
            return Err(Refusal::new("own-case").with("command", act.key()));
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
