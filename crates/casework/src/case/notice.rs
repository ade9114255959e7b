//! Public notices: their working days, objections, and that nobody can shorten them.

use model::Day;
use serde::Serialize;

use super::{Case, CaseEvent, Command, DocumentRef, Progress};
use crate::order::Order;
use crate::refusal::Refusal;
use crate::working_days::Period;

/// A published notice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OpenNotice {
    /// The text.
    pub text: DocumentRef,
    /// Its days.
    pub period: Period,
}

/// An objection to a notice: a small case of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Objection {
    /// The step whose notice it objects to.
    pub step: usize,
    /// Who raised it; none for a reader who is not to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
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
        period: &Period,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        self.begins_today(order, period)?;
        Ok(vec![CaseEvent::Published { text: text.clone(), period: period.clone(), corrects: None }])
    }

    pub(super) fn republish(
        &self,
        order: &Order<Command>,
        text: &DocumentRef,
        period: &Period,
        reason: &DocumentRef,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        self.begins_today(order, period)?;
        Ok(vec![CaseEvent::Published { text: text.clone(), period: period.clone(), corrects: Some(reason.clone()) }])
    }

    fn begins_today(&self, order: &Order<Command>, period: &Period) -> Result<(), Refusal> {
        if period.published == order.at.day {
            return Ok(());
        }
        Err(Refusal::new("notice-of-other-day").with("day", period.published).with("today", order.at.day))
    }

    /// A notice has at least the days that the clause asks for, all of them after the day of publication.
    fn long_enough(&self, period: &Period) -> Result<(), Refusal> {
        let Some((days, clause)) = self.asked_days() else { return Err(Refusal::new("out-of-order")) };
        let counted = period.days.iter().filter(|day| day.number.is_some() && day.day > period.published).count();
        let ends_late = match (period.last.known(), period.earliest_follow_up.known()) {
            (Some(last), Some(follow_up)) => follow_up > last && counted >= usize::from(days),
            (None, Some(_)) => false,
            (_, None) => true,
        };
        if ends_late && period.working_days >= days {
            return Ok(());
        }
        Err(Refusal::by(clause, "notice-too-short").with("days", days).with("counted", counted))
    }

    pub(super) fn recalculate(&self, period: &Period, reason: &str) -> Result<Vec<CaseEvent>, Refusal> {
        self.long_enough(period)?;
        let running = self.open_notice().map(|notice| &notice.period);
        if running.is_some_and(|running| running.published != period.published) {
            return Err(Refusal::new("notice-of-other-day").with("day", period.published));
        }
        if running.is_some_and(|running| running.says_the_same_as(period)) {
            return Err(Refusal::new("nothing-changed"));
        }
        Ok(vec![CaseEvent::Recalculated { period: period.clone(), reason: reason.to_owned() }])
    }

    /// Whether the running notice can end on a day: its days are over, and no objection stands in the way.
    #[must_use]
    pub fn notice_may_close(&self, day: Day) -> bool {
        let follow_up = self.open_notice().and_then(|notice| notice.period.earliest_follow_up.known());
        follow_up.is_some_and(|first| first <= day) && self.unanswered_objections() == 0 && !self.has_upheld_objection()
    }

    pub(super) fn close_notice(&self, order: &Order<Command>) -> Result<Vec<CaseEvent>, Refusal> {
        let (Some(notice), Some((_, clause))) = (self.open_notice(), self.asked_days()) else {
            return Err(Refusal::new("out-of-order"));
        };
        let Some(follow_up) = notice.period.earliest_follow_up.known() else {
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
        let follow_up = self.open_notice().and_then(|notice| notice.period.earliest_follow_up.known());
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
