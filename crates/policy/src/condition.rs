//! The closed vocabulary of conditions: what a pack may ask of a person. Each kind can be decided, explained and dated.

mod counted;
mod shapes;

use model::{Appointment, Series, SkillLevel};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use counted::{Counted, CountedGroup, Filter, Stated};
pub use shapes::*;

/// One condition, as packs write it: a mapping with the kind as its key.
#[derive(Clone, PartialEq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The employment status is among those that pass, or among those that are referred; any other fails.
    Status(Statuses),
    /// The kind of employer is among those that pass or are referred; any other fails.
    EmployerKind(EmployerKinds),
    /// The employer is (true) or is not (false) a central or provincial enterprise seated in the place.
    UpperLevel(bool),
    /// The employer has one of these names, exactly; a name that is not stated is none of them and is not asked for.
    EmployerNamed(Vec<String>),
    /// The post's specialty is one of these.
    SpecialtyAmong(Vec<String>),
    /// The post belongs to the field of a series.
    Field(FieldOf),
    /// The post is of this kind.
    Post(Post),
    /// The employer has appointed the person to this special post.
    Appointed(Appointment),
    /// The last annual reviews in the present post are all 合格 or better; an unassessed year is referred.
    Reviews(Reviews),
    /// The hours of continuing education are met.
    Hours(HoursTest),
    /// A diploma of at least a level, with a relevant major.
    Education(EducationTest),
    /// No fraud was found within so many years; the anniversary of the finding is still barred.
    Bar(Bar),
    /// A fraud found on or after a day is referred before the anniversary.
    FraudReferral(FraudReferral),
    /// Some skill certificate of at least this level is held, whichever carries the route.
    HoldsSkill(HoldsSkill),
    /// The skill certificate that carries the route is of at least this level.
    Skill(SkillTest),
    /// The title that carries the route is of at least this tier, in this series.
    Title(TitleTest),
    /// So many years have passed since the date of what carries the route.
    YearsAfter(YearsAfter),
    /// So many years of work.
    Work(WorkTest),
    /// The catalogue lists the occupation; a name that cannot be placed is referred.
    Catalogue(Subject),
    /// The carrying certificate's and the present occupation are related.
    Related(Subject),
    /// A specialty that is a catalogue major's name lists the occupation.
    Specialty(Subject),
    /// The carrying title's specialty goes with the present post.
    TitleSpecialty(TitleSpecialty),
    /// The series asked for is none of these, which the text leaves to people.
    SeriesLeft(Vec<Series>),
    /// The carrying certificate's level is none of these, which the text leaves open.
    LevelLeft(Vec<SkillLevel>),
    /// An honour of a list that opens the title asked for, or a higher one.
    Honour(HonourOf),
    /// So many honours of the list of one clause.
    Honours(HonoursOf),
    /// It holds only where this body has determined it by a finding; without one it fails and is not asked for.
    ByFinding(String),
    /// A body judges it; the clause's paraphrase says what.
    Judged(String),
    /// The text leaves it to a body in every case.
    LeftTo(String),
}

impl Condition {
    /// Which carrier the condition reads, if any.
    #[must_use]
    pub fn carrier(&self) -> Option<Carrier> {
        match self {
            Self::Skill(_) | Self::Related(_) | Self::Hours(_) | Self::LevelLeft(_) => Some(Carrier::Skill),
            Self::Title(_) | Self::TitleSpecialty(_) | Self::Field(FieldOf::Title) => Some(Carrier::Title),
            Self::Education(test) if test.relevant_to == Subject::Skill => Some(Carrier::Skill),
            Self::YearsAfter(test) => Some(test.of),
            Self::Work(test) => match (test.since, test.matching) {
                (Some(carrier), _) => Some(carrier),
                (None, Matching::RelatedToSkill) => Some(Carrier::Skill),
                _ => None,
            },
            Self::Catalogue(Subject::Skill) | Self::Specialty(Subject::Skill) => Some(Carrier::Skill),
            _ => None,
        }
    }

    /// The condition as packs write it, in JSON.
    #[must_use]
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether people judge it, so that unknown leaves the outcome as it is.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Judged(_))
    }
}

/// Keys of conditions, for messages.
pub(crate) const KINDS: &[&str] = &[
    "status", "employer_kind", "upper_level", "employer_named", "specialty_among", "field", "post", "appointed",
    "reviews", "hours", "education", "bar", "fraud_referral", "holds_skill", "skill", "title", "years_after", "work",
    "catalogue", "related", "specialty", "title_specialty", "series_left", "level_left", "honour", "honours",
    "by_finding", "judged", "left_to",
];
