//! What the passing of time brings: returned cases lapse, notices are counted again and close, reminders go out.

use casework::case::{Case, Command};
use casework::working_days::Period;
use model::Day;
use store::{Filter, StoreError};

use crate::account::clock;
use crate::case::stream;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::office::Office;
use crate::once::TRIES;
use crate::view::state;

/// How many days before its last day a returned case is called to mind.
const REMIND_DAYS_BEFORE: i32 = 3;

/// What one round of the clock did.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Ticked {
    /// Returned cases that were not mended in time.
    pub lapsed: usize,
    /// Notices that ended.
    pub closed: usize,
    /// Notices whose days were counted again.
    pub recalculated: usize,
    /// Reminders.
    pub reminded: usize,
    /// Idempotency keys whose term was over.
    pub keys_forgotten: u64,
    /// Cases that could not be read, with what is wrong: they wait, and hold up no other.
    pub unreadable: Vec<String>,
}

impl Office {
    /// Does everything that is due now. Doing it twice does nothing more.
    ///
    /// # Errors
    /// The store cannot be reached; what was done stays done.
    pub async fn tick(&self) -> Result<Ticked, OfficeError> {
        let mut ticked = Ticked::default();
        for id in self.cases_in(state::RETURNED).await? {
            ticked.lapsed += self.by_clock(&id, lapse, &mut ticked.unreadable).await?;
            ticked.reminded += self.by_clock(&id, remind, &mut ticked.unreadable).await?;
        }
        let recount = |case: &Case, today| self.recount(case, today);
        for id in self.cases_in(state::NOTICE).await? {
            ticked.recalculated += self.by_clock(&id, recount, &mut ticked.unreadable).await?;
            ticked.closed += self.by_clock(&id, close, &mut ticked.unreadable).await?;
        }
        ticked.unreadable.dedup();
        ticked.keys_forgotten = self.forget_keys((self.now)()).await?;
        Ok(ticked)
    }

    async fn cases_in(&self, state: &str) -> Result<Vec<String>, OfficeError> {
        let filter = Filter { kind: Some("case".to_owned()), state: Some(state.to_owned()), ..Filter::default() };
        let (mut ids, mut after) = (Vec::new(), None);
        loop {
            let page = self.store.worklist(&filter, after.as_ref(), store::MOST_PER_PAGE).await?;
            ids.extend(page.rows.into_iter().filter_map(|row| row.id.strip_prefix(&stream("")).map(str::to_owned)));
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(ids),
            }
        }
    }

    /// Gives the clock's order where there is one, and counts it; somebody who was quicker is not overruled.
    async fn by_clock(
        &self,
        id: &str,
        order: impl Fn(&Case, Day) -> Option<Command>,
        unreadable: &mut Vec<String>,
    ) -> Result<usize, OfficeError> {
        match self.clock_order(id, order).await {
            Ok(given) => Ok(usize::from(given)),
            Err(
                OfficeError::Refused(_)
                | OfficeError::ClockBehind { .. }
                | OfficeError::Store(StoreError::Conflict { .. }),
            ) => Ok(0),
            Err(OfficeError::Store(error)) => Err(error.into()),
            Err(error) => {
                unreadable.push(format!("{id}: {error}"));
                Ok(0)
            }
        }
    }

    async fn clock_order(&self, id: &str, order: impl Fn(&Case, Day) -> Option<Command>) -> Result<bool, OfficeError> {
        let loaded = self.load_case(id).await?;
        let Some(command) = order(&loaded.state, self.moment().day) else { return Ok(false) };
        let (unit, _) = self.unit(id, &loaded, &clock(), command, Drafts::default())?;
        self.store.commit(unit).await?;
        Ok(true)
    }

    /// Before somebody closes a notice it is counted by what is known today, as the next round of the clock would do.
    pub(crate) async fn count_again(&self, id: &str) -> Result<(), OfficeError> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.clock_order(id, |case, today| self.recount(case, today)).await {
                Err(OfficeError::Store(StoreError::Conflict { .. })) if tries < TRIES => {}
                Ok(_) | Err(OfficeError::Refused(_)) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }

    /// A running notice whose days the calendar now counts otherwise.
    fn recount(&self, case: &Case, today: Day) -> Option<Command> {
        let running = &case.open_notice()?.period;
        let period: Period = self.calendar.notice(running.published, running.working_days, today);
        let changed = !period.says_the_same_as(running);
        let reason = format!("calendar as known on {today}; counted before as known on {}", running.known_on);
        changed.then_some(Command::Recalculate { period, reason })
    }
}

fn lapse(case: &Case, today: Day) -> Option<Command> {
    match case.status {
        casework::case::Status::Returned { due, .. } if today > due => Some(Command::Lapse),
        _ => None,
    }
}

fn remind(case: &Case, today: Day) -> Option<Command> {
    match case.status {
        casework::case::Status::Returned { due, .. }
            if today.plus(REMIND_DAYS_BEFORE) >= due
                && case.reminded.is_none_or(|day| day.plus(REMIND_DAYS_BEFORE) < today) =>
        {
            Some(Command::Remind)
        }
        _ => None,
    }
}

fn close(case: &Case, today: Day) -> Option<Command> {
    let follow_up = case.open_notice()?.period.earliest_follow_up.known()?;
    (today >= follow_up && case.unanswered_objections() == 0).then_some(Command::CloseNotice)
}
