//! Chooses what of several alternatives is shown.

use model::{Day, Truth};

use super::ConditionReason;

/// What conditions say together; what people still have to judge is left out.
pub(super) fn together(conditions: &[ConditionReason<'_>]) -> Truth {
    conditions.iter().filter(|one| !one.to_be_judged()).fold(Truth::Yes, |all, one| all.and(one.holds))
}

/// Alternatives by what is known of them, so that those are shown which the whole stands on.
#[derive(Default)]
pub(super) struct Alternatives<'p> {
    /// The one that has held longest, with nothing left to judge.
    holding: Option<(Day, Vec<ConditionReason<'p>>)>,
    /// Those that hold but for what people still have to judge.
    judged: Vec<ConditionReason<'p>>,
    /// Those that are open, or left to people.
    open: Vec<ConditionReason<'p>>,
}

impl<'p> Alternatives<'p> {
    /// Adds an alternative that does not fail: what its conditions say together, and since when it has held.
    pub(super) fn add(&mut self, truth: Truth, since: Day, conditions: Vec<ConditionReason<'p>>) {
        match truth {
            Truth::Yes if conditions.iter().any(ConditionReason::to_be_judged) => self.judged.extend(conditions),
            Truth::Yes => {
                if self.holding.as_ref().is_none_or(|(longest, _)| since < *longest) {
                    self.holding = Some((since, conditions));
                }
            }
            Truth::No | Truth::Unknown | Truth::Refer => self.open.extend(conditions),
        }
    }

    /// What is shown; `None` where every one fails.
    pub(super) fn shown(self) -> Option<Vec<ConditionReason<'p>>> {
        let of = |conditions: Vec<ConditionReason<'p>>| (!conditions.is_empty()).then_some(conditions);
        self.holding.map(|(_, conditions)| conditions).or_else(|| of(self.judged)).or_else(|| of(self.open))
    }
}

/// Of failing alternatives the one that opens first; all of them where none ever does.
pub(super) fn first_to_open(failing: Vec<(Option<Day>, Vec<ConditionReason<'_>>)>) -> Vec<ConditionReason<'_>> {
    let opens = failing.iter().enumerate().filter_map(|(i, (day, _))| Some(((*day)?, i)));
    match opens.min() {
        Some((_, first)) => failing.into_iter().nth(first).map(|(_, conditions)| conditions).unwrap_or_default(),
        None => failing.into_iter().flat_map(|(_, conditions)| conditions).collect(),
    }
}
