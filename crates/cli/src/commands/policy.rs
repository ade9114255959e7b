//! `guantong policy`: the packs, their rules and clauses, and checks of them.

mod coverage;
mod diff;
mod show;

use policy::format::Road;
use service::comparison::compare_policies;
use service::guide;
use service::lint::lint;
use service::schemas::{SchemaOf, schema};
use wording::Phrasebook;

use crate::args::{Cli, Format, Policy, Schema};
use crate::failure::Failure;
use crate::{input, output};

/// Runs one of the policy commands.
pub(crate) fn run(cli: &Cli, command: &Policy) -> Result<(), Failure> {
    let phrases = Phrasebook::of(cli.lang);
    let load = || input::guantong(cli, model::Standards::default());
    match command {
        Policy::Schema { of } => output::print_json(&schema(match of {
            Schema::Pack => SchemaOf::Pack,
            Schema::Dossier => SchemaOf::Dossier,
            Schema::Decision => SchemaOf::Decision,
            Schema::Decisions => SchemaOf::Decisions,
            Schema::Plan => SchemaOf::Plan,
            Schema::Plans => SchemaOf::Plans,
            Schema::Question => SchemaOf::Question,
            Schema::Cases => SchemaOf::Cases,
            Schema::Catalogue => SchemaOf::Catalogue,
            Schema::Coverage => SchemaOf::Coverage,
        })),
        Policy::List { format } => {
            let guantong = load()?;
            if *format == Format::Json {
                return output::print_json(&guantong.overview());
            }
            let columns = ["cli-column-place", "cli-column-document", "cli-column-in-force", "cli-column-digest"];
            let mut table = output::table(&columns.map(|id| phrases.text(id)));
            for entry in guantong.overview() {
                let until = entry.expires.map_or_else(|| phrases.text("cli-no-end").to_owned(), |day| day.to_string());
                let digest: String = entry.digest.chars().take(19).collect();
                let road = match entry.road {
                    Road::Bridge => String::new(),
                    Road::Ordinary => format!("\n{}", phrases.text("cli-road-ordinary")),
                };
                table.add_row([
                    format!("{} {}\n{}{road}", entry.name, entry.key, entry.code),
                    entry.document,
                    format!("{} – {until}", entry.effective),
                    digest,
                ]);
            }
            output::print(&table.to_string())
        }
        Policy::Show { place, clause } => {
            let guantong = load()?;
            let policy = guantong.policy(place).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
            output::print(&show::text(&guantong, policy, clause.as_deref(), cli.lang)?)
        }
        Policy::Diff { a, b, all, format } => {
            let guantong = load()?;
            let (a, b) = (diff::policy(&guantong, a)?, diff::policy(&guantong, b)?);
            let comparison = compare_policies(&a, &b, cli.lang);
            match format {
                Format::Json => output::print_json(&comparison),
                Format::Text => output::print(&diff::text(&comparison, *all, cli.lang)),
            }
        }
        Policy::Lint { folder } => {
            let report = lint(input::pack_files(folder.as_deref().or(cli.policies.as_deref()))?);
            for note in &report.notes {
                output::print(&phrases.format("cli-lint-note", &[("note", &note.to_string())]))?;
            }
            for (i, fault) in report.faults.iter().enumerate() {
                output::print(&fault.to_string())?;
                if let Some(witness) = report.witness(i) {
                    output::print(&witness.yaml())?;
                }
            }
            for proved in &report.proved {
                let numbers = [proved.ways, proved.persons, proved.decisions].map(|number| number.to_string());
                let [ways, persons, decisions] = &numbers;
                let place = proved.place.as_str();
                let line = match &proved.same_as {
                    Some(other) => phrases.format("cli-lint-same", &[("place", place), ("other", other)]),
                    None => phrases.format(
                        "cli-lint-proved",
                        &[("place", place), ("ways", ways), ("persons", persons), ("decisions", decisions)],
                    ),
                };
                output::print(&line)?;
            }
            let figures = [
                ("policies", report.policies.to_string()),
                ("routes", report.routes.to_string()),
                ("cases", report.cases.to_string()),
                ("faults", report.faults.len().to_string()),
            ];
            let figures: Vec<(&str, &str)> = figures.iter().map(|(key, value)| (*key, value.as_str())).collect();
            output::print(&phrases.format("cli-lint-summary", &figures))?;
            if report.faults.is_empty() { Ok(()) } else { Err(Failure::CheckFailed) }
        }
        Policy::Guide { place } => {
            let guantong = load()?;
            let Some(word) = place else { return output::print(&guide::index(&guantong, cli.lang)) };
            let policy = guantong.policy(word).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
            output::print(&guide::page(&guantong, policy, cli.lang))
        }
        Policy::Coverage { place, format } => {
            let guantong = load()?;
            let place = place.as_deref().map(|word| guantong.policy(word)).transpose();
            let place = place.map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
            coverage::run(cli, &guantong, place, *format)
        }
    }
}
