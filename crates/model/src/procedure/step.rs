//! The steps of a way: who acts, what is done, and what each clause asks for there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Substitute, When};
use crate::text::Text;

/// One step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its identifier within the way.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who acts: the first of these that exists for the applicant.
    pub by: Vec<Body>,
    /// The clauses.
    pub clauses: Vec<String>,
    /// When the step is taken; a step that does not fit the application is not part of its way.
    #[serde(default)]
    pub when: When,
    /// Whether the step falls away where none of its bodies exists for the applicant, for example an employer without a
    /// competent department. Otherwise filing is refused until the register has one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub where_it_exists: bool,
    /// What is done.
    pub work: Work,
}

/// What is done in a step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// An office checks the file.
    Check(Check),
    /// A public notice with its working days.
    Notice(Notice),
    /// A committee reviews and votes.
    Review(Review),
    /// Parts of an examination.
    Exam(Exam),
    /// The result is confirmed.
    Confirm,
}

/// An office checks the file: it forwards, returns or refuses.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The points of which each gets a verdict of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Point>,
    /// Which questions left to people are answered here.
    #[serde(default)]
    pub judges: Judges,
    /// The grounds of which each return names one; none where the text lists none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// Grounds on which alone nobody may be refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_alone: Vec<Ground>,
}

/// A point that is checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Its identifier within the step.
    pub id: String,
    /// The clause.
    pub clause: String,
    /// The point in words.
    pub name: Text,
}

/// A ground for returning or refusing.
pub type Ground = Point;

/// Which review conditions and referred questions a step answers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Judges {
    /// None.
    #[default]
    None,
    /// The questions of these clauses.
    Clauses(Vec<String>),
    /// All that are still open: those referred, and those that a reviewer judges.
    Rest,
    /// Those that are referred and still open; what a reviewer judges stays for a later step.
    Referred,
}

/// A public notice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The fewest working days, at least 1.
    pub working_days: u16,
    /// The clause that says how many.
    pub clause: String,
    /// What is published.
    pub about: About,
}

/// What a notice publishes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The persons recommended, within the unit.
    Recommended,
    /// The result, to everybody.
    Result,
}

/// A committee reviews and votes.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Whether skilled applicants are to be reviewed in a group of their own.
    #[serde(default)]
    pub own_group: Group,
    /// The score sheet: a file `sheet-….yaml` of the pack, by its name; none where the committee's own is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The clause that lets other material stand in for papers at the defence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defence: Option<String>,
    /// What the text names to stand in for papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitutes: Vec<Substitute>,
    /// The clause whose list of substitutes is an open one (等), so that the committee may admit further kinds; none where the
    /// list is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further_substitutes: Option<String>,
    /// The clause by which there is no defence without material; none where a defence without any is only noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material_needed: Option<String>,
    /// The clause that asks for a quantified standard on file before the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_on_file: Option<String>,
    /// Which questions left to people are answered here, by the committee.
    #[serde(default)]
    pub judges: Judges,
    /// Grounds on which alone nobody may fail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_alone: Vec<Ground>,
}

/// Whether skilled applicants form a group of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// The text does not say.
    #[default]
    Open,
    /// They may.
    May,
    /// They must.
    Must,
}

/// Parts of an examination, of which each has a result of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exam {
    /// The parts.
    pub parts: Vec<Part>,
}

/// A part of an examination.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its identifier: `theory-exam`, `practical` or `comprehensive-review`.
    pub id: String,
    /// The clause.
    pub clause: String,
    /// The part in words.
    pub name: Text,
    /// Whether it can be waived; a waiver is one that the decision at filing lists under the part's identifier.
    #[serde(default)]
    pub may_be_waived: bool,
    /// The fee that falls away with the part: the identifier of the waiver that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<String>,
}

/// Who acts in a step; each is a kind of organisation of the register, or found through one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// 申报人所在单位: the applicant's employer.
    Employer,
    /// 人事代理机构: the personnel agency through which the applicant hands in.
    Agency,
    /// 主管部门: the department that the employer belongs to.
    CompetentDepartment,
    /// 职称申报点: the point where titles are filed.
    FilingPoint,
    /// 县（市、区）人力资源社会保障局: the bureau of the employer's county.
    CountyBureau,
    /// 市人力资源社会保障局: the bureau of the employer's city.
    CityBureau,
    /// 省级人力资源社会保障厅（局）: the province's department, or that of a city directly under the State.
    ProvincialBureau,
    /// 评委会办事机构: the office of the committee whose remit covers the title.
    CommitteeOffice,
    /// 评委会组建单位: who set that committee up, and confirms its results.
    CommitteeFounder,
    /// 备案的自主评价企业: the employer itself, as assessor on record.
    EmployerAssessor,
    /// 社会培训评价组织等: an assessor on record that is no employer.
    Assessor,
    /// 技能鉴定机构: a skill testing institution.
    TestingInstitution,
    /// 职业资格评价实施部门（单位）: the body of an access-type qualification.
    QualificationBody,
    /// 技能鉴定服务点: a service point of the pack's list.
    ServicePoint,
    /// 市职业技能鉴定中心: the city's testing centre.
    CityCentre,
    /// 省职业技能鉴定指导中心: the province's testing centre.
    ProvincialCentre,
}
