//! Walks a document with its path, gathers every fault, and refuses keys that nobody knows.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::day::Day;
use crate::fault::Faults;
use crate::node::{Node, Value};
use crate::words::Word;

/// The longest text of one field, in characters.
pub const LONGEST_TEXT: usize = 500;

/// A place in a document, kept as a chain so that a path is only written out for a fault.
#[derive(Clone, Copy)]
pub enum Place<'p> {
    /// The whole document.
    Root,
    /// A key of a mapping.
    Key(&'p Place<'p>, &'p str),
    /// An item of a list, counted from 0.
    Item(&'p Place<'p>, usize),
}

impl<'p> Place<'p> {
    /// The place of `key` below this one.
    #[must_use]
    pub fn key(&'p self, key: &'p str) -> Place<'p> {
        Place::Key(self, key)
    }

    /// The path written out, for example `skills[0].date`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(parent, key) => {
                let mut path = parent.path();
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
                path
            }
            Self::Item(parent, index) => {
                let mut path = parent.path();
                let _ = write!(path, "[{index}]");
                path
            }
        }
    }
}

/// Reads values out of nodes and keeps what is wrong with them.
#[derive(Default)]
pub struct Reader {
    /// What was wrong so far.
    pub faults: Faults,
}

impl Reader {
    /// Notes a fault at a place.
    pub fn fault(&mut self, place: &Place<'_>, node: &Node<'_>, problem: impl Into<String>, remedy: impl Into<String>) {
        self.faults.add(place.path(), node.line(), problem, remedy);
    }

    fn wrong(&mut self, place: &Place<'_>, node: &Node<'_>, expected: &str) {
        let remedy = if node.value == Value::Null {
            format!("leave the key out where it is unknown; otherwise write {expected}")
        } else {
            format!("write {expected}")
        };
        self.fault(place, node, format!("{} is not {expected}", node.describe()), remedy);
    }

    /// The entries of a mapping whose keys are all in `known`; each other key is a fault with the nearest known key.
    pub fn map<'n, 'a>(
        &mut self,
        place: &Place<'_>,
        node: &'n Node<'a>,
        known: &[&str],
    ) -> Option<&'n [(Cow<'a, str>, Node<'a>)]> {
        let Value::Map(entries) = &node.value else {
            self.wrong(place, node, "a mapping");
            return None;
        };
        for (key, value) in entries {
            if !known.contains(&key.as_ref()) {
                let remedy = match nearest(key, known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("known keys are {}", known.join(", ")),
                };
                self.fault(&place.key(key), value, format!("the key `{key}` is not known"), remedy);
            }
        }
        Some(entries)
    }

    /// The entries of a mapping with free keys.
    pub fn free_map<'n, 'a>(&mut self, place: &Place<'_>, node: &'n Node<'a>) -> &'n [(Cow<'a, str>, Node<'a>)] {
        if let Value::Map(entries) = &node.value {
            return entries;
        }
        self.wrong(place, node, "a mapping");
        &[]
    }

    /// The items of a list.
    pub fn list<'n, 'a>(&mut self, place: &Place<'_>, node: &'n Node<'a>) -> Option<&'n [Node<'a>]> {
        if let Value::List(items) = &node.value {
            return Some(items);
        }
        self.wrong(place, node, "a list ([] where there is none)");
        None
    }

    /// A text of at most [`LONGEST_TEXT`] characters that is not blank.
    pub fn text<'n>(&mut self, place: &Place<'_>, node: &'n Node<'_>) -> Option<&'n str> {
        let Value::Text(text) = &node.value else {
            self.wrong(place, node, "a text");
            return None;
        };
        if text.trim().is_empty() {
            self.fault(place, node, "the text is blank", "leave the key out where it is unknown");
            return None;
        }
        if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
            self.fault(place, node, "the text is too long", format!("at most {LONGEST_TEXT} characters are read"));
            return None;
        }
        Some(text)
    }

    /// A text, or a whole number taken as one (identifiers are often written without quotation marks).
    pub fn identifier(&mut self, place: &Place<'_>, node: &Node<'_>) -> Option<String> {
        match &node.value {
            Value::Integer(number) => Some(number.to_string()),
            _ => self.text(place, node).map(str::to_owned),
        }
    }

    /// A member of a closed vocabulary.
    pub fn word<W: Word>(&mut self, place: &Place<'_>, node: &Node<'_>) -> Option<W> {
        let text = self.text(place, node)?;
        let word = W::parse(text);
        if word.is_none() {
            let names: Vec<&str> = W::ALL.iter().flat_map(|word| [word.key(), word.zh()]).collect();
            let hint = nearest(text, &names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
            let problem = format!("{} is no {}", node.describe(), W::WHAT);
            self.fault(place, node, problem, format!("{hint}write one of {}", W::choices()));
        }
        word
    }

    /// A day.
    pub fn day(&mut self, place: &Place<'_>, node: &Node<'_>) -> Option<Day> {
        let Value::Text(text) = &node.value else {
            self.wrong(place, node, "a date YYYY-MM-DD");
            return None;
        };
        match Day::parse(text) {
            Ok(day) => Some(day),
            Err(fault) => {
                let (problem, remedy) = fault.parts();
                self.fault(place, node, format!("{}: {problem}", node.describe()), remedy);
                None
            }
        }
    }

    /// `true` or `false`; `yes`, `no`, 是 and 否 are understood too.
    pub fn yes_or_no(&mut self, place: &Place<'_>, node: &Node<'_>) -> Option<bool> {
        match &node.value {
            Value::Bool(value) => Some(*value),
            Value::Text(text) if matches!(text.as_ref(), "yes" | "是") => Some(true),
            Value::Text(text) if matches!(text.as_ref(), "no" | "否") => Some(false),
            _ => {
                self.wrong(place, node, "true or false");
                None
            }
        }
    }

    /// A whole number within bounds.
    pub fn whole(&mut self, place: &Place<'_>, node: &Node<'_>, least: i64, most: i64) -> Option<i64> {
        match node.value {
            Value::Integer(number) if (least..=most).contains(&number) => Some(number),
            _ => {
                self.wrong(place, node, &format!("a whole number from {least} to {most}"));
                None
            }
        }
    }

    /// A calendar year that stands as a key.
    pub fn year(&mut self, place: &Place<'_>, key: &str, node: &Node<'_>) -> Option<i16> {
        let year = key.parse::<i16>().ok().filter(|year| key.len() == 4 && (1900..=2200).contains(year));
        if year.is_none() {
            self.fault(place, node, format!("`{key}` is not a year"), "write a year of four digits from 1900 to 2200");
        }
        year
    }
}

/// The known name nearest to a mistyped one, when it is near enough to be meant.
#[must_use]
pub fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(written, name), *name))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
