//! Faults of an input in the reader's language. The model writes them in English; pages in Chinese say the known ones anew.

use model::Fault;
use wording::Lang;

use crate::frame::{Frame, capital};

/// Ends of problems, and the text that says them.
const PROBLEMS: &[(&str, &str)] = &[
    (": not a date", "portal-fault-date"),
    (": the calendar has no such day", "portal-fault-day"),
    (" is not a date YYYY-MM-DD", "portal-fault-date"),
    (" is not a mapping", "portal-fault-mapping"),
    (" is not a list ([] where there is none)", "portal-fault-list"),
    (" is not a text", "portal-fault-text"),
    (" is not true or false", "portal-fault-yes-no"),
    (" is not known", "portal-fault-key"),
    ("the text is blank", "portal-fault-blank"),
    ("the text is too long", "portal-fault-long"),
    (" is not a year", "portal-fault-year"),
    (" records together", "portal-fault-records"),
    (" is no schema known here", "portal-fault-schema"),
    ("none is chosen, but records are filled in", "portal-fault-none-chosen"),
    ("nothing is chosen, but records are filled in", "portal-fault-nothing-chosen"),
    ("no row is filled in", "portal-fault-no-row"),
    ("an end is filled in for work that goes on", "portal-fault-end-and-going-on"),
    ("none is chosen, but occupations are filled in", "portal-fault-relevance-none"),
    ("no occupation is filled in", "portal-fault-relevance-some"),
    ("the place is not known", "portal-fault-place"),
    ("nothing is answered", "portal-fault-nothing-answered"),
];

/// Beginnings of problems, and the text that says them.
const BEGINNINGS: &[(&str, &str)] = &[
    ("the work ends on ", "portal-fault-work-ends"),
    ("the honour ends on ", "portal-fault-honour-ends"),
    ("the kind of the finding is missing", "portal-fault-finding-kind"),
    ("the kind of the evidence is missing", "portal-fault-evidence-kind"),
    ("the evidence ends on ", "portal-fault-evidence-ends"),
    ("the evidence \"", "portal-fault-evidence-twice"),
];

/// The fault in one sentence.
pub(crate) fn say(frame: &Frame, fault: &Fault) -> String {
    let problem = problem(frame, &fault.problem);
    if frame.lang == Lang::En {
        let problem = problem.unwrap_or_else(|| match unreadable(frame, fault) {
            Some(said) => said,
            None => format!("{}; {}", capital(&fault.problem), fault.remedy),
        });
        return if problem.ends_with(['.', '?', '!']) { problem } else { format!("{problem}.") };
    }
    match problem {
        Some(problem) => match fault.remedy.strip_prefix("did you mean `").and_then(|rest| rest.split_once("`?")) {
            Some((near, _)) => format!("{problem}{}", frame.f("portal-fault-near", "near", near)),
            None => problem,
        },
        None => unreadable(frame, fault).unwrap_or_else(|| format!("{}；{}", fault.problem, fault.remedy)),
    }
}

/// What the reader of JSON or YAML stumbled over, in its own words.
fn unreadable(frame: &Frame, fault: &Fault) -> Option<String> {
    fault.path.is_empty().then(|| format!("{}{}", frame.t("portal-fault-unreadable"), fault.problem))
}

/// The known problem in the reader's language.
fn problem(frame: &Frame, problem: &str) -> Option<String> {
    let stated = |value: &str| value.trim_matches(['"', '`']).trim_start_matches("the key `").to_owned();
    if let Some((value, bounds)) = problem.split_once(" is not a whole number from ") {
        let (least, most) = bounds.split_once(" to ")?;
        let arguments = [("value", stated(value)), ("least", least.to_owned()), ("most", most.to_owned())];
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        return Some(frame.book().format("portal-fault-number", &arguments));
    }
    if let Some((key, _)) = problem.split_once("` says nothing of ") {
        return Some(frame.f("portal-fault-evidence-key", "value", stated(key)));
    }
    if let Some((value, _)) = problem.split_once("\" is no ").filter(|_| !problem.ends_with(" is no schema known here"))
    {
        return Some(frame.f("portal-fault-word", "value", stated(value)));
    }
    if let Some((_, id)) = BEGINNINGS.iter().find(|(start, _)| problem.starts_with(start)) {
        return Some(frame.t(id).to_owned());
    }
    let (end, id) = PROBLEMS.iter().find(|(end, _)| problem.ends_with(end))?;
    let value = stated(problem.strip_suffix(end).unwrap_or_default());
    Some(frame.f(id, "value", value))
}
