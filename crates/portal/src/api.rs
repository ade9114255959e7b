//! The interface for programs: endpoints, one file each, and their description.

mod body;
pub(crate) mod catalogue;
pub(crate) mod decisions;
pub(crate) mod description;
pub(crate) mod health;
pub(crate) mod plans;
pub(crate) mod questions;
