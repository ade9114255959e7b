//! `guantong round`, `committee` and `session`: orders as documents, and what there is to see.

use std::path::Path;

use office::{Caller, Office, PageWanted};
use serde_json::{Value, json};

use super::opened::{self, Opened};
use crate::args::casework::Acting;
use crate::args::office::{Ordered, OrderedCommand, Paged};
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
    match &ordered.command {
        OrderedCommand::Order { id, file } => order(cli, kind, &ordered.acting, id, file),
        OrderedCommand::Show { id } => show(cli, kind, &ordered.acting, id),
        OrderedCommand::List(paged) => list(cli, kind, &ordered.acting, paged),
    }
}

/// Who acts: whoever can open the data keeps the committees on file, as the register.
async fn actor(opened: &Opened, kind: Kind, acting: &Acting) -> Result<Caller, Failure> {
    match (kind, &acting.token) {
        (Kind::Committee, None) => Ok(Office::operator()),
        _ => opened.caller(acting).await,
    }
}

/// Prints one as the account may see it.
pub(crate) fn show(cli: &Cli, kind: Kind, acting: &Acting, id: &str) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &acting.at).await?;
        let by = actor(&opened, kind, acting).await?;
        let office = &opened.office;
        match kind {
            Kind::Round => output::print_json(&opened.told(None, office.round_shown(&by, id).await).await?),
            Kind::Committee => output::print_json(&opened.told(None, office.committee_shown(&by, id).await).await?),
            Kind::Session => output::print_json(&opened.told(None, office.session_shown(&by, id).await).await?),
        }
    })
}

/// Lists a page.
pub(crate) fn list(cli: &Cli, kind: Kind, acting: &Acting, paged: &Paged) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &acting.at).await?;
        let by = actor(&opened, kind, acting).await?;
        let office = &opened.office;
        let page = PageWanted { after: paged.after.clone(), limit: paged.limit };
        let listed = match kind {
            Kind::Round => office.round_list(&page).await,
            Kind::Committee => office.committee_list(&page).await,
            Kind::Session => office.session_list(&by, &page).await,
        };
        let listed = opened.told(None, listed).await?;
        if acting.format == Format::Json {
            return output::print_json(&listed);
        }
        let book = opened.book();
        let mut lines = Vec::new();
        for one in &listed.listed {
            let id = format!("filing-{}", one.state);
            let state = book.text(&id);
            let day = one.day.as_deref().unwrap_or("—");
            let arguments = [("id", one.id.as_str()), ("state", state), ("day", day), ("office", &one.office)];
            lines.push(book.format("filing-row", &arguments));
        }
        lines.extend(listed.next.iter().map(|next| book.format("filing-next", &[("next", next)])));
        output::print(&if lines.is_empty() { book.text("filing-none").to_owned() } else { lines.join("\n") })
    })
}

/// Gives the order of a file.
pub(crate) fn order(cli: &Cli, kind: Kind, acting: &Acting, id: &str, file: &Path) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &acting.at).await?;
        let by = actor(&opened, kind, acting).await?;
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
