//! The role that a condition plays in a route, by which the conditions of two policies are matched.

use super::requirement::{Asked, Requirement};
use crate::condition::{Condition, Post};

/// The role of a condition, in the order in which they are read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// The employment status.
    Status,
    /// The kind of employer.
    Employer,
    /// Central and provincial enterprises.
    UpperLevel,
    /// Employers by name.
    EmployerNamed,
    /// The specialty of the post.
    SpecialtyAmong,
    /// The field of the post.
    Field,
    /// A front-line post.
    Frontline,
    /// A skill post.
    SkilledPost,
    /// An appointment.
    Appointed,
    /// The certificate that carries the route.
    Skill,
    /// Some certificate.
    HoldsSkill,
    /// Levels of certificates that the text leaves open.
    LevelLeft,
    /// The title that carries the route.
    Title,
    /// A diploma.
    Education,
    /// Years of work.
    Work,
    /// Years after a certificate or title.
    YearsAfter,
    /// Related occupations.
    Related,
    /// The catalogue.
    Catalogue,
    /// The specialty against the catalogue.
    Specialty,
    /// The specialty of the title.
    TitleSpecialty,
    /// Series that the text leaves to people.
    SeriesLeft,
    /// Annual reviews.
    Reviews,
    /// Continuing education.
    Hours,
    /// Fraud: bars and referrals.
    Fraud,
    /// Honours.
    Honour,
    /// Several conditions of which one does.
    Alternatives,
    /// What holds only by a finding.
    ByFinding,
    /// What is left to people in every case.
    LeftTo,
    /// What people judge.
    Judged,
}

impl Role {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Employer => "employer",
            Self::UpperLevel => "upper-level",
            Self::EmployerNamed => "employer-named",
            Self::SpecialtyAmong => "specialty-among",
            Self::Field => "field",
            Self::Frontline => "frontline",
            Self::SkilledPost => "skilled-post",
            Self::Appointed => "appointed",
            Self::Skill => "skill",
            Self::HoldsSkill => "holds-skill",
            Self::LevelLeft => "level-left",
            Self::Title => "title",
            Self::Education => "education",
            Self::Work => "work",
            Self::YearsAfter => "years-after",
            Self::Related => "related",
            Self::Catalogue => "catalogue",
            Self::Specialty => "specialty",
            Self::TitleSpecialty => "title-specialty",
            Self::SeriesLeft => "series-left",
            Self::Reviews => "reviews",
            Self::Hours => "hours",
            Self::Fraud => "fraud",
            Self::Honour => "honour",
            Self::Alternatives => "alternatives",
            Self::ByFinding => "by-finding",
            Self::LeftTo => "left-to",
            Self::Judged => "judged",
        }
    }

    /// The role of a requirement; a group has that of what it is mainly about.
    pub(super) fn of(requirement: &Requirement<'_>) -> Self {
        let mut roles: Vec<Self> =
            requirement.statements().iter().map(|statement| Self::of_asked(&statement.asked)).collect();
        roles.sort_unstable();
        roles.dedup();
        match roles.as_slice() {
            [one] => *one,
            many if many.contains(&Self::Honour) => Self::Honour,
            many if many.contains(&Self::Work) => Self::Work,
            _ => Self::Alternatives,
        }
    }

    fn of_asked(asked: &Asked<'_>) -> Self {
        match asked {
            Asked::Honour(_) | Asked::Honours(..) => Self::Honour,
            Asked::Condition(condition) => Self::of_condition(condition),
        }
    }

    fn of_condition(condition: &Condition) -> Self {
        match condition {
            Condition::Status(_) => Self::Status,
            Condition::EmployerKind(_) => Self::Employer,
            Condition::UpperLevel(_) => Self::UpperLevel,
            Condition::EmployerNamed(_) => Self::EmployerNamed,
            Condition::SpecialtyAmong(_) => Self::SpecialtyAmong,
            Condition::Field(_) => Self::Field,
            Condition::Post(Post::Frontline) => Self::Frontline,
            Condition::Post(Post::Skilled) => Self::SkilledPost,
            Condition::Appointed(_) => Self::Appointed,
            Condition::Reviews(_) => Self::Reviews,
            Condition::Hours(_) => Self::Hours,
            Condition::Education(_) => Self::Education,
            Condition::Bar(_) | Condition::FraudReferral(_) => Self::Fraud,
            Condition::HoldsSkill(_) => Self::HoldsSkill,
            Condition::Skill(_) => Self::Skill,
            Condition::Title(_) => Self::Title,
            Condition::YearsAfter(_) => Self::YearsAfter,
            Condition::Work(_) => Self::Work,
            Condition::Catalogue(_) => Self::Catalogue,
            Condition::Related(_) => Self::Related,
            Condition::Specialty(_) => Self::Specialty,
            Condition::TitleSpecialty(_) => Self::TitleSpecialty,
            Condition::SeriesLeft(_) => Self::SeriesLeft,
            Condition::LevelLeft(_) => Self::LevelLeft,
            Condition::Honour(_) | Condition::Honours(_) => Self::Honour,
            Condition::ByFinding(_) => Self::ByFinding,
            Condition::Judged(_) => Self::Judged,
            Condition::LeftTo(_) => Self::LeftTo,
        }
    }
}
