//! Electronic votes: a signature for each expert who takes part, ballots without a name, and the record of a closed vote.
//!
//! Who was given a signature stands in the log; what was signed nobody knows. A ballot comes without an account, and lies in an
//! urn outside the log until the chair closes the vote.

use std::collections::BTreeMap;

use ballot::{
    BallotFault, ClosedAt, OpenVote, Poll, Published, PublishedVote, SignedBallot, SystemChance, VoteKey, list_digest,
};
use casework::Refusal;
use casework::aggregate::{Aggregate as _, Event};
use casework::session::{Casting, Command, Item, Session, SessionEvent};
use model::Faults;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Cast, StoreError, Unit, UrnBallot, UrnChange};

use super::{Sitting, stream};
use crate::account::Caller;
use crate::error::OfficeError;
use crate::history::event;
use crate::office::Office;
use crate::once::Once;

/// What an expert asks the office to sign without seeing it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureOrder {
    /// The case.
    pub case: String,
    /// The round of voting.
    pub round: u32,
    /// The blinded message, in Base64.
    pub blinded: String,
}

/// The office's signature under what it has not seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BlindlySigned {
    /// The case.
    pub case: String,
    /// The round of voting.
    pub round: u32,
    /// The blind signature, in Base64.
    pub blind_signature: String,
}

/// A ballot on its way into the urn.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CastOrder {
    /// The case.
    pub case: String,
    /// The round of voting.
    pub round: u32,
    /// The ballot.
    pub ballot: SignedBallot,
}

/// A ballot that lies in the urn.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Taken {
    /// Its serial, by which it is found in the record once the vote is closed.
    pub serial: String,
}

/// The urn of a vote.
fn urn(session: &str, case: &str, round: u32) -> String {
    format!("session/{session}/{case}/{round}")
}

fn not_open(case: &str) -> OfficeError {
    Refusal::new("urn-not-open").with("case", case).into()
}

fn altered(id: &str) -> OfficeError {
    OfficeError::Altered { id: id.to_owned() }
}

/// Something in a request that is not what it should be.
fn fault(path: &str, fault: BallotFault) -> OfficeError {
    let text = fault.to_string();
    let (problem, remedy) = text.split_once("; ").unwrap_or((text.as_str(), ""));
    Faults::one(path, problem, remedy).into()
}

/// Runs arithmetic that takes a while where it holds up nobody.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, OfficeError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| altered("arithmetic that broke off"))
}

impl Office {
    /// Signs an expert's blinded ballot: once, and only for who takes part in the vote. The log then has that the expert was
    /// given one. Asked again for the same, the office gives the same.
    ///
    /// # Errors
    /// The vote is not open or on paper, the expert is absent, recused or was served before, the message is none, or the store
    /// cannot be reached.
    pub async fn sign_ballot(
        &self,
        by: &Caller,
        session: &str,
        order: &SignatureOrder,
    ) -> Result<BlindlySigned, OfficeError> {
        let SignatureOrder { case, round, blinded } = order;
        self.sitting(session).await?.loaded.state.item(case)?;
        let urn = &urn(session, case, *round);
        // With a blank, which no key from outside has.
        let key = format!("ballot {urn}");
        let once = Once::of(by, Some(&key), &json!({ "sign": order }));
        let make = || async move {
            let sitting = self.sitting(session).await?;
            let command = Command::IssuePaper { case: case.clone(), expert: by.id.clone(), signed: true };
            let decided = self.decide(stream(session), &sitting.loaded, by, command)?;
            if sitting.loaded.state.item(case)?.rounds != *round {
                return Err(not_open(case));
            }
            let secret = self.store.urn_secret(urn).await?.ok_or_else(|| not_open(case))?;
            let message = blinded.clone();
            let signed = aside(move || ballot::sign(&secret, &message, &mut SystemChance)).await?;
            let blind_signature = signed.map_err(|wrong| match wrong {
                BallotFault::Key => altered(urn),
                other => fault("blinded", other),
            })?;
            let unit = Unit { appends: vec![decided.append], ..Unit::default() };
            Ok((unit, BlindlySigned { case: case.clone(), round: *round, blind_signature }))
        };
        match self.commit_once(once, make).await {
            // Another slip than the first time.
            Err(OfficeError::Store(StoreError::KeyReused { .. })) => {
                Err(Refusal::new("paper-issued").with("expert", &by.id).into())
            }
            done => done,
        }
    }

    /// Takes a ballot from nobody in particular. The same one again changes nothing.
    ///
    /// # Errors
    /// The vote is not open, or no longer; the signature is not one of this vote; the serial is taken; or the store cannot be
    /// reached.
    pub async fn cast_ballot(&self, session: &str, order: &CastOrder) -> Result<Taken, OfficeError> {
        let CastOrder { case, round, ballot } = order;
        let state = self.sitting(session).await?.loaded.state;
        let open = state.items.get(case).filter(|item| item.rounds == *round).and_then(Item::key);
        let key = open.ok_or_else(|| not_open(case))?;
        let poll = Poll { session: session.to_owned(), case: case.clone(), round: *round };
        check(ballot, &poll, key)?;
        let body = serde_json::to_string(ballot).map_err(|_| altered("ballot"))?;
        let there = UrnBallot { place: ballot.place(), body };
        match self.store.cast(&urn(session, case, *round), &there).await? {
            Cast::Taken => Ok(Taken { serial: ballot.serial.clone() }),
            Cast::Occupied => Err(Refusal::new("ballot-serial-taken").with("case", case).into()),
            Cast::Closed => Err(not_open(case)),
        }
    }

