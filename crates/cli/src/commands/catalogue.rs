//! `guantong catalogue`: from an occupation to the specialties that list it, and from a specialty to its occupations.

use comfy_table::Table;
use model::Direction;
use service::lookup::{MajorHit, OccupationHit, SpecialtyHit};
use wording::Phrasebook;

use crate::args::{Catalogue, Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// What was found in both directions.
#[derive(serde::Serialize)]
struct Found {
    occupations: Vec<OccupationHit>,
    specialties: Vec<SpecialtyHit>,
}

/// Searches and prints.
pub(crate) fn run(cli: &Cli, catalogue: &Catalogue) -> Result<(), Failure> {
    let guantong = input::guantong(cli, model::Standards::default())?;
    let place = match &catalogue.jurisdiction {
        Some(word) => Some(guantong.policy(word).map_err(|refusal| Failure::BadInput(refusal.to_string()))?),
        None => None,
    };
    let reads = |direction: Direction| catalogue.direction.is_none_or(|asked| asked == direction);
    let mut found = Found { occupations: Vec::new(), specialties: Vec::new() };
    if reads(Direction::SkillToTitle) {
        found.occupations = guantong.occupations(&catalogue.word, place);
    }
    if reads(Direction::TitleToSkill) {
        found.specialties = guantong.specialties(&catalogue.word, place);
    }
    if catalogue.format == Format::Json {
        return output::print_json(&found);
    }
    let phrases = Phrasebook::of(cli.lang);
    if found.occupations.is_empty() && found.specialties.is_empty() {
        return output::print(&phrases.format("cli-catalogue-none", &[("word", &catalogue.word)]));
    }
    let mut parts = Vec::new();
    if !found.occupations.is_empty() {
        parts.push(occupations(&found.occupations, phrases).to_string());
        parts.extend(notes(&found.occupations, phrases));
    }
    if !found.specialties.is_empty() {
        parts.push(specialties(&found.specialties, phrases).to_string());
    }
    output::print(&parts.join("\n"))
}

fn occupations(hits: &[OccupationHit], phrases: &Phrasebook) -> Table {
    let columns = ["cli-column-occupation", "cli-column-code", "cli-column-place", "cli-column-specialty"];
    let mut table = output::table(&columns.map(|id| phrases.text(id)));
    for hit in hits {
        let code = hit.code.clone().or_else(|| hit.group.clone()).unwrap_or_default();
        for place in &hit.places {
            let standing = phrases.text(&format!("standing-{}", place.standing)).to_owned();
            let majors: Vec<String> = place
                .majors
                .iter()
                .map(|major| format!("{} {} ← {}", major.clause, major.specialty, printed(major)))
                .collect();
            let majors = if majors.is_empty() { standing } else { majors.join("\n") };
            table.add_row([hit.name.clone(), code.clone(), place.name.clone(), majors]);
        }
    }
    table
}

fn specialties(hits: &[SpecialtyHit], phrases: &Phrasebook) -> Table {
    let columns = ["cli-column-place", "cli-column-specialty", "cli-column-clause", "cli-column-occupation"];
    let mut table = output::table(&columns.map(|id| phrases.text(id)));
    for hit in hits {
        let listed: Vec<String> = hit.occupations.iter().map(printed).collect();
        table.add_row([hit.name.clone(), hit.specialty.clone(), hit.clause.clone(), listed.join("\n")]);
    }
    table
}

/// What has to be said about names that are not sure.
fn notes(hits: &[OccupationHit], phrases: &Phrasebook) -> Vec<String> {
    let unsure = |hit: &&OccupationHit| !hit.note.is_empty() || matches!(hit.confidence.as_str(), "medium" | "low");
    let note = |hit: &OccupationHit| {
        let confidence = phrases.text(&format!("confidence-{}", hit.confidence)).to_owned();
        let args = [("name", hit.name.as_str()), ("confidence", confidence.as_str()), ("note", hit.note.as_str())];
        phrases.format("cli-catalogue-note", &args)
    };
    hits.iter().filter(unsure).map(note).collect()
}

/// A printed row with what is odd about it.
fn printed(major: &MajorHit) -> String {
    let errata = if major.errata.is_empty() { String::new() } else { format!(" [{}]", major.errata) };
    format!("{} {}{errata}", major.code, major.occupation)
}
