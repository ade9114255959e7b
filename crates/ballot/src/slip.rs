//! The voter's side: a slip is filled in, its blinded message is signed, the blinding comes off; later the slip is the receipt.

use blind_rsa_signatures::{BlindMessage, BlindSignature, BlindingResult, Secret};
use casework::session::Choice;
use serde::{Deserialize, Serialize};

use crate::Chance;
use crate::fault::BallotFault;
use crate::paper::{Poll, SERIAL_BYTES, SignedBallot, VoteKey, bytes, hexadecimal, text};
use crate::published::Published;

/// A voter's own slip. It stays with the voter: who has it knows the vote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// The vote.
    pub poll: Poll,
    /// The key with which the vote was opened, as the voter was told it.
    pub key: String,
    /// The choice.
    pub choice: Choice,
    /// The serial.
    pub serial: String,
    /// What the office is given to sign, in Base64.
    pub blinded: String,
    /// What takes the blinding off, in Base64.
    unblinder: String,
    /// The signature, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
}

/// What a voter finds in the record of a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Receipt {
    /// The ballot was counted as it was cast.
    Counted,
    /// The vote is not closed, or not published.
    NotYet,
    /// The vote was opened with another key than the voter was told: a sign that somebody tried to tell voters apart.
    OtherKey,
    /// The ballot is not among those counted.
    Missing,
}

impl Slip {
    /// Fills in a ballot for a vote with this key, and blinds it.
    ///
    /// # Errors
    /// The key is none.
    pub fn fill(poll: Poll, key: &str, choice: Choice, chance: &mut impl Chance) -> Result<Self, BallotFault> {
        let public = VoteKey::read(key)?;
        let mut serial = [0; SERIAL_BYTES];
        chance.fill_bytes(&mut serial);
        let serial = hexadecimal(&serial);
        let blinding = public.0.blind(chance, poll.message(&serial, choice)).map_err(|_| BallotFault::Key)?;
        let (blinded, unblinder) = (text(&blinding.blind_message)?, text(&blinding.secret)?);
        Ok(Self { poll, key: key.to_owned(), choice, serial, blinded, unblinder, signature: None })
    }

    /// Takes the blinding off the office's signature, and checks what comes out.
    ///
    /// # Errors
    /// The office has not signed this slip.
    pub fn sign(&mut self, blind_signature: &str) -> Result<SignedBallot, BallotFault> {
        let key = VoteKey::read(&self.key)?;
        let part = |text: &str| bytes(text).ok_or(BallotFault::Signature);
        let signature = BlindSignature(part(blind_signature)?);
        let blinding = BlindingResult {
            blind_message: BlindMessage(part(&self.blinded)?),
            secret: Secret(part(&self.unblinder)?),
            msg_randomizer: None,
        };
        let message = self.poll.message(&self.serial, self.choice);
        let signature = key.0.finalize(&signature, &blinding, message).map_err(|_| BallotFault::Forged)?;
        self.signature = Some(text(&signature)?);
        self.ballot()
    }

    /// The ballot, to be cast without a name.
    ///
    /// # Errors
    /// It is not signed yet.
    pub fn ballot(&self) -> Result<SignedBallot, BallotFault> {
        let signature = self.signature.clone().ok_or(BallotFault::Unsigned)?;
        Ok(SignedBallot { choice: self.choice, serial: self.serial.clone(), signature })
    }

    /// Looks the ballot up in the published record of its session.
    ///
    /// # Errors
    /// The slip is not signed.
    pub fn look_up(&self, published: &Published) -> Result<Receipt, BallotFault> {
        let ballot = self.ballot()?;
        let of_case = |case: &str, round| {
            published.session == self.poll.session && case == self.poll.case && round == self.poll.round
        };
        let Some(vote) = published.votes.iter().find(|vote| of_case(&vote.case, vote.round)) else {
            return Ok(Receipt::NotYet);
        };
        Ok(match (vote.key == self.key, vote.ballots.contains(&ballot)) {
            (false, _) => Receipt::OtherKey,
            (true, true) => Receipt::Counted,
            (true, false) => Receipt::Missing,
        })
    }
}
