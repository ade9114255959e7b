//! What all places answer to one person: a table of targets and places, and below it why they differ.

use askama::Template;
use model::{Day, Outcome, Word};
use service::{Cell, SideBySide, TargetRow};

use crate::frame::Frame;
use crate::pages::result::{anchor, target_name};

/// What one place answers for one target.
struct Answer {
    place: String,
    outcome: &'static str,
    label: String,
    href: String,
    date: String,
    after_expiry: bool,
    effect: String,
    note: String,
    clause: Option<Cite>,
}

/// A clause with its address.
struct Cite {
    place: String,
    id: String,
    href: String,
}

/// A target with the answer of each place.
struct Row {
    name: String,
    /// The answer, where the level is held everywhere.
    everywhere: Option<String>,
    answers: Vec<(String, Option<Answer>)>,
}

/// Places that answer alike for the same reason.
struct Reason {
    outcome: &'static str,
    label: String,
    date: String,
    effect: String,
    says: String,
    facts: String,
    places: Vec<Cite>,
}

/// A target for which the places do not answer alike.
struct Difference {
    name: String,
    tally: Vec<(&'static str, String, usize)>,
    reasons: Vec<Reason>,
    lacking: String,
}

/// The whole section.
#[derive(Template)]
#[template(path = "matrix.html")]
pub(crate) struct Matrix<'f> {
    frame: &'f Frame,
    places: Vec<(String, String)>,
    rows: Vec<Row>,
    differences: Vec<Difference>,
}

impl<'f> Matrix<'f> {
    /// The answers side by side; `names` are those of the places.
    pub(crate) fn of(frame: &'f Frame, answers: &SideBySide<'_>, names: &[&str]) -> Self {
        let places: Vec<(String, String)> = answers
            .places
            .iter()
            .zip(names)
            .map(|(document, name)| (format!("#{}", document.policy.id), (*name).to_owned()))
            .collect();
        let row = |row: &TargetRow<'_>| Row {
            name: target_name(frame, row.target),
            everywhere: row.is_held_everywhere().then(|| frame.label("outcome", Outcome::Held.key())),
            answers: row
                .cells
                .iter()
                .zip(answers.places.iter().zip(names))
                .map(|(cell, (document, name))| {
                    let answer = cell.as_ref().map(|cell| answer(frame, cell, document, name));
                    ((*name).to_owned(), answer)
                })
                .collect(),
        };
        let differing = answers.rows.iter().filter(|row| row.differs());
        Self {
            frame,
            rows: answers.rows.iter().map(row).collect(),
            differences: differing.map(|row| difference(frame, row, answers, names)).collect(),
            places,
        }
    }

    /// The section as HTML.
    pub(crate) fn rendered(&self) -> String {
        self.render().unwrap_or_default()
    }
}

type Document = model::decision::DecisionDocument;

fn answer(frame: &Frame, cell: &Cell<'_>, document: &Document, name: &str) -> Answer {
    let decision = cell.decision;
    let clause = cell.deciding.first().map(|condition| cite(frame, document, name, &condition.clause));
    let missing = decision.missing.len();
    Answer {
        place: name.to_owned(),
        outcome: decision.outcome.key(),
        label: frame.label("outcome", decision.outcome.key()),
        href: format!("#{}", anchor(&document.policy.id, &decision.target)),
        date: date(frame, decision.outcome, decision.earliest),
        after_expiry: decision.after_expiry,
        effect: decision.effect.map(|effect| frame.label("effect", effect.key())).unwrap_or_default(),
        note: if missing > 0 { frame.f("compare-missing", "count", missing) } else { String::new() },
        clause,
    }
}

fn cite(frame: &Frame, document: &Document, name: &str, id: &str) -> Cite {
    Cite { place: name.to_owned(), id: id.to_owned(), href: frame.clause(&document.jurisdiction.key, id) }
}

fn difference(frame: &Frame, row: &TargetRow<'_>, answers: &SideBySide<'_>, names: &[&str]) -> Difference {
    let mut reasons: Vec<Reason> = Vec::new();
    for alike in row.alike() {
        let place = |(position, clause): &(usize, &str)| {
            let (document, name) = answers.places.get(*position).zip(names.get(*position))?;
            Some(cite(frame, document, name, clause))
        };
        reasons.push(Reason {
            outcome: alike.outcome.key(),
            label: frame.label("outcome", alike.outcome.key()),
            date: date(frame, alike.outcome, alike.earliest),
            effect: alike.effect.map(|effect| frame.label("effect", effect.key())).unwrap_or_default(),
            says: if alike.missing.is_empty() { alike.says.to_owned() } else { String::new() },
            facts: facts(frame, alike.missing),
            places: alike.places.iter().filter_map(place).collect(),
        });
    }
    let mut tally: Vec<(&'static str, String, usize)> = Vec::new();
    for reason in &reasons {
        match tally.iter_mut().find(|(outcome, ..)| *outcome == reason.outcome) {
            Some((.., count)) => *count += reason.places.len(),
            None => tally.push((reason.outcome, reason.label.clone(), reason.places.len())),
        }
    }
    let without = row.cells.iter().zip(names).filter(|(cell, _)| cell.is_none()).map(|(_, name)| *name);
    let lacking = without.collect::<Vec<_>>().join(frame.t("list-mark"));
    Difference { name: target_name(frame, row.target), tally, reasons, lacking }
}

/// Since when the conditions are met, or the first day on which they will be.
fn date(frame: &Frame, outcome: Outcome, earliest: Option<Day>) -> String {
    let id = if outcome == Outcome::NotYet { "compare-from" } else { "compare-since" };
    earliest.map(|day| frame.f(id, "day", day)).unwrap_or_default()
}

/// The facts that are missing, by name.
fn facts(frame: &Frame, missing: &[String]) -> String {
    let label = |path: &String| {
        let mut label = String::new();
        frame.book().path(&mut label, path);
        label
    };
    let labels: Vec<String> = missing.iter().map(label).collect();
    if labels.is_empty() {
        String::new()
    } else {
        frame.f("compare-person-facts", "list", labels.join(frame.t("list-mark")))
    }
}
