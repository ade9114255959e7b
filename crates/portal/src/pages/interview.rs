//! The self-check as an interview: one question at a time, each step a form that carries what is known. Nothing is stored.

mod answered;

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::Response;
use model::paths::FactPath;
use model::question::{NextQuestion, QuestionDocument, Stands};
use model::{Day, Fault, Faults};
use service::today;

use crate::form::{Form, fields_of, fill, is_of_fact, list_named, states};
use crate::form_view::FormView;
use crate::frame::{Frame, Switch, page};
use crate::language::Reader;
use crate::pages::begin::begin_page;
use crate::pages::check::receive;
use crate::pages::message;
use crate::pages::policies::place_name;
use crate::pages::result::result_page;
use crate::pages::start::{Notice, Suggestions, form_page, suggestions};
use crate::state::{NoAnswer, Portal, Question};
use crate::submission::{Press, Stated, Submission};
use crate::talk::Turn;
use answered::{Answered, answered};

/// A clause that reads the fact asked for.
struct Read {
    place: String,
    clauses: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "interview.html")]
struct InterviewPage<'p> {
    frame: Frame,
    heading: String,
    context: String,
    fields: Vec<String>,
    error: String,
    why: String,
    read_by: Vec<Read>,
    progress: String,
    rest: String,
    settled: usize,
    targets: usize,
    answered: Vec<Answered>,
    suggestions: Vec<Suggestions<'p>>,
    question: String,
    can_go_back: bool,
    dossier: String,
    place: String,
    place_name: String,
    as_of: String,
    day: Day,
    skip: String,
    asked: String,
    invented: bool,
}

