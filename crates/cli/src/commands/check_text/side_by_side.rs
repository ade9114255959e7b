//! All places side by side: for each target the answer, its date, and the clause that decides.

use model::decision::DecisionDocument;
use model::{Outcome, Word};
use service::{Cell, SideBySide};
use wording::Phrasebook;

use super::target_name;
use crate::output::table;

/// The table, with a line for each place's name, answer, date and clause.
pub(super) fn text(documents: &[DecisionDocument], names: &[String], phrases: &Phrasebook) -> String {
    let answers = SideBySide::of(documents);
    let day = documents.first().map(|document| document.as_of.to_string()).unwrap_or_default();
    let header: Vec<&str> =
        std::iter::once(phrases.text("cli-column-target")).chain(names.iter().map(String::as_str)).collect();
    let mut rows = table(&header);
    for row in &answers.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            Some(cell) => answer(cell, phrases),
            None => "—".to_owned(),
        });
        // In English the Chinese name behind the English one would make the narrow column long.
        let name = target_name(phrases, row.target);
        let name = name.split(" (").next().unwrap_or(&name).to_owned();
        rows.add_row(std::iter::once(name).chain(cells));
    }
    format!("{}  {day}\n{rows}\n", phrases.text("compare-person"))
}

fn answer(cell: &Cell<'_>, phrases: &Phrasebook) -> String {
    let decision = cell.decision;
    let mut lines = vec![phrases.word("outcome", decision.outcome.key()).to_owned()];
    lines.extend(decision.earliest.map(|day| day.to_string()));
    if decision.outcome != Outcome::Held {
        lines.extend(cell.deciding.first().map(|condition| condition.clause.clone()));
    }
    lines.join("\n")
}
