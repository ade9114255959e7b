//! What stands in for a paper at a defence: what the clause names, and what the committee admits where the clause leaves it open.

use std::collections::BTreeMap;

use model::procedure::{MaterialKind, Review};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agenda::Material;
use super::command::{Command, SessionEvent};
use super::reasons::{PAPERS, Reasons};
use super::{Item, Session};
use crate::case::DocumentRef;
use crate::order::Order;
use crate::refusal::Refusal;

/// What may stand in for a paper in a case, as its procedure has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandIns {
    /// The clause that lets other material stand in.
    pub clause: String,
    /// The kinds that a clause names, each with it.
    pub named: BTreeMap<MaterialKind, String>,
    /// The clause that leaves further kinds to the committee; none where the list is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further: Option<String>,
    /// The clause by which there is no defence without material; none where one without any is only noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<String>,
}

/// One thing that was defended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Defended {
    /// What it is.
    pub kind: MaterialKind,
    /// Where it lies.
    pub document: DocumentRef,
    /// That it stood in for something else; none for a paper, for what was shown beside one, and where no text asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_of: Option<InPlaceOf>,
}

/// For what a material stood in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct InPlaceOf {
    /// What would else have been defended.
    pub kind: MaterialKind,
    /// The clause that lets it.
    pub clause: String,
    /// The experts who admitted it, where the clause leaves that to the committee.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admitted_by: Vec<String>,
}

impl StandIns {
    /// What a review's procedure says; none where it says nothing, or, as in earlier releases, only in words.
    #[must_use]
    pub fn of(review: &Review) -> Option<Self> {
        let clause = review.defence.as_ref()?;
        let named: BTreeMap<MaterialKind, String> = review
            .substitutes
            .iter()
            .filter_map(|one| Some((one.kind?, one.clause.as_ref().unwrap_or(clause).clone())))
            .collect();
        let (further, needed) = (review.further_substitutes.clone(), review.material_needed.clone());
        (!named.is_empty()).then(|| Self { clause: clause.clone(), named, further, needed })
    }

    fn kinds(&self) -> String {
        self.named.keys().map(|kind| kind.key()).collect::<Vec<_>>().join(" ")
    }

    /// Why a kind does not stand in for a paper as things are.
    fn refused(&self, kind: MaterialKind) -> Refusal {
        let (material, materials) = (kind.key(), self.kinds());
        match &self.further {
            Some(clause) => Refusal::new("material-not-admitted")
                .citing(Some(clause))
                .with("material", material)
                .with("materials", materials),
            None => Refusal::new("material-not-named")
                .citing(Some(&self.clause))
                .with("material", material)
                .with("materials", materials),
        }
    }
}

impl Session {
    pub(super) fn admit(
        &self,
        order: &Order<Command>,
        case: &str,
        kind: MaterialKind,
        experts: &[String],
        reason: &DocumentRef,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let item = self.item(case)?;
        let Some(rule) = item.agenda.stand_ins.as_ref().filter(|_| item.agenda.defence) else {
            return Err(Refusal::new("material-free").with("case", case));
        };
        if kind == MaterialKind::Paper || rule.named.contains_key(&kind) {
            return Err(Refusal::new("material-named").citing(Some(&rule.clause)).with("material", kind.key()));
        }
        if rule.further.is_none() {
            return Err(rule.refused(kind));
        }
        if item.defended.is_some() {
            return Err(Refusal::new("defence-held").with("case", case));
        }
        let experts = self.signed(order, item, experts)?;
        Ok(vec![SessionEvent::MaterialAdmitted { case: case.to_owned(), kind, experts, reason: reason.clone() }])
    }
}

impl Item {
    /// What is defended, and what of it stands in for a paper. Beside a paper, or something that stands in for one, anything may
    /// be shown.
    pub(super) fn standing(&self, materials: &[Material]) -> Result<Vec<Defended>, Refusal> {
        let has_paper = materials.iter().any(|one| one.kind == MaterialKind::Paper);
        let rule = self.agenda.stand_ins.as_ref().filter(|_| !has_paper);
        let defended: Vec<Defended> = materials
            .iter()
            .map(|one| Defended {
                kind: one.kind,
                document: one.document.clone(),
                in_place_of: rule.and_then(|rule| self.in_place_of_a_paper(rule, one.kind)),
            })
            .collect();
        match (rule, materials.first()) {
            (Some(rule), Some(first)) if defended.iter().all(|one| one.in_place_of.is_none()) => {
                Err(rule.refused(first.kind))
            }
            _ => Ok(defended),
        }
    }

    fn in_place_of_a_paper(&self, rule: &StandIns, kind: MaterialKind) -> Option<InPlaceOf> {
        let (clause, admitted_by) = match (rule.named.get(&kind), &rule.further, self.admitted.get(&kind)) {
            (Some(clause), ..) => (clause, Vec::new()),
            (None, Some(clause), Some(experts)) => (clause, experts.clone()),
            _ => return None,
        };
        Some(InPlaceOf { kind: MaterialKind::Paper, clause: clause.clone(), admitted_by })
    }

    /// Nobody is told that papers were lacking after something stood in for one.
    pub(super) fn paper_not_missed(&self, reasons: &Reasons) -> Result<(), Refusal> {
        let stood_in = self.defended.iter().flatten().find_map(|one| Some((one.kind, one.in_place_of.as_ref()?)));
        match stood_in.filter(|_| reasons.grounds.contains(PAPERS)) {
            Some((kind, place)) => {
                let refusal = Refusal::new("reasons-paper-stood-in").citing(Some(&place.clause));
                Err(refusal.with("case", &self.agenda.case).with("material", kind.key()))
            }
            None => Ok(()),
        }
    }
}
