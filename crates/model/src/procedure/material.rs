//! What is defended before a committee, and what may stand in for a paper there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an applicant defends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MaterialKind {
    /// 论文.
    Paper,
    /// 专利.
    Patent,
    /// 工法、操作法.
    Method,
    /// 操作手册、规程.
    Manual,
    /// 专业技术报告.
    Report,
    /// 标准.
    Standard,
    /// 技术总结.
    Summary,
    /// 体现技术能力的工作报告.
    WorkReport,
    /// 解决工作难题的案例报告.
    CaseReport,
    /// 技术工艺改进方案.
    ProcessPlan,
    /// Anything else.
    Other,
}

impl MaterialKind {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Patent => "patent",
            Self::Method => "method",
            Self::Manual => "manual",
            Self::Report => "report",
            Self::Standard => "standard",
            Self::Summary => "summary",
            Self::WorkReport => "work-report",
            Self::CaseReport => "case-report",
            Self::ProcessPlan => "process-plan",
            Self::Other => "other",
        }
    }
}

/// One kind of material that a clause names in place of a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Substitute {
    /// The kind; none in procedures of earlier releases, which only had the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MaterialKind>,
    /// The clause that names it, where that is another one than the `defence` of the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Its name in Chinese.
    #[serde(deserialize_with = "crate::text::said")]
    pub zh: String,
    /// Its name in English.
    #[serde(deserialize_with = "crate::text::said")]
    pub en: String,
}
