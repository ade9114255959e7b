//! The answer: for each place its policy, for each target a card with the reasons folded open.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use model::decision::{Condition, ContradictionNote, Decision, DecisionDocument, Route, TargetRef};
use model::{Outcome, Stage, Target, Truth, Word};
use service::{Answers, SideBySide};

use crate::form_view::element_id;
use crate::frame::{Frame, Switch, capital, encoded, page};
use crate::language::Reader;
use crate::pages::matrix::Matrix;
use crate::pages::ways_open::WaysOpen;
use crate::state::{Portal, Question};
use crate::submission::Submission;

/// A fact to fill in, as a button back to its field.
struct MissingFact {
    path: String,
    label: String,
    action: String,
}

/// A target with its decision.
struct Card<'a> {
    anchor: String,
    name: String,
    decision: &'a Decision,
    missing: Vec<MissingFact>,
    judged: Vec<Judged<'a>>,
    ways_open: Option<WaysOpen<'a>>,
    open: Option<usize>,
    /// What the button that begins an application sends; none where none can be begun.
    apply: Option<String>,
}

/// A clause that people judge.
struct Judged<'a> {
    id: &'a str,
    says: &'a str,
}

/// The targets of one outcome, for the summary of a place.
struct Group {
    outcome: Outcome,
    targets: Vec<(String, String)>,
}

/// One place.
struct PlaceAnswer<'a> {
    key: &'a str,
    name: String,
    document: &'a DecisionDocument,
    title: String,
    in_force: String,
    groups: Vec<Group>,
    cards: Vec<Card<'a>>,
}

#[derive(Template)]
#[template(path = "result.html")]
struct ResultPage<'a> {
    frame: Frame,
    day: String,
    one_place: String,
    dossier: String,
    invented: bool,
    contradictions: &'a [ContradictionNote],
    notice: String,
    skip: String,
    asked: String,
    places: Vec<PlaceAnswer<'a>>,
    matrix: Option<String>,
    form_action: String,
    save_action: String,
}

/// The page with the answer.
pub(crate) fn result_page(
    portal: &Portal,
    reader: &Reader,
    question: &Question,
    answers: &Answers,
    submission: &Submission,
    notice: Option<&str>,
) -> Response {
    let mut frame = Frame::titled(reader, "check", "portal-result");
    frame.switch = Switch::Button { form: "question", action: "/check" };
    let place = |document| place_answer(portal, &frame, document, !submission.invented);
    let places: Vec<PlaceAnswer<'_>> = answers.documents().iter().map(place).collect();
    let side_by_side = SideBySide::of(answers.documents());
    let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
    let matrix = (places.len() > 1).then(|| Matrix::of(&frame, &side_by_side, &names).rendered());
    let result = ResultPage {
        day: question.as_of.to_string(),
        one_place: question.jurisdiction.clone().unwrap_or_default(),
        dossier: serde_json::to_string(&question.dossier).unwrap_or_default(),
        contradictions: answers.contradictions(),
        places,
        matrix,
        form_action: frame.link("/form"),
        save_action: frame.link("/save"),
        invented: submission.invented,
        notice: notice.unwrap_or_default().to_owned(),
        skip: submission.talk.skipped(),
        asked: submission.talk.asked(),
        frame: frame.clone(),
    };
    page(StatusCode::OK, &result)
}

fn place_answer<'a>(
    portal: &'a Portal,
    frame: &Frame,
    document: &'a DecisionDocument,
    is_real: bool,
) -> PlaceAnswer<'a> {
    let may_apply = is_real && portal.office.is_some() && frame.may_apply();
    let policy = portal.guantong.packs().with_id(&document.policy.id);
    let cards: Vec<Card<'_>> = document
        .decisions
        .iter()
        .map(|decision| Card {
            anchor: anchor(&document.policy.id, &decision.target),
            name: target_name(frame, &decision.target),
            missing: decision.missing.iter().map(|path| missing_fact(frame, path)).collect(),
            judged: decision
                .to_be_judged
                .iter()
                .map(|id| Judged { id, says: portal.clause_says(&document.policy.id, id, frame.lang) })
                .collect(),
            ways_open: WaysOpen::of(decision.remedies.as_ref()),
            open: open_route(decision),
            apply: may_apply.then(|| apply(&document.jurisdiction.key, decision)).flatten(),
            decision,
        })
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    for outcome in Outcome::ALL.iter().skip(1).chain(Outcome::ALL.first()) {
        let of = cards.iter().filter(|card| card.decision.outcome == *outcome);
        let targets: Vec<_> = of.map(|card| (card.anchor.clone(), card.name.clone())).collect();
        if !targets.is_empty() {
            groups.push(Group { outcome: *outcome, targets });
        }
    }
    let (name, title) = policy.map_or_else(
        || (document.jurisdiction.name.clone(), document.policy.document.clone()),
        |policy| {
            let place = &policy.jurisdiction;
            let title = frame.either(&document.policy.document, &policy.document.en).to_owned();
            (frame.either(&place.zh, &place.en).to_owned(), title)
        },
    );
    let from = document.policy.effective.to_string();
    let in_force = match document.policy.expires {
        Some(last) => frame.book().format("portal-in-force-until", &[("from", &from), ("until", &last.to_string())]),
        None => frame.book().format("portal-in-force-from", &[("from", &from)]),
    };
    PlaceAnswer { key: &document.jurisdiction.key, name, document, title, in_force, groups, cards }
}

