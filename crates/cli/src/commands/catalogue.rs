//! `guantong catalogue`: from a word to occupations, and from each to specialties, bodies and service points; and back.

use service::lookup::Search;
use wording::Phrasebook;

use super::catalogue_text;
use crate::args::{Catalogue, Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Searches and prints.
pub(crate) fn run(cli: &Cli, catalogue: &Catalogue) -> Result<(), Failure> {
    let guantong = input::guantong(cli, model::Standards::default())?;
    let search = Search {
        word: &catalogue.word,
        jurisdiction: catalogue.jurisdiction.as_deref(),
        direction: catalogue.direction,
    };
    let found = guantong.search(&search).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
    match catalogue.format {
        Format::Json => output::print_json(&found),
        Format::Text => output::print(&catalogue_text::text(&found, Phrasebook::of(cli.lang))),
    }
}
