//! Roads: sets of rules with all of their published versions.

use model::Day;
use policy::Policy;

/// The versions of one set of rules, in the order in which they take effect.
#[derive(Clone, Debug)]
pub struct Road<'p> {
    versions: Vec<&'p Policy>,
}

impl<'p> Road<'p> {
    /// The road of these versions, in any order.
    #[must_use]
    pub fn new(mut versions: Vec<&'p Policy>) -> Self {
        versions.sort_by_key(|policy| policy.effective);
        Self { versions }
    }

    /// Its versions, in the order in which they take effect.
    #[must_use]
    pub fn versions(&self) -> &[&'p Policy] {
        &self.versions
    }

    /// The rules of a day: the version in force. Past the last day of the last version these are still its rules (whoever
    /// shows such a day marks it); before the first version, and between one that ended and the next, there are none.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&'p Policy> {
        let (last, earlier) = self.versions.split_last()?;
        if last.effective <= day {
            return Some(last);
        }
        earlier.iter().rev().find(|policy| policy.in_force_on(day)).copied()
    }

    /// The first day after `day` on which the rules change: a version begins or ends, a pilot begins or ends.
    #[must_use]
    pub fn next_turn(&self, day: Day) -> Option<Day> {
        let last = self.versions.len().saturating_sub(1);
        let of = |(i, policy): (usize, &&'p Policy)| {
            let ends = policy.expires.filter(|_| i < last).map(Day::next);
            let pilots = policy.pilots.iter().flat_map(|pilot| [pilot.during.from, pilot.during.until.next()]);
            ends.into_iter().chain(pilots).chain([policy.effective]).collect::<Vec<Day>>()
        };
        self.versions.iter().enumerate().flat_map(of).filter(|turn| *turn > day).min()
    }
}
