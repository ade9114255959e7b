//! The register of organisations, assessors, committees' offices and accounts, as orders from outside.

use casework::Role;
use casework::register::{Account, ExaminationTitle, Organisation, RegisterCommand};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Unit;

use crate::account::{Caller, token_digest};
use crate::error::OfficeError;
use crate::office::Office;
use crate::once::Once;

/// The stream of the register.
pub(crate) const STREAM: &str = "register";
/// The fewest characters of a token.
const SHORTEST_TOKEN: usize = 20;

/// One order to the register.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "order", rename_all = "kebab-case", deny_unknown_fields)]
pub enum RegisterOrder {
    /// Puts an organisation on record, or replaces what is on record of it.
    PutOrganisation {
        /// The organisation.
        organisation: Organisation,
    },
    /// Takes an organisation off.
    CloseOrganisation {
        /// Its id.
        organisation: String,
    },
    /// Adds an account.
    AddAccount {
        /// Its id; no name.
        account: String,
        /// The organisation for which it acts.
        #[serde(default)]
        organisation: Option<String>,
        /// The role in which it acts.
        role: Role,
        /// Its token: at least 20 characters that nobody can guess. Only its digest is kept.
        token: String,
    },
    /// Ends an account.
    EndAccount {
        /// Its id.
        account: String,
    },
    /// Says which titles are gained by examination.
    PutExamination {
        /// The titles.
        examination: ExaminationTitle,
    },
    /// Says which occupation has an access-type qualification.
    PutAccess {
        /// The occupation.
        occupation: String,
    },
}

impl RegisterOrder {
    fn command(&self) -> Result<RegisterCommand, OfficeError> {
        Ok(match self {
            Self::PutOrganisation { organisation } => RegisterCommand::Put(organisation.clone()),
            Self::CloseOrganisation { organisation } => RegisterCommand::Close { organisation: organisation.clone() },
            Self::AddAccount { account, organisation, role, token } => {
                if token.chars().count() < SHORTEST_TOKEN {
                    let problem = format!("the token has fewer than {SHORTEST_TOKEN} characters");
                    let mut faults = model::Faults::default();
                    faults.add("token", None, problem, "let a program draw it, for example `openssl rand -hex 32`");
                    return Err(OfficeError::Faults(faults));
                }
                RegisterCommand::AddAccount(Account {
                    id: account.clone(),
                    organisation: organisation.clone(),
                    role: *role,
                    token_digest: token_digest(token),
                })
            }
            Self::EndAccount { account } => RegisterCommand::EndAccount { account: account.clone() },
            Self::PutExamination { examination } => RegisterCommand::PutExamination(examination.clone()),
            Self::PutAccess { occupation } => RegisterCommand::PutAccess { occupation: occupation.clone() },
        })
    }
}

impl Office {
    /// Carries out an order to the register. With a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// The caller is no administrator, the order is refused, or the store cannot be reached.
    pub async fn order_register(
        &self,
        by: &Caller,
        order: &RegisterOrder,
        key: Option<&str>,
    ) -> Result<u64, OfficeError> {
        let command = order.command()?;
        let once = Once::of(by, key, &json!({ "register": order }));
        self.commit_once(once, || async {
            let loaded = self.loaded_register().await?;
            let decided = self.decide(STREAM.to_owned(), &loaded, by, command.clone())?;
            Ok((Unit { appends: vec![decided.append], ..Unit::default() }, decided.version))
        })
        .await
    }

    /// The one who runs the installation, acting at its machine: may do what an administrator may, to set up the first accounts.
    #[must_use]
    pub fn operator() -> Caller {
        Caller { id: "operator".to_owned(), organisation: None, role: Role::Administrator }
    }
}
