//! The closed vocabulary of conditions: what a pack may ask of a person. Each kind can be decided, explained and dated.

use model::{Appointment, Day, EmployerKind, Series, SkillLevel, Status, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One condition, as packs write it: a mapping with the kind as its key.
#[derive(Clone, PartialEq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The employment status is among those that pass, or among those that are referred; any other fails.
    Status(Statuses),
    /// The kind of employer is among those that pass or are referred; any other fails.
    EmployerKind(EmployerKinds),
    /// The post belongs to the field of the series asked for.
    Field(FieldOf),
    /// The post is of this kind.
    Post(Post),
    /// The employer has appointed the person to this special post.
    Appointed(Appointment),
    /// The last annual reviews in the present post are all 合格 or better; an unassessed year is referred.
    Reviews(Reviews),
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
    /// An honour of a list that opens the title asked for, or a higher one.
    Honour(HonourOf),
    /// A body judges it; the clause's paraphrase says what.
    Judged(String),
    /// The text leaves it to a body in every case.
    LeftTo(String),
}

/// Employment statuses that pass and that are referred.
#[derive(Clone, PartialEq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statuses {
    /// These pass.
    pub yes: Vec<Status>,
    /// These are left to people.
    #[serde(default)]
    pub refer: Vec<Status>,
}

/// Kinds of employers that pass, fail or are referred.
#[derive(Clone, PartialEq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmployerKinds {
    /// These pass; all others do when absent.
    #[serde(default)]
    pub yes: Option<Vec<EmployerKind>>,
    /// These fail.
    #[serde(default)]
    pub no: Vec<EmployerKind>,
    /// These are left to people.
    #[serde(default)]
    pub refer: Vec<EmployerKind>,
    /// Whether an unknown kind passes instead of being asked for.
    #[serde(default)]
    pub absent_passes: bool,
}

/// Whose field a post is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldOf {
    /// That of the title asked for.
    Target,
}

/// Kinds of posts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Post {
    /// 生产一线岗位
    Frontline,
    /// 技能岗位
    Skilled,
}

/// Annual reviews.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviews {
    /// How many calendar years before the day are looked at (1 to 10).
    pub last: u8,
}

/// A bar after a finding of fraud.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// How many years it lasts.
    pub years: u16,
}

/// A fraud that is referred.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FraudReferral {
    /// Findings before this day are not looked at.
    pub since: Day,
    /// Before which anniversary of the finding it is referred.
    pub years: u16,
}

/// A certificate that has to be held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldsSkill {
    /// The lowest level.
    pub at_least: SkillLevel,
}

/// The certificate that carries a route.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillTest {
    /// The lowest level.
    pub at_least: SkillLevel,
    /// Whether its occupation has to be the present one, by name.
    #[serde(default)]
    pub in_post: bool,
}

/// The title that carries a route.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleTest {
    /// The lowest tier.
    pub at_least: TitleTier,
    /// The series.
    pub series: Series,
}

/// What a route is carried by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Carrier {
    /// A skill certificate.
    Skill,
    /// A title.
    Title,
}

/// Years after a certificate or title.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearsAfter {
    /// Whose date the clock starts on.
    pub of: Carrier,
    /// How many years.
    pub years: u16,
}

/// Years of work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkTest {
    /// How many years.
    pub years: Years,
    /// From when they count; the whole career when absent.
    #[serde(default)]
    pub since: Option<Carrier>,
    /// Which work counts.
    pub matching: Matching,
}

/// A number of years: printed in the text, or left to the occupation's standard at the level asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Years {
    /// The text's own number.
    Printed(u16),
    /// `standard`: the number is the occupation's.
    Left(Standard),
}

/// The word `standard`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// The occupation's standard (`--standards`).
    Standard,
}

/// Which work counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Matching {
    /// Skilled work in the certificate's occupation or a related one; other skilled work is referred.
    RelatedToSkill,
    /// Skilled work in the present occupation or a related one; other skilled work is referred.
    RelatedToPost,
    /// All technical-skill work.
    Skilled,
    /// Any work.
    Any,
}

/// Whose occupation is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The carrying certificate's; the present post's where no certificate is held.
    Skill,
    /// The present post's.
    Post,
}

/// Which honours are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HonourOf {
    /// Those whose list opens the title asked for or a higher one.
    Target,
}

impl Condition {
    /// Which carrier the condition reads, if any.
    #[must_use]
    pub fn carrier(&self) -> Option<Carrier> {
        match self {
            Self::Skill(_) | Self::Related(_) => Some(Carrier::Skill),
            Self::Title(_) => Some(Carrier::Title),
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
    "status", "employer_kind", "field", "post", "appointed", "reviews", "bar", "fraud_referral", "holds_skill",
    "skill", "title", "years_after", "work", "catalogue", "related", "specialty", "honour", "judged", "left_to",
];
