//! The numbers that a committee has to keep to, as values with their clauses; they are read from data and pinned when it is put on file.

use model::{Day, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Remit, Term};
use crate::refusal::Refusal;

/// A number with the clause that sets it; none where it is a local setting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Bound {
    /// The number.
    pub value: u16,
    /// The clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// Whether a committee reviews a whole series or specialties of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Breadth {
    /// 按系列组建: the whole series.
    Series,
    /// 按专业组建: one or more specialties.
    Specialty,
}

/// The least size of committees for some tiers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeastSize {
    /// The tiers; a committee for any of them has at least this size.
    pub tiers: Vec<TitleTier>,
    /// Of committees of this breadth.
    pub breadth: Breadth,
    /// The size.
    pub at_least: Bound,
}

/// What holds for committees.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitteeRules {
    /// The most years that a filing is valid.
    pub filing_years: Bound,
    /// The most years of an expert's term.
    pub term_years: Bound,
    /// The clause on odd sizes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odd_clause: Option<String>,
    /// The least sizes. Tiers that none of them names have no least size.
    pub sizes: Vec<LeastSize>,
    /// The fewest skilled experts in the pool, where that is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilled_in_pool: Option<Bound>,
}

impl CommitteeRules {
    /// Whether a committee of this remit, size and filing may be put on file. `consent` is the number of the document by
    /// which the province lets a committee of its own be smaller.
    ///
    /// # Errors
    /// What doesn't fit, with its clause.
    pub fn check(&self, remit: &Remit, size: u16, filing: Term, consent: Option<&str>) -> Result<(), Refusal> {
        self.filing_fits(filing)?;
        if size.is_multiple_of(2) {
            return Err(Refusal::new("committee-even").citing(self.odd_clause.as_deref()).with("size", size));
        }
        let breadth = remit.breadth();
        for rule in self.sizes.iter().filter(|rule| rule.breadth == breadth) {
            let concerned = rule.tiers.iter().any(|tier| remit.tiers.contains(tier));
            let least = &rule.at_least;
            if concerned && size < least.value && consent.is_none() {
                return Err(Refusal::new("committee-too-small")
                    .citing(least.clause.as_deref())
                    .with("size", size)
                    .with("least", least.value));
            }
        }
        Ok(())
    }

    pub(super) fn filing_fits(&self, filing: Term) -> Result<(), Refusal> {
        fits(filing, &self.filing_years).map_err(|most| {
            Refusal::new("committee-filing-too-long")
                .citing(self.filing_years.clause.as_deref())
                .with("years", self.filing_years.value)
                .with("most", most)
        })
    }

    pub(super) fn term_fits(&self, term: Term) -> Result<(), Refusal> {
        fits(term, &self.term_years).map_err(|most| {
            Refusal::new("expert-term-too-long")
                .citing(self.term_years.clause.as_deref())
                .with("years", self.term_years.value)
                .with("most", most)
        })
    }
}

/// The last day on which a term that begins so may end, when it ends later or before it begins.
fn fits(term: Term, years: &Bound) -> Result<(), Day> {
    let most = term.from.anniversary(years.value).previous();
    if term.from <= term.until && term.until <= most { Ok(()) } else { Err(most) }
}
