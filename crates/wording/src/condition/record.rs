//! Sentences about annual reviews, continuing education and the bar after fraud.

use model::{Day, Grade, Truth};

use super::Say;
use crate::argument::Argument;
use crate::message::{Message, Verdict};

/// A year that keeps reviews from being counted.
#[derive(Clone, Copy)]
pub(super) struct Gaps {
    /// No assessment was held.
    pub(super) unassessed: Option<i16>,
    /// The review is not stated.
    pub(super) missing: Option<i16>,
}

/// The hours of the year that falls short or is missing.
#[derive(Clone, Copy)]
pub(super) struct Short {
    pub(super) year: i16,
    pub(super) hours: Option<u16>,
}

impl Say<'_> {
    pub(super) fn reviews(self, last: u8, year: Option<i16>, grade: Option<Grade>) {
        let Some(year) = year else { return self.all_reviews(last) };
        // The year's review is looked at for so many years after it.
        let leaves = Day::first_of_year(year.saturating_add(i16::from(last)).saturating_add(1));
        let (year, leaves) = (Argument::Number(year.into()), Argument::Day(leaves));
        match grade {
            None => self.verdict(Verdict::ReviewAbsent, &[year]),
            Some(Grade::None) => self.verdict(Verdict::ReviewNone, &[year, leaves]),
            Some(grade) => {
                let verdict = if grade.passes() { Verdict::ReviewPassed } else { Verdict::ReviewFailed };
                let grade = self.book.name(grade);
                self.verdict(verdict, &[year, grade, leaves]);
            }
        }
    }

    fn all_reviews(self, last: u8) {
        let this = i64::from(self.as_of.year());
        let to = Argument::Number(this - 1);
        if last > 1 {
            self.verdict(Verdict::Reviews, &[Argument::Number(this - i64::from(last)), to]);
        } else {
            self.verdict(Verdict::ReviewOnly, &[to]);
        }
    }

    pub(super) fn excellent(self, last: u8, wanted: u8, stated: u8, gaps: Gaps) {
        let this = i64::from(self.as_of.year());
        let to = Argument::Number(this - 1);
        let (only, years) = ([to], [Argument::Number(this - i64::from(last)), to]);
        let span = match last {
            0 | 1 => Argument::Part(Message::ReviewYear, &only),
            _ => Argument::Part(Message::ReviewYears, &years),
        };
        let count = [Argument::Number(stated.into())];
        let count = match stated {
            0 => Argument::Part(Message::ExcellentNone, &[]),
            1 => Argument::Part(Message::ExcellentOne, &count),
            _ => Argument::Part(Message::ExcellentCount, &count),
        };
        // Named is the gap that keeps the number from being told, or that people have to look at.
        let (message, year) = match (self.holds, gaps) {
            (Truth::Unknown, Gaps { missing: Some(year), .. }) => (Message::ExcellentMissing, Some(year)),
            (Truth::Unknown | Truth::Refer, Gaps { unassessed, .. }) => (Message::ExcellentUnassessed, unassessed),
            (Truth::Yes | Truth::No, _) => (Message::ExcellentUnassessed, None),
        };
        let gap = [year.map_or(Argument::Nothing, |year| Argument::Number(year.into()))];
        let gap = year.map_or(Argument::Nothing, |_| Argument::Part(message, &gap));
        self.verdict(Verdict::Excellent, &[span, count, gap, Argument::Number(wanted.into())]);
    }

    /// Hours of continuing education in the years from the first to the last.
    pub(super) fn hours(self, (from, to): (i16, i16), wanted: Option<u16>, short: Option<Short>) {
        let count = [wanted.map_or(Argument::Nothing, |wanted| Argument::Number(wanted.into()))];
        let required = match wanted {
            Some(_) => Argument::Part(Message::HoursRequired, &count),
            None => Argument::Part(Message::HoursRequiredUndated, &[]),
        };
        let (only, years) =
            ([Argument::Number(to.into())], [Argument::Number(from.into()), Argument::Number(to.into())]);
        match short {
            Some(Short { year, hours: Some(hours) }) => {
                let (year, hours) = (Argument::Number(year.into()), Argument::Number(hours.into()));
                self.verdict(Verdict::HoursShort, &[year, hours, required]);
            }
            Some(Short { year, hours: None }) => {
                self.verdict(Verdict::HoursAbsent, &[Argument::Number(year.into()), required]);
            }
            None if to < from => self.verdict(Verdict::HoursNoYear, &[]),
            None if to == from => {
                self.verdict(Verdict::Hours, &[Argument::Part(Message::HoursYear, &only), required]);
            }
            None => self.verdict(Verdict::Hours, &[Argument::Part(Message::HoursYears, &years), required]),
        }
    }

    pub(super) fn bar(self, years: u16, found: Option<Day>, free: Option<Day>) {
        let years = Argument::Years(years);
        let Some(found) = found else { return self.verdict(Verdict::BarNone, &[years]) };
        let found = Argument::Day(found);
        // A bar that isn't over and yet holds is one that this finding is too old for.
        let free = free.filter(|free| self.holds != Truth::Yes || *free <= self.as_of);
        match free {
            Some(free) => self.verdict(Verdict::BarDated, &[years, found, Argument::Day(free)]),
            None => self.verdict(Verdict::BarFound, &[years, found]),
        }
    }
}
