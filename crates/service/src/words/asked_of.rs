//! Whom a condition is asked of, in words: every way to a title, or the routes by name.

use model::Track;

use super::RuleWords;
use crate::coverage::AskedCondition;

impl RuleWords<'_> {
    /// Every way of a track, or the names of the routes; with the pilots, where those ask it.
    #[must_use]
    pub fn asked_of(&self, asked: &AskedCondition<'_>) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (track, every) in [(Track::Title, "rule-every-title-route"), (Track::Skill, "rule-every-skill-route")] {
            let own: Vec<_> = asked.routes.iter().filter(|(governed, _)| governed.level.track() == track).collect();
            let levels = self.policy.governed.iter().filter(|governed| governed.level.track() == track);
            let total: usize = levels.map(|governed| governed.routes.len()).sum();
            if !own.is_empty() && own.len() == total {
                parts.push(self.text(every));
                continue;
            }
            for (_, route) in own {
                let name = route.name.in_language(self.book.lang().key()).to_owned();
                if !parts.contains(&name) {
                    parts.push(name);
                }
            }
        }
        for pilot in asked.pilots.iter().filter_map(|number| self.policy.pilots.get(*number)) {
            let (from, until) = (pilot.during.from.to_string(), pilot.during.until.to_string());
            parts.push(self.say("rule-of-pilot", &[("from", &from), ("until", &until)]));
        }
        parts.join(self.book.text("rule-names-mark"))
    }
}
