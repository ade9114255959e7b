//! Histories of rounds: every state with every command, windows that never shrink, notices with a section for skilled workers.

use proptest::prelude::*;

use super::*;
use crate::order::{Actor, Moment};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn term(from: &str, until: &str) -> Term {
    Term { from: day(from), until: day(until) }
}

fn document(id: &str) -> DocumentRef {
    DocumentRef { id: id.into(), digest: "sha256:00".into() }
}

fn plan() -> Plan {
    Plan {
        place: "shandong".into(),
        year: 2026,
        series: Series::Engineering,
        committee: "c".into(),
        office: "office".into(),
        reference_date: day("2026-12-31"),
        windows: vec![term("2026-06-01", "2026-07-15"), term("2026-06-10", "2026-07-31")],
        window_clause: Some("SD-3.2.1.a".into()),
        skilled_section_clause: Some("SD-1".into()),
    }
}

fn notice() -> Command {
    Command::Announce(RoundNotice { text: document("n"), skilled_section: Some(document("s")) })
}

fn extend(until: &str) -> Command {
    Command::Extend { until: day(until), reason: document("r") }
}

fn close() -> Command {
    Command::Close { reason: document("r") }
}

fn abandon() -> Command {
    Command::Abandon { reason: document("r") }
}

fn order(role: Role, organisation: &str, on: &str, command: Command) -> Order<Command> {
    let by = Actor { id: "a".into(), organisation: Some(organisation.into()), role };
    Order { by, at: Moment { second: 0, day: day(on) }, command }
}

fn when(state: &Round, on: &str, command: Command) -> Result<Vec<RoundEvent>, Refusal> {
    state.decide(&order(Role::Clerk, "office", on, command))
}

fn code(state: &Round, on: &str, command: Command) -> &'static str {
    when(state, on, command).expect_err("a refusal").code
}

fn given(commands: &[(&str, Command)]) -> Round {
    commands.iter().fold(Round::default(), |mut state, (on, command)| {
        for what in when(&state, on, command.clone()).unwrap() {
            let written = serde_json::to_string(&what).unwrap();
            let what = serde_json::from_str(&written).unwrap();
            state.evolve(&Event { actor: "a".into(), at: Moment { second: 0, day: day(on) }, what });
        }
        state
    })
}

fn announced() -> Round {
    given(&[("2026-05-01", Command::Plan(plan())), ("2026-05-10", notice())])
}

#[test]
fn every_state_with_every_command() {
    let on = "2026-08-20";
    let planned = || ("2026-05-01", Command::Plan(plan()));
    let states = [
        (Phase::Unplanned, given(&[])),
        (Phase::Planned, given(&[planned()])),
        (Phase::Announced, announced()),
        (Phase::Closed, given(&[planned(), ("2026-05-10", notice()), ("2026-07-16", close())])),
        (Phase::Abandoned, given(&[planned(), ("2026-05-02", abandon())])),
    ];
    let later = Plan { windows: vec![term("2026-09-01", "2026-09-30")], ..plan() };
    let commands = [Command::Plan(later), abandon(), notice(), extend("2026-08-31"), close()];
    let allowed = [
        [true, false, false, false, false],
        [true, true, false, false, false],
        [false, false, false, true, true],
        [false; 5],
        [false; 5],
    ];
    for ((phase, state), row) in states.iter().zip(allowed) {
        assert_eq!(state.phase, *phase);
        for (command, allowed) in commands.iter().zip(row) {
            match when(state, on, command.clone()) {
                Ok(events) => assert!(allowed && events.len() == 1, "{phase:?} {command:?}"),
                // The window of the plan has passed on this day, so it can't be announced any more.
                Err(refusal) if *phase == Phase::Planned && command.name() == "announce" => {
                    assert_eq!(refusal.code, "round-window-past");
                }
                Err(refusal) => assert!(!allowed && refusal.code == "round-out-of-order", "{phase:?} {command:?}"),
            }
        }
    }
}

