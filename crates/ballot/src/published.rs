//! The published record of a session's electronic votes, and counting it again.

use std::collections::BTreeMap;

use casework::Refusal;
use casework::session::{Attendance, Ballot, VoteResult};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::BallotFault;
use crate::paper::{Poll, SignedBallot, VoteKey, list_digest};

/// The schema of the record.
pub const SCHEMA: &str = "guantong/ballots/1";

/// The electronic votes of a session. It holds nothing about persons.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// `guantong/ballots/1`.
    pub schema: String,
    /// The session.
    pub session: String,
    /// Votes that are open.
    pub open: Vec<OpenVote>,
    /// Votes that are closed.
    pub votes: Vec<PublishedVote>,
}

/// An open vote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenVote {
    /// The case.
    pub case: String,
    /// The round.
    pub round: u32,
    /// The public key, PEM.
    pub key: String,
}

/// A closed vote, with everything that the count rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedVote {
    /// The case.
    pub case: String,
    /// The round.
    pub round: u32,
    /// The public key, PEM.
    pub key: String,
    /// Who was there, in numbers.
    pub attendance: Attendance,
    /// How many experts were given a signature.
    pub papers: u32,
    /// The ballots in the order of the SHA-256 of their serials.
    pub ballots: Vec<SignedBallot>,
    /// SHA-256 over the canonical JSON of `ballots`, as the log has it.
    pub digest: String,
    /// The result.
    pub result: VoteResult,
    /// The record of the log that closed the vote.
    pub closed: ClosedAt,
}

/// A record of the log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosedAt {
    /// Its number.
    pub seq: u64,
    /// Its hash: with any later root of the log it proves that the list was closed there.
    pub hash: String,
}

/// What is wrong with a published vote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// The key is none.
    Key,
    /// A ballot is not signed for this vote.
    Ballot {
        /// Its serial.
        serial: String,
        /// What is wrong.
        fault: BallotFault,
    },
    /// The ballots are in another order, or one stands there twice.
    Order,
    /// The digest is another one.
    Digest,
    /// They can't be counted.
    Uncounted(Refusal),
    /// The result is another one.
    Result,
}

impl Flaw {
    /// The kind.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Ballot { .. } => "ballot",
            Self::Order => "order",
            Self::Digest => "digest",
            Self::Uncounted(_) => "uncounted",
            Self::Result => "result",
        }
    }
}

impl PublishedVote {
    /// Checks every signature and counts again: everything that is wrong. An empty list means that the record holds.
    #[must_use]
    pub fn flaws(&self, session: &str) -> Vec<Flaw> {
        let Ok(key) = VoteKey::read(&self.key) else { return vec![Flaw::Key] };
        let poll = Poll { session: session.to_owned(), case: self.case.clone(), round: self.round };
        let bad = |ballot: &SignedBallot| {
            let fault = ballot.check(&poll, &key).err()?;
            Some(Flaw::Ballot { serial: ballot.serial.clone(), fault })
        };
        let mut flaws: Vec<Flaw> = self.ballots.iter().filter_map(bad).collect();
        let in_order: BTreeMap<String, &SignedBallot> = self.ballots.iter().map(|one| (one.place(), one)).collect();
        if !in_order.into_values().eq(&self.ballots) {
            flaws.push(Flaw::Order);
        }
        if list_digest(&self.ballots) != self.digest {
            flaws.push(Flaw::Digest);
        }
        let counted: Vec<Ballot> = self.ballots.iter().map(SignedBallot::counted).collect();
        match self.attendance.count(self.papers, &counted) {
            Ok(result) if result == self.result => {}
            Ok(_) => flaws.push(Flaw::Result),
            Err(refusal) => flaws.push(Flaw::Uncounted(refusal)),
        }
        flaws
    }
}
