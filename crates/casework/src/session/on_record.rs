//! A session as its committee has it on record: who its members are and what they have declared is not for the one to say
//! who convenes it.

use std::collections::BTreeSet;

use model::Day;

use super::agenda::{Convening, Member};
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

impl Convening {
    /// Takes the office, the size and the members from the committee on file; with a draw, exactly those drawn.
    ///
    /// # Errors
    /// The committee is not on file on the day, a member is not of its pool, or others were drawn.
    pub fn take_from(&mut self, committee: &Committee) -> Result<(), Refusal> {
        let registration = committee.on_file(self.on)?;
        self.office.clone_from(&registration.office);
        self.size = registration.size;
        if let Some(draw) = &self.draw {
            let drawn: BTreeSet<&String> = committee.drawn(draw)?.members.iter().collect();
            let named: BTreeSet<&String> = self.members.iter().map(|member| &member.id).collect();
            if drawn != named {
                return Err(Refusal::new("session-others-drawn").with("draw", draw));
            }
        }
        for member in &mut self.members {
            *member = Member::on_record(committee, &member.id, self.on)?;
        }
        Ok(())
    }
}
