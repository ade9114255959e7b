//! Reads one section of a YAML file into a typed value, with the line of what does not fit.

use model::node::{Node, Value};
use serde::de::DeserializeOwned;

use crate::fault::Gather;

/// Reads `node` as `T`; the fault names the innermost place that serde could tell, with its line.
pub(crate) fn read<T: DeserializeOwned>(gather: &mut Gather<'_>, path: &str, node: &Node<'_>) -> Option<T> {
    match serde_path_to_error::deserialize(node.to_json()) {
        Ok(value) => Some(value),
        Err(error) => {
            let inner = error.path().to_string();
            let inner = if inner == "." { String::new() } else { inner };
            let place = innermost(node, &inner);
            let path = match (path.is_empty(), inner.is_empty()) {
                (true, _) => inner,
                (false, true) => path.to_owned(),
                (false, false) => format!("{path}.{inner}"),
            };
            gather.add(
                place.line(),
                path,
                error.inner().to_string(),
                "correct it; the pack schema names what is known",
            );
            None
        }
    }
}

/// Reads the value of `key` in a mapping; a missing key is a fault.
pub(crate) fn required<T: DeserializeOwned>(
    gather: &mut Gather<'_>,
    path: &str,
    node: &Node<'_>,
    key: &str,
) -> Option<T> {
    let inner = join(path, key);
    match node.get(key) {
        Some(value) => read(gather, &inner, value),
        None => {
            gather.add(node.line(), inner, format!("the key `{key}` is missing"), "add it");
            None
        }
    }
}

/// Reads the value of `key` in a mapping, or the default where the key is absent.
pub(crate) fn optional<T: DeserializeOwned + Default>(
    gather: &mut Gather<'_>,
    path: &str,
    node: &Node<'_>,
    key: &str,
) -> T {
    node.get(key).and_then(|value| read(gather, &join(path, key), value)).unwrap_or_default()
}

/// Notes keys that are not known.
pub(crate) fn known(gather: &mut Gather<'_>, path: &str, node: &Node<'_>, keys: &[&str]) {
    let Value::Map(entries) = &node.value else {
        gather.add(node.line(), path, format!("{} is not a mapping", node.describe()), "write a mapping");
        return;
    };
    for (key, value) in entries {
        if !keys.contains(&key.as_ref()) {
            let remedy = match model::reader::nearest(key, keys) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known keys are {}", keys.join(", ")),
            };
            gather.add(value.line(), join(path, key), format!("the key `{key}` is not known"), remedy);
        }
    }
}

/// The items of a list below `key`; an absent key is an empty list.
pub(crate) fn items<'n, 'a>(gather: &mut Gather<'_>, path: &str, node: &'n Node<'a>, key: &str) -> &'n [Node<'a>] {
    match node.get(key) {
        None => &[],
        Some(Node { value: Value::List(items), .. }) => items,
        Some(other) => {
            gather.add(other.line(), join(path, key), format!("{} is not a list", other.describe()), "write a list");
            &[]
        }
    }
}

/// Whether a text is an identifier: small letters, digits and hyphens.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

pub(crate) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn innermost<'n, 'a>(node: &'n Node<'a>, path: &str) -> &'n Node<'a> {
    let mut place = node;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        let next = match (&place.value, step.strip_suffix(']')) {
            (Value::List(items), Some(index)) => index.parse::<usize>().ok().and_then(|i| items.get(i)),
            (Value::Map(_), None) => place.get(step),
            _ => None,
        };
        match next {
            Some(inner) => place = inner,
            None => break,
        }
    }
    place
}
