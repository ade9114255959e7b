//! The filled form as it is shown: fields with labels, help and errors, lists with their rows.

use askama::Template;
use model::{
    Appointment, EducationLevel, EmployerKind, Fault, Grade, SchoolClass, Series, Sex, SkillLevel, Status, TitleTier,
    Word,
};

use crate::fault_words;
use crate::form::{Choices, Form, Kind, ListSpec, MOST_ROWS, PERSON, SCALARS, Scalar, list_named};
use crate::frame::{Frame, capital};

/// One option of a choice.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// One field.
#[derive(Template, Clone, Debug)]
#[template(path = "field.html")]
pub(crate) struct FieldView {
    id: String,
    name: String,
    label: String,
    help: String,
    error: String,
    value: String,
    control: &'static str,
    suggestions: &'static str,
    choices: Vec<Choice>,
    focus: bool,
}

/// One row of a list.
#[derive(Clone, Debug)]
struct RowView {
    legend: String,
    fields: Vec<FieldView>,
    record: bool,
    remove: String,
    remove_label: String,
}

/// A list with its three-way question.
#[derive(Template, Clone, Debug)]
#[template(path = "list.html")]
pub(crate) struct ListView {
    id: String,
    name: &'static str,
    label: String,
    help: String,
    error: String,
    choices: Vec<Choice>,
    rows: Vec<RowView>,
    shown: usize,
    add_label: String,
    beyond: String,
    can_add: bool,
    focus: bool,
    forced: bool,
}

/// What an office wrote beside a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mark {
    /// The field.
    pub(crate) field: String,
    /// The problem and its cure.
    pub(crate) says: String,
}

/// The parts of a form page that fields are made from.
#[derive(Clone, Copy)]
pub(crate) struct FormView<'v> {
    /// The frame with the texts.
    pub(crate) frame: &'v Frame,
    /// The form as filled in.
    pub(crate) form: &'v Form,
    /// What is wrong with it.
    pub(crate) faults: &'v [Fault],
    /// What an office found at fault, where a case came back.
    pub(crate) marks: &'v [Mark],
    /// The field that takes the focus.
    pub(crate) focus: Option<&'v str>,
    /// Whether one question is asked, beside which "not known" has a button of its own.
    pub(crate) asking: bool,
}

/// The id of a field's element.
pub(crate) fn element_id(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("f-{}", plain.replace("--", "-").trim_end_matches('-'))
}

