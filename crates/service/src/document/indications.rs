//! What the national templates would indicate where a text leaves years to a standard: never a rule, always marked.

use engine::{Explained, indicates};
use model::decision::{Indication, IndicativeAlternative};
use model::{Outcome, Target};

use super::Writer;

impl Writer<'_> {
    /// What the national templates would indicate, where a number of years is left to a standard without an entry.
    pub(super) fn indicative(&self, explained: &Explained<'_>, target: &Target) -> Vec<Indication> {
        let Target::Skill { level, .. } = target else { return Vec::new() };
        let left_open = explained.routes.iter().flat_map(|route| &route.conditions).any(|condition| {
            !condition.by_finding && matches!(condition.detail(self.facts).0, model::reason::Reason::NoStandard(_))
        });
        if !left_open || explained.verdict.outcome == Outcome::Held {
            return Vec::new();
        }
        let lang = self.ask.lang.key();
        let national = &self.guantong.packs().national;
        let indication = |template: &policy::template::Template| Indication {
            clause: template.clause.clone(),
            template: template.name.in_language(lang).to_owned(),
            confidence: template.confidence.clone(),
            alternatives: template
                .alternatives(*level)
                .iter()
                .map(|alternative| IndicativeAlternative {
                    says: alternative.says.in_language(lang).to_owned(),
                    holds: indicates(self.facts, &alternative.rule, target),
                })
                .collect(),
        };
        national.templates.iter().filter(|t| !t.alternatives(*level).is_empty()).map(indication).collect()
    }
}
