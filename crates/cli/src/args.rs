//! The command line as `clap` reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use model::paths::FactPath;
use model::{AwardLag, Day, Target};
use wording::Lang;

pub(crate) mod ballot;
pub(crate) mod casework;
pub(crate) mod office;

/// 贯通 Guantong: who may apply for which title or skill level, why or why not, and by which clause.
#[derive(Parser, Debug)]
#[command(name = "guantong", version, about, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Language of the texts: zh or en
    #[arg(long, global = true, env = "GUANTONG_LANG", default_value = "zh", value_parser = lang)]
    pub lang: Lang,
    /// Use the policy packs in this folder instead of the embedded ones
    #[arg(long, global = true, value_name = "DIR")]
    pub policies: Option<PathBuf>,
    /// Readings that the ledgers leave to the operator, and further settings
    #[arg(long, global = true, value_name = "FILE", env = "GUANTONG_SETTINGS")]
    pub settings: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Run the portal and the API
    Serve(Serve),
    /// Decide what the person of a dossier may apply for
    Check(Check),
    /// The earliest day of every level that can be reached, and the way there
    Plan(Plan),
    /// The next question whose answer is expected to settle most, or that nothing is left to ask
    Ask(Ask),
    /// Look at the policy packs and check them
    #[command(subcommand)]
    Policy(Policy),
    /// Find an occupation or a specialty: who lists it, who reviews, who evaluates, where
    Catalogue(Catalogue),
    /// Open, decide, show and prove cases
    Case(casework::Case),
    /// Files in evidence
    Evidence(office::Evidence),
    /// The register of organisations, assessors and accounts
    Register(office::Register),
    /// Logins of the register's accounts
    Account(office::Account),
    /// Rounds in which titles are filed
    Round(office::Ordered),
    /// Committees on file
    Committee(office::Ordered),
    /// Sessions of committees
    Session(ballot::Session),
    /// The log: verify, back up, restore, move
    Store(office::Store),
    /// Do once what the passing of time brings
    Clock(office::Clock),
    /// Make a data folder to look around in: invented people and cases at every stage, and an account for each role
    Demo(Demo),
}

/// `serve`
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Address to listen on, HOST:PORT; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: String,
    #[command(flatten)]
    pub at: casework::At,
    /// Append outgoing messages to this file, one JSON object a line, for the program that brings them to people; to the log where none is named
    #[arg(long, value_name = "FILE")]
    pub messages: Option<PathBuf>,
    /// A proxy ends TLS in front of the server and appends the visitor's address to X-Forwarded-For: cookies are then sent over TLS only
    #[arg(long, env = "GUANTONG_BEHIND_TLS")]
    pub behind_tls: bool,
    /// Print the OpenAPI document and stop
    #[arg(long)]
    pub openapi: bool,
}

/// `demo`
#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// A new folder for the data
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// A place, by key, code or name; may be repeated; all places where none is given
    #[arg(short = 'j', long, value_name = "J")]
    pub jurisdiction: Vec<String>,
    /// Write the accounts with their passwords into this new file, which only its owner can read, instead of printing them
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Years that texts leave to the occupations' standards
    #[arg(long, value_name = "FILE")]
    pub standards: Option<PathBuf>,
    /// Text for people, or JSON
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// `check`
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The dossier, JSON or YAML; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The place, by key, code or name; all places where none is given
    #[arg(short = 'j', long, value_name = "J")]
    pub jurisdiction: Option<String>,
    /// The day asked about; today in Shanghai where none is given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// title:LEVEL[:SERIES] or skill:LEVEL[:OCCUPATION]; may be repeated
    #[arg(long, value_name = "T", value_parser = Target::parse)]
    pub target: Vec<Target>,
    /// Years that texts leave to the occupations' standards
    #[arg(long, value_name = "FILE")]
    pub standards: Option<PathBuf>,
    /// For each level that is not open, say which smallest sets of changes would open it
    #[arg(long)]
    pub why_not: bool,
    /// Text for people, or JSON
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// `plan`
#[derive(Args, Debug)]
pub(crate) struct Plan {
    /// The dossier, JSON or YAML; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The place, by key, code or name; all places where none is given
    #[arg(short = 'j', long, value_name = "J")]
    pub jurisdiction: Option<String>,
    /// The day from which it is planned; today in Shanghai where none is given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// How long after eligibility a level is granted, as an ISO 8601 duration: P6M, P1Y
    #[arg(long, value_name = "DURATION", default_value = "P0D", value_parser = AwardLag::parse)]
    pub award_lag: AwardLag,
    /// Years that texts leave to the occupations' standards
    #[arg(long, value_name = "FILE")]
    pub standards: Option<PathBuf>,
    /// Text for people, JSON for programs, or the map as SVG (which needs a place)
    #[arg(long, default_value = "text")]
    pub format: PlanFormat,
}

