//! What all places answer to one person: a table of targets and places, and below it why they differ.

use askama::Template;
use model::Word;
use service::{Cell, SideBySide, TargetRow};

use crate::frame::{Frame, capital};
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
    answers: Vec<(String, Option<Answer>)>,
}

/// Places that answer alike for the same reason.
struct Reason {
    outcome: &'static str,
    label: String,
    date: String,
    effect: String,
    says: String,
    places: Vec<Cite>,
}

/// A target for which the places do not answer alike.
struct Difference {
    name: String,
    reasons: Vec<Reason>,
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
        href: format!("#{}", anchor(document, &decision.target)),
        date: decision.earliest.map(|day| day.to_string()).unwrap_or_default(),
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
            date: alike.earliest.map(|day| day.to_string()).unwrap_or_default(),
            effect: alike.effect.map(|effect| frame.label("effect", effect.key())).unwrap_or_default(),
            says: alike.says.to_owned(),
            places: alike.places.iter().filter_map(place).collect(),
        });
    }
    Difference { name: capital(&target_name(frame, row.target)), reasons }
}
