//! Every state of a case against every command, from everybody: what the table of permits says is what happens.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use std::collections::BTreeMap;

use casework::case::{
    Case, CaseEvent, Command, DocumentRef, Evaluation, Evidence, Fault, Opened, ReturnTo, Stage, Status, Tally,
};
use casework::working_days::{Calendar, Period};
use casework::{Actor, Aggregate, Moment, Order, Role, aggregate::Event};
use model::Day;
use model::procedure::Way;
use model::words::Outcome;
use serde_json::json;

fn document(id: &str) -> DocumentRef {
    DocumentRef { id: id.to_owned(), digest: format!("sha256:{id}") }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str) -> Moment {
    let day = day(text);
    Moment { second: i64::from(day.days_since(Day::parse("1970-01-01").unwrap())) * 86_400, day }
}

fn way() -> Way {
    let text = json!({ "zh": "步骤", "en": "step" });
    let point = json!({ "id": "true", "clause": "X-1", "name": text });
    let step = |id: &str, work| json!({ "id": id, "name": text, "by": ["employer"], "clauses": ["X-1"], "work": work });
    serde_json::from_value(json!({
        "id": "way", "name": text, "track": "title", "clauses": ["X-1"],
        "steps": [
            step("check", json!({ "check": { "points": [point], "judges": "rest" } })),
            step("notice", json!({ "notice": { "working_days": 5, "clause": "X-2", "about": "recommended" } })),
            step("review", json!({ "review": {} })),
            step("exam", json!({ "exam": { "parts": [{ "id": "practical", "clause": "X-3", "name": text }] } })),
            step("confirm", json!("confirm")),
        ],
    }))
    .unwrap()
}

fn evaluation() -> Evaluation {
    Evaluation {
        as_of: day("2026-03-02"),
        policy: "p".to_owned(),
        pack: "sha256:p".to_owned(),
        archive: "a".to_owned(),
        dossier: document("dossier"),
        decision: document("decision"),
        outcome: Outcome::Eligible,
        effect: None,
        route: None,
        earliest: None,
        missing: Vec::new(),
        to_be_judged: Vec::new(),
        referred: Vec::new(),
        waivers: Vec::new(),
    }
}

fn opened() -> Opened {
    Opened {
        place: "somewhere".to_owned(),
        target: "title:intermediate".to_owned(),
        applicant: "p-1".to_owned(),
        employer: Some("office".to_owned()),
        agency: None,
        assessor: None,
        dossier: document("dossier"),
    }
}

fn period(published: &str) -> Period {
    let text = include_str!("../../../policies/national/calendar.csv");
    Calendar::read(text).unwrap().notice(day(published), 5, day(published))
}

fn filed() -> Vec<CaseEvent> {
    let way = way();
    let stage = |step: &model::procedure::Step| Stage { step: step.id.clone(), organisation: "office".to_owned() };
    let stages = way.steps.iter().map(stage).collect();
    let filed = CaseEvent::Filed {
        evaluation: Box::new(evaluation()),
        way: Box::new(way),
        stages,
        round: None,
        reference: day("2026-03-02"),
    };
    vec![CaseEvent::Opened(opened()), filed]
}

fn fault() -> Fault {
    Fault {
        at: "skills[0].date".to_owned(),
        point: None,
        clause: None,
        problem: document("problem"),
        cure: document("cure"),
    }
}

