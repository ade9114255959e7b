//! `/cases/{id}`: a case as whoever is concerned sees it: where it stands, what may be done, what happened.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use casework::case::{Act, Case, Status};
use model::Word as _;
use office::{CaseShown, Said};
use uuid::Uuid;

use super::marks::Place;
use super::next::{GoOn, go_on, next};
use super::offers::{Offer, offers};
use super::outcome::{Outcome, outcome};
use super::proofs::{FileLink, link};
use super::steps::{StepRow, steps};
use super::told::{FaultRow, Happened, ObjectionRow, faults, happened, objections, text, turn};
use super::{level_name, place_name};
use crate::frame::{Frame, capital, page};
use crate::guard::Fields;
use crate::pages::inside::{Answer, Inside, Named};

/// How many lines of the history stand open.
const RECENT: usize = 8;

/// A file in evidence.
struct FileRow {
    file: FileLink,
    proves: Vec<String>,
}

/// A fault with the way to where it is mended.
struct Mended {
    fault: FaultRow,
    /// None for those who cannot mend it.
    href: Option<String>,
}

/// A notice that runs.
struct NoticeRow {
    text: String,
    published: String,
    until: String,
    is_certain: bool,
}

#[derive(Template)]
#[template(path = "cases/case.html")]
struct CasePage {
    frame: Frame,
    orders: String,
    form_token: String,
    /// So that sending a form twice does one thing.
    key: String,
    said: Option<Said>,
    level: String,
    place: String,
    place_key: String,
    status: String,
    tone: &'static str,
    /// The applicant's account, for others than the applicant.
    applicant: String,
    next: String,
    go_on: Vec<GoOn>,
    ended: Option<Outcome>,
    turn: String,
    due: Option<String>,
    by_rules: Option<String>,
    steps: Vec<StepRow>,
    faults: Vec<Mended>,
    notice: Option<NoticeRow>,
    /// Parts of the examination that are waived, each with its clause.
    waived: Vec<(String, String)>,
    offers: Vec<Offer>,
    may_return: bool,
    return_href: String,
    files: Vec<FileRow>,
    objections: Vec<ObjectionRow>,
    recent: Vec<Happened>,
    earlier: Vec<Happened>,
}

/// Shows a case.
pub(crate) async fn show(inside: Inside, Named(id): Named) -> Answer {
    case_page(&inside, &id, None, &Fields::default()).await
}

/// Sends on to the case: for addresses that only take forms.
pub(crate) async fn to_case(inside: Inside, Named(id): Named) -> Response {
    inside.to(&format!("/cases/{id}"))
}

/// The page of a case, with what is said of an order that was not carried out, and what was filled in for it.
pub(super) async fn case_page(inside: &Inside, id: &str, said: Option<Said>, sent: &Fields) -> Answer {
    let seen = inside.told(inside.office.case(inside.by(), id).await)?;
    let CaseShown { holder, offers: acts, case, asked_here, .. } = &seen;
    let history = inside.told(inside.office.history(inside.by(), id).await)?;
    let register = inside.told(inside.office.register().await)?;
    let opened = case.opened.as_ref();
    let target = opened.map(|opened| opened.target.as_str()).unwrap_or_default();
    let place_key = opened.map(|opened| opened.place.clone()).unwrap_or_default();
    let mut frame = Frame::titled(&inside.reader, "desk", "desk-title");
    frame.title = level_name(&frame, target);
    let mends = acts.contains(&Act::Amend);
    let mended = |fault: FaultRow| Mended { href: mends.then(|| frame.link(&Place::of(&fault.path).href(id))), fault };
    let faults = faults(&frame, inside, case).await?.into_iter().map(mended).collect();
    let mut recent = happened(&frame, inside, case, &history);
    let shown = CasePage {
        orders: frame.link(&format!("/cases/{id}/orders")),
        form_token: inside.visitor.form_token(),
        key: Uuid::new_v4().to_string(),
        level: frame.title.clone(),
        place: place_name(&frame, &inside.portal, &place_key),
        status: capital(&office::status_name(case, inside.reader.lang)),
        tone: tone(case),
        applicant: opened
            .map(|opened| opened.applicant.clone())
            .filter(|applicant| *applicant != inside.by().id)
            .unwrap_or_default(),
        next: next(&frame, inside, &seen, &register),
        go_on: go_on(&frame, &seen),
        ended: outcome(&frame, inside, case, &history, &frame.title).await?,
        turn: turn(&frame, inside, case, holder.as_deref(), &register),
        due: due(case),
        by_rules: case.evaluation.as_ref().map(|evaluation| frame.label("outcome", evaluation.outcome.key())),
        steps: steps(&frame, case, &register),
        faults,
        notice: notice(&frame, inside, case).await?,
        waived: case
            .parts_waived()
            .into_iter()
            .map(|(part, waived)| (frame.either(&part.name.zh, &part.name.en).to_owned(), waived.clause.clone()))
            .collect(),
        offers: offers(&frame, inside, case, acts, asked_here, sent),
        may_return: acts.contains(&Act::Return),
        return_href: frame.link(&format!("/cases/{id}/return")),
        files: files(&frame, id, case),
        objections: objections(&frame, inside, case).await?,
        earlier: recent.split_off(RECENT.min(recent.len())),
        recent,
        place_key,
        said,
        frame,
    };
    let status = if shown.said.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, &shown))
}

/// The colour of where a case stands.
fn tone(case: &Case) -> &'static str {
    match &case.status {
        Status::Unopened | Status::Draft | Status::Withdrawn => "none",
        Status::InStep(_) => "not-yet",
        Status::Returned { .. } => "undetermined",
        Status::Refused | Status::RefusedForFraud | Status::NotPassed => "not-eligible",
        Status::Ended(_) => "eligible",
    }
}

/// The day by which something has to happen, or on which something can.
fn due(case: &Case) -> Option<String> {
    match case.status {
        Status::Returned { due, .. } => Some(due.to_string()),
        _ => case.open_notice().map(|notice| notice.period.earliest_follow_up.day().to_string()),
    }
}

async fn notice(frame: &Frame, inside: &Inside, case: &Case) -> Answer<Option<NoticeRow>> {
    let Some(open) = case.open_notice() else { return Ok(None) };
    Ok(Some(NoticeRow {
        text: text(frame, inside, &open.text).await?,
        published: open.period.published.to_string(),
        until: open.period.last.day().to_string(),
        is_certain: open.period.last.known().is_some(),
    }))
}

fn files(frame: &Frame, id: &str, case: &Case) -> Vec<FileRow> {
    let path = |path: &String| {
        let mut name = String::new();
        frame.book().path(&mut name, path);
        name
    };
    let row = |file: &casework::case::Evidence| FileRow {
        file: link(frame, id, file),
        proves: file.proves.iter().map(path).collect(),
    };
    case.evidence.iter().map(row).collect()
}
