//! The draw of a session's members, which anybody can run again from the published record.
//!
//! Before the draw two things are committed to: the pool, with who is barred and why, and a secret. After a public value
//! of a later day is known, the secret is told, and everything follows by SHA-256 (all texts in UTF-8, digests in
//! lower-case hexadecimal):
//!
//! - pool commitment: of one line for each candidate, in the order of ids, `ID TAB skilled|ordinary TAB eligible|BAR LF`
//! - secret commitment: of `guantong-draw-secret-1 LF SECRET`
//! - seed: of `guantong-draw-seed-1 LF DRAW LF POOL-COMMITMENT LF SECRET LF PUBLIC-VALUE`
//! - a candidate's rank: by the digest of `SEED LF ID`, lowest first
//! - members: of the eligible candidates who are not replaced, the first K skilled ones, then the first of all others
//!   until the seats are filled, where K is the least number of skilled experts
//!
//! Whoever is taken out afterwards makes room for exactly one other; the remaining members stay.

use std::collections::{BTreeMap, BTreeSet};

use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::expert::{Bar, plain_id};
use crate::refusal::Refusal;

/// The schema of the published record.
pub const DRAW_SCHEMA: &str = "guantong/draw/1";
/// The fewest hexadecimal digits of a secret: 256 bits, so that nobody can try all of them.
const SECRET_DIGITS: usize = 64;

/// One expert of the pool, as the draw sees it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The expert's id.
    pub id: String,
    /// Whether it is a skilled expert.
    pub skilled: bool,
    /// Why the expert can't be drawn, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barred: Option<Bar>,
}

/// What is fixed before the draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// The draw's id.
    pub draw: String,
    /// The day on which the pool and the secret were committed to.
    pub committed_on: Day,
    /// How many members are drawn.
    pub seats: u16,
    /// How many of them at least are skilled experts.
    pub skilled_at_least: u16,
    /// The pool, in the order of ids.
    pub pool: Vec<Candidate>,
    /// The digest of the pool.
    pub pool_commitment: String,
    /// The digest of the secret.
    pub secret_commitment: String,
    /// Which public value will be taken, in words, for example a lottery's numbers.
    pub public_source: String,
    /// The day of that value, after the day of the commitment.
    pub public_day: Day,
}

/// A member who was taken out after the draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// Who was taken out.
    pub out: String,
    /// Why: `unavailable`, or the key of a bar.
    pub reason: ReplacementReason,
    /// Who came in.
    pub by: String,
}

/// Why a member is replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReplacementReason {
    /// The member can't come.
    Unavailable,
    /// The member is, or has become, an interested party.
    Recused,
    /// The member has left the pool, or the term has ended.
    LeftPool,
}

/// The published record of a draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawRecord {
    /// [`DRAW_SCHEMA`].
    pub schema: String,
    /// What was fixed before.
    pub commitment: Commitment,
    /// The secret.
    pub secret: String,
    /// The public value.
    pub public_value: String,
    /// The seed.
    pub seed: String,
    /// The members, in the order of rank, after all replacements.
    pub members: Vec<String>,
    /// Who was replaced, in the order in which that happened.
    pub replacements: Vec<Replacement>,
}

impl Commitment {
    /// Commits to a pool and to a secret, of which only the digest is given.
    ///
    /// # Errors
    /// Ids that are not plain or stand twice, too few candidates for the seats, a public value that may be known already.
    pub fn new(asked: Asked, mut pool: Vec<Candidate>) -> Result<Self, Refusal> {
        pool.sort_unstable();
        let commitment = Self {
            pool_commitment: pool_digest(&pool),
            draw: asked.draw,
            committed_on: asked.committed_on,
            seats: asked.seats,
            skilled_at_least: asked.skilled_at_least,
            pool,
            secret_commitment: asked.secret_commitment,
            public_source: asked.public_source,
            public_day: asked.public_day,
        };
        commitment.check()?;
        Ok(commitment)
    }

    fn check(&self) -> Result<(), Refusal> {
        plain_id(&self.draw)?;
        self.pool.iter().try_for_each(|candidate| plain_id(&candidate.id))?;
        if self.pool.windows(2).any(|pair| matches!(pair, [one, other] if one.id >= other.id)) {
            return Err(Refusal::new("draw-pool-out-of-order"));
        }
        if self.pool_commitment != pool_digest(&self.pool) {
            return Err(Refusal::new("draw-pool-changed"));
        }
        if !is_digest(&self.secret_commitment) || self.public_source.trim().is_empty() {
            return Err(Refusal::new("draw-commitment-incomplete").with("digits", SECRET_DIGITS));
        }
        if self.public_day <= self.committed_on {
            return Err(Refusal::new("draw-public-value-too-early").with("day", self.committed_on));
        }
        self.members_without(&BTreeSet::new(), |candidate| candidate.id.clone()).map(|_| ())
    }

