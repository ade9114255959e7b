//! One thing that is wrong with the tree: where it is, what it is, and what would do.

use std::fmt;

/// A finding of a check, in the form that an editor can jump to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub path: String,
    pub line: Option<usize>,
    pub what: String,
    pub remedy: String,
}

impl Problem {
    /// A problem of a whole file or folder.
    pub fn in_file(path: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, what: what.into(), remedy: remedy.into() }
    }

    /// A problem on one line, counted from 1.
    pub fn on_line(path: &str, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::in_file(path, what, remedy) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:", self.path)?;
        if let Some(line) = self.line {
            write!(formatter, "{line}:")?;
        }
        write!(formatter, " {}; {}", self.what, self.remedy)
    }
}
