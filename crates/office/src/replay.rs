//! Proves a case again: the chain of its records, and every decision of the rules made anew, byte for byte.

use casework::case::{Case, CaseEvent, DocumentRef, Evaluation};
use casework::{Aggregate as _, aggregate::Event};
use model::Day;
use schemars::JsonSchema;
use serde::Serialize;

use crate::account::Caller;
use crate::case::{stream, target, with_findings};
use crate::error::OfficeError;
use crate::evaluate::{Question, decide, dossier};
use crate::history;
use crate::office::Office;

/// One decision of the rules, made again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ReplayedDecision {
    /// The record that pinned it, by its number in the case.
    pub version: u64,
    /// The day for which facts counted.
    pub as_of: Day,
    /// The pack.
    pub policy: String,
    /// The digest of the pack.
    pub pack: String,
    /// The answer then.
    pub outcome: String,
    /// Whether the same bytes came out.
    pub same: bool,
    /// What differs or is missing, where they did not.
    pub problem: Option<String>,
}

/// A case proved again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Replayed {
    /// The case.
    pub case: String,
    /// How many records it has.
    pub records: u64,
    /// Where it stands.
    pub status: String,
    /// Every decision.
    pub decisions: Vec<ReplayedDecision>,
    /// Whether all came out the same.
    pub holds: bool,
}

/// The decision that an event pins.
fn pinned(event: &CaseEvent) -> Option<&Evaluation> {
    match event {
        CaseEvent::Filed { evaluation, .. }
        | CaseEvent::Resubmitted { evaluation, .. }
        | CaseEvent::Evaluated(evaluation) => Some(evaluation),
        _ => None,
    }
}

impl Office {
    /// Makes every decision of a case again, from the facts and the packs of its day.
    ///
    /// # Errors
    /// There is no such case, the caller may not see it, or the store cannot be read. A decision that comes out otherwise is
    /// no error: it is told.
    pub async fn replay(&self, by: &Caller, id: &str) -> Result<Replayed, OfficeError> {
        self.case(by, id).await?;
        let records = self.store.stream(&stream(id)).await?;
        let mut events: Vec<Event<CaseEvent>> = Vec::new();
        for record in &records {
            events.push(history::event(record)?);
        }
        let mut decisions = Vec::new();
        let mut case = Case::default();
        for (event, record) in events.iter().zip(&records) {
            case.evolve(event);
            if let Some(evaluation) = pinned(&event.what) {
                decisions.push(self.again(&case, record.version, evaluation).await?);
            }
        }
        Ok(Replayed {
            case: id.to_owned(),
            records: records.len() as u64,
            status: case.status_name(),
            holds: decisions.iter().all(|decision| decision.same),
            decisions,
        })
    }

    async fn again(&self, case: &Case, version: u64, then: &Evaluation) -> Result<ReplayedDecision, OfficeError> {
        let problem = match self.decided_again(case, then).await {
            Ok(None) => None,
            Ok(Some(problem)) => Some(problem),
            Err(OfficeError::Store(error)) => return Err(OfficeError::Store(error)),
            Err(error) => Some(error.to_string()),
        };
        Ok(ReplayedDecision {
            version,
            as_of: then.as_of,
            policy: then.policy.clone(),
            pack: then.pack.clone(),
            outcome: then.outcome.to_string(),
            same: problem.is_none(),
            problem,
        })
    }

    /// What is not as it was; none where the same bytes come out.
    async fn decided_again(&self, case: &Case, then: &Evaluation) -> Result<Option<String>, OfficeError> {
        let Some(opened) = &case.opened else { return Ok(Some("the case was never opened".to_owned())) };
        let facts: &DocumentRef = &then.dossier;
        let document = self.document(facts).await?;
        let dossier = with_findings(dossier(&document)?, case, None);
        let packs = self.packs(&then.archive).await?;
        let question = Question {
            packs: &packs,
            archive: &then.archive,
            place: &opened.place,
            target: &target(&opened.target)?,
            as_of: then.as_of,
            dossier: &dossier,
            dossier_ref: facts,
        };
        let (now, _) = decide(&question)?;
        let kept = self.document(&then.decision).await?;
        let bytes = |value: &serde_json::Value| serde_json_canonicalizer::to_vec(value).unwrap_or_default();
        if bytes(&now) == bytes(&kept) {
            return Ok(None);
        }
        Ok(Some("the decision comes out otherwise than it was pinned".to_owned()))
    }
}
