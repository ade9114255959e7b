//! The real server as a process, on real data: killed, doubled, starved and fed with nonsense.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod away;
mod clients;
mod earlier;
mod full;
mod http;
mod kills;
mod ledger;
mod node;
mod nodes;
mod town;
mod wire;
