//! An applicant's way over the real router: from the self-check over the login to an application that is handed in, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[path = "../logins/entrance.rs"]
#[allow(dead_code, reason = "each test file uses a part")]
mod entrance;
mod offices;
mod people;
#[path = "../site/mod.rs"]
mod site;
mod strangers;
mod tabs;
mod uploads;
mod walk;

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
    walk: from_the_answer_to_a_title_in_one_place, from_the_answer_to_a_skill_level_in_another,
        what_was_filled_in_is_over_after_an_hour, an_application_is_not_begun_from_elsewhere;
    tabs: two_tabs_do_not_overwrite_each_other, a_form_that_saves_itself_says_how_it_stands,
        a_returned_case_says_at_each_field_what_is_wrong;
    uploads: files_come_in_parts_and_go_on_where_they_stopped, what_cannot_be_taken_is_refused_with_its_sentence,
        what_is_too_large_is_refused_at_once, one_file_may_prove_several_records_and_be_taken_out;
    offices: a_case_is_returned_with_everything_at_fault, only_whose_turn_it_is_returns,
        what_was_written_is_kept_where_an_order_is_refused;
    strangers: nobody_else_learns_of_a_draft, whoever_acts_reads_and_does_not_write;
}
