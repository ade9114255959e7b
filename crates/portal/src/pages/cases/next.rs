//! The next step of a case in one plain sentence: what it is, who has it, until when; and where the applicant goes on.

use casework::case::{Act, Case, Status};
use casework::register::Register;
use model::procedure::Work;
use office::CaseShown;

use super::steps::organisation_name;
use crate::frame::Frame;
use crate::pages::inside::Inside;

/// A page on which somebody goes on.
pub(crate) struct GoOn {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) is_first: bool,
}

/// The next step in a sentence; empty where there is none any more.
pub(crate) fn next(frame: &Frame, inside: &Inside, shown: &CaseShown, register: &Register) -> String {
    let case = &shown.case;
    let own = is_own(inside, case);
    match (&case.status, case.step()) {
        (Status::Draft, _) if own => frame.t("next-draft-own").to_owned(),
        (Status::Draft | Status::Unopened, _) => frame.t("next-draft").to_owned(),
        (Status::Returned { due, .. }, _) => {
            frame.f(if own { "next-returned-own" } else { "next-returned" }, "day", due)
        }
        (_, Some((_, step))) => {
            let step_name = frame.either(&step.name.zh, &step.name.en);
            let who = case.holder().map(|id| organisation_name(register, id)).unwrap_or_default();
            let ours = case.holder().is_some() && inside.by().organisation.as_deref() == case.holder();
            let notice = case.open_notice().map(|notice| notice.period.last.day().to_string());
            let id = match (&step.work, &notice) {
                (Work::Notice(_), Some(_)) => "next-notice",
                (Work::Notice(_), None) => "next-notice-before",
                _ if ours => "next-ours",
                _ if own => "next-step-own",
                _ => "next-step",
            };
            let day = notice.unwrap_or_default();
            frame.book().format(id, &[("who", &who), ("step", step_name), ("day", &day)])
        }
        _ => String::new(),
    }
}

fn is_own(inside: &Inside, case: &Case) -> bool {
    case.opened.as_ref().is_some_and(|opened| opened.applicant == inside.by().id)
}

/// Where somebody goes on: to the facts and to the evidence.
pub(crate) fn go_on(frame: &Frame, shown: &CaseShown) -> Vec<GoOn> {
    let changes = shown.offers.contains(&Act::Amend);
    let page = |path: &str, id: &str, is_first: bool| GoOn {
        href: frame.link(&format!("/cases/{}/{path}", shown.id)),
        name: frame.t(id).to_owned(),
        is_first,
    };
    let (facts, files) = if changes { ("next-fill-in", "next-add-files") } else { ("next-read", "next-read-files") };
    vec![page("dossier", facts, changes), page("evidence", files, false)]
}
