//! A plan as a text that a clerk can read: a table of the levels, then the way to each, step by step with its clauses.

use comfy_table::Table;
use model::Track;
use model::decision::{Condition, TargetRef};
use model::plan::{LevelState, PlanDocument, PlannedLevel, PlannedStep, WayThere};
use model::recognised::{Recognised, RecognisedIn};
use service::PlanAnswers;
use wording::{Lang, Phrasebook};

use super::target_name::target_name;
use crate::output::table;

/// The text for some places.
pub(crate) fn text(answers: &PlanAnswers, lang: Lang) -> String {
    let documents = answers.documents();
    let mut page = Page { phrases: Phrasebook::of(lang), lang, out: String::new() };
    if documents.len() > 1 {
        page.places(documents);
        page.line("");
        page.recognised(documents, answers.recognised());
    }
    for (i, document) in documents.iter().enumerate() {
        if i > 0 {
            page.line("");
        }
        page.document(document);
    }
    page.out
}

struct Page {
    phrases: &'static Phrasebook,
    lang: Lang,
    out: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn cited(&self, condition: &Condition) -> String {
        match self.lang {
            Lang::Zh => format!("{}（{}）", condition.says, condition.clause),
            Lang::En => format!("{} ({})", condition.says, condition.clause),
        }
    }

    /// The days of all places side by side: one row a level.
    fn places(&mut self, documents: &[PlanDocument]) {
        self.line(self.phrases.text("portal-plan-places"));
        let mut rows = self.table_of_places("cli-column-target", documents);
        let mut targets: Vec<&TargetRef> = Vec::new();
        for level in documents.iter().flat_map(|document| &document.levels) {
            if !targets.contains(&&level.target) {
                targets.push(&level.target);
            }
        }
        targets.sort_by_key(|target| target.track != Track::Title);
        for target in targets {
            let cell = |document: &PlanDocument| {
                let level = document.levels.iter().find(|level| level.target == *target);
                let Some(level) = level else { return "—".to_owned() };
                let way = level.way.as_ref().or(level.way_if_decided.as_ref());
                let day = way.map(|way| format!(" {}", way.from)).unwrap_or_default();
                format!("{}{day}", self.state(level))
            };
            let name = std::iter::once(target_name(self.phrases, target));
            rows.add_row(name.chain(documents.iter().map(cell)));
        }
        self.line(&rows.to_string());
    }

