//! Use cases: the place where the rules, the engine and the wording meet. The command line and the portal both call it.

mod answer;
mod ask;
pub mod cases;
mod clock;
pub mod comparison;
pub mod coverage;
mod document;
pub mod dossier_changes;
mod embedded;
mod guantong;
pub mod guide;
pub mod library;
pub mod lint;
pub mod lookup;
mod pack_folder;
mod plan;
mod question;
mod recognised;
pub mod schemas;
mod side_by_side;
pub mod words;

pub use answer::Answers;
pub use ask::{Ask, FACTS_TO_SKIP, Refusal, Request, fact_to_skip};
pub use clock::{day_at, today};
pub use embedded::embedded_files;
pub use guantong::{Guantong, PolicyOverview};
pub use plan::{PlanAnswers, PlanAsk};
pub use policy::Settings;
pub use question::QuestionAsk;
pub use side_by_side::{Alike, Cell, SideBySide, TargetRow};
