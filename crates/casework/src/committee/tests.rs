//! Histories of committees: put on file, pools, relations, draws; given, when, then.

use model::{Series, TitleTier};

use super::draw::{ReplacementReason, rerun, secret_digest};
use super::*;
use crate::case::DocumentRef;
use crate::order::Moment;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn bound(value: u16) -> Bound {
    Bound { value, clause: Some(format!("national.order-40.{value}")) }
}

fn rules() -> CommitteeRules {
    let tiers = || vec![TitleTier::DeputySenior, TitleTier::Senior];
    let size = |breadth, least| LeastSize { tiers: tiers(), breadth, at_least: bound(least) };
    CommitteeRules {
        filing_years: bound(3),
        term_years: bound(3),
        odd_clause: Some("national.order-40.size".into()),
        sizes: vec![size(Breadth::Series, 25), size(Breadth::Specialty, 11)],
        skilled_in_pool: None,
    }
}

fn registration(size: u16, tiers: &[TitleTier], specialties: &[&str]) -> Registration {
    Registration {
        office: "office".into(),
        remit: Remit {
            place: "shaoxing".into(),
            series: Series::Engineering,
            tiers: tiers.to_vec(),
            specialties: specialties.iter().map(ToString::to_string).collect(),
            area: "330600".into(),
        },
        size,
        filing: Term { from: day("2025-01-01"), until: day("2027-12-31") },
        consent: None,
        rules: rules(),
    }
}

fn seven() -> Registration {
    registration(7, &[TitleTier::Intermediate], &["机电"])
}

fn who(id: &str, organisation: &str, role: Role) -> Actor {
    Actor { id: id.into(), organisation: Some(organisation.into()), role }
}

fn register() -> Actor {
    who("admin", "bureau", Role::Administrator)
}

fn clerk() -> Actor {
    who("clerk", "office", Role::Clerk)
}

fn reason() -> DocumentRef {
    DocumentRef { id: "doc".into(), digest: "sha256:00".into() }
}

fn expert(n: usize) -> Expert {
    Expert {
        id: format!("e{n}"),
        organisation: format!("org{n}"),
        specialties: vec!["机电".into()],
        skilled: n.is_multiple_of(3),
        term: Term { from: day("2025-01-01"), until: day("2027-12-31") },
    }
}

/// A committee, given by orders that all happen.
#[derive(Default)]
struct Given {
    state: Committee,
    log: Vec<Event<CommitteeEvent>>,
}

impl Given {
    fn order(by: Actor, on: &str, command: Command) -> Order<Command> {
        Order { by, at: Moment { second: 0, day: day(on) }, command }
    }

    fn when(&self, by: Actor, on: &str, command: Command) -> Result<Vec<CommitteeEvent>, Refusal> {
        self.state.decide(&Self::order(by, on, command))
    }

    fn code(&self, by: Actor, on: &str, command: Command) -> &'static str {
        self.when(by, on, command).expect_err("a refusal").code
    }

    fn and(mut self, by: Actor, on: &str, command: Command) -> Self {
        for what in self.when(by.clone(), on, command).unwrap_or_else(|refusal| panic!("{refusal:?}")) {
            let event = Event { actor: by.id.clone(), at: Moment { second: 0, day: day(on) }, what };
            self.state.evolve(&event);
            self.log.push(event);
        }
        self
    }

    fn with_pool(self, count: usize) -> Self {
        let registered = self.and(register(), "2025-01-02", Command::Register(seven()));
        (1..=count)
            .fold(registered, |given, n| given.and(clerk(), "2025-02-01", Command::AddExpert { expert: expert(n) }))
    }
}

