//! Random meetings: whatever is tried in whatever order, what must never happen doesn't, and the history can be replayed.

use proptest::prelude::*;

use super::*;

fn any_expert() -> impl Strategy<Value = usize> {
    1_usize..=8
}

fn any_case() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just("a"), 4 => Just("b"), 1 => Just("x")]
}

fn any_actor() -> impl Strategy<Value = Actor> {
    prop_oneof![3 => Just(clerk()), 4 => Just(chair()), 6 => any_expert().prop_map(expert)]
}

fn any_command() -> impl Strategy<Value = Command> {
    let case = || any_case().prop_map(str::to_owned);
    let votes = (0_usize..8, 0_usize..4).prop_map(|(yes, no)| ballots(yes, no));
    let reason = || document("reason");
    prop_oneof![
        1 => prop::collection::vec(any_expert(), 0..9).prop_map(|experts| attend(experts.into_iter())),
        1 => (any_case(), any_expert()).prop_map(|(case, n)| recuse(case, n)),
        1 => (any_case(), prop::collection::vec(any_expert(), 2..5)).prop_map(|(case, all)| opinion(case, all.into_iter())),
        1 => (any_case(), 0_u32..12_000).prop_map(|(case, ethics)| score(case, ethics)),
        3 => case().prop_map(|case| open_vote(&case)),
        6 => (any_case(), any_expert()).prop_map(|(case, n)| paper(case, n)),
        1 => case().prop_map(move |case| Command::VoidVote { case, reason: reason() }),
        3 => (case(), votes, any::<bool>())
            .prop_map(|(case, ballots, early)| Command::CloseVote { case, ballots, early: early.then(|| document("early")), urn: None }),
        2 => any_case().prop_map(|case| conclude(case, Some(reasons(&["ability"])))),
        1 => any_case().prop_map(postpone),
        1 => Just(Command::Announce),
    ]
}

/// Whether everything in a history is as it must be, looked at event by event.
fn sound(log: &[Event<SessionEvent>]) {
    let mut state = Session::default();
    let mut papers: BTreeMap<(String, u32), BTreeSet<String>> = BTreeMap::new();
    for event in log {
        match &event.what {
            SessionEvent::PaperIssued { case, round, expert } => {
                let item = state.item(case).unwrap();
                assert!(matches!(item.vote, Vote::Open { .. }), "a paper for a vote that is not open");
                assert!(state.present.contains(expert), "the absent vote");
                assert!(!item.recused.contains_key(expert), "the recused vote");
                assert_eq!(event.actor, *expert, "somebody votes for another");
                assert!(
                    papers.entry((case.clone(), *round)).or_default().insert(expert.clone()),
                    "somebody votes twice"
                );
            }
            SessionEvent::VoteClosed { case, round, ballots, result, .. } => {
                let issued = papers.get(&(case.clone(), *round)).map_or(0, BTreeSet::len);
                assert!(ballots.len() <= issued, "more ballots than papers");
                assert!(ballots.windows(2).all(|pair| pair[0].serial < pair[1].serial), "in the order of serials");
                let yes = ballots.iter().filter(|ballot| ballot.choice == Choice::Yes).count();
                let present = state.present.len();
                assert!(3 * present >= 2 * 7, "no quorum");
                assert_eq!(result.passed, yes > 0 && 3 * yes >= 2 * present);
            }
            SessionEvent::Concluded { case, outcome: Outcome::Passed, .. } => {
                assert!(
                    matches!(&state.item(case).unwrap().vote, Vote::Closed(result) if result.passed),
                    "passed without a vote"
                );
            }
            SessionEvent::Concluded { reasons, .. } => assert!(reasons.is_some(), "not passed without reasons"),
            SessionEvent::Announced { results } => assert_eq!(results.len(), 2, "announced before all is settled"),
            _ => {}
        }
        state.evolve(event);
    }
    assert_eq!(Session::replay(log), state);
}

fn held(mut given: Given, orders: Vec<(Actor, Command)>) -> Given {
    for (by, command) in orders {
        if given.when(&by, command.clone()).is_ok() {
            given = given.and(&by, command);
        }
    }
    given
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn from_the_beginning(orders in prop::collection::vec((any_actor(), any_command()), 0..120)) {
        sound(&held(Given::convened(), orders).log);
    }

    #[test]
    fn from_an_open_vote(present in 5_usize..=7, orders in prop::collection::vec((any_actor(), any_command()), 0..80)) {
        let prepared = (4..=present).fold(Given::sitting(present), |given, n| given.and(&expert(n), score("b", 9_000)));
        sound(&held(prepared.open("a"), orders).log);
    }

    #[test]
    fn everybody_votes(present in 5_usize..=7, yes in 0_usize..=7, case in Just("a")) {
        let given = Given::sitting(present).voted(case, yes.min(present));
        sound(&given.log);
        let Vote::Closed(result) = &given.state.item(case).unwrap().vote else { panic!("closed") };
        prop_assert_eq!(result.passed, 3 * yes.min(present) >= 2 * present);
    }
}
