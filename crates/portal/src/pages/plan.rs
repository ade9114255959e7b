//! The plan: the map, and for each level the way there; for all places at once a table of days.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::plan::{LevelState, PlanDocument, PlannedLevel, PlannedStep, WayThere};
use model::recognised::{Recognised, RecognisedIn};
use model::words::RetirementGroup;
use model::{AwardLag, Word as _};
use service::{Answers, PlanAnswers, SideBySide};

use crate::form_view::element_id;
use crate::frame::{Frame, Switch, page};
use crate::language::Reader;
use crate::pages::check::receive;
use crate::pages::matrix::Matrix;
use crate::pages::message;
use crate::pages::result::{anchor, plain_name, target_name};
use crate::pages::start::{Notice, form_page};
use crate::state::{Portal, Question};
use crate::submission::Submission;

/// The times between eligibility and award that the page offers.
const LAGS: [&str; 4] = ["P0D", "P6M", "P1Y", "P2Y"];

/// A level with its ways.
struct Card<'a> {
    anchor: String,
    name: String,
    level: &'a PlannedLevel,
    ways: Vec<Way<'a>>,
    missing: Vec<(String, String)>,
}

/// A way under its heading.
struct Way<'a> {
    heading: String,
    way: &'a WayThere,
    steps: Vec<Step<'a>>,
}

/// A step; one that is told in full under its own level is only named here.
struct Step<'a> {
    head: String,
    step: &'a PlannedStep,
    told_at: Option<String>,
}

/// One place.
struct PlacePlan<'a> {
    name: String,
    document: &'a PlanDocument,
    map: String,
    cards: Vec<Card<'a>>,
}

