//! One year's round of a committee (评审批次): its filing window, its reference date, its notice (stream `round-…`).

use model::{Day, Series};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::aggregate::{Aggregate, Event};
use crate::case::DocumentRef;
use crate::committee::Term;
use crate::order::{Actor, Order, Role};
use crate::refusal::Refusal;

/// The most days that a window lasts, so that a slip of the year is noticed.
const LONGEST_WINDOW: i32 = 366;

/// What a round is planned with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The place, by its key.
    pub place: String,
    /// The year of the review (评审年度), which is not always that of the filing.
    pub year: i16,
    /// The series.
    pub series: Series,
    /// The committee's id.
    pub committee: String,
    /// The organisation that keeps its office.
    pub office: String,
    /// Until when years of work and results are counted.
    pub reference_date: Day,
    /// The windows that the authority and the office give; the narrower counts: the days in all of them.
    pub windows: Vec<Term>,
    /// The clause on the window, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_clause: Option<String>,
    /// The clause that asks for a section for skilled workers in the notice, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilled_section_clause: Option<String>,
}

impl Plan {
    /// The days that are in every given window.
    fn window(&self) -> Result<Term, Refusal> {
        let Some(from) = self.windows.iter().map(|window| window.from).max() else {
            return Err(Refusal::new("round-no-window"));
        };
        let until = self.windows.iter().map(|window| window.until).min().unwrap_or(from);
        if until < from {
            let refusal = Refusal::new("round-window-empty").citing(self.window_clause.as_deref());
            return Err(refusal.with("from", from).with("until", until));
        }
        if until.days_since(from) >= LONGEST_WINDOW {
            return Err(Refusal::new("round-window-too-long").with("days", LONGEST_WINDOW));
        }
        Ok(Term { from, until })
    }
}

/// The notice of a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundNotice {
    /// The text.
    pub text: DocumentRef,
    /// Its section for skilled workers, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilled_section: Option<DocumentRef>,
}

/// What somebody may ask for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Plan it; until it is announced the plan may be replaced.
    Plan(Plan),
    /// Give up a plan.
    Abandon {
        /// Why.
        reason: DocumentRef,
    },
    /// Announce it with its notice.
    Announce(RoundNotice),
    /// Move the end of the window to a later day.
    Extend {
        /// The new last day.
        until: Day,
        /// Why.
        reason: DocumentRef,
    },
    /// Close it once the window is over.
    Close {
        /// Why now, for example that all files have been taken over.
        reason: DocumentRef,
    },
}

/// What happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoundEvent {
    /// It was planned.
    Planned {
        /// The plan.
        plan: Plan,
        /// The window that counts.
        window: Term,
    },
    /// The plan was given up.
    Abandoned {
        /// Why.
        reason: DocumentRef,
    },
    /// It was announced.
    Announced {
        /// The notice.
        notice: RoundNotice,
    },
    /// The window was extended.
    Extended {
        /// The last day before.
        from: Day,
        /// The last day now.
        until: Day,
        /// Why.
        reason: DocumentRef,
    },
    /// It was closed.
    Closed {
        /// Why.
        reason: DocumentRef,
    },
}

/// Where a round stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Phase {
    /// There is none.
    #[default]
    Unplanned,
    /// It is planned and nobody outside knows it.
    Planned,
    /// It is announced.
    Announced,
    /// It is closed.
    Closed,
    /// Its plan was given up.
    Abandoned,
}

impl Phase {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unplanned => "unplanned",
            Self::Planned => "planned",
            Self::Announced => "announced",
            Self::Closed => "closed",
            Self::Abandoned => "abandoned",
        }
    }
}

/// A round.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Round {
    /// Where it stands.
    pub phase: Phase,
    /// The plan.
    pub plan: Option<Plan>,
    /// The window as it is now.
    pub window: Option<Term>,
    /// The notice.
    pub notice: Option<RoundNotice>,
}

impl Command {
    /// The command's name, as the interfaces spell it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Plan(_) => "plan",
            Self::Abandon { .. } => "abandon",
            Self::Announce(_) => "announce",
            Self::Extend { .. } => "extend",
            Self::Close { .. } => "close",
        }
    }

    /// Whether it makes sense while the round stands so.
    #[must_use]
    pub fn fits(&self, phase: Phase) -> bool {
        match self {
            Self::Plan(_) => matches!(phase, Phase::Unplanned | Phase::Planned),
            Self::Abandon { .. } | Self::Announce(_) => phase == Phase::Planned,
            Self::Extend { .. } | Self::Close { .. } => phase == Phase::Announced,
        }
    }
}

