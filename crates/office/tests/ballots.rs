//! Electronic votes over the whole office, on both databases: who may vote, once, in time; and nothing kept that leads from an expert to
//! a ballot.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use ballot::{OpenVote, Poll, Published, Receipt, SignedBallot, Slip, SystemChance};
use casework::Actor;
use casework::session::Choice;
use office::{CastOrder, OfficeError, SignatureOrder};
use serde_json::{Value, json};
use support::walk::expert;
use support::{PROVED, World, applicant, clerk, county, worker};

/// A session that sits over one case; of 25 members the first 20 attend, and the fourth is recused.
async fn sitting(database: Option<String>) -> (World, String) {
    let world = World::new("shandong", "2026-03-02", database).await;
    world.committee("shandong", county("shandong")).await;
    let case = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "review").await;
    world.sit(&case, 20).await;
    let recuse = json!({ "command": "recuse", "case": case, "expert": "e-04", "reason": "曾为同事（虚构）" });
    world.session(&clerk("committee-office"), recuse).await;
    (world, case)
}

async fn open(world: &World, case: &str) -> OpenVote {
    world.session(&expert(1), json!({ "command": "open-vote", "case": case, "casting": "electronic" })).await;
    let published = world.office.published(Some(&expert(1)), "s-1").await.expect("the record");
    published.open.into_iter().next().expect("an open vote")
}

fn slip(vote: &OpenVote, choice: Choice) -> Slip {
    let poll = Poll { session: "s-1".to_owned(), case: vote.case.clone(), round: vote.round };
    Slip::fill(poll, &vote.key, choice, &mut SystemChance).expect("a slip")
}

async fn signed(world: &World, by: &Actor, slip: &mut Slip) -> Result<SignedBallot, OfficeError> {
    let order = SignatureOrder { case: slip.poll.case.clone(), round: slip.poll.round, blinded: slip.blinded.clone() };
    let answer = world.office.sign_ballot(by, "s-1", &order).await?;
    Ok(slip.sign(&answer.blind_signature).expect("a signature under this slip"))
}

async fn cast(world: &World, vote: &OpenVote, ballot: &SignedBallot) -> Result<(), OfficeError> {
    let order = CastOrder { case: vote.case.clone(), round: vote.round, ballot: ballot.clone() };
    world.office.cast_ballot("s-1", &order).await.map(|taken| assert_eq!(taken.serial, ballot.serial))
}

fn code<T: std::fmt::Debug>(done: Result<T, OfficeError>) -> &'static str {
    match done {
        Err(OfficeError::Refused(refusal)) => refusal.code,
        other => panic!("{other:?} is no refusal"),
    }
}

async fn ordered(world: &World, by: &Actor, order: Value) -> Result<u64, OfficeError> {
    world.office.order_session(by, "s-1", &order, None).await
}

fn close(case: &str) -> Value {
    json!({ "command": "close-vote", "case": case, "ballots": [] })
}

/// Experts from 1 to 20 without the recused one.
fn voters() -> impl Iterator<Item = usize> {
    (1..=20).filter(|number| *number != 4)
}

/// A vote in which all who may take part do, handed in in an order that has nothing to do with their numbers.
async fn voted(world: &World, vote: &OpenVote) -> Vec<(String, Slip)> {
    let mut slips = Vec::new();
    for number in voters() {
        let choice = if number <= 15 { Choice::Yes } else { Choice::No };
        let mut slip = slip(vote, choice);
        signed(world, &expert(number), &mut slip).await.expect("a signature");
        slips.push((expert(number).id, slip));
    }
    let mut shuffled: Vec<&Slip> = slips.iter().map(|(_, slip)| slip).collect();
    // Serials are chance.
    shuffled.sort_by_key(|slip| slip.serial.clone());
    for slip in shuffled {
        cast(world, vote, &slip.ballot().expect("a ballot")).await.expect("it is taken");
    }
    slips
}

/// Everything that the store holds, a row a line.
async fn dump(world: &World) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dump");
    world.office.store().backup(&file).await.expect("a backup");
    std::fs::read_to_string(&file).expect("a text").lines().map(str::to_owned).collect()
}

/// Leaves a record where a program that is none of ours counts it again.
fn hand_out(name: &str, published: &Published) {
    if let Some(folder) = std::env::var_os("BALLOT_RECORDS") {
        let file = std::path::Path::new(&folder).join(format!("{name}.json"));
        std::fs::write(file, serde_json::to_vec(published).expect("a text")).expect("a file");
    }
}

