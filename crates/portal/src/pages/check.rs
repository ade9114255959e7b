//! The self-check: the form comes in, the answer or the form with its faults goes out. Nothing is stored.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use model::Faults;
use service::today;

use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::message;
use crate::pages::result::result_page;
use crate::pages::start::{Notice, form_page};
use crate::state::{Portal, Question};
use crate::submission::{Press, Stated, Submission};

/// A form as sent, with the facts that it states, or what is wrong.
pub(crate) type Received = (Submission, Result<Stated, Faults>);

/// Reads a form on a thread of its own; otherwise the page that says why it cannot be read.
pub(crate) async fn receive(
    portal: &Arc<Portal>,
    reader: &Reader,
    body: Result<Bytes, BytesRejection>,
) -> Result<Received, Box<Response>> {
    let body = body.map_err(|rejection| Box::new(message::refused(reader, rejection.status())))?;
    let shared = Arc::clone(portal);
    let read = move || {
        let submission = Submission::read(&body);
        let stated = submission.stated(&shared.guantong, today());
        (submission, stated)
    };
    portal.in_turn(read).await.map_err(|fault| Box::new(message::no_answer(reader, &fault)))
}

/// Answers the form, or shows it again with what is wrong.
pub(crate) async fn check(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (submission, stated) = match receive(&portal, &reader, body).await {
        Ok(received) => received,
        Err(page) => return *page,
    };
    if submission.press != Press::Answer {
        return form_page(&portal, &reader, &submission, &Faults::default(), Notice::None, StatusCode::OK);
    }
    let stated = match stated {
        Ok(stated) => stated,
        Err(faults) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return form_page(&portal, &reader, &submission, &faults, Notice::None, status);
        }
    };
    let question = Question {
        // Of all places together the answer is long enough.
        remedies: stated.place.is_some(),
        dossier: stated.dossier,
        jurisdiction: stated.place,
        as_of: stated.as_of,
        targets: Vec::new(),
        standards: None,
        lang: reader.lang,
    };
    match portal.answer(question).await {
        Ok((question, answers)) => result_page(&portal, &reader, &question, &answers, &submission, None),
        Err(fault) => message::no_answer(&reader, &fault),
    }
}

/// Shows the form as filled in, without an answer: to change answers, or to change the language.
pub(crate) async fn form(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match receive(&portal, &reader, body).await {
        Ok((submission, _)) => {
            let faults = submission.faults.clone();
            let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            form_page(&portal, &reader, &submission, &faults, Notice::None, status)
        }
        Err(page) => *page,
    }
}

/// Gives the dossier as a file.
pub(crate) async fn save(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match receive(&portal, &reader, body).await {
        Ok((_, Ok(stated))) => crate::pages::dossier_file::download(&stated.dossier, today()),
        Ok((submission, Err(faults))) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            form_page(&portal, &reader, &submission, &faults, Notice::None, status)
        }
        Err(page) => *page,
    }
}

/// The address of a page that only a form leads to, opened by itself: back to the start.
pub(crate) async fn to_start(Extension(reader): Extension<Reader>) -> Response {
    Redirect::to(&Frame::new(&reader, "check", "").link("/")).into_response()
}
