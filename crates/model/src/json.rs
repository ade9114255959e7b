//! Reads JSON into a document, refusing repeated keys.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::fault::Faults;
use crate::node::{DEEPEST, Node, Value, repeated};

/// Reads one JSON document.
pub(crate) fn read(text: &str) -> Result<Node<'_>, Faults> {
    let node: Node<'_> = serde_json::from_str(text).map_err(|error| {
        let mut faults = Faults::default();
        let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
        faults.add("", line, format!("not valid JSON: {error}"), "correct the document");
        faults
    })?;
    if deeper_than(&node, DEEPEST) {
        return Err(Faults::one("", "the document is nested too deeply", format!("at most {DEEPEST} levels are read")));
    }
    Ok(node)
}

fn deeper_than(node: &Node<'_>, levels: usize) -> bool {
    match &node.value {
        Value::List(items) => levels == 0 || items.iter().any(|item| deeper_than(item, levels - 1)),
        Value::Map(entries) => levels == 0 || entries.iter().any(|(_, item)| deeper_than(item, levels - 1)),
        _ => false,
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Node<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode).map(|value| Self { line: 0, value })
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Value::Integer(value))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        #[expect(clippy::cast_precision_loss, reason = "a number this large is refused by every field anyway")]
        Ok(i64::try_from(value).map_or(Value::Number(value as f64), Value::Integer))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Value::Number(value))
    }
    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(value)))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(value.to_owned())))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Node<'de>>()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            map.push((key, entries.next_value::<Node<'de>>()?));
        }
        match repeated(&map) {
            Some(key) => Err(A::Error::custom(format!("the key {key:?} stands twice"))),
            None => Ok(Value::Map(map)),
        }
    }
}

/// Reads a key without copying it where the document has it unescaped.
struct Key;

impl<'de> serde::de::DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }
    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}
