//! Decides and explains: pure functions from compiled rules and stated facts to answers. No clock, no input or output.

// The shared test support names this crate from outside.
#[cfg(test)]
extern crate self as engine;

pub mod ask;
mod assume;
mod carried_on;
mod complete;
mod conditions;
mod contradictions;
mod critical;
mod decide;
pub mod diagram;
mod domain;
mod evaluate;
mod explain;
mod facts;
mod fulfil;
mod holds;
mod occupation;
pub mod plan;
mod pool;
pub mod proofs;
pub mod remedies;
mod sorts;
pub mod timeline;
mod ways;

pub use complete::{LARGEST_DIAGRAM, MOST_FACTS_ASKED, MOST_RECORDS_TRIED, WORK_COMBINATIONS};
pub use contradictions::{DIPLOMA_AGE, MOST_CONTRADICTIONS, WORKING_AGE, contradictions};
pub use decide::{Answer, Verdict, decide, governed, indicates};
pub use explain::{ConditionReason, Explained, RouteReasons, explain, explain_by};
pub use facts::Facts;
pub use occupation::{Names, Occupation, Relating};
