//! A ballot: the message that is signed, its signature, and how both are checked.

use casework::session::{Ballot, Choice};
use ct_codecs::{Base64, Decoder as _, Encoder as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::PublicKey;
use crate::fault::BallotFault;

/// How many random bytes a serial has.
pub(crate) const SERIAL_BYTES: usize = 32;

/// One round of voting in one case of one session. Each has a key of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The session.
    pub session: String,
    /// The case.
    pub case: String,
    /// The how many-th vote in this case.
    pub round: u32,
}

/// A ballot with the office's signature. It says nothing of who cast it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedBallot {
    /// What it says.
    pub choice: Choice,
    /// The serial: 32 bytes of chance, as lower-case hexadecimal digits.
    pub serial: String,
    /// The signature over the message, in Base64.
    pub signature: String,
}

/// What is signed, as canonical JSON (RFC 8785): these keys in this order, no blanks, UTF-8.
#[derive(Serialize)]
struct Message<'a> {
    case: &'a str,
    choice: Choice,
    round: u32,
    schema: &'a str,
    serial: &'a str,
    session: &'a str,
}

impl Poll {
    /// The bytes that are signed for a ballot in this vote. The choice is among them: a signature for one says nothing for another.
    pub(crate) fn message(&self, serial: &str, choice: Choice) -> Vec<u8> {
        let Self { session, case, round } = self;
        let message = Message { case, choice, round: *round, schema: "guantong/ballot/1", serial, session };
        // Texts and a number are always written.
        serde_json::to_vec(&message).unwrap_or_default()
    }
}

/// The public key of a vote.
#[derive(Clone, Debug)]
pub struct VoteKey(pub(crate) PublicKey);

impl VoteKey {
    /// Reads a key in PEM (SubjectPublicKeyInfo).
    ///
    /// # Errors
    /// It is none.
    pub fn read(pem: &str) -> Result<Self, BallotFault> {
        PublicKey::from_pem(pem).map(Self).map_err(|_| BallotFault::Key)
    }
}

impl SignedBallot {
    /// Checks the signature under the key of a vote.
    ///
    /// # Errors
    /// Something can't be read, or the signature was not made for this ballot in this vote.
    pub fn check(&self, poll: &Poll, key: &VoteKey) -> Result<(), BallotFault> {
        if !is_serial(&self.serial) {
            return Err(BallotFault::Serial);
        }
        let signature = bytes(&self.signature).ok_or(BallotFault::Signature)?.into();
        let message = poll.message(&self.serial, self.choice);
        key.0.verify(&signature, None, message).map_err(|_| BallotFault::Forged)
    }

    /// What the count needs of it.
    #[must_use]
    pub fn counted(&self) -> Ballot {
        Ballot { serial: self.serial.clone(), choice: self.choice }
    }

    /// The place in the urn: the SHA-256 of the serial's digits. Ballots are kept and published in the order of these.
    #[must_use]
    pub fn place(&self) -> String {
        digest(self.serial.as_bytes())
    }
}

/// The digest of a whole list of ballots, which the closing of a vote records: SHA-256 over its canonical JSON (RFC 8785).
#[must_use]
pub fn list_digest(ballots: &[SignedBallot]) -> String {
    // Its fields stand in the order of their names.
    digest(&serde_json::to_vec(ballots).unwrap_or_default())
}

/// Whether a text is a serial.
fn is_serial(text: &str) -> bool {
    text.len() == 2 * SERIAL_BYTES && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The most characters that a signature or a blinded message has, in Base64: one of 4,096 bits.
const MOST_CHARACTERS: usize = 684;

pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    if text.len() > MOST_CHARACTERS {
        return None;
    }
    Base64::decode_to_vec(text, None).ok()
}

pub(crate) fn text(bytes: &[u8]) -> Result<String, BallotFault> {
    Base64::encode_to_string(bytes).map_err(|_| BallotFault::Signature)
}
