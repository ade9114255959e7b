//! Every sentence aloud: each kind of reason in its shapes, for each truth, in both languages, as snapshots to be read.

#![allow(clippy::unwrap_used, reason = "the days of the examples are written here")]

#[path = "sentences/clocks.rs"]
mod clocks;
#[path = "sentences/employment.rs"]
mod employment;
#[path = "sentences/holdings.rs"]
mod holdings;
#[path = "sentences/matching.rs"]
mod matching;
#[path = "sentences/record.rs"]
mod record;

use model::reason::Reason;
use model::{Day, Effect, Outcome, Series, SkillLevel, Target, Truth};
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
        Reason::UpperLevel(_) | Reason::EmployerNamed { .. } => "employer",
        Reason::Field(..) | Reason::Frontline(_) | Reason::SkilledPost(_) | Reason::Appointed(..) => "post",
        Reason::FieldOfTitle(..) | Reason::SpecialtyAmong { .. } => "field",
        Reason::Reviews { .. } => "reviews",
        Reason::Excellent { .. } => "excellent",
        Reason::Hours { .. } => "hours",
        Reason::Bar { .. } => "bar",
        Reason::Skill { .. } => "skill",
        Reason::Title { .. } => "title",
        Reason::YearsAfter { .. } => "years-after",
        Reason::Work { .. } | Reason::NoStandard(_) | Reason::StandardInstead(..) => "work",
        Reason::Catalogue(..) | Reason::Related { .. } | Reason::Specialty { .. } => "matching",
        Reason::TitleSpecialty { .. } | Reason::TitleAndPost { .. } => "title-specialty",
        Reason::Education { .. } => "education",
        Reason::Honour { .. } => "honour",
        Reason::Honours { .. } | Reason::Counted { .. } => "counted",
        Reason::SeriesLeft { .. } | Reason::LevelLeft { .. } | Reason::OnlyByFinding => "left",
        Reason::Judged | Reason::LeftToPeople => "people",
    }
}

fn read(reasons: &[Reason<'_>]) {
    let name = family(&reasons[0]);
    assert!(reasons.iter().all(|reason| family(reason) == name));
    insta::assert_snapshot!(name, aloud(reasons));
}

#[test]
fn left() {
    read(&[
        Reason::SeriesLeft { series: Series::Art, left: true },
        Reason::SeriesLeft { series: Series::Engineering, left: false },
        Reason::LevelLeft { level: Some(SkillLevel::ChiefTechnician), left: true },
        Reason::LevelLeft { level: Some(SkillLevel::Technician), left: false },
        Reason::LevelLeft { level: None, left: false },
        Reason::OnlyByFinding,
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