    /// An empty table with a column for each place.
    fn table_of_places(&self, first: &str, documents: &[PlanDocument]) -> Table {
        let place = |document: &PlanDocument| match self.lang {
            Lang::Zh => document.jurisdiction.name.clone(),
            Lang::En => document.jurisdiction.name_in_english.clone(),
        };
        let head = std::iter::once(self.phrases.text(first).to_owned());
        let head: Vec<String> = head.chain(documents.iter().map(place)).collect();
        table(&head.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What each place makes of the person's records: one row a record.
    fn recognised(&mut self, documents: &[PlanDocument], records: &[Recognised]) {
        if records.is_empty() {
            return;
        }
        self.line(self.phrases.text("portal-recognised"));
        let mut rows = self.table_of_places("portal-recognised-record", documents);
        for record in records {
            let cell = |one: &RecognisedIn| {
                let id = format!("portal-recognised-{}", one.standing.key());
                format!("{} {}", self.phrases.text(&id), one.clauses.join(" ")).trim_end().to_owned()
            };
            rows.add_row(std::iter::once(record.name.clone()).chain(record.places.iter().map(cell)));
        }
        self.line(&rows.to_string());
        self.line("");
    }

    fn document(&mut self, document: &PlanDocument) {
        let day = document.as_of.to_string();
        let head = self.phrases.format(
            "cli-check-head",
            &[("place", &document.jurisdiction.name), ("day", &day), ("document", &document.policy.document)],
        );
        self.line(&head);
        let columns = ["cli-column-target", "cli-column-outcome", "cli-column-earliest", "cli-column-summary"];
        let mut rows = table(&columns.map(|id| self.phrases.text(id)));
        for level in &document.levels {
            let state = self.state(level);
            let from = level.way.as_ref().or(level.way_if_decided.as_ref()).map(|way| way.from.to_string());
            rows.add_row([
                target_name(self.phrases, &level.target),
                state,
                from.unwrap_or_default(),
                level.summary.clone(),
            ]);
        }
        self.line(&rows.to_string());
        for level in &document.levels {
            self.level(level);
        }
        if !document.retirement.cases.is_empty() {
            self.line("");
        }
        for case in &document.retirement.cases {
            self.line(&case.says);
        }
        for warning in &document.warnings {
            self.line(&format!("! {warning}"));
        }
    }

    fn state(&self, level: &PlannedLevel) -> String {
        self.phrases.text(&format!("plan-state-{}", level.state.key())).to_owned()
    }

    fn level(&mut self, level: &PlannedLevel) {
        if level.state == LevelState::Held {
            return;
        }
        let name = target_name(self.phrases, &level.target);
        self.line("");
        let state = self.state(level);
        self.line(&format!("■ {name} — {state}"));
        self.line(&format!("  {}", level.summary));
        self.way("plan-way", level.way.as_ref());
        self.way("plan-way-if-decided", level.way_if_decided.as_ref());
        self.way("plan-way-both", level.way_by_both.as_ref());
        self.way("plan-way-ordinary", level.way_by_ordinary_promotion.as_ref());
        if !level.missing.is_empty() {
            self.line(&format!("  {}", self.phrases.text("cli-missing")));
            for path in &level.missing {
                let mut label = String::new();
                self.phrases.path(&mut label, path);
                self.line(&format!("    · {label} {path}"));
            }
        }
        for route in &level.stops {
            let head = self.phrases.format("plan-stopped", &[("route", &route.name)]);
            self.line(&format!("  {head}"));
            for condition in &route.conditions {
                self.line(&format!("    ✗ {}", self.cited(condition)));
            }
        }
    }

    fn way(&mut self, title: &str, way: Option<&WayThere>) {
        let Some(way) = way else { return };
        let from = way.from.to_string();
        self.line(&format!("  {}", self.phrases.format(title, &[("day", &from)])));
        for (i, step) in way.steps.iter().enumerate() {
            self.step(i + 1, step);
        }
    }

    fn step(&mut self, number: usize, step: &PlannedStep) {
        let name = target_name(self.phrases, &step.target);
        let (from, awarded, number) = (step.from.to_string(), step.awarded.to_string(), number.to_string());
        let route = step.route_name.as_deref().unwrap_or_default();
        let id = if from == awarded { "plan-step" } else { "plan-step-awarded" };
        let arguments =
            [("number", &*number), ("target", &*name), ("day", &*from), ("awarded", &*awarded), ("route", route)];
        self.line(&format!("    {}", self.phrases.format(id, &arguments)));
        for condition in &step.waits_for {
            self.line(&format!("       ⧗ {}", self.cited(condition)));
        }
        for slack in &step.slack {
            let days = slack.days.to_string();
            let spare = self.phrases.format("plan-slack", &[("days", &days)]);
            self.line(&format!("       ✓ {} {spare}", self.cited(&slack.condition)));
        }
        for referral in &step.decided_by {
            let says = self.phrases.format("plan-decided-by", &[("body", &referral.to), ("clause", &referral.clause)]);
            self.line(&format!("       → {says}"));
        }
        if !step.unsure.is_empty() {
            let clauses = step.unsure.join(self.phrases.text("plan-list-mark"));
            let says = self.phrases.format("plan-unsure", &[("clauses", &clauses)]);
            self.line(&format!("       ? {says}"));
        }
        if let Some(closes) = &step.closes {
            self.line(&format!("       ! {}", closes.says));
        }
    }
}