async fn nothing_leads_from_an_expert_to_a_ballot(database: Option<String>) {
    let name = if database.is_some() { "postgresql" } else { "sqlite" };
    let (world, case) = sitting(database).await;
    let vote = open(&world, &case).await;
    let slips = voted(&world, &vote).await;
    let rows = dump(&world).await;
    assert_eq!(rows.iter().filter(|row| row.starts_with("[\"ballots\"")).count(), 19);
    for (expert, slip) in &slips {
        let ballot = slip.ballot().expect("a ballot");
        for row in &rows {
            let of_expert = row.contains(expert.as_str());
            let of_ballot = [&ballot.serial, &ballot.signature, &ballot.place()].iter().any(|one| row.contains(*one));
            assert!(!(of_expert && of_ballot), "{row}");
            // While the vote is open, nothing beside the urn knows anything of a ballot.
            assert!(!of_ballot || row.starts_with("[\"ballots\""), "{row}");
            assert!(!row.contains(&slip.blinded), "{row}");
        }
    }
    let urn: Vec<&String> = rows.iter().filter(|row| row.starts_with("[\"ballots\"")).collect();
    assert!(urn.is_sorted(), "in the order of digests, and no other");
    assert!(!urn.iter().any(|row| row.contains("e-") || row.contains("2026")), "no person and no time");

    ordered(&world, &expert(1), close(&case)).await.expect("it is closed");
    let rows = dump(&world).await;
    for (expert, slip) in &slips {
        for row in rows.iter().filter(|row| row.contains(&slip.serial) && row.contains(expert.as_str())) {
            // Only the record with all ballots at once, which the chair's order made.
            assert!(expert == "e-01" && row.contains("\"vote-closed\""), "{row}");
        }
    }
    assert!(!rows.iter().any(|row| row.contains("PRIVATE KEY")), "the secret key is gone");
    let published = world.office.published(Some(&expert(9)), "s-1").await.expect("the record");
    let counted = published.votes.first().expect("a vote");
    assert_eq!(counted.flaws("s-1"), []);
    assert_eq!((counted.result.tally.yes, counted.result.tally.no, counted.result.passed), (14, 5, true));
    assert_eq!((counted.papers, counted.attendance.present, counted.attendance.recused), (19, 20, 1));
    assert!(slips.iter().all(|(_, slip)| slip.look_up(&published) == Ok(Receipt::Counted)));
    let record = world.office.store().records(counted.closed.seq - 1, 1).await.expect("a record").remove(0);
    assert_eq!((record.kind.as_str(), record.hash.to_string()), ("vote-closed", counted.closed.hash.clone()));
    assert_eq!(record.body["urn"], json!(counted.digest), "the log holds what was closed");

    // For anybody once the results are announced, and for members only before.
    assert!(matches!(world.office.published(None, "s-1").await, Err(OfficeError::NotForYou { .. })));
    assert!(matches!(world.office.published(Some(&applicant()), "s-1").await, Err(OfficeError::NotForYou { .. })));
    world.session(&expert(1), json!({ "command": "conclude", "case": case })).await;
    world.session(&expert(1), json!({ "command": "announce" })).await;
    let outside = world.office.published(None, "s-1").await.expect("the record");
    assert_eq!(outside.votes, published.votes);
    hand_out(name, &outside);
    assert_eq!(world.office.case(&applicant(), &case).await.expect("a case").status_name, "notice-after");
}

#[tokio::test]
async fn nothing_leads_from_an_expert_to_a_ballot_on_sqlite() {
    nothing_leads_from_an_expert_to_a_ballot(None).await;
}

#[tokio::test]
async fn nothing_leads_from_an_expert_to_a_ballot_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    nothing_leads_from_an_expert_to_a_ballot(Some(server.database().expect("a database"))).await;
}

