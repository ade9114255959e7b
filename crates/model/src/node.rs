//! A document as read from JSON or YAML: the same tree for both, with lines where the format tells them.

use std::borrow::Cow;

use crate::fault::Faults;

/// The most bytes of one document (10 MiB).
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The deepest nesting of lists and mappings.
pub const DEEPEST: usize = 64;

/// A value with the line it starts on (0: not told).
#[derive(Clone, PartialEq, Debug)]
pub struct Node<'a> {
    /// The line, counted from 1; 0 where the format does not tell it.
    pub line: u32,
    /// The value.
    pub value: Value<'a>,
}

/// What a document can hold.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping in the order of the document, without repeated keys.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// How a document is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2, core schema, without anchors, aliases and tags.
    Yaml,
}

impl<'a> Node<'a> {
    /// Reads a document; JSON where the first sign is `{` or `[` and it parses as such, otherwise YAML.
    ///
    /// # Errors
    /// Too long, malformed, repeated keys, nested too deeply: with the line.
    pub fn read(text: &'a str) -> Result<Self, Faults> {
        let json = matches!(text.trim_start().as_bytes().first(), Some(b'{' | b'['));
        Self::read_as(text, if json { Format::Json } else { Format::Yaml })
    }

    /// Reads a document of the given format.
    ///
    /// # Errors
    /// As [`Node::read`].
    pub fn read_as(text: &'a str, format: Format) -> Result<Self, Faults> {
        if text.len() > MOST_BYTES {
            return Err(Faults::one(
                "",
                format!("the document has {} bytes", text.len()),
                format!("at most {MOST_BYTES} bytes are read; split it"),
            ));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match format {
            Format::Json => crate::json::read(text),
            Format::Yaml => crate::yaml::read(text),
        }
    }

    /// The line, where it is told.
    #[must_use]
    pub fn line(&self) -> Option<u32> {
        (self.line > 0).then_some(self.line)
    }

    /// The value of `key` in a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// What the value is, for messages.
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Integer(value) => value.to_string(),
            Value::Number(value) => value.to_string(),
            Value::Text(text) => {
                let short: String = text.chars().take(40).collect();
                if short.len() < text.len() { format!("{short:?}…") } else { format!("{short:?}") }
            }
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a mapping".to_owned(),
        }
    }

    /// The same document as a JSON value; numbers that JSON cannot carry become null.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Integer(value) => (*value).into(),
            Value::Number(value) => (*value).into(),
            Value::Text(text) => text.as_ref().into(),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(entries) => {
                serde_json::Value::Object(entries.iter().map(|(k, v)| (k.to_string(), v.to_json())).collect())
            }
        }
    }
}

/// A key that stands twice in a mapping, if there is one.
pub(crate) fn repeated<'m>(entries: &'m [(Cow<'_, str>, Node<'_>)]) -> Option<&'m str> {
    if entries.len() <= 12 {
        return entries
            .iter()
            .enumerate()
            .find(|(i, (key, _))| entries.iter().take(*i).any(|(other, _)| other == key))
            .map(|(_, (key, _))| key.as_ref());
    }
    let mut seen = std::collections::HashSet::with_capacity(entries.len());
    entries.iter().map(|(key, _)| key.as_ref()).find(|key| !seen.insert(*key))
}
