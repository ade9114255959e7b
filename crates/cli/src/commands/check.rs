//! `guantong check`: decisions for one dossier.

use model::Dossier;
use service::{Ask, today};

use super::check_text;
use crate::args::{Check, Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Decides and prints.
pub(crate) fn run(cli: &Cli, check: &Check) -> Result<(), Failure> {
    let text = input::text(&check.file)?;
    let dossier = Dossier::read(&text).map_err(|faults| Failure::in_file(&check.file, &faults))?;
    let standards = input::standards(check.standards.as_deref())?;
    let guantong = input::guantong(cli, standards)?;
    let ask = Ask {
        dossier: &dossier,
        jurisdiction: check.jurisdiction.as_deref(),
        as_of: check.as_of.unwrap_or_else(today),
        targets: &check.target,
        standards: None,
        lang: cli.lang,
        remedies: check.why_not,
    };
    let answers = guantong.check(&ask).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
    match check.format {
        Format::Json => output::print_json(&answers),
        Format::Text => {
            let place = |document: &model::decision::DecisionDocument| match guantong.pack(&document.policy.id) {
                Ok(policy) if cli.lang == wording::Lang::En => policy.jurisdiction.en.clone(),
                _ => document.jurisdiction.name.clone(),
            };
            let names: Vec<String> = answers.documents().iter().map(place).collect();
            output::print(&check_text::text(&answers, &names, cli.lang))
        }
    }
}