#[test]
fn the_narrower_of_two_windows_counts() {
    let state = announced();
    assert_eq!(state.window, Some(term("2026-06-10", "2026-07-15")));
    let refused = |on: &str| state.accepts(day(on)).map(|_| ()).map_err(|refusal| (refusal.code, refusal.clause));
    let clause = Some("SD-3.2.1.a".to_owned());
    assert_eq!(refused("2026-06-09"), Err(("round-not-open-yet", clause.clone())));
    assert_eq!(refused("2026-06-10"), Ok(()));
    assert_eq!(refused("2026-07-15"), Ok(()));
    assert_eq!(refused("2026-07-16"), Err(("round-over", clause)));
    let apart = Plan { windows: vec![term("2026-06-01", "2026-06-09"), term("2026-06-10", "2026-06-20")], ..plan() };
    assert_eq!(code(&Round::default(), "2026-05-01", Command::Plan(apart)), "round-window-empty");
    assert_eq!(
        code(&Round::default(), "2026-05-01", Command::Plan(Plan { windows: vec![], ..plan() })),
        "round-no-window"
    );
    let long = Plan { windows: vec![term("2026-06-01", "2027-06-02")], ..plan() };
    assert_eq!(code(&Round::default(), "2026-05-01", Command::Plan(long)), "round-window-too-long");
}

#[test]
fn nothing_is_filed_before_it_is_announced_or_after_it_is_closed() {
    let planned = given(&[("2026-05-01", Command::Plan(plan()))]);
    assert_eq!(planned.accepts(day("2026-06-20")).unwrap_err().code, "round-not-announced");
    assert_eq!(Round::default().accepts(day("2026-06-20")).unwrap_err().code, "round-not-announced");
    let state = announced();
    assert_eq!(code(&state, "2026-07-15", close()), "round-still-open");
    let closed = given(&[("2026-05-01", Command::Plan(plan())), ("2026-05-10", notice()), ("2026-07-16", close())]);
    assert_eq!(closed.accepts(day("2026-07-01")).unwrap_err().code, "round-closed");
}

#[test]
fn the_notice_has_a_section_for_skilled_workers_where_a_clause_asks_for_it() {
    let planned = given(&[("2026-05-01", Command::Plan(plan()))]);
    let without = Command::Announce(RoundNotice { text: document("n"), skilled_section: None });
    let refusal = when(&planned, "2026-05-10", without.clone()).unwrap_err();
    assert_eq!((refusal.code, refusal.clause.as_deref()), ("round-no-skilled-section", Some("SD-1")));
    let free = Plan { skilled_section_clause: None, ..plan() };
    given(&[("2026-05-01", Command::Plan(free)), ("2026-05-10", without)]);
}

#[test]
fn only_the_office_acts_and_the_clock_may_extend() {
    let state = announced();
    let by = |role, organisation: &str, command| state.decide(&order(role, organisation, "2026-07-01", command));
    assert!(by(Role::Clock, "", extend("2026-07-16")).is_ok());
    for (role, organisation) in [(Role::Clerk, "other"), (Role::Supervisor, "office"), (Role::Administrator, "office")]
    {
        assert_eq!(by(role, organisation, extend("2026-07-16")).unwrap_err().code, "round-not-office");
    }
    assert_eq!(by(Role::Clock, "", close()).unwrap_err().code, "round-not-office");
    let planned = given(&[("2026-05-01", Command::Plan(plan()))]);
    let moved = Plan { office: "other".into(), ..plan() };
    assert_eq!(code(&planned, "2026-05-02", Command::Plan(moved)), "round-other-office");
}

proptest! {
    #[test]
    fn an_announced_window_never_shrinks(moves in prop::collection::vec((-40_i32..60, 0_i32..80), 0..12)) {
        let mut state = announced();
        let mut open = state.window.unwrap();
        for (by, after) in moves {
            let on = open.from.plus(after);
            let command = Command::Extend { until: open.until.plus(by), reason: document("r") };
            for what in when(&state, &on.to_string(), command).unwrap_or_default() {
                state.evolve(&Event { actor: "a".into(), at: Moment { second: 0, day: on }, what });
            }
            let now = state.window.unwrap();
            prop_assert!(now.from == open.from && now.until >= open.until);
            prop_assert!(state.accepts(open.until).is_ok());
            open = now;
        }
    }
}
