//! Random records of a career, in a mixture that comes near to every rule: right and wrong levels, days around
//! anniversaries, leap days, related and unrelated occupations, names that nobody can place.

use model::dossier::{Education, End, Honour, Sanction, Skill, Title, Work};
use model::words::Word;
use model::{CertificateKind, Day, EducationLevel, Grade, SanctionKind, SchoolClass, Series, SkillLevel, TitleTier};

use super::choices::Choices;
use super::vocabulary::Vocabulary;

/// Occupations by name, code and group, listed, unlisted, and unknown to the classification.
pub const OCCUPATIONS: &[&str] = &[
    "焊工",
    "电工",
    "6-18-02-04",
    "机械热加工人员",
    "6-18-02",
    "机修钳工",
    "6-31-01-03",
    "车工",
    "快递员",
    "6-31-03",
    "制图员",
    "电焊工",
    "某某工",
    "焊 工",
    "刨(插)工",
    "刨（插）工",
];

/// Honours of the lists, of no list, and look-alikes.
pub const HONOURS: &[&str] = &[
    "全国技术能手",
    "山东省技术能手",
    "全市技术能手",
    "世界技能大赛",
    "国家级一类技能竞赛",
    "国家级二类技能竞赛",
    "省级一类技能竞赛",
    "区县赛",
    "市级行业赛",
    "中华技能大奖",
    "享受国务院政府特殊津贴",
    "全国五一劳动奖章",
    "山东省五一劳动奖章",
    "山东省职工创新创效竞赛活动",
    "“全国技术能手”",
    "全国技术能手称号",
    "世界技能大奖",
    "中国·重庆职业技能大赛",
    "大国工匠",
];

/// Awards of the lists and of none.
pub const AWARDS: &[&str] = &["银牌", "金牌", "铜牌", "优胜奖", "一等奖", "特等奖", "参与奖"];

/// A day, often on or beside an anniversary of `as_of`; rarely after it.
pub fn day(choices: &mut Choices, as_of: Day) -> Day {
    match choices.below(10) {
        0..4 => {
            let years = i16::try_from(choices.between(4, 16) % 13).unwrap_or(0);
            let date = as_of.date();
            let day = Day::new(date.year() - years, date.month(), date.day());
            let day = day.or_else(|| Day::new(date.year() - years, 2, 28)).unwrap_or(as_of);
            day.plus(*choices.pick(&[0, 0, 1, -1, 2]))
        }
        4..7 => as_of.plus(-choices.between(1, 9_000)),
        7 => as_of.plus(-choices.between(0, 2)),
        8 if choices.once_in(2) => {
            let year = as_of.year() - i16::try_from(choices.below(5)).unwrap_or(0);
            Day::first_of_year(*choices.pick(&[2020, year, year])).plus(*choices.pick(&[-1, 0, 1]))
        }
        8 => Day::new(*choices.pick(&[2020, 2012, 2016, 2024]), 2, 29).unwrap_or(as_of),
        _ => as_of.plus(choices.between(1, 1_500)),
    }
}

/// A day that is not after `as_of`.
pub fn past(choices: &mut Choices, as_of: Day) -> Day {
    day(choices, as_of).min(as_of)
}

/// The occupation of the scene, or another one.
pub fn occupation(choices: &mut Choices, of: &Vocabulary) -> String {
    match choices.below(6) {
        0..3 => of.home.clone(),
        3 => of.occupations[choices.below(of.occupations.len().min(5))].clone(),
        _ => choices.pick(&of.occupations).clone(),
    }
}

/// The series of the scene, or another one.
pub fn series(choices: &mut Choices, of: &Vocabulary) -> Series {
    match choices.below(6) {
        5 => *choices.pick(Series::ALL),
        4 => *choices.pick(&of.series),
        _ => of.series.first().copied().unwrap_or(Series::Engineering),
    }
}

/// The occupations that a diploma's major is relevant to.
pub fn relevant_to(choices: &mut Choices, of: &Vocabulary) -> Vec<String> {
    let count = *choices.pick(&[1, 1, 2, 0]);
    (0..count).map(|_| occupation(choices, of)).collect()
}

