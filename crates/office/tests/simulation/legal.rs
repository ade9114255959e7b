//! A case's history read by itself, record by record: every step is entered only after the one before, by whose turn it is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::procedure::{Way, Work};
use serde_json::Value;

use crate::calendar::{Calendar, date_at};
use crate::probe::Row;

/// Where a case stands, by its records alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Where {
    Nowhere,
    Draft,
    Step(usize),
    Returned { from: usize, due: String },
    Over(&'static str),
}

/// What is known of a case after so many of its records.
#[derive(Clone, Debug)]
pub struct Walk {
    pub at: Where,
    pub applicant: String,
    pub place: String,
    pub way: Option<Way>,
    pub stages: Vec<String>,
    /// By point of the present check, whether it is met.
    met: BTreeMap<String, bool>,
    /// By part of the present examination, whether it was passed.
    taken: BTreeMap<String, bool>,
    waived: Vec<String>,
    /// Of the running notice, the day of publication and the day on which what follows may happen.
    pub notice: Option<(Date, String)>,
    /// The step of each objection, its answer, and whether it is settled.
    pub objections: Vec<(usize, Option<bool>, bool)>,
    pub session: Option<String>,
    moved_by: String,
    /// How it ended, where several ways lead to the same end.
    pub why: &'static str,
    pub reminders: usize,
    pub closed: usize,
}

impl Walk {
    pub fn new() -> Self {
        Self {
            at: Where::Nowhere,
            applicant: String::new(),
            place: String::new(),
            way: None,
            stages: Vec::new(),
            met: BTreeMap::new(),
            taken: BTreeMap::new(),
            waived: Vec::new(),
            notice: None,
            objections: Vec::new(),
            session: None,
            moved_by: String::new(),
            why: "",
            reminders: 0,
            closed: 0,
        }
    }

    pub fn step(&self) -> Option<(usize, &model::procedure::Step)> {
        match self.at {
            Where::Step(at) => Some((at, &self.way.as_ref()?.steps[at])),
            _ => None,
        }
    }

    /// Whose turn it is.
    pub fn holder(&self) -> Option<&str> {
        match &self.at {
            Where::Step(at) => Some(&self.stages[*at]),
            Where::Draft | Where::Returned { .. } => Some(&self.applicant),
            Where::Nowhere | Where::Over(_) => None,
        }
    }

    pub fn status(&self) -> String {
        match &self.at {
            Where::Nowhere => "unopened".to_owned(),
            Where::Draft => "draft".to_owned(),
            Where::Step(at) => self.way.as_ref().expect("a way").steps[*at].id.clone(),
            Where::Returned { .. } => "returned".to_owned(),
            Where::Over(how) => (*how).to_owned(),
        }
    }

