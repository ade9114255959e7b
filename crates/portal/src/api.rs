//! The interface for programs: endpoints, one file each, and their description.

pub(crate) mod ballots;
mod body;
pub(crate) mod cases;
pub(crate) mod catalogue;
pub(crate) mod decisions;
pub(crate) mod description;
mod door;
pub(crate) mod evidence;
pub(crate) mod filings;
pub(crate) mod health;
pub(crate) mod log;
pub(crate) mod one_case;
pub(crate) mod ordered;
pub(crate) mod orders;
pub(crate) mod plans;
pub(crate) mod questions;
pub(crate) mod register;
mod shapes;
pub(crate) use door::is_id;
