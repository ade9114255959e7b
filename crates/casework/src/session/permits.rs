//! Which order may be given where a session and a case in it stand, and by whom: one table.

use super::command::Command;
use super::{Item, Phase, Session, Vote};
use crate::order::{Actor, Role};
use crate::refusal::Refusal;

/// Whose order a command is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// A clerk of the committee's office.
    Office,
    /// The expert whom it concerns, himself.
    Expert,
    /// That expert, or a clerk of the office.
    ExpertOrOffice,
    /// The chair.
    Chair,
}

/// Where a case stands in a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Before the vote.
    Before,
    /// The vote is open.
    Open,
    /// The vote is closed.
    Closed,
    /// It is settled.
    Concluded,
}

impl Command {
    /// The command's name, as the interfaces spell it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Convene(_) => "convene",
            Self::Replace { .. } => "replace",
            Self::Attend { .. } => "attend",
            Self::Recuse { .. } => "recuse",
            Self::Opinion { .. } => "opinion",
            Self::Admit { .. } => "admit",
            Self::Defend { .. } => "defend",
            Self::Score { .. } => "score",
            Self::OpenVote { .. } => "open-vote",
            Self::IssuePaper { .. } => "issue-paper",
            Self::VoidVote { .. } => "void-vote",
            Self::CloseVote { .. } => "close-vote",
            Self::Conclude { .. } => "conclude",
            Self::Postpone { .. } => "postpone",
            Self::Announce => "announce",
            Self::ReExamine { .. } => "re-examine",
        }
    }

    /// Whose order it is.
    #[must_use]
    pub fn whose(&self) -> Whose {
        match self {
            Self::Convene(_) | Self::Replace { .. } | Self::Attend { .. } => Whose::Office,
            Self::Defend { .. } | Self::Postpone { .. } | Self::ReExamine { .. } => Whose::Office,
            Self::Recuse { .. } => Whose::ExpertOrOffice,
            Self::Admit { .. } | Self::Opinion { .. } | Self::Score { .. } | Self::IssuePaper { .. } => Whose::Expert,
            Self::OpenVote { .. } | Self::VoidVote { .. } | Self::CloseVote { .. } => Whose::Chair,
            Self::Conclude { .. } | Self::Announce => Whose::Chair,
        }
    }

    /// The case that it is about.
    #[must_use]
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Convene(_) | Self::Replace { .. } | Self::Attend { .. } | Self::Announce => None,
            Self::Recuse { case, .. } | Self::Opinion { case, .. } | Self::Defend { case, .. } => Some(case),
            Self::Score { case, .. } | Self::OpenVote { case, .. } | Self::IssuePaper { case, .. } => Some(case),
            Self::VoidVote { case, .. } | Self::CloseVote { case, .. } | Self::Conclude { case, .. } => Some(case),
            Self::Postpone { case, .. } | Self::ReExamine { case, .. } | Self::Admit { case, .. } => Some(case),
        }
    }

    /// Whether it makes sense while the session and the case that it is about stand so.
    #[must_use]
    pub fn fits(&self, phase: Phase, stage: Option<Stage>) -> bool {
        let (sitting, before) = (phase == Phase::Sitting, stage == Some(Stage::Before));
        match self {
            Self::Convene(_) => phase == Phase::Unconvened,
            Self::Replace { .. } => phase == Phase::Convened,
            Self::Attend { .. } => matches!(phase, Phase::Convened | Phase::Sitting),
            Self::Recuse { .. } => {
                matches!(phase, Phase::Convened | Phase::Sitting) && matches!(stage, Some(Stage::Before | Stage::Open))
            }
            Self::Admit { .. } | Self::Opinion { .. } | Self::Defend { .. } => sitting && before,
            Self::Score { .. } | Self::OpenVote { .. } => sitting && before,
            Self::IssuePaper { .. } | Self::VoidVote { .. } | Self::CloseVote { .. } => {
                sitting && stage == Some(Stage::Open)
            }
            Self::Conclude { .. } => sitting && matches!(stage, Some(Stage::Before | Stage::Closed)),
            Self::Postpone { .. } => matches!(phase, Phase::Convened | Phase::Sitting) && before,
            Self::Announce => matches!(phase, Phase::Convened | Phase::Sitting),
            Self::ReExamine { .. } => phase == Phase::Announced && stage == Some(Stage::Concluded),
        }
    }
}

impl Item {
    /// Where the case stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match (&self.concluded, &self.vote) {
            (Some(_), _) => Stage::Concluded,
            (None, Vote::NotOpened) => Stage::Before,
            (None, Vote::Open { .. }) => Stage::Open,
            (None, Vote::Closed(_)) => Stage::Closed,
        }
    }
}

impl Session {
    /// Whether the order fits the state and comes from whom it has to come: to be asked before anything is worked out for it.
    ///
    /// # Errors
    /// It is out of order, or comes from somebody else.
    pub fn permitted(&self, by: &Actor, command: &Command) -> Result<(), Refusal> {
        let phase = self.phase();
        let unfit = || Refusal::new("session-out-of-order").with("command", command.name()).with("phase", phase.key());
        // Of a session that there is, who asks comes first: nobody else learns what is on its agenda.
        if phase == Phase::Unconvened {
            return if command.fits(phase, None) { self.comes_from(by, command) } else { Err(unfit()) };
        }
        self.comes_from(by, command)?;
        let stage = command.case().map(|case| self.item(case).map(Item::stage)).transpose()?;
        if command.fits(phase, stage) { Ok(()) } else { Err(unfit()) }
    }

    /// Whether the order comes from whom it has to come.
    fn comes_from(&self, by: &Actor, command: &Command) -> Result<(), Refusal> {
        let office = match command {
            Command::Convene(convening) => Some(convening.office.as_str()),
            _ => self.convening.as_ref().map(|convening| convening.office.as_str()),
        };
        let of_office = by.role == Role::Clerk && office.is_some() && by.organisation.as_deref() == office;
        let chair = self.convening.as_ref().is_some_and(|convening| convening.chair == by.id);
        let expert = match command {
            Command::Recuse { expert, .. } | Command::IssuePaper { expert, .. } => *expert == by.id,
            _ => true,
        };
        let himself = matches!(by.role, Role::Expert | Role::Chair) && expert;
        match command.whose() {
            Whose::Office if of_office => Ok(()),
            Whose::ExpertOrOffice if of_office || himself => Ok(()),
            Whose::Expert if himself => Ok(()),
            Whose::Chair if chair && by.role == Role::Chair => Ok(()),
            Whose::Expert if !expert => {
                Err(Refusal::new("vote-by-proxy").citing(self.rules().and_then(|rules| rules.vote_clause.as_deref())))
            }
            Whose::Chair => Err(Refusal::new("session-not-chair").with("command", command.name())),
            Whose::Expert => Err(Refusal::new("session-not-expert").with("command", command.name())),
            Whose::Office | Whose::ExpertOrOffice => {
                Err(Refusal::new("session-not-office").with("command", command.name()))
            }
        }
    }
}
