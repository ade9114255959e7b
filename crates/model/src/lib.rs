//! The words of Guantong: levels, dossier, truth, dates and periods, decisions, citations. Pure values, no clock and no files.

mod award_lag;
pub mod contradiction;
pub mod day;
pub mod decision;
pub mod dossier;
pub mod fault;
mod json;
pub mod node;
pub mod paths;
pub mod periods;
pub mod plan;
pub mod procedure;
pub mod question;
pub mod reader;
pub mod reason;
pub mod recognised;
pub mod remedy;
pub mod retirement;
pub mod sheet;
pub mod standards;
pub mod target;
pub mod text;
pub mod titles;
pub mod truth;
pub mod words;
mod yaml;

pub use award_lag::{AwardLag, AwardLagFault};
pub use day::Day;
pub use dossier::Dossier;
pub use fault::{Fault, Faults};
pub use standards::Standards;
pub use target::Target;
pub use truth::Truth;
pub use words::{
    Appointment, CertificateKind, ContradictionKind, Direction, EducationLevel, Effect, EmployerKind, Grade, Outcome,
    PostClass, RetirementGroup, SanctionKind, SchoolClass, Series, Sex, SkillLevel, Stage, Status, TitleTier, Track,
    Word,
};
