//! The honour lists and the settings of a policy's page.

use model::Word as _;
use policy::honours::HonourEntry;

use super::Page;
use super::markdown::{Markdown, escaped};

impl Page<'_> {
    /// Every list with its honours, and what is asked of each.
    pub(super) fn honours(&self, out: &mut Markdown) {
        let honours = &self.policy.honours;
        if honours.lists.is_empty() {
            return;
        }
        out.heading(2, self.t("guide-honours"));
        out.paragraph(self.t("guide-honours-lead"));
        for (list, (clause, opens)) in honours.lists.iter().enumerate() {
            let tier = self.book.word("title-tier", opens.key());
            out.heading(3, &self.say("guide-honour-list", &[("clause", clause), ("tier", tier)]));
            for entry in honours.entries.iter().filter(|entry| entry.list == list) {
                out.item(&self.honour(entry));
            }
        }
    }

    fn honour(&self, entry: &HonourEntry) -> String {
        let mut asked: Vec<String> = Vec::new();
        if let Some(rank) = entry.rank_at_most {
            asked.push(self.say("guide-honour-rank", &[("rank", &rank.to_string())]));
        }
        if !entry.awards.is_empty() {
            asked.push(entry.awards.join("、"));
        }
        if entry.skilled_worker {
            asked.push(self.t("guide-honour-worker").to_owned());
        }
        if entry.refer {
            asked.push(self.t("guide-honour-refer").to_owned());
        }
        let name = escaped(&entry.name);
        if asked.is_empty() {
            name
        } else {
            format!("{name}{}{}", self.t("guide-colon"), asked.join(self.t("guide-mark")))
        }
    }

    /// The readings that an operator can choose.
    pub(super) fn settings(&self, out: &mut Markdown) {
        if self.policy.settings.is_empty() {
            return;
        }
        out.heading(2, self.t("guide-settings"));
        out.paragraph(self.t("guide-settings-lead"));
        for setting in self.policy.settings.iter().map(|setting| &setting.spec) {
            let what = escaped(setting.what.in_language(self.lang.key()));
            out.item(&format!("{}{}{what}", setting.clause, self.t("guide-colon")));
            let default = |choice: &&String| **choice != setting.default;
            let mut choices: Vec<&String> = setting.choices.keys().collect();
            choices.sort_by_key(default);
            for choice in choices {
                let says = setting.choices.get(choice).map_or("", |text| text.in_language(self.lang.key()));
                out.line(&format!("  - `{choice}`{}{}", self.t("guide-colon"), escaped(says)));
            }
            if setting.any_day {
                let any = self.t("guide-setting-any-day");
                out.line(&format!("  - `{}`{}{any}", setting.default, self.t("guide-mark")));
            }
        }
    }
}
