//! `/cases/{id}/return`: the editor of a return, with everything at fault, what would cure it, and by when.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use casework::case::{Act, Case, Progress};
use model::procedure::Work;
use model::text::Text;
use office::{CaseOrder, CaseShown, FaultNamed, Said, To};
use serde_json::Value;
use uuid::Uuid;

use super::level_name;
use super::offers::Choice;
use super::order::{said, unread};
use crate::frame::{Frame, page};
use crate::guard::Fields;
use crate::pages::inside::{Answer, Inside, Named, Sent};

/// The rows that stand open at the beginning, beyond those that have to be filled in.
const BLANK_ROWS: usize = 2;
/// The most rows of the form.
const MOST_ROWS: usize = 60;

/// One thing at fault, as filled in.
struct Row {
    number: usize,
    at: String,
    point: String,
    problem: String,
    cure: String,
}

/// A group of places at which something can be at fault.
struct Places {
    name: String,
    places: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "cases/return.html")]
struct ReturnPage {
    frame: Frame,
    action: String,
    case: String,
    level: String,
    form_token: String,
    key: String,
    said: Option<Said>,
    rows: Vec<Row>,
    places: Vec<Places>,
    points: Vec<Choice>,
    grounds: Vec<Choice>,
    steps: Vec<Choice>,
    to: String,
    ground: String,
    due: String,
    superior: String,
}

/// Shows the editor, with a row for each point that is not met, and blank ones.
pub(crate) async fn show(inside: Inside, Named(id): Named) -> Answer {
    let shown = returnable(&inside, &id).await?;
    let unmet = match shown.case.progress_now() {
        Some(Progress::Check(verdicts)) => verdicts.iter().filter(|(_, verdict)| !verdict.met).collect(),
        _ => Vec::new(),
    };
    let rows = unmet.into_iter().map(|(point, _)| (String::new(), point.clone(), String::new(), String::new()));
    let rows: Vec<_> = rows.chain((0..BLANK_ROWS).map(|_| Default::default())).collect();
    editor(&inside, &id, &shown, rows, &Fields::default(), None).await
}

/// Returns the case, adds a row, or says what is missing.
pub(crate) async fn send_back(Named(id): Named, sent: Sent) -> Answer {
    let Sent { inside, fields } = sent;
    let shown = returnable(&inside, &id).await?;
    let mut rows = rows(&fields);
    if fields.get("do") == "add" {
        rows.push(Default::default());
        return editor(&inside, &id, &shown, rows, &fields, None).await;
    }
    let order = match read(&fields, &rows) {
        Ok(order) => order,
        Err(fault) => {
            let told = unread(&inside, fault);
            return editor(&inside, &id, &shown, rows, &fields, Some(told)).await;
        }
    };
    match inside.office.order_from_outside(inside.by(), &id, &order, fields.key().as_deref()).await {
        Ok(_) => Ok(inside.to(&format!("/cases/{id}"))),
        Err(error) => {
            let told = said(&inside, &id, error).await?;
            editor(&inside, &id, &shown, rows, &fields, Some(told)).await
        }
    }
}

/// The case, for somebody who may return it now.
async fn returnable(inside: &Inside, id: &str) -> Answer<CaseShown> {
    let shown = inside.told(inside.office.case(inside.by(), id).await)?;
    if shown.offers.contains(&Act::Return) { Ok(shown) } else { inside.nothing() }
}

/// A row as it is sent: place, point, problem, cure.
type Sheet = (String, String, String, String);

/// The rows of the form, in order.
fn rows(fields: &Fields) -> Vec<Sheet> {
    let row = |number: usize| {
        let field = |name: &str| fields.get(&format!("{name}.{number}")).trim().to_owned();
        fields.has(&format!("at.{number}")).then(|| (field("at"), field("point"), field("problem"), field("cure")))
    };
    (0..MOST_ROWS).map_while(row).collect()
}

/// Reads the order; rows that nobody filled in are passed over.
fn read(fields: &Fields, rows: &[Sheet]) -> Result<CaseOrder, &'static str> {
    let due = model::Day::parse(fields.get("due").trim()).map_err(|_| "no-day")?;
    let filled = rows
        .iter()
        .filter(|(at, point, problem, cure)| [at, point, problem, cure].into_iter().any(|text| !text.is_empty()));
    let named = filled.map(|(at, point, problem, cure)| FaultNamed {
        at: at.clone(),
        point: Some(point.clone()).filter(|point| !point.is_empty()),
        clause: None,
        problem: problem.clone(),
        cure: cure.clone(),
    });
    let to = match fields.get("to") {
        "" | "applicant" => To::Applicant,
        step => To::Step(step.to_owned()),
    };
    let (named, ground, superior) = (named.collect(), fields.given("ground"), fields.given("superior"));
    Ok(CaseOrder::Return { faults: named, due, ground, to, superior })
}

