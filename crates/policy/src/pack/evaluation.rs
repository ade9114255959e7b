//! Reads who reviews and who evaluates, and checks that against the ladders, the ledger and the tables of the pack.

use model::node::{Node, Value};
use model::{SkillLevel, TitleTier, Word};
use serde::de::DeserializeOwned;

use crate::clause::Clause;
use crate::fault::Gather;
use crate::format::{EvaluatedBy, EvaluatorSpec, ReviewedBy, ReviewerSpec, Text};
use crate::section;

/// The tables that an entry may lean on.
#[derive(Clone, Copy)]
pub(super) struct Leans {
    /// Whether the pack has a list of service points.
    pub points: bool,
    /// Whether its catalogue names reviewing bodies.
    pub bodies: bool,
}

/// The reviewers of a pack.
pub(super) fn reviewers(g: &mut Gather<'_>, node: &Node<'_>, clauses: &[Clause], leans: Leans) -> Vec<ReviewerSpec> {
    let ladder = ladder::<TitleTier>(node, "titles");
    let mut specs: Vec<ReviewerSpec> = Vec::new();
    for (i, item) in section::items(g, "", node, "reviewers").iter().enumerate() {
        let path = format!("reviewers[{i}]");
        let Some(spec) = section::read::<ReviewerSpec>(g, &path, item) else { continue };
        let at = &mut Entry { line: item.line(), path: &path, g };
        at.clause(&spec.clause, clauses);
        at.says(&spec.says);
        at.levels(&spec.levels, &ladder);
        if spec.by == ReviewedBy::CatalogueBody && !leans.bodies {
            at.fault("by", "the catalogue names no bodies", "name their column under `catalogue.columns.body`");
        }
        if specs.iter().any(|other| same(&other.levels, &spec.levels) && overlap(&other.series, &spec.series)) {
            at.fault("levels", "a level and series is reviewed by two entries", "give each level one reviewer");
        }
        specs.push(spec);
    }
    specs
}

/// The evaluators of a pack.
pub(super) fn evaluators(g: &mut Gather<'_>, node: &Node<'_>, clauses: &[Clause], leans: Leans) -> Vec<EvaluatorSpec> {
    let ladder = ladder::<SkillLevel>(node, "skills");
    let mut specs: Vec<EvaluatorSpec> = Vec::new();
    for (i, item) in section::items(g, "", node, "evaluators").iter().enumerate() {
        let path = format!("evaluators[{i}]");
        let Some(spec) = section::read::<EvaluatorSpec>(g, &path, item) else { continue };
        let at = &mut Entry { line: item.line(), path: &path, g };
        at.clause(&spec.clause, clauses);
        at.says(&spec.says);
        at.levels(&spec.levels, &ladder);
        if spec.by == EvaluatedBy::ServicePoint && !leans.points {
            at.fault("by", "the pack has no list of service points", "name it under `service_points`");
        }
        if specs.iter().any(|other| other.when == spec.when && same(&other.levels, &spec.levels)) {
            at.fault("levels", "a level is evaluated by two entries in the same case", "tell them apart by `when`");
        }
        specs.push(spec);
    }
    specs
}

/// The levels of a ladder; what is wrong with them is told where the ladder is compiled.
fn ladder<L: DeserializeOwned>(node: &Node<'_>, key: &str) -> Vec<L> {
    let levels = node.get(key).and_then(|ladder| ladder.get("levels"));
    let Some(Node { value: Value::List(levels), .. }) = levels else { return Vec::new() };
    levels.iter().filter_map(|level| serde_json::from_value(level.to_json()).ok()).collect()
}

fn same<L: PartialEq>(one: &[L], other: &[L]) -> bool {
    one.iter().any(|level| other.contains(level))
}

fn overlap<S: PartialEq>(one: &[S], other: &[S]) -> bool {
    one.is_empty() || other.is_empty() || same(one, other)
}

/// One entry that is checked.
struct Entry<'e, 'g> {
    line: Option<u32>,
    path: &'e str,
    g: &'e mut Gather<'g>,
}

impl Entry<'_, '_> {
    fn fault(&mut self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.g.add(self.line, section::join(self.path, key), problem, remedy);
    }

    fn clause(&mut self, id: &str, clauses: &[Clause]) {
        if !clauses.iter().any(|clause| clause.id == id) {
            self.fault("clause", format!("the ledger has no clause {id:?}"), "correct the id, or add the clause");
        }
    }

    fn says(&mut self, says: &Text) {
        if says.zh.trim().is_empty() || says.en.trim().is_empty() {
            self.fault("says", "a text is blank", "write it in both languages");
        }
    }

    fn levels<L: Word>(&mut self, levels: &[L], ladder: &[L]) {
        if levels.is_empty() {
            self.fault("levels", "no level is named", "name at least one");
        }
        for (i, level) in levels.iter().enumerate() {
            if !ladder.contains(level) {
                self.fault("levels", format!("{} is no level of the ladder", level.key()), "correct it");
            }
            if levels.iter().take(i).any(|earlier| earlier == level) {
                self.fault("levels", format!("{} stands twice", level.key()), "take one out");
            }
        }
    }
}
