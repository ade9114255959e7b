//! Which clauses a procedure cites, and where.

use model::procedure::{Check, Judges, Procedure, Step, Way, Work};

/// Where a procedure cites a clause.
#[derive(Clone, Copy, Debug)]
pub enum At<'p> {
    /// A way itself.
    Way(&'p Way),
    /// What filing asks for.
    Filing(&'p Way),
    /// A step of a way.
    Step(&'p Way, &'p Step),
}

/// Every clause that the ways of a procedure cite, with the place, in their order.
#[must_use]
pub fn citations(procedure: &Procedure) -> Vec<(At<'_>, &str)> {
    let mut all: Vec<(At<'_>, &str)> = Vec::new();
    for way in &procedure.ways {
        all.extend(way.clauses.iter().map(|clause| (At::Way(way), clause.as_str())));
        let filing = &way.filing;
        let of_filing = way
            .round
            .iter()
            .chain(&way.skilled_section)
            .chain(&filing.promise)
            .chain(&filing.voluntary)
            .chain(&filing.agency);
        let documents = filing.documents.iter().map(|document| &document.clause);
        all.extend(of_filing.chain(documents).map(|clause| (At::Filing(way), clause.as_str())));
        for step in &way.steps {
            all.extend(cited_by(step).map(|clause| (At::Step(way, step), clause)));
        }
    }
    all
}

/// Every clause that a procedure cites anywhere, with the path that cites it.
#[must_use]
pub fn cited(procedure: &Procedure) -> Vec<(String, &str)> {
    let ways = citations(procedure).into_iter().map(|(at, clause)| (at.path(), clause));
    let carried = procedure.carried.iter().map(|carries| ("carried".to_owned(), carries.clause.as_str()));
    let ask = procedure.ask.iter().map(|ask| ("ask".to_owned(), ask.clause.as_str()));
    ways.chain(carried).chain(ask).collect()
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
            clauses.extend(review.substitutes.iter().filter_map(|one| one.clause.as_ref()));
            clauses.extend(review.further_substitutes.iter().chain(&review.material_needed));
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

impl At<'_> {
    /// The place as a path of the file, ways and steps by their names.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Way(way) => format!("ways.{}", way.id),
            Self::Filing(way) => format!("ways.{}.filing", way.id),
            Self::Step(way, step) => format!("ways.{}.{}", way.id, step.id),
        }
    }
}