    /// Takes the next record, after making sure that it may come now and from there.
    pub fn take(&mut self, row: &Row, calendar: &Calendar) {
        let (body, kind, today) = (&row.body, row.kind.as_str(), date_at(row.at));
        let wrong = || panic!("{kind} by {} while {:?}: {row:?}", row.actor, self.at);
        if self.needs_holder(kind) && !self.is_of_holder(&row.actor) {
            wrong();
        }
        match (kind, &self.at, self.step().map(|(_, step)| &step.work)) {
            ("opened", Where::Nowhere, _) => {
                self.applicant = text(body, "applicant");
                self.place = text(body, "place");
                assert_eq!(self.applicant, row.actor, "opened by somebody else");
                self.at = Where::Draft;
            }
            ("amended" | "attached" | "detached", Where::Draft | Where::Returned { .. }, _) => self.of_applicant(row),
            ("filed", Where::Draft, _) => {
                self.of_applicant(row);
                self.way = Some(serde_json::from_value(body["way"].clone()).expect("a way"));
                let stages = body["stages"].as_array().expect("stages");
                self.stages = stages.iter().map(|stage| text(stage, "organisation")).collect();
                self.evaluated(&body["evaluation"]);
                self.moved_by.clone_from(&row.actor);
                self.enter(0);
            }
            ("resubmitted", Where::Returned { from, due }, _) => {
                self.of_applicant(row);
                assert!(today.to_string() <= *due, "handed in again after {due}: {row:?}");
                let from = *from;
                self.at = Where::Step(from);
                self.met.retain(|_, met| *met);
                self.notice = None;
                self.evaluated(&body["evaluation"]);
            }
            ("withdrawn", Where::Draft | Where::Returned { .. } | Where::Step(_), _) => {
                self.of_applicant(row);
                self.over("withdrawn", "withdrawn");
            }
            ("lapsed", Where::Returned { due, .. }, _) => {
                assert!(row.actor == "clock" && today.to_string() > *due, "lapsed before {due}: {row:?}");
                self.over("withdrawn", "lapsed");
            }
            ("verdict", _, Some(Work::Check(check))) => {
                let point = text(body, "point");
                assert!(check.points.iter().any(|one| one.id == point), "no point of this check: {row:?}");
                self.met.insert(point, body["met"] == true);
            }
            ("found", _, Some(Work::Check(_) | Work::Review(_))) => {}
            ("evaluated", _, Some(_)) => self.evaluated(body),
            ("forwarded", _, Some(Work::Check(check))) => {
                let met = check.points.iter().all(|point| self.met.get(&point.id) == Some(&true));
                assert!(met, "passed on with points open: {row:?}");
                self.go_on(row);
            }
            ("returned", Where::Step(at), Some(Work::Check(_) | Work::Notice(_))) => self.returned(*at, row, today),
            ("refused", _, Some(Work::Check(_) | Work::Notice(_))) => self.over("refused", "refused"),
            ("published", _, Some(Work::Notice(_))) => {
                assert_eq!(body["period"]["published"], today.to_string(), "{row:?}");
                self.settle();
                self.notice = Some((today, text(&body["period"]["earliest_follow_up"], "day")));
            }
            ("recalculated", _, Some(Work::Notice(_))) => {
                let (published, _) = self.notice.take().expect("a notice");
                assert_eq!(body["period"]["published"], published.to_string(), "{row:?}");
                self.notice = Some((published, text(&body["period"]["earliest_follow_up"], "day")));
            }
            ("notice-closed", Where::Step(at), Some(Work::Notice(notice))) => {
                let (published, _) = self.notice.clone().expect("a notice that was published");
                let least = usize::from(notice.working_days.max(5));
                let follow_up = calendar.follow_up(published, least, today);
                assert!(follow_up.is_some_and(|day| day <= today), "a short notice: until {follow_up:?}; {row:?}");
                let objections = self.objections.iter().filter(|(step, ..)| step == at);
                for (_, answer, settled) in objections {
                    assert!(*settled || *answer == Some(false), "closed over an objection: {row:?}");
                }
                self.closed += 1;
                self.go_on(row);
            }
            ("objected", Where::Step(at), Some(Work::Notice(_))) => {
                let at = *at;
                self.objections.push((at, None, false));
                assert_eq!(body["number"], self.objections.len(), "{row:?}");
            }
            ("objection-answered", _, Some(Work::Notice(_))) => {
                let number = usize::try_from(body["number"].as_u64().expect("a number")).expect("small");
                assert!(self.objections[number - 1].1.replace(body["upheld"] == true).is_none(), "answered twice");
            }
            ("enlisted", _, Some(Work::Review(_))) => self.session = Some(text(body, "session")),
            ("voted" | "gate-failed" | "put-off", _, Some(Work::Review(_))) => {
                assert_eq!(self.session.take(), Some(text(body, "session")), "no result without being on the agenda");
                match kind {
                    "voted" if body["passed"] == true => self.go_on(row),
                    "voted" => self.over("not-passed", "voted down"),
                    "gate-failed" => self.over("not-passed", "gate failed"),
                    _ => {}
                }
            }
            ("charged", _, Some(Work::Exam(_))) | ("refund-due", _, Some(_)) => {}
            ("part-taken", _, Some(Work::Exam(exam))) => {
                let part = text(body, "part");
                assert!(exam.parts.iter().any(|one| one.id == part), "no part of this examination: {row:?}");
                assert!(self.taken.insert(part, body["passed"] == true).is_none(), "taken twice: {row:?}");
            }
            ("exam-passed", _, Some(Work::Exam(exam))) => {
                for part in &exam.parts {
                    let waived = part.may_be_waived && self.waived.contains(&part.id);
                    assert!(waived || self.taken.get(&part.id) == Some(&true), "{} is not passed: {row:?}", part.id);
                }
                self.go_on(row);
            }
            ("exam-failed", _, Some(Work::Exam(_))) => {
                assert!(self.taken.values().any(|passed| !passed), "{row:?}");
                self.over("not-passed", "examination failed");
            }
            ("confirmed", Where::Step(at), Some(Work::Confirm)) => {
                assert_eq!(at + 1, self.way.as_ref().expect("a way").steps.len(), "confirmed before the last step");
                assert_ne!(self.moved_by, row.actor, "one person did what two have to: {row:?}");
                assert!(self.objections.iter().all(|(_, answer, _)| answer.is_some()), "{row:?}");
                self.over("ended", "confirmed");
            }
            ("asked-again", Where::Over("not-passed"), _) => self.of_applicant(row),
            ("asked-again-answered", Where::Over("not-passed"), _) => {
                if body["upheld"] == true {
                    let steps = &self.way.as_ref().expect("a way").steps;
                    let review = steps.iter().position(|step| matches!(step.work, Work::Review(_)));
                    self.enter(review.expect("a review"));
                }
            }
            ("reminded", Where::Returned { .. } | Where::Step(_), _) => self.reminders += 1,
            ("refused-for-fraud", Where::Over(how), _) => {
                assert_ne!(*how, "refused-for-fraud", "{row:?}");
                self.over("refused-for-fraud", "fraud");
            }
            ("refused-for-fraud", Where::Step(_) | Where::Returned { .. }, _) => {
                self.over("refused-for-fraud", "fraud");
            }
            _ => wrong(),
        }
    }

