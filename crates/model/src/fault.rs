//! What is wrong with an input: the place, the problem, and what would do.

use std::fmt;

/// The most faults of one input that are kept; further ones are only counted.
pub const FAULTS_KEPT: usize = 200;

/// One fault of an input.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct Fault {
    /// Where: a path such as `skills[0].date`, or empty for the whole input.
    pub path: String,
    /// The line of the input, counted from 1, where the format tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// What is wrong.
    pub problem: String,
    /// What would do.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.problem, self.remedy)
    }
}

/// All faults of one input; never empty when returned as an error.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, thiserror::Error)]
pub struct Faults {
    /// The faults, in the order of the input, at most [`FAULTS_KEPT`].
    pub faults: Vec<Fault>,
    /// How many further faults there are.
    pub further: usize,
}

impl Faults {
    /// A single fault as the whole list.
    #[must_use]
    pub fn one(path: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        let mut faults = Self::default();
        faults.add(path, None, problem, remedy);
        faults
    }

    /// Adds a fault.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        line: Option<u32>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        if self.faults.len() < FAULTS_KEPT {
            self.faults.push(Fault { path: path.into(), line, problem: problem.into(), remedy: remedy.into() });
        } else {
            self.further += 1;
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// `value` when there is no fault, otherwise the faults.
    ///
    /// # Errors
    /// The faults, when there are any.
    pub fn unless<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        if self.further > 0 {
            write!(f, "\nand {} further faults", self.further)?;
        }
        Ok(())
    }
}
