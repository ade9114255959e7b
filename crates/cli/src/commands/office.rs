//! `guantong case` and `guantong office`: casework over a folder or a database. Orders and answers are JSON.

use std::path::Path;
use std::sync::Arc;

use model::node::Node;
use office::{Caller, Office, OfficeError, OfficePlace, system_time};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::args::Cli;
use crate::args_office::{At, Case, CaseCommand, Office as OfficeArgs, OfficeCommand};
use crate::failure::Failure;
use crate::{input, output};

/// Runs `case`.
pub(crate) fn run_case(cli: &Cli, case: &Case) -> Result<(), Failure> {
    let at = &case.at;
    let key = at.key.as_deref();
    let (answer, holds) = with_office(cli, at, async |office| {
        let by = caller(office, at).await?;
        let answer = match &case.command {
            CaseCommand::Open { file } => json!(office.open_case(&by, &read(file)?, key).await.map_err(told)?),
            CaseCommand::Order { id, file } => json!(office.order(&by, id, &read(file)?, key).await.map_err(told)?),
            CaseCommand::Show { id } => json!(office.case(&by, id).await.map_err(told)?),
            CaseCommand::List => json!(office.worklist(&by).await.map_err(told)?),
            CaseCommand::Replay { id } => {
                let replayed = office.replay(&by, id).await.map_err(told)?;
                return Ok((json!(replayed), replayed.holds));
            }
        };
        Ok((answer, true))
    })?;
    output::print_json(&answer)?;
    if holds { Ok(()) } else { Err(Failure::CheckFailed) }
}

/// Runs `office`.
pub(crate) fn run_office(cli: &Cli, args: &OfficeArgs) -> Result<(), Failure> {
    let at = &args.at;
    if let OfficeCommand::Restore { file } = &args.command {
        let place = OfficePlace { folder: at.data.clone(), database: at.database.clone() };
        let root = running(async { Office::restore(&place, file).await.map_err(told) })?;
        return output::print_json(&root);
    }
    let answer = with_office(cli, at, async |office| {
        let version = |version: u64| json!({ "version": version });
        Ok(match &args.command {
            OfficeCommand::Register { file } => {
                // Whoever can open the data may set up the first accounts.
                let by = if at.token.is_some() { caller(office, at).await? } else { Office::operator() };
                version(office.order_register(&by, &read(file)?).await.map_err(told)?)
            }
            OfficeCommand::Committee { id, file } => {
                let by = if at.token.is_some() { caller(office, at).await? } else { Office::operator() };
                version(office.order_committee(&by, id, &read(file)?).await.map_err(told)?)
            }
            OfficeCommand::Round { id, file } => {
                let by = caller(office, at).await?;
                version(office.order_round(&by, id, &read(file)?).await.map_err(told)?)
            }
            OfficeCommand::Session { id, file } => {
                let by = caller(office, at).await?;
                version(office.order_session(&by, id, &read(file)?).await.map_err(told)?)
            }
            OfficeCommand::Evidence { file } => {
                caller(office, at).await?;
                let bytes =
                    std::fs::read(file).map_err(|error| Failure::in_file(file, &format!("cannot be read: {error}")))?;
                let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let kept = office.evidence().put(&name, bytes).await.map_err(|error| Failure::in_file(file, &error))?;
                json!({ "file": kept.hash.to_string(), "media_type": kept.media_type.name(), "bytes": kept.bytes })
            }
            OfficeCommand::Clock => json!(office.tick().await.map_err(told)?),
            OfficeCommand::Verify => {
                let root = office.store().verify(None).await.map_err(|error| told(error.into()))?;
                json!(root)
            }
            OfficeCommand::Backup { file } => {
                json!(office.store().backup(file).await.map_err(|error| told(error.into()))?)
            }
            // Restored above, before anything is opened.
            OfficeCommand::Restore { .. } => json!(null),
        })
    })?;
    output::print_json(&answer)
}

/// Opens the office and does one thing with it.
fn with_office<T>(cli: &Cli, at: &At, work: impl AsyncFnOnce(&Office) -> Result<T, Failure>) -> Result<T, Failure> {
    let guantong = Arc::new(input::guantong(cli, input::standards(at.standards.as_deref())?)?);
    running(async {
        let place = OfficePlace { folder: at.data.clone(), database: at.database.clone() };
        let office = Office::open(&place, guantong, system_time()).await.map_err(told)?;
        let done = work(&office).await;
        office.store().close().await;
        done
    })
}

fn running<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::BadInput(format!("the command cannot start: {error}")))?;
    runtime.block_on(work)
}

async fn caller(office: &Office, at: &At) -> Result<Caller, Failure> {
    match &at.token {
        Some(token) => office.caller(token).await.map_err(told),
        None => Err(Failure::BadInput("no account is named; give --token or set GUANTONG_TOKEN".to_owned())),
    }
}

/// An order out of a file, JSON or YAML.
fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Failure> {
    let text = input::text(file)?;
    let node = Node::read(&text).map_err(|faults| Failure::in_file(file, &faults))?;
    serde_json::from_value(node.to_json()).map_err(|error| {
        Failure::in_file(file, &format!("{error}; `guantong case --help` and `guantong office --help` name the orders"))
    })
}

/// An error in words.
fn told(error: OfficeError) -> Failure {
    match error {
        OfficeError::Refused(refusal) => {
            let named: Vec<String> = refusal.arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            let clause = refusal.clause.map(|clause| format!(" ({clause})")).unwrap_or_default();
            let named = if named.is_empty() { String::new() } else { format!("; {}", named.join(", ")) };
            Failure::BadInput(format!("refused: {}{clause}{named}", refusal.code))
        }
        other => Failure::BadInput(other.to_string()),
    }
}
