//! Explanation values made into sentences, in Chinese and in English, and the texts of the surfaces. Only the edge uses it.
//!
//! The texts stand in `texts/{zh,en}/*.ftl` (Fluent). At load each message without selectors is taken apart into pieces,
//! so that a sentence is made by pushing strings; the messages that sentences use are declared in `message.rs` and
//! found by number. A message with selectors (plurals) goes through `fluent-bundle`, and only [`Phrasebook::format`]
//! ever meets one.

mod argument;
mod book;
mod condition;
mod contradiction;
mod lang;
mod message;
mod path;
mod pattern;
mod plural;
mod question;
mod remedy;
mod summary;
mod texts;
mod vocabulary;

pub use book::Phrasebook;
pub use lang::Lang;
pub use summary::Summary;

#[cfg(test)]
mod texts_tests;
