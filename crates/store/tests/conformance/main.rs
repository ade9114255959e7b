//! One suite for both databases: every function below is a test on SQLite and one on a real PostgreSQL.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod away;
mod backup;
mod chain;
mod earlier;
mod evidence;
mod log;
mod logins;
mod outbox;
mod stage;
mod urn;
mod worklist;

/// Makes two tests of each function.
macro_rules! on_both {
    ($($module:ident: $($name:ident),+;)+) => {
        mod sqlite {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() { crate::$module::$name(&crate::stage::Stage::sqlite()).await }
            )+ })+
        }
        mod postgres {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() { crate::$module::$name(&crate::stage::Stage::postgres()).await }
            )+ })+
        }
    };
}

on_both! {
    log: records_come_back_as_they_went_in, a_conflict_is_told_and_changes_nothing, a_repeated_request_gets_the_first_answer,
        another_request_under_the_key_is_refused, a_unit_is_all_or_nothing, what_cannot_be_kept_is_refused_with_its_place,
        one_of_two_writers_on_a_stream_wins, sixteen_writers_leave_no_gap, two_stores_write_one_chain,
        a_bad_unit_does_not_spoil_its_neighbours, pages_follow_the_log, keys_are_erased_once_their_term_is_over;
    chain: the_log_refuses_changes, every_single_tampering_is_found, cutting_off_the_end_is_found,
        a_known_root_finds_a_recomputed_chain, erasing_leaves_the_chain_whole, a_newer_schema_is_refused,
        a_place_that_cannot_be_used_is_told;
    outbox: messages_are_leased_and_come_again, each_recipient_keeps_its_order, takers_never_share_a_message,
        one_store_leads_and_another_takes_over;
    worklist: pages_are_complete_and_in_order, every_set_of_conditions_is_answered, rows_are_replaced_and_removed_with_their_keys;
    backup: a_backup_under_load_is_restored_with_its_root, a_backup_moves_to_the_other_database, a_full_place_is_not_overwritten,
        every_damage_to_a_backup_is_found, a_backup_of_a_broken_chain_is_refused;
    earlier: an_earlier_schema_is_brought_up_to_date, an_earlier_backup_is_restored;
    urn: ballots_are_kept_without_their_order, an_urn_is_closed_with_exactly_its_ballots, nothing_is_left_of_a_closed_urns_secret,
        a_voided_urn_is_empty, an_urn_moves_with_its_ballots, casting_and_closing_never_lose_a_ballot;
    logins: an_invitation_is_used_once_and_ends_all_sessions, a_factor_counts_once_it_is_taken_and_each_step_once,
        sessions_are_replaced_listed_and_ended, gates_count_each_attempt, a_backup_has_credentials_and_no_sessions;
    away: a_database_that_is_away_is_told_and_comes_back;
}
