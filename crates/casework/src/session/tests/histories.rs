//! Given, when, then: what a session asks for before a vote, in it and after it.

use super::*;

fn convening_code(change: impl FnOnce(&mut Convening)) -> &'static str {
    let mut asked = convening();
    change(&mut asked);
    Given::default().code(&clerk(), convene(asked))
}

#[test]
fn what_does_not_fit_is_not_convened() {
    assert_eq!(convening_code(|c| c.agenda.clear()), "agenda-empty");
    assert_eq!(convening_code(|c| c.agenda[1].case = "a".into()), "agenda-case-twice");
    assert_eq!(convening_code(|c| c.agenda[1].group = "x".into()), "agenda-no-group");
    assert_eq!(convening_code(|c| c.agenda[1].sheet = "x".into()), "agenda-no-sheet");
    assert_eq!(convening_code(|c| c.agenda[0].group = "ordinary".into()), "agenda-other-group");
    assert_eq!(convening_code(|c| c.agenda[1].group = "skilled".into()), "agenda-other-group");
    assert_eq!(convening_code(|c| c.chair = "e9".into()), "session-chair-no-member");
    assert_eq!(convening_code(|c| c.members[1] = member(1)), "session-other-size");
    assert_eq!(convening_code(|c| c.size = 9), "session-other-size");
    assert_eq!(convening_code(|c| drop((c.members.pop(), c.size = 6))), "session-even");
    assert_eq!(convening_code(|c| drop(c.groups[0].experts.pop())), "group-too-small");
    assert_eq!(convening_code(|c| c.groups[1].experts[0] = "e9".into()), "group-stranger");
    assert_eq!(convening_code(|c| c.groups[0].experts[2] = "e4".into()), "group-without-skilled");
    assert_eq!(convening_code(|c| c.groups[1].key = "skilled".into()), "session-group-twice");
    assert_eq!(convening_code(|c| c.sheets.push(sheet())), "session-sheet-twice");
    assert_eq!(convening_code(|c| c.sheets[0].areas.swap(0, 1)), "session-sheet-faulty");
    assert_eq!(convening_code(|c| c.on = c.on.previous()), "session-in-the-past");
}

#[test]
fn who_is_concerned_keeps_out_by_duty() {
    let mut asked = convening();
    asked.agenda[0].concerned = Concerned { applicant: "e7".into(), employer: Some("org4".into()) };
    asked.members[4].relations = vec![Relation { kind: RelationKind::Kinship, with: "e7".into() }];
    let given = Given::default().and(&clerk(), convene(asked)).and(&clerk(), attend(1..=7));
    let kept: Vec<_> = given.state.item("a").unwrap().recused.keys().cloned().collect();
    assert_eq!(kept, ["e4", "e5", "e7"]);
    assert!(given.state.item("b").unwrap().recused.is_empty());
    let open = given.prepared("a").and(&chair(), open_vote("a"));
    let refusal = open.when(&expert(4), paper("a", 4)).unwrap_err();
    assert_eq!((refusal.code, refusal.clause.as_deref()), ("expert-recused", Some("national.order-40.recusal")));
}

#[test]
fn a_new_member_keeps_out_by_duty_too_and_takes_the_place_in_the_group() {
    let newcomer = Member { organisation: "a-employer".into(), skilled: true, ..member(8) };
    let given = Given::convened().and(&clerk(), Command::Replace { out: "e3".into(), by: newcomer });
    assert!(given.state.item("a").unwrap().recused.contains_key("e8"));
    let replace = |out: &str, by| Command::Replace { out: out.into(), by };
    assert_eq!(given.code(&clerk(), replace("e1", member(9))), "session-chair-leaves");
    assert_eq!(given.code(&clerk(), replace("e2", member(4))), "session-member-twice");
    assert_eq!(given.code(&clerk(), replace("e3", member(9))), "session-no-member");
    assert_eq!(Given::convened().code(&clerk(), replace("e3", member(8))), "group-without-skilled");
}

#[test]
fn attendance_is_of_members_on_the_day_and_settled_by_the_first_vote() {
    let given = Given::convened();
    assert_eq!(given.when_on("2026-11-19", &clerk(), attend(1..=7)).unwrap_err().code, "session-not-yet");
    assert_eq!(given.code(&clerk(), attend(1..=9)), "session-no-member");
    let worked = Given::sitting(7).and(&expert(2), score("a", 9_000));
    assert_eq!(worked.code(&clerk(), attend([1, 3, 4, 5, 6].into_iter())), "session-has-worked");
    let voted =
        Given::sitting(7).open("a").and(&chair(), Command::VoidVote { case: "a".into(), reason: document("v") });
    assert_eq!(voted.code(&clerk(), attend(1..=7)), "session-attendance-settled");
}

