//! One module a command.

pub(crate) mod account;
pub(crate) mod ask;
mod ask_text;
pub(crate) mod case;
mod case_order;
mod case_text;
pub(crate) mod catalogue;
mod catalogue_text;
pub(crate) mod check;
mod check_text;
pub(crate) mod clock;
pub(crate) mod demo;
mod demo_text;
pub(crate) mod evidence;
mod opened;
pub(crate) mod ordered;
pub(crate) mod plan;
mod plan_text;
pub(crate) mod policy;
pub(crate) mod register;
pub(crate) mod serve;
pub(crate) mod session;
pub(crate) mod store;
mod target_name;
