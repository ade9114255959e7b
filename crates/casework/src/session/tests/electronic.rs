//! Electronic votes: never mixed with paper, closed only with what the urn holds, otherwise counted alike.

use super::*;

fn open(case: &str) -> Command {
    Command::OpenVote { case: case.into(), casting: Casting::Electronic, key: Some("the public key".into()) }
}

fn signature(case: &str, n: usize) -> Command {
    Command::IssuePaper { case: case.into(), expert: format!("e{n}"), signed: true }
}

fn close_urn(case: &str, ballots: Vec<Ballot>, early: bool) -> Command {
    let early = early.then(|| document("early"));
    Command::CloseVote { case: case.into(), ballots, early, urn: Some("digest".into()) }
}

/// Open, and the experts from 1 to `count` have a signature.
fn signed(present: usize, count: usize) -> Given {
    let given = Given::sitting(present).prepared("a").and(&chair(), open("a"));
    (1..=count).fold(given, |given, n| given.and(&expert(n), signature("a", n)))
}

#[test]
fn a_vote_is_electronic_or_on_paper() {
    let given = signed(5, 2);
    assert_eq!(given.code(&expert(3), paper("a", 3)), "vote-electronic");
    assert_eq!(given.code(&chair(), close("a", ballots(2, 0))), "vote-electronic");
    let paper_vote = Given::sitting(5).open("a");
    assert_eq!(paper_vote.code(&expert(3), signature("a", 3)), "vote-on-paper");
    assert_eq!(paper_vote.code(&chair(), close_urn("a", vec![], true)), "vote-on-paper");
    let prepared = Given::sitting(5).prepared("a");
    let keyless = Command::OpenVote { case: "a".into(), casting: Casting::Electronic, key: None };
    let keyed = Command::OpenVote { case: "a".into(), casting: Casting::Paper, key: Some("k".into()) };
    assert_eq!((prepared.code(&chair(), keyless), prepared.code(&chair(), keyed)), ("vote-key", "vote-key"));
}

#[test]
fn a_signature_is_for_who_takes_part_once_and_in_person() {
    let given = signed(5, 2);
    assert_eq!(given.code(&expert(2), signature("a", 2)), "paper-issued");
    assert_eq!(given.code(&expert(6), signature("a", 6)), "expert-absent");
    assert_eq!(given.code(&expert(1), signature("a", 3)), "vote-by-proxy");
    assert_eq!(given.code(&clerk(), signature("a", 3)), "vote-by-proxy");
    let recused = given.and(&clerk(), recuse("a", 4));
    assert_eq!(recused.code(&expert(4), signature("a", 4)), "expert-recused");
    let closed = recused.and(&chair(), close_urn("a", ballots(2, 0), true));
    assert_eq!(closed.code(&expert(3), signature("a", 3)), "session-out-of-order");
    assert_eq!(closed.code(&chair(), close_urn("a", ballots(2, 0), true)), "session-out-of-order");
}

#[test]
fn a_ballot_that_was_not_handed_in_needs_a_reason() {
    let given = signed(5, 5);
    assert_eq!(given.code(&chair(), close_urn("a", ballots(4, 0), false)), "ballots-outstanding");
    assert_eq!(given.code(&chair(), close_urn("a", ballots(6, 0), true)), "ballots-too-many");
    let closed = given.and(&chair(), close_urn("a", ballots(4, 0), true));
    let Vote::Closed(result) = &closed.state.item("a").unwrap().vote else { panic!("closed") };
    assert_eq!((result.missing, result.passed, result.tally.yes), (1, true, 4));
}

#[test]
fn nobody_brings_a_key_or_an_urn_along() {
    let read = |order: serde_json::Value| serde_json::from_value::<Command>(order);
    for (order, brought) in [
        (serde_json::json!({ "command": "open-vote", "case": "a", "casting": "electronic" }), ("key", "mine".into())),
        (serde_json::json!({ "command": "close-vote", "case": "a", "ballots": [] }), ("urn", "mine".into())),
        (serde_json::json!({ "command": "issue-paper", "case": "a", "expert": "e1" }), ("signed", true.into())),
    ] {
        assert!(read(order.clone()).is_ok(), "{order}");
        let mut more = order;
        more[brought.0] = brought.1;
        assert!(read(more.clone()).is_err(), "{more}");
    }
    // What an earlier release wrote is read as a vote on paper.
    let before: SessionEvent =
        serde_json::from_value(serde_json::json!({ "vote-opened": { "case": "a", "round": 1 } })).unwrap();
    assert_eq!(before, SessionEvent::VoteOpened { case: "a".into(), round: 1, key: None });
}
