//! What makes sense next in a case: the one whose turn it is, and an order that gets on with it, mostly.

use casework::case::{Case, Progress, Status};
use casework::{Actor, Role};
use model::procedure::Work;
use office::{CaseOrder, CaseShown};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::people::Person;
use crate::support::{PROVED, clerk, of};

/// What somebody does in a case, or that only time helps.
pub type Next = Option<(Actor, CaseOrder)>;

/// The next order; `file` is a picture in evidence, and so often was filing refused.
pub fn next(
    shown: &CaseShown,
    person: &Person,
    file: &str,
    refused: usize,
    today: model::Day,
    chance: &mut Chance,
) -> Next {
    let case = &shown.case;
    let applicant = || person.account.clone();
    if !case.is_over() && case.status != Status::Draft && chance.hits(1) {
        return given(applicant(), json!({ "order": "withdraw", "reason": person.words("本人撤回") }));
    }
    match (&case.status, case.step()) {
        (Status::Draft, _) if case.evidence.is_empty() => {
            given(applicant(), json!({ "order": "attach", "file": file, "proves": PROVED }))
        }
        (Status::Draft, _) if refused > 3 => given(applicant(), json!({ "order": "withdraw" })),
        (Status::Draft, _) if chance.hits(if refused > 0 { 50 } else { 5 }) => {
            given(applicant(), json!({ "order": "amend", "dossier": person.mended(chance) }))
        }
        (Status::Draft, _) => given(applicant(), json!({ "order": "file", "promise": true })),
        (Status::Returned { .. }, _) => returned(case, person, chance),
        (Status::NotPassed, _) if case.review_asked() => {
            let upheld = chance.hits(70);
            let order = json!({ "order": "answer-asked-again", "upheld": upheld, "reason": "经复查（虚构）" });
            given(clerk("committee-office"), order)
        }
        (Status::NotPassed, _) if !case.looked_again && chance.hits(60) => {
            given(applicant(), json!({ "order": "ask-again", "reason": person.words("申请复查") }))
        }
        (_, Some((_, step))) => {
            let holder = shown.holder.as_deref()?;
            match &step.work {
                Work::Check(check) => check_step(shown, check, holder, today, chance),
                Work::Notice(_) => notice(case, holder, person, today, chance),
                Work::Exam(_) => exam(case, holder, chance),
                Work::Confirm if moved_here(case, holder).is_some() && chance.hits(40) => {
                    // Whoever has brought the case here acts in another role by now, and is the same all the same.
                    let id = moved_here(case, holder).unwrap_or_default().to_owned();
                    let by = Actor { id, organisation: Some(holder.to_owned()), role: Role::Supervisor };
                    given(by, json!({ "order": "confirm" }))
                }
                Work::Confirm => {
                    let role = if chance.hits(80) { Role::Supervisor } else { Role::Clerk };
                    given(of(holder, role), json!({ "order": "confirm" }))
                }
                // The committee's session brings the result.
                Work::Review(_) => None,
            }
        }
        _ => None,
    }
}

/// The account of the holder that has brought the case into its step, where one has.
fn moved_here<'a>(case: &'a Case, holder: &str) -> Option<&'a str> {
    case.moved_by.as_deref().filter(|by| by.strip_prefix(holder).is_some_and(|rest| rest.starts_with('-')))
}

/// Reads an order as it comes from outside.
pub fn given(by: Actor, order: Value) -> Next {
    Some((by, serde_json::from_value(order).expect("an order")))
}

trait Asked {
    fn review_asked(&self) -> bool;
}

impl Asked for Case {
    fn review_asked(&self) -> bool {
        self.asked_again.is_some()
    }
}

fn returned(case: &Case, person: &Person, chance: &mut Chance) -> Next {
    if chance.hits(25) {
        // Not in a hurry: it may lapse.
        return None;
    }
    let changed = case.returns.last().is_some_and(|last| !last.changed.is_empty());
    let order = if changed {
        json!({ "order": "resubmit" })
    } else {
        json!({ "order": "amend", "dossier": person.mended(chance) })
    };
    given(person.account.clone(), order)
}

