//! Policy packs: reads, checks and compiles the rules that stand beside the documents. Pure: files come in as values.

pub mod catalogue;
pub mod checks;
pub mod clause;
pub mod comparison;
mod compile;
pub mod condition;
mod fault;
mod files;
pub mod format;
pub mod honours;
mod ledger_checks;
pub mod occupations;
mod pack;
pub mod procedure;
pub mod retirement;
pub mod rule;
mod section;
pub mod service_points;
pub mod settings;
pub mod sheet;
pub mod synonyms;
mod table;
pub mod template;
mod weakening;

pub use clause::{Clause, ClauseKind, ClauseRef, ClauseSubject, Part};
pub use fault::{PackFault, PackFaults};
pub use files::Files;
pub use pack::{National, Packs, PassedOn, Policy};
pub use settings::{Setting, Settings};
