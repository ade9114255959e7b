//! The office's side: the keys of a vote, and signing what isn't seen.

use crate::fault::BallotFault;
use crate::paper::{bytes, text};
use crate::{Chance, KeyPair, SecretKey};

/// How many bits a key has. It has to hold while the vote is open: later ballots are kept out by the log, and that nobody can
/// assign a ballot doesn't rest on it.
pub const KEY_BITS: usize = 3072;

/// The keys of one vote, in PEM.
pub struct Keys {
    /// For everybody.
    pub public: String,
    /// For the office, until the vote closes.
    pub secret: String,
}

/// Makes the keys of a vote. It takes about half a second.
///
/// # Errors
/// None could be made.
pub fn keys(chance: &mut impl Chance) -> Result<Keys, BallotFault> {
    let pair = KeyPair::generate(chance, KEY_BITS).map_err(|_| BallotFault::NoKey)?;
    let public = pair.pk.to_pem().map_err(|_| BallotFault::NoKey)?;
    let secret = pair.sk.to_pem().map_err(|_| BallotFault::NoKey)?;
    Ok(Keys { public, secret })
}

/// Signs a blinded message with the secret key of a vote; both texts are Base64. The same message always gets the same signature.
///
/// # Errors
/// The key can't be read, or the message is none for it.
pub fn sign(secret: &str, blinded: &str, chance: &mut impl Chance) -> Result<String, BallotFault> {
    let key = SecretKey::from_pem(secret).map_err(|_| BallotFault::Key)?;
    let blinded = bytes(blinded).ok_or(BallotFault::Blinded)?;
    let signature = key.blind_sign_with_rng(chance, blinded).map_err(|_| BallotFault::Blinded)?;
    text(&signature)
}
