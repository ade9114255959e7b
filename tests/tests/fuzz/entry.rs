//! What must hold for any input whatever: these functions are the targets, here and under cargo-fuzz.

use engine::{Facts, decide, explain};
use model::node::{Format, Node};
use model::{Day, Dossier, Faults, Outcome, SkillLevel, Standards, Target, TitleTier};
use policy::{Files, Packs};

/// A few targets of each ladder.
fn targets() -> Vec<Target> {
    let title = |tier| Target::Title { tier, series: model::Series::Engineering };
    let skill = |level| Target::Skill { level, occupation: None };
    vec![
        title(TitleTier::Assistant),
        title(TitleTier::Intermediate),
        title(TitleTier::Senior),
        skill(SkillLevel::SeniorWorker),
        skill(SkillLevel::SeniorTechnician),
        skill(SkillLevel::SpecialTechnician),
    ]
}

/// Faults are never empty, and each says what is wrong and what would do.
fn speak(faults: &Faults) {
    assert!(!faults.faults.is_empty(), "an error without a fault");
    for fault in &faults.faults {
        assert!(!fault.problem.trim().is_empty() && !fault.remedy.trim().is_empty(), "{fault:?} says nothing");
        assert!(fault.line != Some(0), "{fault:?} names line 0");
    }
    assert!(!faults.to_string().is_empty());
}

/// Reads a text as a dossier; what is read is written and read again as the same, and is decided without panic.
pub fn dossier(text: &str, packs: &Packs) {
    for format in [None, Some(Format::Json), Some(Format::Yaml)] {
        let node = match format {
            None => Node::read(text),
            Some(format) => Node::read_as(text, format),
        };
        match node.and_then(|node| Dossier::from_node(&node)) {
            Err(faults) => speak(&faults),
            Ok(dossier) => {
                let written = serde_json::to_string(&dossier).expect("a dossier can be written");
                let again = Dossier::read(&written).unwrap_or_else(|faults| panic!("{faults}\n{written}"));
                assert_eq!(again, dossier, "{written}");
                decided(&dossier, packs);
            }
        }
    }
}

/// Reads a text as standards, and decides with what is read.
pub fn standards(text: &str) {
    if let Err(faults) = Standards::read(text) {
        speak(&faults);
    }
}

/// Every target is decided and explained, and both agree.
pub fn decided(dossier: &Dossier, packs: &Packs) {
    let standards = Standards::one_year();
    for policy in &packs.policies {
        for day in ["2026-11-21", "1000-01-01", "9999-12-31"] {
            let facts = Facts::new(policy, &packs.national, &standards, dossier, Day::parse(day).expect("a day"));
            for target in targets() {
                let verdict = decide(&facts, &target);
                assert_eq!(explain(&facts, &target).verdict, verdict, "{target}");
                assert_eq!(verdict.outcome == Outcome::Undetermined, !verdict.missing.is_empty(), "{target}");
            }
        }
    }
}

/// Loads packs; faults name the file and say what would do, and what loads decides a person without panic.
pub fn packs(files: &Files, people: &[Dossier]) -> bool {
    match Packs::load(files, &policy::Settings::default()) {
        Err(faults) => {
            assert!(!faults.0.is_empty(), "an error without a fault");
            for fault in &faults.0 {
                assert!(!fault.file.is_empty(), "{fault:?} names no file");
                assert!(!fault.problem.trim().is_empty() && !fault.remedy.trim().is_empty(), "{fault:?} says nothing");
            }
            false
        }
        Ok(packs) => {
            people.iter().for_each(|dossier| decided(dossier, &packs));
            true
        }
    }
}