/// One cell of the table of places.
struct Day {
    href: String,
    place: String,
    badge: &'static str,
    label: String,
    day: String,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    frame: Frame,
    day: String,
    one_place: String,
    dossier: String,
    invented: bool,
    lag: String,
    lags: Vec<(&'static str, String)>,
    places: Vec<PlacePlan<'a>>,
    rows: Vec<(String, Vec<Option<Day>>)>,
    recognised: Vec<RecordRow>,
    matrix: Option<String>,
}

/// A record with how each place takes it.
struct RecordRow {
    name: String,
    cells: Vec<Taken>,
}

/// How one place takes a record.
struct Taken {
    place: String,
    standing: &'static str,
    label: String,
    clauses: Vec<(String, String)>,
}

/// A plan as asked for in the form.
struct Planned {
    question: Question,
    lag: AwardLag,
    answers: PlanAnswers,
    /// Today's answers of all places; none where one place was named.
    decisions: Option<Answers>,
    invented: bool,
}

/// Plans, or shows the form again with what is wrong.
async fn planned(
    portal: &Arc<Portal>,
    reader: &Reader,
    body: Result<Bytes, BytesRejection>,
) -> Result<Planned, Box<Response>> {
    let (submission, stated) = receive(portal, reader, body).await?;
    let unusable = |submission: &Submission, faults: &model::Faults| {
        Box::new(form_page(portal, reader, submission, faults, Notice::None, StatusCode::UNPROCESSABLE_ENTITY))
    };
    let stated = stated.map_err(|faults| unusable(&submission, &faults))?;
    let lag = match submission.award_lag.as_str() {
        "" => AwardLag::default(),
        text => AwardLag::parse(text).map_err(|fault| {
            let fault = fault.to_string();
            let (problem, remedy) = fault.split_once("; ").unwrap_or((&fault, "correct it"));
            unusable(&submission, &model::Faults::one("award_lag", problem.to_owned(), remedy.to_owned()))
        })?,
    };
    let question = Question {
        dossier: stated.dossier,
        jurisdiction: stated.place,
        as_of: stated.as_of,
        targets: Vec::new(),
        standards: None,
        lang: reader.lang,
        remedies: false,
    };
    let no_answer = |fault| Box::new(message::no_answer(reader, &fault));
    let (question, answers) = portal.plan(question, lag).await.map_err(no_answer)?;
    let invented = submission.invented;
    if question.jurisdiction.is_some() {
        return Ok(Planned { question, lag, answers, decisions: None, invented });
    }
    let (question, decisions) = portal.answer(question).await.map_err(no_answer)?;
    Ok(Planned { question, lag, answers, decisions: Some(decisions), invented })
}

/// The page with the plan.
pub(crate) async fn plan(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match planned(&portal, &reader, body).await {
        Ok(planned) => plan_page(&reader, &planned),
        Err(page) => *page,
    }
}

/// The map of one place as a file.
pub(crate) async fn map_file(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let planned = match planned(&portal, &reader, body).await {
        Ok(planned) => planned,
        Err(page) => return *page,
    };
    let [document] = planned.answers.documents() else { return plan_page(&reader, &planned) };
    let mut response = map::svg(document, reader.lang).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"guantong-map.svg\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn plan_page(reader: &Reader, planned: &Planned) -> Response {
    let mut frame = Frame::titled(reader, "check", "portal-plan");
    frame.switch = Switch::Button { form: "question", action: "/plan" };
    let lag = planned.lag.to_string();
    let mut lags: Vec<(&str, String)> = LAGS.iter().map(|key| (*key, lag_name(&frame, key))).collect();
    if !LAGS.contains(&lag.as_str()) {
        lags.push(("", lag.clone()));
    }
    let documents = planned.answers.documents();
    let decided = planned.decisions.as_ref().map(Answers::documents).unwrap_or_default();
    let names: Vec<String> = documents.iter().map(|document| place_name(&frame, document)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let side_by_side = SideBySide::of(decided);
    let plan = PlanPage {
        recognised: record_rows(&frame, planned.answers.recognised(), &names),
        matrix: (!decided.is_empty()).then(|| Matrix::of(&frame, &side_by_side, &names).rendered()),
        day: planned.question.as_of.to_string(),
        one_place: planned.question.jurisdiction.clone().unwrap_or_default(),
        dossier: serde_json::to_string(&planned.question.dossier).unwrap_or_default(),
        invented: planned.invented,
        lag,
        lags,
        places: documents.iter().map(|document| place_plan(&frame, document)).collect(),
        rows: if documents.len() > 1 { rows(&frame, documents) } else { Vec::new() },
        frame: frame.clone(),
    };
    page(StatusCode::OK, &plan)
}

fn lag_name(frame: &Frame, key: &str) -> String {
    frame.t(&format!("portal-plan-lag-{}", key.to_ascii_lowercase())).to_owned()
}

fn place_name(frame: &Frame, document: &PlanDocument) -> String {
    frame.either(&document.jurisdiction.name, &document.jurisdiction.name_in_english).to_owned()
}

fn place_plan<'a>(frame: &Frame, document: &'a PlanDocument) -> PlacePlan<'a> {
    PlacePlan {
        name: place_name(frame, document),
        document,
        map: map::svg(document, frame.lang),
        cards: document.levels.iter().map(|level| card(frame, document, level)).collect(),
    }
}

fn card<'a>(frame: &Frame, document: &'a PlanDocument, level: &'a PlannedLevel) -> Card<'a> {
    let step = |step: &'a PlannedStep| {
        let told = document.levels.iter().filter(|other| other.target != level.target).find(|other| {
            let ways = other.way.iter().chain(&other.way_if_decided);
            ways.filter_map(|way| way.steps.last()).any(|last| last == step)
        });
        Step {
            head: step_head(frame, step),
            step,
            told_at: told.map(|other| format!("#{}", anchor(&document.policy.id, &other.target))),
        }
    };
    let headed = |id: &str, way: &'a Option<WayThere>| {
        let way = way.as_ref()?;
        Some(Way { heading: frame.f(id, "day", way.from), way, steps: way.steps.iter().map(step).collect() })
    };
    let ways = [
        headed("plan-way", &level.way),
        headed("plan-way-if-decided", &level.way_if_decided),
        headed("plan-way-both", &level.way_by_both),
        headed("plan-way-ordinary", &level.way_by_ordinary_promotion),
    ];
    let missing = level.missing.iter().map(|path| {
        let mut label = String::new();
        frame.book().path(&mut label, path);
        (label, frame.link(&format!("/form#{}", element_id(path))))
    });
    Card {
        anchor: anchor(&document.policy.id, &level.target),
        name: target_name(frame, &level.target),
        level,
        ways: ways.into_iter().flatten().collect(),
        missing: missing.collect(),
    }
}