fn commit(agenda: &[(&str, &str)]) -> Command {
    let concerned = |(applicant, employer): &(&str, &str)| Concerned {
        applicant: applicant.to_string(),
        employer: Some(employer.to_string()),
    };
    Command::CommitDraw {
        draw: "d".into(),
        seats: 7,
        skilled_at_least: 2,
        agenda: agenda.iter().map(concerned).collect(),
        session_on: day("2026-11-20"),
        secret_commitment: secret_digest(&"7f".repeat(32)),
        public_source: "checkpoint of the log".into(),
        public_day: day("2026-11-10"),
    }
}

fn draw() -> Command {
    Command::Draw { draw: "d".into(), secret: "7f".repeat(32), public_value: "root".into() }
}

#[test]
fn sizes_are_odd_and_large_enough() {
    let senior = [TitleTier::DeputySenior];
    let code =
        |registration: Registration| Given::default().code(register(), "2025-01-02", Command::Register(registration));
    assert_eq!(code(registration(26, &senior, &[])), "committee-even");
    assert_eq!(code(registration(23, &senior, &[])), "committee-too-small");
    assert_eq!(code(registration(9, &senior, &["机电"])), "committee-too-small");
    assert_eq!(code(registration(0, &senior, &[])), "committee-even");
    let refused =
        Given::default().when(register(), "2025-01-02", Command::Register(registration(9, &senior, &["机电"])));
    assert_eq!(refused.unwrap_err().clause.as_deref(), Some("national.order-40.11"));
    for allowed in [
        registration(25, &senior, &[]),
        registration(11, &senior, &["机电"]),
        registration(3, &[TitleTier::Assistant], &[]),
        Registration { consent: Some("人社函〔2025〕1号".into()), ..registration(9, &senior, &["机电"]) },
    ] {
        Given::default().and(register(), "2025-01-02", Command::Register(allowed));
    }
}

#[test]
fn a_filing_is_valid_three_years_at_most() {
    let filed = |until| Registration { filing: Term { from: day("2025-01-01"), until: day(until) }, ..seven() };
    let code = |until| Given::default().code(register(), "2025-01-02", Command::Register(filed(until)));
    assert_eq!(code("2028-01-01"), "committee-filing-too-long");
    assert_eq!(code("2024-12-31"), "committee-filing-too-long");
    let given = Given::default().and(register(), "2025-01-02", Command::Register(filed("2027-12-31")));
    assert!(given.state.on_file(day("2027-12-31")).is_ok());
    assert_eq!(given.state.on_file(day("2028-01-01")).unwrap_err().code, "committee-filing-not-valid");
    assert_eq!(given.state.on_file(day("2024-12-31")).unwrap_err().code, "committee-filing-not-valid");
    let anew = Registration { filing: Term { from: day("2028-01-01"), until: day("2030-12-31") }, ..seven() };
    let given = given.and(register(), "2027-12-01", Command::Renew(anew));
    assert!(given.state.on_file(day("2028-01-01")).is_ok());
}

#[test]
fn the_remit_is_kept() {
    let given = Given::default().with_pool(0);
    let asked =
        Asked { series: Series::Engineering, tier: TitleTier::Intermediate, specialty: Some("机电"), area: "330602" };
    let part = |asked: &Asked<'_>| {
        let refusal = given.state.may_review(asked, day("2026-01-01")).unwrap_err();
        assert_eq!(refusal.code, "committee-out-of-remit");
        refusal.arguments["part"].clone()
    };
    assert_eq!(given.state.may_review(&asked, day("2026-01-01")), Ok(()));
    assert_eq!(part(&Asked { series: Series::Agriculture, ..asked.clone() }), "series");
    assert_eq!(part(&Asked { tier: TitleTier::Senior, ..asked.clone() }), "tier");
    assert_eq!(part(&Asked { specialty: Some("化工"), ..asked.clone() }), "specialty");
    assert_eq!(part(&Asked { specialty: None, ..asked.clone() }), "specialty");
    for area in ["330702", "330000", "33060", ""] {
        assert_eq!(part(&Asked { area, ..asked.clone() }), "area", "{area}");
    }
}

