//! Arguments of `guantong session`: orders, and the steps of an electronic vote.

use std::path::PathBuf;

use casework::session::Choice;
use clap::{Args, Subcommand};

use super::casework::Acting;
use super::office::Paged;

/// `session …`
#[derive(Args, Debug)]
pub(crate) struct Session {
    #[command(flatten)]
    pub acting: Acting,
    #[command(subcommand)]
    pub command: SessionCommand,
}

/// What is done with a session. An expert votes with `ballots`, `fill`, `sign`, `cast`, and looks the ballot up with `receipt`.
#[derive(Subcommand, Debug)]
pub(crate) enum SessionCommand {
    /// Print it as it stands, as GET /api/v1/sessions/{id} gives it to this account
    Show {
        /// The session
        id: String,
    },
    /// List the sessions in which the account sits, or those of its organisation
    List(Paged),
    /// Give an order, written as JSON or YAML with its `command`; `-` reads standard input
    Order {
        /// The id
        id: String,
        /// The order
        file: PathBuf,
    },
    /// Print the record of the electronic votes, as GET /api/v1/sessions/{id}/ballots gives it
    Ballots {
        /// The session
        id: String,
    },
    /// Fill in a ballot and print what the office is to sign unseen; needs neither data nor network
    Fill {
        /// The record with the key of the open vote; `-` reads standard input
        record: PathBuf,
        /// The case
        case: String,
        /// yes, no or abstain
        #[arg(value_parser = choice)]
        choice: Choice,
        /// Where your own slip is written: it knows your vote, so keep it to yourself; it is also the receipt
        #[arg(long, value_name = "FILE")]
        slip: PathBuf,
    },
    /// Have a slip signed, and print the ballot as it is cast
    Sign {
        /// Your slip
        slip: PathBuf,
        /// The answer of POST /api/v1/sessions/{id}/ballot-signatures, where the data is elsewhere; `-` reads standard input
        #[arg(long, value_name = "FILE")]
        answer: Option<PathBuf>,
    },
    /// Cast the ballot of a slip without a name; best a while after it was signed
    Cast {
        /// Your slip
        slip: PathBuf,
    },
    /// Look up whether the ballot of a slip was counted
    Receipt {
        /// Your slip
        slip: PathBuf,
        /// The record
        record: PathBuf,
    },
    /// Check every signature in a record and count again
    Count {
        /// The record; `-` reads standard input
        record: PathBuf,
    },
}

fn choice(text: &str) -> Result<Choice, String> {
    match text {
        "yes" | "同意" => Ok(Choice::Yes),
        "no" | "不同意" => Ok(Choice::No),
        "abstain" | "弃权" => Ok(Choice::Abstain),
        _ => Err("write yes, no or abstain".to_owned()),
    }
}