    /// The members if the candidates rank by `rank` and `out` don't take part.
    fn members_without<R: Ord>(
        &self,
        out: &BTreeSet<String>,
        rank: impl Fn(&Candidate) -> R,
    ) -> Result<Vec<String>, Refusal> {
        let open = |candidate: &&Candidate| candidate.barred.is_none() && !out.contains(&candidate.id);
        let mut ranked: Vec<&Candidate> = self.pool.iter().filter(open).collect();
        ranked.sort_by_cached_key(|candidate| rank(candidate));
        let (seats, least) = (usize::from(self.seats), usize::from(self.skilled_at_least));
        let skilled: Vec<&Candidate> =
            ranked.iter().copied().filter(|candidate| candidate.skilled).take(least).collect();
        if seats == 0 || ranked.len() < seats {
            return Err(Refusal::new("draw-too-few").with("eligible", ranked.len()).with("seats", seats));
        }
        if skilled.len() < least || least > seats {
            return Err(Refusal::new("draw-too-few-skilled").with("eligible", skilled.len()).with("least", least));
        }
        let first: BTreeSet<&str> = skilled.iter().map(|candidate| candidate.id.as_str()).collect();
        let others = ranked.iter().filter(|candidate| !first.contains(candidate.id.as_str())).take(seats - first.len());
        let chosen: BTreeSet<&str> =
            others.map(|candidate| candidate.id.as_str()).chain(first.iter().copied()).collect();
        Ok(ranked.iter().map(|one| &one.id).filter(|id| chosen.contains(id.as_str())).cloned().collect())
    }

    fn members(&self, seed: &str, out: &BTreeSet<String>) -> Result<Vec<String>, Refusal> {
        self.members_without(out, |candidate| (rank(seed, &candidate.id), candidate.id.clone()))
    }
}

/// What a draw is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The draw's id.
    pub draw: String,
    /// Today.
    pub committed_on: Day,
    /// How many members.
    pub seats: u16,
    /// How many skilled experts at least.
    pub skilled_at_least: u16,
    /// [`secret_digest`] of the secret.
    pub secret_commitment: String,
    /// Which public value will be taken.
    pub public_source: String,
    /// The day of that value.
    pub public_day: Day,
}

impl DrawRecord {
    /// Draws: the secret is told, and the public value is known.
    ///
    /// # Errors
    /// A secret that is not the one committed to, an empty public value.
    pub fn draw(commitment: Commitment, secret: &str, public_value: &str) -> Result<Self, Refusal> {
        commitment.check()?;
        let digits = secret.len() >= SECRET_DIGITS && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !digits || secret_digest(secret) != commitment.secret_commitment {
            return Err(Refusal::new("draw-other-secret").with("digits", SECRET_DIGITS));
        }
        if public_value.trim().is_empty() {
            return Err(Refusal::new("draw-no-public-value"));
        }
        let seed = seed(&commitment, secret, public_value);
        let members = commitment.members(&seed, &BTreeSet::new())?;
        Ok(Self {
            schema: DRAW_SCHEMA.to_owned(),
            commitment,
            secret: secret.to_owned(),
            public_value: public_value.to_owned(),
            seed,
            members,
            replacements: Vec::new(),
        })
    }

    /// The record after a member was taken out: the next by rank comes in.
    ///
    /// # Errors
    /// Who is no member, and a pool that has nobody left.
    pub fn replace(&self, out: &str, reason: ReplacementReason) -> Result<Self, Refusal> {
        if !self.members.iter().any(|member| member == out) {
            return Err(Refusal::new("draw-no-member").with("expert", out));
        }
        let mut gone: BTreeSet<String> = self.replacements.iter().map(|one| one.out.clone()).collect();
        gone.insert(out.to_owned());
        let members = self.commitment.members(&self.seed, &gone)?;
        let by = members.iter().find(|member| !self.members.contains(member)).cloned().unwrap_or_default();
        let mut replacements = self.replacements.clone();
        replacements.push(Replacement { out: out.to_owned(), reason, by });
        Ok(Self { members, replacements, ..self.clone() })
    }
}

/// Runs a published record again from its commitments, secret and public value, and compares every step.
///
/// # Errors
/// The first thing in the record that doesn't follow.
pub fn rerun(record: &DrawRecord) -> Result<Vec<String>, Refusal> {
    if record.schema != DRAW_SCHEMA {
        return Err(Refusal::new("draw-schema").with("schema", DRAW_SCHEMA));
    }
    let mut again = DrawRecord::draw(record.commitment.clone(), &record.secret, &record.public_value)?;
    for one in &record.replacements {
        again = again.replace(&one.out, one.reason)?;
    }
    if again != *record {
        return Err(Refusal::new("draw-differs").with("members", again.members.join(" ")));
    }
    Ok(again.members)
}

/// The order of all eligible candidates with the digests that give it: what a page about the draw shows.
#[must_use]
pub fn ranking(record: &DrawRecord) -> BTreeMap<String, String> {
    let eligible = record.commitment.pool.iter().filter(|candidate| candidate.barred.is_none());
    eligible.map(|candidate| (rank(&record.seed, &candidate.id), candidate.id.clone())).collect()
}

/// The digest by which one commits to a secret.
#[must_use]
pub fn secret_digest(secret: &str) -> String {
    digest(&["guantong-draw-secret-1", secret].join("\n"))
}

fn pool_digest(pool: &[Candidate]) -> String {
    let mut text = String::new();
    for candidate in pool {
        let sort = if candidate.skilled { "skilled" } else { "ordinary" };
        let standing = candidate.barred.map_or("eligible", Bar::key);
        text.extend([candidate.id.as_str(), "\t", sort, "\t", standing, "\n"]);
    }
    digest(&text)
}

fn seed(commitment: &Commitment, secret: &str, public_value: &str) -> String {
    let parts = ["guantong-draw-seed-1", &commitment.draw, &commitment.pool_commitment, secret, public_value];
    digest(&parts.join("\n"))
}

fn rank(seed: &str, id: &str) -> String {
    digest(&[seed, id].join("\n"))
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod tests;
