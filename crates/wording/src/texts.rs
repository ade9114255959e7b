//! The embedded texts, read once for each language.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;

use crate::lang::Lang;
use crate::pattern::{Part, parts};

macro_rules! files {
    ($lang:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../texts/", $lang, "/", $name, ".ftl"))),)+]
    };
}

const ZH: &[(&str, &str)] = files!(
    "zh": "condition" "holding" "summary" "path" "word" "label" "decision" "rule" "coverage" "guide" "cli" "portal" "catalogue" "requirement" "comparison" "plan" "remedy" "question" "casework" "office" "account" "cases" "demo"
);
const EN: &[(&str, &str)] = files!(
    "en": "condition" "holding" "summary" "path" "word" "label" "decision" "rule" "coverage" "guide" "cli" "portal" "catalogue" "requirement" "comparison" "plan" "remedy" "question" "casework" "office" "account" "cases" "demo"
);

/// The files of a language with their names.
pub(crate) fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    }
}

/// A message as it is kept.
#[derive(Debug)]
pub(crate) enum Text {
    /// It is one text.
    Plain(Cow<'static, str>),
    /// It has variables.
    Parts(Box<[Part]>),
    /// It has selectors or references, so that `fluent-bundle` has to format it.
    Selecting,
}

/// The messages of a language by id, and what is wrong with its files (nothing, as a test sees to).
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// The messages by id.
    pub(crate) by_id: HashMap<&'static str, Text>,
    /// Unreadable entries, ids that stand twice, messages without a text of their own.
    pub(crate) faults: Vec<String>,
}

impl Texts {
    /// Reads the files of a language.
    pub(crate) fn read(lang: Lang) -> Self {
        let mut texts = Self::default();
        for (name, source) in files(lang) {
            texts.read_file(name, source);
        }
        texts
    }

    fn read_file(&mut self, name: &str, source: &'static str) {
        let resource = parser::parse_runtime(source).unwrap_or_else(|(resource, errors)| {
            self.faults.extend(errors.iter().map(|error| format!("{name}.ftl: {error}")));
            resource
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            if !message.attributes.is_empty() {
                self.faults.push(format!("{name}.ftl: {id} has attributes, which nothing reads"));
            }
            let Some(pattern) = message.value else {
                self.faults.push(format!("{name}.ftl: {id} has no text"));
                continue;
            };
            let text = match parts(&pattern) {
                None => Text::Selecting,
                Some(mut parts) => match parts.as_mut_slice() {
                    [Part::Text(text)] => Text::Plain(std::mem::take(text)),
                    _ => Text::Parts(parts.into()),
                },
            };
            if self.by_id.insert(id, text).is_some() {
                self.faults.push(format!("{name}.ftl: {id} stands twice"));
            }
        }
    }
}
