//! Scoring sheets as data: areas with ethics first and as a gate, weighted items on scales of their own, items that are
//! counted ("at least one of these"), and a weight for skill. All points are whole hundredths.

use std::collections::BTreeSet;

use model::Faults;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The weights of a sheet together: 100 points in hundredths.
pub const FULL: u32 = 10_000;

/// What an area is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AreaKind {
    /// 职业道德.
    Ethics,
    /// 能力.
    Ability,
    /// 业绩.
    Performance,
    /// Anything else that a committee's own scheme has.
    Other,
}

/// How many of the experts who scored have to find a gate passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GateRule {
    /// Two thirds of them, as in the vote.
    #[default]
    TwoThirds,
    /// All of them: one veto is enough.
    Everyone,
}

/// A scoring sheet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// The areas; ethics first.
    pub areas: Vec<Area>,
    /// When the gates hold for a case.
    #[serde(default)]
    pub gate_rule: GateRule,
    /// The clause that asks for a weight on skill, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill_clause: Option<String>,
    /// The clause by which a lack of papers alone is no ground, where one says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers_clause: Option<String>,
}

/// A part of the sheet, for which whoever doesn't pass is given a grade.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its key.
    pub key: String,
    /// What it is about.
    pub kind: AreaKind,
    /// What it takes to go on at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// The items.
    pub items: Vec<Item>,
    /// Items of which so many have to be met.
    #[serde(default)]
    pub counted: Vec<CountedItems>,
}

/// What an expert's score of an area has to reach; otherwise the expert's total is nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The points of the area, in hundredths.
    pub least: u32,
    /// The clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// One item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id: the clause, where it follows one.
    pub id: String,
    /// Its part of the whole, in hundredths of a point; nothing for what is only counted.
    pub weight: u32,
    /// How it is scored.
    pub scale: Scale,
    /// Whether its weight is one on skill.
    #[serde(default)]
    pub skill: bool,
    /// Whether a sheet is complete without it.
    #[serde(default)]
    pub optional: bool,
}

/// How an item is scored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "scale", rename_all = "kebab-case")]
pub enum Scale {
    /// Points from nothing to the most, in hundredths.
    Points {
        /// The most.
        most: u32,
    },
    /// Named grades, each worth a part of the weight, in ten-thousandths.
    Grades {
        /// The grades.
        grades: Vec<GradeStep>,
    },
    /// Met or not.
    Met,
}

/// A grade of an item's own scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GradeStep {
    /// Its key.
    pub key: String,
    /// Its part of the weight, in ten-thousandths (0 to 10,000).
    pub worth: u32,
}

/// "At least so many of these": items that are met or not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountedItems {
    /// Its key: the clause, where it follows one.
    pub key: String,
    /// The items.
    pub of: Vec<String>,
    /// How many of them at least.
    pub at_least: u16,
}

impl Sheet {
    /// All items, with the place of their area.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.areas.iter().enumerate().flat_map(|(place, area)| area.items.iter().map(move |item| (place, item)))
    }

    /// An item by its id, with the place of its area.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<(usize, &Item)> {
        self.items().find(|(_, item)| item.id == id)
    }

    /// The weight on skill, in hundredths of a point.
    #[must_use]
    pub fn skill_weight(&self) -> u32 {
        self.items().filter(|(_, item)| item.skill).fold(0, |sum, (_, item)| sum.saturating_add(item.weight))
    }

    /// Whether the sheet can be used.
    ///
    /// # Errors
    /// All faults at once.
    pub fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults::default();
        let first = self.areas.first();
        if !first.is_some_and(|area| area.kind == AreaKind::Ethics && area.gate.is_some()) {
            faults.add(
                "areas[0]",
                None,
                "ethics don't come first and as a gate",
                "put an area of ethics with a gate first",
            );
        }
        let weight = self.items().fold(0_u32, |sum, (_, item)| sum.saturating_add(item.weight));
        if weight != FULL {
            let problem = format!("the weights add up to {weight} hundredths of a point");
            faults.add("areas", None, problem, format!("make them add up to {FULL}"));
        }
        if self.skill_clause.is_some() && self.skill_weight() == 0 {
            faults.add(
                "areas",
                None,
                "no item carries a weight on skill",
                "mark one of more than nothing with `skill`",
            );
        }
        let mut keys = BTreeSet::new();
        for (place, area) in self.areas.iter().enumerate() {
            if !keys.insert(&area.key) || area.key == super::PAPERS {
                faults.add(
                    format!("areas[{place}].key"),
                    None,
                    format!("the key {:?} is taken", area.key),
                    "choose another",
                );
            }
            area.check(place, &mut faults);
        }
        let mut ids = BTreeSet::new();
        for (place, item) in self.items() {
            if !ids.insert(&item.id) {
                faults.add(format!("areas[{place}].items"), None, format!("{:?} stands twice", item.id), "keep one");
            }
        }
        faults.unless(())
    }
}

impl Area {
    fn check(&self, place: usize, faults: &mut Faults) {
        let path = format!("areas[{place}]");
        let weight = self.items.iter().fold(0_u32, |sum, item| sum.saturating_add(item.weight));
        if self.items.is_empty() {
            faults.add(&path, None, "the area has no items", "add one, or leave the area out");
        }
        if self.gate.as_ref().is_some_and(|gate| gate.least > weight) {
            faults.add(format!("{path}.gate"), None, "the gate can't be reached", format!("ask for at most {weight}"));
        }
        for item in &self.items {
            let fault = match &item.scale {
                Scale::Points { most: 0 } => "the most points are nothing",
                Scale::Grades { grades } if grades.len() < 2 => "there are fewer than two grades",
                Scale::Grades { grades } if grades.iter().any(|grade| grade.worth > FULL) => {
                    "a grade is worth over 10000"
                }
                _ => continue,
            };
            faults.add(format!("{path}.items"), None, format!("{:?}: {fault}", item.id), "correct the scale");
        }
        for counted in &self.counted {
            let met = |id: &String| self.items.iter().any(|item| item.id == *id && item.scale == Scale::Met);
            let distinct: BTreeSet<&String> = counted.of.iter().collect();
            if !counted.of.iter().all(met) || distinct.len() != counted.of.len() {
                let problem = format!("{:?} counts what is no item of this area that is met or not", counted.key);
                faults.add(format!("{path}.counted"), None, problem, "name items of the scale `met`, each once");
            }
            if counted.at_least == 0 || usize::from(counted.at_least) > counted.of.len() {
                let problem = format!("{:?} asks for {} of {}", counted.key, counted.at_least, counted.of.len());
                faults.add(
                    format!("{path}.counted"),
                    None,
                    problem,
                    "ask for at least one, and no more than there are",
                );
            }
        }
    }
}
