//! Ballots from the slip to the count: forged ones, those of other votes, tampered records; and random meetings in which the electronic
//! count is that on paper.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::sync::LazyLock;

use ballot::{
    BallotFault, ClosedAt, Flaw, Keys, Poll, Published, PublishedVote, Receipt, SCHEMA, SignedBallot, Slip,
    SystemChance, VoteKey, keys, list_digest, sign,
};
use casework::session::{Attendance, Ballot, Choice, RecusedPresence};
use proptest::prelude::*;

/// Two keys for all tests of this file: making one takes a while.
static KEYS: LazyLock<[Keys; 2]> = LazyLock::new(|| [0, 1].map(|_| keys(&mut SystemChance).unwrap()));

fn poll() -> Poll {
    Poll { session: "s-1".into(), case: "c-1".into(), round: 1 }
}

fn slip(poll: Poll, choice: Choice) -> Slip {
    Slip::fill(poll, &KEYS[0].public, choice, &mut SystemChance).unwrap()
}

fn cast(choice: Choice) -> SignedBallot {
    let mut slip = slip(poll(), choice);
    let signature = sign(&KEYS[0].secret, &slip.blinded, &mut SystemChance).unwrap();
    slip.sign(&signature).unwrap()
}

fn published(attendance: Attendance, papers: u32, choices: &[Choice]) -> PublishedVote {
    let mut ballots: Vec<SignedBallot> = choices.iter().map(|choice| cast(*choice)).collect();
    ballots.sort_by_key(SignedBallot::place);
    let counted: Vec<Ballot> = ballots.iter().map(SignedBallot::counted).collect();
    PublishedVote {
        case: "c-1".into(),
        round: 1,
        key: KEYS[0].public.clone(),
        attendance,
        papers,
        digest: list_digest(&ballots),
        ballots,
        result: attendance.count(papers, &counted).unwrap(),
        closed: ClosedAt { seq: 7, hash: "0".repeat(64) },
    }
}

fn all_present(size: u32) -> Attendance {
    Attendance { size, present: size, recused: 0, recused_presence: RecusedPresence::Counts }
}

#[test]
fn a_ballot_holds_in_its_vote_with_its_choice_and_nowhere_else() {
    let ballot = cast(Choice::Yes);
    let key = VoteKey::read(&KEYS[0].public).unwrap();
    assert_eq!(ballot.check(&poll(), &key), Ok(()));
    for other in
        [Poll { session: "s-2".into(), ..poll() }, Poll { case: "c-2".into(), ..poll() }, Poll { round: 2, ..poll() }]
    {
        assert_eq!(ballot.check(&other, &key), Err(BallotFault::Forged));
    }
    let turned = SignedBallot { choice: Choice::No, ..ballot.clone() };
    assert_eq!(turned.check(&poll(), &key), Err(BallotFault::Forged));
    let renamed = SignedBallot { serial: "0".repeat(64), ..ballot.clone() };
    assert_eq!(renamed.check(&poll(), &key), Err(BallotFault::Forged));
    let other_key = VoteKey::read(&KEYS[1].public).unwrap();
    assert_eq!(ballot.check(&poll(), &other_key), Err(BallotFault::Forged));
    for serial in ["", "e-01", &"A".repeat(64), &"a".repeat(63)] {
        let ballot = SignedBallot { serial: serial.into(), ..ballot.clone() };
        assert_eq!(ballot.check(&poll(), &key), Err(BallotFault::Serial));
    }
    for signature in ["", "AAAA", "no base64!", &"A".repeat(10_000)] {
        let ballot = SignedBallot { signature: signature.into(), ..ballot.clone() };
        assert!(ballot.check(&poll(), &key).is_err(), "{signature}");
    }
}

#[test]
fn a_slip_takes_only_the_signature_under_itself() {
    let mut one = slip(poll(), Choice::Yes);
    let two = slip(poll(), Choice::Yes);
    assert_ne!((&one.serial, &one.blinded), (&two.serial, &two.blinded));
    assert_eq!(one.ballot(), Err(BallotFault::Unsigned));
    let for_two = sign(&KEYS[0].secret, &two.blinded, &mut SystemChance).unwrap();
    assert_eq!(one.sign(&for_two), Err(BallotFault::Forged));
    let with_other_key = sign(&KEYS[1].secret, &one.blinded, &mut SystemChance);
    // A blinded message may by chance be too large for the other key's modulus.
    assert!(with_other_key.is_err() || one.sign(&with_other_key.unwrap()).is_err());
    let once = sign(&KEYS[0].secret, &one.blinded, &mut SystemChance).unwrap();
    assert_eq!(sign(&KEYS[0].secret, &one.blinded, &mut SystemChance).unwrap(), once, "the same again");
    let read: Slip = serde_json::from_str(&serde_json::to_string(&one).unwrap()).unwrap();
    assert_eq!(read, one);
    one.sign(&once).unwrap();
    for blinded in ["", "AA==", "?", &"/".repeat(512)] {
        assert_eq!(sign(&KEYS[0].secret, blinded, &mut SystemChance), Err(BallotFault::Blinded));
    }
    assert_eq!(sign("no key", &one.blinded, &mut SystemChance), Err(BallotFault::Key));
}

