//! What stands beside the rules of a pack: waivers, the operator's readings, warnings.

use std::collections::BTreeMap;

use model::{Day, SkillLevel, Track};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Text;

/// What need not be done or paid.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverSpec {
    /// The clause.
    pub clause: String,
    /// What is waived.
    pub what: Waived,
    /// When.
    pub when: WaivedWhen,
    /// One sentence.
    pub says: Text,
}

/// What need not be done or paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Waived {
    /// The theory examination.
    TheoryExam,
    /// The fee for the theory examination.
    TheoryFee,
}

impl Waived {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TheoryExam => "theory-exam",
            Self::TheoryFee => "theory-fee",
        }
    }
}

/// When something is waived.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaivedWhen {
    /// A diploma is relevant to the present occupation.
    DiplomaRelevantToPost,
}

/// A reading that an operator can choose.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingSpec {
    /// The clause whose ledger entry calls it a setting; also the key in the settings file.
    pub clause: String,
    /// What is chosen.
    pub what: Text,
    /// The choice that holds where the operator names none.
    pub default: String,
    /// The choices with what they mean; none where any day may be chosen.
    #[serde(default)]
    pub choices: BTreeMap<String, Text>,
    /// Whether any day may be chosen instead of one of a few readings.
    #[serde(default)]
    pub any_day: bool,
}

impl SettingSpec {
    /// Whether a choice can be made.
    #[must_use]
    pub fn takes(&self, choice: &str) -> bool {
        if self.any_day { Day::parse(choice).is_ok() } else { self.choices.contains_key(choice) }
    }

    /// What can be chosen, for messages.
    #[must_use]
    pub fn remedy(&self) -> String {
        if self.any_day {
            return "write a day as YYYY-MM-DD".to_owned();
        }
        let choices: Vec<&str> = self.choices.keys().map(String::as_str).collect();
        format!("write one of {}", choices.join(", "))
    }
}

/// Something said beside a decision.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WarningSpec {
    /// The clause.
    pub clause: String,
    /// The track of the targets that it is said of; both where none.
    #[serde(default)]
    pub track: Option<Track>,
    /// When it is said.
    pub when: WarnedWhen,
    /// One sentence.
    pub says: Text,
}

/// When something is said beside a decision.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarnedWhen {
    /// Beside every decision.
    Always,
    /// A finding of fraud is not older than so many years; the anniversary itself included.
    FraudWithinYears(u16),
    /// A certificate of one of these levels is held.
    HoldsLevel(Vec<SkillLevel>),
    /// A qualification certificate is younger than the day that the setting of this clause names.
    QualificationAfterSetting(String),
}
