//! What would open a level: single changes of a person's facts, typed, with the label that says who can bring them about.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::paths::FactPath;
use crate::words::{Appointment, EducationLevel, EmployerKind, Series, SkillLevel, Status, TitleTier, Word as _};

/// Who can bring a change about, in the order in which sets of changes are listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The person states a fact that the dossier does not say.
    State,
    /// Time has to pass.
    Wait,
    /// The person obtains it.
    Obtain,
    /// The employer has to act, or the post or employer has to be another one.
    Employer,
    /// A person or body decides.
    Others,
    /// Nothing and nobody changes it.
    Impossible,
}

impl Label {
    /// Every label, in order.
    pub const ALL: [Self; 6] = [Self::State, Self::Wait, Self::Obtain, Self::Employer, Self::Others, Self::Impossible];

    /// The key, as output carries it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Wait => "wait",
            Self::Obtain => "obtain",
            Self::Employer => "employer",
            Self::Others => "others",
            Self::Impossible => "impossible",
        }
    }
}

/// A length of time, counted from a day that is not known yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Length {
    /// Whole years.
    pub years: u16,
    /// Days beyond them.
    pub days: u16,
}

impl Length {
    /// The length from one day to a later one.
    #[must_use]
    pub fn between(from: Day, to: Day) -> Self {
        let years = (1..u16::MAX).find(|years| from.anniversary(*years) > to).map_or(0, |years| years - 1);
        let start = from.anniversary(years);
        let days = (0..u16::MAX).find(|days| start.plus(i32::from(*days)) >= to).unwrap_or(u16::MAX);
        Self { years, days }
    }

    /// The day so long after another one.
    #[must_use]
    pub fn after(self, from: Day) -> Day {
        from.anniversary(self.years).plus(i32::from(self.days))
    }

    /// As an ISO 8601 duration, for example `P3Y`.
    #[must_use]
    pub fn iso(self) -> String {
        match (self.years, self.days) {
            (years, 0) => format!("P{years}Y"),
            (0, days) => format!("P{days}D"),
            (years, days) => format!("P{years}Y{days}D"),
        }
    }
}

/// One change. What names a clause is about that clause alone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Change {
    /// The fact has to be stated.
    State(FactPath),
    /// Time has to pass; at least one of the two is given, and the later counts.
    Wait {
        /// Until this day.
        until: Option<Day>,
        /// So long after the other changes have come about.
        after: Option<Length>,
    },
    /// A skill certificate.
    Certificate {
        /// Its level.
        level: SkillLevel,
        /// Its occupation.
        occupation: Option<String>,
        /// Whether any other occupation that the catalogue lists does as well as the one named.
        any_listed: bool,
    },
    /// A title.
    Title {
        /// Its tier.
        tier: TitleTier,
        /// Its series.
        series: Series,
    },
    /// A diploma.
    Diploma {
        /// Its level, or a higher one.
        level: EducationLevel,
        /// The occupation that its major has to be relevant to.
        relevant_to: Option<String>,
    },
    /// Honours of one list.
    Honours {
        /// The clause of the list.
        list: String,
        /// How many are lacking.
        many: u8,
        /// The names on the list, as printed.
        names: Vec<String>,
    },
    /// Hours of continuing education for past years: how many a year has to have.
    Hours(BTreeMap<i16, u16>),
    /// A present employment.
    Employment,
    /// An employer of one of these kinds.
    EmployerKind(Vec<EmployerKind>),
    /// An employer that is (true) or is not (false) a central or provincial enterprise.
    UpperLevel(bool),
    /// One of these employers.
    EmployerNamed(Vec<String>),
    /// A post of one of these specialties.
    Specialty(Vec<String>),
    /// A post in the field of a series.
    Field(Series),
    /// A post on the front line of production.
    Frontline,
    /// A skill post.
    SkilledPost,
    /// An appointment by the employer.
    Appointed(Appointment),
    /// A post of this occupation.
    PostIn {
        /// The occupation.
        occupation: String,
        /// Whether any other occupation that the catalogue lists does as well.
        any_listed: bool,
    },
    /// Work that goes on, in this occupation where one is named.
    Work(Option<String>),
    /// A review of 优秀 for this year.
    Excellent(i16),
    /// What the text leaves to people is decided in favour.
    Decided(String),
    /// What holds only by a finding is found.
    Found(String),
    /// What people judged to be lacking is judged again.
    JudgedAgain(String),
    /// The employment has ended for good.
    Status(Status),
    /// The catalogue does not list the occupation.
    Unlisted(Option<String>),
    /// A competent human determined that a condition is not met.
    FoundNo(String),
    /// The rules are no longer in force.
    Expired(Day),
}

