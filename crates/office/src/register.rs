//! The register of organisations, assessors, committees' offices and accounts, as orders from outside.

use casework::aggregate::Aggregate as _;
use casework::register::{Account, ExaminationTitle, Organisation, RegisterCommand};
use casework::{Order, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Append, Committed, IdempotencyKey, StoreError, Unit};

use crate::account::{Caller, token_digest};
use crate::case::digest_of;
use crate::error::OfficeError;
use crate::history::record;
use crate::office::Office;

/// The stream of the register.
pub(crate) const STREAM: &str = "register";
/// The fewest characters of a token.
const SHORTEST_TOKEN: usize = 20;
/// How often an order is decided again after somebody else was quicker.
const TRIES: usize = 8;

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
    /// Carries out an order to the register.
    ///
    /// # Errors
    /// The caller is no administrator, the order is refused, or the store cannot be reached.
    pub async fn order_register(&self, by: &Caller, order: &RegisterOrder) -> Result<u64, OfficeError> {
        self.order_register_once(by, order, None).await
    }

    /// As [`Office::order_register`]; with a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// As there.
    pub async fn order_register_once(
        &self,
        by: &Caller,
        order: &RegisterOrder,
        key: Option<&str>,
    ) -> Result<u64, OfficeError> {
        let command = order.command()?;
        let digest = digest_of(&serde_json::json!({ "register": order }));
        if let Some(key) = key
            && let Some(answer) = self.store.answered(&by.id, key, &digest).await?
        {
            return version_of(&answer);
        }
        let mut tries = 0;
        loop {
            let loaded = self.loaded_register().await?;
            let at = self.moment();
            let order = Order { by: by.clone(), at: at.clone(), command: command.clone() };
            let events = loaded.state.decide(&order)?;
            let records: Vec<_> = events.iter().map(|event| record(event, by, &at)).collect();
            let version = loaded.version + records.len() as u64;
            let append = Append { stream: STREAM.to_owned(), expected_version: loaded.version, records };
            tries += 1;
            let key = key.map(|key| IdempotencyKey {
                actor: by.id.clone(),
                key: key.to_owned(),
                request_digest: digest.clone(),
                answer: version.to_string(),
            });
            match self.store.commit(Unit { appends: vec![append], key, ..Unit::default() }).await {
                Err(StoreError::Conflict { .. }) if tries < TRIES => {}
                Err(error) => return Err(error.into()),
                Ok(Committed::Applied { .. }) => return Ok(version),
                Ok(Committed::Repeated { answer }) => return version_of(&answer),
            }
        }
    }

    /// The one who runs the installation, acting at its machine: may do what an administrator may, to set up the first accounts.
    #[must_use]
    pub fn operator() -> Caller {
        Caller { id: "operator".to_owned(), organisation: None, role: Role::Administrator }
    }
}

/// The answer that was kept under a key.
fn version_of(answer: &str) -> Result<u64, OfficeError> {
    answer.parse().map_err(|_| OfficeError::Altered { id: format!("answer ({answer})") })
}
