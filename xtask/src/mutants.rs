//! `mutants`: small faults are planted in the model, the policies' compiler and the engine, and the tests have to notice.
//! Outside CI: it takes some seconds for each mutant. What survives has to stand, with its reason, in a list that only shrinks.

mod survivors;

use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::ci::installing;
use crate::process;
use crate::workspace::Workspace;
use survivors::{Judged, LIST, judge, listed};

/// The crates whose meaning everything rests on, each with the packages whose tests notice, beside its own, what goes wrong
/// in it. Only these are built for each mutant, so that it costs seconds.
const MUTATED: [(&str, &[&str]); 3] =
    [("model", &["policy", "engine", "journeys"]), ("policy", &["engine", "journeys"]), ("engine", &["journeys"])];
/// Tests that run for a set time or over random persons are left out: a mutant should be caught by the examples.
const LEFT_OUT: [&str; 3] = ["fuzz", "properties", "damage"];
/// Tests of the worked examples themselves, which no mutant can fail.
const SKIPPED: [&str; 3] = ["every_place_has_at_least", "examples_are_named_once", "a_wrong_expectation_is_noticed"];
/// Mutants that never compile: `Asks` is an alias of `Result`, which cargo-mutants cannot know.
const NEVER_COMPILES: &str = "with Asks::";
/// Tests that take so many times as long as without a mutant, and at least so many seconds, never end.
const PATIENCE: (&str, &str) = ("4", "20");

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
    let output = workspace.metadata.target_directory.join("mutation");
    fs::create_dir_all(&output).context("the folder for the results could not be made")?;
    let mut which: Vec<String> = chosen.files.iter().flat_map(|file| ["--file".to_owned(), file.clone()]).collect();
    if let Some(shard) = chosen.shard {
        which.extend(["--shard".to_owned(), shard.to_owned()]);
    }
    if chosen.files.is_empty() && !chosen.all {
        let base = chosen.base.unwrap_or("HEAD~1");
        let Some(difference) = changes(&output, base)? else {
            println!("no source file differs from {base}");
            return Ok(true);
        };
        which.extend(["--in-diff".to_owned(), difference.to_string()]);
    }
    let (mut missed, mut caught) = (String::new(), String::new());
    for (name, further) in MUTATED {
        let results = output.join(name);
        if results.exists() {
            fs::remove_dir_all(&results).context("the results of the last run could not be removed")?;
        }
        fs::create_dir_all(&results).context("the folder for the results could not be made")?;
        let words = arguments(workspace, name, further, &which, &results);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = workspace.cargo(&words);
        // One folder for all runs, so that what is not ours is built once.
        command.env("CARGO_TARGET_DIR", output.join("build"));
        // The exit status also tells that mutants survived; which ones, and whether they may, is for the list to say.
        let done = process::run(&mut command)?;
        let read = |name: &str| fs::read_to_string(results.join("mutants.out").join(name)).unwrap_or_default();
        let noticed = read("caught.txt") + &read("timeout.txt") + &read("unviable.txt");
        if !done && noticed.is_empty() && read("missed.txt").is_empty() {
            bail!("cargo-mutants left no results for {name}; what it printed above says why");
        }
        missed += &read("missed.txt");
        caught += &noticed;
    }
    let list = fs::read_to_string(workspace.root().join(LIST)).unwrap_or_default();
    let committed = process::ask("git", &["show", &format!("HEAD:{LIST}")]);
    Ok(report(&judge(&missed, &caught, &listed(&list)?, committed.as_deref().map(listed).transpose()?.as_deref())))
}

/// What differs from a commit, written to a file; `None` where nothing does.
fn changes(output: &Utf8Path, base: &str) -> Result<Option<Utf8PathBuf>> {
    let Some(text) = process::ask("git", &["diff", base, "--", "*.rs"]) else {
        bail!("git could not compare with {base}; name another commit with --base, or use --all");
    };
    if text.is_empty() {
        return Ok(None);
    }
    let difference = output.join("changes.diff");
    fs::write(&difference, format!("{text}\n")).context("the changes could not be written down")?;
    Ok(Some(difference))
}

/// What `cargo` is asked for one crate.
fn arguments(workspace: &Workspace, name: &str, further: &[&str], which: &[String], results: &Utf8Path) -> Vec<String> {
    let mut words: Vec<String> = ["mutants", "--no-shuffle", "--colors=never", "--profile", "mutants"]
        .into_iter()
        .chain(["--package", name, "--output", results.as_str(), "--exclude-re", NEVER_COMPILES])
        .chain(["--timeout-multiplier", PATIENCE.0, "--minimum-test-timeout", PATIENCE.1, "--cargo-arg=--lib"])
        .map(str::to_owned)
        .collect();
    // Not `--test-package`, which cargo-mutants forgets for the run without a mutant.
    words.extend(further.iter().map(|package| format!("--cargo-arg=--package={package}")));
    let packages = workspace.metadata.workspace_packages();
    let asked = packages.iter().filter(|package| package.name == name || further.contains(&package.name.as_str()));
    let tests = asked.flat_map(|package| &package.targets).filter(|target| target.is_test());
    let tests = tests.filter(|target| !LEFT_OUT.contains(&target.name.as_str()));
    words.extend(tests.map(|target| format!("--cargo-arg=--test={}", target.name)));
    words.extend_from_slice(which);
    words.extend(["--".to_owned(), "--".to_owned()]);
    words.extend(SKIPPED.iter().flat_map(|test| ["--skip".to_owned(), (*test).to_owned()]));
    words
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
