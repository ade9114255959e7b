//! The portal: server-rendered pages of the self-check, of which nothing is stored, and the HTTP API, by which cases are kept.

mod api;
mod assets;
mod coverage;
mod fault_words;
mod form;
mod form_view;
mod frame;
mod headers;
mod language;
mod pages;
mod problem;
mod router;
mod serve;
mod state;
mod submission;
mod talk;

pub use router::{openapi, router};
pub use serve::serve;