/// `ask`
#[derive(Args, Debug)]
pub(crate) struct Ask {
    /// What is known so far: a dossier, JSON or YAML; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The place, by key, code or name; all places where none is given
    #[arg(short = 'j', long, value_name = "J")]
    pub jurisdiction: Option<String>,
    /// The day asked about; today in Shanghai where none is given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// A fact that the person cannot tell, as the path of an earlier question; may be repeated
    #[arg(long, value_name = "PATH", value_parser = fact)]
    pub skip: Vec<FactPath>,
    /// Years that texts leave to the occupations' standards
    #[arg(long, value_name = "FILE")]
    pub standards: Option<PathBuf>,
    /// Text for people, or JSON
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// How a plan is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PlanFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// The map of one place
    Svg,
}

/// How an answer is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// `policy …`
#[derive(Subcommand, Debug)]
pub(crate) enum Policy {
    /// List the packs with their documents and dates in force
    List {
        /// Text for people, or JSON
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Show a pack's routes, conditions and clauses; with a clause id, that clause
    Show {
        /// The place, by key, code or name
        #[arg(value_name = "J")]
        place: String,
        /// A clause of the ledger
        #[arg(value_name = "CLAUSE")]
        clause: Option<String>,
    },
    /// Check packs: files, clauses, proofs, worked examples
    Lint {
        /// The folder of packs; the embedded ones where none is given
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Account for every clause of every document
    Coverage {
        /// The place; all where none is given
        #[arg(value_name = "J")]
        place: Option<String>,
        /// Text for people, or JSON
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Compare two policies, clause against clause
    Diff {
        /// A place by key, code or name, a pack by its id, or the folder of a pack
        #[arg(value_name = "A")]
        a: String,
        /// Another one
        #[arg(value_name = "B")]
        b: String,
        /// Show what is the same, too
        #[arg(long)]
        all: bool,
        /// Text for people, or JSON
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print a page of the guide, made from a pack, as Markdown
    #[command(hide = true)]
    Guide {
        /// The place; the list of all where none is given
        #[arg(value_name = "J")]
        place: Option<String>,
    },
    /// Print a JSON Schema
    Schema {
        /// Of what
        #[arg(long, default_value = "pack")]
        of: Schema,
    },
}

/// Which JSON Schema.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Schema {
    /// A pack's policy.yaml
    Pack,
    /// A dossier
    Dossier,
    /// The decisions of one place
    Decision,
    /// The decisions of all places
    Decisions,
    /// The plan of one place
    Plan,
    /// The plans of all places
    Plans,
    /// The next question of an interview
    Question,
    /// A file of worked examples
    Cases,
    /// What a search of the catalogues answers
    Catalogue,
    /// What carries each clause
    Coverage,
}

/// `catalogue`
#[derive(Args, Debug)]
pub(crate) struct Catalogue {
    /// A name, a part of it, pinyin, initials, or a classification code
    #[arg(value_name = "WORD")]
    pub word: String,
    /// The place, by key, code or name; all places where none is given
    #[arg(short = 'j', long, value_name = "J")]
    pub jurisdiction: Option<String>,
    /// Which direction the catalogue is read in
    #[arg(long, value_parser = direction, value_name = "DIRECTION")]
    pub direction: Option<model::Direction>,
    /// Text for people, or JSON
    #[arg(long, default_value = "text")]
    pub format: Format,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "write zh or en".to_owned())
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|fault| fault.to_string())
}

fn fact(text: &str) -> Result<FactPath, String> {
    service::fact_to_skip(text).map_err(|problem| format!("{problem}; {}", service::FACTS_TO_SKIP))
}

fn role(text: &str) -> Result<::casework::Role, String> {
    serde_json::from_value(text.into()).map_err(|error| error.to_string())
}

fn root(text: &str) -> Result<store::Root, String> {
    let wrong = || "write SEQ:HASH, as `guantong store root --format json` has them".to_owned();
    let (seq, hash) = text.split_once(':').ok_or_else(wrong)?;
    Ok(store::Root { seq: seq.parse().map_err(|_| wrong())?, hash: hash.parse().map_err(|_| wrong())? })
}

fn direction(text: &str) -> Result<model::Direction, String> {
    use model::Word;
    model::Direction::parse(text).ok_or_else(|| format!("write one of {}", model::Direction::choices()))
}
