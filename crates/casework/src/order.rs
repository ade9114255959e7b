//! Who asks for something, in which role, and when.

use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What somebody does in the procedure. One person may have several roles; each order is given in one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 申报人: the person whose case it is.
    Applicant,
    /// 经办人: works on cases for an organisation (employer, department, filing point, bureau, committee office, assessor).
    Clerk,
    /// 负责人: the clerk's superior, who gives reasons for what a clerk may not do alone.
    Supervisor,
    /// 评审专家: a member of a committee's pool.
    Expert,
    /// 评委会主任: leads a session and announces its results.
    Chair,
    /// 考评员: enters results of examinations.
    Examiner,
    /// 监督人员: enters decisions on fraud.
    Inspector,
    /// 系统管理员: keeps the register; has no say in any case.
    Administrator,
    /// The passing of time, acting by the clock.
    Clock,
}

/// Who gives an order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The account's id; no name.
    pub id: String,
    /// The id of the organisation for which it acts; none for applicants and the clock.
    pub organisation: Option<String>,
    /// The role in which it acts.
    pub role: Role,
}

/// When something happens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Moment {
    /// The instant, in seconds since 1970-01-01T00:00:00Z.
    pub second: i64,
    /// The calendar day in Asia/Shanghai at that instant.
    pub day: Day,
}

/// A command with who gives it and when.
#[derive(Clone, PartialEq, Debug)]
pub struct Order<C> {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// What is asked for.
    pub command: C,
}
