//! Sentences about years after a certificate or title, and years of work.

use model::{Day, SkillLevel, Track, Truth};

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
    /// From the day of a certificate or title.
    On(Track, Day),
    /// From the date of a certificate or title that the dossier doesn't state.
    Undated(Track),
    /// From a certificate or title that there isn't.
    Nothing(Track),
    /// From the beginning of the career.
    Career,
}

impl Start {
    pub(super) fn of(since: Option<Track>, from: Option<Day>, undated: bool) -> Self {
        match (since, from) {
            (None, _) => Self::Career,
            (Some(of), Some(day)) => Self::On(of, day),
            (Some(of), None) if undated => Self::Undated(of),
            (Some(of), None) => Self::Nothing(of),
        }
    }
}

/// What the clock runs from: the certificate or the title.
fn carrier(of: Track) -> Argument<'static> {
    match of {
        Track::Skill => Argument::Part(Message::CarrierSkill, &[]),
        Track::Title => Argument::Part(Message::CarrierTitle, &[]),
    }
}

impl Say<'_> {
    pub(super) fn years_after(self, of: Track, years: u16, from: Option<Day>, reached: Option<Day>) {
        if years == 0 && self.holds == Truth::Yes {
            return self.message(Message::ClockZero, &[carrier(of)]);
        }
        let years = Argument::Years(years);
        let Some(from) = from.map(Argument::Day) else {
            return self.verdict(Verdict::ClockAbsent, &[years, carrier(of)]);
        };
        match reached.map(|day| (day, Argument::Day(day))) {
            Some((day, reached)) if self.fails() && day <= self.as_of => {
                self.message(Message::ClockPast, &[years, from, reached, carrier(of)]);
            }
            Some((_, reached)) => self.verdict(Verdict::Clock, &[years, from, reached, carrier(of)]),
            None => self.verdict(Verdict::ClockOpen, &[years, from, carrier(of)]),
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
            Start::On(of, day) => [Argument::Day(day), carrier(of)],
            Start::Undated(of) | Start::Nothing(of) => [carrier(of), Argument::Nothing],
            Start::Career => [Argument::Nothing, Argument::Nothing],
        };
        let since = match start {
            Start::On(..) => Argument::Part(Message::SinceDay, &first),
            Start::Undated(_) | Start::Nothing(_) => Argument::Part(Message::SinceUndated, &first),
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
            (Start::Undated(of), Truth::Unknown) => self.message(Message::WorkUndated, &[years, carrier(of)]),
            (Start::Nothing(of), Truth::No) => self.message(Message::WorkNothingCounts, &[years, carrier(of)]),
            _ => self.verdict(Verdict::WorkShort, &[since, years]),
        }
    }

    pub(super) fn no_standard(self, level: SkillLevel) {
        let level = self.book.name(level);
        self.verdict(Verdict::NoStandard, &[level]);
    }

    pub(super) fn standard_instead(self, level: SkillLevel, years: u16) {
        let level = self.book.name(level);
        self.verdict(Verdict::StandardInstead, &[level, Argument::Years(years)]);
    }
}
