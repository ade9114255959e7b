//! Reads and checks a pack's `procedure.yaml`: every clause known, every identifier once, every application finds a way.

use std::collections::BTreeSet;

use model::node::{Format, Node};
use model::procedure::{End, MaterialKind, PROCEDURE_SCHEMA, Procedure, Step, Way, Work};
use model::words::Track;

use crate::clause::Clause;
use crate::fault::Gather;
use crate::format::WaiverSpec;
use crate::rule::Governed;
use crate::section;

mod citations;
mod everybody;

pub use citations::{At, citations, cited, cited_by};

/// What a procedure is checked against: the rules of the pack that it stands beside.
pub(crate) struct Rules<'r> {
    /// The clauses of the chain and the national ones.
    pub clauses: &'r [Clause],
    /// What need not be done or paid.
    pub waivers: &'r [WaiverSpec],
    /// The levels.
    pub governed: &'r [Governed],
}

/// Reads a `procedure.yaml`; what is wrong with it goes to the faults.
pub(crate) fn read(g: &mut Gather<'_>, text: &str, rules: &Rules<'_>) -> Option<Procedure> {
    let node = match Node::read_as(text, Format::Yaml) {
        Ok(node) => node,
        Err(found) => {
            g.all(found);
            return None;
        }
    };
    let procedure: Procedure = section::read(g, "", &node)?;
    check(g, &node, &procedure, rules);
    everybody::finds_a_way(g, &procedure, rules.governed);
    Some(procedure)
}

fn check(g: &mut Gather<'_>, node: &Node<'_>, procedure: &Procedure, rules: &Rules<'_>) {
    if procedure.schema != PROCEDURE_SCHEMA {
        let line = node.get("schema").and_then(Node::line);
        g.add(line, "schema", "the schema is not known here", format!("write {PROCEDURE_SCHEMA}"));
    }
    for (place, id) in cited(procedure) {
        if !rules.clauses.iter().any(|clause| clause.id == id) {
            g.add(None, place, format!("no ledger has the clause {id}"), "cite a clause of the ledgers");
        }
    }
    let mut ids = BTreeSet::new();
    for way in &procedure.ways {
        if !ids.insert(way.id.as_str()) || !section::is_name(&way.id) {
            let remedy = "give each way a name of its own: small letters, digits and hyphens";
            g.add(None, format!("ways.{}", way.id), "the name stands twice, or is no name", remedy);
        }
        check_way(g, way, rules);
    }
    for track in [Track::Title, Track::Skill] {
        if !procedure.ways.iter().any(|way| way.track == track) {
            let problem = format!("no way leads an application for a {track} level");
            g.add(None, "ways", problem, "add one, or one that says where it goes instead (`elsewhere`)");
        }
    }
}

fn check_way(g: &mut Gather<'_>, way: &Way, rules: &Rules<'_>) {
    let at = format!("ways.{}", way.id);
    if way.clauses.is_empty() {
        g.add(None, format!("{at}.clauses"), "no clause is cited", "cite the clause that makes the way");
    }
    if way.elsewhere.is_some() != way.steps.is_empty() {
        let remedy = "give the way steps, or say where the application goes instead";
        g.add(None, &at, "a way has either steps or `elsewhere`", remedy);
    }
    let mut ids = BTreeSet::new();
    for step in &way.steps {
        let at = format!("{at}.{}", step.id);
        if !ids.insert(step.id.as_str()) || !section::is_name(&step.id) {
            let remedy = "give each step a name of its own: small letters, digits and hyphens";
            g.add(None, &at, "the name stands twice, or is no name", remedy);
        }
        check_step(g, &at, step, rules);
    }
    let confirms = way.steps.iter().filter(|step| matches!(step.work, Work::Confirm)).count();
    let last = way.steps.last().is_some_and(|step| matches!(step.work, Work::Confirm));
    if way.end == End::Recommended && confirms > 0 {
        g.add(None, &at, "a recommendation is confirmed by nobody here", "take the step with `work: confirm` out");
    }
    if way.end != End::Recommended && !way.steps.is_empty() && !(confirms == 1 && last) {
        g.add(None, &at, "the last step confirms, and no other does", "add a last step with `work: confirm`");
    }
}

fn check_step(g: &mut Gather<'_>, at: &str, step: &Step, rules: &Rules<'_>) {
    if step.by.is_empty() || step.clauses.is_empty() {
        g.add(None, at, "a step names who acts and the clause", "add `by` and `clauses`");
    }
    if step.where_it_exists && !matches!(step.work, Work::Check(_)) {
        g.add(None, at, "only a check may fall away for want of a body", "take `where_it_exists` out");
    }
    match &step.work {
        Work::Notice(notice) if notice.working_days == 0 => {
            g.add(None, at, "a notice has at least one working day", "correct `working_days`");
        }
        Work::Exam(exam) => {
            if exam.parts.iter().all(|part| part.may_be_waived) {
                g.add(None, at, "every part of the examination can be waived", "name the part that never is");
            }
            distinct(g, at, exam.parts.iter().map(|part| part.id.as_str()));
            let waives = |what: &str| rules.waivers.iter().any(|waiver| waiver.what.key() == what);
            for part in &exam.parts {
                let own = part.may_be_waived.then_some(part.id.as_str());
                for what in own.into_iter().chain(part.fee.as_deref()).filter(|what| !waives(what)) {
                    let problem = format!("policy.yaml waives no {what}");
                    g.add(None, at, problem, "add the waiver to policy.yaml, or take it out here");
                }
            }
        }
        Work::Check(check) => {
            distinct(g, at, check.points.iter().map(|point| point.id.as_str()));
            distinct(g, at, check.grounds.iter().chain(&check.never_alone).map(|ground| ground.id.as_str()));
        }
        Work::Review(review) => {
            distinct(g, at, review.never_alone.iter().map(|ground| ground.id.as_str()));
            distinct(g, at, review.substitutes.iter().filter_map(|one| one.kind).map(MaterialKind::key));
            if review.defence.is_none() && !(review.substitutes.is_empty() && review.further_substitutes.is_none()) {
                let problem = "something stands in for papers, and no clause lets it";
                g.add(None, at, problem, "name the clause in `defence`");
            }
        }
        Work::Notice(_) | Work::Confirm => {}
    }
}

/// Points, grounds and parts are named once in their step.
fn distinct<'s>(g: &mut Gather<'_>, at: &str, ids: impl Iterator<Item = &'s str>) {
    let mut seen = BTreeSet::new();
    for id in ids.filter(|id| !seen.insert(*id) || !section::is_name(id)) {
        let remedy = "give each a name of its own: small letters, digits and hyphens";
        g.add(None, at, format!("the name {id:?} stands twice, or is no name"), remedy);
    }
}
