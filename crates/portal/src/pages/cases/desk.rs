//! `/desk`: what waits for whoever is in, by due day; for applicants all their cases.

use askama::Template;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use casework::Role;
use office::{ListedCase, STATES, Wanted};

use super::{level_name, place_name};
use crate::cookies::Cookie;
use crate::frame::{Frame, page};
use crate::pages::inside::{Answer, Inside};

/// A case as a row.
struct Row {
    href: String,
    level: String,
    place: String,
    status: String,
    state: String,
    holder: String,
    due: Option<String>,
}

/// A way to narrow the list.
struct Filter {
    name: String,
    href: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "cases/desk.html")]
struct DeskPage {
    frame: Frame,
    is_applicant: bool,
    /// Whether something of a self-check waits to become an application.
    has_parked: bool,
    filters: Vec<Filter>,
    rows: Vec<Row>,
    next: Option<String>,
}

/// Shows the desk.
pub(crate) async fn show(inside: Inside, RawQuery(query): RawQuery, headers: HeaderMap) -> Answer {
    let frame = Frame::titled(&inside.reader, "desk", "desk-title");
    let is_applicant = inside.by().role == Role::Applicant;
    let mut wanted = Wanted { own: is_applicant, ..Wanted::default() };
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        match name.as_ref() {
            "state" => wanted.state = STATES.contains(&value.as_ref()).then(|| value.into_owned()),
            "kind" => wanted.objections = value == "objection" && !is_applicant,
            "after" => wanted.after = Some(value.into_owned()),
            _ => {}
        }
    }
    let listed = match inside.office.list(inside.by(), &wanted).await {
        // A cursor that is none leads to the first page.
        Err(office::OfficeError::Faults(_)) => {
            wanted.after = None;
            inside.told(inside.office.list(inside.by(), &wanted).await)?
        }
        listed => inside.told(listed)?,
    };
    let register = inside.told(inside.office.register().await)?;
    let mut rows = Vec::with_capacity(listed.cases.len());
    for case in listed.cases {
        let own = case.holder.as_deref() == Some(inside.by().id.as_str());
        let holder = match case.holder.as_deref() {
            Some(_) if own => frame.t("case-you").to_owned(),
            Some(id) => register.organisations.get(id).map_or_else(|| id.to_owned(), |one| one.name.clone()),
            None => String::new(),
        };
        rows.push(row(&frame, &inside, case, holder));
    }
    let filters = filters(&frame, &wanted, is_applicant);
    let next = listed.next.map(|after| frame.link(&address(&wanted, Some(&after))));
    let has_parked = is_applicant && Cookie::Parked.of(inside.portal.outside, &headers).is_some();
    let shown = DeskPage { is_applicant, has_parked, filters, rows, next, frame };
    Ok(page(StatusCode::OK, &shown))
}

fn row(frame: &Frame, inside: &Inside, case: ListedCase, holder: String) -> Row {
    let anchor = case.objection.map(|number| format!("#objection-{number}")).unwrap_or_default();
    Row {
        href: frame.link(&format!("/cases/{}{anchor}", case.case)),
        level: case.target.as_deref().map_or_else(
            || frame.f("desk-objection", "number", case.objection.unwrap_or_default()),
            |target| level_name(frame, target),
        ),
        place: place_name(frame, &inside.portal, &case.place),
        status: frame.either(&case.named.zh, &case.named.en).to_owned(),
        state: case.state,
        holder,
        due: case.due,
    }
}

/// The address of a list.
fn address(wanted: &Wanted, after: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(wanted.state.iter().map(|state| ("state", state.as_str())));
    query.extend_pairs(wanted.objections.then_some(("kind", "objection")));
    query.extend_pairs(after.map(|after| ("after", after)));
    let query = query.finish();
    if query.is_empty() { "/desk".to_owned() } else { format!("/desk?{query}") }
}

/// The ways to narrow the list.
fn filters(frame: &Frame, wanted: &Wanted, is_applicant: bool) -> Vec<Filter> {
    let filter = |id: &str, of: &Wanted| Filter {
        name: frame.t(id).to_owned(),
        href: frame.link(&address(of, None)),
        is_chosen: of.state == wanted.state && of.objections == wanted.objections,
    };
    let mut filters = vec![filter("desk-all", &Wanted::default())];
    let useful = STATES.iter().filter(|state| is_applicant || !matches!(**state, "draft" | "returned" | "over"));
    filters.extend(useful.map(|state| {
        filter(&format!("desk-state-{state}"), &Wanted { state: Some((*state).to_owned()), ..Wanted::default() })
    }));
    if !is_applicant {
        filters.push(filter("desk-objections", &Wanted { objections: true, ..Wanted::default() }));
    }
    filters
}

impl Row {
    /// The id of the text that says what the day of the row means.
    fn day_means(&self) -> &'static str {
        if self.state == "notice" { "case-earliest" } else { "case-due" }
    }
}
