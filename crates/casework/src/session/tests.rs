//! Histories of sessions: every state with every command, who may do what, secrecy of the ballot, and random meetings.

mod electronic;
mod histories;
mod matrix;
mod meetings;
mod papers;

use std::collections::BTreeMap;

use model::{Day, Track};

use super::scoring::tests::{scores, sheet};
use super::*;
use crate::case::DocumentRef;
use crate::committee::{Bound, Concerned, Relation, RelationKind};
use crate::order::{Actor, Moment, Role};

/// The day of the session.
const TODAY: &str = "2026-11-20";

fn document(id: &str) -> DocumentRef {
    DocumentRef { id: id.into(), digest: "sha256:00".into() }
}

fn rules() -> SessionRules {
    let clause = |name: &str| Some(format!("national.order-40.{name}"));
    SessionRules {
        quorum_clause: clause("quorum"),
        vote_clause: clause("two-thirds"),
        recusal_clause: clause("recusal"),
        odd_clause: clause("size"),
        group_least: Bound { value: 3, clause: clause("groups") },
        recused_presence: RecusedPresence::Counts,
        opinion_needed: true,
        scores_needed: true,
        separate_group_clause: Some("GD-2.3.b".into()),
        materials_clause: Some("GD-2.2.c".into()),
        materials_needed: true,
    }
}

/// Members `e1` to `e7`, of whom 3 and 6 are skilled; `e1` leads.
fn member(n: usize) -> Member {
    Member { id: format!("e{n}"), organisation: format!("org{n}"), skilled: n.is_multiple_of(3), relations: Vec::new() }
}

fn item(case: &str, skilled: bool) -> AgendaItem {
    AgendaItem {
        case: case.into(),
        concerned: Concerned { applicant: format!("{case}-applicant"), employer: Some(format!("{case}-employer")) },
        track: Track::Title,
        level: "intermediate".into(),
        skilled,
        group: if skilled { "skilled" } else { "ordinary" }.into(),
        sheet: "skilled".into(),
        defence: false,
        stand_ins: None,
        re_examines: None,
    }
}

/// The case `a` of a skilled applicant, in the group of `e1`, `e2`, `e3`; the case `b` in that of `e4` to `e7`.
fn convening() -> Convening {
    let group = |key: &str, skilled_talent, experts: &[usize]| Group {
        key: key.into(),
        skilled_talent,
        experts: experts.iter().map(|n| format!("e{n}")).collect(),
    };
    Convening {
        committee: "c".into(),
        office: "office".into(),
        draw: None,
        size: 7,
        members: (1..=7).map(member).collect(),
        chair: "e1".into(),
        on: Day::parse(TODAY).unwrap(),
        groups: vec![group("skilled", true, &[1, 2, 3]), group("ordinary", false, &[4, 5, 6, 7])],
        agenda: vec![item("a", true), item("b", false)],
        sheets: vec![sheet()],
        rules: rules(),
    }
}

fn clerk() -> Actor {
    Actor { id: "clerk".into(), organisation: Some("office".into()), role: Role::Clerk }
}

fn chair() -> Actor {
    Actor { id: "e1".into(), organisation: None, role: Role::Chair }
}

fn expert(n: usize) -> Actor {
    Actor { id: format!("e{n}"), organisation: None, role: Role::Expert }
}

/// A session, given by orders that all happen; every event is written down and read again.
#[derive(Clone, Default)]
struct Given {
    state: Session,
    log: Vec<Event<SessionEvent>>,
}

impl Given {
    fn when(&self, by: &Actor, command: Command) -> Result<Vec<SessionEvent>, Refusal> {
        self.when_on(TODAY, by, command)
    }

    fn when_on(&self, on: &str, by: &Actor, command: Command) -> Result<Vec<SessionEvent>, Refusal> {
        let at = Moment { second: 0, day: Day::parse(on).unwrap() };
        self.state.decide(&Order { by: by.clone(), at, command })
    }

