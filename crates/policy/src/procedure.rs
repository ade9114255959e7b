//! Reads and checks a pack's `procedure.yaml`: every clause known, every identifier once, every application finds a way.

use std::collections::BTreeSet;

use model::node::{Format, Node};
use model::procedure::{Check, End, Judges, PROCEDURE_SCHEMA, Procedure, Step, Way, Work};
use model::words::Track;

use crate::clause::Clause;
use crate::fault::Gather;
use crate::section;

/// Reads a `procedure.yaml`; what is wrong with it goes to the faults.
pub(crate) fn read(g: &mut Gather<'_>, text: &str, clauses: &[Clause]) -> Option<Procedure> {
    let node = match Node::read_as(text, Format::Yaml) {
        Ok(node) => node,
        Err(found) => {
            g.all(found);
            return None;
        }
    };
    let procedure: Procedure = section::read(g, "", &node)?;
    check(g, &node, &procedure, clauses);
    Some(procedure)
}

/// Every clause that a procedure cites, with the place that cites it.
#[must_use]
pub fn cited(procedure: &Procedure) -> Vec<(String, &str)> {
    let mut cited: Vec<(String, &str)> = Vec::new();
    cited.extend(procedure.carried.iter().map(|carries| ("carried".to_owned(), carries.clause.as_str())));
    for way in &procedure.ways {
        let at = format!("ways.{}", way.id);
        let own = way.clauses.iter().chain(&way.round);
        cited.extend(own.map(|clause| (at.clone(), clause.as_str())));
        let filing = &way.filing;
        let of_filing = filing.promise.iter().chain(&filing.voluntary).chain(&filing.agency);
        let documents = filing.documents.iter().map(|document| &document.clause);
        cited.extend(of_filing.chain(documents).map(|clause| (format!("{at}.filing"), clause.as_str())));
        for step in &way.steps {
            cited.extend(cited_by(step).map(|clause| (format!("{at}.{}", step.id), clause)));
        }
    }
    cited
}

/// The clauses that one step cites.
pub fn cited_by(step: &Step) -> impl Iterator<Item = &str> {
    let mut clauses: Vec<&String> = step.clauses.iter().collect();
    match &step.work {
        Work::Check(Check { points, judges, grounds, never_alone }) => {
            clauses.extend(points.iter().chain(grounds).chain(never_alone).map(|point| &point.clause));
            clauses.extend(judged(judges));
        }
        Work::Notice(notice) => clauses.push(&notice.clause),
        Work::Review(review) => {
            clauses.extend(review.defence.iter().chain(&review.standard_on_file));
            clauses.extend(review.never_alone.iter().map(|ground| &ground.clause));
            clauses.extend(judged(&review.judges));
        }
        Work::Exam(exam) => clauses.extend(exam.parts.iter().map(|part| &part.clause)),
        Work::Confirm => {}
    }
    clauses.into_iter().map(String::as_str)
}

fn judged(judges: &Judges) -> &[String] {
    match judges {
        Judges::Clauses(clauses) => clauses,
        Judges::None | Judges::Rest | Judges::Referred => &[],
    }
}

fn check(g: &mut Gather<'_>, node: &Node<'_>, procedure: &Procedure, clauses: &[Clause]) {
    if procedure.schema != PROCEDURE_SCHEMA {
        let line = node.get("schema").and_then(Node::line);
        g.add(line, "schema", "the schema is not known here", format!("write {PROCEDURE_SCHEMA}"));
    }
    for (place, id) in cited(procedure) {
        if !clauses.iter().any(|clause| clause.id == id) {
            g.add(None, place, format!("no ledger has the clause {id}"), "cite a clause of the ledgers");
        }
    }
    let mut ids = BTreeSet::new();
    for way in &procedure.ways {
        if !ids.insert(way.id.as_str()) || !section::is_name(&way.id) {
            let remedy = "give each way a name of its own: small letters, digits and hyphens";
            g.add(None, format!("ways.{}", way.id), "the name stands twice, or is no name", remedy);
        }
        check_way(g, way);
    }
    for track in [Track::Title, Track::Skill] {
        if !procedure.ways.iter().any(|way| way.track == track) {
            let problem = format!("no way leads an application for a {track} level");
            g.add(None, "ways", problem, "add one, or one that says where it goes instead (`elsewhere`)");
        }
    }
}

fn check_way(g: &mut Gather<'_>, way: &Way) {
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
        if step.by.is_empty() || step.clauses.is_empty() {
            g.add(None, &at, "a step names who acts and the clause", "add `by` and `clauses`");
        }
        if let Work::Notice(notice) = &step.work
            && notice.working_days == 0
        {
            g.add(None, &at, "a notice has at least one working day", "correct `working_days`");
        }
        if let Work::Exam(exam) = &step.work
            && exam.parts.iter().all(|part| part.may_be_waived)
        {
            g.add(None, &at, "every part of the examination can be waived", "name the part that never is");
        }
        if step.where_it_exists && !matches!(step.work, Work::Check(_)) {
            g.add(None, &at, "only a check may fall away for want of a body", "take `where_it_exists` out");
        }
    }
    let confirms = way.steps.iter().filter(|step| matches!(step.work, Work::Confirm)).count();
    let last = way.steps.last().is_some_and(|step| matches!(step.work, Work::Confirm));
    if way.end != End::Recommended && !way.steps.is_empty() && !(confirms == 1 && last) {
        g.add(None, &at, "the last step confirms, and no other does", "add a last step with `work: confirm`");
    }
}
