//! Sentences about years after a certificate or title, and years of work.

use model::{Day, SkillLevel, Truth};

use super::Say;
use crate::argument::Argument;
use crate::message::{Message, Verdict};

/// How many years of work are required.
#[derive(Clone, Copy)]
pub(super) struct Required {
    pub(super) years: u16,
    /// Whether the occupation's standard has the number; it is 0 where the standard could not be looked up.
    pub(super) standard: bool,
}

/// From when years of work count.
#[derive(Clone, Copy)]
pub(super) enum Start {
    /// From this day.
    On(Day),
    /// From a date that the dossier doesn't state.
    Undated,
    /// From the beginning of the career, or from a certificate or title that there isn't.
    Career,
}

impl Start {
    pub(super) fn of(from: Option<Day>, undated: bool) -> Self {
        match from {
            Some(day) => Self::On(day),
            None if undated => Self::Undated,
            None => Self::Career,
        }
    }
}

impl Say<'_> {
    pub(super) fn years_after(self, years: u16, from: Option<Day>, reached: Option<Day>) {
        if years == 0 && self.holds == Truth::Yes {
            return self.message(Message::ClockZero, &[]);
        }
        let years = Argument::Years(years);
        let Some(from) = from.map(Argument::Day) else { return self.verdict(Verdict::ClockAbsent, &[years]) };
        match reached.map(|day| (day, Argument::Day(day))) {
            Some((day, reached)) if self.fails() && day <= self.as_of => {
                self.message(Message::ClockPast, &[years, from, reached]);
            }
            Some((_, reached)) => self.verdict(Verdict::Clock, &[years, from, reached]),
            None => self.verdict(Verdict::ClockOpen, &[years, from]),
        }
    }

    pub(super) fn work(self, required: Required, start: Start, reached: Option<Day>, with_other: Option<Day>) {
        let counted = [Argument::Years(required.years)];
        let years = match required {
            Required { years: 0, standard: true } => Argument::Part(Message::YearsOfUnreadStandard, &[]),
            Required { standard: true, .. } => Argument::Part(Message::YearsOfStandard, &counted),
            Required { standard: false, .. } => Argument::Years(required.years),
        };
        let first = match start {
            Start::On(day) => [Argument::Day(day)],
            Start::Undated | Start::Career => [Argument::Nothing],
        };
        let since = match start {
            Start::On(_) => Argument::Part(Message::SinceDay, &first),
            Start::Undated => Argument::Part(Message::SinceUndated, &[]),
            Start::Career => Argument::Part(Message::SinceCareer, &[]),
        };
        // With other work the years matter where they come sooner and the matching work alone does not do.
        let sooner = |other: &Day| self.holds != Truth::Yes && reached.is_none_or(|reached| *other < reached);
        let other = with_other.filter(sooner).map(Argument::Day);
        match (reached.map(|day| (day, Argument::Day(day))), other) {
            _ if required.years == 0 && self.holds == Truth::Yes => self.message(Message::WorkZero, &[]),
            (Some((_, reached)), Some(other)) => self.verdict(Verdict::WorkBoth, &[since, years, reached, other]),
            (Some((day, reached)), None) if self.fails() && day <= self.as_of => {
                self.message(Message::WorkPast, &[since, years, reached]);
            }
            (Some((_, reached)), None) => self.verdict(Verdict::Work, &[since, years, reached]),
            (None, Some(other)) => self.verdict(Verdict::WorkOther, &[since, years, other]),
            (None, None) => self.uncounted_work(start, since, years),
        }
    }

    /// No day is known on which the years are reached.
    fn uncounted_work(self, start: Start, since: Argument<'_>, years: Argument<'_>) {
        match (start, self.holds) {
            (Start::Undated, Truth::Unknown) => self.message(Message::WorkUndated, &[years]),
            (Start::Career, Truth::No) => self.message(Message::WorkNothingCounts, &[years]),
            _ => self.verdict(Verdict::WorkShort, &[since, years]),
        }
    }

    pub(super) fn no_standard(self, level: SkillLevel) {
        let level = self.book.name(level);
        self.verdict(Verdict::NoStandard, &[level]);
    }
}
