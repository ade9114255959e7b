//! Writes answers to standard output: colours only on a terminal, a closed pipe is no error.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table, presets};
use model::Outcome;

use crate::failure::Failure;

/// Writes a text and a line end.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let written =
        out.write_all(text.trim_end().as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
    written.map_err(|_| Failure::OutputClosed)
}

/// Writes a value as JSON.
pub(crate) fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::BadInput(format!("the answer cannot be written as JSON: {error}")))?;
    print(&text)
}

/// An empty table of the product's look, with a header.
pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(100);
    }
    table.set_header(header.iter().copied());
    table
}

/// A word in the colour of an outcome.
pub(crate) fn coloured(outcome: Outcome, word: &str) -> String {
    let colour = match outcome {
        Outcome::Eligible | Outcome::Held => AnsiColor::Green,
        Outcome::Undetermined | Outcome::Referred => AnsiColor::Yellow,
        Outcome::NotYet => AnsiColor::Cyan,
        Outcome::NotEligible => AnsiColor::Red,
        Outcome::NotGoverned => return word.to_owned(),
    };
    let style = Style::new().bold().fg_color(Some(colour.into()));
    format!("{style}{word}{style:#}")
}
