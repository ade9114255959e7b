//! What every history has in common: decide what an order makes happen, and fold what happened into a state.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::order::{Moment, Order};
use crate::refusal::Refusal;

/// A thing with a history: a case, a committee, a session, a round.
///
/// `decide` never changes anything and `evolve` never refuses: what was recorded has happened.
pub trait Aggregate: Default + Clone {
    /// What somebody may ask for.
    type Command;
    /// What happened; recorded in the log, so it names persons by id only and old ones stay readable for ever.
    type Event: Serialize + DeserializeOwned + Clone;

    /// What the order makes happen in this state: at least one event.
    ///
    /// # Errors
    /// Why it may not happen, with the clause and what would do.
    fn decide(&self, order: &Order<Self::Command>) -> Result<Vec<Self::Event>, Refusal>;

    /// The state after an event.
    fn evolve(&mut self, event: &Event<Self::Event>);

    /// The state that a history leads to.
    fn replay<'e>(events: impl IntoIterator<Item = &'e Event<Self::Event>>) -> Self
    where
        Self::Event: 'e,
    {
        let mut state = Self::default();
        for event in events {
            state.evolve(event);
        }
        state
    }
}

/// One recorded event with who made it happen and when.
#[derive(Clone, PartialEq, Debug)]
pub struct Event<E> {
    /// Whose order it was; an account's id, `clock` for what the passing of time brings.
    pub actor: String,
    /// When.
    pub at: Moment,
    /// What happened.
    pub what: E,
}
