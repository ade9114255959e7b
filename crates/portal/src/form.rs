//! The short form of the self-check: named by the paths of the dossier, and exactly convertible in both directions.

mod fill;
mod gather;
mod of_fact;
mod person;
mod spec;
mod state;
mod value;

pub(crate) use fill::fill;
pub(crate) use gather::gather;
pub(crate) use of_fact::{fields_of, is_of_fact, states};
pub(crate) use person::{PERSON, keep_person, show_person};
pub(crate) use spec::{
    Choices, HOURS_YEARS, Kind, LISTS, ListSpec, MOST_ROWS, REVIEW_YEARS, SCALARS, Scalar, list_named,
};
pub(crate) use state::Form;
pub(crate) use value::day;

#[cfg(test)]
#[path = "form/round_trip_tests.rs"]
mod tests;