async fn editor(
    inside: &Inside,
    id: &str,
    shown: &CaseShown,
    rows: Vec<Sheet>,
    fields: &Fields,
    said: Option<Said>,
) -> Answer<Response> {
    let case = &shown.case;
    let frame = Frame::titled(&inside.reader, "desk", "order-return");
    let named = |text: &Text| frame.either(&text.zh, &text.en).to_owned();
    let point =
        |point: &model::procedure::Point| Choice { value: point.id.clone(), name: named(&point.name), state: "" };
    let check = match case.step().map(|(_, step)| &step.work) {
        Some(Work::Check(check)) => Some(check),
        _ => None,
    };
    let now = case.step().map_or(0, |(index, _)| index);
    let earlier = case.way.iter().flat_map(|way| way.steps.iter().take(now));
    let status = if said.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page_shown = ReturnPage {
        action: frame.link(&format!("/cases/{id}/return")),
        case: frame.link(&format!("/cases/{id}")),
        level: level_name(&frame, case.opened.as_ref().map(|opened| opened.target.as_str()).unwrap_or_default()),
        form_token: inside.visitor.form_token(),
        key: fields.key().unwrap_or_else(|| Uuid::new_v4().to_string()),
        places: places(&frame, inside, id, case).await?,
        points: check.map(|check| check.points.iter().map(point).collect()).unwrap_or_default(),
        grounds: check.map(|check| check.grounds.iter().map(point).collect()).unwrap_or_default(),
        steps: earlier.map(|step| Choice { value: step.id.clone(), name: named(&step.name), state: "" }).collect(),
        to: fields.get("to").to_owned(),
        ground: fields.get("ground").to_owned(),
        due: fields.get("due").to_owned(),
        superior: fields.get("superior").to_owned(),
        rows: rows
            .into_iter()
            .enumerate()
            .map(|(number, (at, point, problem, cure))| Row { number, at, point, problem, cure })
            .collect(),
        said,
        frame,
    };
    Ok(page(status, &page_shown))
}

/// Everything that can be at fault: the facts that the dossier states, records of which a proof may be missing, and the files.
async fn places(frame: &Frame, inside: &Inside, id: &str, case: &Case) -> Answer<Vec<Places>> {
    let name = |path: &str| {
        let mut name = String::new();
        frame.book().path(&mut name, path);
        name
    };
    let mut facts = Vec::new();
    if let Some(reference) = &case.dossier {
        let dossier = inside.told(inside.office.document_in(inside.by(), id, &reference.id).await)?;
        leaves("", &dossier, &mut facts);
    }
    let records = inside.told(inside.office.ahead(inside.by(), id).await)?.claims;
    let choice = |value: String, name: String| Choice { value, name, state: "" };
    let group = |id: &str, places: Vec<Choice>| Places { name: frame.t(id).to_owned(), places };
    let groups = vec![
        group("return-facts", facts.into_iter().map(|path| choice(path.clone(), name(&path))).collect()),
        group(
            "return-proofs",
            records.into_iter().map(|one| choice(format!("proof:{}", one.path), name(&one.path))).collect(),
        ),
        group(
            "return-files",
            case.evidence
                .iter()
                .map(|file| {
                    let proves: Vec<String> = file.proves.iter().map(|path| name(path)).collect();
                    let short = file.id.get(..8).unwrap_or(&file.id);
                    choice(format!("evidence:{}", file.id), format!("{} ({short})", proves.join(" ")))
                })
                .collect(),
        ),
    ];
    Ok(groups.into_iter().filter(|group| !group.places.is_empty()).collect())
}

/// The paths of everything that a document states, but for what says how to read it.
fn leaves(path: &str, value: &Value, paths: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields.iter().filter(|(key, _)| !path.is_empty() || *key != "schema") {
                let inner_path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(&inner_path, inner, paths);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, inner) in items.iter().enumerate() {
                leaves(&format!("{path}[{index}]"), inner, paths);
            }
        }
        _ => paths.push(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::leaves;
    use serde_json::json;

    #[test]
    fn every_stated_fact_can_be_named() {
        let mut paths = Vec::new();
        let dossier = json!({"schema": "x", "person": {"sex": "male"}, "skills": [{"level": "technician", "date": "2020-01-01"}],
                             "education": [{"relevant_to": ["a", "b"]}], "titles": []});
        leaves("", &dossier, &mut paths);
        paths.sort();
        assert_eq!(paths, ["education[0].relevant_to", "person.sex", "skills[0].date", "skills[0].level", "titles"]);
    }
}
