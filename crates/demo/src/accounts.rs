//! Passwords and second factors of the demo's accounts: set by invitation and enrolment, as people set them.

use accounts::{Factor, PasswordFault};
use jiff::Timestamp;
use office::{Accepted, Approach, Entered, FactorTaken, Office, OfficeError};
use serde::Serialize;

use crate::error::{DemoError, Doing as _};
use crate::made::MadeAccount;
use crate::make::Chance;
use crate::people::Person;

/// How many letters of a password one draw gives: of an identifier's last digits, which are all of chance.
const LETTERS: usize = 12;

/// A second factor, for an app that shows its codes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SecondFactor {
    /// The secret as it is typed into an app.
    pub secret: String,
    /// The address that an app reads.
    pub address: String,
}

impl SecondFactor {
    /// The code that is right at a moment; none where the secret is none.
    #[must_use]
    pub fn code(&self, at: Timestamp) -> Option<String> {
        Some(Factor::typed_in(&self.secret)?.code(at.as_millisecond()))
    }
}

/// Something that an account did not let happen.
fn stuck(what: &str) -> OfficeError {
    OfficeError::Machine { what: what.to_owned() }
}

/// A password that nobody can guess: 96 bits of chance in groups of four.
fn password(chance: &Chance) -> String {
    let draws = [chance(), chance()].map(|drawn| drawn.simple().to_string());
    let letters: Vec<char> = draws.iter().flat_map(|drawn| drawn.chars().rev().take(LETTERS)).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

impl Person {
    /// Gives the account a password, and a second factor where its role needs one.
    pub(crate) async fn gets_in(
        &self,
        office: &Office,
        chance: &Chance,
        now: Timestamp,
    ) -> Result<MadeAccount, DemoError> {
        let id = self.actor.id.as_str();
        let password = password(chance);
        let second_factor = self.set(office, &password, now).await.doing(|| format!("the login of {id}"))?;
        Ok(MadeAccount {
            account: id.to_owned(),
            place: self.place.clone(),
            organisation: self.actor.organisation.clone(),
            role: self.actor.role,
            password,
            second_factor,
            look: self.look.clone(),
        })
    }

    async fn set(&self, office: &Office, password: &str, now: Timestamp) -> Result<Option<SecondFactor>, OfficeError> {
        let id = self.actor.id.as_str();
        let invitation = office.invite(&Office::operator(), id, false).await?;
        match office.accept_invitation(invitation.text(), password).await? {
            Accepted::Done => {}
            Accepted::Faulty(fault) => return Err(stuck(PasswordFault::key(fault))),
            Accepted::Over => return Err(stuck("the invitation is over")),
        }
        let entered = office.enter(&Approach { label: "demo", ..Approach::default() }, id, password).await?;
        let factor = match entered {
            Entered::Open { .. } => None,
            Entered::Enrol(session) => Some(enrol(office, session.text(), now).await?),
            _ => return Err(stuck("the password does not let in")),
        };
        // Nobody is left logged in.
        office.end_sessions(id).await?;
        Ok(factor)
    }
}

async fn enrol(office: &Office, session: &str, now: Timestamp) -> Result<SecondFactor, OfficeError> {
    let over = || stuck("the second factor cannot be set up");
    let visitor = office.visitor(session).await?.ok_or_else(over)?;
    let offered = office.offer_factor(&visitor).await?.ok_or_else(over)?;
    let factor = SecondFactor { secret: offered.typed, address: offered.address };
    let code = factor.code(now).ok_or_else(over)?;
    match office.take_factor(&visitor, &code).await? {
        FactorTaken::Done { .. } => Ok(factor),
        _ => Err(over()),
    }
}

/// Logs an account in with what was printed, at a moment of the office's clock; the token of the session.
///
/// # Errors
/// The store cannot be reached, or the account is not let in.
pub async fn sign_in(office: &Office, account: &MadeAccount, at: Timestamp) -> Result<String, OfficeError> {
    let from = Approach { label: "demo", ..Approach::default() };
    let entered = office.enter(&from, &account.account, &account.password).await?;
    let entered = match (entered, &account.second_factor) {
        (Entered::Code(session), Some(factor)) => {
            let code = factor.code(at).unwrap_or_default();
            office.enter_code(&from, session.text(), &code).await?
        }
        (entered, _) => entered,
    };
    match entered {
        Entered::Open { session, .. } => Ok(session.text().to_owned()),
        _ => Err(stuck("the account is not let in")),
    }
}
