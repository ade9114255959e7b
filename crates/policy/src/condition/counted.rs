//! What counted evidence has to show to settle what people judge: alternatives of numbers of records that pass a filter.

use model::SkillLevel;
use model::words::evidence::{
    Authorship, EvidenceKind, EvidenceLevel, EvidenceRole, Outlet, PrizeClass, ProjectCategory,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// The counted part of a condition that people judge. Evidence that reaches one of the numbers settles the condition;
/// anything less leaves it to people. It never keeps anyone from applying, and is never asked for.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Only what is dated on or after the first certificate at or above this level counts; undated evidence does not.
    #[serde(default)]
    pub since: Option<SkillLevel>,
    /// One of these has to be reached.
    pub any: Vec<CountedGroup>,
}

/// So many records.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountedGroup {
    /// How many records are needed; the number itself is enough (1 to 100).
    pub at_least: u32,
    /// A record counts, once, when it passes one of these.
    pub of: Vec<Filter>,
}

/// What a record has to state. Every part that is written has to be met; what a record does not state is not met.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// It is one of these kinds.
    pub kind: Vec<EvidenceKind>,
    /// Instead of a record of evidence: an honour of one of these names, exactly.
    pub honour: Vec<String>,
    /// It is of one of these levels. Levels of authorities and of enterprises stand in no one order, so each is named.
    pub level: Vec<EvidenceLevel>,
    /// The project is of one of these categories.
    pub category: Vec<ProjectCategory>,
    /// The project was commended by one of these.
    pub commended_by: Vec<EvidenceLevel>,
    /// The role is this one or a higher one.
    pub role: Option<EvidenceRole>,
    /// What makes the role: whoever took part while holding at least this level has it; who states just this role for a
    /// day before holding that level has it not.
    pub holding: Option<SkillLevel>,
    /// The apprentice reached, or the textbook is for, at least this level.
    pub skill_level: Option<SkillLevel>,
    /// The prize or merit is of this class or a better one.
    pub prize: Option<PrizeClass>,
    /// The rank is this one or a better one.
    pub rank: Option<u32>,
    /// The report has at least so many characters.
    pub characters: Option<u32>,
    /// The person wrote at least so many characters of the textbook.
    pub own_characters: Option<u32>,
    /// The person is such an author.
    pub authorship: Vec<Authorship>,
    /// The paper came out in such a place.
    pub outlet: Vec<Outlet>,
    /// The record states all of these.
    pub stated: Vec<Stated>,
}

/// What a record states as true, by the dossier's key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// It was accepted, or passed its appraisal.
    Accepted,
    /// It was issued.
    Issued,
    /// Documents prove its benefit.
    BenefitProven,
    /// Documents prove who the mentor was.
    RelationProven,
    /// It reached the national standard for good quality.
    NationalQuality,
    /// A key technical problem was solved.
    ProblemSolved,
    /// It is in force on the day asked about.
    InForce,
    /// It was put to use.
    PutToUse,
    /// It is of the person's own specialty.
    InSpecialty,
}

impl Stated {
    fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Issued => "issued",
            Self::BenefitProven => "benefit_proven",
            Self::RelationProven => "relation_proven",
            Self::NationalQuality => "national_quality",
            Self::ProblemSolved => "problem_solved",
            Self::InForce => "in_force",
            Self::PutToUse => "put_to_use",
            Self::InSpecialty => "in_specialty",
        }
    }
}

impl Filter {
    /// The keys of a record that the filter looks at, beside the kind.
    pub(crate) fn keys(&self) -> Vec<&'static str> {
        let asked = [
            ("level", !self.level.is_empty()),
            ("category", !self.category.is_empty()),
            ("commended_by", !self.commended_by.is_empty()),
            ("role", self.role.is_some()),
            ("skill_level", self.skill_level.is_some()),
            ("prize", self.prize.is_some()),
            ("rank", self.rank.is_some()),
            ("characters", self.characters.is_some()),
            ("own_characters", self.own_characters.is_some()),
            ("authorship", !self.authorship.is_empty()),
            ("outlet", !self.outlet.is_empty()),
        ];
        let keys = asked.into_iter().filter(|(_, asked)| *asked).map(|(key, _)| key);
        keys.chain(self.stated.iter().map(|stated| stated.key())).collect()
    }
}
