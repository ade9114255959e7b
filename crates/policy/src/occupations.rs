//! Places occupations in the national classification: by code as written, or by a name of the national table.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::clause::CONFIDENCES;
use crate::fault::Gather;
use crate::table;

/// One row of the national table of occupations.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccupationRow {
    /// The name.
    pub name: String,
    /// The four-part code, or empty.
    pub code: String,
    /// The three-part code of the 小类, or empty.
    pub group: String,
    /// The name of the 小类, or empty.
    pub group_name: String,
    /// 职业, 工种, or `former name`.
    pub kind: String,
    /// The present name, for former names.
    pub current_name: String,
    /// What is to be said about synonyms.
    pub synonyms_note: String,
    /// `high`, `medium` or `low`: how sure the row is.
    pub confidence: String,
    /// Where the row comes from.
    pub basis: String,
}

/// The national table of occupations.
#[derive(Clone, Debug, Default)]
pub struct Occupations {
    /// All rows, in the order of the file.
    pub rows: Vec<OccupationRow>,
    by_name: FxHashMap<String, (Option<String>, Option<String>)>,
    by_code: FxHashMap<u32, Vec<String>>,
}

/// What a row of the national table may be.
const KINDS: [&str; 3] = ["职业", "工种", "former name"];

/// A name without blanks and with unified brackets, as names are compared.
#[must_use]
pub fn plain_name(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

/// Whether `text` is a classification code of `parts` parts, such as `6-18-02-04` with four.
#[must_use]
pub fn is_code(text: &str, parts: usize) -> bool {
    let mut count = 0;
    for (i, part) in text.split('-').enumerate() {
        count += 1;
        let digits = if i == 0 { 1 } else { 2 };
        if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
    }
    count == parts
}

/// The digits of a classification code as a number, for comparing; 0 where there are none.
#[must_use]
pub fn code_digits(code: &str) -> u32 {
    code.bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |number, digit| u32::wrapping_add(u32::wrapping_mul(number, 10), u32::from(digit - b'0')))
}

impl Occupations {
    pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Self {
        let mut table = Self::default();
        for (line, row) in table::rows::<OccupationRow>(gather, text) {
            for (key, value, parts) in [("code", &row.code, 4), ("group", &row.group, 3)] {
                if !value.is_empty() && !is_code(value, parts) {
                    gather.add(Some(line), key, format!("{value:?} is not a code of {parts} parts"), "correct it");
                }
            }
            if !CONFIDENCES.contains(&row.confidence.as_str()) {
                let problem = format!("{:?} is no confidence", row.confidence);
                gather.add(Some(line), "confidence", problem, "write high, medium or low");
            }
            if !KINDS.contains(&row.kind.as_str()) {
                let remedy = format!("write one of {}", KINDS.join(", "));
                gather.add(Some(line), "kind", format!("{:?} is no kind", row.kind), remedy);
            }
            if plain_name(&row.name).is_empty() {
                gather.add(Some(line), "name", "the name is blank", "write the name of the occupation");
            }
            let in_group = row.code.is_empty() || row.group.is_empty() || row.code.starts_with(&row.group);
            if !in_group {
                let problem = format!("{} does not lie in the group {}", row.code, row.group);
                gather.add(Some(line), "group", problem, "correct one of them");
            }
            if row.confidence == "high" {
                let part = |value: &String| (!value.is_empty()).then(|| value.clone());
                let name = plain_name(&row.name);
                if is_code(&row.code, 4) {
                    table.by_code.entry(code_digits(&row.code)).or_default().push(name.clone());
                }
                table.by_name.insert(name, (part(&row.code), part(&row.group)));
            }
            table.rows.push(row);
        }
        table
    }

    /// The plain names that the table gives a code with high confidence; the code as [`code_digits`] has it.
    #[must_use]
    pub fn named_by_code(&self, code: u32) -> &[String] {
        self.by_code.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The code and the group of a name that the table places with high confidence.
    #[must_use]
    pub fn place(&self, plain: &str) -> Option<(Option<&str>, Option<&str>)> {
        self.by_name.get(plain).map(|(code, group)| (code.as_deref(), group.as_deref()))
    }
}
