//! Proofs over a whole policy: every route can be gone by somebody, and no boundary value that the pack mentions breaks what
//! everybody relies on (more work never hurts, time hurts only where the text says so, every printed day is right).

mod alike;
mod axes;
mod axes_of_careers;
mod axes_of_records;
mod clocks;
mod days;
mod laws;
mod pairs;
mod passing;
mod person;
mod routes;
mod ways;
mod world;

pub use alike::alike;
pub use laws::{Counterexample, Law};
pub use pairs::{Proof, Task, passer, prove, tasks};
pub use person::Person;
pub use routes::{RouteProof, routes_can_be_gone};
