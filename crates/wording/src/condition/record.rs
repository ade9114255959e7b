//! Sentences about annual reviews and the bar after fraud.

use model::{Day, Grade, Truth};

use super::Say;
use crate::argument::Argument;
use crate::message::Verdict;

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
