//! `/cases/{id}/dossier`: the facts of an application. The applicant fills them in; everybody else who may see the case reads them.

use askama::Template;
use axum::Json;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use casework::case::{Act, Case};
use model::{Dossier, Faults};
use office::{CaseShown, OfficeError, Said};
use serde_json::{Value, json};
use service::today;

use super::differences::{Difference, differences};
use super::dossier_read::read_page;
use super::marks::{Place, marks};
use super::order::said;
use super::told::{FaultRow, faults};
use super::{level_name, local, place_name};
use crate::form::{Form, fill, gather, keep_person, show_person};
use crate::form_view::FormView;
use crate::frame::{Frame, Switch, page};
use crate::guard::{FIELD, Fields};
use crate::pages::inside::{Answer, Inside, Named, Sent};
use crate::pages::start::{FaultLine, fault_line, kept_parts, sections};
use crate::submission::{Press, Submission};

/// The fields of the page that say nothing of the person.
const OWN: &[&str] = &[FIELD, "based_on", "auto", "then", "look"];

/// A fault that an office named, as a link to where it is mended.
struct Returned {
    href: String,
    fault: FaultRow,
}

#[derive(Template)]
#[template(path = "cases/dossier.html")]
struct DossierPage {
    frame: Frame,
    case: String,
    action: String,
    form_token: String,
    based_on: String,
    level: String,
    place: String,
    place_key: String,
    person: Vec<String>,
    sections: String,
    kept: String,
    kept_parts: Vec<String>,
    faults: Vec<FaultLine>,
    further: usize,
    returned: Vec<Returned>,
    saved: &'static str,
    said: Option<Said>,
}

#[derive(Template)]
#[template(path = "cases/dossier_changed.html")]
struct ChangedPage {
    frame: Frame,
    case: String,
    action: String,
    form_token: String,
    based_on: String,
    dossier: String,
    level: String,
    differences: Vec<Difference>,
}

/// How the form is shown.
struct Shown<'a> {
    submission: Submission,
    based_on: String,
    faults: &'a Faults,
    saved: &'static str,
    said: Option<Said>,
}

/// Shows the form to the applicant who may change it, and the facts to everybody else who may see the case.
pub(crate) async fn show(inside: Inside, Named(id): Named, RawQuery(query): RawQuery) -> Answer {
    let shown = inside.told(inside.office.case(inside.by(), &id).await)?;
    let dossier = dossier_of(&inside, &shown.case).await?;
    if !shown.offers.contains(&Act::Amend) {
        return read_page(&inside, &shown, &dossier).await;
    }
    let is_saved = query.unwrap_or_default().split('&').any(|pair| pair == "saved=1");
    let form = Shown {
        submission: Submission::of_dossier(&dossier, "", &today().to_string()),
        based_on: based_on(&shown.case),
        faults: &Faults::default(),
        saved: if is_saved { "dossier-saved" } else { "" },
        said: None,
    };
    form_page(&inside, &shown, form).await
}

/// The id of the dossier that lies in a case.
fn based_on(case: &Case) -> String {
    case.dossier.as_ref().map(|dossier| dossier.id.clone()).unwrap_or_default()
}

/// The dossier that lies in a case.
pub(super) async fn dossier_of(inside: &Inside, case: &Case) -> Answer<Dossier> {
    let Some(reference) = &case.dossier else { return inside.nothing() };
    let document = inside.told(inside.office.document(reference).await)?;
    match Dossier::read(&document.to_string()) {
        Ok(dossier) => Ok(dossier),
        Err(faults) => inside.told(Err(OfficeError::Faults(faults))),
    }
}

/// Saves the form: at once where it rests on what lies in the case, else after the applicant has seen what differs.
pub(crate) async fn save(Named(id): Named, sent: Sent) -> Answer {
    let Sent { inside, fields } = sent;
    let shown = inside.told(inside.office.case(inside.by(), &id).await)?;
    if !shown.offers.contains(&Act::Amend) {
        // Handed in meanwhile from another page; whose case it is not is told nothing.
        let own = shown.case.opened.as_ref().is_some_and(|opened| opened.applicant == inside.by().id);
        return if own { Ok(inside.to(&format!("/cases/{id}"))) } else { inside.nothing() };
    }
    let auto = fields.get("auto") == "yes";
    let mut submission = Submission::read(fields.sent_without(OWN).as_bytes());
    keep_person(&mut submission.form);
    let base = fields.get("based_on").to_owned();
    if submission.press != Press::Answer {
        let form = Shown { submission, based_on: base, faults: &Faults::default(), saved: "", said: None };
        return form_page(&inside, &shown, form).await;
    }
    let stated = match (submission.faults.is_empty(), gather(&submission.form)) {
        (true, Ok(dossier)) => dossier,
        (true, Err(faults)) => return faulty(&inside, &shown, submission, base, &faults, auto).await,
        (false, _) => {
            let faults = submission.faults.clone();
            return faulty(&inside, &shown, submission, base, &faults, auto).await;
        }
    };
    if fields.get("look") == "yes" {
        let form = Shown { submission, based_on: base, faults: &Faults::default(), saved: "dossier-look", said: None };
        return form_page(&inside, &shown, form).await;
    }
    let there = dossier_of(&inside, &shown.case).await?;
    if there == stated {
        return Ok(saved(&inside, &id, &fields, &based_on(&shown.case)));
    }
    let document = serde_json::to_value(&stated).unwrap_or(Value::Null);
    match inside.office.amend(inside.by(), &id, &base, &document).await {
        Ok(now) => Ok(saved(&inside, &id, &fields, &now)),
        Err(OfficeError::Refused(refusal)) if refusal.code == "dossier-changed" => {
            if auto {
                return Ok((StatusCode::CONFLICT, Json(json!({ "state": "changed" }))).into_response());
            }
            changed_page(&inside, &id, &stated).await
        }
        Err(error) => {
            let said = said(&inside, &id, error).await?;
            let form = Shown { submission, based_on: base, faults: &Faults::default(), saved: "", said: Some(said) };
            form_page(&inside, &shown, form).await
        }
    }
}

