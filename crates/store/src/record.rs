//! Records of the chain, and the bytes that their hashes are taken over.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::hash::Hash;

/// Where the chain ends: the number of its last record and that record's hash. Whoever keeps a root can tell later whether anything
/// up to it has been changed, left out or moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// The last record's number; 0 when there is none.
    pub seq: u64,
    /// The last record's hash; [`Hash::NONE`] when there is none.
    pub hash: Hash,
}

impl Root {
    /// The root of an empty log.
    pub const EMPTY: Self = Self { seq: 0, hash: Hash::NONE };
}

/// A record to be appended. The store gives it its numbers and hashes.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRecord {
    /// What happened, in the caller's words.
    pub kind: String,
    /// Who did it, by an id: never a name, a telephone or an identity number.
    pub actor: String,
    /// When, as RFC 3339; the caller's clock, not the store's.
    pub at: String,
    /// The details. Integers are at most 2⁵³ − 1 either way, so that every reader of JSON reads them alike.
    pub body: Value,
}

/// A record of the log.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// Its number in the whole log: 1, 2, 3 … without a gap.
    pub seq: u64,
    /// The stream it belongs to.
    pub stream: String,
    /// Its number in its stream: 1, 2, 3 … without a gap.
    pub version: u64,
    /// What happened.
    pub kind: String,
    /// Who did it.
    pub actor: String,
    /// When, as RFC 3339.
    pub at: String,
    /// The details.
    pub body: Value,
    /// The hash of the record before; [`Hash::NONE`] for the first.
    pub previous: Hash,
    /// The hash of this one.
    pub hash: Hash,
}

/// A record as it stands in the database: the body as the canonical text that was hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub seq: u64,
    pub stream: String,
    pub version: u64,
    pub kind: String,
    pub actor: String,
    pub at: String,
    pub body: String,
    pub previous: Hash,
    pub hash: Hash,
}

impl Line {
    /// The hash that the record must have.
    ///
    /// It is SHA-256 over the canonical JSON (RFC 8785, UTF-8) of the object
    /// `{"actor", "at", "body", "kind", "previous", "seq", "stream", "version"}`: strings as they are, `previous` in hexadecimal, `seq` and
    /// `version` as numbers, and `body` as the JSON value. Any tool that knows RFC 8785 can compute it again. Since the keys are already
    /// in canonical order and `body` is kept in canonical form, the bytes are put together without parsing it.
    pub fn expected_hash(&self) -> Hash {
        let mut bytes = Vec::with_capacity(self.body.len() + 320);
        let text = |bytes: &mut Vec<u8>, key: &str, value: &str| {
            bytes.extend_from_slice(key.as_bytes());
            bytes.extend_from_slice(canonical_text(value).as_bytes());
        };
        text(&mut bytes, r#"{"actor":"#, &self.actor);
        text(&mut bytes, r#","at":"#, &self.at);
        bytes.extend_from_slice(br#","body":"#);
        bytes.extend_from_slice(self.body.as_bytes());
        text(&mut bytes, r#","kind":"#, &self.kind);
        text(&mut bytes, r#","previous":"#, &self.previous.to_string());
        bytes.extend_from_slice(format!(r#","seq":{}"#, self.seq).as_bytes());
        text(&mut bytes, r#","stream":"#, &self.stream);
        bytes.extend_from_slice(format!(r#","version":{}}}"#, self.version).as_bytes());
        Hash::of(&bytes)
    }
}

/// A string in canonical JSON: RFC 8785 escapes exactly what `serde_json` escapes, in the same way.
fn canonical_text(text: &str) -> String {
    Value::from(text).to_string()
}

/// The largest integer that every reader of JSON keeps exactly (RFC 8785, §3.2.2.3 and appendix D).
const MOST: u64 = (1 << 53) - 1;

/// The canonical text of a value, or the JSON pointer of a number that canonical JSON can't keep.
pub(crate) fn canonical(value: &Value) -> Result<String, String> {
    if let Some(path) = inexact(value) {
        return Err(path);
    }
    serde_json_canonicalizer::to_string(value).map_err(|_| String::new())
}

/// The JSON pointer of the first integer beyond 2⁵³ − 1.
fn inexact(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => {
            let size = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
            size.is_some_and(|size| size > MOST).then(String::new)
        }
        Value::Array(items) => {
            let mut found = items.iter().enumerate().filter_map(|(index, item)| Some((index, inexact(item)?)));
            found.next().map(|(index, rest)| format!("/{index}{rest}"))
        }
        Value::Object(fields) => {
            let mut found = fields.iter().filter_map(|(key, field)| Some((key, inexact(field)?)));
            found.next().map(|(key, rest)| format!("/{key}{rest}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn line() -> Line {
        Line {
            seq: 7,
            stream: "case/7".into(),
            version: 2,
            kind: "filed".into(),
            actor: "p\u{1}\"\\\u{7f}\u{2028}𠮷/".into(),
            at: "2026-11-27T09:00:00+08:00".into(),
            body: canonical(&json!({ "b": [1.0, 1e21, -0.0], "a": "\u{10}\u{8}é𠮷" })).unwrap(),
            previous: Hash::of(b"before"),
            hash: Hash::NONE,
        }
    }

    #[test]
    fn the_hash_is_that_of_the_canonical_object() {
        let line = line();
        let object = json!({
            "version": line.version, "stream": line.stream, "seq": line.seq, "previous": line.previous, "kind": line.kind,
            "body": serde_json::from_str::<Value>(&line.body).unwrap(), "at": line.at, "actor": line.actor,
        });
        let whole = serde_json_canonicalizer::to_string(&object).unwrap();
        assert_eq!(line.expected_hash(), Hash::of(whole.as_bytes()), "{whole}");
    }

    #[test]
    fn every_part_counts() {
        let first = line().expected_hash();
        let changes: [fn(&mut Line); 8] = [
            |line| line.seq += 1,
            |line| line.stream.push('x'),
            |line| line.version += 1,
            |line| line.kind.push('x'),
            |line| line.actor.push('x'),
            |line| line.at.push('x'),
            |line| line.body = "{}".into(),
            |line| line.previous = Hash::NONE,
        ];
        for change in changes {
            let mut line = line();
            change(&mut line);
            assert_ne!(line.expected_hash(), first);
        }
    }

    #[test]
    fn numbers_that_readers_would_round_are_named() {
        assert_eq!(canonical(&json!({ "a": [0, 9_007_199_254_740_993_i64] })), Err("/a/1".to_owned()));
        assert_eq!(canonical(&json!(-9_007_199_254_740_991_i64)).as_deref(), Ok("-9007199254740991"));
    }
}
