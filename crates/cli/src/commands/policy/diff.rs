//! `guantong policy diff`: two policies side by side, topic by topic.

use std::borrow::Cow;
use std::path::Path;

use comfy_table::{ColumnConstraint, Width};
use policy::Policy;
use service::Guantong;
use service::comparison::{PolicyComparison, Row, Said};
use wording::{Lang, Phrasebook};

use crate::failure::Failure;
use crate::{input, output};

/// How much of the width each column takes, in percent.
const COLUMNS: [u16; 3] = [22, 39, 39];

/// The policy that a word names: of a loaded pack or place, else of the pack in that folder.
pub(super) fn policy<'g>(guantong: &'g Guantong, word: &str) -> Result<Cow<'g, Policy>, Failure> {
    match guantong.pack(word) {
        Ok(policy) => Ok(Cow::Borrowed(policy)),
        Err(_) if Path::new(word).is_dir() => {
            let files = input::one_pack(Path::new(word))?;
            let loaded = guantong.pack_in_folder(word, &files);
            loaded.map(Cow::Owned).map_err(|faults| Failure::BadInput(faults.to_string()))
        }
        Err(refusal) => Err(Failure::BadInput(format!("{refusal}; nor is there a folder of that name"))),
    }
}

/// The comparison as a text.
pub(super) fn text(comparison: &PolicyComparison, all: bool, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let mut out = String::new();
    for (sign, side) in [('A', &comparison.a), ('B', &comparison.b)] {
        let until = side.expires.map_or_else(|| phrases.text("cli-no-end").to_owned(), |day| day.to_string());
        let line = format!("{sign}  {}  {}  {} – {until}  {}\n", side.place, side.document, side.effective, side.id);
        out.push_str(&line);
    }
    out.push_str(&comparison.summary(phrases));
    out.push('\n');
    let (a, b) = (format!("A {}", comparison.a.place), format!("B {}", comparison.b.place));
    for topic in &comparison.topics {
        let shown: Vec<&Row> = topic.rows.iter().filter(|row| all || row.standing != "same").collect();
        if shown.is_empty() {
            continue;
        }
        let mut table = output::table(&[phrases.text("compare-column-topic"), &a, &b]);
        table.set_constraints(COLUMNS.map(|part| ColumnConstraint::Absolute(Width::Percentage(part))));
        for row in shown {
            table.add_row([point(phrases, row), side(phrases, row, &row.a), side(phrases, row, &row.b)]);
        }
        out.push_str(&format!("\n■ {}\n{table}\n", topic.name));
    }
    out
}

/// What a row is about, with the sign of its standing.
fn point(phrases: &Phrasebook, row: &Row) -> String {
    let sign = match row.standing {
        "same" => "=",
        "only-a" => "A",
        "only-b" => "B",
        _ => "≠",
    };
    let mut text = format!("{sign} {}", row.name);
    if !row.applies_to.is_empty() {
        let list = row.applies_to.join(phrases.text("list-mark"));
        text.push('\n');
        text.push_str(&phrases.format("compare-applies-to", &[("list", &list)]));
    }
    text
}

fn side(phrases: &Phrasebook, row: &Row, said: &[Said]) -> String {
    if said.is_empty() && !matches!(row.about.as_str(), "honour" | "clause" | "route") {
        return phrases.text("compare-nothing").to_owned();
    }
    if said.is_empty() {
        return "—".to_owned();
    }
    let mut lines = Vec::new();
    said.iter().for_each(|one| write(one, 0, &mut lines));
    lines.join("\n")
}

fn write(said: &Said, depth: usize, lines: &mut Vec<String>) {
    let clauses = if said.clauses.is_empty() { String::new() } else { format!(" [{}]", said.clauses.join(" ")) };
    // The table takes away blanks at the beginning of a line.
    let mark = match depth {
        0 => "",
        1 => "· ",
        2 => "– ",
        _ => "▪ ",
    };
    lines.push(format!("{mark}{}{clauses}", said.says));
    said.parts.iter().for_each(|part| write(part, depth + 1, lines));
}
