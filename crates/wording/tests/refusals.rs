//! Every refusal that casework knows has its sentence and its remedy in both languages, filled with what it carries.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

/// The parts of `crates/casework/src` whose refusals have their sentences in `casework.ftl`: files, or folders with them.
const PARTS: [&str; 3] = ["committee", "round", "session"];

type Names = BTreeSet<String>;

/// The codes in a source text, each with the arguments that it always carries.
fn codes(source: &str) -> Vec<(String, Names)> {
    let mut found = Vec::new();
    for start in ["Refusal::new(", "Refusal::by("] {
        for (at, _) in source.match_indices(start) {
            let (call, mut rest) = bracketed(&source[at + start.len()..]);
            let code = literals(call).pop().unwrap_or_else(|| panic!("write the code as a literal: {call}"));
            let mut names = Names::new();
            loop {
                rest = carried(rest, &mut names);
                // `let refusal = …;`, filled further where it is returned.
                let Some((between, after)) = rest.split_once("Err(refusal") else { break };
                if !rest.starts_with(';') || between.contains("Refusal::") || between.contains("fn ") {
                    break;
                }
                rest = after;
            }
            found.push((code, names));
        }
    }
    found
}

/// The arguments that follow in the same chain of calls, and what stands behind it.
fn carried<'s>(mut rest: &'s str, names: &mut Names) -> &'s str {
    while let Some(next) = [".with(", ".citing("].iter().find_map(|link| rest.trim_start().strip_prefix(link)) {
        let with = rest.trim_start().starts_with(".with(");
        let (arguments, after) = bracketed(next);
        names.extend(literals(arguments).first().filter(|_| with).cloned());
        rest = after;
    }
    rest
}

/// What stands up to the closing bracket, and what stands behind it.
fn bracketed(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return (&text[..at], &text[at + 1..]);
        }
    }
    (text, "")
}

fn literals(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("tests") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// All codes of the parts, each with the arguments that it carries wherever it stands.
fn all_codes() -> BTreeMap<String, Names> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../casework/src");
    let mut texts = Vec::new();
    for part in PARTS {
        texts.push(fs::read_to_string(root.join(format!("{part}.rs"))).unwrap());
        if root.join(part).is_dir() {
            sources(&root.join(part), &mut texts);
        }
    }
    let mut all: BTreeMap<String, Names> = BTreeMap::new();
    for (code, names) in texts.iter().flat_map(|text| codes(text)) {
        let common = all.get(&code).map(|before| before.intersection(&names).cloned().collect()).unwrap_or(names);
        all.insert(code, common);
    }
    all
}

/// The messages of a file with the variables that they ask for.
fn messages(lang: &str) -> BTreeMap<String, Names> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("texts/{lang}/casework.ftl"));
    let resource = fluent_syntax::parser::parse(fs::read_to_string(path).unwrap()).expect("a readable file");
    let message = |entry: &Entry<String>| {
        let Entry::Message(message) = entry else { return None };
        let variable = |element: &PatternElement<String>| match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(id.name.clone()),
            _ => None,
        };
        let pattern = message.value.as_ref().expect("a text");
        Some((message.id.name.clone(), pattern.elements.iter().filter_map(variable).collect()))
    };
    resource.body.iter().filter_map(message).collect()
}

#[test]
fn every_refusal_has_its_sentence_and_its_remedy() {
    let codes = all_codes();
    assert!(codes.len() > 90, "{} codes found", codes.len());
    for lang in ["zh", "en"] {
        let messages = messages(lang);
        for (code, carried) in &codes {
            for id in [format!("refusal-{code}"), format!("refusal-{code}-remedy")] {
                let asked = messages.get(&id).unwrap_or_else(|| panic!("{lang}: {id} is missing"));
                let lacking: Vec<_> = asked.difference(carried).collect();
                assert!(lacking.is_empty(), "{lang}: nobody fills {lacking:?} of {id}");
            }
        }
    }
}

#[test]
fn codes_and_what_they_carry_are_found() {
    let source = r#"Err(Refusal::new("a-b").citing(clause(x)).with("day", f(1)).with("n", 2));
        Refusal::by(rule("SD-1"), "c")
            .with("m", "k");
        let refusal = Refusal::new("d").citing(None);
        let least = 3;
        return Err(refusal.with("least", least));"#;
    let names = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Names>();
    let expected = [("a-b", names(&["day", "n"])), ("d", names(&["least"])), ("c", names(&["m"]))];
    assert_eq!(codes(source), expected.map(|(code, names)| (code.to_owned(), names)));
}
