//! When each case begins, so that on the last day it stands where its story leaves it.

use model::procedure::{Step, Work};

use crate::script::Goes;

/// How many working days are played.
pub(crate) const DAYS: usize = 30;
/// The last of them.
pub(crate) const LAST: usize = DAYS - 1;
/// The day on which the committee sits over everything that goes further: early enough for a notice of the result and its confirmation.
pub(crate) const SESSION: usize = LAST - 9;

/// Where a story leaves a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Ending {
    pub goes: Goes,
    /// The position of the step at which it stands or is decided; none for the first one.
    pub step: usize,
}

/// How many working days a step takes: a notice is published on the day after the case came, and is over on the day after its last day.
fn takes(step: &Step) -> usize {
    match &step.work {
        Work::Notice(notice) => usize::from(notice.working_days) + 2,
        _ => 1,
    }
}

/// The position of the review.
fn review(steps: &[Step]) -> Option<usize> {
    steps.iter().position(|step| matches!(step.work, Work::Review(_)))
}

impl Ending {
    /// The day on which it is filed.
    pub fn begins(&self, steps: &[Step]) -> usize {
        let before = |step: usize| steps.iter().take(step).map(takes).sum::<usize>();
        let back_from = |day: usize, step: usize| day.saturating_sub(before(step)).max(1);
        match (self.goes, review(steps)) {
            (Goes::Ended, _) => 0,
            (Goes::Draft, _) => LAST - 1,
            (Goes::Withdrawn, _) => LAST - 8,
            (Goes::Refused, _) => LAST - 6,
            (Goes::NotPassed | Goes::EachStep, Some(review)) if self.step > review || self.goes == Goes::NotPassed => {
                back_from(SESSION, review)
            }
            (Goes::NotPassed | Goes::EachStep | Goes::Objected | Goes::Returned, _) => back_from(LAST - 3, self.step),
        }
    }
}
