//! Quorum and majority in every size and presence, against fractions computed another way; and what no count accepts.

use proptest::prelude::*;

use super::*;

fn attendance(size: u32, present: u32, recused: u32, recused_presence: RecusedPresence) -> Attendance {
    Attendance { size, present, recused, recused_presence }
}

fn ballots(yes: u32, no: u32, abstain: u32) -> Vec<Ballot> {
    let choices = [(Choice::Yes, yes), (Choice::No, no), (Choice::Abstain, abstain)];
    let all = choices.iter().flat_map(|(choice, count)| std::iter::repeat_n(*choice, *count as usize));
    all.enumerate().map(|(n, choice)| Ballot { serial: format!("{n:032x}"), choice }).collect()
}

/// The least number that is two thirds of `of`, by trying.
fn tried(of: u32) -> u32 {
    (0..=of).find(|n| n * 3 >= of * 2).unwrap()
}

#[test]
fn all_sizes_and_presences() {
    for size in 1..=101 {
        assert_eq!(two_thirds(size), tried(size));
        for present in 0..=size {
            let here = attendance(size, present, 0, RecusedPresence::Counts);
            assert_eq!(here.is_quorate(), present >= tried(size), "{present} of {size}");
            for yes in [0, 1, tried(present).saturating_sub(1), tried(present), present] {
                let yes = yes.min(present);
                let result = here.count(present, &ballots(yes, present - yes, 0)).unwrap();
                let passes = present >= tried(size) && yes >= tried(present) && yes > 0;
                assert_eq!(result.passed, passes, "{yes} of {present} of {size}");
                assert_eq!((result.quorum, result.needed, result.missing), (tried(size), tried(present), 0));
            }
        }
    }
}

#[test]
fn the_numbers_of_the_notes() {
    for (size, quorum) in [(11, 8), (25, 17)] {
        assert_eq!(two_thirds(size), quorum);
    }
    for (present, needed) in [(8, 6), (9, 6), (11, 8), (17, 12), (18, 12), (25, 17)] {
        assert_eq!(two_thirds(present), needed);
    }
}

#[test]
fn who_is_recused_counts_as_present_and_both_ways_are_shown() {
    let result = attendance(11, 9, 2, RecusedPresence::Counts).count(7, &ballots(5, 2, 0)).unwrap();
    assert_eq!((result.tally.present, result.needed, result.passed), (9, 6, false));
    assert_eq!((result.otherwise.present, result.passed_otherwise), (7, false), "seven of eleven are no quorum");
    let result = attendance(11, 10, 2, RecusedPresence::Leaves).count(8, &ballots(6, 2, 0)).unwrap();
    assert_eq!((result.tally.present, result.needed, result.passed), (8, 6, true));
    assert_eq!((result.otherwise.present, result.passed_otherwise), (10, false));
    assert!(!attendance(11, 9, 2, RecusedPresence::Leaves).is_quorate());
}

#[test]
fn a_paper_without_a_ballot_is_not_yes() {
    let result = attendance(11, 9, 0, RecusedPresence::Counts).count(9, &ballots(5, 0, 1)).unwrap();
    assert_eq!((result.missing, result.passed), (3, false));
    assert!(attendance(11, 9, 0, RecusedPresence::Counts).count(9, &ballots(6, 0, 0)).unwrap().passed);
}

#[test]
fn what_no_count_accepts() {
    let here = attendance(3, 3, 0, RecusedPresence::Counts);
    let code = |papers, ballots: &[Ballot]| here.count(papers, ballots).unwrap_err().code;
    assert_eq!(code(2, &ballots(3, 0, 0)), "ballots-too-many");
    assert_eq!(code(3, &[ballots(1, 0, 0), ballots(0, 1, 0)].concat()), "ballot-twice");
    for serial in ["", "abc", &"A".repeat(32), &"g".repeat(32), &"a".repeat(129)] {
        assert_eq!(code(3, &[Ballot { serial: serial.to_owned(), choice: Choice::Yes }]), "ballot-serial");
    }
}

proptest! {
    #[test]
    fn another_yes_never_hurts(size in 1_u32..60, absent in 0_u32..20, yes in 0_u32..60, no in 0_u32..60) {
        let present = size.saturating_sub(absent);
        let (yes, no) = (yes.min(present), no.min(present.saturating_sub(yes)));
        let here = attendance(size, present, 0, RecusedPresence::Counts);
        let passed = |yes, no| here.count(present, &ballots(yes, no, 0)).unwrap().passed;
        if yes < present && no > 0 {
            prop_assert!(!passed(yes, no) || passed(yes + 1, no - 1));
        }
        prop_assert_eq!(passed(yes, no), passed(yes, 0), "only yes counts");
    }

    #[test]
    fn the_order_of_the_ballots_makes_no_difference(yes in 0_u32..20, no in 0_u32..20, turn in 0_usize..40) {
        let mut all = ballots(yes, no, 1);
        let here = attendance(41, 41, 0, RecusedPresence::Counts);
        let before = here.count(41, &all).unwrap();
        let turn = turn % all.len();
        all.rotate_left(turn);
        prop_assert_eq!(here.count(41, &all).unwrap(), before);
    }
}
