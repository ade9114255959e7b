//! Two forms side by side: what differs between what somebody fills in and what was saved meanwhile.

use std::collections::BTreeSet;

use crate::form::{Form, LISTS, PERSON, SCALARS};
use crate::form_view::FormView;
use crate::frame::Frame;

/// A line of what differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Difference {
    /// What it is about.
    pub(crate) label: String,
    /// As it is filled in here.
    pub(crate) here: String,
    /// As it was saved.
    pub(crate) saved: String,
}

/// What differs, in the order of the form.
pub(crate) fn differences(frame: &Frame, here: &Form, saved: &Form) -> Vec<Difference> {
    let view = |form| FormView { frame, form, faults: &[], marks: &[], focus: None, asking: false };
    let (ours, theirs) = (view(here), view(saved));
    let mut found = Vec::new();
    let mut add = |label: String, here: String, saved: String| {
        if here != saved {
            let stated = |text: String| if text.is_empty() { frame.t("label-not-stated").to_owned() } else { text };
            found.push(Difference { label, here: stated(here), saved: stated(saved) });
        }
    };
    let label = |path: &str| {
        let mut name = String::new();
        frame.book().path(&mut name, path);
        name
    };
    for scalar in PERSON.iter().chain(SCALARS) {
        add(label(scalar.path), ours.said(scalar.path), theirs.said(scalar.path));
    }
    for list in LISTS {
        let said = |view: &FormView<'_>, form: &Form| {
            if form.text(list.name).is_empty() { Vec::new() } else { view.said_list(list) }
        };
        let (mine, other) = (said(&ours, here), said(&theirs, saved));
        for row in 0..mine.len().max(other.len()) {
            let line = |rows: &[String]| rows.get(row).cloned().unwrap_or_default();
            let name = frame.f(&format!("portal-row-{}", list.name), "n", row + 1);
            add(name, line(&mine), line(&other));
        }
    }
    let years: BTreeSet<&String> = here.values.keys().chain(saved.values.keys()).filter(|name| is_year(name)).collect();
    for year in years {
        add(label(year), ours.said(year), theirs.said(year));
    }
    if here.kept != saved.kept {
        found.push(Difference {
            label: frame.t("dossier-rest").to_owned(),
            here: frame.t("dossier-rest-here").to_owned(),
            saved: frame.t("dossier-rest-saved").to_owned(),
        });
    }
    found
}

fn is_year(name: &str) -> bool {
    ["reviews.", "continuing_education."].iter().any(|start| name.starts_with(start))
}
