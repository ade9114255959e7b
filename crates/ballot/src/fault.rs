//! What can be wrong with keys, blinded messages, signatures and ballots.

/// Why something is not taken for what it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BallotFault {
    /// The key can't be read.
    #[error("this is no RSA key of 2,048 to 4,096 bits in PEM; take the key from the vote's record as it stands")]
    Key,
    /// A blinded message isn't one for this key.
    #[error(
        "this is no blinded message for the key of this vote; blind the ballot with the key that the vote was opened with"
    )]
    Blinded,
    /// A signature isn't one.
    #[error("this is no signature in Base64; send it as it was made")]
    Signature,
    /// The signature doesn't fit the ballot and the key.
    #[error(
        "the signature is not one of this vote's key under this ballot; cast the ballot in the vote for which it was signed"
    )]
    Forged,
    /// The serial isn't one.
    #[error("a serial has 64 lower-case hexadecimal digits; draw it by chance")]
    Serial,
    /// The slip has no signature yet.
    #[error("the slip is not signed yet; ask the office for the signature first")]
    Unsigned,
    /// No key could be made.
    #[error("no key could be made; try again")]
    NoKey,
}
