//! Reads what commands are given: files, standard input, folders of packs.

use std::fs;
use std::io::Read;
use std::path::Path;

use model::Standards;
use model::node::{MOST_BYTES, Node};
use policy::{Files, PackFaults};
use serde::de::DeserializeOwned;
use serde_json::Value;
use service::{Guantong, Settings, embedded_files};

use crate::args::Cli;
use crate::failure::Failure;

/// The text of a file, or of standard input for `-`; at most 10 MiB of UTF-8.
pub(crate) fn text(file: &Path) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::in_file(file, &format!("cannot be read: {error}"));
    let limit = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        fs::File::open(file).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() > MOST_BYTES {
        return Err(Failure::in_file(file, &format!("is larger than {MOST_BYTES} bytes; split it")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::in_file(file, &format!("is not UTF-8 text at byte {at}; save it as UTF-8"))
    })
}

/// A document of the given shape, written in JSON or YAML.
pub(crate) fn document<T: DeserializeOwned>(file: &Path) -> Result<T, Failure> {
    shaped(file, value(file)?)
}

/// A list of documents of the given shape, or a single one.
pub(crate) fn one_or_more<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, Failure> {
    match value(file)? {
        list @ Value::Array(_) => shaped(file, list),
        one => Ok(vec![shaped(file, one)?]),
    }
}

fn value(file: &Path) -> Result<Value, Failure> {
    let text = text(file)?;
    let node = Node::read(&text).map_err(|faults| Failure::in_file(file, &faults))?;
    Ok(node.to_json())
}

fn shaped<T: DeserializeOwned>(file: &Path, value: Value) -> Result<T, Failure> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let at = match error.path().to_string() {
            path if path == "." => String::new(),
            path => format!("{path}: "),
        };
        Failure::in_file(file, &format!("{at}{}", error.into_inner()))
    })
}

/// The bytes of a file, at most so many.
pub(crate) fn bytes(file: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::in_file(file, &format!("cannot be read: {error}"));
    let mut bytes = Vec::new();
    fs::File::open(file).map_err(failed)?.take(most as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// The operator's standards; none where no file is given.
pub(crate) fn standards(file: Option<&Path>) -> Result<Standards, Failure> {
    match file {
        Some(file) => Standards::read(&text(file)?).map_err(|faults| Failure::in_file(file, &faults)),
        None => Ok(Standards::default()),
    }
}

/// The packs of a folder, or the embedded ones.
pub(crate) fn pack_files(folder: Option<&Path>) -> Result<Files, Failure> {
    let Some(folder) = folder else { return Ok(embedded_files()) };
    let mut files = Files::default();
    add(folder, folder, &mut files)?;
    Ok(files)
}

/// The files of one pack: those directly in its folder, by name.
pub(crate) fn one_pack(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let failed = |error: std::io::Error| Failure::in_file(folder, &format!("cannot be read: {error}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_file() && is_of_a_pack(&path) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            files.push((name.unwrap_or_default(), text(&path)?));
        }
    }
    Ok(files)
}

/// Loads the product.
pub(crate) fn guantong(cli: &Cli, standards: Standards) -> Result<Guantong, Failure> {
    let bad = |faults: PackFaults| Failure::BadInput(faults.to_string());
    let settings = match &cli.settings {
        Some(file) => Settings::read(&file.display().to_string(), &text(file)?).map_err(bad)?,
        None => Settings::default(),
    };
    Guantong::load(pack_files(cli.policies.as_deref())?, standards, settings).map_err(bad)
}

fn add(root: &Path, folder: &Path, files: &mut Files) -> Result<(), Failure> {
    let failed = |path: &Path, error: &std::io::Error| Failure::in_file(path, &format!("cannot be read: {error}"));
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        if path.is_dir() {
            add(root, &path, files)?;
        } else if is_of_a_pack(&path) {
            let name = path.strip_prefix(root).unwrap_or(&path);
            let name = name.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.add(name, text(&path)?);
        }
    }
    Ok(())
}

fn is_of_a_pack(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "csv")
}
