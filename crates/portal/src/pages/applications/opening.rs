//! `/applications/new`: whom the application names, before it is opened.

use accounts::Token;
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use casework::Role;
use casework::register::Organisation;
use model::Dossier;
use model::procedure::Body;
use office::{OfficeError, OpenOrder, Openings, Said};
use uuid::Uuid;

use super::{Parked, parked};
use crate::cookies::Cookie;
use crate::form::{LISTS, fill};
use crate::form_view::FormView;
use crate::frame::{Frame, page};
use crate::guard::Fields;
use crate::pages::cases::{level_name, place_name};
use crate::pages::inside::{Answer, Inside, Sent};

/// The most employers that a search shows.
const MOST_FOUND: usize = 20;
/// The choice of having no employer.
const NONE: &str = "none";

/// An organisation to choose.
struct Choice {
    id: String,
    name: String,
    area: String,
    is_chosen: bool,
}

/// A fact that is known already.
struct Known {
    label: String,
    says: Vec<String>,
}

#[derive(Template)]
#[template(path = "applications/new.html")]
struct NewPage {
    frame: Frame,
    form_token: String,
    key: String,
    said: Option<Said>,
    level: String,
    place: String,
    place_key: String,
    known: Vec<Known>,
    name: String,
    found: Vec<Choice>,
    more: bool,
    searched: bool,
    without: bool,
    lacks_employer: bool,
    agency_clause: Option<String>,
    agencies: Vec<Choice>,
    asks_assessor: bool,
    assessors: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "applications/nothing.html")]
struct NothingPage {
    frame: Frame,
}

/// Asks whom the application names.
pub(crate) async fn show(inside: Inside, headers: HeaderMap) -> Answer {
    let Some((_, parked)) = draft(&inside, &headers).await? else { return Ok(nothing_parked(&inside)) };
    new_page(&inside, &parked, &Fields::default(), None).await
}

/// Looks for employers, or opens the application.
pub(crate) async fn open(headers: HeaderMap, sent: Sent) -> Answer {
    let Sent { inside, fields } = sent;
    let Some((token, parked)) = draft(&inside, &headers).await? else { return Ok(nothing_parked(&inside)) };
    if fields.get("do") == "find" || fields.given("employer").is_none() {
        return new_page(&inside, &parked, &fields, None).await;
    }
    opened(&inside, &token, &parked, &fields).await
}

async fn opened(inside: &Inside, token: &Token, parked: &Parked, fields: &Fields) -> Answer {
    let order = OpenOrder {
        place: parked.place.clone(),
        target: parked.target.clone(),
        employer: fields.given("employer").filter(|id| id != NONE),
        agency: fields.given("agency"),
        assessor: fields.given("assessor"),
        dossier: parked.dossier.clone(),
    };
    match inside.office.open_case(inside.by(), &order, fields.key().as_deref()).await {
        Ok(answer) => {
            inside.told(inside.office.unpark(token).await)?;
            let mut response = inside.to(&format!("/cases/{}", answer.case));
            Cookie::Parked.clear(inside.portal.outside, &mut response);
            Ok(response)
        }
        Err(error @ (OfficeError::Refused(_) | OfficeError::Faults(_) | OfficeError::NotFound { .. })) => {
            let said = inside.office.said(&error, None, inside.reader.lang).await;
            new_page(inside, parked, fields, Some(said)).await
        }
        Err(error) => inside.told(Err(error)),
    }
}

/// What was filled in; only applicants open applications.
async fn draft(inside: &Inside, headers: &HeaderMap) -> Answer<Option<(Token, Parked)>> {
    if inside.by().role != Role::Applicant {
        return inside.nothing();
    }
    inside.told(parked(&inside.portal, &inside.office, headers).await)
}

fn nothing_parked(inside: &Inside) -> Response {
    page(StatusCode::OK, &NothingPage { frame: Frame::titled(&inside.reader, "desk", "apply-title") })
}

async fn new_page(inside: &Inside, parked: &Parked, fields: &Fields, said: Option<Said>) -> Answer {
    let frame = Frame::titled(&inside.reader, "desk", "apply-title");
    let Ok(dossier) = Dossier::read(&parked.dossier.to_string()) else { return Ok(nothing_parked(inside)) };
    let openings = inside.office.openings(&parked.place, &parked.target, &dossier).await;
    let Openings { agency_clause, agencies, asks_assessor, assessors } = inside.told(openings)?;
    let register = inside.told(inside.office.register().await)?;
    let stated = dossier.employment.employer.name.clone().unwrap_or_default();
    let name = fields.given("name").unwrap_or(if fields.get("do").is_empty() { stated } else { String::new() });
    let chosen = fields.get("employer");
    let mut found: Vec<Choice> = register
        .organisations
        .values()
        .filter(|one| one.kind == Body::Employer)
        .filter(|one| one.id == chosen || (!name.is_empty() && is_called(&one.name, &name)))
        .map(|one| option(one, chosen))
        .collect();
    found.sort_by(|one, other| (one.name.chars().count(), &one.name).cmp(&(other.name.chars().count(), &other.name)));
    let more = found.len() > MOST_FOUND;
    found.truncate(MOST_FOUND);
    let options =
        |from: Vec<Organisation>, chosen: &str| -> Vec<Choice> { from.iter().map(|one| option(one, chosen)).collect() };
    let lacks_employer = fields.get("do") == "open" && fields.given("employer").is_none();
    let status = if said.is_some() || lacks_employer { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = NewPage {
        form_token: inside.visitor.form_token(),
        key: fields.key().unwrap_or_else(|| Uuid::new_v4().to_string()),
        said,
        level: level_name(&frame, &parked.target),
        place: place_name(&frame, &inside.portal, &parked.place),
        place_key: parked.place.clone(),
        known: known(&frame, &dossier),
        searched: !name.is_empty(),
        name,
        found,
        more,
        without: chosen == NONE,
        lacks_employer,
        agency_clause: agency_clause.filter(|_| !agencies.is_empty()),
        agencies: options(agencies, fields.get("agency")),
        asks_assessor,
        assessors: options(assessors, fields.get("assessor")),
        frame,
    };
    Ok(page(status, &shown))
}

/// Whether a name holds what was asked for, whatever the blanks, brackets and capitals.
fn is_called(name: &str, asked: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    plain(name).contains(&plain(asked))
}

fn option(one: &Organisation, chosen: &str) -> Choice {
    Choice { id: one.id.clone(), name: one.name.clone(), area: one.area.clone(), is_chosen: one.id == chosen }
}

/// What the self-check has brought along, in words.
fn known(frame: &Frame, dossier: &Dossier) -> Vec<Known> {
    let form = fill(dossier);
    let view = FormView { frame, form: &form, faults: &[], marks: &[], focus: None, asking: false };
    let lists = LISTS.iter().map(|list| Known {
        label: frame.t(&format!("portal-field-{}", list.name)).to_owned(),
        says: if form.text(list.name).is_empty() { Vec::new() } else { view.said_list(list) },
    });
    lists.filter(|known| !known.says.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::is_called;

    #[test]
    fn employers_are_found_by_a_part_of_their_name() {
        assert!(is_called("济南某机械（集团）有限公司", "某机械 (集团)"));
        assert!(is_called("Example Works", "example"));
        assert!(!is_called("某机械厂", "某纺织厂"));
    }
}
