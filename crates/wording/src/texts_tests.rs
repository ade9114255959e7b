//! Both languages have the same messages with the same variables, and the code and the texts know each other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement};
use model::titles::title_name;
use model::words::Word;
use model::{
    Appointment, CertificateKind, Direction, EducationLevel, Effect, EmployerKind, Grade, Outcome, PostClass,
    RetirementGroup, SanctionKind, SchoolClass, Series, Sex, SkillLevel, Stage, Status, TitleTier, Track,
};

use crate::book::verdict_id;
use crate::lang::Lang;
use crate::message::{Declared, Message, Verdict};
use crate::path;
use crate::texts::{Text, Texts, files};
use crate::vocabulary::{TRUTHS, VOCABULARIES, word_id};
use crate::{Phrasebook, pattern};

type Variables = BTreeSet<&'static str>;

/// The files whose messages the code of this crate uses, each of them and no others.
const OWN: &[&str] = &["condition", "holding", "summary", "path", "word"];

/// Every message of a language: id, file and variables.
fn messages(lang: Lang) -> BTreeMap<&'static str, (&'static str, Variables)> {
    let mut messages = BTreeMap::new();
    for (file, source) in files(lang) {
        for entry in fluent_syntax::parser::parse(*source).expect("a readable file").body {
            if let Entry::Message(message) = entry {
                let mut variables = Variables::new();
                gather(&message.value.expect("a message with a text"), &mut variables);
                messages.insert(message.id.name, (*file, variables));
            }
        }
    }
    messages
}

fn gather(pattern: &ast::Pattern<&'static str>, variables: &mut Variables) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| gather(&variant.value, variables));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name);
        }
    }
}

/// Every message that the code of this crate uses, with its declared variables.
fn used() -> Vec<(String, &'static [&'static str])> {
    let verdict = |declared: &Declared| TRUTHS.map(|truth| (verdict_id(declared.id, truth), declared.variables));
    let mut used: Vec<_> = Verdict::ALL.iter().flat_map(verdict).collect();
    used.extend(Message::ALL.iter().map(|declared| (declared.id.to_owned(), declared.variables)));
    used.extend(path::declared().map(|declared| (declared.id.to_owned(), declared.variables)));
    for vocabulary in VOCABULARIES {
        used.extend((vocabulary.keys)().iter().map(|key| (word_id(vocabulary.kind, key), &[] as &[&str])));
    }
    used
}

#[test]
fn the_files_are_sound() {
    for lang in Lang::ALL {
        assert_eq!(Texts::read(*lang).faults, [] as [String; 0], "{lang:?}");
    }
}

#[test]
fn both_languages_have_the_same_messages_in_the_same_files() {
    let (zh, en) = (messages(Lang::Zh), messages(Lang::En));
    let lacking = |of: &BTreeMap<_, _>, other: &BTreeMap<&'static str, _>| {
        other.keys().filter(|id| !of.contains_key(**id)).copied().collect::<Vec<_>>()
    };
    assert_eq!(lacking(&zh, &en), [] as [&str; 0], "missing in Chinese");
    assert_eq!(lacking(&en, &zh), [] as [&str; 0], "missing in English");
    for (id, (file, _)) in &zh {
        assert_eq!(*file, en[id].0, "{id} stands in another file");
    }
}

#[test]
fn texts_of_the_surfaces_have_the_same_variables_in_both_languages() {
    let (zh, en) = (messages(Lang::Zh), messages(Lang::En));
    for (id, (_, variables)) in zh.iter().filter(|(_, (file, _))| !OWN.contains(file)) {
        assert_eq!(*variables, en[id].1, "{id}");
    }
}

#[test]
fn every_message_in_use_is_there_and_every_message_there_is_in_use() {
    let used = used();
    let ids: BTreeSet<&str> = used.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids.len(), used.len(), "an id is declared twice");
    for lang in Lang::ALL {
        let there = messages(*lang);
        let own = there.iter().filter(|(_, (file, _))| OWN.contains(file)).map(|(id, _)| *id);
        let own: BTreeSet<&str> = own.collect();
        assert_eq!(ids.difference(&own).collect::<Vec<_>>(), [] as [&&str; 0], "{lang:?} lacks them");
        assert_eq!(own.difference(&ids).collect::<Vec<_>>(), [] as [&&str; 0], "nothing uses these of {lang:?}");
    }
}

