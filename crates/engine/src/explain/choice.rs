//! Chooses what of several alternatives or carriers is shown.

use std::cmp::Reverse;

use model::{Day, Truth};

use super::ConditionReason;
use crate::evaluate::Known;
use crate::timeline::{Met, Standing};

/// What conditions say together; what people still have to judge is left out.
pub(super) fn together(conditions: &[ConditionReason<'_>]) -> Truth {
    conditions.iter().filter(|one| !one.to_be_judged()).fold(Truth::Yes, |all, one| all.and(one.holds))
}

/// For choosing what has held longest: what has no day of its own before all, what is undated after all.
pub(super) fn held_since(met: Met) -> Day {
    match met {
        Met::Timeless => Day::FIRST,
        Met::On(day) => day,
        Met::Undated => Day::LAST,
    }
}

/// How good an alternative is, for choosing the one to show: holding, open, referred, soonest, never.
pub(super) fn merit(known: &Known, as_of: Day) -> (u8, Day, Day) {
    match known {
        None => (3, Day::FIRST, Day::FIRST),
        Some(one) => {
            let met = held_since(one.met);
            let (rank, open) = match (one.line.today(), one.line.first_open(as_of)) {
                (Standing::Yes, _) => (4, Day::FIRST),
                (Standing::Refer, _) => (2, Day::FIRST),
                (Standing::No, Some(day)) => (1, day),
                (Standing::No, None) => (0, Day::FIRST),
            };
            (rank, open, met)
        }
    }
}

/// The position of the best alternative: highest rank, then the earliest day.
pub(super) fn best(alternatives: impl Iterator<Item = Known>, as_of: Day) -> Option<usize> {
    let key = |known: &Known| {
        let (rank, open, met) = merit(known, as_of);
        (rank, Reverse(open), Reverse(met))
    };
    alternatives.enumerate().map(|(i, known)| (key(&known), Reverse(i))).max().map(|(_, i)| i.0)
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
    /// Adds an alternative with its conditions; gives them back where it fails.
    pub(super) fn add(&mut self, known: &Known, conditions: Vec<ConditionReason<'p>>) -> Vec<ConditionReason<'p>> {
        match together(&conditions) {
            Truth::Yes if conditions.iter().any(ConditionReason::to_be_judged) => self.judged.extend(conditions),
            Truth::Yes => {
                let since = known.as_ref().map_or(Day::LAST, |one| held_since(one.met));
                if self.holding.as_ref().is_none_or(|(longest, _)| since < *longest) {
                    self.holding = Some((since, conditions));
                }
            }
            Truth::No => return conditions,
            Truth::Unknown | Truth::Refer => self.open.extend(conditions),
        }
        Vec::new()
    }

    /// What is shown in place of the failing ones; `None` where every one fails.
    pub(super) fn shown(self) -> Option<Vec<ConditionReason<'p>>> {
        let of = |conditions: Vec<ConditionReason<'p>>| (!conditions.is_empty()).then_some(conditions);
        self.holding.map(|(_, conditions)| conditions).or_else(|| of(self.judged)).or_else(|| of(self.open))
    }
}
