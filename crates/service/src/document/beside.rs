//! What stands beside a decision without changing it: waivers, the operator's readings, how current the pack is.

use engine::Explained;
use model::Target;
use model::decision::Waiver;
use policy::format::WarnedWhen;

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
        warnings.extend(
            always.map(|warning| format!("{} ({})", warning.says.in_language(self.ask.lang.key()), warning.clause)),
        );
        let unknown = self.guantong.unknown_findings(self.ask.dossier).into_iter();
        warnings.extend(unknown.map(|id| self.phrases.format("warning-unknown-finding", &[("clause", id)])));
        warnings
    }
}
