//! Cases as texts for people: one case, a list, a history.

use casework::case::{Case, Progress, Status};
use model::procedure::Work;
use office::{CaseShown, History, Listed, outcome_name, status_name, status_word, target_name};
use wording::{Lang, Phrasebook};

use crate::output::table;

/// A case: where it stands, whose turn it is, and what is open. `faults` are those of the last return, as texts.
pub(crate) fn case(shown: &CaseShown, faults: &[(String, String)], lang: Lang) -> String {
    let book = Phrasebook::of(lang);
    let case = &shown.case;
    let mut lines = vec![shown.id.clone()];
    let mut line = |id: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("  {}{}{text}", book.text(id), if lang == Lang::Zh { "：" } else { ": " }));
        }
    };
    if let Some(opened) = &case.opened {
        line("case-line-place", &opened.place);
        line("case-line-target", &target_name(&opened.target, lang));
        line("case-line-employer", opened.employer.as_deref().unwrap_or_default());
    }
    line("case-line-way", case.way.as_ref().map_or("", |way| way.name.in_language(lang.key())));
    line("case-line-status", &status_name(case, lang));
    line("case-line-holder", shown.holder.as_deref().unwrap_or_default());
    if let Some(evaluation) = &case.evaluation {
        line("case-line-opinion", &format!("{} ({})", outcome_name(evaluation.outcome, lang), evaluation.policy));
    }
    line("case-line-open-points", &open_points(case, lang).join(", "));
    line("case-line-asked", &shown.asked_here.join(", "));
    if let Some(notice) = case.open_notice() {
        line("case-line-notice", &format!("{} – {}", notice.period.published, notice.period.last.day()));
    }
    if let Status::Returned { due, .. } = case.status {
        line("case-line-due", &due.to_string());
        for (at, text) in faults {
            let mut label = String::new();
            book.path(&mut label, at);
            line("case-line-fault", &format!("{label}: {text}"));
        }
    }
    for file in &case.evidence {
        line("case-line-evidence", &format!("{} {} {}", file.id, file.media_type, file.proves.join(" ")));
    }
    line("case-line-version", &shown.version.to_string());
    lines.join("\n")
}

/// The names of the points that have no verdict yet.
fn open_points(case: &Case, lang: Lang) -> Vec<String> {
    let Some((_, step)) = case.step() else { return Vec::new() };
    let (Work::Check(check), Some(Progress::Check(verdicts))) = (&step.work, case.progress_now()) else {
        return Vec::new();
    };
    let open = check.points.iter().filter(|point| !verdicts.contains_key(&point.id));
    open.map(|point| format!("{} ({})", point.name.in_language(lang.key()), point.id)).collect()
}

/// A list of cases.
pub(crate) fn list(listed: &Listed, lang: Lang) -> String {
    let book = Phrasebook::of(lang);
    if listed.cases.is_empty() {
        return book.text("case-none").to_owned();
    }
    let header = ["column-case", "case-line-target", "case-line-status", "case-line-holder", "column-due"];
    let mut table = table(&header.map(|id| book.text(id)));
    for row in &listed.cases {
        let case = match row.objection {
            Some(number) => format!("{} #{number}", row.case),
            None => row.case.clone(),
        };
        table.add_row([
            case,
            row.target.as_deref().map(|target| target_name(target, lang)).unwrap_or_default(),
            status_word(&row.status, lang),
            row.holder.clone().unwrap_or_default(),
            row.due.clone().unwrap_or_default(),
        ]);
    }
    let more = listed.next.as_deref().map(|cursor| book.format("case-more", &[("cursor", cursor)]));
    format!("{table}\n{}", more.unwrap_or_default())
}

/// A history, a line a record.
pub(crate) fn history(history: &History, lang: Lang) -> String {
    let book = Phrasebook::of(lang);
    let line = |entry: &office::Entry| {
        let id = format!("event-{}", entry.kind);
        let what = book.text(&id);
        let what = if what == id { &entry.kind } else { what };
        let version = entry.version.to_string();
        let arguments = [
            ("version", version.as_str()),
            ("at", &entry.at),
            ("what", what),
            ("actor", entry.actor.as_deref().unwrap_or("—")),
        ];
        book.format("case-history-row", &arguments)
    };
    history.records.iter().map(line).collect::<Vec<_>>().join("\n")
}
