//! `guantong register`: organisations and accounts on record.

use casework::register::Organisation;
use office::{Office, RegisterOrder};
use serde_json::json;
use uuid::Uuid;

use super::opened::{self, Opened};
use crate::args::office::{Register, RegisterCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Carries out orders to the register, or lists it.
pub(crate) fn run(cli: &Cli, register: &Register) -> Result<(), Failure> {
    opened::run(async {
        let acting = &register.acting;
        let opened = Opened::open(cli, &acting.at).await?;
        let (orders, token) = match orders(&register.command)? {
            Some(orders) => orders,
            None => return list(&opened, acting.format).await,
        };
        let by = match &acting.token {
            Some(_) => opened.caller(acting).await?,
            None => Office::operator(),
        };
        let mut version = 0;
        for order in &orders {
            let key = acting.key.as_deref().filter(|_| orders.len() == 1);
            version = opened.told(None, opened.office.order_register(&by, order, key).await).await?;
        }
        if acting.format == Format::Json {
            let mut answer = json!({ "version": version });
            if let (Some((account, token)), Some(fields)) = (token, answer.as_object_mut()) {
                fields.insert("account".to_owned(), account.into());
                fields.insert("token".to_owned(), token.into());
            }
            return output::print_json(&answer);
        }
        output::print(&opened.book().format("register-done", &[("version", &version.to_string())]))?;
        match token {
            Some((account, token)) => {
                output::print(&opened.book().format("register-token", &[("account", &account), ("token", &token)]))
            }
            None => Ok(()),
        }
    })
}

/// The orders of a command, with the account and the token that was drawn for it; none where nothing is ordered.
#[expect(clippy::type_complexity, reason = "read once, right where it is made")]
fn orders(command: &RegisterCommand) -> Result<Option<(Vec<RegisterOrder>, Option<(String, String)>)>, Failure> {
    let one = |order| Ok(Some((vec![order], None)));
    match command {
        RegisterCommand::Put { file } => {
            let organisations: Vec<Organisation> = input::one_or_more(file)?;
            let put = |organisation| RegisterOrder::PutOrganisation { organisation };
            Ok(Some((organisations.into_iter().map(put).collect(), None)))
        }
        RegisterCommand::Close { organisation } => {
            one(RegisterOrder::CloseOrganisation { organisation: organisation.clone() })
        }
        RegisterCommand::Account { id, role, organisation, token_file } => {
            let given = token_file.as_deref().map(input::text).transpose()?;
            let drawn = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
            let token = given.as_deref().map_or(drawn, |text| text.trim().to_owned());
            let shown = given.is_none().then(|| (id.clone(), token.clone()));
            let order = RegisterOrder::AddAccount {
                account: id.clone(),
                organisation: organisation.clone(),
                role: *role,
                token,
            };
            Ok(Some((vec![order], shown)))
        }
        RegisterCommand::EndAccount { id } => one(RegisterOrder::EndAccount { account: id.clone() }),
        RegisterCommand::Order { file } => one(input::document(file)?),
        RegisterCommand::List => Ok(None),
    }
}

async fn list(opened: &Opened, format: Format) -> Result<(), Failure> {
    let mut organisations = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = opened.office.organisations(after.as_deref(), Some(office::MOST_LISTED)).await;
        let page = opened.told(None, page).await?;
        organisations.extend(page.organisations);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    if format == Format::Json {
        return output::print_json(&organisations);
    }
    let book = opened.book();
    if organisations.is_empty() {
        return output::print(book.text("register-none"));
    }
    let header = ["column-id", "column-name", "column-kind", "column-area", "column-under"];
    let mut table = output::table(&header.map(|id| book.text(id)));
    for one in organisations {
        let kind = serde_json::to_value(one.kind).ok();
        let kind = kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
        table.add_row([one.id, one.name, kind, one.area, one.under.unwrap_or_default()]);
    }
    output::print(&table.to_string())
}
