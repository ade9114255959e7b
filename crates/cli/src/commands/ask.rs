//! `guantong ask`: the next question for a dossier, or that nothing is left to ask.

use model::Dossier;
use service::{QuestionAsk, today};

use super::ask_text;
use crate::args::{Ask, Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Asks and prints.
pub(crate) fn run(cli: &Cli, ask: &Ask) -> Result<(), Failure> {
    let text = input::text(&ask.file)?;
    let dossier = Dossier::read(&text).map_err(|faults| Failure::in_file(&ask.file, &faults))?;
    let standards = input::standards(ask.standards.as_deref())?;
    let guantong = input::guantong(cli, standards)?;
    let asked = QuestionAsk {
        dossier: &dossier,
        jurisdiction: ask.jurisdiction.as_deref(),
        as_of: ask.as_of.unwrap_or_else(today),
        skip: &ask.skip.iter().copied().collect(),
        standards: None,
        lang: cli.lang,
    };
    let next = guantong.question(&asked).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
    match ask.format {
        Format::Json => output::print_json(&next),
        Format::Text => output::print(&ask_text::text(&next, cli.lang)),
    }
}