/// A diploma with every key; the class of a technical school beside the level at times.
pub fn diploma(choices: &mut Choices, of: &Vocabulary, as_of: Day) -> Education {
    use EducationLevel::{Bachelor, HighSchool, JuniorCollege, SecondaryVocational};
    let usual = [Bachelor, JuniorCollege, SecondaryVocational, HighSchool];
    Education {
        level: Some(if choices.once_in(6) { *choices.pick(EducationLevel::ALL) } else { *choices.pick(&usual) }),
        class: choices.once_in(3).then(|| *choices.pick(SchoolClass::ALL)),
        date: choices.once_in(2).then(|| day(choices, as_of)),
        relevant_to: Some(relevant_to(choices, of)),
    }
}

/// Hours of continuing education, around what is asked for.
pub fn hours(choices: &mut Choices) -> u16 {
    *choices.pick(&[96, 90, 96, 90, 89, 18, 17, 0])
}

/// A certificate with every key.
pub fn skill(choices: &mut Choices, of: &Vocabulary, as_of: Day) -> Skill {
    use SkillLevel::{IntermediateWorker, SeniorTechnician, SeniorWorker, SpecialTechnician, Technician};
    let usual = [Technician, SeniorWorker, SeniorTechnician, SpecialTechnician, Technician, IntermediateWorker];
    let level = if choices.once_in(8) { *choices.pick(SkillLevel::ALL) } else { *choices.pick(&usual) };
    let kinds =
        [None, Some(CertificateKind::Level), Some(CertificateKind::Qualification), Some(CertificateKind::Other)];
    Skill {
        level: Some(level),
        occupation: Some(occupation(choices, of)),
        date: Some(day(choices, as_of)),
        kind: if choices.once_in(3) { *choices.pick(&kinds) } else { None },
        revoked: choices.once_in(12),
    }
}

/// A title with every key.
pub fn title(choices: &mut Choices, of: &Vocabulary, as_of: Day) -> Title {
    let usual = [TitleTier::Assistant, TitleTier::Intermediate, TitleTier::DeputySenior, TitleTier::Senior];
    let tier = if choices.once_in(8) { *choices.pick(TitleTier::ALL) } else { *choices.pick(&usual) };
    Title {
        tier: Some(tier),
        series: Some(series(choices, of)),
        specialty: choices.once_in(3).then(|| choices.pick(&of.specialties).clone()),
        date: Some(day(choices, as_of)),
        revoked: choices.once_in(12),
    }
}

/// A period of work with every key.
pub fn work(choices: &mut Choices, of: &Vocabulary, as_of: Day) -> Work {
    let from = day(choices, as_of);
    let to = match choices.below(6) {
        0..3 => End::GoingOn,
        3 => End::On(from.plus(choices.between(0, 4_000))),
        4 => End::On(day(choices, as_of).max(from)),
        _ => End::On(as_of.plus(choices.between(-1, 1)).max(from)),
    };
    Work { occupation: Some(occupation(choices, of)), from: Some(from), to: Some(to), skilled: !choices.once_in(7) }
}

/// An honour with name, rank and award; day and term are optional facts.
pub fn honour(choices: &mut Choices, of: &Vocabulary, as_of: Day) -> Honour {
    let date = (!choices.once_in(4)).then(|| day(choices, as_of));
    let until = choices.once_in(5).then(|| {
        let until = day(choices, as_of).plus(choices.between(0, 1_200));
        date.map_or(until, |date| until.max(date))
    });
    Honour {
        name: Some(choices.pick(&of.honours).clone()),
        rank: Some(u32::try_from(choices.between(1, 7)).unwrap_or(1)),
        award: Some(choices.pick(&of.awards).clone()),
        date,
        until,
        revoked: choices.once_in(12),
    }
}

/// A finding of fraud.
pub fn sanction(choices: &mut Choices, as_of: Day) -> Sanction {
    Sanction { kind: SanctionKind::Fraud, date: Some(day(choices, as_of)) }
}

/// A review, most often passed.
pub fn grade(choices: &mut Choices) -> Grade {
    let usual = [Grade::Pass, Grade::Good, Grade::Pass, Grade::Excellent];
    if choices.once_in(7) { *choices.pick(Grade::ALL) } else { *choices.pick(&usual) }
}
