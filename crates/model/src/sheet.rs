//! Score sheets as packs write them (`sheet-….yaml`): what a committee looks at, by area, with gates, weights and counted items.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::Text;
use crate::words::TitleTier;

/// The schema identifier of a score sheet.
pub const SHEET_SCHEMA: &str = "guantong/sheet/1";

/// A score sheet of one place. What the text leaves to the committee (weights above all) the committee fixes before its
/// session; what the text fixes nobody changes.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// `guantong/sheet/1`.
    #[schemars(extend("const" = SHEET_SCHEMA))]
    pub schema: String,
    /// What it is called.
    pub name: Text,
    /// The clauses that ask for it.
    pub clauses: Vec<String>,
    /// The clause by which skill content has a weight above zero; none where the text does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill_has_weight: Option<String>,
    /// The items in their order: ethics before everything else.
    pub items: Vec<Item>,
}

/// One item of a score sheet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its identifier within the sheet.
    pub id: String,
    /// The clause.
    pub clause: String,
    /// The area.
    pub area: Area,
    /// The item in words.
    pub name: Text,
    /// For these title levels; for all where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<TitleTier>,
    /// Whether a no here ends the review, whatever the other items say.
    #[serde(default)]
    pub gate: bool,
    /// Its points; null where the text gives none, so that they are the committee's own. The key is always written.
    #[serde(deserialize_with = "said_or_null")]
    pub weight: Option<u16>,
    /// Whether it is about skill.
    #[serde(default)]
    pub skill: bool,
    /// Whether a committee may leave it out; otherwise each case gets a rating here before it can be closed.
    #[serde(default)]
    pub optional: bool,
    /// What is counted, one of these being enough; empty where the item is rated by judgement alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Alternative>,
}

/// One of several things that fulfil a counted item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The clause.
    pub clause: String,
    /// What is counted, in words.
    pub name: Text,
    /// How many are enough, the number included; at least 1.
    pub at_least: u16,
}

/// The areas of a score sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// 品德: conduct and professional ethics.
    Ethics,
    /// 能力: ability.
    Ability,
    /// 业绩: performance and results.
    Performance,
    /// 学术技术: academic and technical work.
    Academic,
}

impl Item {
    /// Whether it is asked of a title level.
    #[must_use]
    pub fn is_asked_of(&self, tier: TitleTier) -> bool {
        self.titles.is_empty() || self.titles.contains(&tier)
    }
}

impl Sheet {
    /// The items for a title level, in their order.
    pub fn items_for(&self, tier: TitleTier) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.is_asked_of(tier))
    }
}

/// A number or null; the key itself may not be left out.
fn said_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    Option::deserialize(deserializer)
}
