//! Reads counted evidence: every key has to say something of its kind, and no record may stand twice.

use std::collections::BTreeMap;

use super::{records_of, text};
use crate::dossier::Evidence;
use crate::node::{Node, Value};
use crate::reader::{Place, Reader};
use crate::words::Word as _;
use crate::words::evidence::EvidenceKind;

/// The longest report or textbook, in characters.
const MOST_CHARACTERS: i64 = 100_000_000;

/// Every key of a record.
const KEYS: &[&str] = &[
    "kind", "name", "date", "level", "category", "role", "skill_level", "prize", "rank", "characters",
    "own_characters", "authorship", "outlet", "in_specialty", "accepted", "issued", "benefit_proven",
    "relation_proven", "national_quality", "commended_by", "problem_solved", "in_force", "until", "put_to_use",
    "revoked",
];

/// The records of the list.
pub(super) fn evidence(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Vec<Evidence>> {
    let before = r.faults.faults.len();
    let records = records_of(r, at, node, record)?;
    if let Value::List(items) = &node.value
        && r.faults.faults.len() == before
        && items.len() == records.len()
    {
        twice(r, at, items, &records);
    }
    Some(records)
}

/// Named records that state exactly the same: one achievement would count twice.
fn twice(r: &mut Reader, at: &Place<'_>, items: &[Node<'_>], records: &[Evidence]) {
    let mut seen: BTreeMap<&Evidence, usize> = BTreeMap::new();
    for (i, (record, item)) in records.iter().zip(items).enumerate() {
        let Some(name) = &record.name else { continue };
        match seen.get(record) {
            Some(first) => {
                let problem = format!("the evidence {name:?} stands twice: it is entry {} already", first + 1);
                r.fault(&Place::Item(at, i), item, problem, "take one out, or write what tells the two apart");
            }
            None => {
                seen.insert(record, i);
            }
        }
    }
}

fn record(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Evidence> {
    let entries = r.map(at, node, KEYS)?;
    let kind = match node.get("kind") {
        Some(kind) => r.word::<EvidenceKind>(&at.key("kind"), kind),
        None => {
            r.fault(
                at,
                node,
                "the kind of the evidence is missing",
                format!("write one of {}", EvidenceKind::choices()),
            );
            None
        }
    };
    let mut record = Evidence::of(kind.unwrap_or(EvidenceKind::Project));
    for (key, value) in entries {
        let at = at.key(key);
        if let Some(kind) = kind {
            foreign(r, &at, value, key, kind);
        }
        field(r, &at, value, key, &mut record);
    }
    if let (Some(date), Some(until)) = (record.date, record.until)
        && until < date
    {
        r.fault(at, node, format!("the evidence ends on {until}, before its date {date}"), "correct `date` or `until`");
    }
    kind.map(|_| record)
}

/// A known key that says nothing of the kind.
fn foreign(r: &mut Reader, at: &Place<'_>, node: &Node<'_>, key: &str, kind: EvidenceKind) {
    let own = Evidence::keys(kind);
    if !KEYS.contains(&key) || Evidence::SHARED_KEYS.contains(&key) || own.contains(&key) {
        return;
    }
    let known: Vec<&str> = Evidence::SHARED_KEYS.iter().chain(own).copied().collect();
    let problem = format!("the key `{key}` says nothing of {} {}", kind.key(), kind.zh());
    r.fault(at, node, problem, format!("take it out; known keys of this kind are {}", known.join(", ")));
}

fn field(r: &mut Reader, at: &Place<'_>, value: &Node<'_>, key: &str, record: &mut Evidence) {
    let number = |r: &mut Reader, least: i64, most: i64| {
        r.whole(at, value, least, most).and_then(|number| u32::try_from(number).ok())
    };
    match key {
        "name" => record.name = text(r, at, value),
        "date" => record.date = r.day(at, value),
        "level" => record.level = r.word(at, value),
        "category" => record.category = r.word(at, value),
        "role" => record.role = r.word(at, value),
        "skill_level" => record.skill_level = r.word(at, value),
        "prize" => record.prize = r.word(at, value),
        "rank" => record.rank = number(r, 1, 1_000_000),
        "characters" => record.characters = number(r, 0, MOST_CHARACTERS),
        "own_characters" => record.own_characters = number(r, 0, MOST_CHARACTERS),
        "authorship" => record.authorship = r.word(at, value),
        "outlet" => record.outlet = r.word(at, value),
        "in_specialty" => record.in_specialty = r.yes_or_no(at, value),
        "accepted" => record.accepted = r.yes_or_no(at, value),
        "issued" => record.issued = r.yes_or_no(at, value),
        "benefit_proven" => record.benefit_proven = r.yes_or_no(at, value),
        "relation_proven" => record.relation_proven = r.yes_or_no(at, value),
        "national_quality" => record.national_quality = r.yes_or_no(at, value),
        "commended_by" => record.commended_by = r.word(at, value),
        "problem_solved" => record.problem_solved = r.yes_or_no(at, value),
        "in_force" => record.in_force = r.yes_or_no(at, value),
        "until" if value.value == Value::Null => {}
        "until" => record.until = r.day(at, value),
        "put_to_use" => record.put_to_use = r.yes_or_no(at, value),
        "revoked" => record.revoked = r.yes_or_no(at, value).unwrap_or_default(),
        _ => {}
    }
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