#[test]
fn no_vote_without_a_quorum_scores_and_an_opinion() {
    let vote = || open_vote("a");
    let few = Given::sitting(4).prepared("a");
    let refusal = few.when(&chair(), vote()).unwrap_err();
    assert_eq!((refusal.code, refusal.arguments["needed"].as_str()), ("session-no-quorum", "5"));
    assert_eq!(Given::sitting(7).code(&chair(), vote()), "scores-outstanding");
    let scored = (1..=3).fold(Given::sitting(7), |given, n| given.and(&expert(n), score("a", 9_000)));
    assert_eq!(scored.code(&chair(), vote()), "vote-before-opinion");
    assert_eq!(scored.code(&expert(1), opinion("a", 1..=2)), "opinion-of-too-few");
    assert_eq!(scored.code(&expert(1), opinion("a", 1..=4)), "opinion-of-stranger");
    assert_eq!(scored.code(&expert(4), opinion("a", 1..=3)), "opinion-not-own");
    let five = Given::sitting(5);
    assert_eq!(five.code(&expert(6), score("b", 9_000)), "expert-absent");
    assert_eq!(five.code(&expert(9), score("b", 9_000)), "session-no-member");
}

#[test]
fn a_defence_has_something_to_defend() {
    let mut asked = convening();
    asked.agenda[0].defence = true;
    let given = Given::default().and(&clerk(), convene(asked.clone())).and(&clerk(), attend(1..=7)).prepared("a");
    let defend = |materials: &[MaterialKind]| Command::Defend {
        case: "a".into(),
        materials: materials.iter().map(|kind| Material { kind: *kind, document: document("m") }).collect(),
    };
    assert_eq!(given.code(&chair(), open_vote("a")), "vote-before-defence");
    let refusal = given.when(&clerk(), defend(&[])).unwrap_err();
    assert_eq!((refusal.code, refusal.clause.as_deref()), ("defence-of-nothing", Some("GD-2.2.c")));
    for kind in
        [MaterialKind::Patent, MaterialKind::Method, MaterialKind::Manual, MaterialKind::Report, MaterialKind::Paper]
    {
        let held = given.clone().and(&clerk(), defend(&[kind]));
        assert_eq!(held.code(&clerk(), defend(&[kind])), "defence-held");
        held.and(&chair(), open_vote("a"));
    }
    asked.rules.materials_needed = false;
    let lenient = Given::default().and(&clerk(), convene(asked)).and(&clerk(), attend(1..=7));
    lenient.and(&clerk(), defend(&[]));
}

#[test]
fn papers_are_taken_once_in_person_by_who_attends() {
    let given = Given::sitting(6).open("a");
    assert_eq!(given.code(&expert(2), paper("a", 3)), "vote-by-proxy");
    assert_eq!(given.code(&chair(), paper("a", 3)), "vote-by-proxy");
    assert_eq!(given.code(&clerk(), paper("a", 3)), "vote-by-proxy");
    assert_eq!(given.code(&expert(7), paper("a", 7)), "expert-absent");
    assert_eq!(given.code(&expert(9), paper("a", 9)), "session-no-member");
    let taken = given.and(&expert(2), paper("a", 2)).and(&chair(), paper("a", 1));
    assert_eq!(taken.code(&expert(2), paper("a", 2)), "paper-issued");
    assert_eq!(taken.code(&expert(2), recuse("a", 2)), "recusal-after-paper");
    assert_eq!(taken.code(&chair(), close("a", ballots(2, 0))), "papers-outstanding");
    let early = |ballots| Command::CloseVote { case: "a".into(), ballots, early: Some(document("early")), urn: None };
    assert_eq!(taken.code(&chair(), early(ballots(3, 0))), "ballots-too-many");
    let closed = taken.and(&chair(), early(ballots(2, 0)));
    let Vote::Closed(result) = &closed.state.item("a").unwrap().vote else { panic!("closed") };
    assert_eq!((result.papers, result.tally.present, result.needed, result.passed), (2, 6, 4, false));
    assert_eq!(closed.code(&expert(3), paper("a", 3)), "session-out-of-order", "nobody votes late");
}

#[test]
fn a_voided_vote_is_opened_anew_and_a_recusal_undoes_what_was_done() {
    let given = Given::sitting(7).open("a").and(&expert(2), paper("a", 2));
    let void = Command::VoidVote { case: "a".into(), reason: document("v") };
    let given = given.and(&chair(), void).and(&expert(2), recuse("a", 2));
    let item = given.state.item("a").unwrap();
    assert!(item.opinion.is_none() && !item.scores.contains_key("e2"));
    assert_eq!(given.code(&clerk(), recuse("a", 2)), "recused-already");
    assert_eq!(given.code(&expert(3), recuse("a", 4)), "session-not-office");
    assert_eq!(given.code(&chair(), open_vote("a")), "vote-before-opinion");
    assert_eq!(given.code(&expert(1), opinion("a", [1, 3].into_iter())), "opinion-of-too-few");
    let given = given.and(&clerk(), postpone("a")).voted("b", 5);
    assert_eq!(last_round(&given), 1);
}

