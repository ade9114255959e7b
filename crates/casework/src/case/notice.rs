//! Public notices: their working days, objections, and that nobody can shorten them.

use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Case, CaseEvent, Command, DocumentRef, Progress};
use crate::order::Order;
use crate::refusal::Refusal;

/// The working days of a notice, as one version of the calendar counts them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct NoticePeriod {
    /// The day of publication, which is not counted.
    pub published: Day,
    /// The counted days in order.
    pub counted: Vec<Day>,
    /// The last day; none while the calendar of its year is unknown.
    pub last: Option<Day>,
    /// The first day on which the case may go on; none while unknown.
    pub follow_up: Option<Day>,
    /// The version of the calendar: the day up to which its changes were known.
    pub known_as_of: Day,
}

/// A published notice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OpenNotice {
    /// The text.
    pub text: DocumentRef,
    /// Its days.
    pub period: NoticePeriod,
}

/// An objection to a notice: a small case of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Objection {
    /// The step whose notice it objects to.
    pub step: usize,
    /// Who raised it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// What it says.
    pub text: DocumentRef,
    /// The answer: whether it is well founded, and why.
    pub answer: Option<(bool, DocumentRef)>,
    /// Whether the case was returned, or the notice corrected, since: a well-founded objection no longer stands in its way.
    pub settled: bool,
}

impl Case {
    /// The notice that runs in the present step.
    #[must_use]
    pub fn open_notice(&self) -> Option<&OpenNotice> {
        match self.progress_now() {
            Some(Progress::Notice(notice)) => notice.as_ref(),
            _ => None,
        }
    }

    /// Objections in the present step that nobody answered yet.
    #[must_use]
    pub fn unanswered_objections(&self) -> usize {
        self.objections_here().filter(|objection| objection.answer.is_none()).count()
    }

    /// Whether an objection in the present step was found well founded.
    pub(super) fn has_upheld_objection(&self) -> bool {
        self.objections_here()
            .any(|objection| !objection.settled && objection.answer.as_ref().is_some_and(|(upheld, _)| *upheld))
    }

    fn objections_here(&self) -> impl Iterator<Item = &Objection> {
        let now = self.step().map(|(index, _)| index);
        self.objections.iter().filter(move |objection| Some(objection.step) == now)
    }

    /// The fewest working days of the present notice, and the clause.
    fn asked_days(&self) -> Option<(u16, &str)> {
        match &self.step()?.1.work {
            model::procedure::Work::Notice(notice) => Some((notice.working_days, &notice.clause)),
            _ => None,
        }
    }

    pub(super) fn publish(
        &self,
        order: &Order<Command>,
        text: &DocumentRef,
        period: &NoticePeriod,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        self.begins_today(order, period)?;
        Ok(vec![CaseEvent::Published { text: text.clone(), period: period.clone(), corrects: None }])
    }

    pub(super) fn republish(
        &self,
        order: &Order<Command>,
        text: &DocumentRef,
        period: &NoticePeriod,
        reason: &DocumentRef,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        self.begins_today(order, period)?;
        Ok(vec![CaseEvent::Published { text: text.clone(), period: period.clone(), corrects: Some(reason.clone()) }])
    }

    fn begins_today(&self, order: &Order<Command>, period: &NoticePeriod) -> Result<(), Refusal> {
        if period.published == order.at.day {
            return Ok(());
        }
        Err(Refusal::new("notice-of-other-day").with("day", period.published).with("today", order.at.day))
    }

    /// A notice whose end is known has at least the days that the clause asks for.
    fn long_enough(&self, period: &NoticePeriod) -> Result<(), Refusal> {
        let Some((days, clause)) = self.asked_days() else { return Err(Refusal::new("out-of-order")) };
        let mut counted = period.counted.clone();
        counted.retain(|day| *day > period.published);
        counted.sort_unstable();
        counted.dedup();
        let ends = period.last.is_none() || period.last == counted.last().copied();
        let follows = match (period.last, period.follow_up) {
            (Some(last), Some(follow_up)) => follow_up > last,
            (None, None) | (Some(_), None) => true,
            (None, Some(_)) => false,
        };
        let enough = period.last.is_none() || counted.len() >= usize::from(days);
        if ends && follows && enough && counted == period.counted {
            return Ok(());
        }
        Err(Refusal::by(clause, "notice-too-short").with("days", days).with("counted", counted.len()))
    }

    pub(super) fn recalculate(&self, period: &NoticePeriod, reason: &str) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        let running = self.open_notice().map(|notice| &notice.period);
        if running.is_some_and(|running| running.published != period.published) {
            return Err(Refusal::new("notice-of-other-day").with("day", period.published));
        }
        if running.is_some_and(|running| {
            (running.last, running.follow_up, &running.counted) == (period.last, period.follow_up, &period.counted)
        }) {
            return Err(Refusal::new("nothing-changed"));
        }
        Ok(vec![CaseEvent::Recalculated { period: period.clone(), reason: reason.to_owned() }])
    }

    pub(super) fn close_notice(&self, order: &Order<Command>) -> Result<Vec<CaseEvent>, Refusal> {
        let (Some(notice), Some((_, clause))) = (self.open_notice(), self.asked_days()) else {
            return Err(Refusal::new("out-of-order"));
        };
        let Some(follow_up) = notice.period.follow_up else {
            return Err(Refusal::by(clause, "calendar-unknown").with("published", notice.period.published));
        };
        if order.at.day < follow_up {
            return Err(Refusal::by(clause, "notice-still-open").with("follow_up", follow_up));
        }
        if self.unanswered_objections() > 0 {
            return Err(Refusal::by(clause, "objections-open").with("count", self.unanswered_objections()));
        }
        if self.has_upheld_objection() {
            return Err(Refusal::by(clause, "objection-upheld"));
        }
        Ok(vec![CaseEvent::NoticeClosed])
    }

    pub(super) fn object(&self, order: &Order<Command>, text: &DocumentRef) -> Result<Vec<CaseEvent>, Refusal> {
        let follow_up = self.open_notice().and_then(|notice| notice.period.follow_up);
        if follow_up.is_some_and(|day| order.at.day >= day) {
            return Err(Refusal::new("too-late-to-object"));
        }
        Ok(vec![CaseEvent::Objected { number: self.objections.len() + 1, text: text.clone() }])
    }

    pub(super) fn answer_objection(
        &self,
        number: usize,
        upheld: bool,
        reason: &DocumentRef,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let now = self.step().map(|(index, _)| index);
        let objection = number.checked_sub(1).and_then(|index| self.objections.get(index));
        match objection {
            Some(objection) if Some(objection.step) == now && objection.answer.is_none() => {
                Ok(vec![CaseEvent::ObjectionAnswered { number, upheld, reason: reason.clone() }])
            }
            _ => Err(Refusal::new("no-such-objection").with("number", number)),
        }
    }
}
