//! The interview: which missing fact to ask for next, because it is expected to settle most, and when nothing is left to ask.

mod standing;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::Target;
use model::paths::FactPath;
use policy::ClauseRef;

pub use standing::Standing;

use crate::complete::{Prospects, WHOLE};
use crate::decide::decide_openly;
use crate::facts::Facts;

/// Of the facts that may be asked for, so many are weighed: those that most levels miss. The others come after them, by how
/// many levels miss them.
pub const MOST_FACTS_WEIGHED: usize = 16;
/// Of the values that the rules can tell apart, so many are weighed for one fact and one level, spread evenly over all.
pub const MOST_VALUES_WEIGHED: usize = 256;

/// What is asked about in one place: the person as its policy reads the dossier, and the targets.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'f, 'a> {
    /// The facts.
    pub facts: &'f Facts<'a>,
    /// The targets.
    pub targets: &'f [Target],
}

/// One target of one place, by their positions among those asked about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Seat {
    /// The place.
    pub place: usize,
    /// The target.
    pub target: usize,
}

/// A fact to ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The fact; a list that is not stated is one question for all its records.
    pub path: FactPath,
    /// The targets whose answers it can change.
    pub decides: Vec<Seat>,
    /// How many targets the answer is expected to settle, in millionths of a target: on the average over the values of every
    /// sort that the rules can tell apart. 0 also where it is not weighed.
    pub settles: u64,
    /// The clauses that read it, with the position of the place.
    pub read_by: Vec<(usize, ClauseRef)>,
}

/// Where an interview stands.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Every fact that can still change an answer, the one to ask for first at the head. None: nothing is left to ask.
    pub questions: Vec<Question>,
    /// What is known of each target of each place, in the order asked.
    pub standings: Vec<Vec<Standing>>,
}

/// What to ask next, in order. Every question is about a fact in the exact `missing` of some undetermined target; facts in
/// `unknown`, which the person cannot state, are not asked for, and neither is what cannot change an answer without them.
#[must_use]
pub fn ask(places: &[Asked<'_, '_>], unknown: &BTreeSet<FactPath>) -> Interview {
    let mut open: Vec<(Seat, Prospects)> = Vec::new();
    let mut standings = Vec::with_capacity(places.len());
    for (place, asked) in places.iter().enumerate() {
        let mut own = Vec::with_capacity(asked.targets.len());
        for (target, named) in asked.targets.iter().enumerate() {
            let (verdict, prospects) = decide_openly(asked.facts, named, unknown);
            let stands = Standing::of(verdict, prospects.as_ref());
            if let (Standing::Open(_), Some(prospects)) = (&stands, prospects) {
                open.push((Seat { place, target }, prospects));
            }
            own.push(stands);
        }
        standings.push(own);
    }
    Interview { questions: ranked(&open), standings }
}

/// The questions, the one that is expected to settle most first.
fn ranked(open: &[(Seat, Prospects)]) -> Vec<Question> {
    let mut decided: BTreeMap<FactPath, Vec<usize>> = BTreeMap::new();
    for (position, (_, prospects)) in open.iter().enumerate() {
        for path in &prospects.facts {
            decided.entry(*path).or_default().push(position);
        }
    }
    let mut facts: Vec<(FactPath, Vec<usize>)> = decided.into_iter().collect();
    facts.sort_by_key(|(path, positions)| (Reverse(positions.len()), *path));
    let question = |(rank, (path, positions)): (usize, (FactPath, Vec<usize>))| {
        let of = || positions.iter().filter_map(|position| open.get(*position));
        let weighed = rank < MOST_FACTS_WEIGHED;
        let mut read_by: Vec<(usize, ClauseRef)> =
            of().flat_map(|(seat, own)| own.read_by(path).iter().map(|clause| (seat.place, *clause))).collect();
        read_by.sort_unstable();
        read_by.dedup();
        Question {
            path,
            decides: of().map(|(seat, _)| *seat).collect(),
            settles: if weighed { of().map(|(_, own)| own.settled_by(path)).sum() } else { 0 },
            read_by,
        }
    };
    let mut questions: Vec<Question> = facts.into_iter().enumerate().map(question).collect();
    questions.sort_by_key(|question| (Reverse(question.settles), Reverse(question.decides.len()), question.path));
    questions
}

impl Question {
    /// How many targets the answer is expected to settle.
    #[must_use]
    pub fn expected(&self) -> f64 {
        self.settles as f64 / WHOLE as f64
    }
}

impl Interview {
    /// How many targets are answered, whatever else may become known.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.standings.iter().flatten().filter(|one| matches!(one, Standing::Settled(_))).count()
    }

    /// How many targets there are.
    #[must_use]
    pub fn targets(&self) -> usize {
        self.standings.iter().map(Vec::len).sum()
    }
}