/// Every state, with its name.
fn states() -> BTreeMap<&'static str, Case> {
    let with = |further: &[CaseEvent]| {
        let events = filed().into_iter().chain(further.iter().cloned());
        let events: Vec<Event<CaseEvent>> =
            events.map(|what| Event { actor: "somebody".to_owned(), at: at("2026-03-02"), what }).collect();
        Case::replay(&events)
    };
    let draft = Event { actor: "p-1".to_owned(), at: at("2026-03-02"), what: CaseEvent::Opened(opened()) };
    let returned = CaseEvent::Returned {
        faults: vec![fault()],
        due: day("2026-03-20"),
        ground: None,
        to: ReturnTo::Applicant,
        superior: None,
    };
    let published = CaseEvent::Published { text: document("n"), period: period("2026-03-02"), corrects: None };
    let reason = document("reason");
    let refused = CaseEvent::Refused { clause: "X-1".to_owned(), ground: None, reason: reason.clone() };
    let on = |count| vec![CaseEvent::Forwarded; count];
    let enlisted = CaseEvent::Enlisted { session: "s".to_owned() };
    let tally = Tally { size: 3, present: 3, yes: 0, no: 3, abstain: 0 };
    let lost = CaseEvent::Voted { session: "s".to_owned(), tally, passed: false, reasons: Some(reason.clone()) };
    let fraud =
        CaseEvent::RefusedForFraud { decision: reason.clone(), act: "forgery".to_owned(), clause: "X".to_owned() };
    let after = |count, further: &[CaseEvent]| with(&[on(count), further.to_vec()].concat());
    BTreeMap::from([
        ("unopened", Case::default()),
        ("draft", Case::replay([&draft])),
        ("check", with(&[])),
        ("returned", with(&[returned])),
        ("notice", after(1, &[])),
        ("published", after(1, &[published])),
        ("review", after(2, &[])),
        ("enlisted", after(2, std::slice::from_ref(&enlisted))),
        ("exam", after(3, &[])),
        ("confirm", after(4, &[])),
        ("withdrawn", with(&[CaseEvent::Withdrawn { reason: None }])),
        ("refused", with(&[refused])),
        ("fraud", with(&[fraud])),
        ("lost", after(2, &[enlisted.clone(), lost.clone()])),
        ("asked", after(2, &[enlisted, lost, CaseEvent::AskedAgain { reason }])),
        ("ended", after(4, &[CaseEvent::Confirmed { end: model::procedure::End::Granted }])),
    ])
}

/// Every command, as somebody who means well would give it.
fn commands() -> Vec<Command> {
    let reason = || document("reason");
    let evaluation = || Box::new(evaluation());
    let session = || "s".to_owned();
    let tally = Tally { size: 3, present: 3, yes: 3, no: 0, abstain: 0 };
    vec![
        Command::Open(opened()),
        Command::Amend { dossier: document("dossier"), changed: vec!["skills".to_owned()] },
        Command::Attach(Evidence { id: "f".to_owned(), media_type: "image/png".to_owned(), bytes: 1, proves: vec![] }),
        Command::Detach { evidence: "f".to_owned() },
        Command::Resubmit { evaluation: evaluation() },
        Command::Withdraw { reason: None },
        Command::AskAgain { reason: reason() },
        Command::AnswerAskedAgain { upheld: true, reason: reason() },
        Command::Verdict { point: "true".to_owned(), met: true, reason: None },
        Command::Find { clause: "X-9".to_owned(), holds: true, reason: reason(), evaluation: evaluation() },
        Command::Forward { evaluation: evaluation() },
        Command::Return {
            faults: vec![fault()],
            due: day("2026-03-20"),
            ground: None,
            to: ReturnTo::Applicant,
            superior: None,
        },
        Command::Refuse { clause: "X-1".to_owned(), ground: None, reason: reason(), evaluation: evaluation() },
        Command::Publish { text: document("n"), period: period("2026-03-03") },
        Command::Republish { text: document("n"), period: period("2026-03-03"), reason: reason() },
        Command::Recalculate { period: period("2026-03-02"), reason: "calendar".to_owned() },
        Command::CloseNotice,
        Command::Object { text: reason() },
        Command::AnswerObjection { number: 1, upheld: false, reason: reason() },
        Command::Enlist { session: session() },
        Command::Result { session: session(), tally, reasons: None },
        Command::FailGate { session: session(), reasons: reason() },
        Command::PutOff { session: session() },
        Command::Charge { part: "practical".to_owned(), fen: 1 },
        Command::Part { part: "practical".to_owned(), passed: true, sheet: None },
        Command::Confirm { evaluation: evaluation() },
        Command::Lapse,
        Command::Remind,
        Command::Fraud { decision: reason(), act: "forgery".to_owned(), clause: "X".to_owned() },
    ]
}

