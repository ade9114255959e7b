//! The month in which a person reaches the statutory retirement age: arithmetic on months, with the ages as values.

use std::fmt;

use crate::day::Day;
use crate::words::{PostClass, RetirementGroup, Sex};

/// A calendar month between January 1000 and December 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// Reads `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 7 {
            return None;
        }
        Day::parse(text).ok().map(Self::of)
    }

    /// The month `months` later; `None` past December 9999.
    #[must_use]
    pub fn plus(self, months: u16) -> Option<Self> {
        let later = Self(self.0 + i32::from(months));
        (later <= Self::of(Day::LAST)).then_some(later)
    }

    /// How many months lie between `earlier` and this month; negative when this month is before it.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_day(self) -> Day {
        let (year, month) = (i16::try_from(self.0 / 12), i8::try_from(self.0 % 12 + 1));
        year.ok().zip(month.ok()).and_then(|(year, month)| Day::new(year, month, 1)).unwrap_or(Day::LAST)
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_day(self) -> Day {
        Day::from_date(self.first_day().date().last_of_month())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} is no month; write YYYY-MM")))
    }
}

/// How the statutory age of one group rises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AgeRule {
    /// Whose age.
    pub group: RetirementGroup,
    /// The age before it rose, in months; also the age that nobody may go before.
    pub base_months: u16,
    /// The first month of birth whose age is higher.
    pub born_from: Month,
    /// For how many months of birth the age is one month higher than for those before (1 or more).
    pub step: u16,
    /// By how many months it rises at most.
    pub most: u16,
}

impl AgeRule {
    /// The statutory age of those born in a month, in months.
    #[must_use]
    pub fn age_months(&self, birth: Month) -> u16 {
        let Ok(after) = u32::try_from(birth.months_since(self.born_from)) else { return self.base_months };
        let steps = after / u32::from(self.step.max(1)) + 1;
        self.base_months + u16::try_from(steps).unwrap_or(u16::MAX).min(self.most)
    }
}

/// By how many months one may go before or after the statutory month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flexible {
    /// How many months earlier, never below the age before it rose.
    pub earlier: u16,
    /// How many months later, where the employer agrees.
    pub later: u16,
    /// The first statutory month to which this applies; those who reached their age before it had no choice.
    pub from: Month,
}

/// When one person of a group retires.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Case {
    /// The group.
    pub group: RetirementGroup,
    /// The month in which the statutory age is reached.
    pub month: Month,
    /// That age, in months.
    pub age_months: u16,
    /// The earliest month, at one's own choice.
    pub earliest: Month,
    /// The latest month, where the employer agrees.
    pub latest: Month,
}

impl Case {
    /// When someone born in a month retires; `None` where that lies past December 9999.
    #[must_use]
    pub fn of(rule: &AgeRule, flexible: &Flexible, birth: Month) -> Option<Self> {
        let age_months = rule.age_months(birth);
        let month = birth.plus(age_months)?;
        let (earliest, latest) = if month < flexible.from {
            (age_months, age_months)
        } else {
            (age_months.saturating_sub(flexible.earlier).max(rule.base_months), age_months + flexible.later)
        };
        Some(Self {
            group: rule.group,
            month,
            age_months,
            earliest: birth.plus(earliest)?,
            latest: birth.plus(latest)?,
        })
    }
}

/// The groups that a person may belong to: one, or for a woman whose class of post is not stated both.
#[must_use]
pub fn groups(sex: Sex, class: Option<PostClass>) -> &'static [RetirementGroup] {
    match (sex, class) {
        (Sex::Male, _) => &[RetirementGroup::Men],
        (Sex::Female, Some(PostClass::Worker)) => &[RetirementGroup::WomenWorkers],
        (Sex::Female, Some(PostClass::Cadre)) => &[RetirementGroup::WomenCadres],
        (Sex::Female, None) => &[RetirementGroup::WomenWorkers, RetirementGroup::WomenCadres],
    }
}

#[cfg(test)]
#[path = "retirement_tests.rs"]
mod tests;