#[test]
fn the_pool_has_terms_of_three_years() {
    let given = Given::default().with_pool(1);
    let term = |from, until| Expert { term: Term { from: day(from), until: day(until) }, ..expert(1) };
    let add = |expert| Command::AddExpert { expert };
    assert_eq!(given.code(clerk(), "2026-01-01", add(term("2026-01-01", "2028-12-31"))), "expert-in-pool");
    assert_eq!(given.code(clerk(), "2028-01-01", add(term("2028-01-01", "2031-01-01"))), "expert-term-too-long");
    assert_eq!(given.code(clerk(), "2026-01-01", add(Expert { id: "张 三".into(), ..expert(2) })), "id-not-plain");
    let given = given.and(clerk(), "2028-01-01", add(term("2028-01-01", "2030-12-31")));
    let remove = || Command::RemoveExpert { expert: "e1".into(), reason: reason() };
    let given = given.and(clerk(), "2028-02-01", remove());
    assert_eq!(given.code(clerk(), "2028-02-02", remove()), "expert-unknown");
}

#[test]
fn who_may_do_what() {
    let given = Given::default().with_pool(1);
    let relation = Relation { kind: RelationKind::Kinship, with: "p".into() };
    let declare = |expert: &str| Command::Declare { expert: expert.into(), relation: relation.clone() };
    let strangers =
        [who("c", "other", Role::Clerk), who("office", "office", Role::Applicant), who("e2", "x", Role::Expert)];
    for by in strangers {
        assert_eq!(
            given.code(by.clone(), "2026-01-01", Command::AddExpert { expert: expert(2) }),
            "committee-not-office"
        );
        assert_eq!(given.code(by.clone(), "2026-01-01", declare("e1")), "committee-not-office");
        assert_eq!(given.code(by.clone(), "2026-01-01", Command::Renew(seven())), "committee-not-register");
        assert_eq!(given.code(by, "2026-01-01", Command::Dissolve { reason: reason() }), "committee-not-register");
    }
    let own = given.and(who("e1", "org1", Role::Expert), "2026-01-01", declare("e1"));
    assert_eq!(own.code(clerk(), "2026-01-02", declare("e1")), "relation-declared");
    let retract = || Command::Retract { expert: "e1".into(), relation: relation.clone(), reason: reason() };
    let own = own.and(clerk(), "2026-01-02", retract());
    assert_eq!(own.code(clerk(), "2026-01-02", retract()), "relation-unknown");
}

#[test]
fn a_draw_leaves_out_who_is_concerned() {
    let relation = |kind, with: &str| Relation { kind, with: with.into() };
    let declare = |expert: &str, relation| Command::Declare { expert: expert.into(), relation };
    let given = Given::default()
        .with_pool(12)
        .and(clerk(), "2026-01-01", declare("e2", relation(RelationKind::Kinship, "p1")))
        .and(clerk(), "2026-01-01", declare("e3", relation(RelationKind::Interest, "org-b")))
        .and(clerk(), "2026-11-01", commit(&[("p1", "org1"), ("p2", "org-b"), ("e4", "org-c")]));
    assert_eq!(given.code(clerk(), "2026-11-01", commit(&[])), "draw-there");
    assert_eq!(given.code(clerk(), "2026-11-09", draw()), "draw-value-not-known-yet");
    let replace =
        |out: &str| Command::Replace { draw: "d".into(), out: out.into(), reason: ReplacementReason::Unavailable };
    assert_eq!(given.code(clerk(), "2026-11-09", replace("e5")), "draw-not-made");
    let given = given.and(clerk(), "2026-11-10", draw());
    assert_eq!(given.code(clerk(), "2026-11-10", draw()), "draw-made");
    let record = given.state.drawn("d").unwrap().clone();
    let bars: Vec<_> = record.commitment.pool.iter().filter_map(|one| Some((one.id.as_str(), one.barred?))).collect();
    let expected = [("e1", Bar::SameEmployer), ("e2", Bar::Kinship), ("e3", Bar::Interest), ("e4", Bar::Applicant)];
    assert_eq!(bars, expected);
    let out = record.members[0].clone();
    let given = given.and(clerk(), "2026-11-11", replace(&out));
    let record = given.state.drawn("d").unwrap();
    assert!(!record.members.contains(&out) && record.members.len() == 7);
    assert_eq!(rerun(record).unwrap(), record.members);
    assert_eq!(
        given.code(clerk(), "2026-11-12", replace(&record.members[1].clone())),
        "draw-too-few",
        "8 eligible of 12, one gone"
    );
}