fn check_step(
    shown: &CaseShown,
    check: &model::procedure::Check,
    holder: &str,
    today: model::Day,
    chance: &mut Chance,
) -> Next {
    let case = &shown.case;
    let Some(Progress::Check(verdicts)) = case.progress_now() else { return None };
    let office = clerk(holder);
    if let Some(point) = check.points.iter().find(|point| !verdicts.contains_key(&point.id)) {
        let met = chance.hits(95);
        return given(office, json!({ "order": "verdict", "point": point.id, "met": met, "reason": "核对原件" }));
    }
    let unmet: Vec<&String> = verdicts.iter().filter(|(_, verdict)| !verdict.met).map(|(point, _)| point).collect();
    let ground = check.grounds.first().map(|ground| ground.id.clone());
    let clause = check.points.first().map_or("SD-1", |point| point.clause.as_str());
    if !unmet.is_empty() && chance.hits(30) {
        let order = json!({ "order": "refuse", "clause": clause, "ground": ground, "reason": "不符合要求（虚构）" });
        return given(office, order);
    }
    if !unmet.is_empty() || chance.hits(2) {
        let fault = |point: Option<&String>| json!({ "at": "skills[0].date", "point": point, "problem": "与原件不符", "cure": "按原件更正" });
        let mut faults: Vec<Value> = unmet.iter().map(|point| fault(Some(*point))).collect();
        if faults.is_empty() {
            faults.push(fault(None));
        }
        let earlier = case.step().filter(|(index, _)| *index > 0).map(|_| &case.stages[0].step);
        let to = match earlier {
            Some(step) if chance.hits(30) => json!({ "step": step }),
            _ => json!("applicant"),
        };
        let due = today.plus(4 + i32::try_from(chance.below(10)).unwrap_or(0));
        let superior = of(holder, Role::Supervisor);
        let order = json!({ "order": "return", "faults": faults, "due": due, "ground": ground, "to": to,
                            "superior": "经负责人同意" });
        return given(superior, order);
    }
    if let Some(clause) = shown.asked_here.first() {
        let holds = chance.hits(96);
        return given(office, json!({ "order": "find", "clause": clause, "holds": holds, "reason": "经核实" }));
    }
    let says_no = case.evaluation.as_ref().is_some_and(|one| !one.outcome.lets_pass());
    if says_no && chance.hits(80) {
        let order = json!({ "order": "refuse", "clause": clause, "ground": ground, "reason": "规则不允许（虚构）" });
        return given(office, order);
    }
    given(office, json!({ "order": "forward" }))
}

trait LetsPass {
    fn lets_pass(&self) -> bool;
}

impl LetsPass for model::words::Outcome {
    fn lets_pass(&self) -> bool {
        matches!(self, Self::Eligible | Self::Referred)
    }
}

fn notice(case: &Case, holder: &str, person: &Person, today: model::Day, chance: &mut Chance) -> Next {
    let office = clerk(holder);
    let open = case.objections.iter().position(|one| one.answer.is_none());
    if let (Some(number), true) = (open, chance.hits(50)) {
        let upheld = chance.hits(25);
        let order = json!({ "order": "answer-objection", "number": number + 1, "upheld": upheld, "reason": "经核查" });
        return given(office, order);
    }
    let here = case.step().map(|(index, _)| index);
    let upheld = case
        .objections
        .iter()
        .any(|one| Some(one.step) == here && !one.settled && one.answer.as_ref().is_some_and(|(upheld, _)| *upheld));
    let Some(notice) = case.open_notice() else {
        return given(
            office,
            json!({ "order": "publish", "text": "拟推荐人员名单：某某（证件号 1101**********002X）" }),
        );
    };
    if upheld && chance.hits(60) {
        let order = json!({ "order": "republish", "text": "更正后的名单：某某", "reason": "更正单位名称" });
        return given(office, order);
    }
    if chance.hits(6) {
        let objector = Actor { id: "p-99".to_owned(), organisation: None, role: Role::Applicant };
        return given(objector, json!({ "order": "object", "text": person.words("对公示有异议") }));
    }
    // Early now and then, which nobody may.
    let due = notice.period.earliest_follow_up.known().is_some_and(|day| day <= today);
    if (due && chance.hits(50)) || chance.hits(8) {
        return given(of(holder, Role::Supervisor), json!({ "order": "close-notice" }));
    }
    None
}

fn exam(case: &Case, holder: &str, chance: &mut Chance) -> Next {
    let open = case.parts_open();
    let part = open.first()?;
    if !case.fees.contains_key(*part) && chance.hits(25) {
        return given(clerk(holder), json!({ "order": "charge", "part": part, "fen": 12_000 }));
    }
    let passed = chance.hits(92);
    given(
        of(holder, Role::Examiner),
        json!({ "order": "part", "part": part, "passed": passed, "sheet": { "marks": 71 } }),
    )
}
