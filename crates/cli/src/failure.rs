//! How a command fails: the message on standard error and the exit status.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

/// Why a command did not finish.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A check failed (exit status 1); what it found has been printed.
    CheckFailed,
    /// The input is bad (exit status 2).
    BadInput(String),
    /// The reader of the output went away: nothing is left to do.
    OutputClosed,
}

impl Failure {
    /// Bad input in a file: every line of the message names the file.
    pub fn in_file(file: &Path, message: &impl Display) -> Self {
        let message = message.to_string();
        let named: Vec<String> = message.lines().map(|line| format!("{}: {line}", file.display())).collect();
        Self::BadInput(named.join("\n"))
    }

    /// Prints the message and gives the exit status.
    pub fn report(self) -> ExitCode {
        match self {
            Self::CheckFailed => ExitCode::from(1),
            Self::OutputClosed => ExitCode::SUCCESS,
            Self::BadInput(message) => {
                for line in message.lines() {
                    anstream::eprintln!("guantong: {line}");
                }
                ExitCode::from(2)
            }
        }
    }
}