#[test]
fn terms_hold_on_the_day_of_the_session() {
    let late = Expert { term: Term { from: day("2025-01-01"), until: day("2026-11-19") }, ..expert(8) };
    let given = Given::default().with_pool(7).and(clerk(), "2025-03-01", Command::AddExpert { expert: late });
    let given = given.and(clerk(), "2026-11-01", commit(&[])).and(clerk(), "2026-11-10", draw());
    assert!(!given.state.drawn("d").unwrap().members.contains(&"e8".to_owned()));
    let other = Command::CommitDraw {
        draw: "late".into(),
        seats: 7,
        skilled_at_least: 0,
        agenda: vec![],
        session_on: day("2028-01-01"),
        secret_commitment: "0".repeat(64),
        public_source: "s".into(),
        public_day: day("2026-11-10"),
    };
    assert_eq!(given.code(clerk(), "2026-11-01", other), "committee-filing-not-valid");
}

#[test]
fn skilled_experts_are_among_them_where_that_is_asked() {
    let strict = Registration { rules: CommitteeRules { skilled_in_pool: Some(bound(3)), ..rules() }, ..seven() };
    let given = Given::default().with_pool(8).and(register(), "2025-03-01", Command::Renew(strict));
    let refusal = given.when(clerk(), "2026-11-01", commit(&[])).unwrap_err();
    assert_eq!((refusal.code, refusal.arguments["count"].as_str()), ("committee-few-skilled", "2"));
    let given = given.and(clerk(), "2026-01-01", Command::AddExpert { expert: expert(9) });
    given.and(clerk(), "2026-11-01", commit(&[]));
}

#[test]
fn nothing_happens_before_it_is_on_file_or_after_it_is_dissolved() {
    let commands = || {
        let relation = Relation { kind: RelationKind::Kinship, with: "p".into() };
        [
            (Command::Renew(seven()), "committee"),
            (Command::Dissolve { reason: reason() }, "committee"),
            (Command::AddExpert { expert: expert(1) }, "committee"),
            (Command::RemoveExpert { expert: "e1".into(), reason: reason() }, "committee"),
            (Command::Declare { expert: "e1".into(), relation }, "any"),
            (commit(&[]), "committee"),
            (draw(), "committee"),
        ]
    };
    let before = Given::default();
    let after = Given::default().with_pool(9).and(register(), "2026-01-01", Command::Dissolve { reason: reason() });
    for (command, kind) in commands() {
        let code = before.code(register(), "2026-01-01", command.clone());
        assert!(code == "committee-unknown" || kind == "any", "{code}");
        assert_eq!(after.code(register(), "2026-02-01", command), "committee-dissolved");
    }
    assert_eq!(after.code(register(), "2026-02-01", Command::Register(seven())), "committee-registered");
}

#[test]
fn a_history_that_was_written_down_gives_the_same_state() {
    let given = Given::default().with_pool(12).and(clerk(), "2026-11-01", commit(&[("p1", "org1")]));
    let given = given.and(clerk(), "2026-11-10", draw());
    let written = |event: &Event<CommitteeEvent>| {
        let text = serde_json::to_string(&event.what).unwrap();
        Event { what: serde_json::from_str(&text).unwrap(), ..event.clone() }
    };
    let again: Vec<_> = given.log.iter().map(written).collect();
    assert_eq!(Committee::replay(&again), given.state);
}
