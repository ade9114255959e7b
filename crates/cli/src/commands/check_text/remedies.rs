//! What would open a level, as lines of text.

use model::remedy::{Label, ListedChange, WhatWouldOpen};

use super::Page;

impl Page {
    /// The sets of changes, each with its route.
    pub(super) fn remedies(&mut self, remedies: &WhatWouldOpen) {
        let head = self.phrases.text("remedies-head");
        self.line(&format!("  {head}"));
        let impossible = |changes: &[ListedChange]| changes.iter().any(|change| change.label == Label::Impossible);
        if remedies.sets.is_empty() {
            let none = self.phrases.text("remedies-none");
            self.line(&format!("    {none}"));
        } else if remedies.sets.iter().all(|set| impossible(&set.changes)) {
            let why = self.phrases.text("remedies-impossible");
            self.line(&format!("    {why}"));
        }
        for (i, set) in remedies.sets.iter().enumerate() {
            let way = self.phrases.format("remedies-set", &[("number", &(i + 1).to_string())]);
            let mut line = format!("    {}", self.cited(&way, &set.route_name));
            if set.after_expiry {
                line.push_str(" · ");
                line.push_str(self.phrases.text("remedies-after-expiry"));
            }
            self.line(&line);
            for change in &set.changes {
                let cited = match change.clauses.join(self.phrases.text("remedy-mark")) {
                    clauses if clauses.is_empty() => change.says.clone(),
                    clauses => self.cited(&change.says, &clauses),
                };
                self.line(&format!("      [{}] {cited}", change.label_name));
            }
        }
        if remedies.more {
            let more = self.phrases.text("remedies-more");
            self.line(&format!("    {more}"));
        }
    }
}