impl FormView<'_> {
    /// A single fact.
    pub(crate) fn field(&self, path: &str) -> String {
        let kind = scalar_of(path).map_or(Kind::Text(None), |scalar| scalar.kind);
        self.rendered(path, &path.replace(['.', '_'], "-"), kind)
    }

    /// A year of reviews or hours.
    pub(crate) fn year(&self, key: &str, year: &i16) -> String {
        let kind = if key == "reviews" { Kind::Word(Choices::Grade) } else { Kind::Number };
        let mut view = self.view(&format!("{key}.{year}"), &key.replace('_', "-"), kind);
        view.label = self.frame.f(&format!("portal-field-{}", key.replace('_', "-")), "year", year);
        view.render().unwrap_or_default()
    }

    /// One field of a row.
    pub(crate) fn cell(&self, name: &str) -> String {
        match column_of(name) {
            Some((list, column)) => self.rendered(name, &column_label(list, column), column.kind),
            None => String::new(),
        }
    }

    /// What is filled in for a field, as a person reads it; blank where nothing is.
    pub(crate) fn said(&self, name: &str) -> String {
        let kind = match (scalar_of(name), column_of(name)) {
            (Some(scalar), _) => scalar.kind,
            (None, Some((_, column))) => column.kind,
            (None, None) if name.starts_with("reviews.") => Kind::Word(Choices::Grade),
            (None, None) => Kind::Text(None),
        };
        let value = self.form.text(name);
        let chosen = |choices: Vec<Choice>| choices.into_iter().find(|choice| choice.chosen).map(|choice| choice.label);
        match kind {
            _ if value.is_empty() => String::new(),
            Kind::YesNo => chosen(self.yes_no(value)).unwrap_or_default(),
            Kind::Word(Choices::Relevance) => String::new(),
            Kind::Word(choices) => chosen(self.words(choices, value)).unwrap_or_else(|| value.to_owned()),
            Kind::Mark => column_of(name)
                .map(|(list, column)| self.frame.t(&format!("portal-field-{}", column_label(list, column))).to_owned())
                .unwrap_or_default(),
            Kind::Text(_) | Kind::Date | Kind::Number | Kind::Names => value.to_owned(),
        }
    }

    /// What is filled in for a row, as a person reads it.
    pub(crate) fn said_row(&self, list: &ListSpec, row: usize) -> String {
        let cells = list.columns.iter().map(|column| self.said(&format!("{}[{row}].{}", list.name, column.path)));
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What is filled in for a list, row by row.
    pub(crate) fn said_list(&self, list: &ListSpec) -> Vec<String> {
        match self.form.text(list.name) {
            "none" => vec![capital(self.frame.t(&format!("portal-none-{}", list.name)))],
            _ => {
                let rows = (0..self.form.filled(list)).map(|row| self.said_row(list, row));
                rows.map(|row| if row.is_empty() { "—".to_owned() } else { row }).collect()
            }
        }
    }

    fn rendered(&self, name: &str, label: &str, kind: Kind) -> String {
        self.view(name, label, kind).render().unwrap_or_default()
    }

    fn view(&self, name: &str, label: &str, kind: Kind) -> FieldView {
        let value = self.form.values.get(name).cloned().unwrap_or_default();
        let (control, suggestions, choices) = match kind {
            Kind::Text(list) => ("text", list.unwrap_or_default(), Vec::new()),
            Kind::Names => ("text", "", Vec::new()),
            Kind::Date => ("date", "", Vec::new()),
            Kind::Number => ("number", "", Vec::new()),
            Kind::Mark => ("mark", "", Vec::new()),
            Kind::YesNo => ("radios", "", self.yes_no(&value)),
            Kind::Word(choices) => ("select", "", self.words(choices, &value)),
        };
        FieldView {
            id: element_id(name),
            name: name.to_owned(),
            label: self.frame.t(&format!("portal-field-{label}")).to_owned(),
            help: self.optional(&format!("portal-help-{label}")),
            error: self.error(name),
            value,
            control,
            suggestions,
            choices,
            focus: self.focus == Some(name),
        }
    }

    /// A text that not every field has.
    fn optional(&self, id: &str) -> String {
        let text = self.frame.t(id);
        if text == id { String::new() } else { text.to_owned() }
    }

    /// What is wrong at a field or within it.
    fn error(&self, name: &str) -> String {
        let fault = self.faults.iter().find(|fault| field_of(&fault.path) == name);
        let own = fault.map(|fault| fault_words::say(self.frame, fault));
        let marked = || self.marks.iter().filter(|mark| mark.field == name).map(|mark| mark.says.clone());
        own.unwrap_or_else(|| marked().collect::<Vec<_>>().join(" "))
    }

    fn yes_no(&self, value: &str) -> Vec<Choice> {
        let keys = [("", "label-not-stated"), ("yes", "label-yes"), ("no", "label-no")];
        let offered = keys.iter().filter(|(key, _)| self.offers(key));
        offered.map(|(key, id)| self.choice(key, self.frame.t(id).to_owned(), value)).collect()
    }

    /// Whether a choice is offered as a button to press.
    fn offers(&self, key: &str) -> bool {
        !(self.asking && key.is_empty())
    }

    fn choice(&self, key: &str, label: String, value: &str) -> Choice {
        Choice { value: key.to_owned(), label: capital(&label), chosen: key == value.trim() }
    }

    fn words(&self, choices: Choices, value: &str) -> Vec<Choice> {
        let named = |kind: &str, keys: Vec<&'static str>| -> Vec<Choice> {
            let word = |key: &&'static str| self.choice(key, self.frame.word(kind, key).to_owned(), value);
            keys.iter().map(word).collect()
        };
        let mut all = vec![self.choice("", self.frame.t("label-not-stated").to_owned(), value)];
        let none = |id: &str| self.choice("none", self.frame.t(id).to_owned(), value);
        match choices {
            Choices::Sex => all.extend(named("sex", keys::<Sex>())),
            Choices::Status => all.extend(named("status", keys::<Status>())),
            Choices::EmployerKind => all.extend(named("employer-kind", keys::<EmployerKind>())),
            Choices::Series => all.extend(named("series", keys::<Series>())),
            Choices::Field => {
                all.extend(named("series", keys::<Series>()));
                all.push(none("portal-no-series"));
            }
            Choices::Appointment => all.extend(named("appointment", keys::<Appointment>())),
            Choices::SkillLevel => all.extend(named("skill-level", keys::<SkillLevel>())),
            Choices::TitleTier => {
                for key in keys::<TitleTier>() {
                    let (tier, title) = (self.frame.word("plain-tier", key), self.frame.word("engineering-title", key));
                    let label = self.frame.book().format("portal-tier-with-title", &[("tier", tier), ("title", title)]);
                    all.push(self.choice(key, label, value));
                }
            }
            Choices::Grade => all.extend(named("grade", keys::<Grade>())),
            Choices::Education => all.extend(named("education", keys::<EducationLevel>())),
            Choices::SchoolClass => all.extend(named("school-class", keys::<SchoolClass>())),
            Choices::Relevance => {
                all.push(none("portal-relevance-none"));
                all.push(self.choice("some", self.frame.t("portal-relevance-some").to_owned(), value));
            }
        }
        all
    }

    /// A list with its rows.
    pub(crate) fn list(&self, name: &str) -> String {
        let Some(list) = list_named(name) else { return String::new() };
        let value = self.form.text(name);
        let keys = [
            ("", "label-not-stated".to_owned()),
            ("none", format!("portal-none-{name}")),
            ("some", format!("portal-some-{name}")),
        ];
        let shown = self.form.shown_rows(list);
        let error = self.error(name);
        let beyond = self.form.beyond(list);
        let view = ListView {
            id: element_id(name),
            name: list.name,
            label: self.frame.t(&format!("portal-field-{name}")).to_owned(),
            help: self.optional(&format!("portal-help-{name}")),
            forced: !error.is_empty() || (value != "some" && self.form.filled(list) > 0),
            error,
            choices: keys
                .iter()
                .filter(|(key, _)| self.offers(key))
                .map(|(key, id)| self.choice(key, self.frame.t(id).to_owned(), value))
                .collect(),
            rows: (0..shown).map(|row| self.row(list, row)).collect(),
            shown,
            add_label: self.frame.t(&format!("portal-add-{name}")).to_owned(),
            beyond: if beyond > 0 { self.frame.f("portal-beyond", "count", beyond) } else { String::new() },
            can_add: beyond == 0 && shown < MOST_ROWS && name != "sanctions",
            focus: self.focus == Some(name),
        };
        view.render().unwrap_or_default()
    }

    fn row(&self, list: &'static ListSpec, row: usize) -> RowView {
        let number = (row + 1).to_string();
        let field = |column: &Scalar| {
            let name = format!("{}[{row}].{}", list.name, column.path);
            self.view(&name, &column_label(list, column), column.kind)
        };
        RowView {
            legend: self.frame.f(&format!("portal-row-{}", list.name), "n", &number),
            fields: list.columns.iter().map(field).collect(),
            record: !self.form.text(&format!("{}[{row}].record", list.name)).is_empty(),
            remove: format!("remove-{}-{row}", list.name),
            remove_label: self.frame.f("portal-remove", "n", &number),
        }
    }
}

