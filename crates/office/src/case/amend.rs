//! A dossier replaced by somebody who may have several pages open: only from the one that is there.

use casework::Refusal;
use casework::case::{Act, Case, Command};
use serde_json::Value;

use super::may_see;
use super::prepare::differing;
use crate::account::Caller;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::evaluate::dossier;
use crate::office::Office;

impl Office {
    /// Replaces the dossier of a case, where the one that it replaces is still `instead_of`, by its document's id. A dossier that says the
    /// same as the one that is there counts as replaced, whatever it was to replace. The id of the dossier that is there then.
    ///
    /// # Errors
    /// The dossier was replaced meanwhile (`dossier-changed`), or as for [`Office::order`].
    pub async fn amend(
        &self,
        by: &Caller,
        id: &str,
        instead_of: &str,
        document: &Value,
    ) -> Result<String, OfficeError> {
        dossier(document)?;
        may_see(by, id, &self.load_case(id).await?.state)?;
        let done = self.commit_once(None, || async {
            let loaded = self.load_case(id).await?;
            let case: &Case = &loaded.state;
            let before = self.dossier_of(case).await?;
            let changed = differing(&before, document);
            if changed.is_empty() && case.offers(by).contains(&Act::Amend) {
                return Err(OfficeError::Refused(Refusal::new("nothing-changed")));
            }
            if case.dossier.as_ref().is_none_or(|there| there.id != instead_of) && case.with_applicant() {
                return Err(OfficeError::Refused(Refusal::new("dossier-changed")));
            }
            let mut drafts = Drafts::default();
            let dossier = drafts.add(self, "dossier", document.clone());
            let there = dossier.id.clone();
            let (unit, _) = self.unit(id, &loaded, by, Command::Amend { dossier, changed }, drafts)?;
            Ok((unit, there))
        });
        match done.await {
            Ok(there) => Ok(there),
            Err(OfficeError::Refused(refusal)) if refusal.code == "nothing-changed" => {
                let there = self.load_case(id).await?.state.dossier;
                Ok(there.map(|there| there.id).unwrap_or_default())
            }
            Err(error) => Err(error),
        }
    }
}

/// The paths at which two documents differ.
#[must_use]
pub fn differences(before: &Value, after: &Value) -> Vec<String> {
    differing(before, after)
}
