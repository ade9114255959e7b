//! A data directory to look around in: invented organisations and people, and a case at every stage of every procedure.
//!
//! What is played stands in `data/`; how far a case goes is a story there. Everything happens through the use cases of `office`, on the
//! working days of the past weeks, by a clock of the demo's own. Time and chance come in as values.

mod accounts;
mod cast;
mod clock;
mod committee;
mod days;
mod error;
mod made;
mod make;
mod people;
mod place;
mod plan;
mod script;
mod step;
mod story;

pub use accounts::{SecondFactor, sign_in};
pub use cast::{acting, clerk};
pub use committee::{Opening, Panel, Sitting};
pub use error::DemoError;
pub use made::{Made, MadeAccount, MadeCase, SCHEMA};
pub use make::{Chance, Wanted, make};
pub use step::{Words, carry_on};
