//! The project's habits, one command each: `cargo xtask ci`, `tidy`, `gen`, `screenshots`, `simulate`, `mutants`.

mod ci;
mod generated;
mod mutants;
mod problem;
mod process;
mod screenshots;
mod simulate;
mod tally;
mod tidy;
mod tree;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use workspace::Workspace;

/// Habits of the project, one command each.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    habit: Habit,
}

#[derive(Subcommand)]
enum Habit {
    /// Everything that must hold before a change is merged; ends with `N passed, N failed, N skipped`
    Ci,
    /// The house rules that compilers don't know: import arrows, pure crates, paths, pins, licences
    Tidy,
    /// Writes the committed files that the product itself prints (JSON Schemas, OpenAPI)
    Gen {
        /// Changes nothing, and fails when a committed file differs
        #[arg(long)]
        check: bool,
    },
    /// Runs the browser tests and replaces the pictures in `docs/images`
    Screenshots,
    /// Plays worlds of the casework simulation: one seed again, or many (CI plays the first 200)
    Simulate {
        /// One seed, or A..B
        #[arg(long, visible_alias = "seed", value_name = "SEEDS", default_value = "0..200")]
        seeds: String,
    },
    /// Plants faults in model, policy and engine, by default in changed lines, and has the tests notice them (outside CI)
    Mutants {
        /// All files of the three crates
        #[arg(long)]
        all: bool,
        /// Lines changed since this commit; the parent of the present one where none is named
        #[arg(long, value_name = "COMMIT")]
        base: Option<String>,
        /// Only this file; may be repeated
        #[arg(long, value_name = "FILE")]
        file: Vec<String>,
        /// One of so many parts of the work, K/N
        #[arg(long, value_name = "K/N")]
        shard: Option<String>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = Workspace::load().and_then(|workspace| obey(&arguments.habit, &workspace));
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs one habit; `false` says that it found something wrong and has printed it.
fn obey(habit: &Habit, workspace: &Workspace) -> Result<bool> {
    match habit {
        Habit::Ci => Ok(ci::run(workspace)),
        Habit::Tidy => {
            let outcome = tidy::run(workspace)?;
            outcome.skips.iter().for_each(|skip| println!("skipped: {skip}"));
            Ok(outcome.tally.failed == 0)
        }
        Habit::Gen { check } => generated::run_alone(workspace, *check),
        Habit::Screenshots => screenshots::run(workspace),
        Habit::Simulate { seeds } => simulate::run(workspace, seeds),
        Habit::Mutants { all, base, file, shard } => {
            let chosen = mutants::Chosen { all: *all, base: base.as_deref(), files: file, shard: shard.as_deref() };
            mutants::run(workspace, &chosen)
        }
    }
}
