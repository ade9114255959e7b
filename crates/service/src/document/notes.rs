//! What a policy provides beside the decision: how classes of technical schools count, and what it warns of.

use model::decision::Note;
use model::{CertificateKind, Day, Dossier, Target, Word as _};
use policy::Policy;
use policy::format::{Equivalences, WarnedWhen, WarningSpec};
use wording::Phrasebook;

/// The person, the day and the target that notes are made for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub policy: &'a Policy,
    pub dossier: &'a Dossier,
    pub as_of: Day,
    pub target: &'a Target,
}

impl Asked<'_> {
    /// Every note on the target, each once.
    pub(crate) fn notes(self, book: &Phrasebook) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::new();
        for equal in self.policy.equivalences.iter().filter(|equal| self.counts_class(equal)) {
            for diploma in self.dossier.education.iter().flatten() {
                let Some((class, level)) = diploma.class.and_then(|class| Some((class, equal.classes.get(&class)?)))
                else {
                    continue;
                };
                let class = book.word("school-class", class.key());
                let level = book.word("education", level.key());
                let says = book.format("note-equivalence", &[("class", class), ("level", level)]);
                let note = Note { clause: equal.clause.clone(), says };
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        let warned = self.policy.warnings.iter().filter(|warning| self.warns(warning));
        notes.extend(warned.map(|warning| Note {
            clause: warning.clause.clone(),
            says: warning.says.in_language(book.lang().key()).to_owned(),
        }));
        notes
    }

    /// Whether some diploma is of a class that counts as a level, towards a title.
    pub(crate) fn counts_class(self, equal: &Equivalences) -> bool {
        let classes = self.dossier.education.iter().flatten().filter_map(|diploma| diploma.class);
        matches!(self.target, Target::Title { .. })
            && classes.into_iter().any(|class| equal.classes.contains_key(&class))
    }

    /// Whether a warning is said; only what is stated makes it so.
    pub(crate) fn warns(self, warning: &WarningSpec) -> bool {
        if warning.track.is_some_and(|track| track != self.target.track()) {
            return false;
        }
        let certificates = self.dossier.skills.iter().flatten().filter(|skill| {
            !skill.revoked
                && skill.kind != Some(CertificateKind::Other)
                && skill.date.is_none_or(|date| date <= self.as_of)
        });
        match &warning.when {
            // Said once, beside all decisions of the place.
            WarnedWhen::Always => false,
            WarnedWhen::FraudWithinYears(years) => self.dossier.sanctions.iter().flatten().any(|sanction| {
                sanction.date.is_some_and(|date| date <= self.as_of && self.as_of <= date.anniversary(*years))
            }),
            WarnedWhen::HoldsLevel(levels) => {
                certificates.into_iter().any(|skill| skill.level.is_some_and(|level| levels.contains(&level)))
            }
            WarnedWhen::QualificationAfterSetting(clause) => {
                let chosen = self.policy.settings.iter().find(|setting| setting.spec.clause == *clause);
                let Some(last) = chosen.and_then(|setting| Day::parse(&setting.chosen).ok()) else { return false };
                certificates.into_iter().any(|skill| {
                    skill.kind == Some(CertificateKind::Qualification) && skill.date.is_some_and(|date| date > last)
                })
            }
        }
    }
}
