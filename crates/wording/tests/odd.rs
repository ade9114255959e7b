//! Whatever the facts, a sentence comes out: one line, with its mark at the end and nothing left unfilled.

use std::sync::LazyLock;

use model::dossier::Field;
use model::reason::{Placing, Reason, Relevance};
use model::words::Word;
use model::{
    Appointment, Day, EducationLevel, Effect, EmployerKind, Grade, Outcome, Series, SkillLevel, Status, Target,
    TitleTier, Track, Truth,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use wording::{Lang, Phrasebook, Summary};

fn word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> + Clone {
    select(W::ALL)
}

fn days() -> impl Strategy<Value = Day> + Clone {
    let span = Day::LAST.days_since(Day::FIRST);
    prop_oneof![Just(Day::FIRST), Just(Day::LAST), (0..=span).prop_map(|days| Day::FIRST.plus(days))]
}

fn truths() -> impl Strategy<Value = Truth> {
    select(&[Truth::Yes, Truth::No, Truth::Unknown, Truth::Refer][..])
}

/// Text as a dossier may hold it, kept for the whole run so that reasons can borrow it.
fn stated() -> impl Strategy<Value = &'static str> + Clone {
    select(
        &["", "焊工", "a\nb", "\u{1b}[31m", "{ $x }", "{$x}", "“”", "\u{202e}", "很长的名称很长的名称很长的名称"][..],
    )
}

/// Lists as a policy may print them, short and long; none of their names is blank.
fn listed() -> impl Strategy<Value = &'static [String]> + Clone {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        ["冶金", "a\nb", "{ $x }", "、", "(a, b)", "a\u{202e}b", "很长的名称很长的名称很长的名称", "焊工"]
            .map(str::to_owned)
            .into()
    });
    (0..=NAMES.len()).prop_map(|many| &NAMES[..many])
}

fn fields() -> impl Strategy<Value = Field> {
    prop_oneof![Just(Field::None), word::<Series>().prop_map(Field::Of)]
}

fn scope() -> impl Strategy<Value = Reason<'static>> {
    prop_oneof![
        of(word::<Status>()).prop_map(Reason::Status),
        of(word::<EmployerKind>()).prop_map(Reason::EmployerKind),
        (of(fields()), word::<Series>()).prop_map(|(field, series)| Reason::Field(field, series)),
        (of(fields()), of(word::<Series>())).prop_map(|(field, series)| Reason::FieldOfTitle(field, series)),
        of(any::<bool>()).prop_map(Reason::UpperLevel),
        (of(stated()), listed()).prop_map(|(name, among)| Reason::EmployerNamed { name, among }),
        (of(stated()), listed()).prop_map(|(specialty, among)| Reason::SpecialtyAmong { specialty, among }),
        of(any::<bool>()).prop_map(Reason::Frontline),
        of(any::<bool>()).prop_map(Reason::SkilledPost),
        (of(word::<Appointment>()), word::<Appointment>()).prop_map(|(own, post)| Reason::Appointed(own, post)),
        (any::<u8>(), of(any::<i16>()), of(word::<Grade>())).prop_map(|(last, year, grade)| Reason::Reviews {
            last,
            year,
            grade
        }),
        (any::<u16>(), of(days()), of(days())).prop_map(|(years, found, free)| Reason::Bar { years, found, free }),
        Just(Reason::Judged),
        Just(Reason::LeftToPeople),
    ]
}

fn record() -> impl Strategy<Value = Reason<'static>> {
    let excellent = (any::<u8>(), any::<u8>(), any::<u8>(), of(any::<i16>()), of(any::<i16>()));
    let hours = (any::<i16>(), any::<i16>(), of(any::<u16>()), of(any::<i16>()), of(any::<u16>()));
    prop_oneof![
        excellent.prop_map(|(last, wanted, stated, unassessed, missing)| Reason::Excellent {
            last,
            wanted,
            stated,
            unassessed,
            missing
        }),
        hours.prop_map(|(from, to, wanted, year, hours)| Reason::Hours { from, to, wanted, year, hours }),
        (any::<u8>(), any::<u8>()).prop_map(|(wanted, found)| Reason::Honours { wanted, found }),
        (any::<u32>(), any::<u32>()).prop_map(|(wanted, found)| Reason::Counted { wanted, found }),
        (word::<Series>(), any::<bool>()).prop_map(|(series, left)| Reason::SeriesLeft { series, left }),
        (of(word::<SkillLevel>()), any::<bool>()).prop_map(|(level, left)| Reason::LevelLeft { level, left }),
        Just(Reason::OnlyByFinding),
    ]
}

