//! The facts of an application to be read: section by section, each record with the evidence that proves it.

use askama::Template;
use axum::http::StatusCode;
use model::Dossier;
use office::CaseShown;
use serde_json::Value;

use super::dossier::heading;
use super::proofs::{FileLink, files_for};
use crate::form::{Form, LISTS, ListSpec, PERSON, SCALARS, fill, show_person};
use crate::form_view::{FormView, column_name};
use crate::frame::{Frame, page};
use crate::pages::inside::{Answer, Inside};

/// A fact with its name.
struct Fact {
    label: String,
    says: String,
}

/// A record of a list.
struct Record {
    cells: Vec<Fact>,
    files: Vec<FileLink>,
}

/// A list.
struct Table {
    label: String,
    /// What is said where it has no records.
    none: String,
    columns: Vec<String>,
    records: Vec<Record>,
}

/// The years of reviews or hours.
struct Years {
    label: String,
    facts: Vec<Fact>,
    files: Vec<FileLink>,
}

#[derive(Template)]
#[template(path = "cases/dossier_read.html")]
struct ReadPage {
    frame: Frame,
    case: String,
    level: String,
    place: String,
    facts: Vec<Fact>,
    tables: Vec<Table>,
    years: Vec<Years>,
    rest: Vec<Fact>,
}

/// The page.
pub(super) async fn read_page(inside: &Inside, shown: &CaseShown, dossier: &Dossier) -> Answer {
    let (frame, level, place, _) = heading(inside, &shown.case);
    let mut form = fill(dossier);
    show_person(&mut form);
    let view = FormView { frame: &frame, form: &form, faults: &[], marks: &[], focus: None, asking: false };
    let stated = |path: &str| {
        let says = view.said(path);
        (!says.is_empty()).then(|| Fact { label: name(&frame, path), says })
    };
    let files = |record: &str| files_for(&frame, shown, record);
    let content = ReadPage {
        case: frame.link(&format!("/cases/{}", shown.id)),
        level,
        place,
        facts: PERSON.iter().chain(SCALARS).filter_map(|scalar| stated(scalar.path)).collect(),
        tables: LISTS.iter().map(|list| table(&view, list, &files)).collect(),
        years: ["reviews", "continuing_education"].iter().filter_map(|key| years(&view, key, &files)).collect(),
        rest: rest(&frame, &form),
        frame: frame.clone(),
    };
    Ok(page(StatusCode::OK, &content))
}

fn name(frame: &Frame, path: &str) -> String {
    let mut name = String::new();
    frame.book().path(&mut name, path);
    name
}

/// A list with the columns in which something stands.
fn table(view: &FormView<'_>, list: &'static ListSpec, files: &dyn Fn(&str) -> Vec<FileLink>) -> Table {
    let rows = view.form.filled(list);
    let cell = |row: usize, path: &str| view.said(&format!("{}[{row}].{path}", list.name));
    let used: Vec<_> =
        list.columns.iter().filter(|column| (0..rows).any(|row| !cell(row, column.path).is_empty())).collect();
    let record = |row: usize| Record {
        cells: used
            .iter()
            .map(|column| Fact { label: column_name(view.frame, list, column), says: cell(row, column.path) })
            .collect(),
        files: files(&format!("{}[{row}]", list.name)),
    };
    let none = match view.form.text(list.name) {
        "" => view.frame.t("label-not-stated").to_owned(),
        _ => view.frame.t(&format!("portal-none-{}", list.name)).to_owned(),
    };
    Table {
        label: view.frame.t(&format!("portal-field-{}", list.name)).to_owned(),
        none,
        columns: used.iter().map(|column| column_name(view.frame, list, column)).collect(),
        records: (0..rows).map(record).collect(),
    }
}

fn years(view: &FormView<'_>, key: &str, files: &dyn Fn(&str) -> Vec<FileLink>) -> Option<Years> {
    let of_key = |name: &&String| name.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
    let mut names: Vec<&String> = view.form.values.keys().filter(of_key).collect();
    names.reverse();
    let fact = |path: &&String| Fact {
        label: path.rsplit_once('.').map(|(_, year)| year.to_owned()).unwrap_or_default(),
        says: view.said(path),
    };
    let facts: Vec<Fact> = names.iter().map(fact).collect();
    (!facts.is_empty()).then(|| Years { label: name(view.frame, key), facts, files: files(key) })
}

/// The facts that have no field, each with its name.
fn rest(frame: &Frame, form: &Form) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (key, value) in form.kept.iter().filter(|(key, _)| *key != "findings") {
        leaves(frame, key, value, &mut facts);
    }
    facts
}

fn leaves(frame: &Frame, path: &str, value: &Value, facts: &mut Vec<Fact>) {
    let says = match value {
        Value::Object(fields) => {
            return fields.iter().for_each(|(key, value)| leaves(frame, &format!("{path}.{key}"), value, facts));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            return items.for_each(|(index, value)| leaves(frame, &format!("{path}[{index}]"), value, facts));
        }
        // The number of an identity paper is not shown where nobody has to compare it.
        Value::String(_) if path == "person.id_number" => "······".to_owned(),
        Value::String(text) => word(frame, path, text),
        Value::Bool(stated) => crate::frame::capital(frame.t(if *stated { "label-yes" } else { "label-no" })),
        Value::Null => return,
        Value::Number(number) => number.to_string(),
    };
    facts.push(Fact { label: crate::frame::capital(&name(frame, path)), says });
}

/// A word of a vocabulary where the path has one; else the text as it stands.
fn word(frame: &Frame, path: &str, text: &str) -> String {
    let key = path.rsplit('.').next().unwrap_or_default();
    let kind = if key == "kind" && path.starts_with("skills[") { "certificate-kind" } else { key };
    let id = format!("word-{}-{text}", kind.replace('_', "-"));
    let known = frame.t(&id);
    if known == id { text.to_owned() } else { known.to_owned() }
}
