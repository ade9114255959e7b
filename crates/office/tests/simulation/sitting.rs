//! A committee's session, order after order, from convening to the announcement.

use std::collections::BTreeSet;

use casework::session::{Item, Phase, Session, Sheet, Vote};
use casework::{Actor, Role};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::support::clerk;
use crate::support::walk::{convening_of, expert};

/// Members of the committee.
pub const MEMBERS: usize = 5;
const GROUP: usize = 3;

fn office() -> Actor {
    clerk("committee-office")
}

/// The order that puts cases before the committee.
pub fn convene(cases: &[&str], on: model::Day) -> (Actor, Value) {
    (office(), convening_of(MEMBERS, cases, on))
}

/// The next order to a session; none when it is over.
pub fn next(session: &Session, chance: &mut Chance) -> Option<(Actor, Value)> {
    match session.phase() {
        Phase::Unconvened | Phase::Announced => return None,
        Phase::Convened => {
            let all: Vec<String> = (1..=MEMBERS).map(|number| expert(number).id).collect();
            // Three of five make no quorum.
            let present = &all[..[MEMBERS, MEMBERS, MEMBERS - 1, GROUP][chance.below(4)]];
            return Some((office(), json!({ "command": "attend", "present": present })));
        }
        Phase::Sitting => {}
    }
    if session.present.len() < MEMBERS - 1 {
        let all: Vec<String> = (1..=MEMBERS).map(|number| expert(number).id).collect();
        // Not always before the chair wants to vote: without a quorum there is none.
        if chance.hits(8) {
            return Some((office(), json!({ "command": "attend", "present": all })));
        }
    }
    match session.items.iter().find(|(_, item)| item.concluded.is_none()) {
        Some((case, item)) => Some(in_case(session, case, item, chance)),
        None => Some((expert(1), json!({ "command": "announce" }))),
    }
}

fn in_case(session: &Session, case: &str, item: &Item, chance: &mut Chance) -> (Actor, Value) {
    let chair = expert(1);
    match &item.vote {
        Vote::NotOpened => before(session, case, item, chance),
        Vote::Open { papers, .. } => {
            if chance.hits(2) {
                return (chair, json!({ "command": "void-vote", "case": case, "reason": "票数与人数不符" }));
            }
            let taking = taking_part(session, item);
            match taking.iter().find(|number| !papers.contains(&expert(**number).id)) {
                Some(number) => {
                    let one = expert(*number);
                    let id = one.id.clone();
                    (one, json!({ "command": "issue-paper", "case": case, "expert": id }))
                }
                None => (chair, json!({ "command": "close-vote", "case": case, "ballots": ballots(papers, chance) })),
            }
        }
        Vote::Closed(result) => {
            let reasons = if result.passed { Value::Null } else { reasons(session) };
            (chair, json!({ "command": "conclude", "case": case, "reasons": reasons }))
        }
    }
}

fn taking_part(session: &Session, item: &Item) -> Vec<usize> {
    let takes_part = |number: &usize| {
        let id = expert(*number).id;
        session.present.contains(&id) && !item.recused.contains_key(&id)
    };
    (1..=MEMBERS).filter(takes_part).collect()
}

fn before(session: &Session, case: &str, item: &Item, chance: &mut Chance) -> (Actor, Value) {
    let chair = expert(1);
    if chance.hits(2) {
        return (office(), json!({ "command": "postpone", "case": case, "reason": "材料待补" }));
    }
    if item.recused.is_empty() && chance.hits(2) {
        let keeps_out = expert(GROUP + 1);
        let order =
            json!({ "command": "recuse", "case": case, "expert": keeps_out.id, "reason": "与申报人有利害关系" });
        return (keeps_out, order);
    }
    let group: Vec<usize> = taking_part(session, item).into_iter().filter(|number| *number <= GROUP).collect();
    if let Some(number) = group.iter().find(|number| !item.scores.contains_key(&expert(**number).id)) {
        let conduct = if item.agenda.case.as_bytes()[0] % 16 == 3 { 5 } else { 60 + chance.below(40) };
        let points = |area: usize, skill: usize| json!({ "points": if area == 0 { conduct } else { skill } });
        let items = sheet(session).items();
        let scores: serde_json::Map<String, Value> =
            items.map(|(area, item)| (item.id.clone(), points(area, 40 + chance.below(60)))).collect();
        return (expert(*number), json!({ "command": "score", "case": case, "scores": scores }));
    }
    if session.summary(item).is_ok_and(|summary| summary.failed_gate().is_some()) {
        return (chair, json!({ "command": "conclude", "case": case, "reasons": reasons(session) }));
    }
    if item.opinion.is_none() {
        let experts: Vec<String> = group.iter().map(|number| expert(*number).id).collect();
        let order = json!({ "command": "opinion", "case": case, "experts": experts, "text": "建议通过",
                            "recommends": true });
        return (expert(2), order);
    }
    (chair, json!({ "command": "open-vote", "case": case }))
}

fn ballots(papers: &BTreeSet<String>, chance: &mut Chance) -> Vec<Value> {
    let favour = [95, 75, 40][chance.below(3)];
    let mut cast = Vec::new();
    for _ in 0..papers.len() {
        let choice = if chance.hits(favour) { "yes" } else { *chance.pick(&["no", "abstain"]) };
        // Now and then a paper is not given in.
        if chance.hits(97) {
            cast.push(
                json!({ "serial": format!("{:016x}{:016x}", chance.number(), chance.number()), "choice": choice }),
            );
        }
    }
    cast
}

/// The one sheet of the committee, by which everything is scored.
fn sheet(session: &Session) -> &Sheet {
    &session.convening.as_ref().expect("a convening").sheets[0]
}

fn reasons(session: &Session) -> Value {
    let grades: serde_json::Map<String, Value> =
        sheet(session).areas.iter().map(|area| (area.key.clone(), "below".into())).collect();
    json!({ "grades": grades, "grounds": ["ability"], "text": "技能水平材料不足。" })
}

/// An order that nobody may give, or not now.
pub fn nonsense(session: &Session, chance: &mut Chance) -> (Actor, Value) {
    let case = session.items.keys().next().cloned().unwrap_or_default();
    let other = expert(2 + chance.below(MEMBERS - 1));
    match chance.below(7) {
        0 => (other, json!({ "command": "issue-paper", "case": case, "expert": expert(1).id })),
        1 => (expert(1), json!({ "command": "close-vote", "case": case, "ballots": [] })),
        2 => (expert(1), json!({ "command": "announce" })),
        3 => (other, json!({ "command": "open-vote", "case": case })),
        4 => (expert(9), json!({ "command": "score", "case": case, "scores": {} })),
        5 => (Actor { role: Role::Clerk, ..expert(1) }, json!({ "command": "conclude", "case": case })),
        _ => (office(), json!({ "command": "attend", "present": ["e-01"] })),
    }
}
