//! Sentences about diplomas: their level, and what their major has to do with the occupation.

use model::EducationLevel;
use model::reason::Relevance;

use super::Say;
use crate::argument::Argument;
use crate::message::{Message, Verdict};

/// A diploma as far as it is stated.
#[derive(Clone, Copy)]
pub(super) struct Diploma {
    pub(super) level: Option<EducationLevel>,
    /// Whether the level is that of a technical-school class.
    pub(super) by_class: bool,
    pub(super) relevance: Relevance,
}

impl Say<'_> {
    pub(super) fn education(self, diploma: Option<Diploma>, wanted: EducationLevel) {
        let required = self.book.name(wanted);
        let or_higher = [required];
        let wanted_or_higher = Argument::Part(Message::LevelOrHigher, &or_higher);
        let Some(Diploma { level, by_class, relevance }) = diploma else {
            return self.verdict(Verdict::EducationNone, &[wanted_or_higher]);
        };

        let class = if by_class { Argument::Part(Message::DiplomaClass, &[]) } else { Argument::Nothing };
        let levelled = [level.map_or(Argument::Nothing, |level| self.book.name(level)), class];
        let diploma = match level {
            Some(_) => Argument::Part(Message::Diploma, &levelled),
            None => Argument::Part(Message::DiplomaUnlevelled, &[]),
        };

        if self.fails() && level.is_some_and(|level| level < wanted) {
            return self.message(Message::EducationLower, &[diploma, required]);
        }
        let verdict = match relevance {
            Relevance::Relevant => Verdict::EducationRelevant,
            Relevance::Other => Verdict::EducationOther,
            Relevance::None => Verdict::EducationIrrelevant,
            Relevance::Unstated => Verdict::EducationUnstated,
        };
        self.verdict(verdict, &[diploma, wanted_or_higher]);
    }
}
