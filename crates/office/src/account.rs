//! Who calls: an account of the register, by its token.

use casework::{Actor, Role};
use sha2::{Digest as _, Sha256};

use crate::documents::hexadecimal;
use crate::error::OfficeError;
use crate::office::Office;

/// Who calls, as the register has it.
pub type Caller = Actor;

/// Whether somebody does the work of an office; an expert or examiner whom the same organisation employs does not.
pub(crate) fn is_of_office(by: &Caller, office: &str) -> bool {
    matches!(by.role, Role::Clerk | Role::Supervisor) && by.organisation.as_deref() == Some(office)
}

/// The digest under which a token stands in the register.
pub(crate) fn token_digest(token: &str) -> String {
    hexadecimal(&Sha256::digest(token.as_bytes()))
}

impl Office {
    /// The account of a token.
    ///
    /// # Errors
    /// No account has it, or the store cannot be read.
    pub async fn caller(&self, token: &str) -> Result<Caller, OfficeError> {
        let register = self.register().await?;
        let account = register.account_of(&token_digest(token)).ok_or(OfficeError::NoAccount)?;
        Ok(Actor { id: account.id.clone(), organisation: account.organisation.clone(), role: account.role })
    }
}

/// The passing of time as an actor.
pub(crate) fn clock() -> Actor {
    Actor { id: "clock".to_owned(), organisation: None, role: Role::Clock }
}
