//! What the property tests share: the real packs, random dossiers, and ways to forget and to make up facts.
#![allow(dead_code, reason = "each test crate uses a part of it")]

pub mod answering;
pub mod choices;
pub mod examples;
pub mod forgetting;
pub mod packs;
pub mod records;
pub mod scenes;
pub mod vocabulary;
