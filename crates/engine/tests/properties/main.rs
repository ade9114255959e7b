//! Properties of decisions over random people, places, days and standards. Each says in words what must always hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod completions;
mod earliest;
mod evidence;
mod interview;
mod languages;
mod more_work;
mod necessity;
mod order;
mod plan;
mod plan_missing;
mod reasons;
mod remedies;
mod size;
#[path = "../support/mod.rs"]
mod support;
