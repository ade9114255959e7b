//! The register: organisations with what they may do, titles gained by examination, occupations with access-type
//! qualifications, and the accounts that act. One history for all of it.

use std::collections::BTreeMap;

use model::Day;
use model::procedure::Body;
use model::words::{Series, TitleTier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::aggregate::{Aggregate, Event};
use crate::area::{covers, is_code};
use crate::order::{Order, Role};
use crate::refusal::Refusal;

mod remit;

pub use remit::{Remit, Sought};

/// An organisation on record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its id: small letters, digits and hyphens.
    pub id: String,
    /// What it is in procedures; an employer that is an assessor as well stays an `employer`.
    pub kind: Body,
    /// Its name.
    pub name: String,
    /// The GB/T 2260 code of the area that it lies in, or is responsible for.
    pub area: String,
    /// Of an employer: the competent department that it belongs to. Of a committee's office: who set the committee up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// What it is authorised to do, each with its days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remits: Vec<Remit>,
}

/// Somebody who may give orders.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Its id; no name.
    pub id: String,
    /// The organisation for which it acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The role in which it acts.
    pub role: Role,
    /// The SHA-256 of its token, in hexadecimal.
    pub token_digest: String,
}

/// Titles of a place that are gained by examination only (以考代评).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExaminationTitle {
    /// The area, by its GB/T 2260 code.
    pub area: String,
    /// The series.
    pub series: Series,
    /// The levels.
    pub titles: Vec<TitleTier>,
    /// Only for these specialties; for all where none is named.
    #[serde(default)]
    pub specialties: Vec<String>,
    /// The rules of the examination: where they stand.
    pub source: String,
}

/// What may be asked of the register.
#[derive(Clone, PartialEq, Debug)]
pub enum RegisterCommand {
    /// Puts an organisation on record, or replaces what is on record of it.
    Put(Organisation),
    /// Takes an organisation off, from the day of the order on.
    Close {
        /// Its id.
        organisation: String,
    },
    /// Adds an account.
    AddAccount(Account),
    /// Ends an account.
    EndAccount {
        /// Its id.
        account: String,
    },
    /// Says which titles are gained by examination.
    PutExamination(ExaminationTitle),
    /// Says which occupation has an access-type qualification.
    PutAccess {
        /// The occupation.
        occupation: String,
    },
}

/// What happened in the register.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterEvent {
    /// An organisation came on record, or was changed.
    Put(Organisation),
    /// An organisation was taken off.
    Closed {
        /// Its id.
        organisation: String,
    },
    /// An account was added.
    AccountAdded(Account),
    /// An account was ended.
    AccountEnded {
        /// Its id.
        account: String,
    },
    /// Titles are gained by examination.
    ExaminationPut(ExaminationTitle),
    /// An occupation has an access-type qualification.
    AccessPut {
        /// The occupation.
        occupation: String,
    },
}

/// The register as it is now.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Register {
    /// The organisations on record, by id.
    pub organisations: BTreeMap<String, Organisation>,
    /// Those taken off, with the day.
    pub closed: BTreeMap<String, Day>,
    /// The accounts, by id.
    pub accounts: BTreeMap<String, Account>,
    /// The accounts by the digest of their token.
    by_token: BTreeMap<String, String>,
    /// Titles gained by examination.
    pub examinations: Vec<ExaminationTitle>,
    /// Occupations with an access-type qualification.
    pub access: Vec<String>,
}

impl Register {
    /// The account of a token's digest.
    #[must_use]
    pub fn account_of(&self, token_digest: &str) -> Option<&Account> {
        self.by_token.get(token_digest).and_then(|id| self.accounts.get(id))
    }

    /// Whether a title is gained by examination in an area.
    #[must_use]
    pub fn by_examination(&self, sought: &Sought<'_>) -> bool {
        self.examinations.iter().any(|one| {
            covers(&one.area, sought.area)
                && sought.series == Some(one.series)
                && sought.title.is_some_and(|tier| one.titles.contains(&tier))
                && (one.specialties.is_empty()
                    || sought.specialty.is_some_and(|name| one.specialties.iter().any(|one| one == name)))
        })
    }
}

fn is_id(text: &str) -> bool {
    let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(known)
}

