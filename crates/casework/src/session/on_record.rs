//! A session as its committee has it on record: who its members are and what they have declared is not for the one to say
//! who convenes it.

use std::collections::BTreeSet;

use model::Day;

use super::agenda::Member;
use crate::committee::Committee;
use crate::refusal::Refusal;

impl Member {
    /// The expert of a pool as a member on a day, with everything declared.
    ///
    /// # Errors
    /// The pool has no such expert, or his term does not contain the day.
    pub fn on_record(committee: &Committee, id: &str, on: Day) -> Result<Self, Refusal> {
        let Some(expert) = committee.pool.get(id) else {
            return Err(Refusal::new("expert-unknown").with("expert", id));
        };
        if !expert.term.contains(on) {
            return Err(Refusal::new("expert-out-of-term").with("expert", id).with("day", on));
        }
        let relations = committee.relations.get(id).into_iter().flatten().cloned().collect();
        let (id, organisation) = (expert.id.clone(), expert.organisation.clone());
        Ok(Self { id, organisation, skilled: expert.skilled, relations })
    }
}

impl Committee {
    /// The members of a session on a day, as the pool has them; with a draw, exactly those drawn.
    ///
    /// # Errors
    /// A member is not of the pool, or others were drawn.
    pub fn members(&self, draw: Option<&str>, named: &[String], on: Day) -> Result<Vec<Member>, Refusal> {
        if let Some(draw) = draw {
            let drawn: BTreeSet<&String> = self.drawn(draw)?.members.iter().collect();
            if drawn != named.iter().collect() {
                return Err(Refusal::new("session-others-drawn").with("draw", draw));
            }
        }
        named.iter().map(|id| Member::on_record(self, id, on)).collect()
    }
}