#[test]
fn variables_are_declared_and_declared_variables_serve() {
    let used = used();
    let mut served: BTreeMap<&str, Variables> = BTreeMap::new();
    for lang in Lang::ALL {
        let there = messages(*lang);
        for (id, declared) in &used {
            for variable in &there[id.as_str()].1 {
                assert!(declared.contains(variable), "{lang:?} {id}: nobody fills ${variable}");
                served.entry(id.as_str()).or_default().insert(variable);
            }
        }
    }
    for declared in Verdict::ALL {
        let serving: Variables =
            TRUTHS.iter().flat_map(|t| served.get(&*verdict_id(declared.id, *t))).flatten().copied().collect();
        assert_eq!(serving, declared.variables.iter().copied().collect(), "{}", declared.id);
    }
    for declared in Message::ALL.iter().copied().chain(path::declared()) {
        let serving = served.get(declared.id).cloned().unwrap_or_default();
        assert_eq!(serving, declared.variables.iter().copied().collect(), "{}", declared.id);
    }
}

#[test]
fn no_sentence_needs_a_selector() {
    for lang in Lang::ALL {
        let texts = Texts::read(*lang);
        for (id, _) in used() {
            assert!(!matches!(texts.by_id[id.as_str()], Text::Selecting), "{lang:?} {id}");
        }
    }
}

#[test]
fn sentences_end_as_sentences_and_chinese_ones_have_chinese_marks() {
    let (zh, en) = (Texts::read(Lang::Zh), Texts::read(Lang::En));
    for declared in Verdict::ALL {
        for truth in TRUTHS {
            let id = verdict_id(declared.id, truth);
            let ends = |texts: &Texts, mark: char| {
                let last = match &texts.by_id[id.as_str()] {
                    Text::Plain(text) => text.clone(),
                    Text::Parts(parts) => match parts.last() {
                        Some(pattern::Part::Text(text)) => text.clone(),
                        _ => "".into(),
                    },
                    Text::Selecting => "".into(),
                };
                assert!(last.ends_with(mark), "{id} ends with {last:?}");
            };
            ends(&zh, '。');
            ends(&en, '.');
        }
    }
    for (name, source) in files(Lang::Zh).iter().filter(|(name, _)| ["condition", "holding", "summary"].contains(name))
    {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text);
            assert!(!text.contains([',', ';', ':', '?', '(', ')']), "{name}.ftl: half-width mark in {line}");
        }
    }
}

#[test]
fn chinese_names_are_those_of_the_contract() {
    fn same<W: Word>(kind: &str) {
        for word in W::ALL {
            assert_eq!(Phrasebook::of(Lang::Zh).word(kind, word.key()), word.zh());
        }
    }
    same::<Track>("track");
    same::<SkillLevel>("skill-level");
    same::<TitleTier>("title-tier");
    same::<TitleTier>("plain-tier");
    same::<Series>("series");
    same::<Grade>("grade");
    same::<EducationLevel>("education");
    same::<SchoolClass>("school-class");
    same::<Status>("status");
    same::<EmployerKind>("employer-kind");
    same::<CertificateKind>("certificate-kind");
    same::<Appointment>("appointment");
    same::<PostClass>("post-class");
    same::<Sex>("sex");
    same::<RetirementGroup>("retirement-group");
    same::<SanctionKind>("sanction-kind");
    same::<Outcome>("outcome");
    same::<Effect>("effect");
    same::<Stage>("stage");
    same::<Direction>("direction");
    for tier in TitleTier::ALL {
        let printed = title_name(Series::Engineering, *tier);
        assert_eq!(Phrasebook::of(Lang::Zh).word("engineering-title", tier.key()), printed);
        assert!(Phrasebook::of(Lang::En).word("engineering-title", tier.key()).contains(printed));
        assert!(Phrasebook::of(Lang::En).word("title-tier", tier.key()).contains(tier.zh()));
    }
    for level in SkillLevel::ALL {
        assert!(Phrasebook::of(Lang::En).word("skill-level", level.key()).contains(level.zh()));
    }
}