/// The days of all places: one row a level.
fn rows(frame: &Frame, documents: &[PlanDocument]) -> Vec<(String, Vec<Option<Day>>)> {
    let mut rows: Vec<(String, Vec<Option<Day>>)> = Vec::new();
    let mut targets: Vec<&model::decision::TargetRef> = Vec::new();
    for level in documents.iter().flat_map(|document| &document.levels) {
        let same = |other: &&model::decision::TargetRef| {
            other.track == level.target.track
                && other.level == level.target.level
                && other.series == level.target.series
        };
        if !targets.iter().any(same) {
            targets.push(&level.target);
        }
    }
    targets.sort_by_key(|target| target.track.key() != "title");
    for target in targets {
        let cell = |document: &PlanDocument| {
            let own = |level: &&PlannedLevel| {
                level.target.track == target.track
                    && level.target.level == target.level
                    && level.target.series == target.series
            };
            let level = document.levels.iter().find(own)?;
            let way = level.way.as_ref().or(level.way_if_decided.as_ref());
            let shown = !matches!(level.state, LevelState::Held | LevelState::Open);
            Some(Day {
                href: format!("#{}", anchor(&document.policy.id, &level.target)),
                place: place_name(frame, document),
                badge: badge(&level.state),
                label: frame.t(&format!("plan-state-{}", level.state.key())).to_owned(),
                day: way.filter(|_| shown).map(|way| way.from.to_string()).unwrap_or_default(),
            })
        };
        rows.push((target_name(frame, target), documents.iter().map(cell).collect()));
    }
    rows
}

/// How each place takes each record of the person; `names` are those of the places.
fn record_rows(frame: &Frame, records: &[Recognised], names: &[&str]) -> Vec<RecordRow> {
    let taken = |(one, name): (&RecognisedIn, &&str)| Taken {
        place: (*name).to_owned(),
        standing: one.standing.key(),
        label: frame.t(&format!("portal-recognised-{}", one.standing.key())).to_owned(),
        clauses: one.clauses.iter().map(|id| (frame.clause(&one.jurisdiction, id), id.clone())).collect(),
    };
    let row = |record: &Recognised| RecordRow {
        name: record.name.clone(),
        cells: record.places.iter().zip(names).map(taken).collect(),
    };
    records.iter().map(row).collect()
}

/// What a step is called: its day, level and route, and when it is granted where that is later.
fn step_head(frame: &Frame, step: &PlannedStep) -> String {
    let id = if step.from == step.awarded { "portal-plan-step" } else { "portal-plan-step-awarded" };
    let (day, awarded, target) = (step.from.to_string(), step.awarded.to_string(), plain_name(frame, &step.target));
    let route = step.route_name.as_deref().unwrap_or_default();
    frame.book().format(id, &[("day", &day), ("awarded", &awarded), ("target", &target), ("route", route)])
}

/// The class of a level's badge, as answers have it.
fn badge(state: &LevelState) -> &'static str {
    match state {
        LevelState::Held => "held",
        LevelState::Open => "eligible",
        LevelState::Later => "not-yet",
        LevelState::IfDecided => "referred",
        LevelState::Undetermined | LevelState::IfRenewed => "undetermined",
        LevelState::Closed => "not-governed",
    }
}

/// The key of a group that retires at one age.
fn group_key(group: &RetirementGroup) -> &'static str {
    group.key()
}