fn holdings() -> impl Strategy<Value = Reason<'static>> {
    let skill =
        (word::<SkillLevel>(), of(word::<SkillLevel>()), of(stated()), of(days()), any::<bool>(), any::<bool>());
    let title = (word::<TitleTier>(), word::<Series>(), of(word::<TitleTier>()), of(word::<Series>()), any::<bool>());
    let relevances = select(&[Relevance::Relevant, Relevance::Other, Relevance::None, Relevance::Unstated][..]);
    let education = (word::<EducationLevel>(), of(word::<EducationLevel>()), any::<bool>(), relevances, any::<bool>());
    let honour = (of(stated()), of(any::<u32>()), of(days()), of(days()), any::<bool>());
    prop_oneof![
        skill.prop_map(|(wanted, level, occupation, date, any, in_post)| Reason::Skill {
            wanted,
            level,
            occupation,
            date,
            any,
            in_post
        }),
        title.prop_map(|(wanted, series, tier, of, any)| Reason::Title { wanted, series, tier, of, any }),
        education.prop_map(|(wanted, level, by_class, relevance, any)| Reason::Education {
            wanted,
            level,
            by_class,
            relevance,
            any
        }),
        honour.prop_map(|(name, rank, date, until, skilled_worker)| Reason::Honour {
            name,
            rank,
            date,
            until,
            skilled_worker
        }),
    ]
}

fn clocks() -> impl Strategy<Value = Reason<'static>> {
    let work = (any::<u16>(), of(word::<Track>()), of(days()), of(days()), of(days()), any::<bool>(), any::<bool>());
    prop_oneof![
        (word::<Track>(), any::<u16>(), of(days()), of(days()))
            .prop_map(|(of, years, from, reached)| Reason::YearsAfter { of, years, from, reached }),
        work.prop_map(|(years, since, from, reached, with_other, standard, undated)| Reason::Work {
            years,
            since,
            from,
            reached,
            with_other,
            standard,
            undated
        }),
        word::<SkillLevel>().prop_map(Reason::NoStandard),
        (word::<SkillLevel>(), any::<u16>()).prop_map(|(level, years)| Reason::StandardInstead(level, years)),
    ]
}

fn matching() -> impl Strategy<Value = Reason<'static>> {
    let placings = select(&[Placing::Listed, Placing::Unlisted, Placing::Unplaced][..]);
    prop_oneof![
        (of(stated()), placings).prop_map(|(name, placing)| Reason::Catalogue(name, placing)),
        (of(stated()), of(stated())).prop_map(|(certificate, post)| Reason::Related { certificate, post }),
        (of(stated()), of(stated())).prop_map(|(specialty, occupation)| Reason::Specialty { specialty, occupation }),
        (of(stated()), of(stated()))
            .prop_map(|(specialty, occupation)| Reason::TitleSpecialty { specialty, occupation }),
        (of(stated()), of(stated())).prop_map(|(title, post)| Reason::TitleAndPost { title, post }),
    ]
}

fn sound(lang: Lang, sentence: &str) -> Result<(), TestCaseError> {
    let mark = if lang == Lang::Zh { '。' } else { '.' };
    prop_assert!(sentence.ends_with(mark) && sentence.matches('。').count() <= 1, "{}", sentence);
    prop_assert!(!sentence.contains(char::is_control), "{}", sentence);
    prop_assert!(sentence.len() > 10 && !sentence.contains("  ") || sentence.contains("“"), "{}", sentence);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_reason_becomes_a_sentence(
        reason in prop_oneof![scope(), record(), holdings(), clocks(), matching()],
        holds in truths(),
        as_of in days(),
    ) {
        for lang in Lang::ALL {
            let mut sentence = String::new();
            Phrasebook::of(*lang).condition(&mut sentence, &reason, holds, as_of);
            sound(*lang, &sentence)?;
        }
    }

    #[test]
    fn every_answer_becomes_a_sentence(
        title in any::<bool>(),
        (tier, series, level) in (word::<TitleTier>(), word::<Series>(), word::<SkillLevel>()),
        occupation in of(stated()),
        (outcome, effect) in (word::<Outcome>(), of(word::<Effect>())),
        (earliest, effective, expires) in (of(days()), days(), of(days())),
        (after_expiry, missing) in (any::<bool>(), any::<usize>()),
    ) {
        let target = if title {
            Target::Title { tier, series }
        } else {
            Target::Skill { level, occupation: occupation.map(str::to_owned) }
        };
        let summary = Summary { target: &target, outcome, effect, earliest, after_expiry, effective, expires, missing };
        for lang in Lang::ALL {
            let mut sentence = String::new();
            Phrasebook::of(*lang).summary(&mut sentence, &summary);
            sound(*lang, &sentence)?;
        }
    }

    #[test]
    fn odd_paths_ids_and_arguments_do_no_harm(
        path in "\\PC*|(skills|work|evidence|reviews|findings|x)(\\[[0-9]{0,12}\\]?)?(\\.[a-z0-9.\\[\\]]{0,8})?",
        argument in "\\PC*",
    ) {
        for lang in Lang::ALL {
            let book = Phrasebook::of(*lang);
            let mut label = String::new();
            book.path(&mut label, &path);
            prop_assert_eq!(label.is_empty(), path.is_empty());
            prop_assert!(!book.format("label-facts-needed", &[("count", &argument)]).is_empty());
            prop_assert!(book.format("portal-title", &[("page", &argument)]).contains(argument.as_str()));
            prop_assert!(book.text(&path) == path || book.ids().any(|id| id == path));
            prop_assert!(book.word(&path, &argument) == argument);
        }
    }
}
