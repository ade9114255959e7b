//! The clause ledgers of two policies that cite one document.

use super::{About, Point, Provision, Says};
use crate::clause::Clause;
use crate::pack::Policy;

/// A part of a clause of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClausePart {
    /// Where it stands.
    Place,
    /// What it says, in either language.
    Says,
    /// Kind, subject, or what carries it.
    Kind,
    /// Names, numbers and dates.
    Parameters,
    /// How the product acts on it.
    Software,
    /// What is open, and the reading taken.
    Reading,
}

impl ClausePart {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Says => "says",
            Self::Kind => "kind",
            Self::Parameters => "parameters",
            Self::Software => "software",
            Self::Reading => "reading",
        }
    }
}

/// The clauses of a policy and of those that it passes on, without the national ones.
fn of_documents(policy: &Policy) -> impl Iterator<Item = &Clause> {
    policy.clauses.iter().filter(|clause| clause.provenance.is_none())
}

/// Whether both policies cite clauses of one document.
pub(super) fn one_document(a: &Policy, b: &Policy) -> bool {
    of_documents(a).any(|clause| of_documents(b).any(|other| other.id == clause.id))
}

/// Clauses that only one of both ledgers has, or that read differently; those that are the same are not told.
pub(super) fn clauses<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    if !one_document {
        return Vec::new();
    }
    let find = |policy: &'p Policy, id: &str| policy.clauses.iter().find(|clause| clause.id == id);
    let provision = |clause: Option<&'p Clause>, parts: &[ClausePart]| -> Vec<Provision<'p>> {
        let says = clause.map(|clause| Provision::new(Says::Clause(clause, parts.to_vec()), [&clause.id]));
        says.into_iter().collect()
    };
    let mut points = Vec::new();
    for clause in &a.clauses {
        let other = find(b, &clause.id);
        let parts = other.map(|other| differing(clause, other)).unwrap_or_default();
        if other.is_some() && parts.is_empty() {
            continue;
        }
        let about = About::Clause(&clause.id);
        points.extend(Point::whole(true, about, provision(Some(clause), &parts), provision(other, &parts)));
    }
    for clause in b.clauses.iter().filter(|clause| find(a, &clause.id).is_none()) {
        points.extend(Point::whole(true, About::Clause(&clause.id), Vec::new(), provision(Some(clause), &[])));
    }
    points
}

fn differing(a: &Clause, b: &Clause) -> Vec<ClausePart> {
    let parts = [
        (ClausePart::Place, a.place != b.place),
        (ClausePart::Says, a.zh != b.zh || a.en != b.en),
        (ClausePart::Kind, (&a.kind, &a.subject, a.part) != (&b.kind, &b.subject, b.part)),
        (ClausePart::Parameters, a.parameters != b.parameters),
        (ClausePart::Software, a.software != b.software),
        (ClausePart::Reading, a.ambiguity != b.ambiguity),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
