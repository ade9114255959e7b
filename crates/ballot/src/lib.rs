//! Electronic secret ballots: filled in by the voter, signed unseen by the office, cast by nobody in particular, and counted
//! again by anybody.
//!
//! The office signs one message for each expert and doesn't see it (RSA blind signatures, RFC 9474, the variant
//! RSABSSA-SHA384-PSS-Deterministic). The message holds the vote, a serial that only chance knows, and the choice; the voter takes the
//! blinding off, and what is left is a ballot that everybody can check and nobody can assign. The blinding is a uniformly distributed
//! factor: what the office has seen fits every ballot equally well, whatever computers are to come.
//!
//! Chance comes in as a value; there is no clock, no file, no network.

mod desk;
mod fault;
mod paper;
mod published;
mod slip;

pub use blind_rsa_signatures::DefaultRng as SystemChance;
pub use desk::{KEY_BITS, Keys, keys, sign};
pub use fault::BallotFault;
pub use paper::{Poll, SignedBallot, VoteKey, list_digest};
pub use published::{ClosedAt, Flaw, OpenVote, Published, PublishedVote, SCHEMA};
pub use rsa::rand_core::CryptoRng as Chance;
pub use slip::{Receipt, Slip};

use blind_rsa_signatures::{Deterministic, PSS, Sha384};

type PublicKey = blind_rsa_signatures::PublicKey<Sha384, PSS, Deterministic>;
type SecretKey = blind_rsa_signatures::SecretKey<Sha384, PSS, Deterministic>;
type KeyPair = blind_rsa_signatures::KeyPair<Sha384, PSS, Deterministic>;
