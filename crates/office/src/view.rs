//! What lists show of a case, who finds it, and whom a change is told.

use casework::case::{Case, Progress, Status};
use model::procedure::{About, Step, Work};
use serde_json::json;
use store::{Message, View};
use wording::Lang;

use crate::case::stream;
use crate::sentence::status_name;

/// The states by which the clock and the lists look for cases.
pub(crate) mod state {
    /// The applicant mends it.
    pub const RETURNED: &str = "returned";
    /// A notice runs, or waits to be published.
    pub const NOTICE: &str = "notice";
    /// A notice runs that everybody may read.
    pub const PUBLIC: &str = "public";
}

/// The key under which cases are found by their files, and the files that cases need.
pub const EVIDENCE: &str = "evidence";

/// Whose turn it is: an organisation, or the applicant's account.
pub(crate) fn holder(case: &Case) -> Option<String> {
    match case.holder() {
        Some(organisation) => Some(organisation.to_owned()),
        None if case.with_applicant() => case.opened.as_ref().map(|opened| opened.applicant.clone()),
        None => None,
    }
}

/// The sort of state in which a case is.
fn state(case: &Case) -> &'static str {
    match (&case.status, case.step().map(|(_, step)| &step.work)) {
        (_, Some(Work::Check(_))) => "check",
        (_, Some(Work::Notice(_))) => state::NOTICE,
        (_, Some(Work::Review(_))) => "review",
        (_, Some(Work::Exam(_))) => "exam",
        (_, Some(Work::Confirm)) => "confirm",
        (Status::Draft, _) => "draft",
        (Status::Returned { .. }, _) => state::RETURNED,
        _ => "over",
    }
}

/// The rows of a case: its own, one for each objection, and one for each notice that runs, or ran until now.
pub(crate) fn rows(id: &str, before: &Case, case: &Case) -> Vec<View> {
    let Some(opened) = &case.opened else { return Vec::new() };
    let due = match case.status {
        Status::Returned { due, .. } => Some(due),
        _ => case.open_notice().map(|notice| notice.period.earliest_follow_up.day()),
    };
    let mut search = vec![("applicant".to_owned(), opened.applicant.clone())];
    search.extend(opened.employer.iter().map(|employer| ("employer".to_owned(), employer.clone())));
    search.extend(case.round.iter().map(|round| ("round".to_owned(), round.clone())));
    search.extend(case.evidence.iter().map(|file| (EVIDENCE.to_owned(), file.id.clone())));
    let status = case.status_name();
    let named = json!({ "zh": status_name(case, Lang::Zh), "en": status_name(case, Lang::En) });
    let mut rows = vec![View {
        id: stream(id),
        kind: "case".to_owned(),
        holder: holder(case).unwrap_or_else(|| "nobody".to_owned()),
        state: state(case).to_owned(),
        place: opened.place.clone(),
        due: due.map(model::Day::date),
        search,
        body: json!({
            "case": id, "status": status, "named": named, "target": opened.target, "applicant": opened.applicant,
            "employer": opened.employer, "round": case.round,
        }),
    }];
    for (index, objection) in case.objections.iter().enumerate() {
        let number = index + 1;
        let office = case.stages.get(objection.step).map(|stage| stage.organisation.clone()).unwrap_or_default();
        let answered = objection.answer.is_some();
        rows.push(View {
            id: format!("{}/objection/{number}", stream(id)),
            kind: "objection".to_owned(),
            holder: if answered || office.is_empty() { "nobody".to_owned() } else { office },
            state: if answered { "answered" } else { "open" }.to_owned(),
            place: opened.place.clone(),
            due: None,
            search: objection.by.iter().map(|by| ("objector".to_owned(), by.clone())).collect(),
            body: json!({ "case": id, "number": number, "raised": objection.on, "status": status, "named": named }),
        });
    }
    let notices = case.way.iter().flat_map(|way| way.steps.iter().enumerate());
    rows.extend(notices.filter_map(|(index, step)| notice_row(id, before, case, index, step)));
    rows
}

/// The row of a step's notice, by which it is found while it runs: `public` where everybody may read it, `internal` where it
/// hangs within the unit, `over` once it has ended.
fn notice_row(id: &str, before: &Case, case: &Case, index: usize, step: &Step) -> Option<View> {
    let Work::Notice(notice) = &step.work else { return None };
    let published = |case: &Case| match case.progress.get(index) {
        Some(Progress::Notice(Some(open))) => Some(open.clone()),
        _ => None,
    };
    let open = published(case).or_else(|| published(before))?;
    let opened = case.opened.as_ref()?;
    let runs = case.step().is_some_and(|(now, _)| now == index) && case.open_notice().is_some();
    let state = match (runs, notice.about) {
        (false, _) => "over",
        (true, About::Result) => state::PUBLIC,
        (true, About::Recommended) => "internal",
    };
    Some(View {
        id: format!("{}/notice/{index}", stream(id)),
        kind: state::NOTICE.to_owned(),
        holder: case.stages.get(index).map_or_else(|| "nobody".to_owned(), |stage| stage.organisation.clone()),
        state: state.to_owned(),
        place: opened.place.clone(),
        due: Some(open.period.last.day().date()),
        search: Vec::new(),
        body: json!({
            "case": id, "target": opened.target, "text": open.text, "published": open.period.published,
            "last": open.period.last.day(), "certain": open.period.last.known().is_some(), "clause": notice.clause,
            "working_days": open.period.working_days, "name": step.name,
        }),
    })
}

/// Whom a change is told: the one whose turn it is now, and the applicant wherever the case has got on or ended.
pub(crate) fn messages(id: &str, version: u64, before: &Case, after: &Case) -> Vec<Message> {
    let status = after.status_name();
    let moved = before.status != after.status || before.objections.len() != after.objections.len();
    let reminded = before.reminded != after.reminded;
    if !moved && !reminded {
        return Vec::new();
    }
    let applicant = after.opened.as_ref().map(|opened| opened.applicant.clone());
    let mut recipients: Vec<String> = holder(after).into_iter().chain(applicant.filter(|_| moved)).collect();
    recipients.sort_unstable();
    recipients.dedup();
    let about = if reminded { "reminder" } else { "status" };
    let message = |recipient: String| Message {
        id: format!("{}/{version}/{recipient}", stream(id)),
        body: json!({ "case": id, "about": about, "status": status, "version": version }),
        recipient,
    };
    recipients.into_iter().map(message).collect()
}
