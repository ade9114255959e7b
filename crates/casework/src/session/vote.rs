//! The count of a secret ballot, in integers, with every number shown; ballots come in by serial, never by expert.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::RecusedPresence;
use crate::case::Tally;
use crate::refusal::Refusal;

/// The fewest and the most hexadecimal digits of a ballot's serial.
const SERIAL_DIGITS: std::ops::RangeInclusive<usize> = 32..=128;

/// What a ballot says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// 同意.
    Yes,
    /// 不同意.
    No,
    /// 弃权.
    Abstain,
}

/// A ballot that was cast. Its serial was chosen by whoever cast it and signed unseen, so it leads to nobody.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// The serial, in lower-case hexadecimal digits.
    pub serial: String,
    /// The choice.
    pub choice: Choice,
}

/// The numbers from which a result follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// How many members the session has.
    pub size: u32,
    /// How many of them attend.
    pub present: u32,
    /// How many of those who attend are recused in this case.
    pub recused: u32,
    /// Whether they count as present.
    pub recused_presence: RecusedPresence,
}

/// The result of a vote, with both ways to count who is recused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct VoteResult {
    /// The count that decides, by the setting.
    pub tally: Tally,
    /// The count by the other setting: shown, and decides nothing.
    pub otherwise: Tally,
    /// How many who attend are recused.
    pub recused: u32,
    /// How many papers were issued.
    pub papers: u32,
    /// Papers without a ballot: not yes.
    pub missing: u32,
    /// How many present make a quorum.
    pub quorum: u32,
    /// How many yes it takes.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
    /// Whether it would have passed by the other setting.
    pub passed_otherwise: bool,
}

impl Attendance {
    /// How many count as present.
    #[must_use]
    pub fn counted(self) -> u32 {
        self.counted_as(self.recused_presence)
    }

    /// Whether there is a quorum among those who count as present.
    #[must_use]
    pub fn is_quorate(self) -> bool {
        self.tally(self.recused_presence, [0; 3]).is_quorate()
    }

    fn counted_as(self, presence: RecusedPresence) -> u32 {
        match presence {
            RecusedPresence::Counts => self.present,
            RecusedPresence::Leaves => self.present.saturating_sub(self.recused),
        }
    }

    fn tally(self, presence: RecusedPresence, [yes, no, abstain]: [u32; 3]) -> Tally {
        Tally { size: self.size, present: self.counted_as(presence), yes, no, abstain }
    }

    /// Counts the ballots for so many papers.
    ///
    /// # Errors
    /// Serials that are no serials or stand twice, more ballots than papers.
    pub fn count(self, papers: u32, ballots: &[Ballot]) -> Result<VoteResult, Refusal> {
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let plain = |serial: &str| SERIAL_DIGITS.contains(&serial.len()) && serial.bytes().all(hexadecimal);
        if ballots.iter().any(|ballot| !plain(&ballot.serial)) {
            let (least, most) = (SERIAL_DIGITS.start(), SERIAL_DIGITS.end());
            return Err(Refusal::new("ballot-serial").with("least", least).with("most", most));
        }
        let serials: BTreeSet<&str> = ballots.iter().map(|ballot| ballot.serial.as_str()).collect();
        if serials.len() != ballots.len() {
            return Err(Refusal::new("ballot-twice").with("count", ballots.len() - serials.len()));
        }
        let Some(missing) = u32::try_from(ballots.len()).ok().and_then(|cast| papers.checked_sub(cast)) else {
            return Err(Refusal::new("ballots-too-many").with("ballots", ballots.len()).with("papers", papers));
        };
        let mut votes = [0_u32; 3];
        for ballot in ballots {
            let place = match ballot.choice {
                Choice::Yes => 0,
                Choice::No => 1,
                Choice::Abstain => 2,
            };
            if let Some(count) = votes.get_mut(place) {
                *count = count.saturating_add(1);
            }
        }
        let tally = self.tally(self.recused_presence, votes);
        let otherwise = self.tally(self.recused_presence.other(), votes);
        Ok(VoteResult {
            tally,
            otherwise,
            recused: self.recused,
            papers,
            missing,
            quorum: two_thirds(self.size),
            needed: two_thirds(tally.present),
            passed: passes(tally),
            passed_otherwise: passes(otherwise),
        })
    }
}

/// The least whole number that is two thirds of `of` or more.
#[must_use]
pub fn two_thirds(of: u32) -> u32 {
    let thirds = (2 * u64::from(of)).div_ceil(3);
    u32::try_from(thirds).unwrap_or(u32::MAX)
}

/// Passed: with a quorum, two thirds of those present, and somebody said yes.
fn passes(tally: Tally) -> bool {
    tally.is_quorate() && tally.yes > 0 && tally.passes()
}

#[cfg(test)]
#[path = "vote_tests.rs"]
mod tests;
