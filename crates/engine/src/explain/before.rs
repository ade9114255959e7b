//! How a condition that is shown for one day stands on another: which conditions a wait was for, and which one ends a time.

use policy::rule::Leaf;

use super::ConditionReason;
use crate::evaluate::Asked;
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};

impl<'p> ConditionReason<'p> {
    /// The condition as the pack writes it.
    #[must_use]
    pub fn leaf(&self) -> &'p Leaf {
        self.leaf
    }

    /// How it stands from the day of other facts on, for the same certificate or title; `None` where facts are missing.
    /// A certificate that these facts do not have yet carries nothing.
    #[must_use]
    pub fn line(&self, facts: &Facts<'_>) -> Option<Timeline> {
        let asked = Asked { facts, wanted: self.wanted };
        asked.leaf(self.leaf, self.bound).map(|settled| settled.line)
    }

    /// Whether it stands worse than `least` on the day of other facts, as far as they tell.
    #[must_use]
    pub fn is_below(&self, least: Standing, facts: &Facts<'_>) -> bool {
        self.line(facts).is_some_and(|line| line.today() < least)
    }
}
