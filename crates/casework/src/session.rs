//! One session of a review committee: convened, sitting, voting in secret, announcing (stream `session-…`).
//!
//! Ballots are secret. The history says who took a paper and, when the vote closes, all ballots at once in the order of
//! serials that nobody can link to a person. How a ballot gets from an expert into the box is no part of the history.

mod agenda;
mod as_asked;
mod command;
mod convening;
mod ending;
mod on_record;
mod permits;
mod reasons;
mod rules;
mod scoring;
mod sheet;
mod sitting;
mod stand_ins;
mod vote;
mod voting;

use std::collections::{BTreeMap, BTreeSet};

pub use agenda::{AgendaItem, Convening, Group, Material, Member};
pub use command::{Casting, Command, Ground, SessionEvent};
pub use model::procedure::MaterialKind;
pub use permits::{Stage, Whose};
pub use reasons::{AreaGrade, Outcome, PAPERS, Reasons};
pub use rules::{RecusedPresence, SessionRules};
pub use scoring::{CountedTotal, GateStanding, Score, Summary, Total};
pub use sheet::{Area, AreaKind, CountedItems, FULL, Gate, GateRule, GradeStep, Item as SheetItem, Scale, Sheet};
pub use stand_ins::{Defended, InPlaceOf, StandIns};
pub use vote::{Attendance, Ballot, Choice, VoteResult, two_thirds};

use crate::aggregate::{Aggregate, Event};
use crate::order::Order;
use crate::refusal::Refusal;

/// Where a session stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// There is none yet.
    Unconvened,
    /// It is convened.
    Convened,
    /// It sits: attendance is recorded.
    Sitting,
    /// The chair has announced the results.
    Announced,
}

impl Phase {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unconvened => "unconvened",
            Self::Convened => "convened",
            Self::Sitting => "sitting",
            Self::Announced => "announced",
        }
    }
}

/// How far the vote in a case has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Vote {
    /// It is not open.
    NotOpened,
    /// It is open.
    Open {
        /// Who has taken a paper.
        papers: BTreeSet<String>,
        /// The public key under which ballots are signed, where it is electronic.
        key: Option<String>,
    },
    /// It is closed and counted.
    Closed(Box<VoteResult>),
}

/// A case in a session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// As it stands on the agenda.
    pub agenda: AgendaItem,
    /// Who keeps out of it, and on what ground.
    pub recused: BTreeMap<String, Ground>,
    /// Who signed the group's opinion, and whether they recommend the case.
    pub opinion: Option<(Vec<String>, bool)>,
    /// The kinds of material that the group admitted in place of a paper, with who signed.
    pub admitted: BTreeMap<MaterialKind, Vec<String>>,
    /// What was defended.
    pub defended: Option<Vec<Defended>>,
    /// The totals, by expert.
    pub scores: BTreeMap<String, Total>,
    /// How many votes were opened.
    pub rounds: u32,
    /// The vote.
    pub vote: Vote,
    /// How it ended.
    pub concluded: Option<Outcome>,
    /// Whether a re-examination was opened.
    pub re_examination: bool,
}

impl Item {
    fn new(agenda: AgendaItem) -> Self {
        Self {
            agenda,
            recused: BTreeMap::new(),
            opinion: None,
            admitted: BTreeMap::new(),
            defended: None,
            scores: BTreeMap::new(),
            rounds: 0,
            vote: Vote::NotOpened,
            concluded: None,
            re_examination: false,
        }
    }

    /// Whether the expert has scored or signed here.
    fn has_worked(&self, expert: &String) -> bool {
        let opinion = self.opinion.as_ref().map(|(experts, _)| experts);
        let mut signed = opinion.into_iter().chain(self.admitted.values());
        self.scores.contains_key(expert) || signed.any(|experts| experts.contains(expert))
    }
}

/// A session.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Session {
    /// What it was convened with; none before.
    pub convening: Option<Convening>,
    /// The cases.
    pub items: BTreeMap<String, Item>,
    /// Who attends.
    pub present: BTreeSet<String>,
    /// Whether attendance was recorded.
    pub sitting: bool,
    /// Whether the results were announced.
    pub announced: bool,
}

impl Session {
    /// Where it stands.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match (&self.convening, self.sitting, self.announced) {
            (None, ..) => Phase::Unconvened,
            (Some(_), _, true) => Phase::Announced,
            (Some(_), true, false) => Phase::Sitting,
            (Some(_), false, false) => Phase::Convened,
        }
    }

    /// A case of the agenda.
    ///
    /// # Errors
    /// That it is not on the agenda.
    pub fn item(&self, case: &str) -> Result<&Item, Refusal> {
        self.items.get(case).ok_or_else(|| Refusal::new("agenda-no-case").with("case", case))
    }

    /// All experts' totals for a case.
    ///
    /// # Errors
    /// That its sheet is missing, which convening refuses.
    pub fn summary(&self, item: &Item) -> Result<Summary, Refusal> {
        Ok(self.sheet(item)?.summary(item.scores.values()))
    }

    fn sheet(&self, item: &Item) -> Result<&Sheet, Refusal> {
        let AgendaItem { case, sheet, .. } = &item.agenda;
        let missing = || Refusal::new("agenda-no-sheet").with("case", case).with("sheet", sheet);
        self.convened()?.sheet(sheet).ok_or_else(missing)
    }

    fn convened(&self) -> Result<&Convening, Refusal> {
        self.convening.as_ref().ok_or_else(|| Refusal::new("session-unknown"))
    }

    fn rules(&self) -> Option<&SessionRules> {
        self.convening.as_ref().map(|convening| &convening.rules)
    }

    fn change(&mut self, case: &str, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.get_mut(case) {
            change(item);
        }
    }
}

