//! What an organisation is authorised to do, from when, until when, and by which record.

use model::Day;
use model::words::{Series, SkillLevel, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One authorisation: to review titles, or to assess skill levels. What is not named is not limited.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remit {
    /// The title levels that it may review; none: no titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<TitleTier>,
    /// The series of those titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// The specialties of those titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specialties: Vec<String>,
    /// The skill levels that it may assess; none: no skill levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillLevel>,
    /// The occupations of those skill levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub occupations: Vec<String>,
    /// The first day.
    pub from: Day,
    /// The last day, where one is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The record that authorises it.
    pub source: String,
}

/// What an application looks for in the register.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The area of the applicant's employer.
    pub area: &'a str,
    /// The title level.
    pub title: Option<TitleTier>,
    /// The series of the title.
    pub series: Option<Series>,
    /// The specialty.
    pub specialty: Option<&'a str>,
    /// The skill level.
    pub skill: Option<SkillLevel>,
    /// The occupation of the skill level.
    pub occupation: Option<&'a str>,
    /// The day.
    pub day: Day,
}

impl Remit {
    /// Whether it covers what is sought.
    #[must_use]
    pub fn covers(&self, sought: &Sought<'_>) -> bool {
        let in_time = self.from <= sought.day && self.until.is_none_or(|until| sought.day <= until);
        let named = |list: &[String], name: Option<&str>| {
            list.is_empty() || name.is_some_and(|name| list.iter().any(|one| one == name))
        };
        let title = |tier: TitleTier| {
            self.titles.contains(&tier)
                && (self.series.is_empty() || sought.series.is_some_and(|series| self.series.contains(&series)))
                && named(&self.specialties, sought.specialty)
        };
        let skill = |level: SkillLevel| self.skills.contains(&level) && named(&self.occupations, sought.occupation);
        in_time && (sought.title.is_some_and(title) || sought.skill.is_some_and(skill))
    }

    /// How much it names: of two that cover, the one that names more is the nearer one.
    #[must_use]
    pub fn names(&self) -> usize {
        [!self.specialties.is_empty(), !self.occupations.is_empty(), !self.series.is_empty()]
            .into_iter()
            .filter(|named| *named)
            .count()
    }
}
