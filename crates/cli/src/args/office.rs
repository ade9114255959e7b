//! Arguments of the commands on evidence, the register, rounds, committees and sessions, the store and the clock.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::casework::{Acting, At};
use super::{Format, role, root};

/// `evidence …`
#[derive(Args, Debug)]
pub(crate) struct Evidence {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: EvidenceCommand,
}

/// What is done with files in evidence.
#[derive(Subcommand, Debug)]
pub(crate) enum EvidenceCommand {
    /// Keep files; each is answered with its number
    Put {
        /// PDF, JPEG or PNG
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a file of a case that the account may see
    Get {
        /// The file's number
        hash: String,
        /// Where to
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

/// `register …`: without a token, whoever can open the data acts as its operator.
#[derive(Args, Debug)]
pub(crate) struct Register {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: RegisterCommand,
}

/// What is done with the register.
#[derive(Subcommand, Debug)]
pub(crate) enum RegisterCommand {
    /// Put organisations on record: one, or a list; JSON or YAML
    Put {
        /// The file; `-` reads standard input
        file: PathBuf,
    },
    /// Take an organisation off
    Close {
        /// Its id
        organisation: String,
    },
    /// Add an account; its token is drawn and printed once, unless one is given
    Account {
        /// Its id; no name
        id: String,
        /// applicant, clerk, supervisor, expert, chair, examiner, inspector or administrator
        #[arg(long, value_name = "ROLE", value_parser = role)]
        role: ::casework::Role,
        /// The organisation for which it acts
        #[arg(long, value_name = "ID")]
        organisation: Option<String>,
        /// A file with its token, at least 20 characters; `-` reads standard input
        #[arg(long, value_name = "FILE")]
        token_file: Option<PathBuf>,
    },
    /// End an account
    EndAccount {
        /// Its id
        id: String,
    },
    /// Give any order, written as JSON or YAML
    Order {
        /// The order, for example `{"order": "put-access", "occupation": "…"}`; `-` reads standard input
        file: PathBuf,
    },
    /// List the organisations on record
    List,
}

/// `account …`: without a token, whoever can open the data acts as its operator.
#[derive(Args, Debug)]
pub(crate) struct Account {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: AccountCommand,
}

/// What is done with the logins of an account.
#[derive(Subcommand, Debug)]
pub(crate) enum AccountCommand {
    /// Print the path of a link that sets the account's password once, within 24 hours; all its logins then end
    Invite {
        /// The account's id
        id: String,
        /// Take its second factor away as well, for who has lost it
        #[arg(long)]
        forget_second_factor: bool,
    },
    /// End all logins of the account
    EndSessions {
        /// The account's id
        id: String,
    },
}

/// `round …`, `committee …`: without a token, whoever can open the data keeps the committees on file.
#[derive(Args, Debug)]
pub(crate) struct Ordered {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: OrderedCommand,
}

/// A page of a list.
#[derive(Args, Debug)]
pub(crate) struct Paged {
    /// Where the page before ended: its `next`
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
    /// How many, at most 200
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

/// What is done with a round or a committee.
#[derive(Subcommand, Debug)]
pub(crate) enum OrderedCommand {
    /// Print it as it stands, as the API gives it
    Show {
        /// The id
        id: String,
    },
    /// List the rounds into which cases are filed today, or the committees on file
    List(Paged),
    /// Give an order, written as JSON or YAML with its `command`; `-` reads standard input
    Order {
        /// The id
        id: String,
        /// The order
        file: PathBuf,
    },
}

/// `store …`
#[derive(Args, Debug)]
pub(crate) struct Store {
    #[command(flatten)]
    pub at: At,
    /// Text for people, or JSON
    #[arg(long, global = true, default_value = "text")]
    pub format: Format,
    #[command(subcommand)]
    pub command: StoreCommand,
}

/// What is done with the store.
#[derive(Subcommand, Debug)]
pub(crate) enum StoreCommand {
    /// Go through the whole chain
    Verify {
        /// A root that was kept elsewhere, SEQ:HASH, which the chain has to contain
        #[arg(long, value_name = "ROOT", value_parser = root)]
        root: Option<store::Root>,
    },
    /// Print where the chain ends
    Root,
    /// Write everything into one file, and the evidence files into the folder FILE.evidence beside it, while work goes on
    Backup {
        /// A new file
        file: PathBuf,
        /// Leave the evidence files out
        #[arg(long)]
        without_evidence: bool,
    },
    /// Read a backup into an empty place, and the evidence files beside it into the folder of the data
    Restore {
        /// The backup
        file: PathBuf,
        /// Leave the evidence files out
        #[arg(long)]
        without_evidence: bool,
        /// A root that was kept elsewhere, SEQ:HASH, which the chain has to contain
        #[arg(long, value_name = "ROOT", value_parser = root)]
        root: Option<store::Root>,
    },
    /// Move everything but the evidence files into another database, which has to be empty; the root stays the same
    Move {
        /// A PostgreSQL database
        #[arg(long, value_name = "URL", required_unless_present = "to_data", conflicts_with = "to_data")]
        to_database: Option<String>,
        /// A folder for SQLite
        #[arg(long, value_name = "DIR")]
        to_data: Option<PathBuf>,
    },
}

/// `clock`
#[derive(Args, Debug)]
pub(crate) struct Clock {
    #[command(flatten)]
    pub at: At,
    /// Text for people, or JSON
    #[arg(long, default_value = "text")]
    pub format: Format,
}
