//! What stands beside a decision without changing it: waivers, notes, warnings, the operator's readings, currency.

use engine::Explained;
use model::decision::{Note, Waiver};
use model::{CertificateKind, Day, Outcome, Target, Word};
use policy::format::{WarnedWhen, WarningSpec};

use super::Writer;

/// After so many days without a check against its document a pack is called long unchecked, where the operator sets no
/// other number.
pub const UNCHECKED_AFTER_DAYS: u32 = 366;

impl Writer<'_> {
    pub(super) fn waivers(&self, target: &Target) -> Vec<Waiver> {
        if !matches!(target, Target::Skill { .. }) || !self.facts.diploma_relevant_to_post() {
            return Vec::new();
        }
        let waiver = |waiver: &policy::format::WaiverSpec| Waiver {
            clause: waiver.clause.clone(),
            what: waiver.what.key().to_owned(),
            says: waiver.says.in_language(self.ask.lang.key()).to_owned(),
        };
        self.policy.waivers.iter().map(waiver).collect()
    }

    /// Clauses with a changed setting that the routes to the target cite.
    pub(super) fn chosen_readings(&self, explained: &Explained<'_>) -> Vec<String> {
        let changed = self.policy.settings.iter().filter(|setting| setting.is_changed());
        let cites = |id: &str| {
            let routes = explained.governed.iter().flat_map(|governed| &governed.routes);
            let mut cited = self.policy.in_force_clauses.iter().any(|clause| clause == id);
            for route in routes {
                route.rule.leaves(&mut |leaf| {
                    cited |= self.policy.clause(leaf.clause).is_some_and(|clause| clause.id == id);
                });
            }
            cited
        };
        changed.map(|setting| setting.spec.clause.clone()).filter(|clause| cites(clause)).collect()
    }

    /// How classes of technical schools in the dossier count for titles.
    pub(super) fn notes(&self, explained: &Explained<'_>, target: &Target) -> Vec<Note> {
        let Some(equal) = self.policy.equivalences.as_ref() else { return Vec::new() };
        if explained.governed.is_none() || !matches!(target, Target::Title { .. }) {
            return Vec::new();
        }
        let classes = self.ask.dossier.education.iter().flatten().filter_map(|diploma| diploma.class);
        let mut notes: Vec<Note> = Vec::new();
        for class in classes {
            let Some(level) = equal.classes.get(&class) else { continue };
            let says = self.phrases.format(
                "note-equivalence",
                &[
                    ("class", self.phrases.word("school-class", class.key())),
                    ("level", self.phrases.word("education", level.key())),
                ],
            );
            let note = Note { clause: equal.clause.clone(), says };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// What the document says beside a decision on such a target.
    pub(super) fn warnings(&self, explained: &Explained<'_>, target: &Target) -> Vec<Note> {
        if explained.verdict.outcome == Outcome::NotGoverned {
            return Vec::new();
        }
        let warned = |warning: &&WarningSpec| {
            warning.track.is_none_or(|track| track == target.track()) && self.warned(&warning.when)
        };
        let note = |warning: &WarningSpec| Note {
            clause: warning.clause.clone(),
            says: warning.says.in_language(self.ask.lang.key()).to_owned(),
        };
        self.policy.warnings.iter().filter(warned).map(note).collect()
    }

    fn warned(&self, when: &WarnedWhen) -> bool {
        let (dossier, as_of) = (self.ask.dossier, self.ask.as_of);
        match when {
            // Said once, beside all decisions.
            WarnedWhen::Always => false,
            WarnedWhen::FraudWithinYears(years) => dossier.sanctions.iter().flatten().any(|found| {
                found.date.is_some_and(|date| date <= as_of && as_of <= date.anniversary(*years))
            }),
            WarnedWhen::HoldsLevel(levels) => dossier.skills.iter().flatten().any(|skill| {
                let counts = !skill.revoked && skill.kind != Some(CertificateKind::Other);
                counts && skill.level.is_some_and(|level| levels.contains(&level))
            }),
            WarnedWhen::QualificationAfterSetting(clause) => {
                let setting = self.policy.settings.iter().find(|setting| setting.spec.clause == *clause);
                let last = setting.and_then(|setting| Day::parse(&setting.chosen).ok());
                let younger = |date: Day| last.is_some_and(|last| date > last);
                dossier.skills.iter().flatten().any(|skill| {
                    skill.kind == Some(CertificateKind::Qualification) && skill.date.is_some_and(younger)
                })
            }
        }
    }

    /// What to know beside all decisions of the place: how current the pack is, and findings on clauses that no pack has.
    pub(super) fn document_warnings(&self) -> Vec<String> {
        let policy = self.policy;
        let mut warnings = Vec::new();
        if let Some(last) = policy.expires.filter(|last| self.ask.as_of > *last) {
            warnings.push(self.phrases.format("warning-expired", &[("last", &last.to_string())]));
        }
        if let Some(id) = &policy.checked.superseded_by {
            warnings.push(self.phrases.format("warning-superseded", &[("pack", id)]));
        }
        let after = self.guantong.settings().unchecked_after_days.unwrap_or(UNCHECKED_AFTER_DAYS);
        let checked = policy.checked.on;
        if i64::from(self.ask.as_of.days_since(checked)) > i64::from(after) {
            warnings.push(self.phrases.format("warning-long-unchecked", &[("checked", &checked.to_string())]));
        }
        let always = policy.warnings.iter().filter(|warning| warning.when == WarnedWhen::Always);
        warnings.extend(always.map(|warning| {
            format!("{} ({})", warning.says.in_language(self.ask.lang.key()), warning.clause)
        }));
        let unknown = self.guantong.unknown_findings(self.ask.dossier).into_iter();
        warnings.extend(unknown.map(|id| self.phrases.format("warning-unknown-finding", &[("clause", id)])));
        warnings
    }
}