    fn code(&self, by: &Actor, command: Command) -> &'static str {
        self.when(by, command).expect_err("a refusal").code
    }

    fn and(mut self, by: &Actor, command: Command) -> Self {
        let told = format!("{command:?}");
        for what in self.when(by, command).unwrap_or_else(|refusal| panic!("{told}: {refusal:?}")) {
            let written = serde_json::to_string(&what).unwrap();
            let read: SessionEvent = serde_json::from_str(&written).unwrap();
            assert_eq!(read, what);
            let at = Moment { second: 0, day: Day::parse(TODAY).unwrap() };
            let event = Event { actor: by.id.clone(), at, what };
            self.state.evolve(&event);
            self.log.push(event);
        }
        self
    }

    fn convened() -> Self {
        Self::default().and(&clerk(), convene(convening()))
    }

    /// Convened and attended by the experts from 1 to `count`.
    fn sitting(count: usize) -> Self {
        Self::convened().and(&clerk(), attend(1..=count))
    }

    /// All experts of a case's group score, and it gives its opinion.
    fn prepared(self, case: &str) -> Self {
        let experts = if case == "a" { 1..=3 } else { 4..=7 };
        let scored = experts.clone().fold(self, |given, n| given.and(&expert(n), score(case, 9_000)));
        let first = *experts.start();
        scored.and(&expert(first), opinion(case, experts))
    }

    /// The vote is open.
    fn open(self, case: &str) -> Self {
        self.prepared(case).and(&chair(), open_vote(case))
    }

    /// All who attend take a paper, and so many of the ballots say yes.
    fn voted(self, case: &str, yes: usize) -> Self {
        self.open(case).cast(case, yes)
    }

    /// As [`Given::voted`], in the case `a` that is prepared.
    fn voted_as_it_is(self, yes: usize) -> Self {
        self.and(&chair(), open_vote("a")).cast("a", yes)
    }

    fn cast(self, case: &str, yes: usize) -> Self {
        let experts: Vec<String> = self.state.present.iter().cloned().collect();
        let count = experts.len();
        let paper = |given: Self, id: &String| {
            let by = Actor { id: id.clone(), organisation: None, role: Role::Expert };
            given.and(&by, Command::IssuePaper { case: case.into(), expert: id.clone(), signed: false })
        };
        experts.iter().fold(self, paper).and(&chair(), close(case, ballots(yes, count - yes)))
    }
}

fn convene(convening: Convening) -> Command {
    Command::Convene(Box::new(convening))
}

fn open_vote(case: &str) -> Command {
    Command::OpenVote { case: case.into(), casting: Casting::Paper, key: None }
}

fn attend(experts: impl Iterator<Item = usize>) -> Command {
    Command::Attend { present: experts.map(|n| format!("e{n}")).collect() }
}

fn score(case: &str, ethics: u32) -> Command {
    Command::Score { case: case.into(), scores: scores(ethics, "good", 500, 200) }
}

fn opinion(case: &str, experts: impl Iterator<Item = usize>) -> Command {
    let experts = experts.map(|n| format!("e{n}")).collect();
    Command::Opinion { case: case.into(), experts, text: document("opinion"), recommends: true }
}

fn admit(kind: MaterialKind) -> Command {
    let experts = (1..=3).map(|n| format!("e{n}")).collect();
    Command::Admit { case: "a".into(), kind, experts, reason: document("why") }
}

fn paper(case: &str, n: usize) -> Command {
    Command::IssuePaper { case: case.into(), expert: format!("e{n}"), signed: false }
}

fn recuse(case: &str, n: usize) -> Command {
    Command::Recuse { case: case.into(), expert: format!("e{n}"), reason: document("recusal") }
}

fn close(case: &str, ballots: Vec<Ballot>) -> Command {
    Command::CloseVote { case: case.into(), ballots, early: None, urn: None }
}

/// Ballots with serials that are in no order.
fn ballots(yes: usize, no: usize) -> Vec<Ballot> {
    let choice = |n| if n < yes { Choice::Yes } else { Choice::No };
    (0..yes + no).map(|n| Ballot { serial: format!("{:032x}", (n + 1) * 7919 % 104_729), choice: choice(n) }).collect()
}

fn reasons(grounds: &[&str]) -> Reasons {
    Reasons {
        grades: ["ethics", "ability", "performance"].map(|key| (key.to_owned(), AreaGrade::Meets)).into(),
        grounds: grounds.iter().map(ToString::to_string).collect(),
        text: document("reasons"),
    }
}

fn conclude(case: &str, reasons: Option<Reasons>) -> Command {
    Command::Conclude { case: case.into(), reasons }
}

fn postpone(case: &str) -> Command {
    Command::Postpone { case: case.into(), reason: document("postponed") }
}
