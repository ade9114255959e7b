//! What may be asked of a session, and what happens in it.

use std::collections::BTreeMap;

use model::procedure::MaterialKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agenda::{Convening, Material, Member};
use super::reasons::{Outcome, Reasons};
use super::scoring::{Score, Total};
use super::stand_ins::Defended;
use super::vote::{Ballot, VoteResult};
use crate::case::DocumentRef;
use crate::committee::Bar;

/// On what ground an expert keeps out of a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "ground", rename_all = "kebab-case")]
pub enum Ground {
    /// Found from what is known when the session is convened.
    Duty {
        /// The reason.
        bar: Bar,
    },
    /// The expert asked to.
    Declared,
    /// The office learned of it.
    Office,
}

/// How ballots are cast in a vote; never both ways in one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Casting {
    /// On paper, into a box whose ballots the chair enters.
    #[default]
    Paper,
    /// Electronically: signed unseen for each expert, cast without a name, taken out of the urn by the office.
    Electronic,
}

/// What somebody may ask for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Convene the session.
    Convene(Box<Convening>),
    /// Replace a member before the session sits.
    Replace {
        /// The member who leaves.
        out: String,
        /// Who comes.
        by: Member,
    },
    /// Record who attends; until a vote was opened it may be recorded anew.
    Attend {
        /// The experts who attend.
        present: Vec<String>,
    },
    /// Keep an expert out of a case: by the expert himself, or by the office when it learns of an interest.
    Recuse {
        /// The case.
        case: String,
        /// The expert.
        expert: String,
        /// What it rests on.
        reason: DocumentRef,
    },
    /// The group's written opinion.
    Opinion {
        /// The case.
        case: String,
        /// The experts who sign it.
        experts: Vec<String>,
        /// The text.
        text: DocumentRef,
        /// Whether they recommend it.
        recommends: bool,
    },
    /// The group's experts admit a kind of material in place of a paper, where the text leaves that to the committee.
    Admit {
        /// The case.
        case: String,
        /// The kind of material.
        kind: MaterialKind,
        /// The experts who sign it.
        experts: Vec<String>,
        /// Why it shows what a paper would show.
        reason: DocumentRef,
    },
    /// The applicant defends.
    Defend {
        /// The case.
        case: String,
        /// What is defended.
        materials: Vec<Material>,
    },
    /// An expert's own scores; until the vote was opened they may be given anew.
    Score {
        /// The case.
        case: String,
        /// The score of each item.
        scores: BTreeMap<String, Score>,
    },
    /// Open the vote.
    OpenVote {
        /// The case.
        case: String,
        /// How ballots are cast.
        #[serde(default)]
        casting: Casting,
        /// The public key of an electronic vote, made for it by the office that keeps the secret one; never from outside.
        #[serde(skip)]
        key: Option<String>,
    },
    /// Take a paper: each expert only for himself.
    IssuePaper {
        /// The case.
        case: String,
        /// The expert.
        expert: String,
        /// Whether the office signs a ballot unseen instead of handing a paper out; never from outside.
        #[serde(skip)]
        signed: bool,
    },
    /// Void an open vote: no ballot of it counts, and it is opened anew.
    VoidVote {
        /// The case.
        case: String,
        /// Why.
        reason: DocumentRef,
    },
    /// Close the vote and count all ballots.
    CloseVote {
        /// The case.
        case: String,
        /// All ballots, as they came out of the box.
        ballots: Vec<Ballot>,
        /// Why it closes although somebody has not taken a paper, or not handed in a ballot.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        early: Option<DocumentRef>,
        /// The digest of the signed ballots out of the urn of an electronic vote, each checked; never from outside.
        #[serde(skip)]
        urn: Option<String>,
    },
    /// Settle a case: with reasons where it didn't pass.
    Conclude {
        /// The case.
        case: String,
        /// The reasons for the applicant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reasons>,
    },
    /// Leave a case to another session: no quorum, a group too small after recusals, an applicant who couldn't come.
    Postpone {
        /// The case.
        case: String,
        /// Why.
        reason: DocumentRef,
    },
    /// The chair announces all results.
    Announce,
    /// Open a re-examination that an applicant asked for; a later session takes it up.
    ReExamine {
        /// The case.
        case: String,
        /// The applicant's request.
        request: DocumentRef,
    },
}

/// What happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SessionEvent {
    /// The session was convened.
    Convened(Box<Convening>),
    /// A member was replaced.
    Replaced {
        /// Who left.
        out: String,
        /// Who came.
        by: Member,
    },
    /// It was recorded who attends.
    Attended {
        /// The experts, in order of ids.
        present: Vec<String>,
    },
    /// An expert keeps out of a case.
    Recused {
        /// The case.
        case: String,
        /// The expert.
        expert: String,
        /// The ground.
        ground: Ground,
        /// What it rests on; none where it follows from what is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<DocumentRef>,
    },
    /// The group gave its opinion.
    OpinionGiven {
        /// The case.
        case: String,
        /// Who signed.
        experts: Vec<String>,
        /// The text.
        text: DocumentRef,
        /// Whether they recommend it.
        recommends: bool,
    },
    /// The group's experts admitted a kind of material in place of a paper.
    MaterialAdmitted {
        /// The case.
        case: String,
        /// The kind of material.
        kind: MaterialKind,
        /// Who signed.
        experts: Vec<String>,
        /// Why.
        reason: DocumentRef,
    },
    /// The applicant defended.
    Defended {
        /// The case.
        case: String,
        /// What was defended, and what of it stood in for a paper.
        materials: Vec<Defended>,
    },
    /// An expert scored.
    Scored {
        /// The case.
        case: String,
        /// The expert.
        expert: String,
        /// The scores.
        scores: BTreeMap<String, Score>,
        /// What they come to.
        total: Total,
    },
    /// The vote was opened.
    VoteOpened {
        /// The case.
        case: String,
        /// The how many-th vote in this case, from 1: papers of one round are none of another.
        round: u32,
        /// The public key under which ballots are signed, where the vote is electronic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// An expert took a paper, or was given a signature for a ballot that nobody sees; what is done with it is nobody's knowledge.
    PaperIssued {
        /// The case.
        case: String,
        /// The round.
        round: u32,
        /// The expert.
        expert: String,
    },
    /// The vote was voided.
    VoteVoided {
        /// The case.
        case: String,
        /// The round.
        round: u32,
        /// Why.
        reason: DocumentRef,
    },
    /// The vote was closed and counted.
    VoteClosed {
        /// The case.
        case: String,
        /// The round.
        round: u32,
        /// All ballots, in the order of their serials.
        ballots: Vec<Ballot>,
        /// The result.
        result: VoteResult,
        /// Why it closed although somebody had not taken a paper, or not handed in a ballot.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        early: Option<DocumentRef>,
        /// The digest of the signed ballots, as they are published, where the vote was electronic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urn: Option<String>,
    },
    /// A case was settled.
    Concluded {
        /// The case.
        case: String,
        /// How.
        outcome: Outcome,
        /// The reasons.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reasons>,
    },
    /// A case was left to another session.
    Postponed {
        /// The case.
        case: String,
        /// Why.
        reason: DocumentRef,
    },
    /// The results were announced.
    Announced {
        /// The outcome of each case.
        results: BTreeMap<String, Outcome>,
    },
    /// A re-examination was opened.
    ReExaminationOpened {
        /// The case.
        case: String,
        /// The request.
        request: DocumentRef,
    },
}
