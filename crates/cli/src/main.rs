//! The command `guantong`: reads the command line, runs one command, and turns its result into an exit status.

mod args;
mod args_office;
mod commands;
mod failure;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Serve(serve) => commands::serve::run(&cli, serve),
        Command::Plan(plan) => commands::plan::run(&cli, plan),
        Command::Ask(ask) => commands::ask::run(&cli, ask),
        Command::Check(check) => commands::check::run(&cli, check),
        Command::Policy(policy) => commands::policy::run(&cli, policy),
        Command::Case(case) => commands::office::run_case(&cli, case),
        Command::Office(office) => commands::office::run_office(&cli, office),
        Command::Catalogue(catalogue) => commands::catalogue::run(&cli, catalogue),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
