//! `guantong store`: the log as such: verified, backed up, restored, moved.

use std::path::{Path, PathBuf};

use serde_json::json;
use store::evidence::{Copied, Evidence, EvidenceError};
use store::{Hash, Place, Root, Store as Log, StoreError};
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
            StoreCommand::Backup { file, without_evidence } => {
                let log = open(&command.at, &at).await?;
                let root = log.backup(file).await.map_err(|error| bad(&error))?;
                let (here, beside) = (opened::place(&command.at).evidence(), beside(file));
                let copied = if *without_evidence { None } else { Some(copied(&log, &here, &beside).await?) };
                say_both(cli, command, "store-backup", &file.display().to_string(), root, copied.as_ref())
            }
            StoreCommand::Restore { file, root, without_evidence } => {
                let log = Log::restore(&at, file, *root).await.map_err(|error| bad(&error))?;
                let root = log.root().await.map_err(|error| bad(&error))?;
                let (here, beside) = (opened::place(&command.at).evidence(), beside(file));
                let copied = if *without_evidence { None } else { Some(copied(&log, &beside, &here).await?) };
                say_both(cli, command, "store-restored", log.place(), root, copied.as_ref())
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

/// The folder of the evidence files beside a backup.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".evidence");
    PathBuf::from(name)
}

/// Copies the evidence files; those that cases need are looked for in both folders.
async fn copied(log: &Log, from: &Path, to: &Path) -> Result<Copied, Failure> {
    let fault = |error: EvidenceError| Failure::BadInput(error.to_string());
    let needed = log.values(office::EVIDENCE).await.map_err(|error| bad(&error))?;
    let needed = needed.iter().filter_map(|hash| hash.parse().ok()).collect();
    let target = Evidence::open(to).map_err(fault)?;
    let source = if from.is_dir() { Evidence::open(from).map_err(fault)? } else { target.clone() };
    source.copy_to(&target, needed).await.map_err(fault)
}

/// Says what became of the log and of the evidence files, and names those that are lacking or not what they were.
fn say_both(
    cli: &Cli,
    command: &Store,
    id: &str,
    place: &str,
    root: Root,
    copied: Option<&Copied>,
) -> Result<(), Failure> {
    let Some(copied) = copied else { return say(cli, command, id, place, root) };
    let names = |hashes: &[Hash]| hashes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (missing, altered) = (names(&copied.missing), names(&copied.altered));
    if command.format == Format::Json {
        let (files, bytes, hash) = (copied.files, copied.bytes, root.hash.to_string());
        let evidence = json!({ "files": files, "bytes": bytes, "missing": missing, "altered": altered });
        output::print_json(&json!({ "place": place, "seq": root.seq, "hash": hash, "evidence": evidence }))?;
    } else {
        say(cli, command, id, place, root)?;
        let book = Phrasebook::of(cli.lang);
        let (files, bytes) = (copied.files.to_string(), copied.bytes.to_string());
        output::print(&book.format("store-evidence", &[("files", &files), ("bytes", &bytes)]))?;
        for (id, hashes) in [("store-evidence-missing", missing), ("store-evidence-altered", altered)] {
            for hash in hashes {
                output::print(&book.format(id, &[("hash", &hash)]))?;
            }
        }
    }
    if copied.is_whole() { Ok(()) } else { Err(Failure::CheckFailed) }
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
