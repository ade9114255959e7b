//! Asks the rules about a case: the dossier with what people found, on the day for which facts count.

use casework::case::{Case, DocumentRef, Evaluation, Waived};
use model::decision::Decision;
use model::node::{Format, Node};
use model::{Day, Dossier, Target};
use serde_json::Value;
use service::{Ask, Guantong};
use wording::Lang;

use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::office::Office;

/// What the rules are asked.
pub(crate) struct Question<'a> {
    pub packs: &'a Guantong,
    pub archive: &'a str,
    pub place: &'a str,
    pub target: &'a Target,
    pub as_of: Day,
    pub dossier: &'a Dossier,
    pub dossier_ref: &'a DocumentRef,
}

/// Reads a dossier out of the document that was sent.
pub(crate) fn dossier(document: &Value) -> Result<Dossier, OfficeError> {
    let text = document.to_string();
    let node = Node::read_as(&text, Format::Json)?;
    Ok(Dossier::from_node_at(&node, "dossier")?)
}

/// A dossier with the findings of a case. Those that an applicant wrote into the dossier do not count: findings are made
/// by who is asked for them in a step.
pub(crate) fn with_findings(mut dossier: Dossier, case: &Case, further: Option<(&str, bool)>) -> Dossier {
    dossier.findings.clear();
    let found = case.findings_that_count().into_iter().map(|(clause, finding)| (clause, finding.holds));
    for (clause, holds) in found.chain(further) {
        dossier.findings.insert(clause.to_owned(), holds);
    }
    dossier
}

/// The decision document on one target, as it is kept: canonical JSON, in Chinese.
pub(crate) fn decide(question: &Question<'_>) -> Result<(Value, Decision), OfficeError> {
    let targets = std::slice::from_ref(question.target);
    let ask = Ask {
        dossier: question.dossier,
        jurisdiction: Some(question.place),
        as_of: question.as_of,
        targets,
        standards: None,
        lang: Lang::Zh,
        remedies: false,
    };
    let answers = question.packs.check(&ask).map_err(|refusal| OfficeError::Faults(refusal.faults()))?;
    let found = answers.documents().first().and_then(|document| {
        let value = serde_json::to_value(document).ok()?;
        document.decisions.first().map(|decision| (value, decision.clone()))
    });
    found.ok_or_else(|| OfficeError::NotFound { what: "decision", id: question.target.to_string() })
}

impl Office {
    /// Asks the rules, keeps the decision, and pins it.
    pub(crate) fn evaluate(&self, question: &Question<'_>, drafts: &mut Drafts) -> Result<Evaluation, OfficeError> {
        let (document, decision) = decide(question)?;
        let policy = document.get("policy");
        let text = |key: &str| policy.and_then(|policy| policy.get(key)).and_then(Value::as_str).unwrap_or_default();
        let (id, pack) = (text("id").to_owned(), text("digest").to_owned());
        Ok(Evaluation {
            as_of: question.as_of,
            policy: id,
            pack,
            archive: question.archive.to_owned(),
            dossier: question.dossier_ref.clone(),
            decision: drafts.add(self, "decision", document),
            outcome: decision.outcome,
            effect: decision.effect,
            route: decision.route,
            earliest: decision.earliest,
            missing: decision.missing,
            to_be_judged: decision.to_be_judged,
            referred: decision.referred_to.into_iter().map(|referral| referral.clause).collect(),
            waivers: decision.waivers.into_iter().map(|one| Waived { what: one.what, clause: one.clause }).collect(),
        })
    }
}