impl Change {
    /// Who can bring it about.
    #[must_use]
    pub fn label(&self) -> Label {
        match self {
            Self::State(_) => Label::State,
            Self::Wait { .. } => Label::Wait,
            Self::Certificate { .. }
            | Self::Title { .. }
            | Self::Diploma { .. }
            | Self::Honours { .. }
            | Self::Hours(_) => Label::Obtain,
            Self::Employment
            | Self::EmployerKind(_)
            | Self::UpperLevel(_)
            | Self::EmployerNamed(_)
            | Self::Specialty(_)
            | Self::Field(_)
            | Self::Frontline
            | Self::SkilledPost
            | Self::Appointed(_)
            | Self::PostIn { .. }
            | Self::Work(_) => Label::Employer,
            Self::Excellent(_) | Self::Decided(_) | Self::Found(_) | Self::JudgedAgain(_) => Label::Others,
            Self::Status(_) | Self::Unlisted(_) | Self::FoundNo(_) | Self::Expired(_) => Label::Impossible,
        }
    }

    /// The key of the level of a certificate, title or diploma.
    #[must_use]
    pub fn level(&self) -> Option<&'static str> {
        match self {
            Self::Certificate { level, .. } => Some(level.key()),
            Self::Title { tier, .. } => Some(tier.key()),
            Self::Diploma { level, .. } => Some(level.key()),
            _ => None,
        }
    }

    /// The key of the kind, as output carries it.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Wait { .. } => "wait",
            Self::Certificate { .. } => "certificate",
            Self::Title { .. } => "title",
            Self::Diploma { .. } => "diploma",
            Self::Honours { .. } => "honour",
            Self::Hours(_) => "hours",
            Self::Employment => "employment",
            Self::EmployerKind(_) => "employer-kind",
            Self::UpperLevel(_) => "upper-level",
            Self::EmployerNamed(_) => "employer-named",
            Self::Specialty(_) => "specialty",
            Self::Field(_) => "field",
            Self::Frontline => "frontline",
            Self::SkilledPost => "skilled-post",
            Self::Appointed(_) => "appointed",
            Self::PostIn { .. } => "post-in",
            Self::Work(_) => "work",
            Self::Excellent(_) => "excellent",
            Self::Decided(_) => "decided",
            Self::Found(_) => "found",
            Self::JudgedAgain(_) => "judged-again",
            Self::Status(_) => "status",
            Self::Unlisted(_) => "unlisted",
            Self::FoundNo(_) => "found-no",
            Self::Expired(_) => "expired",
        }
    }
}

/// What would open a level, as decision documents carry it.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct WhatWouldOpen {
    /// Smallest sets of changes; any one of them opens the level.
    pub sets: Vec<ChangeSet>,
    /// Whether there may be further sets, which are not listed.
    pub more: bool,
}

/// A smallest set of changes.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct ChangeSet {
    /// The identifier of the route that then opens the level.
    pub route: String,
    /// What the route is called.
    pub route_name: String,
    /// The first day on which the level is open, where the other changes come about on the day asked about.
    pub earliest: Day,
    /// Whether that day lies past the policy's last day.
    pub after_expiry: bool,
    /// The changes; a wait stands last.
    pub changes: Vec<ListedChange>,
}

/// One change.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct ListedChange {
    /// Who can bring it about.
    pub label: Label,
    /// The label in the language of the sentences.
    pub label_name: String,
    /// What kind of change it is, for example `certificate` or `frontline`.
    pub kind: &'static str,
    /// The change in one sentence.
    pub says: String,
    /// The clauses of the conditions that it cures.
    pub clauses: Vec<String>,
    /// The lowest level of a certificate, title or diploma.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'static str>,
    /// The dossier path of a fact to be stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<FactPath>,
    /// Until which day to wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// How long to wait after the other changes, as an ISO 8601 duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Who decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}
