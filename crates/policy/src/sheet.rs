//! Reads and checks the score sheets of a pack: every clause known, ethics first, each item countable.

use std::collections::BTreeSet;

use model::node::{Format, Node};
use model::procedure::{Procedure, Work};
use model::sheet::{Area, SHEET_SCHEMA, Sheet};

use crate::clause::Clause;
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::section;

/// Reads every `sheet-….yaml` of a folder and checks that the procedure beside them uses each of them.
pub(crate) fn sheets(
    files: &Files,
    folder: &str,
    procedure: &Procedure,
    clauses: &[Clause],
    faults: &mut PackFaults,
) -> Vec<(String, Sheet)> {
    let own = |path: &str| path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned);
    let is_sheet = |name: &String| name.starts_with("sheet-") && name.ends_with(".yaml") && !name.contains('/');
    let there: Vec<String> = files.paths().filter_map(own).filter(is_sheet).collect();
    let used: Vec<(String, &str)> = used(procedure);
    let g = &mut Gather { file: format!("{folder}/procedure.yaml"), faults };
    for (at, name) in used.iter().filter(|(_, name)| !there.iter().any(|file| file == name)) {
        g.add(None, at.clone(), format!("there is no score sheet {name}"), "add it beside procedure.yaml");
    }
    let mut sheets = Vec::new();
    for name in there {
        let g = &mut Gather { file: format!("{folder}/{name}"), faults };
        if !used.iter().any(|(_, used)| *used == name) {
            g.add(None, "", "no step uses the score sheet", "name it in the `review` of a step, or take it out");
        }
        let text = files.get(&g.file).unwrap_or_default();
        sheets.extend(read(g, text, clauses).map(|sheet| (name, sheet)));
    }
    sheets
}

/// The score sheets that steps name, with the place.
fn used(procedure: &Procedure) -> Vec<(String, &str)> {
    let steps = procedure.ways.iter().flat_map(|way| way.steps.iter().map(move |step| (way, step)));
    let named = steps.filter_map(|(way, step)| match &step.work {
        Work::Review(review) => Some((format!("ways.{}.{}", way.id, step.id), review.sheet.as_deref()?)),
        _ => None,
    });
    named.collect()
}

fn read(g: &mut Gather<'_>, text: &str, clauses: &[Clause]) -> Option<Sheet> {
    let node = match Node::read_as(text, Format::Yaml) {
        Ok(node) => node,
        Err(found) => {
            g.all(found);
            return None;
        }
    };
    let sheet: Sheet = section::read(g, "", &node)?;
    if sheet.schema != SHEET_SCHEMA {
        let line = node.get("schema").and_then(Node::line);
        g.add(line, "schema", "the schema is not known here", format!("write {SHEET_SCHEMA}"));
    }
    for (at, id) in cited(&sheet) {
        if !clauses.iter().any(|clause| clause.id == id) {
            g.add(None, at, format!("no ledger has the clause {id}"), "cite a clause of the ledgers");
        }
    }
    check(g, &sheet);
    Some(sheet)
}

/// Every clause that a score sheet cites, with the place.
#[must_use]
pub fn cited(sheet: &Sheet) -> Vec<(String, &str)> {
    let mut cited: Vec<(String, &str)> = sheet.clauses.iter().map(|id| ("clauses".to_owned(), id.as_str())).collect();
    cited.extend(sheet.skill_has_weight.iter().map(|id| ("skill_has_weight".to_owned(), id.as_str())));
    for item in &sheet.items {
        let at = format!("items.{}", item.id);
        cited.push((at.clone(), &item.clause));
        cited.extend(item.any_of.iter().map(|one| (format!("{at}.any_of"), one.clause.as_str())));
    }
    cited
}

fn check(g: &mut Gather<'_>, sheet: &Sheet) {
    if sheet.clauses.is_empty() {
        g.add(None, "clauses", "no clause is cited", "cite the clause that asks for the sheet");
    }
    if sheet.items.is_empty() {
        g.add(None, "items", "the sheet has no items", "add what the committee looks at");
    }
    let mut ids = BTreeSet::new();
    let mut others = false;
    for item in &sheet.items {
        let at = format!("items.{}", item.id);
        if !ids.insert(item.id.as_str()) || !section::is_name(&item.id) {
            let remedy = "give each item a name of its own: small letters, digits and hyphens";
            g.add(None, &at, "the name stands twice, or is no name", remedy);
        }
        if item.area == Area::Ethics && others {
            g.add(None, &at, "ethics stands after other areas", "put the items of ethics first");
        }
        others |= item.area != Area::Ethics;
        if item.gate && item.optional {
            g.add(None, &at, "a gate cannot be left out", "take `optional` or `gate` out");
        }
        if item.any_of.iter().any(|one| one.at_least == 0) {
            g.add(None, &at, "nothing is counted", "write an `at_least` of 1 or more");
        }
    }
    if sheet.skill_has_weight.is_some() && !sheet.items.iter().any(|item| item.skill && item.weight != Some(0)) {
        let problem = "skill is to have a weight above zero, and no item is about skill";
        g.add(None, "items", problem, "mark the items about skill with `skill: true`");
    }
}
