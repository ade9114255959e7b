//! What no province decides: the national ledger, the occupations that can be placed, the standards' templates.

use crate::clause::{self, Clause};
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::occupations::Occupations;
use crate::retirement::RetirementAges;
use crate::synonyms::Synonyms;
use crate::template::Template;

/// The folder of national facts.
const NATIONAL: &str = "national";

/// What no province decides.
#[derive(Clone, Debug, Default)]
pub struct National {
    /// The ledger of national facts.
    pub clauses: Vec<Clause>,
    /// The occupations that can be placed.
    pub occupations: Occupations,
    /// Other names of occupations: suggestions.
    pub synonyms: Synonyms,
    /// What the standards' general tables would indicate.
    pub templates: Vec<Template>,
    /// When people retire; none where the packs come without the table.
    pub retirement: Option<RetirementAges>,
}

pub(super) fn national(files: &Files, faults: &mut PackFaults) -> National {
    let mut national = National::default();
    let path = |name: &str| format!("{NATIONAL}/{name}");
    if let Some(text) = files.get(&path("clauses.yaml")) {
        national.clauses = clause::ledger(&mut Gather { file: path("clauses.yaml"), faults }, text);
    }
    if let Some(text) = files.get(&path("occupations.csv")) {
        national.occupations = Occupations::read(&mut Gather { file: path("occupations.csv"), faults }, text);
    }
    if let Some(text) = files.get(&path("synonyms.csv")) {
        national.synonyms = Synonyms::read(&mut Gather { file: path("synonyms.csv"), faults }, text);
    }
    if let Some(text) = files.get(&path("retirement.yaml")) {
        let mut gather = Gather { file: path("retirement.yaml"), faults };
        national.retirement = RetirementAges::read(&mut gather, text, &national.clauses);
    }
    let templates: Vec<&str> = files.paths().filter(|file| file.starts_with("national/template-")).collect();
    for file in templates {
        let mut gather = Gather { file: file.to_owned(), faults };
        let template = files.get(file).and_then(|text| Template::read(&mut gather, text));
        if let Some(template) = template {
            if !national.clauses.iter().any(|clause| clause.id == template.clause) {
                gather.add(
                    None,
                    "clause",
                    format!("the national ledger has no clause {:?}", template.clause),
                    "add it",
                );
            }
            national.templates.push(template);
        }
    }
    national
}