/// The single fact of a path.
fn scalar_of(path: &str) -> Option<&'static Scalar> {
    SCALARS.iter().chain(PERSON).find(|scalar| scalar.path == path)
}

/// What a column of a list is called.
pub(crate) fn column_name(frame: &Frame, list: &ListSpec, column: &Scalar) -> String {
    frame.t(&format!("portal-field-{}", column_label(list, column))).to_owned()
}

/// The last part of the ids of a column's texts.
fn column_label(list: &ListSpec, column: &Scalar) -> String {
    format!("{}-{}", list.name, column.path.replace('_', "-"))
}

/// The list and the column that a field of a row belongs to.
fn column_of(name: &str) -> Option<(&'static ListSpec, &'static Scalar)> {
    let (list, rest) = name.split_once('[')?;
    let list = list_named(list)?;
    let (_, key) = rest.split_once("].")?;
    Some((list, list.columns.iter().find(|column| column.path == key)?))
}

/// The field at which a fault of a path is shown.
pub(crate) fn field_of(path: &str) -> String {
    if let Some(row) = path.strip_prefix("work[").filter(|_| path.ends_with(']')) {
        return format!("work[{row}.to");
    }
    if let Some(row) = path.strip_prefix("honours[").filter(|_| path.ends_with(']')) {
        return format!("honours[{row}.date");
    }
    match path.split_once(".relevant_to[") {
        Some((before, _)) => format!("{before}.relevant_to"),
        None => path.to_owned(),
    }
}

fn keys<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.key()).collect()
}
