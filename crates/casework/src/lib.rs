//! Casework: what may happen to a case, a committee's session and a notice, as pure functions over an append-only history.
//! No clock, no chance, no files: the day, the actor and every drawn number come in as values.

pub mod aggregate;
pub mod area;
pub mod case;
pub mod committee;
pub mod order;
pub mod privacy;
pub mod refusal;
pub mod register;
pub mod round;
pub mod routing;
pub mod session;
pub mod working_days;

pub use aggregate::Aggregate;
pub use order::{Actor, Moment, Order, Role};
pub use refusal::Refusal;