impl Round {
    /// Whether a case may be filed into it on a day.
    ///
    /// # Errors
    /// That it is not announced, not open yet, over, or closed.
    pub fn accepts(&self, day: Day) -> Result<&Plan, Refusal> {
        let (Some(plan), Some(window)) = (&self.plan, self.window) else {
            return Err(Refusal::new("round-not-announced"));
        };
        let clause = plan.window_clause.as_deref();
        match self.phase {
            Phase::Unplanned | Phase::Planned | Phase::Abandoned => Err(Refusal::new("round-not-announced")),
            Phase::Closed => Err(Refusal::new("round-closed").citing(clause)),
            Phase::Announced if day < window.from => {
                Err(Refusal::new("round-not-open-yet").citing(clause).with("from", window.from))
            }
            Phase::Announced if day > window.until => {
                Err(Refusal::new("round-over").citing(clause).with("until", window.until))
            }
            Phase::Announced => Ok(plan),
        }
    }

    fn planned(&self) -> Result<(&Plan, Term), Refusal> {
        self.plan.as_ref().zip(self.window).ok_or_else(|| Refusal::new("round-not-announced"))
    }

    /// The committee's office; the clock too may extend, by a published rule on times when nobody could file. To be asked before
    /// anything is worked out for an order.
    ///
    /// # Errors
    /// It is out of order, or comes from somebody else.
    pub fn permitted(&self, by: &Actor, command: &Command) -> Result<(), Refusal> {
        if !command.fits(self.phase) {
            let refusal = Refusal::new("round-out-of-order").with("command", command.name());
            return Err(refusal.with("phase", self.phase.key()));
        }
        let office = match (command, &self.plan) {
            (_, Some(plan)) | (Command::Plan(plan), None) => Some(plan.office.as_str()),
            (_, None) => None,
        };
        let clock = by.role == Role::Clock && matches!(command, Command::Extend { .. });
        let clerk = by.role == Role::Clerk && office.is_some() && by.organisation.as_deref() == office;
        if clock || clerk { Ok(()) } else { Err(Refusal::new("round-not-office").with("command", command.name())) }
    }
}

impl Aggregate for Round {
    type Command = Command;
    type Event = RoundEvent;

    fn decide(&self, order: &Order<Command>) -> Result<Vec<RoundEvent>, Refusal> {
        self.permitted(&order.by, &order.command)?;
        let today = order.at.day;
        let event = match &order.command {
            Command::Plan(plan) => {
                if self.plan.as_ref().is_some_and(|before| before.office != plan.office) {
                    return Err(Refusal::new("round-other-office"));
                }
                RoundEvent::Planned { plan: plan.clone(), window: plan.window()? }
            }
            Command::Abandon { reason } => RoundEvent::Abandoned { reason: reason.clone() },
            Command::Announce(notice) => {
                let (plan, window) = self.planned()?;
                if plan.skilled_section_clause.is_some() && notice.skilled_section.is_none() {
                    let clause = plan.skilled_section_clause.as_deref();
                    return Err(Refusal::new("round-no-skilled-section").citing(clause));
                }
                if window.until < today {
                    return Err(Refusal::new("round-window-past").with("until", window.until));
                }
                RoundEvent::Announced { notice: notice.clone() }
            }
            Command::Extend { until, reason } => {
                let (_, window) = self.planned()?;
                if *until <= window.until || *until < today {
                    return Err(Refusal::new("round-shortened").with("until", window.until).with("asked", until));
                }
                if until.days_since(window.from) >= LONGEST_WINDOW {
                    return Err(Refusal::new("round-window-too-long").with("days", LONGEST_WINDOW));
                }
                RoundEvent::Extended { from: window.until, until: *until, reason: reason.clone() }
            }
            Command::Close { reason } => {
                let (_, window) = self.planned()?;
                if today <= window.until {
                    return Err(Refusal::new("round-still-open").with("until", window.until));
                }
                RoundEvent::Closed { reason: reason.clone() }
            }
        };
        Ok(vec![event])
    }

    fn evolve(&mut self, event: &Event<RoundEvent>) {
        match &event.what {
            RoundEvent::Planned { plan, window } => {
                self.phase = Phase::Planned;
                self.plan = Some(plan.clone());
                self.window = Some(*window);
            }
            RoundEvent::Abandoned { .. } => self.phase = Phase::Abandoned,
            RoundEvent::Announced { notice } => {
                self.phase = Phase::Announced;
                self.notice = Some(notice.clone());
            }
            RoundEvent::Extended { until, .. } => {
                self.window = self.window.map(|window| Term { until: *until, ..window });
            }
            RoundEvent::Closed { .. } => self.phase = Phase::Closed,
        }
    }
}

#[cfg(test)]
#[path = "round_tests.rs"]
mod tests;
