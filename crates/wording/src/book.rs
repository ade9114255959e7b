//! The phrasebook of a language: its texts in the form in which sentences are made.

use std::collections::HashMap;
use std::sync::OnceLock;

use model::titles::title_name;
use model::words::Word;
use model::{Series, Target, TitleTier, Truth};

use crate::argument::{Argument, push_day, push_number, push_stated};
use crate::lang::Lang;
use crate::message::{Declared, Message, Verdict};
use crate::path::Labels;
use crate::pattern::{Part, Pattern, Piece};
use crate::plural::Plurals;
use crate::texts::{Text, Texts};
use crate::vocabulary::{List, Named, Names, TRUTHS, VOCABULARIES};

/// The most names that are listed in full.
const MOST_LISTED: usize = 6;
/// How many of a longer list are named.
const FIRST_LISTED: usize = 3;

/// The sentences, names and texts of one language.
#[derive(Debug)]
pub struct Phrasebook {
    lang: Lang,
    messages: Box<[Pattern]>,
    /// Four of each verdict, in the order of `TRUTHS`.
    verdicts: Box<[[Pattern; 4]]>,
    names: Box<[Names]>,
    pub(crate) labels: Labels,
    texts: HashMap<&'static str, Text>,
    plurals: Later,
}

/// What is built when it is first asked for.
#[derive(Default)]
struct Later(OnceLock<Plurals>);

impl std::fmt::Debug for Later {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Plurals")
    }
}