#[test]
fn every_change_of_a_record_is_found() {
    use Choice::{Abstain, No, Yes};
    let vote = published(all_present(7), 7, &[Yes, Yes, Yes, Yes, Yes, No, Abstain]);
    assert_eq!(vote.flaws("s-1"), []);
    let found = |change: &dyn Fn(&mut PublishedVote)| {
        let mut vote = vote.clone();
        change(&mut vote);
        let mut keys: Vec<&str> = vote.flaws("s-1").iter().map(Flaw::key).collect();
        keys.dedup();
        keys
    };
    assert_eq!(found(&|vote| drop(vote.ballots.remove(0))), ["digest", "result"]);
    assert_eq!(found(&|vote| vote.ballots.swap(1, 2)), ["order", "digest"]);
    assert_eq!(found(&|vote| vote.ballots.push(vote.ballots[0].clone())), ["order", "digest", "uncounted"]);
    assert_eq!(found(&|vote| vote.result.tally.yes += 1), ["result"]);
    assert_eq!(found(&|vote| vote.result.passed = false), ["result"]);
    assert_eq!(found(&|vote| vote.papers += 1), ["result"]);
    assert_eq!(found(&|vote| vote.digest.clear()), ["digest"]);
    assert_eq!(found(&|vote| vote.key.clear()), ["key"]);
    assert_eq!(found(&|vote| vote.key.clone_from(&KEYS[1].public)), ["ballot"]);
    assert_eq!(found(&|vote| vote.round = 2), ["ballot"]);
    // Turned, and everything that follows from it computed anew: the signature still tells.
    let turn = |vote: &mut PublishedVote| {
        let no = vote.ballots.iter_mut().find(|ballot| ballot.choice == No).unwrap();
        no.choice = Yes;
        let counted: Vec<Ballot> = vote.ballots.iter().map(SignedBallot::counted).collect();
        vote.result = vote.attendance.count(vote.papers, &counted).unwrap();
        vote.digest = list_digest(&vote.ballots);
    };
    assert_eq!(found(&turn), ["ballot"]);
}

#[test]
fn the_slip_is_the_receipt() {
    let mut mine = slip(poll(), Choice::No);
    let signature = sign(&KEYS[0].secret, &mine.blinded, &mut SystemChance).unwrap();
    let ballot = mine.sign(&signature).unwrap();
    let mut record = Published { schema: SCHEMA.into(), session: "s-1".into(), open: Vec::new(), votes: Vec::new() };
    assert_eq!(mine.look_up(&record), Ok(Receipt::NotYet));
    record.votes.push(published(all_present(3), 3, &[Choice::Yes, Choice::Yes]));
    assert_eq!(mine.look_up(&record), Ok(Receipt::Missing));
    record.votes[0].ballots.push(ballot);
    assert_eq!(mine.look_up(&record), Ok(Receipt::Counted));
    record.votes[0].key.clone_from(&KEYS[1].public);
    assert_eq!(mine.look_up(&record), Ok(Receipt::OtherKey));
}

fn any_choice() -> impl Strategy<Value = Choice> {
    prop_oneof![5 => Just(Choice::Yes), 2 => Just(Choice::No), 1 => Just(Choice::Abstain)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// Whoever attends, is recused, forgets to cast: what comes out of the urn is what papers in a box would have come to.
    #[test]
    fn the_urn_counts_like_the_box(
        size in 1_u32..=25, absent in 0_u32..8, recused in 0_u32..4, leaves in any::<bool>(), forgotten in 0_usize..3,
        choices in prop::collection::vec(any_choice(), 25),
    ) {
        let present = size.saturating_sub(absent);
        let recused = recused.min(present);
        let recused_presence = if leaves { RecusedPresence::Leaves } else { RecusedPresence::Counts };
        let attendance = Attendance { size, present, recused, recused_presence };
        let papers = present - recused;
        let cast = (papers as usize).saturating_sub(forgotten);
        let choices = &choices[..cast];
        let box_of_papers: Vec<Ballot> = choices.iter().enumerate()
            .map(|(n, choice)| Ballot { serial: format!("{n:032x}"), choice: *choice }).collect();
        let on_paper = attendance.count(papers, &box_of_papers).unwrap();
        let vote = published(attendance, papers, choices);
        prop_assert_eq!(&vote.result, &on_paper);
        prop_assert_eq!(vote.flaws("s-1"), vec![]);
        let yes = choices.iter().filter(|choice| **choice == Choice::Yes).count() as u32;
        let counted = if leaves { present - recused } else { present };
        prop_assert_eq!(vote.result.passed, yes > 0 && 3 * counted >= 2 * size && 3 * yes >= 2 * counted);
    }
}
