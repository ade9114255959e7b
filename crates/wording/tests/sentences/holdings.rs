//! Certificates, titles, diplomas, honours and counted evidence.

use model::reason::{Reason, Relevance};
use model::{EducationLevel, Series, SkillLevel, TitleTier};

use super::{day, read, some};

#[test]
fn skill() {
    let held = |level, occupation, date: Option<&str>, in_post| Reason::Skill {
        wanted: SkillLevel::Technician,
        level,
        occupation,
        date: date.map(day),
        any: true,
        in_post,
    };
    let none = |in_post| Reason::Skill {
        wanted: SkillLevel::Technician,
        level: None,
        occupation: None,
        date: None,
        any: false,
        in_post,
    };
    read(&[
        held(Some(SkillLevel::SeniorTechnician), Some("焊工"), Some("2019-05-20"), false),
        held(Some(SkillLevel::Technician), Some("焊工"), Some("2019-05-20"), true),
        held(Some(SkillLevel::SeniorWorker), Some("焊工"), Some("2019-05-20"), false),
        held(Some(SkillLevel::Technician), None, None, false),
        held(None, Some("焊工"), None, true),
        held(Some(SkillLevel::Technician), Some("焊工"), Some("2027-01-01"), false),
        none(false),
        none(true),
    ]);
}

#[test]
fn title() {
    let title =
        |tier, of, any| Reason::Title { wanted: TitleTier::Intermediate, series: Series::Engineering, tier, of, any };
    read(&[
        title(Some(TitleTier::DeputySenior), Some(Series::Engineering), true),
        title(Some(TitleTier::Assistant), Some(Series::Engineering), true),
        title(Some(TitleTier::Intermediate), Some(Series::Agriculture), true),
        title(Some(TitleTier::Intermediate), None, true),
        title(None, Some(Series::Engineering), true),
        title(None, None, true),
        title(None, None, false),
        Reason::Title {
            wanted: TitleTier::Intermediate,
            series: Series::Art,
            tier: Some(TitleTier::Senior),
            of: Some(Series::Art),
            any: true,
        },
    ]);
}

#[test]
fn education() {
    let diploma = |level, by_class, relevance| Reason::Education {
        wanted: EducationLevel::JuniorCollege,
        level,
        by_class,
        relevance,
        any: true,
    };
    read(&[
        diploma(Some(EducationLevel::Bachelor), false, Relevance::Relevant),
        diploma(Some(EducationLevel::JuniorCollege), true, Relevance::Relevant),
        diploma(Some(EducationLevel::SecondaryVocational), true, Relevance::Relevant),
        diploma(Some(EducationLevel::JuniorCollege), false, Relevance::Other),
        diploma(Some(EducationLevel::JuniorCollege), false, Relevance::None),
        diploma(Some(EducationLevel::JuniorCollege), false, Relevance::Unstated),
        diploma(None, false, Relevance::Relevant),
        Reason::Education {
            wanted: EducationLevel::JuniorCollege,
            level: None,
            by_class: false,
            relevance: Relevance::Unstated,
            any: false,
        },
    ]);
}

#[test]
fn honour() {
    let honour = |name, rank, date, until, skilled_worker| Reason::Honour { name, rank, date, until, skilled_worker };
    read(&[
        honour(Some("全国技术能手"), None, some("2022-12-01"), None, false),
        honour(Some("国家级一类技能竞赛"), Some(4), None, None, false),
        honour(Some("某称号"), None, some("2020-01-01"), some("2023-12-31"), false),
        honour(Some("某称号"), None, None, some("2029-12-31"), true),
        honour(Some("某称号"), None, some("2027-01-01"), None, false),
        honour(None, None, None, None, false),
    ]);
}

#[test]
fn counted() {
    read(&[
        Reason::Honours { wanted: 2, found: 2 },
        Reason::Honours { wanted: 2, found: 0 },
        Reason::Counted { wanted: 3, found: 4 },
        Reason::Counted { wanted: 1, found: 0 },
    ]);
}
