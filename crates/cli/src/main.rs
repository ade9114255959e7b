//! The command `guantong`: reads the command line, runs one command, and turns its result into an exit status.

mod args;
mod commands;
mod failure;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};
use crate::commands::ordered::Kind;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Serve(serve) => commands::serve::run(&cli, serve),
        Command::Plan(plan) => commands::plan::run(&cli, plan),
        Command::Ask(ask) => commands::ask::run(&cli, ask),
        Command::Check(check) => commands::check::run(&cli, check),
        Command::Policy(policy) => commands::policy::run(&cli, policy),
        Command::Catalogue(catalogue) => commands::catalogue::run(&cli, catalogue),
        Command::Case(case) => commands::case::run(&cli, case),
        Command::Evidence(evidence) => commands::evidence::run(&cli, evidence),
        Command::Register(register) => commands::register::run(&cli, register),
        Command::Account(account) => commands::account::run(&cli, account),
        Command::Round(round) => commands::ordered::run(&cli, Kind::Round, round),
        Command::Committee(committee) => commands::ordered::run(&cli, Kind::Committee, committee),
        Command::Session(session) => commands::session::run(&cli, session),
        Command::Store(store) => commands::store::run(&cli, store),
        Command::Clock(clock) => commands::clock::run(&cli, clock),
        Command::Demo(demo) => commands::demo::run(&cli, demo),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
