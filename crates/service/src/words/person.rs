//! Rules on the person, the employer and the post, in words.

use policy::condition::{EmployerKinds, FieldOf, Post, Statuses};

use super::RuleWords;

impl RuleWords<'_> {
    pub(super) fn status(&self, statuses: &Statuses, body: &str) -> String {
        let mut text = self.say("rule-status", &[("among", &self.words("status", &statuses.yes))]);
        if !statuses.refer.is_empty() {
            let refer = self.words("status", &statuses.refer);
            text += &self.say("rule-status-refer", &[("refer", &refer), ("body", body)]);
        }
        text
    }

    pub(super) fn employer_kind(&self, kinds: &EmployerKinds, body: &str) -> String {
        let named = |kinds: &[model::EmployerKind]| self.words("employer-kind", kinds);
        let mut text = match &kinds.yes {
            Some(among) => self.say("rule-employer-among", &[("among", &named(among))]),
            None => self.text("rule-employer-any"),
        };
        if !kinds.no.is_empty() {
            text += &self.say("rule-employer-not", &[("kinds", &named(&kinds.no))]);
        }
        if !kinds.refer.is_empty() {
            text += &self.say("rule-employer-refer", &[("refer", &named(&kinds.refer)), ("body", body)]);
        }
        if kinds.absent_passes {
            text += self.book.text("rule-employer-absent");
        }
        text
    }

    pub(super) fn field(&self, of: FieldOf) -> String {
        match of {
            FieldOf::Target => self.text("rule-field-target"),
            FieldOf::Title => self.text("rule-field-title"),
            FieldOf::Series(series) => self.say("rule-field-series", &[("series", &self.words("series", &[series]))]),
        }
    }

    pub(super) fn post(&self, post: Post) -> String {
        self.text(match post {
            Post::Frontline => "rule-post-frontline",
            Post::Skilled => "rule-post-skilled",
        })
    }
}
