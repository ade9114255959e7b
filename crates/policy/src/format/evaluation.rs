//! Who reviews which title level, and who evaluates which skill level, as packs write it: shown, never decided by.

use model::{Series, SkillLevel, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// Which body reviews titles of some levels, as a clause says.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewerSpec {
    /// The clause.
    pub clause: String,
    /// The title levels.
    pub levels: Vec<TitleTier>,
    /// Only for these series; for all that the pack governs where none.
    #[serde(default)]
    pub series: Vec<Series>,
    /// How the body is found.
    pub by: ReviewedBy,
    /// The body in words.
    pub says: Text,
}

/// How the body that reviews a title is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewedBy {
    /// The clause names it.
    NamedBody,
    /// The catalogue names it beside the specialty.
    CatalogueBody,
    /// The committee whose field, level and area cover the case.
    CompetentCommittee,
    /// A document of the year says it.
    DocumentOfTheYear,
}

/// Who evaluates skill levels, as a clause says.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluatorSpec {
    /// The clause.
    pub clause: String,
    /// The skill levels.
    pub levels: Vec<SkillLevel>,
    /// Who.
    pub by: EvaluatedBy,
    /// When it is this one.
    #[serde(default)]
    pub when: EvaluatedWhen,
    /// Who and when in words.
    pub says: Text,
}

/// Who evaluates a skill level.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvaluatedBy {
    /// The person's own employer.
    OwnEmployer,
    /// A social organisation on record as assessor.
    SocialAssessor,
    /// Any assessor on record with the human-resources bureaus.
    RecordedAssessor,
    /// The body that the national catalogue of qualifications names.
    QualificationBody,
    /// A skill testing institution.
    TestingInstitution,
    /// A service point of the pack's list; needs `service_points`.
    ServicePoint,
    /// A centre that takes the application, even where the list shows a service point for the level.
    Centre,
}

/// When a body is the one that evaluates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvaluatedWhen {
    /// Always.
    #[default]
    Always,
    /// The occupation is one of the national catalogue of qualifications.
    QualificationOccupation,
    /// The employer is on record as an assessor.
    EmployerRecorded,
    /// The employer is not on record as an assessor.
    EmployerNotRecorded,
}
