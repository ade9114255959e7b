//! What a committee is on file for: place, series, tiers, specialties and area.

use model::{Day, Series, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Breadth;
use crate::area::{covers, is_code};
use crate::refusal::Refusal;

/// Days from one to another, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

impl Term {
    /// Whether the day is one of them.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }
}

/// What a committee may review.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ReviewRemit")]
pub struct Remit {
    /// The place whose rules it follows, by its key.
    pub place: String,
    /// The series.
    pub series: Series,
    /// The tiers.
    pub tiers: Vec<TitleTier>,
    /// The specialties; empty for the whole series.
    #[serde(default)]
    pub specialties: Vec<String>,
    /// The area, by its GB/T 2260 code of six digits: what lies below it belongs to it.
    pub area: String,
}

/// What a case asks a committee to review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked<'a> {
    /// The series.
    pub series: Series,
    /// The tier.
    pub tier: TitleTier,
    /// The specialty, where it is known.
    pub specialty: Option<&'a str>,
    /// The code of the area from which the case comes.
    pub area: &'a str,
}

impl Remit {
    /// Whether it reviews the whole series or specialties of it.
    #[must_use]
    pub fn breadth(&self) -> Breadth {
        if self.specialties.is_empty() { Breadth::Series } else { Breadth::Specialty }
    }

    /// Whether the committee may review this. A committee by specialty doesn't review a specialty that is not known.
    ///
    /// # Errors
    /// Which part of the remit doesn't cover it.
    pub fn covers(&self, asked: &Asked<'_>) -> Result<(), Refusal> {
        let outside = if self.series != asked.series {
            "series"
        } else if !self.tiers.contains(&asked.tier) {
            "tier"
        } else if !self.specialties.is_empty() && !asked.specialty.is_some_and(|name| self.has(name)) {
            "specialty"
        } else if !covers(&self.area, asked.area) {
            "area"
        } else {
            return Ok(());
        };
        Err(Refusal::new("committee-out-of-remit").with("part", outside))
    }

    pub(super) fn check(&self) -> Result<(), Refusal> {
        if self.tiers.is_empty() || self.place.is_empty() || !is_code(&self.area) {
            return Err(Refusal::new("committee-remit-incomplete"));
        }
        Ok(())
    }

    fn has(&self, specialty: &str) -> bool {
        self.specialties.iter().any(|one| one == specialty)
    }
}
