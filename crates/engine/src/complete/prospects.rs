//! What may still be asked about one level, and what an answer would do: which of the values of a fact settle the level.

use std::collections::BTreeSet;

use model::paths::FactPath;
use policy::ClauseRef;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Completed;
use crate::ask::MOST_VALUES_WEIGHED;
use crate::decide::Answer;
use crate::diagram::{Diagrams, Id};

/// The clauses that asked for each missing fact.
pub(crate) type Readers = FxHashMap<FactPath, SmallVec<[ClauseRef; 4]>>;

/// The whole share, in millionths.
pub(crate) const WHOLE: u64 = 1_000_000;

/// What may still be asked about one level.
pub(crate) struct Prospects {
    /// Every fact that can still change what will be answered, in order; none where nothing can.
    pub facts: Vec<FactPath>,
    readers: Readers,
    /// The answers over what is missing; none where the diagrams outgrew their bound.
    open: Option<(Diagrams<Option<Answer>>, Id)>,
}

impl Completed<'_, '_> {
    /// The same where one more fact is missing: these completions with one of its values, `answer` with all others.
    pub(crate) fn or_else(mut self, path: FactPath, answer: Answer) -> Self {
        let other = self.builder.answers.end(answer);
        self.whole = self.builder.answers.case(path, vec![self.whole, other]);
        if self.outgrown {
            self.missing.push(path);
        } else {
            self.answer = self.builder.answers.settled(self.whole).copied();
            self.missing = self.builder.answers.support(self.whole);
        }
        self
    }

    /// What may still be asked, where the facts `unknown` will never be known.
    pub(crate) fn prospects(self, unknown: &BTreeSet<FactPath>) -> Prospects {
        let readers = self.builder.readers;
        if self.outgrown {
            let facts = self.missing.into_iter().filter(|path| !unknown.contains(path)).collect();
            return Prospects { facts, readers, open: None };
        }
        let mut answers: Diagrams<Option<Answer>> = Diagrams::default();
        let mut open = self.builder.answers.map(self.whole, &mut answers, &|answer| Some(*answer));
        for path in unknown {
            // Without the fact there is an answer only where it is the same whatever the fact is.
            open = answers.without(open, *path, &|a, b| if a == b { *a } else { None });
        }
        Prospects { facts: answers.support(open), readers, open: Some((answers, open)) }
    }
}

impl Prospects {
    /// The share of the values of a fact, in millionths, with which the level is settled.
    pub(crate) fn settled_by(&self, path: FactPath) -> u64 {
        let Some((answers, open)) = &self.open else { return 0 };
        let values = answers.width_of(*open, path);
        let step = values.div_ceil(MOST_VALUES_WEIGHED).max(1);
        let (mut settled, mut tried) = (0, 0);
        for value in (0..values).step_by(step) {
            tried += 1;
            settled += u64::from(answers.settled_with(*open, path, value).is_some_and(Option::is_some));
        }
        (settled * WHOLE).checked_div(tried).unwrap_or(0)
    }

    /// The clauses that read a fact.
    pub(crate) fn read_by(&self, path: FactPath) -> &[ClauseRef] {
        self.readers.get(&path).map_or(&[], SmallVec::as_slice)
    }
}
