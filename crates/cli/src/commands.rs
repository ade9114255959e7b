//! One module a command.

pub(crate) mod ask;
mod ask_text;
pub(crate) mod catalogue;
mod catalogue_text;
pub(crate) mod check;
mod check_text;
pub(crate) mod office;
pub(crate) mod plan;
mod plan_text;
pub(crate) mod policy;
pub(crate) mod serve;
mod target_name;