impl Phrasebook {
    /// The phrasebook of a language, read at the first call.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static ZH: OnceLock<Phrasebook> = OnceLock::new();
        static EN: OnceLock<Phrasebook> = OnceLock::new();
        let book = match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        };
        book.get_or_init(|| Self::read(lang))
    }

    fn read(lang: Lang) -> Self {
        let texts = Texts::read(lang);
        let verdict = |declared: &Declared| {
            TRUTHS.map(|truth| {
                let id = verdict_id(declared.id, truth);
                resolve(&texts, &id, declared)
            })
        };
        Self {
            lang,
            messages: Message::ALL.iter().map(|declared| resolve(&texts, declared.id, declared)).collect(),
            verdicts: Verdict::ALL.iter().map(verdict).collect(),
            names: VOCABULARIES.iter().map(|vocabulary| Names::of(vocabulary, &texts)).collect(),
            labels: Labels::of(|declared| resolve(&texts, declared.id, declared)),
            texts: texts.by_id,
            plurals: Later::default(),
        }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The ids of all texts, for tests that compare them with the ids in use.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().copied()
    }

    /// A text without variables; an unknown id, or that of a text with variables, returns the id itself.
    #[must_use]
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        match self.texts.get(id) {
            Some(Text::Plain(text)) => text,
            Some(Text::Parts(_) | Text::Selecting) | None => id,
        }
    }

    /// A text with its variables filled in; a variable without an argument stays as `{$name}`, an unknown id as it is.
    #[must_use]
    pub fn format(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        match self.texts.get(id) {
            Some(Text::Plain(text)) => text.clone().into_owned(),
            Some(Text::Parts(parts)) => filled(parts, arguments),
            Some(Text::Selecting) => {
                let plurals = self.plurals.0.get_or_init(|| Plurals::read(self.lang));
                plurals.format(id, arguments).unwrap_or_else(|| id.to_owned())
            }
            None => id.to_owned(),
        }
    }

    /// The display name of a vocabulary's word, for example of `outcome` and `eligible`; an unknown one stays as it is.
    #[must_use]
    pub fn word<'a>(&'a self, kind: &str, key: &'a str) -> &'a str {
        let number = VOCABULARIES.iter().position(|vocabulary| vocabulary.kind == kind);
        number.and_then(|number| self.names.get(number)?.named(key)).unwrap_or(key)
    }

    /// Says that a finding settled a condition.
    pub fn finding(&self, out: &mut String, holds: Truth) {
        self.verdict(out, Verdict::Finding, holds, &[]);
    }

    /// What a target is called.
    pub fn target(&self, out: &mut String, target: &Target) {
        self.write(out, Argument::Target(target));
    }

    /// The display name of a word.
    pub(crate) fn name<N: Named>(&self, word: N) -> Argument<'_> {
        Argument::Name(self.name_in(N::LIST, word.number()))
    }

    fn name_in(&self, kind: List, number: usize) -> &str {
        self.names.get(kind as usize).and_then(|names| names.name(number)).unwrap_or_default()
    }

    /// Says one of a verdict's four sentences.
    pub(crate) fn verdict(&self, out: &mut String, verdict: Verdict, holds: Truth, arguments: &[Argument<'_>]) {
        if let Some(pattern) = self.verdicts.get(verdict as usize).and_then(|four| four.get(holds.number())) {
            self.fill(out, pattern, arguments);
        }
    }

    /// Says a message.
    pub(crate) fn say(&self, out: &mut String, message: Message, arguments: &[Argument<'_>]) {
        if let Some(pattern) = self.messages.get(message as usize) {
            self.fill(out, pattern, arguments);
        }
    }

    /// Pushes the pieces of a pattern.
    pub(crate) fn fill(&self, out: &mut String, pattern: &Pattern, arguments: &[Argument<'_>]) {
        for piece in &pattern.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Argument(number) => {
                    if let Some(argument) = arguments.get(*number) {
                        self.write(out, *argument);
                    }
                }
            }
        }
    }

    pub(crate) fn write(&self, out: &mut String, argument: Argument<'_>) {
        match argument {
            Argument::Nothing => {}
            Argument::Name(name) => out.push_str(name),
            Argument::Stated(text) => push_stated(out, text),
            Argument::List(names) => self.write_list(out, names),
            Argument::Number(number) => push_number(out, number),
            Argument::Years(1) => self.say(out, Message::CountYearsOne, &[Argument::Number(1)]),
            Argument::Years(years) => self.say(out, Message::CountYears, &[Argument::Number(years.into())]),
            Argument::Day(day) => push_day(out, day),
            Argument::Part(message, arguments) => self.say(out, message, arguments),
            Argument::Title(series, tier) => self.write_title(out, series, tier),
            Argument::Target(Target::Title { tier, series }) => self.write_title(out, *series, *tier),
            Argument::Target(Target::Skill { level, occupation }) => match occupation {
                None => self.say(out, Message::TargetSkill, &[self.name(*level)]),
                Some(name) => self.say(out, Message::TargetSkillIn, &[self.name(*level), Argument::Stated(name)]),
            },
        }
    }

    fn write_list(&self, out: &mut String, names: &[String]) {
        let shown = if names.len() > MOST_LISTED { names.get(..FIRST_LISTED).unwrap_or(names) } else { names };
        for (place, name) in shown.iter().enumerate() {
            if place > 0 {
                self.say(out, Message::ListMark, &[]);
            }
            push_stated(out, name);
        }
        if shown.len() < names.len() {
            let count = |number: usize| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
            self.say(out, Message::ListMore, &[count(names.len()), count(names.len() - shown.len())]);
        }
    }

    fn write_title(&self, out: &mut String, series: Series, tier: TitleTier) {
        if series == Series::Engineering {
            return out.push_str(self.name_in(List::EngineeringTitle, tier.number()));
        }
        let name = title_name(series, tier);
        let message = if name == tier.zh() { Message::TargetTitleUnnamed } else { Message::TargetTitleNamed };
        let plain = Argument::Name(self.name_in(List::PlainTier, tier.number()));
        self.say(out, message, &[plain, self.name(series), Argument::Name(name)]);
    }
}

/// The id of one of a verdict's four messages.
pub(crate) fn verdict_id(id: &str, truth: Truth) -> String {
    format!("{id}-{}", truth.key())
}

/// A declared message out of the texts; its id stands for a missing text, which a test finds.
fn resolve(texts: &Texts, id: &str, declared: &Declared) -> Pattern {
    match texts.by_id.get(id) {
        Some(Text::Plain(text)) => Pattern::numbered(&[Part::Text(text.clone())], declared.variables),
        Some(Text::Parts(parts)) => Pattern::numbered(parts, declared.variables),
        Some(Text::Selecting) | None => Pattern::plain(declared.id),
    }
}

fn filled(parts: &[Part], arguments: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Variable(name) => match arguments.iter().find(|(known, _)| known == name) {
                Some((_, value)) => out.push_str(value),
                None => out.extend(["{$", name, "}"]),
            },
        }
    }
    out
}
