//! What may be done in a case now: one form for each order, with what it needs.

use casework::case::{Act, Case, Progress};
use model::procedure::Work;
use model::text::Text;

use crate::frame::{Frame, capital};
use crate::guard::Fields;
use crate::pages::inside::Inside;

/// A choice in a form.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: String,
    /// What was said of it before; empty where nothing was.
    pub(crate) state: &'static str,
}

/// An order that may be given.
pub(crate) struct Offer {
    pub(crate) act: &'static str,
    pub(crate) name: String,
    pub(crate) help: String,
    /// The points, clauses, parts or numbers to choose from; empty where the order needs none.
    pub(crate) choices: Vec<Choice>,
    /// What was filled in, where it was just sent and not carried out: then the form is open.
    pub(crate) sent: Option<Fields>,
    /// Whether it is what usually comes next.
    pub(crate) is_first: bool,
}

/// The orders that a page offers, in the order in which people need them; further ones have pages of their own.
const SHOWN: &[Act] = &[
    Act::File,
    Act::Resubmit,
    Act::Verdict,
    Act::Find,
    Act::Forward,
    Act::Publish,
    Act::CloseNotice,
    Act::Charge,
    Act::Part,
    Act::Confirm,
    Act::AnswerObjection,
    Act::AnswerAskedAgain,
    Act::AskAgain,
    Act::Object,
    Act::Republish,
    Act::Refuse,
    Act::Withdraw,
    Act::Fraud,
];

/// The forms for the acts that somebody may do now.
pub(crate) fn offers(
    frame: &Frame,
    inside: &Inside,
    case: &Case,
    acts: &[Act],
    asked: &[String],
    sent: &Fields,
) -> Vec<Offer> {
    let today = inside.office.today();
    let offer = |act: &Act| {
        let key = act.key();
        Offer {
            act: key,
            name: capital(frame.t(&format!("order-{key}"))),
            help: frame.t(&format!("offer-{key}")).to_owned(),
            choices: choices(frame, inside, case, *act, asked),
            sent: (sent.get("order") == key).then(|| sent.clone()),
            is_first: matches!(
                act,
                Act::File | Act::Resubmit | Act::Forward | Act::Publish | Act::CloseNotice | Act::Confirm
            ),
        }
    };
    let mut shown: Vec<Offer> = SHOWN
        .iter()
        .filter(|act| acts.contains(act))
        // Of itself a notice ends when its days are over; the button is for who cannot wait for the clock.
        .filter(|act| **act != Act::CloseNotice || case.notice_may_close(today))
        .map(offer)
        .collect();
    // What has nothing to choose from can't be given.
    shown.retain(|offer| !offer.choices.is_empty() || !needs_choice(offer.act));
    shown
}

fn needs_choice(act: &str) -> bool {
    ["verdict", "find", "charge", "part", "answer-objection"].contains(&act)
}

fn choices(frame: &Frame, inside: &Inside, case: &Case, act: Act, asked: &[String]) -> Vec<Choice> {
    let named = |text: &Text| frame.either(&text.zh, &text.en).to_owned();
    let work = case.step().map(|(_, step)| &step.work);
    match (act, work, case.progress_now()) {
        (Act::Verdict, Some(Work::Check(check)), Some(Progress::Check(verdicts))) => {
            let choice = |point: &model::procedure::Point| Choice {
                value: point.id.clone(),
                name: named(&point.name),
                state: match verdicts.get(&point.id) {
                    Some(verdict) if verdict.met => "yes",
                    Some(_) => "no",
                    None => "",
                },
            };
            check.points.iter().map(choice).collect()
        }
        (Act::Charge | Act::Part, Some(Work::Exam(exam)), Some(Progress::Exam(results))) => {
            let choice = |part: &model::procedure::Part| Choice {
                value: part.id.clone(),
                name: named(&part.name),
                state: match results.get(&part.id) {
                    Some(result) if result.passed => "yes",
                    Some(_) => "no",
                    None => "",
                },
            };
            let open = if act == Act::Part { case.parts_open() } else { case.parts_to_charge() };
            exam.parts.iter().filter(|part| open.contains(&part.id.as_str())).map(choice).collect()
        }
        (Act::Find, ..) => {
            let policy = case.evaluation.as_ref().map(|evaluation| evaluation.policy.as_str()).unwrap_or_default();
            let choice = |clause: &String| Choice {
                value: clause.clone(),
                name: format!("{clause} {}", inside.portal.clause_says(policy, clause, frame.lang))
                    .trim_end()
                    .to_owned(),
                state: match case.findings_that_count().get(clause.as_str()) {
                    Some(finding) if finding.holds => "yes",
                    Some(_) => "no",
                    None => "",
                },
            };
            asked.iter().map(choice).collect()
        }
        (Act::AnswerObjection, ..) => {
            let open = case.objections.iter().enumerate().filter(|(_, objection)| objection.answer.is_none());
            let choice = |(index, _): (usize, &casework::case::Objection)| Choice {
                value: (index + 1).to_string(),
                name: frame.f("desk-objection", "number", index + 1),
                state: "",
            };
            open.map(choice).collect()
        }
        _ => Vec::new(),
    }
}

impl Offer {
    /// What was filled into a field; blank where nothing was.
    pub(crate) fn filled(&self, name: &str) -> &str {
        self.sent.as_ref().map(|sent| sent.get(name)).unwrap_or_default()
    }

    /// The id of the text for "yes".
    pub(crate) fn yes(&self) -> &'static str {
        match self.act {
            "part" => "offer-passed",
            "answer-objection" | "answer-asked-again" => "offer-upheld",
            _ => "offer-met",
        }
    }

    /// The id of the text for "no".
    pub(crate) fn no(&self) -> &'static str {
        match self.act {
            "part" => "offer-failed",
            "answer-objection" | "answer-asked-again" => "offer-not-upheld",
            _ => "offer-not-met",
        }
    }

    /// The id of the label of the text.
    pub(crate) fn text_label(&self) -> &'static str {
        if self.act == "object" { "offer-objection-text" } else { "offer-notice-text" }
    }

    /// Whether a reason can be given.
    pub(crate) fn asks_reason(&self) -> bool {
        self.needs_reason() || matches!(self.act, "verdict" | "withdraw")
    }

    /// Whether a reason has to be given.
    pub(crate) fn needs_reason(&self) -> bool {
        matches!(self.act, "find" | "refuse" | "republish" | "answer-objection" | "answer-asked-again" | "ask-again")
    }
}
