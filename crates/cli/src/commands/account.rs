//! `guantong account`: links that set a password, and logins that end.

use casework::{Refusal, Role};
use office::{Caller, Office, OfficeError};
use serde_json::json;

use super::opened::{self, Opened};
use crate::args::office::{Account, AccountCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::output;

/// Carries out one of the commands on an account.
pub(crate) fn run(cli: &Cli, account: &Account) -> Result<(), Failure> {
    opened::run(async {
        let acting = &account.acting;
        let opened = Opened::open(cli, &acting.at).await?;
        let by = match &acting.token {
            Some(_) => opened.caller(acting).await?,
            None => Office::operator(),
        };
        let (answer, text, arguments) = match &account.command {
            AccountCommand::Invite { id, forget_second_factor } => {
                let token = opened.told(None, opened.office.invite(&by, id, *forget_second_factor).await).await?;
                let path = format!("/invitation/{}", token.text());
                (json!({ "account": id, "path": path }), "cli-invited", [("account", id.clone()), ("path", path)])
            }
            AccountCommand::EndSessions { id } => {
                let ended = opened.told(None, ended(&opened.office, &by, id).await).await?;
                let count = ended.to_string();
                (json!({ "account": id, "ended": ended }), "cli-ended", [("account", id.clone()), ("count", count)])
            }
        };
        if acting.format == Format::Json {
            return output::print_json(&answer);
        }
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        output::print(&opened.book().format(text, &arguments))
    })
}

/// Ends the logins of an account that is on record, for an administrator.
async fn ended(office: &Office, by: &Caller, id: &str) -> Result<u64, OfficeError> {
    if by.role != Role::Administrator {
        return Err(Refusal::new("not-the-register").into());
    }
    if !office.register().await?.accounts.contains_key(id) {
        return Err(Refusal::new("no-such-account").with("account", id).into());
    }
    office.end_sessions(id).await
}
