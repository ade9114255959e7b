//! Texts in both languages, as packs write them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text in both languages; neither is blank.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    #[serde(deserialize_with = "said")]
    pub zh: String,
    /// English.
    #[serde(deserialize_with = "said")]
    pub en: String,
}

/// Reads a text that is not blank.
///
/// # Errors
/// The text is blank.
pub fn said<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() { Err(serde::de::Error::custom("the text is blank")) } else { Ok(text) }
}

impl Text {
    /// The text in the language `zh` or `en`.
    #[must_use]
    pub fn in_language(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh }
    }
}
