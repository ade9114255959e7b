//! The pages, one file each.

pub(crate) mod api_guide;
pub(crate) mod applications;
pub(crate) mod begin;
pub(crate) mod carriers;
pub(crate) mod cases;
pub(crate) mod catalogue;
pub(crate) mod check;
pub(crate) mod clause;
pub(crate) mod comparison;
pub(crate) mod dossier_file;
pub(crate) mod inside;
pub(crate) mod interview;
pub(crate) mod logins;
pub(crate) mod matrix;
pub(crate) mod message;
pub(crate) mod parameters;
pub(crate) mod plan;
pub(crate) mod policies;
pub(crate) mod public;
pub(crate) mod result;
pub(crate) mod start;
pub(crate) mod ways_open;
