//! `gen`: the committed files that the product itself prints, written anew or compared.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::problem::Problem;
use crate::process;
use crate::workspace::Workspace;

mod pages;

/// A committed file and the product's arguments that print it.
pub struct Generated {
    path: String,
    arguments: Vec<String>,
}

const FILES: &[(&str, &[&str])] = &[
    ("docs/schemas/policy.schema.json", &["policy", "schema", "--of", "pack"]),
    ("docs/schemas/dossier.schema.json", &["policy", "schema", "--of", "dossier"]),
    ("docs/schemas/decision.schema.json", &["policy", "schema", "--of", "decision"]),
    ("docs/schemas/plan.schema.json", &["policy", "schema", "--of", "plan"]),
    ("docs/schemas/question.schema.json", &["policy", "schema", "--of", "question"]),
    ("docs/schemas/cases.schema.json", &["policy", "schema", "--of", "cases"]),
    ("docs/schemas/coverage.schema.json", &["policy", "schema", "--of", "coverage"]),
    ("docs/schemas/catalogue.schema.json", &["policy", "schema", "--of", "catalogue"]),
    ("docs/openapi.json", &["serve", "--openapi"]),
];

/// The list of pictures that the product draws: a line each, the file, a colon, and the product's arguments.
const PICTURES: &str = "docs/images/drawn.txt";

/// Builds the product, then writes or compares.
pub fn run_alone(workspace: &Workspace, check: bool) -> Result<bool> {
    if !process::run(&mut workspace.cargo(&["build", "--quiet", "--workspace", "--bins"]))? {
        return Ok(false);
    }
    run(workspace, check)
}

/// Writes all generated files, or, with `check`, prints where they differ; `false` when one differs or can't be made.
pub fn run(workspace: &Workspace, check: bool) -> Result<bool> {
    let mut files: Vec<Generated> = FILES.iter().map(|(path, arguments)| fixed(path, arguments)).collect();
    let pages = pages::pages(workspace)?;
    let stale = pages::stale(workspace, &pages);
    stale.iter().for_each(|problem| println!("{problem}"));
    files.extend(pages);
    files.extend(pictures(workspace)?);
    let mut sound = stale.is_empty();
    for file in &files {
        let arguments: Vec<&str> = file.arguments.iter().map(String::as_str).collect();
        let done = printed(workspace, &arguments).and_then(|fresh| {
            let place = workspace.root().join(&file.path);
            if check { Ok(compare(file, &place, &fresh)) } else { write(file, &place, &fresh).map(|()| None) }
        });
        match done {
            Ok(None) => {}
            Ok(Some(problem)) => {
                println!("{problem}");
                sound = false;
            }
            Err(error) => {
                println!("{}: {error:#}", file.path);
                sound = false;
            }
        }
    }
    Ok(sound)
}

fn pictures(workspace: &Workspace) -> Result<Vec<Generated>> {
    let list =
        fs::read_to_string(workspace.root().join(PICTURES)).with_context(|| format!("{PICTURES} is not there"))?;
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let picture = |line: &str| {
        let (path, arguments) = line.split_once(": ").with_context(|| format!("{PICTURES}: {line:?} has no colon"))?;
        Ok(fixed(path, &arguments.split(' ').collect::<Vec<_>>()))
    };
    lines.map(picture).collect()
}

fn fixed(path: &str, arguments: &[&str]) -> Generated {
    Generated { path: path.to_owned(), arguments: arguments.iter().map(|word| (*word).to_owned()).collect() }
}

/// What the product prints for these arguments.
fn printed(workspace: &Workspace, arguments: &[&str]) -> Result<Vec<u8>> {
    let words = arguments.join(" ");
    let output = std::process::Command::new(workspace.product())
        .args(arguments)
        .current_dir(workspace.root())
        .env_remove("GUANTONG_LANG")
        .env_remove("GUANTONG_SETTINGS")
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("`guantong {words}` could not be started"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`guantong {words}` failed ({}): {}", output.status, said.trim());
    }
    if output.stdout.is_empty() {
        bail!("`guantong {words}` printed nothing");
    }
    Ok(output.stdout)
}

fn write(file: &Generated, place: &Path, fresh: &[u8]) -> Result<()> {
    if fs::read(place).is_ok_and(|old| old == fresh) {
        return Ok(());
    }
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).with_context(|| format!("the folder of {} could not be made", file.path))?;
    }
    fs::write(place, fresh).context("it could not be written")?;
    println!("written: {}", file.path);
    Ok(())
}

fn compare(file: &Generated, place: &Path, fresh: &[u8]) -> Option<Problem> {
    let remedy = "run `cargo xtask gen` and commit what it writes";
    let Ok(old) = fs::read(place) else {
        return Some(Problem::in_file(&file.path, "this generated file is missing", remedy));
    };
    if old == fresh {
        return None;
    }
    let what = format!("differs from what `guantong {}` prints", file.arguments.join(" "));
    Some(Problem::on_line(&file.path, first_difference(&old, fresh), what, remedy))
}

/// The number of the first line that differs.
fn first_difference(old: &[u8], fresh: &[u8]) -> usize {
    let same = old.iter().zip(fresh).take_while(|(left, right)| left == right);
    same.filter(|(byte, _)| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_differing_line_is_named() {
        assert_eq!(first_difference(b"a\nb\nc\n", b"a\nx\nc\n"), 2);
        assert_eq!(first_difference(b"a\n", b"a\nb\n"), 2);
        assert_eq!(first_difference(b"", b"a\n"), 1);
    }
}
