//! Logins over the real router, on both databases: every function below is a test on SQLite and one on a real PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod entering;
mod entrance;
mod refusing;
mod routes;
mod sessions;
#[path = "../site/mod.rs"]
mod site;

/// Makes two tests of each function.
macro_rules! on_both {
    ($($module:ident: $($name:ident),+;)+) => {
        mod sqlite {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() { crate::$module::$name(&crate::entrance::Entrance::sqlite().await).await }
            )+ })+
        }
        mod postgres {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() { crate::$module::$name(&crate::entrance::Entrance::postgres().await).await }
            )+ })+
        }
    };
}

on_both! {
    entering: staff_get_in_with_password_and_code, an_applicant_may_do_without_a_second_factor, a_recovery_code_lets_in_once,
        an_invitation_sets_a_password_once, an_invitation_is_over_after_a_day_and_may_forget_the_factor,
        an_account_that_was_ended_leaves_nothing_to_its_successor;
    refusing: unknown_accounts_and_wrong_passwords_get_one_answer, guessing_waits_and_the_owner_gets_in_from_a_known_browser,
        codes_are_guessed_slowly, forms_from_elsewhere_do_nothing, a_password_alone_opens_nothing,
        the_api_takes_a_session_only_with_its_forms_token, addresses_are_taken_as_they_come;
    sessions: a_session_cannot_be_planted_and_changes_its_token, a_stolen_cookie_is_worth_nothing_after_the_logout,
        a_session_ends_when_idle_and_after_its_time, one_session_ends_or_all, a_reset_ends_all_sessions,
        a_change_needs_a_fresh_confirmation, pages_speak_both_languages_and_say_who_is_in;
    routes: every_address_is_public_or_refuses;
}
