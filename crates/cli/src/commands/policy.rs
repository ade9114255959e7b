//! `guantong policy`: the packs, their rules and clauses, and checks of them.

mod show;

use policy::coverage;
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
            Schema::Cases => SchemaOf::Cases,
            Schema::Catalogue => SchemaOf::Catalogue,
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
                table.add_row([
                    format!("{} {}\n{}", entry.name, entry.key, entry.code),
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
            output::print(&show::text(policy, clause.as_deref(), cli.lang)?)
        }
        Policy::Lint { folder } => {
            let report = lint(input::pack_files(folder.as_deref().or(cli.policies.as_deref()))?);
            for fault in &report.faults {
                output::print(&fault.to_string())?;
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
        Policy::Coverage { place } => {
            let guantong = load()?;
            let policies = match place {
                Some(word) => {
                    vec![guantong.policy(word).map_err(|refusal| Failure::BadInput(refusal.to_string()))?]
                }
                None => guantong.packs().policies.iter().collect(),
            };
            let columns = [
                "cli-column-place",
                "cli-column-clauses",
                "cli-column-carried",
                "cli-column-elsewhere",
                "cli-column-uncarried",
            ];
            let mut table = output::table(&columns.map(|id| phrases.text(id)));
            let mut complete = true;
            for policy in policies {
                let coverage = coverage(policy);
                complete &= coverage.uncarried.is_empty();
                let elsewhere: Vec<String> = coverage
                    .elsewhere
                    .iter()
                    .map(|(part, count)| format!("{} {count}", phrases.text(&format!("part-{}", part.key()))))
                    .collect();
                table.add_row([
                    policy.jurisdiction.zh.clone(),
                    policy.own_clauses.to_string(),
                    coverage.carried.len().to_string(),
                    elsewhere.join("\n"),
                    if coverage.uncarried.is_empty() { "0".to_owned() } else { coverage.uncarried.join(" ") },
                ]);
            }
            output::print(&table.to_string())?;
            if complete { Ok(()) } else { Err(Failure::CheckFailed) }
        }
    }
}
