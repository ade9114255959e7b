//! Counted evidence: achievements that a document counts (apprentices, projects, awards, patents, papers and the like).

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::words::SkillLevel;
use crate::words::evidence::{
    Authorship, EvidenceKind, EvidenceLevel, EvidenceRole, Outlet, PrizeClass, ProjectCategory,
};

/// One achievement. All kinds share one flat shape; a key that says nothing of the kind is refused
/// ([`Evidence::keys`]). What is not stated never counts, and is never asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evidence {
    /// What it is. A plan, study, standard or summary that is handed in as a technical report is a `report`.
    pub kind: EvidenceKind,
    /// What it is called, or who the apprentice is; only for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day on which it was completed, given, granted, issued or published. Undated evidence never counts where a
    /// rule looks back to a certificate only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Whose project, standard, proposal, award, honour, contest or commendation it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<EvidenceLevel>,
    /// Of a project: its category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<ProjectCategory>,
    /// What the person did in it, or in the work that it was given for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<EvidenceRole>,
    /// The level that the apprentice reached, or that a textbook is written for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill_level: Option<SkillLevel>,
    /// The class of the prize or of the merit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prize: Option<PrizeClass>,
    /// The rank in a contest, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Of a technical report: its length in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub characters: Option<u32>,
    /// Of a textbook: how many characters the person wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_characters: Option<u32>,
    /// Of a paper: where the person stands among its authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorship: Option<Authorship>,
    /// Of a paper: where it came out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Outlet>,
    /// Of a paper: whether it is of the person's own specialty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_specialty: Option<bool>,
    /// Of a project: whether the competent authority accepted it (验收); of a proposal: whether it passed its
    /// appraisal (论证).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Of a standard: whether it was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<bool>,
    /// Of a project or patent: whether documents prove its economic benefit, and a project's social benefit too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefit_proven: Option<bool>,
    /// Of an apprentice: whether documents prove who the mentor was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation_proven: Option<bool>,
    /// Of a project: whether it reached the national standard for good quality (国家优良标准).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_quality: Option<bool>,
    /// Of a project: who commended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commended_by: Option<EvidenceLevel>,
    /// Of a commendation: whether a key technical problem was solved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem_solved: Option<bool>,
    /// Of a patent (on which the person is named as inventor): whether it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<bool>,
    /// Of a patent: the last day on which it is in force; no end when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Of a patent: whether it was put to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub put_to_use: Option<bool>,
    /// Whether it was revoked; a revoked record never counts.
    #[serde(skip_serializing_if = "super::is_false")]
    #[schemars(default)]
    pub revoked: bool,
}

impl Evidence {
    /// A record of a kind about which nothing else is stated.
    #[must_use]
    pub fn of(kind: EvidenceKind) -> Self {
        Self {
            kind,
            name: None,
            date: None,
            level: None,
            category: None,
            role: None,
            skill_level: None,
            prize: None,
            rank: None,
            characters: None,
            own_characters: None,
            authorship: None,
            outlet: None,
            in_specialty: None,
            accepted: None,
            issued: None,
            benefit_proven: None,
            relation_proven: None,
            national_quality: None,
            commended_by: None,
            problem_solved: None,
            in_force: None,
            until: None,
            put_to_use: None,
            revoked: false,
        }
    }

    /// The keys of every kind.
    pub const SHARED_KEYS: &'static [&'static str] = &["kind", "name", "date", "revoked"];

    /// The keys that say something of a kind, beside those of every kind.
    #[must_use]
    pub fn keys(kind: EvidenceKind) -> &'static [&'static str] {
        match kind {
            EvidenceKind::Apprentice => &["skill_level", "relation_proven"],
            EvidenceKind::Project => {
                &["level", "category", "role", "accepted", "benefit_proven", "national_quality", "commended_by"]
            }
            EvidenceKind::Standard => &["level", "role", "issued"],
            EvidenceKind::Proposal => &["level", "role", "accepted"],
            EvidenceKind::ScienceAward | EvidenceKind::SpecialScienceAward | EvidenceKind::AchievementAward => {
                &["level", "prize"]
            }
            EvidenceKind::DesignAward | EvidenceKind::QualityProjectAward => &["level", "prize", "role"],
            EvidenceKind::Merit | EvidenceKind::FiveSmallContest => &["level", "prize"],
            EvidenceKind::AdvancedIndividual => &["level"],
            EvidenceKind::Contest => &["level", "rank", "prize"],
            EvidenceKind::InventionPatent | EvidenceKind::UtilityModelPatent => {
                &["role", "in_force", "until", "put_to_use", "benefit_proven"]
            }
            EvidenceKind::Commendation => &["level", "role", "problem_solved"],
            EvidenceKind::Report => &["role", "characters"],
            EvidenceKind::Textbook => &["skill_level", "own_characters"],
            EvidenceKind::Paper => &["role", "authorship", "outlet", "in_specialty"],
        }
    }
}
