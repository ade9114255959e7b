//! Arguments of the commands that work on cases, and what they share with those on the register and the store.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use model::Day;

use super::{Format, day};

/// Where an office keeps its data.
#[derive(Args, Debug)]
pub(crate) struct At {
    /// Folder of the data: evidence files, and the log where no database is named
    #[arg(long, global = true, value_name = "DIR", env = "GUANTONG_DATA", default_value = "guantong-data")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of SQLite in the folder
    #[arg(long, global = true, value_name = "URL", env = "GUANTONG_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Years that texts leave to the occupations' standards
    #[arg(long, global = true, value_name = "FILE")]
    pub standards: Option<PathBuf>,
}

/// Who acts, and how it is answered.
#[derive(Args, Debug)]
pub(crate) struct Acting {
    #[command(flatten)]
    pub at: At,
    /// The token of the account that acts
    #[arg(long, global = true, value_name = "TOKEN", env = "GUANTONG_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// An idempotency key: the same order with the same key is carried out once
    #[arg(long, global = true, value_name = "KEY")]
    pub key: Option<String>,
    /// Text for people, or JSON
    #[arg(long, global = true, default_value = "text")]
    pub format: Format,
}

/// `case …`
#[derive(Args, Debug)]
pub(crate) struct Case {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: CaseCommand,
}

/// What is done with a case.
#[derive(Subcommand, Debug)]
pub(crate) enum CaseCommand {
    /// Open a draft from a dossier, or from a whole order {place, target, employer, agency, assessor, dossier}
    Open(Open),
    /// Give any order, written as JSON or YAML; `-` reads standard input
    Order {
        /// The case
        id: String,
        /// The order, for example `{"order": "forward"}`
        file: PathBuf,
    },
    /// Show a case: where it stands, and what is open
    Show {
        /// The case
        id: String,
    },
    /// List the cases that wait for the account, by due day
    List(List),
    /// Show everything that happened in a case
    History {
        /// The case
        id: String,
    },
    /// Make every decision of a case again and compare the bytes
    Replay {
        /// The case
        id: String,
    },
    /// Print a document to which a case refers
    Document {
        /// The case
        id: String,
        /// The document's id
        document: String,
    },
    /// Replace the dossier
    Amend {
        /// The case
        id: String,
        /// The dossier, JSON or YAML; `-` reads standard input
        file: PathBuf,
    },
    /// Put a file into the evidence and add it to a case
    Attach {
        /// The case
        id: String,
        /// The file: PDF, JPEG or PNG
        file: PathBuf,
        /// A record of the dossier that it proves, for example skills[0]; may be repeated
        #[arg(long, value_name = "PATH")]
        proves: Vec<String>,
    },
    /// File a draft
    File {
        /// The case
        id: String,
        /// Promise that everything is true
        #[arg(long)]
        promise: bool,
    },
    /// Hand a returned case in again
    Resubmit {
        /// The case
        id: String,
    },
    /// Take a case back
    Withdraw {
        /// The case
        id: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Give a verdict on a point of a check
    Verdict {
        /// The case
        id: String,
        /// The point
        point: String,
        /// It is met
        #[arg(long, required_unless_present = "not_met", conflicts_with = "not_met")]
        met: bool,
        /// It is not met
        #[arg(long, requires = "reason")]
        not_met: bool,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Answer a question that the text leaves to people
    Find {
        /// The case
        id: String,
        /// The clause
        clause: String,
        /// It holds
        #[arg(long, required_unless_present = "fails", conflicts_with = "fails")]
        holds: bool,
        /// It does not hold
        #[arg(long)]
        fails: bool,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Move a case on to its next step
    Forward {
        /// The case
        id: String,
    },
    /// Return a case, with everything at fault
    Return(Return),
    /// Refuse a case
    Refuse {
        /// The case
        id: String,
        /// The clause on which it rests
        #[arg(long, value_name = "CLAUSE")]
        clause: String,
        /// One of the grounds that the text lists
        #[arg(long, value_name = "GROUND")]
        ground: Option<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Publish a notice
    Publish {
        /// The case
        id: String,
        /// The text; `-` reads standard input
        file: PathBuf,
    },
    /// Object to a notice
    Object {
        /// The case
        id: String,
        /// What the objection says
        #[arg(long, value_name = "TEXT")]
        text: String,
    },
    /// Enter the result of a part of an examination
    Part {
        /// The case
        id: String,
        /// The part
        part: String,
        /// It was passed
        #[arg(long, required_unless_present = "failed", conflicts_with = "failed")]
        passed: bool,
        /// It was not passed
        #[arg(long)]
        failed: bool,
        /// The marks, JSON or YAML
        #[arg(long, value_name = "FILE")]
        sheet: Option<PathBuf>,
    },
    /// Confirm the result
    Confirm {
        /// The case
        id: String,
    },
}

/// `case open`
#[derive(Args, Debug)]
pub(crate) struct Open {
    /// The dossier, or without --jurisdiction the whole order; JSON or YAML; `-` reads standard input
    pub file: PathBuf,
    /// The place, by key, code or name
    #[arg(short = 'j', long, value_name = "J", requires = "target")]
    pub jurisdiction: Option<String>,
    /// title:LEVEL[:SERIES] or skill:LEVEL[:OCCUPATION]
    #[arg(long, value_name = "T", requires = "jurisdiction")]
    pub target: Option<String>,
    /// The employer's id in the register
    #[arg(long, value_name = "ID", requires = "jurisdiction")]
    pub employer: Option<String>,
    /// The personnel agency through which it is handed in
    #[arg(long, value_name = "ID", requires = "jurisdiction")]
    pub agency: Option<String>,
    /// The assessor that the applicant chooses
    #[arg(long, value_name = "ID", requires = "jurisdiction")]
    pub assessor: Option<String>,
}

/// `case return`
#[derive(Args, Debug)]
pub(crate) struct Return {
    /// The case
    pub id: String,
    /// What is at fault: a list of `at`, `problem`, `cure`, and where they are known `point` and `clause`; JSON or YAML
    #[arg(long, value_name = "FILE")]
    pub faults: PathBuf,
    /// The last day to mend it
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub due: Day,
    /// One of the grounds that the text lists
    #[arg(long, value_name = "GROUND")]
    pub ground: Option<String>,
    /// An earlier step instead of the applicant
    #[arg(long, value_name = "STEP")]
    pub to: Option<String>,
    /// A superior's reason, where something was visible the first time
    #[arg(long, value_name = "TEXT")]
    pub superior: Option<String>,
}

/// `case list`
#[derive(Args, Debug)]
pub(crate) struct List {
    /// All cases of the applicant, and not only those that wait
    #[arg(long, conflicts_with = "objections")]
    pub own: bool,
    /// Only those in this state: draft, check, notice, review, exam, confirm, returned or over
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    /// Objections that wait for an answer
    #[arg(long)]
    pub objections: bool,
    /// Go on after the page before
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
    /// How many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=200))]
    pub limit: Option<u32>,
}