    /// The electronic votes of a session: of those that are open the key, of those that are closed every ballot. Before the
    /// results are announced it is for members and the office; afterwards for anybody.
    ///
    /// # Errors
    /// There is no such session, it is not for the caller yet, or the store cannot be reached.
    pub async fn published(&self, by: Option<&Caller>, id: &str) -> Result<Published, OfficeError> {
        let mut state = Session::default();
        let mut keys = BTreeMap::new();
        let mut votes: Vec<PublishedVote> = Vec::new();
        for record in &self.store.stream(&stream(id)).await? {
            let event: Event<SessionEvent> = event(record)?;
            state.evolve(&event);
            match event.what {
                SessionEvent::VoteOpened { case, key: Some(key), .. } => drop(keys.insert(case, key)),
                SessionEvent::VoteClosed { case, round, result, urn: Some(digest), .. } => {
                    let attendance = state.attendance(state.item(&case)?)?;
                    let closed = ClosedAt { seq: record.seq, hash: record.hash.to_string() };
                    let (key, papers) = (keys.get(&case).cloned().unwrap_or_default(), result.papers);
                    let ballots = self.out_of_the_urn(&urn(id, &case, round)).await?;
                    votes.push(PublishedVote { case, round, key, attendance, papers, ballots, digest, result, closed });
                }
                _ => {}
            }
        }
        if !state.announced {
            let nobody = || OfficeError::NotForYou { what: format!("session {id}") };
            let by = by.ok_or_else(nobody)?;
            super::for_whom(&state, id, by)?;
            // Before everybody knows, whoever keeps out of a case sees nothing of its vote.
            state.items.retain(|_, item| super::shown::is_for(item, by));
            votes.retain(|vote| state.items.contains_key(&vote.case));
        }
        let open = state.items.iter().filter_map(|(case, item)| {
            Some(OpenVote { case: case.clone(), round: item.rounds, key: item.key()?.to_owned() })
        });
        Ok(Published { schema: ballot::SCHEMA.to_owned(), session: id.to_owned(), open: open.collect(), votes })
    }

    /// What an order to a session does to an urn. A vote that is opened electronically gets its key here; one that is closed gets
    /// its ballots, whatever the order says of them.
    pub(super) async fn urn_of(
        &self,
        by: &Caller,
        id: &str,
        sitting: &Sitting,
        command: &mut Command,
    ) -> Result<Option<UrnChange>, OfficeError> {
        let session = &sitting.loaded.state;
        let vote =
            |case: &str| session.items.get(case).and_then(|item| Some((item.key()?, urn(id, case, item.rounds))));
        match command {
            Command::OpenVote { case, casting: Casting::Electronic, key } => {
                // A key costs time: nobody gets one who may not open the vote.
                let asked =
                    Command::OpenVote { case: case.clone(), casting: Casting::Electronic, key: Some(String::new()) };
                self.decide(stream(id), &sitting.loaded, by, asked)?;
                let round = session.item(case)?.rounds.saturating_add(1);
                let keys = aside(|| ballot::keys(&mut SystemChance)).await?.map_err(|wrong| fault("casting", wrong))?;
                *key = Some(keys.public);
                Ok(Some(UrnChange::Open { urn: urn(id, case, round), secret: keys.secret }))
            }
            Command::VoidVote { case, .. } => Ok(vote(case).map(|(_, urn)| UrnChange::Void { urn })),
            Command::CloseVote { case, ballots, urn: digest, .. } => {
                // Ballots that somebody brings along are none of the urn: the order is refused like one for a vote on paper.
                let Some((key, urn)) = vote(case).filter(|_| ballots.is_empty()) else { return Ok(None) };
                let signed = self.out_of_the_urn(&urn).await?;
                let poll = Poll { session: id.to_owned(), case: case.clone(), round: session.item(case)?.rounds };
                for one in &signed {
                    check(one, &poll, key).map_err(|_| altered(&urn))?;
                }
                *ballots = signed.iter().map(SignedBallot::counted).collect();
                *digest = Some(list_digest(&signed));
                Ok(Some(UrnChange::Close { urn, ballots: signed.len() as u64 }))
            }
            _ => Ok(None),
        }
    }

    async fn out_of_the_urn(&self, urn: &str) -> Result<Vec<SignedBallot>, OfficeError> {
        let ballots = self.store.urn_ballots(urn).await?;
        ballots.iter().map(|one| serde_json::from_str(&one.body).map_err(|_| altered(urn))).collect()
    }
}

fn check(ballot: &SignedBallot, poll: &Poll, key: &str) -> Result<(), OfficeError> {
    let key = VoteKey::read(key).map_err(|_| altered("the key of the vote"))?;
    ballot.check(poll, &key).map_err(|wrong| match wrong {
        BallotFault::Forged => Refusal::new("ballot-forged").with("case", &poll.case).into(),
        BallotFault::Serial => fault("ballot.serial", wrong),
        other => fault("ballot.signature", other),
    })
}
