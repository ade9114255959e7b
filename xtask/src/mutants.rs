//! `mutants`: small faults are planted in the model, the policies' compiler and the engine, and the tests have to notice.
//! Outside CI: it takes minutes for each changed file. What survives has to stand, with its reason, in a list that only shrinks.

mod survivors;

use std::fs;

use anyhow::{Context, Result, bail};

use crate::ci::installing;
use crate::process;
use crate::workspace::Workspace;
use survivors::{Judged, LIST, judge, listed};

/// The crates whose meaning everything rests on.
const PACKAGES: [&str; 3] = ["model", "policy", "engine"];
/// Tests that run for a set time or over random persons are left out: a mutant should be caught by the examples.
const TESTS: &str = "not (binary(fuzz) | binary(properties) | binary(damage))";

/// Which source files are mutated.
pub struct Chosen<'a> {
    /// All files of the three crates.
    pub all: bool,
    /// Files changed since this commit; the parent of the present one where none is named.
    pub base: Option<&'a str>,
    /// Only these files, as paths or globs.
    pub files: &'a [String],
    /// One of so many parts, `K/N`, to divide the work.
    pub shard: Option<&'a str>,
}

/// Plants the faults and compares what survives with the list; `false` where something new survives.
pub fn run(workspace: &Workspace, chosen: &Chosen<'_>) -> Result<bool> {
    installing::mutants(workspace)?;
    let output = workspace.metadata.target_directory.join("mutants");
    fs::create_dir_all(&output).context("the folder for the results could not be made")?;
    let mut arguments: Vec<String> = ["mutants", "--test-tool", "nextest", "--no-shuffle", "--colors=never"]
        .into_iter()
        .map(str::to_owned)
        .collect();
    arguments.extend(["--output".to_owned(), output.to_string(), "--test-workspace=true".to_owned()]);
    arguments.extend(PACKAGES.iter().flat_map(|package| ["--package".to_owned(), (*package).to_owned()]));
    if let Some(shard) = chosen.shard {
        arguments.extend(["--shard".to_owned(), shard.to_owned()]);
    }
    if chosen.files.is_empty() && !chosen.all {
        let difference = output.join("changes.diff");
        let base = chosen.base.unwrap_or("HEAD~1");
        let Some(text) = process::ask("git", &["diff", base, "--", "*.rs"]) else {
            bail!("git could not compare with {base}; name another commit with --base, or use --all");
        };
        if text.is_empty() {
            println!("no source file differs from {base}");
            return Ok(true);
        }
        fs::write(&difference, format!("{text}\n")).context("the changes could not be written down")?;
        arguments.extend(["--in-diff".to_owned(), difference.to_string()]);
    }
    arguments.extend(chosen.files.iter().flat_map(|file| ["--file".to_owned(), file.clone()]));
    arguments.extend(["--".to_owned(), "-E".to_owned(), TESTS.to_owned()]);
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut command = workspace.cargo(&words);
    command.env_remove("CARGO_TARGET_DIR");
    // The exit status tells that mutants survived; which ones, and whether they may, is for the list to say.
    process::run(&mut command)?;
    let read = |name: &str| fs::read_to_string(output.join("mutants.out").join(name)).unwrap_or_default();
    let (missed, caught) = (read("missed.txt"), read("caught.txt") + &read("unviable.txt"));
    if missed.is_empty() && caught.is_empty() {
        bail!("cargo-mutants left no results; what it printed above says why");
    }
    let list = fs::read_to_string(workspace.root().join(LIST)).unwrap_or_default();
    let committed = process::ask("git", &["show", &format!("HEAD:{LIST}")]);
    Ok(report(&judge(&missed, &caught, &listed(&list)?, committed.as_deref().map(listed).transpose()?.as_deref())))
}

fn report(judged: &Judged) -> bool {
    for mutant in &judged.unexplained {
        println!(
            "survived: {mutant}\n    write a test that notices it; what cannot be noticed goes to {LIST}, with its reason"
        );
    }
    for mutant in &judged.caught_now {
        println!("caught now: {mutant}\n    take it out of {LIST}");
    }
    for mutant in &judged.grown {
        println!(
            "new in the list: {mutant}\n    the list may only shrink; kill it with a test, or commit the reason on its own for review"
        );
    }
    println!("{} survived and explained, {} not explained", judged.explained, judged.unexplained.len());
    judged.unexplained.is_empty() && judged.caught_now.is_empty() && judged.grown.is_empty()
}
