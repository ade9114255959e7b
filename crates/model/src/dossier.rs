//! One person's career as stated. An absent key is unknown; an empty list, `false` or `none` is known to be none.

mod evidence;
mod read;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::day::Day;
use crate::fault::Faults;
use crate::node::Node;
use crate::words::{
    Appointment, CertificateKind, EducationLevel, EmployerKind, Grade, PostClass, SanctionKind, SchoolClass, Series,
    Sex, SkillLevel, Status, TitleTier,
};

pub use evidence::Evidence;

/// The schema identifier of a dossier.
pub const DOSSIER_SCHEMA: &str = "guantong/dossier/1";
/// The most records that all lists of one dossier may hold together.
pub const MOST_RECORDS: usize = 20_000;

/// One person's career (`guantong/dossier/1`).
#[derive(Clone, PartialEq, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Dossier {
    /// `guantong/dossier/1`.
    #[schemars(extend("const" = DOSSIER_SCHEMA))]
    pub schema: Schema,
    /// Who the person is.
    #[serde(skip_serializing_if = "Person::is_empty")]
    #[schemars(default)]
    pub person: Person,
    /// The present employment.
    #[serde(skip_serializing_if = "Employment::is_empty")]
    #[schemars(default)]
    pub employment: Employment,
    /// Diplomas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<Vec<Education>>,
    /// Skill certificates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<Skill>>,
    /// Titles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub titles: Option<Vec<Title>>,
    /// Work actually done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<Vec<Work>>,
    /// Annual reviews in the present post, by calendar year.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(default)]
    pub reviews: BTreeMap<i16, Grade>,
    /// Hours of continuing education, by calendar year (0 to 8784).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(default)]
    pub continuing_education: BTreeMap<i16, u16>,
    /// Honours, named as the policies print them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub honours: Option<Vec<Honour>>,
    /// Achievements that documents count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<Evidence>>,
    /// Findings of falsified or plagiarised material.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sanctions: Option<Vec<Sanction>>,
    /// What a competent human has determined about a clause: clause id → yes or no.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(default, with = "BTreeMap<String, Finding>")]
    pub findings: BTreeMap<String, bool>,
}

/// The schema line of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, JsonSchema)]
#[schemars(with = "String")]
pub struct Schema;

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(DOSSIER_SCHEMA)
    }
}

/// How a finding is written; only for the schema.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "describes the input in the generated schema")]
enum Finding {
    Bool(bool),
    #[schemars(with = "String")]
    Word,
}

/// Who the person is. Everything here is optional; the rules do not read it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Person {
    /// The batch's identifier of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The identity number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The date of birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Day>,
    /// The sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

impl Person {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The present employment.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Employment {
    /// How the person stands to the employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The employer.
    #[serde(skip_serializing_if = "Employer::is_empty")]
    #[schemars(default)]
    pub employer: Employer,
    /// The series' field that the post belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Series>")]
    pub field: Option<Field>,
    /// Whether it is a front-line production post (生产一线岗位).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frontline: Option<bool>,
    /// Whether it is a skill post (技能岗位).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skilled_post: Option<bool>,
    /// A special post to which the employer has appointed the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointed_as: Option<Appointment>,
    /// The occupation of the present post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// The professional specialty of the present post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    /// The class of the post, for retirement ages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_class: Option<PostClass>,
}

impl Employment {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The employer.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Employer {
    /// The employer's full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The kind of employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EmployerKind>,
    /// Whether it is a non-public organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_public: Option<bool>,
    /// Whether it is a central or provincial enterprise seated in the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper_level: Option<bool>,
    /// Whether it is on record to assess its own staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_assessor: Option<bool>,
}

impl Employer {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The field of a post: that of a series, or none of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// The field of this series.
    Of(Series),
    /// No field of any series (`none`).
    None,
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Of(series) => series.serialize(serializer),
            Self::None => serializer.serialize_str("none"),
        }
    }
}

/// A diploma.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Education {
    /// The level; unknown when absent, also where `class` is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<EducationLevel>,
    /// The class of a technical school; none when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<SchoolClass>,
    /// The date of the diploma.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The occupations that the diploma's major is relevant to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevant_to: Option<Vec<String>>,
}

/// A skill certificate.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Skill {
    /// The level certified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<SkillLevel>,
    /// The occupation certified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// The date of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The kind of certificate; it counts when absent, and never when `other`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CertificateKind>,
    /// Whether it was revoked; a revoked record never counts.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    pub revoked: bool,
}

/// A title.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Title {
    /// The tier, or a printed title name such as 工程师.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub tier: Option<TitleTier>,
    /// The series; implied by a printed title name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// The specialty of the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    /// The date of approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Whether it was revoked; a revoked record never counts.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    pub revoked: bool,
}

/// A period of work actually done.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Work {
    /// The occupation worked in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// The first day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day of work; `null` while it goes on; unknown when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Day>")]
    pub to: Option<End>,
    /// Whether it is technical-skill work; true when absent.
    #[serde(skip_serializing_if = "is_true")]
    #[schemars(default = "yes")]
    pub skilled: bool,
}

impl Default for Work {
    fn default() -> Self {
        Self { occupation: None, from: None, to: None, skilled: true }
    }
}

/// When a period of work ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum End {
    /// It goes on.
    GoingOn,
    /// The last day of work.
    On(Day),
}

impl Serialize for End {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::GoingOn => serializer.serialize_none(),
            Self::On(day) => day.serialize(serializer),
        }
    }
}

/// An honour, a contest result or a role.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Honour {
    /// The name as the policies print it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The rank in a contest, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// The award, for example 银牌.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<String>,
    /// The date of the honour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The last day of its term; no end when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Whether it was revoked; a revoked record never counts.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    pub revoked: bool,
}

/// A finding against the person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Sanction {
    /// What was found.
    pub kind: SanctionKind,
    /// The date of the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_true(value: &bool) -> bool {
    *value
}

fn yes() -> bool {
    true
}

impl Dossier {
    /// Reads a dossier, JSON or YAML.
    ///
    /// # Errors
    /// Every fault of the text at once: malformed text, unknown keys with the nearest known one, wrong words, dates
    /// that do not exist, periods that end before they begin, more than [`MOST_RECORDS`] records.
    pub fn read(text: &str) -> Result<Self, Faults> {
        Self::from_node(&Node::read(text)?)
    }

    /// Reads a dossier out of a document.
    ///
    /// # Errors
    /// As [`Dossier::read`].
    pub fn from_node(node: &Node<'_>) -> Result<Self, Faults> {
        read::dossier(node, "")
    }

    /// Reads a dossier that stands below `path` in a larger document; faults name the whole path.
    ///
    /// # Errors
    /// As [`Dossier::read`].
    pub fn from_node_at(node: &Node<'_>, path: &str) -> Result<Self, Faults> {
        read::dossier(node, path)
    }
}

#[cfg(test)]
#[path = "dossier_tests.rs"]
mod tests;
