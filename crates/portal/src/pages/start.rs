//! The whole form of the self-check at once, and how to load a saved dossier.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use model::{Day, Fault, Faults};
use service::today;

use crate::fault_words;
use crate::form::{HOURS_YEARS, REVIEW_YEARS};
use crate::form_view::{FormView, element_id, field_of};
use crate::frame::{Frame, Switch, encoded, page};
use crate::language::Reader;
use crate::pages::policies::place_name;
use crate::state::Portal;
use crate::submission::Submission;

/// A place that can be asked about.
pub(crate) struct PlaceChoice {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
    pub(crate) href: String,
    pub(crate) document: String,
}

/// A fault as the summary on top of the form lists it.
pub(crate) struct FaultLine {
    pub(crate) anchor: String,
    pub(crate) label: String,
    pub(crate) says: String,
}

/// Names offered while typing.
pub(crate) struct Suggestions<'s> {
    pub(crate) id: &'static str,
    pub(crate) names: BTreeSet<&'s str>,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    frame: Frame,
    sections: String,
    places: Vec<PlaceChoice>,
    as_of: String,
    as_of_error: String,
    place_error: String,
    invented: bool,
    today: Day,
    kept: String,
    kept_parts: Vec<String>,
    faults: Vec<FaultLine>,
    further: usize,
    skip: String,
    notice: &'static str,
    fresh: bool,
}

/// The parts of the form on the person's facts, as every page with the whole form shows them.
#[derive(Template)]
#[template(path = "form_sections.html")]
struct Sections<'s> {
    frame: &'s Frame,
    view: FormView<'s>,
    review_years: Vec<i16>,
    hours_years: Vec<i16>,
    suggestions: Vec<Suggestions<'s>>,
    rare_open: bool,
}

/// What a form page says on top.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Notice {
    /// Nothing.
    None,
    /// The invented example is filled in.
    Example,
    /// A saved dossier is filled in.
    Loaded,
    /// A file could not be loaded.
    NotLoaded,
}

/// The whole form, not filled in.
pub(crate) async fn start(State(portal): State<Arc<Portal>>, Extension(reader): Extension<Reader>) -> Response {
    let blank = Submission::blank(today());
    form_page(&portal, &reader, &blank, &Faults::default(), Notice::None, StatusCode::OK)
}

/// The page with the form as it is filled in.
pub(crate) fn form_page(
    portal: &Portal,
    reader: &Reader,
    submission: &Submission,
    faults: &Faults,
    notice: Notice,
    status: StatusCode,
) -> Response {
    let mut frame = Frame::titled(reader, "check", "portal-check");
    frame.switch = Switch::Button { form: "self-check", action: "/form" };
    let frame = frame;
    let form = &submission.form;
    let as_of = crate::form::day(&submission.as_of).and_then(Result::ok).unwrap_or_else(today);
    let first = faults.faults.first().map(|fault| field_of(&fault.path));
    let focus = submission.ask.as_deref().filter(|_| first.is_none());
    let error_at = |path: &str| {
        let fault = faults.faults.iter().find(|fault| fault.path == path);
        fault.map(|fault| fault_words::say(&frame, fault)).unwrap_or_default()
    };
    let start = StartPage {
        sections: sections(
            portal,
            FormView { frame: &frame, form, faults: &faults.faults, marks: &[], focus, asking: false },
            as_of,
            submission.ask.as_deref(),
        ),
        places: places(portal, &frame, &submission.place),
        as_of: submission.as_of.clone(),
        as_of_error: error_at("as_of"),
        place_error: error_at("place"),
        invented: submission.invented || notice == Notice::Example,
        today: today(),
        kept: if form.kept.is_empty() {
            String::new()
        } else {
            serde_json::Value::Object(form.kept.clone()).to_string()
        },
        kept_parts: kept_parts(&frame, submission),
        faults: faults.faults.iter().map(|fault| fault_line(&frame, fault)).collect(),
        further: faults.further,
        skip: submission.talk.skipped(),
        notice: match notice {
            Notice::None => "",
            Notice::Example => "portal-notice-example",
            Notice::Loaded => "portal-notice-loaded",
            Notice::NotLoaded => "portal-notice-not-loaded",
        },
        fresh: notice == Notice::None && faults.is_empty() && form.values.is_empty(),
        frame: frame.clone(),
    };
    page(status, &start)
}

