//! How far a step has come.

use std::collections::BTreeMap;

use model::procedure::Work;
use serde::Serialize;

use super::DocumentRef;
use super::notice::OpenNotice;

/// The verdict on one point.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Verdict {
    /// Whether it is met.
    pub met: bool,
    /// Why.
    pub reason: Option<DocumentRef>,
    /// Who gave it.
    pub by: String,
}

/// The result of one part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PartResult {
    /// Whether it was passed.
    pub passed: bool,
    /// The sheet.
    pub sheet: Option<DocumentRef>,
    /// Who entered it.
    pub by: String,
}

/// How far a step has come, by its work.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// The verdicts on the points.
    Check(BTreeMap<String, Verdict>),
    /// The notice, once published.
    Notice(Option<OpenNotice>),
    /// The session on whose agenda it stands.
    Review(Option<String>),
    /// The results of the parts.
    Exam(BTreeMap<String, PartResult>),
    /// Nothing yet.
    Confirm,
}

impl Progress {
    /// A step that nobody has touched.
    #[must_use]
    pub fn untouched(work: &Work) -> Self {
        match work {
            Work::Check(_) => Self::Check(BTreeMap::new()),
            Work::Notice(_) => Self::Notice(None),
            Work::Review(_) => Self::Review(None),
            Work::Exam(_) => Self::Exam(BTreeMap::new()),
            Work::Confirm => Self::Confirm,
        }
    }
}