impl Aggregate for Register {
    type Command = RegisterCommand;
    type Event = RegisterEvent;

    fn decide(&self, order: &Order<RegisterCommand>) -> Result<Vec<RegisterEvent>, Refusal> {
        if order.by.role != Role::Administrator {
            return Err(Refusal::new("not-the-register"));
        }
        match &order.command {
            RegisterCommand::Put(organisation) => self.put(organisation),
            RegisterCommand::Close { organisation } => {
                self.known(organisation)?;
                Ok(vec![RegisterEvent::Closed { organisation: organisation.clone() }])
            }
            RegisterCommand::AddAccount(account) => self.add(account),
            RegisterCommand::EndAccount { account } if self.accounts.contains_key(account) => {
                Ok(vec![RegisterEvent::AccountEnded { account: account.clone() }])
            }
            RegisterCommand::EndAccount { account } => Err(Refusal::new("no-such-account").with("account", account)),
            RegisterCommand::PutExamination(examination) => {
                Ok(vec![RegisterEvent::ExaminationPut(examination.clone())])
            }
            RegisterCommand::PutAccess { occupation } => {
                Ok(vec![RegisterEvent::AccessPut { occupation: occupation.clone() }])
            }
        }
    }

    fn evolve(&mut self, event: &Event<RegisterEvent>) {
        match &event.what {
            RegisterEvent::Put(organisation) => {
                self.closed.remove(&organisation.id);
                self.organisations.insert(organisation.id.clone(), organisation.clone());
            }
            RegisterEvent::Closed { organisation } => {
                self.organisations.remove(organisation);
                self.closed.insert(organisation.clone(), event.at.day);
            }
            RegisterEvent::AccountAdded(account) => {
                self.by_token.insert(account.token_digest.clone(), account.id.clone());
                self.accounts.insert(account.id.clone(), account.clone());
            }
            RegisterEvent::AccountEnded { account } => {
                if let Some(ended) = self.accounts.remove(account) {
                    self.by_token.remove(&ended.token_digest);
                }
            }
            RegisterEvent::ExaminationPut(examination) => self.examinations.push(examination.clone()),
            RegisterEvent::AccessPut { occupation } => self.access.push(occupation.clone()),
        }
    }
}

impl Register {
    fn known(&self, id: &str) -> Result<&Organisation, Refusal> {
        self.organisations.get(id).ok_or_else(|| Refusal::new("no-such-organisation").with("organisation", id))
    }

    fn put(&self, organisation: &Organisation) -> Result<Vec<RegisterEvent>, Refusal> {
        if !is_id(&organisation.id) {
            return Err(Refusal::new("no-id").with("id", &organisation.id));
        }
        if organisation.name.trim().is_empty() {
            return Err(Refusal::new("organisation-without-name").with("organisation", &organisation.id));
        }
        if !is_code(&organisation.area) {
            return Err(Refusal::new("no-area-code").with("area", &organisation.area));
        }
        if let Some(under) = &organisation.under {
            self.known(under)?;
        }
        if let Some(remit) = organisation.remits.iter().find(|one| one.until.is_some_and(|until| until < one.from)) {
            return Err(Refusal::new("remit-ends-first").with("from", remit.from));
        }
        Ok(vec![RegisterEvent::Put(organisation.clone())])
    }

    fn add(&self, account: &Account) -> Result<Vec<RegisterEvent>, Refusal> {
        if !is_id(&account.id) {
            return Err(Refusal::new("no-id").with("id", &account.id));
        }
        if self.accounts.contains_key(&account.id) || self.by_token.contains_key(&account.token_digest) {
            return Err(Refusal::new("account-is-there").with("account", &account.id));
        }
        match (&account.organisation, account.role) {
            (None, Role::Clerk | Role::Supervisor | Role::Chair | Role::Examiner) => {
                Err(Refusal::new("account-without-organisation").with("account", &account.id))
            }
            (_, Role::Clock) => Err(Refusal::new("no-account-for-the-clock")),
            (Some(organisation), _) => {
                self.known(organisation)?;
                Ok(vec![RegisterEvent::AccountAdded(account.clone())])
            }
            (None, _) => Ok(vec![RegisterEvent::AccountAdded(account.clone())]),
        }
    }
}
