//! `guantong round`, `committee` and `session`: orders as documents.

use std::path::Path;

use office::Office;
use serde_json::{Value, json};

use super::opened::{self, Opened};
use crate::args::casework::Acting;
use crate::args::office::{Ordered, OrderedCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// To what an order is given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A round.
    Round,
    /// A committee.
    Committee,
    /// A session.
    Session,
}

/// Carries out an order.
pub(crate) fn run(cli: &Cli, kind: Kind, ordered: &Ordered) -> Result<(), Failure> {
    let OrderedCommand::Order { id, file } = &ordered.command;
    order(cli, kind, &ordered.acting, id, file)
}

/// Gives the order of a file.
pub(crate) fn order(cli: &Cli, kind: Kind, acting: &Acting, id: &str, file: &Path) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &acting.at).await?;
        let by = match (kind, &acting.token) {
            // Whoever can open the data keeps the committees on file, as the register.
            (Kind::Committee, None) => Office::operator(),
            _ => opened.caller(acting).await?,
        };
        let order: Value = input::document(file)?;
        let office = &opened.office;
        let key = acting.key.as_deref();
        let done = match kind {
            Kind::Round => office.order_round(&by, id, &order, key).await,
            Kind::Committee => office.order_committee(&by, id, &order, key).await,
            Kind::Session => office.order_session(&by, id, &order, key).await,
        };
        let version = opened.told(None, done).await?;
        match acting.format {
            Format::Json => output::print_json(&json!({ "id": id, "version": version })),
            Format::Text => {
                let arguments = [("id", id), ("version", &version.to_string())];
                output::print(&opened.book().format("ordered-done", &arguments))
            }
        }
    })
}
