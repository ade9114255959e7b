//! Totals of scoring sheets, in whole hundredths of a point: the same sheet and scores give the same bits everywhere.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sheet::{FULL, GateRule, Item, Scale, Sheet};
use crate::refusal::Refusal;

/// What an expert gives for an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Score {
    /// Points, in hundredths.
    Points(u32),
    /// A grade of the item's scale.
    Grade(String),
    /// Met or not.
    Met(bool),
}

/// How many of the counted items are met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CountedTotal {
    /// Its key.
    pub key: String,
    /// How many are met.
    pub met: u16,
    /// How many have to be.
    pub at_least: u16,
}

/// One expert's total for a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Total {
    /// The points of each area, in the sheet's order, in hundredths.
    pub areas: Vec<u32>,
    /// All points, in hundredths; nothing where a gate is not passed.
    pub total: u32,
    /// The keys of the areas whose gate is not passed.
    pub gates_failed: Vec<String>,
    /// The counted items.
    pub counted: Vec<CountedTotal>,
}

/// All experts' totals for a case.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// How many experts scored.
    pub experts: u16,
    /// Their totals together, in hundredths.
    pub sum: u64,
    /// The mean, in hundredths, rounded half up.
    pub mean: u32,
    /// The mean of each area, in the sheet's order.
    pub areas: Vec<u32>,
    /// Each gate: its area, how many found it passed, and whether it holds for the case.
    pub gates: Vec<GateStanding>,
    /// How many experts found enough of the counted items met, by key.
    pub counted: BTreeMap<String, u16>,
}

/// How a gate stands for a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct GateStanding {
    /// The area's key.
    pub area: String,
    /// The clause.
    pub clause: Option<String>,
    /// How many experts found it passed.
    pub passed: u16,
    /// Whether it holds.
    pub holds: bool,
}

impl Summary {
    /// The first gate that doesn't hold.
    #[must_use]
    pub fn failed_gate(&self) -> Option<&GateStanding> {
        self.gates.iter().find(|gate| !gate.holds)
    }
}

impl Sheet {
    /// An expert's total. Each item gives `weight × score ÷ most`, rounded half up to a hundredth.
    ///
    /// # Errors
    /// Items that the sheet doesn't have, items without a score, scores beyond the scale.
    pub fn total(&self, scores: &BTreeMap<String, Score>) -> Result<Total, Refusal> {
        if let Some(id) = scores.keys().find(|id| self.item(id).is_none()) {
            return Err(Refusal::new("score-unknown-item").with("item", id).with("sheet", &self.id));
        }
        let lacking: Vec<&str> = self
            .items()
            .filter(|(_, item)| !item.optional && !scores.contains_key(&item.id))
            .map(|(_, item)| item.id.as_str())
            .collect();
        if !lacking.is_empty() {
            return Err(Refusal::new("scores-incomplete").with("items", lacking.join(" ")));
        }
        let mut areas = vec![0_u32; self.areas.len()];
        for (place, item) in self.items() {
            if let (Some(score), Some(area)) = (scores.get(&item.id), areas.get_mut(place)) {
                *area = area.saturating_add(item.points(score)?);
            }
        }
        let gates_failed: Vec<String> = self
            .areas
            .iter()
            .zip(&areas)
            .filter(|(area, points)| area.gate.as_ref().is_some_and(|gate| **points < gate.least))
            .map(|(area, _)| area.key.clone())
            .collect();
        let counted = self.areas.iter().flat_map(|area| &area.counted).map(|counted| {
            let met = counted.of.iter().filter(|id| scores.get(*id) == Some(&Score::Met(true))).count();
            CountedTotal { key: counted.key.clone(), met: small(met), at_least: counted.at_least }
        });
        let total = if gates_failed.is_empty() { areas.iter().sum() } else { 0 };
        Ok(Total { total, gates_failed, counted: counted.collect(), areas })
    }

    /// All experts' totals together.
    #[must_use]
    pub fn summary<'t>(&self, totals: impl Iterator<Item = &'t Total> + Clone) -> Summary {
        let experts = small(totals.clone().count());
        let sum = totals.clone().map(|one| u64::from(one.total)).sum();
        let of_area = |place: usize| totals.clone().filter_map(|one| one.areas.get(place)).map(|p| u64::from(*p)).sum();
        let gates = self.areas.iter().filter_map(|area| {
            let gate = area.gate.as_ref()?;
            let passed = small(totals.clone().filter(|one| !one.gates_failed.contains(&area.key)).count());
            let holds = match self.gate_rule {
                GateRule::TwoThirds => 3 * u32::from(passed) >= 2 * u32::from(experts),
                GateRule::Everyone => passed == experts,
            };
            Some(GateStanding { area: area.key.clone(), clause: gate.clause.clone(), passed, holds })
        });
        let mut counted: BTreeMap<String, u16> = BTreeMap::new();
        for one in totals.clone().flat_map(|one| &one.counted) {
            let enough = counted.entry(one.key.clone()).or_default();
            *enough = enough.saturating_add(u16::from(one.met >= one.at_least));
        }
        Summary {
            mean: mean(sum, experts),
            areas: (0..self.areas.len()).map(|place| mean(of_area(place), experts)).collect(),
            gates: gates.collect(),
            experts,
            sum,
            counted,
        }
    }
}

impl Item {
    fn points(&self, score: &Score) -> Result<u32, Refusal> {
        let beyond = || Refusal::new("score-beyond-scale").with("item", &self.id);
        let (part, whole) = match (&self.scale, score) {
            (Scale::Points { most }, Score::Points(points)) if points <= most => (*points, *most),
            (Scale::Grades { grades }, Score::Grade(key)) => {
                let grade = grades.iter().find(|grade| grade.key == *key).ok_or_else(beyond)?;
                (grade.worth, FULL)
            }
            (Scale::Met, Score::Met(met)) => (u32::from(*met), 1),
            _ => return Err(beyond()),
        };
        Ok(rounded(u64::from(self.weight) * u64::from(part), u64::from(whole)))
    }
}

/// A quotient rounded half up; nothing for nothing.
fn rounded(part: u64, whole: u64) -> u32 {
    let doubled = part.saturating_mul(2).saturating_add(whole);
    let quotient = doubled.checked_div(whole.saturating_mul(2)).unwrap_or(0);
    u32::try_from(quotient).unwrap_or(u32::MAX)
}

fn mean(sum: u64, experts: u16) -> u32 {
    rounded(sum, u64::from(experts))
}

fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
#[path = "scoring_tests.rs"]
pub(super) mod tests;
