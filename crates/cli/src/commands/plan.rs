//! `guantong plan`: the earliest day of every level for one dossier, and the way there.

use model::Dossier;
use service::{PlanAsk, today};

use super::plan_text;
use crate::args::{Cli, Plan, PlanFormat};
use crate::failure::Failure;
use crate::{input, output};

/// Plans and prints.
pub(crate) fn run(cli: &Cli, plan: &Plan) -> Result<(), Failure> {
    let text = input::text(&plan.file)?;
    let dossier = Dossier::read(&text).map_err(|faults| Failure::in_file(&plan.file, &faults))?;
    let standards = input::standards(plan.standards.as_deref())?;
    let guantong = input::guantong(cli, standards)?;
    let ask = PlanAsk {
        dossier: &dossier,
        jurisdiction: plan.jurisdiction.as_deref(),
        as_of: plan.as_of.unwrap_or_else(today),
        lag: plan.award_lag,
        standards: None,
        lang: cli.lang,
    };
    let answers = guantong.plan(&ask).map_err(|refusal| Failure::BadInput(refusal.to_string()))?;
    match plan.format {
        PlanFormat::Json => output::print_json(&answers),
        PlanFormat::Text => output::print(&plan_text::text(&answers, cli.lang)),
        PlanFormat::Svg => match answers.documents() {
            [one] => output::print(&map::svg(one, cli.lang)),
            _ => Err(Failure::BadInput("a map shows one place; name it with -j".to_owned())),
        },
    }
}
