//! Sentences about what the text leaves open, and about what evidence settles.

use model::{Series, SkillLevel};

use super::Say;
use crate::argument::Argument;
use crate::message::Verdict;

impl Say<'_> {
    pub(super) fn series_left(self, series: Series, left: bool) {
        let verdict = if left { Verdict::SeriesLeft } else { Verdict::SeriesLaidDown };
        let series = self.book.name(series);
        self.verdict(verdict, &[series]);
    }

    pub(super) fn level_left(self, level: Option<SkillLevel>, left: bool) {
        let Some(level) = level.map(|level| self.book.name(level)) else {
            return self.verdict(Verdict::LevelAbsent, &[]);
        };
        self.verdict(if left { Verdict::LevelLeft } else { Verdict::LevelLaidDown }, &[level]);
    }

    pub(super) fn counted(self, wanted: u32, found: u32) {
        self.verdict(Verdict::Counted, &[Argument::Number(found.into()), Argument::Number(wanted.into())]);
    }
}
