//! `guantong demo`: a data folder to look around in.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use demo::{DemoError, Made, Wanted};
use office::system_time;
use serde_json::{Value, json};
use uuid::Uuid;
use wording::Phrasebook;

use super::{demo_text, opened};
use crate::args::{Cli, Demo, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Makes the folder, and prints who can log in.
pub(crate) fn run(cli: &Cli, demo: &Demo) -> Result<(), Failure> {
    let book = Phrasebook::of(cli.lang);
    let guantong = Arc::new(input::guantong(cli, input::standards(demo.standards.as_deref())?)?);
    // Opened before anything is made, so that nobody waits for nothing.
    let file = demo.password_file.as_deref().map(|file| new_file(file, book)).transpose()?;
    let wanted = Wanted { folder: demo.data.clone(), places: demo.jurisdiction.clone(), now: system_time()() };
    let made = opened::run(async {
        let made = demo::make(&wanted, Arc::clone(&guantong), Arc::new(Uuid::new_v4)).await;
        made.map_err(|error| Failure::BadInput(said(&error, book)))
    })?;
    let accounts = match demo.format {
        Format::Json => written(&json!(made.accounts))?,
        Format::Text => demo_text::accounts(&made, &guantong, book),
    };
    match (file, &demo.password_file) {
        (Some(mut file), Some(path)) => {
            file.write_all(accounts.as_bytes())
                .and_then(|()| file.sync_all())
                .map_err(|error| no_file(path, &error, book))?;
            print(demo, &made, &demo_text::in_file(path, book), Some(path), book)
        }
        _ => print(demo, &made, &accounts, None, book),
    }
}

fn print(demo: &Demo, made: &Made, access: &str, file: Option<&Path>, book: &Phrasebook) -> Result<(), Failure> {
    if demo.format == Format::Text {
        return output::print(&demo_text::summary(&demo.data, made, access, book));
    }
    let mut told = json!(made);
    if let (Some(file), Some(fields)) = (file, told.as_object_mut()) {
        fields.remove("accounts");
        fields.insert("password_file".to_owned(), file.display().to_string().into());
    }
    output::print_json(&told)
}

fn written(value: &Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map_err(|error| Failure::BadInput(format!("the accounts cannot be written as JSON: {error}")))
}

/// A new file that only its owner can read.
fn new_file(file: &Path, book: &Phrasebook) -> Result<File, Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map_err(|error| no_file(file, &error, book))
}

fn no_file(file: &Path, error: &std::io::Error, book: &Phrasebook) -> Failure {
    let (file, problem) = (file.display().to_string(), error.to_string());
    Failure::BadInput(book.format("demo-file", &[("file", &file), ("problem", &problem)]))
}

/// Why there is no demo, in words.
fn said(error: &DemoError, book: &Phrasebook) -> String {
    match error {
        DemoError::NotEmpty(folder) => book.format("demo-not-empty", &[("folder", &folder.display().to_string())]),
        DemoError::Folder { folder, error } => {
            let (folder, problem) = (folder.display().to_string(), error.to_string());
            book.format("demo-folder", &[("folder", &folder), ("problem", &problem)])
        }
        DemoError::NoSuchPlace { asked, known } => book.format("demo-no-place", &[("asked", asked), ("known", known)]),
        DemoError::NoDays => book.text("demo-no-days").to_owned(),
        DemoError::Data(faults) => faults.to_string(),
        DemoError::Office { what, error } => {
            book.format("demo-broke-off", &[("what", what), ("problem", &error.to_string())])
        }
    }
}
