//! The first page: what this is, the place and the day to begin the interview with, and how to load a saved dossier.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use model::{Day, Dossier, Faults};
use service::today;

use crate::fault_words;
use crate::frame::{Frame, Switch, page};
use crate::language::Reader;
use crate::pages::check::receive;
use crate::pages::start::{Notice, PlaceChoice, form_page, places};
use crate::state::Portal;
use crate::submission::Submission;

const EXAMPLE: &str = include_str!("../../assets/example.json");

#[derive(Template)]
#[template(path = "begin.html")]
struct BeginPage {
    frame: Frame,
    places: Vec<PlaceChoice>,
    place_error: String,
    as_of: String,
    as_of_error: String,
    today: Day,
    dossier: String,
    skip: String,
    asked: String,
    invented: bool,
    fresh: bool,
}

/// The first page; the whole form with the invented example where that is asked for.
pub(crate) async fn begin(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Response {
    let wants_example = query.unwrap_or_default().split('&').any(|pair| pair == "example=1");
    let blank = Submission::blank(today());
    match Dossier::read(EXAMPLE).ok().filter(|_| wants_example) {
        Some(dossier) => {
            let submission = Submission::of_dossier(&dossier, "", &blank.as_of);
            form_page(&portal, &reader, &submission, &Faults::default(), Notice::Example, StatusCode::OK)
        }
        None => begin_page(&portal, &reader, &blank, &Faults::default(), StatusCode::OK),
    }
}

/// Asks for the place and the day again, with what is known: to change them, or to change the language.
pub(crate) async fn again(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match receive(&portal, &reader, body).await {
        Ok((submission, _)) => begin_page(&portal, &reader, &submission, &Faults::default(), StatusCode::OK),
        Err(page) => *page,
    }
}

/// The page that asks for the place and the day.
pub(crate) fn begin_page(
    portal: &Portal,
    reader: &Reader,
    submission: &Submission,
    faults: &Faults,
    status: StatusCode,
) -> Response {
    let mut frame = Frame::titled(reader, "check", "portal-check");
    frame.switch = Switch::Button { form: "interview", action: "/begin" };
    let error_at = |path: &str| {
        let fault = faults.faults.iter().find(|fault| fault.path == path);
        fault.map(|fault| fault_words::say(&frame, fault)).unwrap_or_default()
    };
    let known = submission.talk.known.clone().unwrap_or_default();
    let content = BeginPage {
        places: places(portal, &frame, &submission.place),
        place_error: error_at("place"),
        as_of: submission.as_of.clone(),
        as_of_error: error_at("as_of"),
        today: today(),
        dossier: serde_json::to_string(&known).unwrap_or_default(),
        skip: submission.talk.skipped(),
        asked: submission.talk.asked(),
        invented: submission.invented,
        fresh: known == Dossier::default(),
        frame: frame.clone(),
    };
    page(status, &content)
}
