//! What the tiers of a title are called in each series (names of the national title table of 2021).

use crate::words::{Series, TitleTier, Word};

/// One printed title name: the series and tier it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TitleName {
    /// The name as printed, for example 工程师.
    pub name: &'static str,
    /// The series that uses the name.
    pub series: Series,
    /// The tier that the name stands for.
    pub tier: TitleTier,
}

const fn row(name: &'static str, series: Series, tier: TitleTier) -> TitleName {
    TitleName { name, series, tier }
}

use Series as S;
use TitleTier as T;

/// Every series-specific title name that input may use; the first of a series and tier is the one shown.
pub const TITLE_NAMES: &[TitleName] = &[
    row("技术员", S::Engineering, T::TechnicalStaff),
    row("助理工程师", S::Engineering, T::Assistant),
    row("工程师", S::Engineering, T::Intermediate),
    row("高级工程师", S::Engineering, T::DeputySenior),
    row("正高级工程师", S::Engineering, T::Senior),
    row("教授级高级工程师", S::Engineering, T::Senior),
    row("研究员级高级工程师", S::Engineering, T::Senior),
    row("农业技术员", S::Agriculture, T::TechnicalStaff),
    row("助理农艺师", S::Agriculture, T::Assistant),
    row("农艺师", S::Agriculture, T::Intermediate),
    row("高级农艺师", S::Agriculture, T::DeputySenior),
    row("正高级农艺师", S::Agriculture, T::Senior),
    row("农业技术推广研究员", S::Agriculture, T::Senior),
    row("助理畜牧师", S::Agriculture, T::Assistant),
    row("畜牧师", S::Agriculture, T::Intermediate),
    row("高级畜牧师", S::Agriculture, T::DeputySenior),
    row("正高级畜牧师", S::Agriculture, T::Senior),
    row("助理兽医师", S::Agriculture, T::Assistant),
    row("兽医师", S::Agriculture, T::Intermediate),
    row("高级兽医师", S::Agriculture, T::DeputySenior),
    row("正高级兽医师", S::Agriculture, T::Senior),
    row("工艺美术员", S::ArtsAndCrafts, T::TechnicalStaff),
    row("助理工艺美术师", S::ArtsAndCrafts, T::Assistant),
    row("工艺美术师", S::ArtsAndCrafts, T::Intermediate),
    row("高级工艺美术师", S::ArtsAndCrafts, T::DeputySenior),
    row("正高级工艺美术师", S::ArtsAndCrafts, T::Senior),
    row("助理馆员", S::CulturalHeritage, T::Assistant),
    row("馆员", S::CulturalHeritage, T::Intermediate),
    row("副研究馆员", S::CulturalHeritage, T::DeputySenior),
    row("研究馆员", S::CulturalHeritage, T::Senior),
    row("实验员", S::Laboratory, T::TechnicalStaff),
    row("助理实验师", S::Laboratory, T::Assistant),
    row("实验师", S::Laboratory, T::Intermediate),
    row("高级实验师", S::Laboratory, T::DeputySenior),
    row("正高级实验师", S::Laboratory, T::Senior),
    row("初级教练", S::Sports, T::Assistant),
    row("中级教练", S::Sports, T::Intermediate),
    row("高级教练", S::Sports, T::DeputySenior),
    row("国家级教练", S::Sports, T::Senior),
    row("助理讲师", S::TechnicalSchoolTeacher, T::Assistant),
    row("讲师", S::TechnicalSchoolTeacher, T::Intermediate),
    row("高级讲师", S::TechnicalSchoolTeacher, T::DeputySenior),
    row("正高级讲师", S::TechnicalSchoolTeacher, T::Senior),
    row("三级实习指导教师", S::TechnicalSchoolTeacher, T::TechnicalStaff),
    row("二级实习指导教师", S::TechnicalSchoolTeacher, T::Assistant),
    row("一级实习指导教师", S::TechnicalSchoolTeacher, T::Intermediate),
    row("高级实习指导教师", S::TechnicalSchoolTeacher, T::DeputySenior),
    row("正高级实习指导教师", S::TechnicalSchoolTeacher, T::Senior),
];

/// The title that a printed name stands for; blanks are dropped.
#[must_use]
pub fn title_named(text: &str) -> Option<TitleName> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    TITLE_NAMES.iter().copied().find(|title| title.name == plain)
}

/// What a tier is called in a series: the printed title name, or the tier's own Chinese name where the series has none.
#[must_use]
pub fn title_name(series: Series, tier: TitleTier) -> &'static str {
    TITLE_NAMES
        .iter()
        .find(|title| title.series == series && title.tier == tier)
        .map_or_else(|| tier.zh(), |title| title.name)
}
