//! Reads YAML (1.2, core schema) into a document with lines; anchors, aliases and tags are refused.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::fault::Faults;
use crate::node::{DEEPEST, Node, Value, repeated};

enum Open<'a> {
    List(u32, Vec<Node<'a>>),
    Map(u32, Vec<(Cow<'a, str>, Node<'a>)>, Option<Cow<'a, str>>),
}

fn fault(line: u32, problem: impl Into<String>, remedy: impl Into<String>) -> Faults {
    let mut faults = Faults::default();
    faults.add("", (line > 0).then_some(line), problem, remedy);
    faults
}

/// Reads one YAML document.
pub(crate) fn read(text: &str) -> Result<Node<'_>, Faults> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut root: Option<Node<'_>> = None;
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let line = u32::try_from(error.marker().line()).unwrap_or(0);
            fault(line, format!("not valid YAML: {}", error.info()), "correct the document")
        })?;
        let line = u32::try_from(span.start.line()).unwrap_or(0);
        let no_anchor = |anchor: usize, tagged: bool| {
            if anchor > 0 || tagged {
                Err(fault(line, "anchors and tags are not read", "write the value out where it is used"))
            } else {
                Ok(())
            }
        };
        let done = match event {
            Event::Alias(_) => return Err(fault(line, "aliases are not read", "write the value out where it is used")),
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return Err(fault(line, "a second document begins", "put one document into one file"));
                }
                None
            }
            Event::SequenceStart(anchor, tag) => {
                no_anchor(anchor, tag.is_some())?;
                open.push(Open::List(line, Vec::new()));
                None
            }
            Event::MappingStart(anchor, tag) => {
                no_anchor(anchor, tag.is_some())?;
                open.push(Open::Map(line, Vec::new(), None));
                None
            }
            Event::Scalar(value, style, anchor, tag) => {
                no_anchor(anchor, tag.is_some())?;
                if let Some(Open::Map(_, _, key @ None)) = open.last_mut() {
                    *key = Some(value);
                    None
                } else {
                    let value = if style == ScalarStyle::Plain { plain(value) } else { Value::Text(value) };
                    Some(Node { line, value })
                }
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(line, items)) => Some(Node { line, value: Value::List(items) }),
                Some(Open::Map(line, entries, _)) => {
                    if let Some(key) = repeated(&entries) {
                        return Err(fault(line, format!("the key {key:?} stands twice"), "keep one of them"));
                    }
                    Some(Node { line, value: Value::Map(entries) })
                }
                None => None,
            },
            _ => None,
        };
        if open.len() > DEEPEST {
            return Err(fault(line, "the document is nested too deeply", format!("at most {DEEPEST} levels are read")));
        }
        let Some(node) = done else { continue };
        match open.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => return Err(fault(line, "a list or mapping stands as a key", "use a text as the key")),
            },
            None => root = Some(node),
        }
    }
    root.ok_or_else(|| fault(0, "the document is empty", "write a mapping, for example `schema: guantong/dossier/1`"))
}

/// The core schema's reading of an unquoted scalar.
fn plain(text: Cow<'_, str>) -> Value<'_> {
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let numeric = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    if numeric && let Ok(number) = text.parse::<i64>() {
        return Value::Integer(number);
    }
    if numeric
        && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'.' | b'e' | b'E'))
        && let Ok(number) = text.parse::<f64>()
    {
        return Value::Number(number);
    }
    Value::Text(text)
}
