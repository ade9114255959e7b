//! The accounts of the demo before anybody has logged in.

use casework::{Actor, Role};
use office::{Office, RegisterOrder};

use crate::error::{DemoError, Doing as _};
use crate::make::Chance;

/// An account, and what its owner is to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Person {
    pub actor: Actor,
    /// The place, by key; none for who works for all.
    pub place: Option<String>,
    /// What there is to see: a story, an organisation of the script, or a role.
    pub look: String,
    /// Whether it gets a password.
    pub login: bool,
}

impl Person {
    /// Somebody who works for all places.
    pub fn everywhere(id: &str, role: Role) -> Self {
        let actor = Actor { id: id.to_owned(), organisation: None, role };
        Self { actor, place: None, look: id.to_owned(), login: true }
    }

    /// Puts the account on record, with a token that nobody learns.
    pub async fn put_on_record(&self, office: &Office, chance: &Chance) -> Result<(), DemoError> {
        let order = RegisterOrder::AddAccount {
            account: self.actor.id.clone(),
            organisation: self.actor.organisation.clone(),
            role: self.actor.role,
            token: format!("{}{}", chance().simple(), chance().simple()),
        };
        let done = office.order_register(&Office::operator(), &order, None).await;
        done.doing(|| format!("the account {}", self.actor.id))?;
        Ok(())
    }
}
