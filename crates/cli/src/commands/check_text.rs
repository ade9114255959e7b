//! Decisions as a text that a clerk can read: a table, then the reasons as sentences with their clauses.

mod remedies;
mod side_by_side;

use model::decision::{Condition, ContradictionNote, Decision, DecisionDocument, Route};
use model::{Outcome, Stage, Truth, Word};
use service::Answers;
use wording::{Lang, Phrasebook};

use super::target_name::target_name;
use crate::output::{coloured, table};

/// The text for all places, called by `names`; where there are several, they stand side by side first.
pub(crate) fn text(answers: &Answers, names: &[String], lang: Lang) -> String {
    let documents = answers.documents();
    let mut page = Page { phrases: Phrasebook::of(lang), lang, out: String::new() };
    if documents.len() > 1 {
        page.out = side_by_side::text(documents, names, page.phrases);
        page.line("");
    }
    for (i, document) in documents.iter().enumerate() {
        if i > 0 {
            page.line("");
        }
        page.document(document);
    }
    page.contradictions(answers.contradictions());
    page.out
}

struct Page {
    phrases: &'static Phrasebook,
    lang: Lang,
    out: String,
}

impl Page {
    /// A text with its source behind it, bracketed as the language does.
    fn cited(&self, text: &str, source: &str) -> String {
        match self.lang {
            Lang::Zh => format!("{text}（{source}）"),
            Lang::En => format!("{text} ({source})"),
        }
    }

    /// What the target is called in the language of the text.
    fn name(&self, decision: &Decision) -> String {
        target_name(self.phrases, &decision.target)
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// What does not go together in the person's history.
    fn contradictions(&mut self, contradictions: &[ContradictionNote]) {
        if contradictions.is_empty() {
            return;
        }
        self.line("");
        self.line(self.phrases.text("cli-contradictions"));
        for one in contradictions {
            self.line(&format!("! {}", one.says));
        }
    }

    fn document(&mut self, document: &DecisionDocument) {
        let day = document.as_of.to_string();
        let head = self.phrases.format(
            "cli-check-head",
            &[("place", &document.jurisdiction.name), ("day", &day), ("document", &document.policy.document)],
        );
        self.line(&head);
        let columns = ["cli-column-target", "cli-column-outcome", "cli-column-earliest", "cli-column-summary"];
        let mut rows = table(&columns.map(|id| self.phrases.text(id)));
        for decision in &document.decisions {
            let outcome = self.phrases.word("outcome", decision.outcome.key());
            rows.add_row([
                self.name(decision),
                outcome.to_owned(),
                decision.earliest.map(|day| day.to_string()).unwrap_or_default(),
                decision.summary.clone(),
            ]);
        }
        self.line(&rows.to_string());
        for decision in &document.decisions {
            self.decision(decision);
        }
        self.shared(document);
        for warning in &document.warnings {
            self.line(&format!("! {warning}"));
        }
    }

    fn decision(&mut self, decision: &Decision) {
        let outcome = coloured(decision.outcome, self.phrases.word("outcome", decision.outcome.key()));
        self.line("");
        self.line(&format!("■ {} — {outcome}", self.name(decision)));
        self.line(&format!("  {}", decision.summary));
        self.list(
            "cli-missing",
            decision
                .missing
                .iter()
                .map(|path| {
                    let mut label = String::new();
                    self.phrases.path(&mut label, path);
                    self.cited(&label, path)
                })
                .collect(),
        );
        self.list("cli-referred-to", decision.referred_to.iter().map(|r| self.cited(&r.to, &r.clause)).collect());
        for route in &decision.routes {
            self.route(route, decision);
        }
        if let Some(remedies) = &decision.remedies {
            self.remedies(remedies);
        }
        for indication in &decision.indicative {
            let head = self.phrases.format("cli-indicative", &[("template", &indication.template)]);
            self.line(&format!("  {head}"));
            for alternative in &indication.alternatives {
                self.line(&format!("    {} {}", sign(alternative.holds), alternative.says));
            }
        }
    }

    /// What several decisions say alike, once.
    fn shared(&mut self, document: &DecisionDocument) {
        let mut lists: [(&str, Vec<String>); 3] =
            [("cli-waivers", vec![]), ("cli-notes", vec![]), ("cli-catalogue", vec![])];
        let [(_, waivers), (_, notes), (_, rows)] = &mut lists;
        for decision in &document.decisions {
            for waiver in &decision.waivers {
                add_new(waivers, self.cited(&waiver.says, &waiver.clause));
            }
            for note in &decision.notes {
                add_new(notes, self.cited(&note.says, &note.clause));
            }
            for row in decision.catalogue.iter().flat_map(|catalogue| &catalogue.matches) {
                let errata = row.errata.as_ref().map(|text| format!(" [{text}]")).unwrap_or_default();
                let code = row.code.as_deref().unwrap_or_default();
                add_new(rows, format!("{} ← {code} {}{errata}", row.specialty, row.occupation));
            }
        }
        if lists.iter().any(|(_, items)| !items.is_empty()) {
            self.line("");
        }
        for (title, items) in lists {
            self.list(title, items);
        }
    }

    fn list(&mut self, title: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        let title = self.phrases.text(title).to_owned();
        self.line(&format!("  {title}"));
        for item in items {
            self.line(&format!("    · {item}"));
        }
    }

    /// The answering route with all its conditions; of the others, what does not hold.
    fn route(&mut self, route: &Route, decision: &Decision) {
        if decision.outcome == Outcome::Held {
            return;
        }
        let answering = decision.route.as_deref() == Some(route.id.as_str());
        let shown: Vec<&Condition> = route
            .conditions
            .iter()
            .filter(|condition| answering || (condition.stage == Stage::Filing && condition.holds != Truth::Yes))
            .collect();
        if decision.outcome == Outcome::Eligible && !answering {
            return;
        }
        let outcome = self.phrases.word("outcome", route.outcome.key());
        self.line(&format!("  {} — {outcome}", route.name));
        for condition in shown {
            let cited = self.cited(&condition.says, &condition.clause);
            self.line(&format!("    {} {cited}", sign(condition.holds)));
        }
    }
}

fn add_new(list: &mut Vec<String>, item: String) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn sign(holds: Truth) -> char {
    match holds {
        Truth::Yes => '✓',
        Truth::No => '✗',
        Truth::Unknown => '?',
        Truth::Refer => '→',
    }
}
