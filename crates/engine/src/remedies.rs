//! Why not, and what would do: for a level that is not open, the smallest sets of changes that would open it.
//!
//! Every way of every route is gone through, with each certificate and title that may carry it, those that the person has and
//! a new one. What fails on it gives alternatives of changes; each combination is applied and asked again, so that nothing
//! is listed that does not open the level, and what could be left out is.

mod apply;
mod candidates;
mod cures;
mod opening;
mod record_cures;
mod smallest;

use model::remedy::{Change, Label};
use model::{Day, Dossier, Outcome, Target};
use policy::rule::Governed;
use policy::{ClauseRef, Policy};

use crate::conditions::Wanted;
use crate::decide::{decide, wanted};
use crate::facts::Facts;

/// The most sets that are listed for one level; there are more where [`Remedies::cut`] says so.
pub const MOST_REMEDIES: usize = 24;
/// The most combinations of changes that are tried for one level.
pub const MOST_TRIED: usize = 1_500;
/// The most certificates, and the most titles, that are looked at as carriers of a route.
pub const MOST_CARRIERS: usize = 24;

/// For a dossier with more records than this nothing is looked for: every try reads all of them.
pub const MOST_RECORDS: usize = 200;

/// What would open a level.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remedies {
    /// The smallest sets: fewest changes first; of equally many those that ask for no honours, which nobody obtains by
    /// wanting to; then those that only wait, obtain, need the employer, need others. Sets that nobody can bring about are
    /// listed only where there are no others.
    pub sets: Vec<Remedy>,
    /// Whether there may be more sets than those listed.
    pub cut: bool,
}

/// A smallest set of changes that opens a level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remedy {
    /// The changes; at most one of them is a wait, which is the last.
    pub changes: Vec<Cure>,
    /// The first day on which the level is open, where the other changes come about on the day asked about.
    pub day: Day,
    /// The position of the route that then opens it.
    pub route: usize,
    /// Whether that day lies past the policy's last day.
    pub after_expiry: bool,
}

/// One change with the conditions that it cures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cure {
    /// The change.
    pub change: Change,
    /// The clauses of the conditions that it cures.
    pub clauses: Vec<ClauseRef>,
    /// Who decides, where others do: a position in [`Policy::bodies`].
    pub body: Option<usize>,
}

impl Remedy {
    /// Whether some change of it is of this label.
    #[must_use]
    pub fn has(&self, label: Label) -> bool {
        self.changes.iter().any(|cure| cure.change.label() == label)
    }

    /// Whether it asks for honours that the person does not have.
    #[must_use]
    pub fn asks_for_honours(&self) -> bool {
        self.changes.iter().any(|cure| matches!(cure.change, Change::Honours { .. }))
    }

    /// The dossier with its changes, all of which come about on `as_of`. Waiting, and what is only left to people or not
    /// stated, changes no fact.
    #[must_use]
    pub fn applied_to(&self, dossier: &Dossier, policy: &Policy, target: &Target, as_of: Day) -> Dossier {
        apply::applied(dossier, policy, wanted(target), as_of, &self.changes)
    }
}

/// What is asked: a level of a policy for one person on one day.
pub(super) struct Question<'q, 'a> {
    pub facts: &'q Facts<'a>,
    pub governed: &'a Governed,
    pub wanted: Wanted,
}

/// The smallest sets of changes that would open a level; none where it is open, held, or not of this policy.
#[must_use]
pub fn remedies(facts: &Facts<'_>, target: &Target) -> Remedies {
    let policy = facts.policy;
    let Some(governed) = policy.governed.iter().find(|governed| governed.serves(target)) else {
        return Remedies::default();
    };
    if let Some(last) = policy.expires.filter(|last| *last < facts.as_of) {
        let clauses = policy.in_force_clauses.iter().filter_map(|id| policy.clause_named(id)).collect();
        let changes = vec![Cure { change: Change::Expired(last), clauses, body: None }];
        let remedy = Remedy { changes, day: facts.as_of, route: 0, after_expiry: true };
        return Remedies { sets: vec![remedy], cut: false };
    }
    let verdict = decide(facts, target);
    if matches!(verdict.outcome, Outcome::Held | Outcome::Eligible) || other_occupation(facts, target) {
        return Remedies::default();
    }
    if records(facts.dossier) > MOST_RECORDS {
        return Remedies { sets: Vec::new(), cut: true };
    }
    let question = Question { facts, governed, wanted: wanted(target) };
    let (candidates, cut) = candidates::candidates(&question);
    smallest::smallest(&question, candidates, cut)
}

/// Whether a skill target names another occupation than the present one.
fn other_occupation(facts: &Facts<'_>, target: &Target) -> bool {
    crate::decide::other_occupation(facts.dossier, target) == Some(true)
}

/// How many records the lists of a dossier have together.
fn records(dossier: &Dossier) -> usize {
    fn length<T>(list: Option<&Vec<T>>) -> usize {
        list.map_or(0, Vec::len)
    }
    length(dossier.skills.as_ref())
        + length(dossier.titles.as_ref())
        + length(dossier.work.as_ref())
        + length(dossier.education.as_ref())
        + length(dossier.honours.as_ref())
        + length(dossier.evidence.as_ref())
        + length(dossier.sanctions.as_ref())
}