impl Aggregate for Session {
    type Command = Command;
    type Event = SessionEvent;

    fn decide(&self, order: &Order<Command>) -> Result<Vec<SessionEvent>, Refusal> {
        self.permitted(&order.by, &order.command)?;
        match &order.command {
            Command::Convene(convening) => {
                convening.check(order.at.day)?;
                let mut events = vec![SessionEvent::Convened(convening.clone())];
                events.extend(convening.recused_by_duty());
                Ok(events)
            }
            Command::Replace { out, by } => self.replace(self.convened()?, out, by),
            Command::Attend { present } => self.attend(order, present),
            Command::Recuse { case, expert, reason } => self.recuse(order, case, expert, reason),
            Command::Opinion { case, experts, text, recommends } => {
                self.opinion(order, case, experts, text, *recommends)
            }
            Command::Admit { case, kind, experts, reason } => self.admit(order, case, *kind, experts, reason),
            Command::Defend { case, materials } => self.defend(case, materials),
            Command::Score { case, scores } => self.score(order, case, scores),
            Command::OpenVote { case, casting, key } => self.open_vote(case, *casting, key.as_ref()),
            Command::IssuePaper { case, expert, signed } => self.issue_paper(case, expert, *signed),
            Command::VoidVote { case, reason } => self.void_vote(case, reason),
            Command::CloseVote { case, ballots, early, urn } => {
                self.close_vote(case, ballots, early.as_ref(), urn.as_ref())
            }
            Command::Conclude { case, reasons } => self.conclude(case, reasons.as_ref()),
            Command::Postpone { case, reason } => {
                Ok(vec![SessionEvent::Postponed { case: case.clone(), reason: reason.clone() }])
            }
            Command::Announce => self.announce(),
            Command::ReExamine { case, request } => self.re_examine(case, request),
        }
    }

    fn evolve(&mut self, event: &Event<SessionEvent>) {
        match &event.what {
            SessionEvent::Convened(convening) => {
                let items = convening.agenda.iter().map(|item| (item.case.clone(), Item::new(item.clone())));
                self.items = items.collect();
                self.convening = Some(convening.as_ref().clone());
            }
            SessionEvent::Replaced { out, by } => {
                if let Some(convening) = &mut self.convening {
                    convening.replace(out, by);
                }
                self.items.values_mut().for_each(|item| {
                    item.recused.remove(out);
                });
            }
            SessionEvent::Attended { present } => {
                self.present = present.iter().cloned().collect();
                self.sitting = true;
            }
            SessionEvent::Recused { case, expert, ground, .. } => self.change(case, |item| {
                item.recused.insert(expert.clone(), *ground);
                // What somebody did who should have kept out no longer counts.
                item.scores.remove(expert);
                item.admitted.retain(|_, experts| !experts.contains(expert));
                if item.opinion.as_ref().is_some_and(|(experts, _)| experts.contains(expert)) {
                    item.opinion = None;
                }
            }),
            SessionEvent::OpinionGiven { case, experts, recommends, .. } => {
                self.change(case, |item| item.opinion = Some((experts.clone(), *recommends)));
            }
            SessionEvent::MaterialAdmitted { case, kind, experts, .. } => self.change(case, |item| {
                item.admitted.insert(*kind, experts.clone());
            }),
            SessionEvent::Defended { case, materials } => {
                self.change(case, |item| item.defended = Some(materials.clone()));
            }
            SessionEvent::Scored { case, expert, total, .. } => self.change(case, |item| {
                item.scores.insert(expert.clone(), total.clone());
            }),
            SessionEvent::VoteOpened { case, round, key } => self.change(case, |item| {
                item.rounds = *round;
                item.vote = Vote::Open { papers: BTreeSet::new(), key: key.clone() };
            }),
            SessionEvent::PaperIssued { case, expert, .. } => self.change(case, |item| {
                if let Vote::Open { papers, .. } = &mut item.vote {
                    papers.insert(expert.clone());
                }
            }),
            SessionEvent::VoteVoided { case, .. } => self.change(case, |item| item.vote = Vote::NotOpened),
            SessionEvent::VoteClosed { case, result, .. } => {
                self.change(case, |item| item.vote = Vote::Closed(Box::new(result.clone())));
            }
            SessionEvent::Concluded { case, outcome, .. } => self.change(case, |item| item.concluded = Some(*outcome)),
            SessionEvent::Postponed { case, .. } => {
                self.change(case, |item| item.concluded = Some(Outcome::Postponed));
            }
            SessionEvent::Announced { .. } => self.announced = true,
            SessionEvent::ReExaminationOpened { case, .. } => self.change(case, |item| item.re_examination = true),
        }
    }
}

#[cfg(test)]
mod tests;