fn everybody() -> Vec<Actor> {
    let of = |organisation: Option<&str>, role| Actor {
        id: format!("{}-{role:?}", organisation.unwrap_or("nobody")),
        organisation: organisation.map(str::to_owned),
        role,
    };
    let roles = [
        Role::Applicant,
        Role::Clerk,
        Role::Supervisor,
        Role::Expert,
        Role::Chair,
        Role::Examiner,
        Role::Inspector,
        Role::Administrator,
        Role::Clock,
    ];
    let mut actors = vec![Actor { id: "p-1".to_owned(), organisation: None, role: Role::Applicant }];
    actors.extend(roles.iter().flat_map(|role| [of(Some("office"), *role), of(Some("other"), *role), of(None, *role)]));
    actors
}

#[test]
fn only_what_fits_the_state_and_comes_from_the_right_one_happens() {
    let (mut allowed, mut tried) = (BTreeMap::new(), 0);
    for (name, case) in states() {
        for command in commands() {
            let mut by = Vec::new();
            for actor in everybody() {
                tried += 1;
                let order = Order { by: actor.clone(), at: at("2026-03-03"), command: command.clone() };
                let fits = case.fits(command.act());
                match case.decide(&order) {
                    Ok(events) => {
                        assert!(fits && !events.is_empty(), "{name}: {} by {actor:?}", command.act().key());
                        let mut after = case.clone();
                        for what in events {
                            let text = serde_json::to_string(&what).unwrap();
                            let read: CaseEvent = serde_json::from_str(&text).unwrap();
                            assert_eq!(read, what, "what was recorded is read again");
                            after.evolve(&Event { actor: actor.id.clone(), at: order.at.clone(), what });
                        }
                        assert!(!case.is_over() || after.is_over() || name == "asked", "{name} comes back");
                        by.push(format!("{}:{:?}", actor.organisation.as_deref().unwrap_or("-"), actor.role));
                    }
                    Err(refusal) if !fits => {
                        assert_eq!(refusal.code, "out-of-order", "{name}: {}", command.act().key())
                    }
                    Err(refusal) => assert_ne!(refusal.code, "out-of-order", "{name}: {}", command.act().key()),
                }
            }
            if !by.is_empty() {
                allowed.insert(format!("{name} {}", command.act().key()), by);
            }
        }
    }
    assert!(tried > 12_000, "{tried}");
    // Nobody of another organisation, no administrator and no expert moves a case; an objection is open to all.
    for (what, by) in &allowed {
        let open_to_all = what.ends_with(" object");
        let stranger =
            |one: &String| one.starts_with("other:") && !one.ends_with("Clock") && !one.ends_with("Inspector");
        assert!(open_to_all || !by.iter().any(stranger), "{what}: {by:?}");
        assert!(open_to_all || !by.iter().any(|one| one.ends_with("Administrator")), "{what}: {by:?}");
        assert!(open_to_all || !by.iter().any(|one| one.ends_with("Expert")), "{what}: {by:?}");
    }
    let moves: Vec<&str> = allowed.keys().map(String::as_str).collect();
    for expected in [
        "unopened open",
        "draft amend",
        "draft withdraw",
        "check verdict",
        "check withdraw",
        "notice publish",
        "published object",
        "published republish",
        "review enlist",
        "enlisted result",
        "enlisted fail-gate",
        "enlisted put-off",
        "exam part",
        "exam charge",
        "confirm confirm",
        "lost ask-again",
        "asked answer-asked-again",
        "ended fraud",
        "returned withdraw",
        "returned amend",
    ] {
        assert!(moves.contains(&expected), "{expected} is possible; possible are {moves:?}");
    }
    for never in ["published close-notice", "withdrawn forward", "refused forward", "fraud fraud", "ended withdraw"] {
        assert!(!moves.contains(&never), "{never}");
    }
}

#[test]
fn the_clock_cannot_be_set_back() {
    let states = states();
    let order = Order {
        by: Actor { id: "o".to_owned(), organisation: Some("office".to_owned()), role: Role::Clerk },
        at: at("2026-03-01"),
        command: Command::Verdict { point: "true".to_owned(), met: true, reason: None },
    };
    let refusal = states.get("check").unwrap().decide(&order).unwrap_err();
    assert_eq!(refusal.code, "clock-set-back");
    assert!(matches!(states.get("check").unwrap().status, Status::InStep(0)));
}