/// What follows a form that was saved.
fn saved(inside: &Inside, id: &str, fields: &Fields, based_on: &str) -> Response {
    if fields.get("auto") == "yes" {
        let at = local(&jiff::Timestamp::now().to_string());
        let time = at.split_once(' ').map_or(at.as_str(), |(_, time)| time);
        let says = Frame::new(&inside.reader, "", "").f("dossier-saved-at", "time", time);
        return Json(json!({ "state": "saved", "based_on": based_on, "says": says })).into_response();
    }
    match fields.get("then") {
        "evidence" => inside.to(&format!("/cases/{id}/evidence")),
        _ => inside.to(&format!("/cases/{id}/dossier?saved=1")),
    }
}

async fn faulty(
    inside: &Inside,
    shown: &CaseShown,
    submission: Submission,
    based_on: String,
    faults: &Faults,
    auto: bool,
) -> Answer {
    if auto {
        let count = faults.faults.len() + faults.further;
        let says = Frame::new(&inside.reader, "", "").f("dossier-not-saved", "count", count);
        let told = json!({ "state": "faults", "says": says });
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(told)).into_response());
    }
    form_page(inside, shown, Shown { submission, based_on, faults, saved: "", said: None }).await
}

async fn form_page(inside: &Inside, shown: &CaseShown, form: Shown<'_>) -> Answer {
    let Shown { mut submission, based_on, faults: wrong, saved, said } = form;
    show_person(&mut submission.form);
    let (mut frame, level, place, place_key) = heading(inside, &shown.case);
    // Changing the language saves what is filled in.
    frame.switch = Switch::Button { form: "dossier", action: "" };
    let frame = frame;
    let returned = faults(&frame, inside, &shown.case).await?;
    let marks = marks(&frame, &returned);
    let first = wrong.faults.first().map(|fault| crate::form_view::field_of(&fault.path));
    let focus = submission.ask.as_deref().filter(|_| first.is_none());
    let view =
        FormView { frame: &frame, form: &submission.form, faults: &wrong.faults, marks: &marks, focus, asking: false };
    let kept = &submission.form.kept;
    let status = if wrong.is_empty() && said.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let content = DossierPage {
        action: frame.link(&format!("/cases/{}/dossier", shown.id)),
        case: frame.link(&format!("/cases/{}", shown.id)),
        form_token: inside.visitor.form_token(),
        based_on,
        level,
        place,
        place_key,
        person: crate::form::PERSON.iter().map(|scalar| view.field(scalar.path)).collect(),
        sections: sections(&inside.portal, view, today(), submission.ask.as_deref()),
        kept: if kept.is_empty() { String::new() } else { Value::Object(kept.clone()).to_string() },
        kept_parts: kept_parts(&frame, &submission),
        faults: wrong.faults.iter().map(|fault| fault_line(&frame, fault)).collect(),
        further: wrong.further,
        returned: returned
            .into_iter()
            .map(|fault| {
                let href = Place::of(&fault.path).href(&shown.id);
                Returned { href: frame.link(&href), fault }
            })
            .collect(),
        saved,
        said,
        frame: frame.clone(),
    };
    Ok(page(status, &content))
}

/// The frame of a page on a case, the level, the place and its key.
pub(super) fn heading(inside: &Inside, case: &Case) -> (Frame, String, String, String) {
    let frame = Frame::titled(&inside.reader, "desk", "dossier-title");
    let opened = case.opened.as_ref();
    let level = level_name(&frame, opened.map(|opened| opened.target.as_str()).unwrap_or_default());
    let place_key = opened.map(|opened| opened.place.clone()).unwrap_or_default();
    let place = place_name(&frame, &inside.portal, &place_key);
    (frame, level, place, place_key)
}

/// Shows what differs between what is filled in and what was saved meanwhile.
async fn changed_page(inside: &Inside, id: &str, stated: &Dossier) -> Answer {
    let shown = inside.told(inside.office.case(inside.by(), id).await)?;
    let there = dossier_of(inside, &shown.case).await?;
    let (mut frame, level, ..) = heading(inside, &shown.case);
    frame.switch = Switch::Button { form: "look", action: "" };
    let of = |dossier: &Dossier| {
        let mut form: Form = fill(dossier);
        show_person(&mut form);
        form
    };
    let content = ChangedPage {
        action: frame.link(&format!("/cases/{id}/dossier")),
        case: frame.link(&format!("/cases/{id}")),
        form_token: inside.visitor.form_token(),
        based_on: based_on(&shown.case),
        dossier: serde_json::to_string(stated).unwrap_or_default(),
        level,
        differences: differences(&frame, &of(stated), &of(&there)),
        frame,
    };
    Ok(page(StatusCode::CONFLICT, &content))
}
