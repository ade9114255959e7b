//! What the kinds of conditions ask for in detail, as packs write it.

use std::collections::BTreeMap;

use model::{Day, EducationLevel, EmployerKind, Series, SkillLevel, Status, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// That of the title that carries the route.
    Title,
    /// That of one series.
    #[serde(untagged)]
    Series(Series),
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
    /// Instead of all of them being 合格 or better: at least so many are 优秀.
    #[serde(default, skip_serializing_if = "none")]
    pub excellent: u8,
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
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleTest {
    /// The lowest tier.
    pub at_least: TitleTier,
    /// The series, one of several where a list stands here.
    pub series: SeriesAmong,
}

/// One series, or one of several.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum SeriesAmong {
    /// This one.
    One(Series),
    /// One of these.
    Several(Vec<Series>),
}

impl SeriesAmong {
    /// The series that count, the first of them first.
    #[must_use]
    pub fn all(&self) -> &[Series] {
        match self {
            Self::One(series) => std::slice::from_ref(series),
            Self::Several(all) => all,
        }
    }
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
    /// Whether the way is closed where the occupation's standard has an entry of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unless_standard: bool,
}

/// A number of years: printed in the text, or left to the occupation's standard at the level asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Years {
    /// The text's own number.
    Printed(u16),
    /// `standard`: the number is the occupation's.
    Left(Standard),
    /// The text's number, which an entry of the occupation's standard replaces.
    General(GeneralYears),
}

/// A number of years that holds where the occupation's standard has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GeneralYears {
    /// The text's own number.
    pub general: u16,
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
    /// Those whose list opens the title asked for and no higher one.
    Own,
}

/// So many honours of the list of one clause.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HonoursOf {
    /// The clause of the list.
    pub list: String,
    /// How many are needed; one where nothing is said.
    #[serde(default = "one")]
    pub at_least: u8,
}

/// What the title that carries the route is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TitleSpecialty {
    /// Where its specialty is a major's name: whether that major lists the present occupation.
    Catalogue,
    /// Where the post's specialty is stated too: whether both are the same.
    Post,
}

/// A diploma.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EducationTest {
    /// The lowest level.
    pub at_least: EducationLevel,
    /// Whose occupation its major has to be relevant to, beside the present one.
    pub relevant_to: Subject,
    /// Whether classes of technical schools count as their equivalents; otherwise such a diploma does not count.
    pub classes: bool,
}

/// Hours of continuing education in each full calendar year before the day, after the carrying certificate.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoursTest {
    /// How many years are looked at, by the title asked for (1 to 10).
    pub years: BTreeMap<TitleTier, u8>,
    /// The hours a year for a certificate of `early_until` or before.
    pub early: u16,
    /// The last calendar year of certificates that need only `early` hours.
    pub early_until: i16,
    /// The hours a year for later certificates.
    pub later: u16,
}

fn none(count: &u8) -> bool {
    *count == 0
}

fn one() -> u8 {
    1
}
