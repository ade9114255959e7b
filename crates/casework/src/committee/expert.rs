//! Experts of a committee's pool, and what they have declared.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Term;
use crate::refusal::Refusal;

/// The most characters of an identifier.
const LONGEST_ID: usize = 64;

/// A member of the pool; no name, only the account's id.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// The account's id.
    pub id: String,
    /// The id of the organisation that employs the expert.
    pub organisation: String,
    /// The specialties; empty where the committee doesn't tell them apart.
    #[serde(default)]
    pub specialties: Vec<String>,
    /// 高技能人才专家: an expert with a skill level of his own, not only a title.
    pub skilled: bool,
    /// The days on which the expert serves.
    pub term: Term,
}

/// What sort of relation an expert declares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// 亲属关系.
    Kinship,
    /// 其他利害关系: any other interest, a former employer or a pupil for example.
    Interest,
}

/// A relation of an expert to a person or an organisation, by their ids.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// What sort.
    pub kind: RelationKind,
    /// The id of the person or organisation.
    pub with: String,
}

/// Why an expert stays out of a draw, or of a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bar {
    /// The expert's term doesn't contain the day.
    OutOfTerm,
    /// The expert is an applicant of the agenda.
    Applicant,
    /// An applicant has the same employer.
    SameEmployer,
    /// The expert is a relative of an applicant.
    Kinship,
    /// The expert has declared another interest.
    Interest,
}

impl Bar {
    /// The key, as records and texts write it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OutOfTerm => "out-of-term",
            Self::Applicant => "applicant",
            Self::SameEmployer => "same-employer",
            Self::Kinship => "kinship",
            Self::Interest => "interest",
        }
    }
}

/// A person whose case is on the agenda, with the employer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concerned {
    /// The applicant's id.
    pub applicant: String,
    /// The id of the employer; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
}

/// Why an expert with these relations may not review somebody: the gravest reason.
#[must_use]
pub fn barred(id: &str, organisation: &str, relations: &BTreeSet<Relation>, by: &Concerned) -> Option<Bar> {
    let concerns = |with: &str| with == by.applicant || by.employer.as_deref() == Some(with);
    let has = |kind| relations.iter().any(|relation| relation.kind == kind && concerns(&relation.with));
    if id == by.applicant {
        Some(Bar::Applicant)
    } else if by.employer.as_deref() == Some(organisation) {
        Some(Bar::SameEmployer)
    } else if has(RelationKind::Kinship) {
        Some(Bar::Kinship)
    } else {
        has(RelationKind::Interest).then_some(Bar::Interest)
    }
}

/// Identifiers go into commitments line by line, so they are plain: letters, digits, `.`, `_`, `:`, `@` and `-`.
pub(super) fn plain_id(id: &str) -> Result<(), Refusal> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._:@-".contains(&byte);
    if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(plain) {
        return Err(Refusal::new("id-not-plain").with("most", LONGEST_ID));
    }
    Ok(())
}
