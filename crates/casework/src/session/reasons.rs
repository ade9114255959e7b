//! How a case ends in a session, and the graded reasons for whoever doesn't pass.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use crate::case::DocumentRef;
use crate::refusal::Refusal;

/// The ground "no papers", beside the keys of a sheet's areas.
pub const PAPERS: &str = "papers";

/// How a case ends in a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "ReviewOutcome")]
pub enum Outcome {
    /// The vote passed.
    Passed,
    /// The vote did not pass.
    NotPassed,
    /// A gate of the sheet did not hold, so there was no vote.
    GateFailed,
    /// There was no vote: another session takes the case up.
    Postponed,
}

/// How far an area met what is asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AreaGrade {
    /// 明显不足.
    FarBelow,
    /// 略有不足.
    Below,
    /// 达到要求.
    Meets,
    /// 突出.
    Above,
}

/// Reasons for an applicant.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    /// A grade for each area of the sheet.
    pub grades: BTreeMap<String, AreaGrade>,
    /// What decided: keys of areas, or [`PAPERS`].
    pub grounds: BTreeSet<String>,
    /// The text.
    pub text: DocumentRef,
}

impl Reasons {
    /// Whether these reasons will do by a sheet.
    ///
    /// # Errors
    /// Areas without a grade, grades and grounds that the sheet doesn't have, no grounds, no text, papers as the only ground.
    pub(super) fn check(&self, sheet: &Sheet) -> Result<(), Refusal> {
        let areas: BTreeSet<&str> = sheet.areas.iter().map(|area| area.key.as_str()).collect();
        let lacking: Vec<&str> = areas.iter().copied().filter(|key| !self.grades.contains_key(*key)).collect();
        if !lacking.is_empty() {
            return Err(Refusal::new("reasons-ungraded").with("areas", lacking.join(" ")));
        }
        let known = |key: &&String| areas.contains(key.as_str()) || key.as_str() == PAPERS;
        if let Some(key) = self.grades.keys().find(|key| !areas.contains(key.as_str())) {
            return Err(Refusal::new("reasons-unknown-area").with("area", key));
        }
        if let Some(key) = self.grounds.iter().find(|key| !known(key)) {
            return Err(Refusal::new("reasons-unknown-area").with("area", key));
        }
        if self.grounds.is_empty() || self.text.id.trim().is_empty() {
            return Err(Refusal::new("reasons-incomplete"));
        }
        let only_papers = self.grounds.iter().all(|key| key == PAPERS);
        if only_papers && sheet.papers_clause.is_some() {
            return Err(Refusal::new("reasons-only-papers").citing(sheet.papers_clause.as_deref()));
        }
        Ok(())
    }
}