/// Takes an answer and asks the next question; where nothing is left to ask, gives the result.
pub(crate) async fn answer(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (mut submission, stated) = match receive(&portal, &reader, body).await {
        Ok(received) => received,
        Err(page) => return *page,
    };
    if submission.press != Press::Answer {
        return shown(&portal, &reader, submission, Faults::default(), StatusCode::OK).await;
    }
    let question = submission.talk.question;
    match (submission.talk.turn, question) {
        (Turn::Answer, Some(fact)) => {
            let faults = match &stated {
                Ok(stated) if states(&stated.dossier, fact) => Faults::default(),
                Ok(_) => Faults::one(shown_at(fact), "nothing is answered", "answer, or say that it is not known"),
                Err(faults) => faults.clone(),
            };
            if !faults.is_empty() {
                return shown(&portal, &reader, submission, faults, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
            submission.talk.skip.remove(&fact);
            submission.talk.note(fact);
        }
        (Turn::Answer, None) => {}
        (Turn::Unknown, fact) => {
            forget_answer(&mut submission);
            if let Some(fact) = fact {
                submission.form.overlay(|name| is_of_fact(fact, name), std::iter::empty());
                submission.talk.skip.insert(fact);
                submission.talk.note(fact);
            }
        }
        (Turn::Back, _) => {
            forget_answer(&mut submission);
            let before = submission.talk.asked.pop();
            return asked_again(&portal, &reader, submission, before).await;
        }
        (Turn::Edit(fact), _) => {
            forget_answer(&mut submission);
            return asked_again(&portal, &reader, submission, Some(fact)).await;
        }
    }
    submission.talk.question = None;
    let stated = match submission.stated(&portal.guantong, today()) {
        Ok(stated) => stated,
        Err(faults) => return refused(&portal, &reader, &submission, &faults),
    };
    submission.talk.known = Some(stated.dossier.clone());
    match next(&portal, &reader, &mut submission, stated).await {
        Ok((question, document)) if document.next.is_none() => match portal.answer(question).await {
            Ok((question, answers)) => {
                result_page(&portal, &reader, &question, &answers, &submission, Some(&document.says))
            }
            Err(fault) => message::no_answer(&reader, &fault),
        },
        Ok((_, document)) => {
            interview_page(&portal, &reader, &submission, &document, &Faults::default(), StatusCode::OK)
        }
        Err(fault) => message::no_answer(&reader, &fault),
    }
}

/// Shows the present question as it is filled in: in another language, or to go on from a page elsewhere.
pub(crate) async fn again(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match receive(&portal, &reader, body).await {
        Ok((submission, _)) => shown(&portal, &reader, submission, Faults::default(), StatusCode::OK).await,
        Err(page) => *page,
    }
}

/// Shows what is wrong where it can be put right: the place and the day on the first page, facts in the whole form.
fn refused(portal: &Portal, reader: &Reader, submission: &Submission, faults: &Faults) -> Response {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    if faults.faults.iter().all(|fault| fault.path == "place" || fault.path == "as_of") {
        return begin_page(portal, reader, submission, faults, status);
    }
    form_page(portal, reader, submission, faults, Notice::None, status)
}

/// Leaves what is filled in for the present question.
fn forget_answer(submission: &mut Submission) {
    if let Some(known) = &submission.talk.known {
        submission.form = fill(known);
    }
}

async fn asked_again(
    portal: &Arc<Portal>,
    reader: &Reader,
    mut submission: Submission,
    fact: Option<FactPath>,
) -> Response {
    if let Some(fact) = fact {
        submission.talk.skip.remove(&fact);
    }
    submission.talk.question = fact;
    shown(portal, reader, submission, Faults::default(), StatusCode::OK).await
}

/// The page with the present question; with the next one where none is asked.
async fn shown(
    portal: &Arc<Portal>,
    reader: &Reader,
    mut submission: Submission,
    faults: Faults,
    status: StatusCode,
) -> Response {
    // What is half filled in may have faults: the interview stands where it stood before.
    let mut before = submission.clone();
    forget_answer(&mut before);
    let stated = match before.stated(&portal.guantong, today()) {
        Ok(stated) => stated,
        Err(faults) => return refused(portal, reader, &submission, &faults),
    };
    match next(portal, reader, &mut before, stated).await {
        Ok((_, document)) => {
            submission.talk.skip = before.talk.skip;
            interview_page(portal, reader, &submission, &document, &faults, status)
        }
        Err(fault) => message::no_answer(reader, &fault),
    }
}

/// The next question; facts for which the page has no field are taken not to be known.
async fn next(
    portal: &Arc<Portal>,
    reader: &Reader,
    submission: &mut Submission,
    stated: Stated,
) -> Result<(Question, QuestionDocument), NoAnswer> {
    let mut question = Question {
        dossier: stated.dossier,
        jurisdiction: stated.place,
        as_of: stated.as_of,
        targets: Vec::new(),
        standards: None,
        remedies: false,
        lang: reader.lang,
    };
    loop {
        let (asked, document) = portal.next_question(question, submission.talk.skip.clone()).await?;
        let hidden: Vec<FactPath> = document.open.iter().copied().filter(|fact| fields_of(*fact).is_empty()).collect();
        if hidden.is_empty() {
            return Ok((asked, document));
        }
        submission.talk.skip.extend(hidden);
        question = asked;
    }
}

fn interview_page(
    portal: &Portal,
    reader: &Reader,
    submission: &Submission,
    document: &QuestionDocument,
    faults: &Faults,
    status: StatusCode,
) -> Response {
    let mut frame = Frame::titled(reader, "check", "portal-check");
    frame.switch = Switch::Button { form: "interview", action: "/interview/again" };
    let frame = frame;
    let talk = &submission.talk;
    let next = document.next.as_ref();
    let fact = talk.question.or(next.map(|next| next.path));
    let path = fact.map(|fact| fact.to_string()).unwrap_or_default();
    let told: Vec<Fault> = faults.faults.clone();
    let fields = fact.map(fields_of).unwrap_or_default();
    let focus = submission.ask.clone().filter(|_| told.is_empty()).or_else(|| fields.first().cloned());
    let view = FormView {
        frame: &frame,
        form: &submission.form,
        faults: &told,
        marks: &[],
        focus: focus.as_deref(),
        asking: true,
    };
    let targets = document.targets.len();
    let open = document.targets.iter().filter(|target| target.stands == Stands::Open).count();
    let known = known_form(submission);
    let dossier = talk.known.as_ref().map_or_else(|| written(submission), |known| serde_json::to_string(known).ok());
    let content = InterviewPage {
        heading: if path.is_empty() { document.says.clone() } else { frame.book().question(&path) },
        context: fact.map(|fact| context(&view, fact)).unwrap_or_default(),
        fields: fields.iter().map(|name| rendered(&view, name)).collect(),
        error: unseen(&frame, &told, fact),
        why: next.filter(|next| Some(next.path) == fact).map(|next| next.why.clone()).unwrap_or_default(),
        read_by: next
            .filter(|next| Some(next.path) == fact)
            .map(|next| read_by(portal, &frame, next))
            .unwrap_or_default(),
        progress: frame.f2("question-progress", "settled", document.settled, "targets", targets),
        rest: if open == 0 { String::new() } else { frame.f("question-rest", "count", document.open.len()) },
        settled: document.settled,
        targets,
        answered: answered(
            &FormView { frame: &frame, form: &known, faults: &[], marks: &[], focus: None, asking: false },
            talk,
        ),
        suggestions: suggestions(portal),
        can_go_back: !talk.asked.is_empty(),
        question: path,
        dossier: dossier.unwrap_or_default(),
        place: submission.place.clone(),
        place_name: match portal.guantong.policy(&submission.place) {
            Ok(policy) => place_name(&frame, &portal.guantong, policy),
            Err(_) => frame.t("portal-all-places").to_owned(),
        },
        day: document.as_of,
        as_of: submission.as_of.clone(),
        skip: talk.skipped(),
        asked: talk.asked(),
        invented: submission.invented,
        frame: frame.clone(),
    };
    page(status, &content)
}

/// The form as it is known without the present answer.
fn known_form(submission: &Submission) -> Form {
    submission.talk.known.as_ref().map_or_else(|| submission.form.clone(), fill)
}

/// The dossier of the form, as text.
fn written(submission: &Submission) -> Option<String> {
    serde_json::to_string(&crate::form::gather(&submission.form).ok()?).ok()
}

/// A field, or a list of them.
fn rendered(view: &FormView<'_>, name: &str) -> String {
    if list_named(name).is_some() {
        return view.list(name);
    }
    let year = |map: &str| name.strip_prefix(map)?.strip_prefix('.')?.parse::<i16>().ok();
    match (year("reviews"), year("continuing_education")) {
        (Some(year), _) => view.year("reviews", &year),
        (_, Some(year)) => view.year("continuing_education", &year),
        _ if name.contains('[') => view.cell(name),
        _ => view.field(name),
    }
}

/// What is known of the record that a question is about.
fn context(view: &FormView<'_>, fact: FactPath) -> String {
    let name = fact.to_string();
    let Some((list, rest)) = name.split_once('[') else { return String::new() };
    let row = rest.split_once(']').and_then(|(row, _)| row.parse::<usize>().ok());
    match (list_named(list), row) {
        (Some(list), Some(row)) => view.said_row(list, row),
        _ => String::new(),
    }
}

/// The field at which it is said that nothing is answered.
fn shown_at(fact: FactPath) -> String {
    fields_of(fact).into_iter().next().unwrap_or_default()
}

/// A fault that no field of the question shows.
fn unseen(frame: &Frame, faults: &[Fault], fact: Option<FactPath>) -> String {
    let seen = |fault: &Fault| {
        let field = crate::form_view::field_of(&fault.path);
        fact.is_some_and(|fact| is_of_fact(fact, &field) || fields_of(fact).contains(&field))
    };
    let fault = faults.iter().find(|fault| !seen(fault));
    fault.map(|fault| crate::fault_words::say(frame, fault)).unwrap_or_default()
}

/// The clauses that read the fact asked for, place by place.
fn read_by(portal: &Portal, frame: &Frame, next: &NextQuestion) -> Vec<Read> {
    let mut all: Vec<Read> = Vec::new();
    for read in &next.clauses {
        let Ok(policy) = portal.guantong.policy(&read.jurisdiction) else { continue };
        let place = frame.either(&policy.jurisdiction.zh, &policy.jurisdiction.en);
        let clause = (frame.clause(&read.jurisdiction, &read.clause), read.clause.clone());
        match all.iter_mut().find(|known| known.place == place) {
            Some(known) => known.clauses.push(clause),
            None => all.push(Read { place: place.to_owned(), clauses: vec![clause] }),
        }
    }
    all
}