/// The parts of the form on the person's facts, with the years before a day.
pub(crate) fn sections(portal: &Portal, view: FormView<'_>, as_of: Day, asked: Option<&str>) -> String {
    const RARE: [&str; 4] = [
        "employment.specialty",
        "employment.appointed_as",
        "employment.employer.upper_level",
        "employment.employer.name",
    ];
    let is_rare = |name: &str| RARE.contains(&name) || name.starts_with("continuing_education");
    let rare_open = view.form.values.iter().any(|(name, text)| is_rare(name) && !text.trim().is_empty())
        || view.faults.iter().any(|fault| is_rare(&fault.path))
        || view.marks.iter().any(|mark| is_rare(&mark.field))
        || asked.is_some_and(is_rare);
    let shown = Sections {
        frame: view.frame,
        review_years: years(view.form, "reviews", as_of, REVIEW_YEARS),
        hours_years: years(view.form, "continuing_education", as_of, HOURS_YEARS),
        suggestions: suggestions(portal),
        rare_open,
        view,
    };
    shown.render().unwrap_or_default()
}

/// The names offered while typing.
pub(crate) fn suggestions(portal: &Portal) -> Vec<Suggestions<'_>> {
    let guantong = &portal.guantong;
    vec![
        Suggestions { id: "occupations", names: guantong.occupation_names() },
        Suggestions { id: "majors", names: guantong.major_names() },
        Suggestions { id: "honours", names: guantong.honour_names() },
        Suggestions { id: "awards", names: guantong.award_names() },
    ]
}

/// The places that can be asked about, with the one that is chosen.
pub(crate) fn places(portal: &Portal, frame: &Frame, chosen: &str) -> Vec<PlaceChoice> {
    let mut places: Vec<PlaceChoice> = Vec::new();
    for policy in &portal.guantong.packs().policies {
        let place = &policy.jurisdiction;
        if places.iter().all(|known| known.key != place.key) {
            let document = &policy.document;
            places.push(PlaceChoice {
                key: place.key.clone(),
                name: place_name(frame, &portal.guantong, policy),
                chosen: policy.is_called(chosen),
                href: frame.link(&format!("/policies/{}", encoded(&place.key))),
                document: document.number.clone().unwrap_or_else(|| document.title.clone()),
            });
        }
    }
    places
}

/// The years before the day, and those that something is filled in for, latest first.
fn years(form: &crate::form::Form, key: &str, as_of: Day, count: i16) -> Vec<i16> {
    let this = as_of.year();
    let mut years: BTreeSet<i16> = (1..=count).map(|back| this.saturating_sub(back)).collect();
    let stated = form.values.iter().filter(|(_, text)| !text.trim().is_empty());
    let named = stated.filter_map(|(name, _)| name.strip_prefix(key)?.strip_prefix('.')?.parse::<i16>().ok());
    years.extend(named);
    years.into_iter().rev().collect()
}

/// The parts of the dossier that the form does not show, by name.
pub(crate) fn kept_parts(frame: &Frame, submission: &Submission) -> Vec<String> {
    let name = |key: &String| {
        let mut label = String::new();
        frame.book().path(&mut label, key);
        label
    };
    submission.form.kept.keys().map(name).collect()
}

pub(crate) fn fault_line(frame: &Frame, fault: &Fault) -> FaultLine {
    let field = field_of(&fault.path);
    let mut label = String::new();
    match field.as_str() {
        "" => {}
        "as_of" => label.push_str(frame.t("label-as-of")),
        "place" => label.push_str(frame.t("label-jurisdiction")),
        path => frame.book().path(&mut label, path),
    }
    if let Some(line) = fault.line {
        label = format!("{label} {}", frame.f("portal-line", "line", line)).trim().to_owned();
    }
    let anchor = if field.is_empty() { "self-check".to_owned() } else { element_id(&field) };
    FaultLine { anchor, label, says: fault_words::say(frame, fault) }
}