fn last_round(given: &Given) -> u32 {
    let rounds = given.log.iter().filter_map(|event| match &event.what {
        SessionEvent::VoteOpened { round, .. } => Some(*round),
        _ => None,
    });
    rounds.max().unwrap()
}

#[test]
fn a_second_vote_in_a_case_has_another_round() {
    let void = Command::VoidVote { case: "a".into(), reason: document("v") };
    let given = Given::sitting(7).open("a").and(&chair(), void).and(&chair(), open_vote("a"));
    assert_eq!(last_round(&given), 2);
}

#[test]
fn below_the_gate_of_ethics_there_is_no_vote() {
    let given = (1..=3)
        .fold(Given::sitting(7), |given, n| given.and(&expert(n), score("a", if n > 1 { 1_000 } else { 9_000 })));
    let refusal = given.when(&chair(), open_vote("a")).unwrap_err();
    assert_eq!((refusal.code, refusal.clause.as_deref()), ("vote-gate-failed", Some("SD-3.3.1")));
    assert_eq!(given.code(&chair(), conclude("a", None)), "reasons-missing");
    let given = given.and(&chair(), conclude("a", Some(reasons(&["ethics"]))));
    assert_eq!(given.state.item("a").unwrap().concluded, Some(Outcome::GateFailed));
}

#[test]
fn whoever_does_not_pass_is_given_graded_reasons() {
    let given = Given::sitting(7).voted("a", 4);
    let code = |change: fn(&mut Reasons)| {
        let mut reasons = reasons(&["ability"]);
        change(&mut reasons);
        given.code(&chair(), conclude("a", Some(reasons)))
    };
    assert_eq!(given.code(&chair(), conclude("a", None)), "reasons-missing");
    assert_eq!(code(|reasons| reasons.grades.retain(|key, _| key != "ability")), "reasons-ungraded");
    assert_eq!(code(|reasons| reasons.grades.extend([("x".into(), AreaGrade::Below)])), "reasons-unknown-area");
    assert_eq!(code(|reasons| reasons.grounds.extend(["x".into()])), "reasons-unknown-area");
    assert_eq!(code(|reasons| reasons.grounds.clear()), "reasons-incomplete");
    assert_eq!(code(|reasons| reasons.text.id.clear()), "reasons-incomplete");
    assert_eq!(code(|reasons| reasons.grounds = [PAPERS.to_owned()].into()), "reasons-only-papers");
    given.and(&chair(), conclude("a", Some(reasons(&["ability", PAPERS]))));
    let passed = Given::sitting(7).voted("a", 5).and(&chair(), conclude("a", None));
    assert_eq!(passed.state.item("a").unwrap().concluded, Some(Outcome::Passed));
}

#[test]
fn the_chair_announces_and_a_re_examination_is_opened_once() {
    let given = Given::sitting(7).voted("a", 4).voted("b", 5);
    let given = given.and(&chair(), conclude("a", Some(reasons(&["ability"])))).and(&chair(), conclude("b", None));
    let given = given.and(&chair(), Command::Announce);
    let re_examine = |case: &str| Command::ReExamine { case: case.into(), request: document("request") };
    assert_eq!(given.code(&clerk(), re_examine("b")), "re-examination-of-nothing");
    assert_eq!(given.code(&clerk(), re_examine("x")), "agenda-no-case");
    let given = given.and(&clerk(), re_examine("a"));
    assert_eq!(given.code(&clerk(), re_examine("a")), "re-examination-open");
    assert_eq!(Session::replay(&given.log), given.state);
}

#[test]
fn a_session_that_nobody_attends_can_be_ended() {
    let given =
        Given::convened().and(&clerk(), postpone("a")).and(&clerk(), postpone("b")).and(&chair(), Command::Announce);
    assert_eq!(given.state.phase(), Phase::Announced);
}

#[test]
fn the_history_links_no_ballot_to_an_expert() {
    let votes = |turn: usize| {
        let mut all = ballots(5, 2);
        all.rotate_left(turn);
        let given = (1..=7).fold(Given::sitting(7).open("a"), |given, n| given.and(&expert(n), paper("a", n)));
        serde_json::to_string(&given.when(&chair(), close("a", all)).unwrap()).unwrap()
    };
    // In whatever order the ballots came in, the history is the same, and it names nobody.
    assert!((0..7).all(|turn| votes(turn) == votes(0)));
    assert!((1..=7).all(|n| !votes(0).contains(&format!("\"e{n}\""))));
}
