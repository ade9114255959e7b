//! `guantong case`: orders in a case, and what there is to see of it.

use office::{OpenOrder, Wanted, outcome_name};
use serde_json::Value;
use wording::Phrasebook;

use super::opened::{self, Opened};
use super::{case_order, case_text};
use crate::args::casework::{Acting, Case, CaseCommand, List, Open};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Carries out one of the commands on cases.
pub(crate) fn run(cli: &Cli, case: &Case) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &case.acting.at).await?;
        let acting = &case.acting;
        match &case.command {
            CaseCommand::Open(open) => self::open(&opened, acting, open).await,
            CaseCommand::List(list) => self::list(&opened, acting, list).await,
            CaseCommand::Show { id } => show(&opened, acting, id).await,
            CaseCommand::History { id } => history(&opened, acting, id).await,
            CaseCommand::Replay { id } => replay(&opened, acting, id).await,
            CaseCommand::Document { id, document } => {
                let by = opened.caller(acting).await?;
                let content = opened.told(Some(id), opened.office.document_in(&by, id, document).await).await?;
                match content {
                    Value::String(text) if acting.format == Format::Text => output::print(&text),
                    content => output::print_json(&content),
                }
            }
            command => {
                let by = opened.caller(acting).await?;
                let (id, order) = case_order::read(&opened, command).await?;
                let done = opened.office.order_from_outside(&by, id, &order, acting.key.as_deref()).await;
                answered(&opened, acting, &opened.told(Some(id), done).await?).await
            }
        }
    })
}

async fn open(opened: &Opened, acting: &Acting, open: &Open) -> Result<(), Failure> {
    let by = opened.caller(acting).await?;
    let order = match (&open.jurisdiction, &open.target) {
        (Some(place), Some(target)) => OpenOrder {
            place: place.clone(),
            target: target.clone(),
            employer: open.employer.clone(),
            agency: open.agency.clone(),
            assessor: open.assessor.clone(),
            dossier: input::document(&open.file)?,
        },
        _ => input::document(&open.file)?,
    };
    let done = opened.office.open_case(&by, &order, acting.key.as_deref()).await;
    answered(opened, acting, &opened.told(None, done).await?).await
}

/// Says where an order has brought a case.
async fn answered(opened: &Opened, acting: &Acting, answer: &office::Answered) -> Result<(), Failure> {
    if acting.format == Format::Json {
        return output::print_json(answer);
    }
    let by = opened.caller(acting).await?;
    let status = match opened.office.case(&by, &answer.case).await {
        Ok(shown) => office::status_name(&shown.case, opened.lang),
        Err(_) => office::status_word(&answer.status, opened.lang),
    };
    let version = answer.version.to_string();
    let arguments = [("case", answer.case.as_str()), ("status", &status), ("version", &version)];
    output::print(&opened.book().format("case-done", &arguments))
}

async fn list(opened: &Opened, acting: &Acting, list: &List) -> Result<(), Failure> {
    let by = opened.caller(acting).await?;
    let wanted = Wanted {
        own: list.own,
        state: list.state.clone(),
        objections: list.objections,
        after: list.after.clone(),
        limit: list.limit,
    };
    let listed = opened.told(None, opened.office.list(&by, &wanted).await).await?;
    match acting.format {
        Format::Json => output::print_json(&listed),
        Format::Text => output::print(&case_text::list(&listed, opened.lang)),
    }
}

async fn show(opened: &Opened, acting: &Acting, id: &str) -> Result<(), Failure> {
    let by = opened.caller(acting).await?;
    let shown = opened.told(Some(id), opened.office.case(&by, id).await).await?;
    if acting.format == Format::Json {
        return output::print_json(&shown);
    }
    let mut faults = Vec::new();
    if let Some(returned) = shown.case.returns.last() {
        for fault in &returned.faults {
            let mut texts = Vec::new();
            for reference in [&fault.problem, &fault.cure] {
                match opened.office.document(reference).await {
                    Ok(Value::String(text)) => texts.push(text),
                    Ok(other) => texts.push(other.to_string()),
                    Err(error) => texts.push(opened.office.said(&error, None, opened.lang).await.sentence),
                }
            }
            faults.push((fault.at.clone(), texts.join(" → ")));
        }
    }
    output::print(&case_text::case(&shown, &faults, opened.lang))
}

async fn history(opened: &Opened, acting: &Acting, id: &str) -> Result<(), Failure> {
    let by = opened.caller(acting).await?;
    let history = opened.told(Some(id), opened.office.history(&by, id).await).await?;
    match acting.format {
        Format::Json => output::print_json(&history),
        Format::Text => output::print(&case_text::history(&history, opened.lang)),
    }
}

async fn replay(opened: &Opened, acting: &Acting, id: &str) -> Result<(), Failure> {
    let by = opened.caller(acting).await?;
    let replayed = opened.told(Some(id), opened.office.replay(&by, id).await).await?;
    match acting.format {
        Format::Json => output::print_json(&replayed)?,
        Format::Text => output::print(&replay_text(&replayed, opened.book(), opened.lang))?,
    }
    if replayed.holds { Ok(()) } else { Err(Failure::CheckFailed) }
}

fn replay_text(replayed: &office::Replayed, book: &Phrasebook, lang: wording::Lang) -> String {
    use model::Word as _;
    let mut lines = Vec::new();
    for decision in &replayed.decisions {
        let version = decision.version.to_string();
        let as_of = decision.as_of.to_string();
        let outcome = model::Outcome::parse(&decision.outcome).map(|one| outcome_name(one, lang));
        let outcome = outcome.unwrap_or_else(|| decision.outcome.clone());
        let problem = decision.problem.as_deref().unwrap_or_default();
        let arguments = [
            ("version", version.as_str()),
            ("policy", &decision.policy),
            ("as_of", &as_of),
            ("outcome", &outcome),
            ("problem", problem),
        ];
        lines.push(book.format(if decision.same { "case-replay-same" } else { "case-replay-different" }, &arguments));
    }
    let count = replayed.decisions.len().to_string();
    let id = if replayed.holds { "case-replay-holds" } else { "case-replay-fails" };
    lines.push(book.format(id, &[("case", &replayed.case), ("count", &count)]));
    lines.join("\n")
}
