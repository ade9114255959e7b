//! The portal: server-rendered pages of the self-check, of which nothing is stored, and the HTTP API, by which cases are kept.

mod api;
mod assets;
mod cookies;
mod coverage;
mod fault_words;
mod form;
mod form_view;
mod frame;
mod guard;
mod headers;
mod language;
mod pages;
mod problem;
mod router;
mod serve;
mod state;
mod submission;
mod talk;
mod visit;

pub use router::{openapi, router, router_behind};
pub use serve::{HEAD_WITHIN, serve, serve_until};
pub use state::Outside;
