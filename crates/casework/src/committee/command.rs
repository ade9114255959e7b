//! What may be asked of a committee, and what happens to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::draw::{Commitment, DrawRecord, ReplacementReason};
use super::{CommitteeRules, Concerned, Expert, Relation, Remit, Term};
use crate::case::DocumentRef;
use crate::session::Sheet;
use model::Day;

/// What a committee is put on file with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// The organisation that keeps its office.
    pub office: String,
    /// What it reviews.
    pub remit: Remit,
    /// How many members it has; odd.
    pub size: u16,
    /// From when until when the filing is valid.
    pub filing: Term,
    /// The document by which the province lets it be smaller than the rules ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// The rules by which it was put on file.
    pub rules: CommitteeRules,
}

/// What somebody may ask for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// 核准备案: put it on file.
    Register(Registration),
    /// Put it on file anew, with the filing, the size and the rules of now.
    Renew(Registration),
    /// Take it off the file.
    Dissolve {
        /// Why.
        reason: DocumentRef,
    },
    /// Take an expert into the pool, or into a new term once the last one has ended.
    AddExpert {
        /// The expert.
        expert: Expert,
    },
    /// Take an expert out of the pool.
    RemoveExpert {
        /// The expert's id.
        expert: String,
        /// Why.
        reason: DocumentRef,
    },
    /// Declare a relation: the expert himself, or the office when it learns of it.
    Declare {
        /// The expert's id.
        expert: String,
        /// The relation.
        relation: Relation,
    },
    /// Take back a declaration that was wrong.
    Retract {
        /// The expert's id.
        expert: String,
        /// The relation.
        relation: Relation,
        /// Why it was wrong.
        reason: DocumentRef,
    },
    /// Fix the pool and the digest of a secret for a draw.
    CommitDraw {
        /// The draw's id.
        draw: String,
        /// How many members.
        seats: u16,
        /// How many skilled experts at least.
        skilled_at_least: u16,
        /// Whose cases are on the agenda.
        agenda: Vec<Concerned>,
        /// The day of the session, on which the terms have to hold.
        session_on: Day,
        /// [`secret_digest`](super::draw::secret_digest) of the secret.
        secret_commitment: String,
        /// Which public value will be taken.
        public_source: String,
        /// The day of that value.
        public_day: Day,
    },
    /// Draw.
    Draw {
        /// The draw's id.
        draw: String,
        /// The secret.
        secret: String,
        /// The public value.
        public_value: String,
    },
    /// Replace a drawn member by the next in rank.
    Replace {
        /// The draw's id.
        draw: String,
        /// The member.
        out: String,
        /// Why.
        reason: ReplacementReason,
    },
    /// Put a scoring sheet on file, or a new version of it: sessions convened from now on score by it.
    FileSheet {
        /// The sheet.
        sheet: Sheet,
    },
    /// Take a scoring sheet off.
    WithdrawSheet {
        /// Its id.
        sheet: String,
        /// Why.
        reason: DocumentRef,
    },
}

/// What happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CommitteeEvent {
    /// It was put on file.
    Registered(Registration),
    /// It was put on file anew.
    Renewed(Registration),
    /// It was taken off the file.
    Dissolved {
        /// Why.
        reason: DocumentRef,
    },
    /// An expert came into the pool.
    ExpertAdded {
        /// The expert.
        expert: Expert,
    },
    /// An expert left the pool.
    ExpertRemoved {
        /// The expert's id.
        expert: String,
        /// Why.
        reason: DocumentRef,
    },
    /// A relation was declared.
    Declared {
        /// The expert's id.
        expert: String,
        /// The relation.
        relation: Relation,
    },
    /// A declaration was taken back.
    Retracted {
        /// The expert's id.
        expert: String,
        /// The relation.
        relation: Relation,
        /// Why.
        reason: DocumentRef,
    },
    /// The pool and the secret of a draw were fixed.
    DrawCommitted {
        /// All of it.
        commitment: Commitment,
    },
    /// The draw was made.
    Drawn {
        /// The record that is published.
        record: DrawRecord,
    },
    /// A member was replaced.
    Replaced {
        /// The record as it is now.
        record: DrawRecord,
    },
    /// A scoring sheet was put on file.
    SheetFiled {
        /// The sheet.
        sheet: Sheet,
    },
    /// A scoring sheet was taken off.
    SheetWithdrawn {
        /// Its id.
        sheet: String,
        /// Why.
        reason: DocumentRef,
    },
}
