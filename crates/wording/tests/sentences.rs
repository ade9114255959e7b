//! Every sentence aloud: each kind of reason in its shapes, for each truth, in both languages, as snapshots to be read.

#![allow(clippy::unwrap_used, reason = "the days of the examples are written here")]

use model::dossier::Field;
use model::reason::{Placing, Reason};
use model::{
    Appointment, Day, Effect, EmployerKind, Grade, Outcome, Series, SkillLevel, Status, Target, TitleTier, Track, Truth,
};
use wording::{Lang, Phrasebook, Summary};

const TRUTHS: [Truth; 4] = [Truth::Yes, Truth::No, Truth::Unknown, Truth::Refer];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn some(text: &str) -> Option<Day> {
    Some(day(text))
}

/// Each reason with its four sentences in both languages, as of 2026-11-21.
fn aloud(reasons: &[Reason<'_>]) -> String {
    let mut text = String::new();
    for reason in reasons {
        text += &format!("{reason:?}\n");
        for holds in TRUTHS {
            for (lang, margin) in [(Lang::Zh, holds.key()), (Lang::En, "")] {
                let mut sentence = String::new();
                Phrasebook::of(lang).condition(&mut sentence, reason, holds, day("2026-11-21"));
                text += &format!("  {margin:<8}{sentence}\n");
            }
        }
        text += "\n";
    }
    text
}

/// Which file a reason is read in; a new kind of reason has to be given one.
fn family(reason: &Reason<'_>) -> &'static str {
    match reason {
        Reason::Status(_) | Reason::EmployerKind(_) => "person",
        Reason::Field(..) | Reason::Frontline(_) | Reason::SkilledPost(_) | Reason::Appointed(..) => "post",
        Reason::Reviews { .. } => "reviews",
        Reason::Bar { .. } => "bar",
        Reason::Skill { .. } => "skill",
        Reason::Title { .. } => "title",
        Reason::YearsAfter { .. } => "years-after",
        Reason::Work { .. } | Reason::NoStandard(_) => "work",
        Reason::Catalogue(..) | Reason::Related { .. } | Reason::Specialty { .. } => "matching",
        Reason::Honour { .. } => "honour",
        Reason::Judged | Reason::LeftToPeople => "people",
    }
}

fn read(reasons: &[Reason<'_>]) {
    let name = family(&reasons[0]);
    assert!(reasons.iter().all(|reason| family(reason) == name));
    insta::assert_snapshot!(name, aloud(reasons));
}

#[test]
fn person() {
    read(&[
        Reason::Status(Some(Status::Rehired)),
        Reason::Status(None),
        Reason::EmployerKind(Some(EmployerKind::SelfEmployed)),
        Reason::EmployerKind(None),
    ]);
}

#[test]
fn post() {
    read(&[
        Reason::Field(Some(Field::Of(Series::Agriculture)), Series::Engineering),
        Reason::Field(Some(Field::None), Series::Engineering),
        Reason::Field(None, Series::Engineering),
        Reason::Frontline(Some(true)),
        Reason::Frontline(Some(false)),
        Reason::Frontline(None),
        Reason::SkilledPost(Some(true)),
        Reason::Appointed(Some(Appointment::SpecialTechnician), Appointment::SpecialTechnician),
        Reason::Appointed(Some(Appointment::None), Appointment::SpecialTechnician),
        Reason::Appointed(None, Appointment::SpecialTechnician),
    ]);
}

#[test]
fn reviews() {
    let review = |year, grade| Reason::Reviews { last: 3, year, grade };
    read(&[
        review(None, None),
        Reason::Reviews { last: 1, year: None, grade: None },
        review(Some(2024), Some(Grade::Excellent)),
        review(Some(2025), Some(Grade::Basic)),
        review(Some(2024), Some(Grade::None)),
        review(Some(2024), None),
    ]);
}

#[test]
fn bar() {
    let bar = |found, free| Reason::Bar { years: 5, found, free };
    read(&[
        bar(None, None),
        bar(some("2023-03-01"), None),
        bar(some("2023-03-01"), some("2028-03-02")),
        bar(some("2018-07-10"), some("2023-07-11")),
    ]);
}

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
fn years_after() {
    let clock = |years, from, reached| Reason::YearsAfter { of: Track::Skill, years, from, reached };
    read(&[
        clock(3, some("2019-05-20"), some("2022-05-20")),
        clock(1, some("2026-05-20"), some("2027-05-20")),
        clock(3, some("2019-05-20"), None),
        clock(3, None, None),
        clock(0, some("2019-05-20"), some("2019-05-20")),
        Reason::YearsAfter { of: Track::Title, years: 2, from: some("2025-05-20"), reached: some("2027-05-20") },
    ]);
}

#[test]
fn work() {
    let work = |from, reached, with_other, standard, undated| Reason::Work {
        years: 3,
        since: Some(Track::Skill),
        from,
        reached,
        with_other,
        standard,
        undated,
    };
    let since = some("2019-05-20");
    read(&[
        work(since, some("2022-05-20"), some("2022-05-20"), false, false),
        work(since, some("2028-01-01"), None, false, false),
        work(since, None, None, false, false),
        work(since, None, some("2022-05-20"), false, false),
        work(since, some("2030-01-01"), some("2028-01-01"), false, false),
        work(None, some("2022-05-20"), None, true, false),
        work(None, None, None, false, true),
        work(None, None, None, false, false),
        Reason::Work {
            years: 3,
            since: None,
            from: None,
            reached: some("2022-05-20"),
            with_other: None,
            standard: false,
            undated: false,
        },
        Reason::Work {
            years: 3,
            since: None,
            from: None,
            reached: None,
            with_other: None,
            standard: false,
            undated: false,
        },
        Reason::Work {
            years: 0,
            since: None,
            from: None,
            reached: None,
            with_other: None,
            standard: true,
            undated: false,
        },
        Reason::Work {
            years: 1,
            since: Some(Track::Title),
            from: since,
            reached: since,
            with_other: None,
            standard: true,
            undated: false,
        },
        Reason::NoStandard(SkillLevel::SeniorWorker),
    ]);
}

#[test]
fn matching() {
    let related = |certificate, post| Reason::Related { certificate, post };
    let specialty = |specialty, occupation| Reason::Specialty { specialty, occupation };
    read(&[
        Reason::Catalogue(Some("焊工"), Placing::Listed),
        Reason::Catalogue(Some("养蜂员"), Placing::Unlisted),
        Reason::Catalogue(Some("某工"), Placing::Unplaced),
        Reason::Catalogue(None, Placing::Unplaced),
        related(Some("焊工"), Some("焊工")),
        related(Some("焊工"), Some("钳工")),
        related(None, Some("钳工")),
        related(Some("焊工"), None),
        related(None, None),
        specialty(Some("机电"), Some("焊工")),
        specialty(Some("机电"), None),
        specialty(None, Some("焊工")),
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
fn people() {
    let mut text = aloud(&[Reason::Judged, Reason::LeftToPeople]);
    text += "finding\n";
    for holds in TRUTHS {
        for (lang, margin) in [(Lang::Zh, holds.key()), (Lang::En, "")] {
            let mut sentence = String::new();
            Phrasebook::of(lang).finding(&mut sentence, holds);
            text += &format!("  {margin:<8}{sentence}\n");
        }
    }
    insta::assert_snapshot!("people", text);
}

#[test]
fn summary() {
    let targets =
        ["title:intermediate", "title:assistant:agriculture", "skill:technician", "skill:special-technician:焊工"];
    let targets = targets.map(|target| Target::parse(target).unwrap());
    let [engineer, _, technician, special] = &targets;
    let plain = Summary {
        target: engineer,
        outcome: Outcome::Held,
        effect: None,
        earliest: None,
        after_expiry: false,
        effective: day("2021-01-01"),
        expires: None,
        missing: 0,
    };
    let eligible = Summary { outcome: Outcome::Eligible, earliest: some("2022-05-20"), ..plain };
    let undetermined = Summary { outcome: Outcome::Undetermined, missing: 1, ..plain };
    let not_yet = Summary { outcome: Outcome::NotYet, earliest: some("2028-01-01"), ..plain };
    let not_governed = Summary { outcome: Outcome::NotGoverned, ..plain };
    let mut summaries: Vec<_> = targets.iter().map(|target| Summary { target, ..plain }).collect();
    summaries.extend([
        eligible,
        Summary { effect: Some(Effect::ApplyForReview), ..eligible },
        Summary { effect: Some(Effect::ApplyForReview), earliest: None, ..eligible },
        Summary { effect: Some(Effect::DirectRecognition), ..eligible },
        Summary { effect: Some(Effect::ApplyForAssessment), target: technician, ..eligible },
        Summary { effect: Some(Effect::EmployerAppointment), target: special, ..eligible },
        Summary { missing: 0, ..undetermined },
        undetermined,
        Summary { missing: 3, ..undetermined },
        Summary { outcome: Outcome::Referred, ..plain },
        not_yet,
        Summary { earliest: None, ..not_yet },
        Summary { after_expiry: true, ..not_yet },
        Summary { after_expiry: true, expires: some("2026-12-31"), ..not_yet },
        Summary { outcome: Outcome::NotEligible, ..plain },
        not_governed,
        Summary { expires: some("2026-12-31"), ..not_governed },
    ]);
    let mut text = String::new();
    for summary in summaries {
        let effect = summary.effect.map(|effect| format!(" {effect}")).unwrap_or_default();
        text += &format!("{} {}{effect}\n", summary.target, summary.outcome);
        for lang in Lang::ALL {
            let mut sentence = String::new();
            Phrasebook::of(*lang).summary(&mut sentence, &summary);
            text += &format!("  {sentence}\n");
        }
    }
    insta::assert_snapshot!("summary", text);
}