/// What begins an application for a level that is open, or may be: the place and the target.
fn apply(place: &str, decision: &Decision) -> Option<String> {
    let open = matches!(decision.outcome, Outcome::Eligible | Outcome::Referred | Outcome::Undetermined);
    let TargetRef { track, level, series, occupation, .. } = &decision.target;
    let rest = series.map(|series| series.key()).or(occupation.as_deref());
    let rest = rest.map(|rest| format!(":{rest}")).unwrap_or_default();
    open.then(|| format!("{place} {}:{level}{rest}", track.key()))
}

/// The route that is shown open: the one that answers, else the first that stands as the answer does.
fn open_route(decision: &Decision) -> Option<usize> {
    let named = decision.route.as_ref().and_then(|id| decision.routes.iter().position(|route| route.id == *id));
    named.or_else(|| match decision.outcome {
        Outcome::NotEligible | Outcome::Held => None,
        outcome => decision.routes.iter().position(|route| route.outcome == outcome),
    })
}

fn missing_fact(frame: &Frame, path: &str) -> MissingFact {
    let mut label = String::new();
    frame.book().path(&mut label, path);
    MissingFact { path: path.to_owned(), label, action: frame.link(&format!("/form#{}", element_id(path))) }
}

/// Where a target of a policy stands on a page.
pub(crate) fn anchor(policy: &str, target: &TargetRef) -> String {
    let series = target.series.map(|series| format!("-{}", series.key())).unwrap_or_default();
    format!("{}-{}-{}{series}", encoded(policy), target.track.key(), target.level)
}

/// What a target is called where it begins a line, without the occupation.
pub(crate) fn target_name(frame: &Frame, target: &TargetRef) -> String {
    capital(&plain_name(frame, target))
}

/// What a target is called within a sentence, without the occupation.
pub(crate) fn plain_name(frame: &Frame, target: &TargetRef) -> String {
    let series = target.series.map(|series| format!(":{}", series.key())).unwrap_or_default();
    let mut name = String::new();
    match Target::parse(&format!("{}:{}{series}", target.track.key(), target.level)) {
        Ok(target) => frame.book().target(&mut name, &target),
        Err(_) => name.push_str(target.name),
    }
    name
}

impl PlaceAnswer<'_> {
    /// The address of the policy's page.
    fn href(&self) -> String {
        format!("/policies/{}", encoded(&self.document.policy.id))
    }
}

impl Card<'_> {
    /// Whether a route is shown open.
    fn is_open(&self, index: &usize) -> bool {
        self.open == Some(*index)
    }
}

/// The conditions of a route by stage, for the template.
fn of_stage<'r>(route: &'r Route, stage: &str) -> Vec<&'r Condition> {
    let review = stage == "review";
    route.conditions.iter().filter(|condition| (condition.stage == Stage::Review) == review).collect()
}

/// The sign beside a condition's word.
fn sign(holds: &Truth) -> &'static str {
    match holds {
        Truth::Yes => "✓",
        Truth::No => "✕",
        Truth::Unknown => "?",
        Truth::Refer => "→",
    }
}

/// The id of the sentence on whether the catalogue lists an occupation.
fn catalogue_line(listed: &Truth) -> &'static str {
    match listed {
        Truth::Yes => "portal-catalogue-yes",
        Truth::No => "portal-catalogue-no",
        Truth::Unknown => "portal-catalogue-unknown",
        Truth::Refer => "portal-catalogue-refer",
    }
}
