//! What is wrong with packs: the file, the line, the problem and what would do.

use std::fmt;

use model::Faults;

/// One fault of a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackFault {
    /// The file, below the policies folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: Option<u32>,
    /// The path within the file, for example `titles.routes[0].when[1]`.
    pub path: String,
    /// What is wrong.
    pub problem: String,
    /// What would do.
    pub remedy: String,
}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": ")?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.problem, self.remedy)
    }
}

/// All faults of the packs.
#[derive(Clone, PartialEq, Eq, Debug, Default, thiserror::Error)]
pub struct PackFaults(pub Vec<PackFault>);

impl fmt::Display for PackFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

/// Gathers the faults of one file.
pub(crate) struct Gather<'a> {
    pub file: String,
    pub faults: &'a mut PackFaults,
}

impl Gather<'_> {
    pub fn add(
        &mut self,
        line: Option<u32>,
        path: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.0.push(PackFault {
            file: self.file.clone(),
            line,
            path: path.into(),
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }

    pub fn all(&mut self, faults: Faults) {
        for fault in faults.faults {
            self.add(fault.line, fault.path, fault.problem, fault.remedy);
        }
    }
}
