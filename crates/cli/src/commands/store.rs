//! `guantong store`: the log as such: verified, backed up, restored, moved.

use serde_json::json;
use store::{Place, Root, Store as Log, StoreError};
use wording::Phrasebook;

use super::opened;
use crate::args::casework::At;
use crate::args::office::{Store, StoreCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::output;

/// Carries out one of the commands on the store.
pub(crate) fn run(cli: &Cli, command: &Store) -> Result<(), Failure> {
    opened::run(async {
        let at = opened::place(&command.at).store();
        match &command.command {
            StoreCommand::Verify { root } => {
                let log = open(&command.at, &at).await?;
                match log.verify(*root).await {
                    Ok(root) => say(cli, command, "store-verified", log.place(), root),
                    Err(StoreError::Broken { place, broken }) => {
                        let broken = broken.to_string();
                        match command.format {
                            Format::Json => output::print_json(&json!({ "place": place, "broken": broken }))?,
                            Format::Text => output::print(
                                &Phrasebook::of(cli.lang)
                                    .format("store-broken", &[("place", &place), ("broken", &broken)]),
                            )?,
                        }
                        Err(Failure::CheckFailed)
                    }
                    Err(error) => Err(bad(&error)),
                }
            }
            StoreCommand::Root => {
                let log = open(&command.at, &at).await?;
                let root = log.root().await.map_err(|error| bad(&error))?;
                say(cli, command, "store-root", log.place(), root)
            }
            StoreCommand::Backup { file } => {
                let log = open(&command.at, &at).await?;
                let root = log.backup(file).await.map_err(|error| bad(&error))?;
                say(cli, command, "store-backup", &file.display().to_string(), root)
            }
            StoreCommand::Restore { file, root } => {
                let log = Log::restore(&at, file, *root).await.map_err(|error| bad(&error))?;
                let root = log.root().await.map_err(|error| bad(&error))?;
                say(cli, command, "store-restored", log.place(), root)
            }
            StoreCommand::Move { to_database, to_data } => {
                let to = match (to_database, to_data) {
                    (Some(url), _) => Place::Postgres(url.clone()),
                    (None, folder) => Place::Folder(folder.clone().unwrap_or_default()),
                };
                let moved = moved(&open(&command.at, &at).await?, &to).await.map_err(|error| bad(&error))?;
                say(cli, command, "store-moved", &to.to_string(), moved)
            }
        }
    })
}

/// Opens what is there: a store is not made only to be looked at.
async fn open(at: &At, place: &Place) -> Result<Log, Failure> {
    if let Place::Folder(folder) = place
        && !folder.join(store::SQLITE_FILE).is_file()
    {
        let problem = "there is no log in this folder; name the folder with --data, or the database with --database";
        return Err(Failure::in_file(&at.data, &problem));
    }
    Log::open(place).await.map_err(|error| bad(&error))
}

/// Moves everything by way of a backup, and makes sure that the root is the same.
async fn moved(from: &Log, to: &Place) -> Result<Root, StoreError> {
    let fault = |error: std::io::Error| StoreError::Place {
        place: std::env::temp_dir().display().to_string(),
        what: error.to_string(),
        remedy: "name another folder for temporary files with TMPDIR".to_owned(),
    };
    let folder = tempfile::tempdir().map_err(fault)?;
    let file = folder.path().join("moved.backup");
    let root = from.backup(&file).await?;
    Log::restore(to, &file, Some(root)).await?.root().await
}

fn say(cli: &Cli, command: &Store, id: &str, place: &str, root: Root) -> Result<(), Failure> {
    let (seq, hash) = (root.seq.to_string(), root.hash.to_string());
    match command.format {
        Format::Json => output::print_json(&json!({ "place": place, "seq": root.seq, "hash": hash })),
        Format::Text => output::print(
            &Phrasebook::of(cli.lang).format(id, &[("place", place), ("file", place), ("seq", &seq), ("hash", &hash)]),
        ),
    }
}

fn bad(error: &StoreError) -> Failure {
    Failure::BadInput(error.to_string())
}