#[tokio::test]
async fn who_may_not_vote_gets_no_signature() {
    let (world, case) = sitting(None).await;
    let on_paper = OpenVote { case: case.clone(), round: 1, key: String::new() };
    let asked = SignatureOrder { case: case.clone(), round: 1, blinded: "AAAA".to_owned() };
    assert_eq!(code(world.office.sign_ballot(&expert(2), "s-1", &asked).await), "session-out-of-order", "not open yet");
    let electronic = json!({ "command": "open-vote", "case": case, "casting": "electronic" });
    assert_eq!(code(ordered(&world, &expert(2), electronic).await), "session-not-chair");
    let vote = open(&world, &case).await;
    let try_of = async |number: usize| code(signed(&world, &expert(number), &mut slip(&vote, Choice::Yes)).await);
    assert_eq!(try_of(21).await, "expert-absent");
    assert_eq!(try_of(4).await, "expert-recused");
    assert_eq!(
        code(signed(&world, &clerk("committee-office"), &mut slip(&vote, Choice::Yes)).await),
        "session-not-expert"
    );
    assert_eq!(
        code(ordered(&world, &expert(2), json!({ "command": "issue-paper", "case": case, "expert": "e-02" })).await),
        "vote-electronic"
    );
    let brought =
        json!({ "command": "close-vote", "case": case, "ballots": [{ "serial": "0".repeat(64), "choice": "yes" }] });
    assert_eq!(code(ordered(&world, &expert(1), brought).await), "vote-electronic");

    // Asked again for the same slip, the same; for another one, nothing.
    let mut mine = slip(&vote, Choice::Yes);
    let ballot = signed(&world, &expert(2), &mut mine).await.expect("a signature");
    let version = world.office.store().root().await.expect("a root");
    assert_eq!(signed(&world, &expert(2), &mut mine).await.expect("the same"), ballot);
    assert_eq!(world.office.store().root().await.expect("a root"), version);
    assert_eq!(try_of(2).await, "paper-issued");
    let mut wrong_round = slip(&OpenVote { round: 2, ..vote.clone() }, Choice::Yes);
    assert_eq!(code(signed(&world, &expert(3), &mut wrong_round).await), "urn-not-open");
    let garbled = SignatureOrder { case: case.clone(), round: 1, blinded: "?".to_owned() };
    assert!(matches!(world.office.sign_ballot(&expert(3), "s-1", &garbled).await, Err(OfficeError::Faults(_))));
    try_now(signed(&world, &expert(3), &mut slip(&vote, Choice::No)).await, "a fault takes nobody's vote away");

    // Handed in twice it counts once; forged, of no vote, or with a serial that is there, never.
    cast(&world, &vote, &ballot).await.expect("it is taken");
    cast(&world, &vote, &ballot).await.expect("it is there");
    let turned = SignedBallot { choice: Choice::No, ..ballot.clone() };
    assert_eq!(code(cast(&world, &vote, &turned).await), "ballot-forged");
    assert_eq!(code(cast(&world, &OpenVote { round: 2, ..vote.clone() }, &ballot).await), "urn-not-open");
    assert_eq!(
        code(cast(&world, &OpenVote { case: "other".to_owned(), ..on_paper.clone() }, &ballot).await),
        "urn-not-open"
    );
    let serial = SignedBallot { serial: "x".to_owned(), ..ballot.clone() };
    assert!(matches!(cast(&world, &vote, &serial).await, Err(OfficeError::Faults(_))));

    // One of two who were served has cast; most were not served at all.
    assert_eq!(code(ordered(&world, &expert(1), close(&case)).await), "papers-outstanding");
    let early = json!({ "command": "close-vote", "case": case, "ballots": [], "early": "其余专家因故离席（虚构）" });
    ordered(&world, &expert(1), early).await.expect("it is closed");
    assert_eq!(code(cast(&world, &vote, &ballot).await), "urn-not-open", "late, though it was counted");
    assert_eq!(try_of(5).await, "session-out-of-order");
    let published = world.office.published(Some(&expert(1)), "s-1").await.expect("the record");
    let counted = published.votes.first().expect("a vote");
    assert_eq!((counted.ballots.len(), counted.papers, counted.result.missing), (1, 2, 1));
    assert_eq!(counted.flaws("s-1"), []);
}

fn try_now<T>(done: Result<T, OfficeError>, why: &str) {
    assert!(done.is_ok(), "{why}");
}

#[tokio::test]
async fn a_voided_vote_is_opened_with_another_key() {
    let (world, case) = sitting(None).await;
    let first = open(&world, &case).await;
    let mut early = slip(&first, Choice::Yes);
    let ballot = signed(&world, &expert(2), &mut early).await.expect("a signature");
    cast(&world, &first, &ballot).await.expect("it is taken");
    world.session(&expert(1), json!({ "command": "void-vote", "case": case, "reason": "系统演示（虚构）" })).await;
    assert_eq!(code(cast(&world, &first, &ballot).await), "urn-not-open");
    let second = open(&world, &case).await;
    assert_eq!((second.round, second.key == first.key), (2, false));
    assert_eq!(code(cast(&world, &second, &ballot).await), "ballot-forged", "signed for another round");
    assert!(!dump(&world).await.iter().any(|row| row.contains(&ballot.serial)));
    let slips = voted(&world, &second).await;
    ordered(&world, &expert(1), close(&case)).await.expect("it is closed");
    let published = world.office.published(Some(&expert(1)), "s-1").await.expect("the record");
    assert_eq!((published.votes.len(), published.open.len()), (1, 0));
    assert_eq!(slips[0].1.look_up(&published), Ok(Receipt::Counted));
    assert_eq!(early.look_up(&published), Ok(Receipt::NotYet));
}
