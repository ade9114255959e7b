//! The loaded product: packs, the operator's standards, and the questions that they answer.

use std::sync::OnceLock;

use model::decision::{DECISIONS_SCHEMA, DecisionDocument, Decisions};
use model::{Day, Dossier, Standards};
use policy::format::Road;
use policy::{Files, PackFaults, Packs, Policy, Settings};

use crate::answer::Answers;
use crate::ask::{Ask, Refusal};
use crate::document::{contradictions, document, document_name};
use crate::embedded::embedded_files;
use crate::lookup::Index;

/// A loaded policy in brief.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct PolicyOverview {
    /// The key of the place.
    pub key: String,
    /// Which road it describes: the bridge of a place, or ordinary promotion.
    pub road: Road,
    /// The GB/T 2260 code.
    pub code: String,
    /// The Chinese name of the place.
    pub name: String,
    /// The pack's identifier.
    pub id: String,
    /// The document: title and number.
    pub document: String,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; null where none is printed.
    pub expires: Option<Day>,
    /// The digest of the pack.
    pub digest: String,
}

/// The loaded packs with the operator's settings.
#[derive(Clone, Debug)]
pub struct Guantong {
    packs: Packs,
    files: Files,
    standards: Standards,
    settings: Settings,
    index: OnceLock<Index>,
}

impl Guantong {
    /// Loads packs from files, with the readings that the operator chose.
    ///
    /// # Errors
    /// All faults of all packs, and of the settings that no pack has.
    pub fn load(files: Files, standards: Standards, settings: Settings) -> Result<Self, PackFaults> {
        let packs = Packs::load(&files, &settings)?;
        Ok(Self { packs, files, standards, settings, index: OnceLock::new() })
    }

    /// Loads the packs that are part of the binary, with every reading at its default.
    ///
    /// # Errors
    /// All faults of all packs; the tests make sure that there are none.
    pub fn embedded(standards: Standards) -> Result<Self, PackFaults> {
        Self::load(embedded_files(), standards, Settings::default())
    }

    /// The operator's settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The loaded packs.
    #[must_use]
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// The names that searches go through; made when first asked for.
    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.packs))
    }

    /// The files of the packs.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// The operator's standards.
    #[must_use]
    pub fn standards(&self) -> &Standards {
        &self.standards
    }

    /// The policy of a place.
    ///
    /// # Errors
    /// The place is not loaded; the refusal names those that are.
    pub fn policy(&self, word: &str) -> Result<&Policy, Refusal> {
        self.packs.named(word).ok_or_else(|| Refusal::UnknownPlace { word: word.to_owned(), known: self.places() })
    }

    /// The policy of a pack, by its identifier, or of a place.
    ///
    /// # Errors
    /// Neither is loaded; the refusal names the places that are.
    pub fn pack(&self, word: &str) -> Result<&Policy, Refusal> {
        let by_id = self.packs.with_id(word.trim());
        by_id.map_or_else(|| self.policy(word), Ok)
    }

    /// The places that are loaded, for messages.
    #[must_use]
    pub fn places(&self) -> String {
        let places =
            self.packs.policies.iter().map(|policy| format!("{} {}", policy.jurisdiction.key, policy.jurisdiction.zh));
        places.collect::<Vec<_>>().join(", ")
    }

    /// Answers a question.
    ///
    /// # Errors
    /// The place is not loaded.
    pub fn check(&self, ask: &Ask<'_>) -> Result<Answers, Refusal> {
        match ask.jurisdiction {
            Some(word) => {
                let document = document(self, self.policy(word)?, ask);
                Ok(Answers::One(Box::new(DecisionDocument { contradictions: contradictions(ask), ..document })))
            }
            None => Ok(Answers::All(Decisions {
                schema: DECISIONS_SCHEMA,
                results: self.packs.policies.iter().map(|policy| document(self, policy, ask)).collect(),
                contradictions: contradictions(ask),
            })),
        }
    }

    /// Every loaded policy in brief.
    #[must_use]
    pub fn overview(&self) -> Vec<PolicyOverview> {
        let overview = |policy: &Policy| PolicyOverview {
            key: policy.jurisdiction.key.clone(),
            road: policy.road,
            code: policy.jurisdiction.code.clone(),
            name: policy.jurisdiction.zh.clone(),
            id: policy.id.clone(),
            document: document_name(policy),
            effective: policy.effective,
            expires: policy.expires,
            digest: policy.digest.clone(),
        };
        self.packs.all().map(overview).collect()
    }

    /// Clause ids under `findings` that no loaded pack has.
    #[must_use]
    pub fn unknown_findings<'d>(&self, dossier: &'d Dossier) -> Vec<&'d str> {
        let known = |id: &str| self.packs.all().any(|policy| policy.clause_named(id).is_some());
        dossier.findings.keys().map(String::as_str).filter(|id| !known(id)).collect()
    }
}