    fn of_applicant(&self, row: &Row) {
        assert_eq!(self.applicant, row.actor, "{row:?}");
    }

    fn needs_holder(&self, kind: &str) -> bool {
        const OFFICE: [&str; 14] = [
            "verdict", "found", "evaluated", "forwarded", "returned", "refused", "published", "objection-answered",
            "charged", "part-taken", "exam-passed", "exam-failed", "confirmed", "enlisted",
        ];
        OFFICE.contains(&kind)
    }

    fn is_of_holder(&self, actor: &str) -> bool {
        actor != self.applicant && self.holder().is_some_and(|holder| actor.starts_with(&format!("{holder}-")))
    }

    fn over(&mut self, how: &'static str, why: &'static str) {
        self.at = Where::Over(how);
        self.why = why;
    }

    fn evaluated(&mut self, evaluation: &Value) {
        let waivers = evaluation["waivers"].as_array().into_iter().flatten();
        self.waived = waivers.map(|waiver| text(waiver, "what")).collect();
    }

    /// Goes to a step, from which on everything is done again.
    fn enter(&mut self, step: usize) {
        self.at = Where::Step(step);
        self.met.clear();
        self.taken.clear();
        self.notice = None;
        self.session = None;
    }

    fn go_on(&mut self, row: &Row) {
        self.moved_by.clone_from(&row.actor);
        let Where::Step(at) = self.at else { panic!("{row:?}") };
        if at + 1 < self.way.as_ref().expect("a way").steps.len() {
            self.enter(at + 1);
        } else {
            self.over("ended", "recommended");
        }
    }

    fn returned(&mut self, at: usize, row: &Row, today: Date) {
        let faults = row.body["faults"].as_array().expect("faults");
        let whole = |fault: &Value| !text(fault, "at").is_empty() && fault["cure"]["id"].is_string();
        assert!(!faults.is_empty() && faults.iter().all(whole), "a return without what cures it: {row:?}");
        self.settle();
        match row.body["to"]["step"].as_str() {
            None => {
                let due = text(&row.body, "due");
                assert!(due > today.to_string(), "{row:?}");
                self.at = Where::Returned { from: at, due };
            }
            Some(id) => {
                let steps = &self.way.as_ref().expect("a way").steps;
                let step = steps.iter().position(|step| step.id == id).expect("a step");
                assert!(step < at, "returned to a later step: {row:?}");
                self.enter(step);
            }
        }
    }

    fn settle(&mut self) {
        for (_, answer, settled) in &mut self.objections {
            *settled |= answer.is_some();
        }
    }
}

pub fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
