//! Rounds in which titles are filed.

use casework::case::Round;
use casework::register::Sought;

use crate::error::OfficeError;
use crate::office::Office;

impl Office {
    /// The round that takes an application on its day.
    pub(crate) async fn round_for(&self, _place: &str, _sought: &Sought<'_>) -> Result<Option<Round>, OfficeError> {
        Ok(None)
    }
}
