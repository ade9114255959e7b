//! What a session is convened with: members, groups, cases.

use model::procedure::MaterialKind;
use model::{Day, Track};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::SessionRules;
use super::sheet::Sheet;
use super::stand_ins::StandIns;
use crate::case::DocumentRef;
use crate::committee::{Concerned, Relation};

/// A member of the session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The expert's id.
    pub id: String,
    /// The id of the organisation that employs the expert.
    pub organisation: String,
    /// Whether it is a skilled expert.
    pub skilled: bool,
    /// What the expert has declared.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

/// 评议组: experts who look closely at some of the cases.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its key.
    pub key: String,
    /// Whether it is the group of their own for skilled applicants.
    #[serde(default)]
    pub skilled_talent: bool,
    /// Its experts, members of the session.
    pub experts: Vec<String>,
}

/// A case on the agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// The case's id.
    pub case: String,
    /// Whose case it is.
    pub concerned: Concerned,
    /// Title or skill.
    pub track: Track,
    /// The level's key.
    pub level: String,
    /// Whether the applicant comes over the bridge from the skill ladder.
    #[serde(default)]
    pub skilled: bool,
    /// The key of the group.
    pub group: String,
    /// The id of the sheet.
    pub sheet: String,
    /// Whether the applicant defends.
    #[serde(default)]
    pub defence: bool,
    /// What may stand in for a paper at the defence; none where no text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_ins: Option<StandIns>,
    /// The session that voted before, where this is a re-examination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub re_examines: Option<String>,
}

/// What a session is convened with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Convening {
    /// The committee's id.
    pub committee: String,
    /// The organisation that keeps its office.
    pub office: String,
    /// The draw by which the members came, where they were drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<String>,
    /// How many members there are: as many as the committee has.
    pub size: u16,
    /// The members.
    pub members: Vec<Member>,
    /// Who leads, a member.
    pub chair: String,
    /// The day.
    pub on: Day,
    /// The groups.
    pub groups: Vec<Group>,
    /// The cases.
    pub agenda: Vec<AgendaItem>,
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What holds.
    pub rules: SessionRules,
}

/// One thing that is defended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What it is.
    pub kind: MaterialKind,
    /// Where it lies.
    pub document: DocumentRef,
}

impl Convening {
    /// A member.
    #[must_use]
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// A group.
    #[must_use]
    pub fn group(&self, key: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.key == key)
    }

    /// A sheet.
    #[must_use]
    pub fn sheet(&self, id: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }
}
