//! The command line of casework.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Where the casework is kept, and who acts.
#[derive(Args, Debug)]
pub(crate) struct At {
    /// Folder of the log (SQLite), of evidence files and of the operator's calendar
    #[arg(long, value_name = "DIR", default_value = "guantong-data", global = true)]
    pub data: PathBuf,
    /// A PostgreSQL database for the log, postgres://user:password@host/database
    #[arg(long, value_name = "URL", env = "GUANTONG_DATABASE", hide_env_values = true, global = true)]
    pub database: Option<String>,
    /// The token of the account that acts
    #[arg(long, value_name = "TOKEN", env = "GUANTONG_TOKEN", hide_env_values = true, global = true)]
    pub token: Option<String>,
    /// Makes asking again harmless: the same key and order give the first answer and do nothing
    #[arg(long, value_name = "KEY", global = true)]
    pub key: Option<String>,
    /// Years that texts leave to the occupations' standards
    #[arg(long, value_name = "FILE", global = true)]
    pub standards: Option<PathBuf>,
}

/// `case …`
#[derive(Args, Debug)]
pub(crate) struct Case {
    #[command(flatten)]
    pub at: At,
    #[command(subcommand)]
    pub command: CaseCommand,
}

/// What can be done with cases.
#[derive(Subcommand, Debug)]
pub(crate) enum CaseCommand {
    /// Open a draft: {place, target, employer?, agency?, assessor?, dossier}
    Open {
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Give an order in a case: {order: file, promise: true}, {order: forward}, {order: return, faults: […], due: …}, …
    Order {
        /// The case
        id: String,
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Show a case
    Show {
        /// The case
        id: String,
    },
    /// The cases whose turn it is for this account
    List,
    /// Make every decision of a case again and compare it byte for byte
    Replay {
        /// The case
        id: String,
    },
}

/// `office …`
#[derive(Args, Debug)]
pub(crate) struct Office {
    #[command(flatten)]
    pub at: At,
    #[command(subcommand)]
    pub command: OfficeCommand,
}

/// What can be done beside cases.
#[derive(Subcommand, Debug)]
pub(crate) enum OfficeCommand {
    /// Give an order to the register: {order: put-organisation, organisation: …}, {order: add-account, …}, …
    Register {
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Give an order to a committee: {command: register, …}, {command: add-expert, …}, {command: commit-draw, …}, …
    Committee {
        /// The committee
        id: String,
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Give an order to a round: {command: plan, …}, {command: announce, text: …}, …
    Round {
        /// The round
        id: String,
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Give an order to a session: {command: convene, …}, {command: close-vote, …}, {command: announce}, …
    Session {
        /// The session
        id: String,
        /// JSON or YAML; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Put a file (PDF, JPEG or PNG) into the evidence
    Evidence {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Do everything that is due: lapse, close notices, count their days again, remind
    Clock,
    /// Go through the whole chain of the log
    Verify,
    /// Write a backup of the log and all documents outside it, while others work
    Backup {
        /// A file that does not exist yet
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Restore a backup into an empty place; from SQLite to PostgreSQL too
    Restore {
        /// The backup
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}
