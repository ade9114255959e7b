//! Four-valued truth: what a condition can be. It neither comes from `bool` nor turns into one.

/// Whether a condition holds on a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// A fact is missing that decides it.
    Unknown,
    /// The facts are there, and the text leaves it to a person or a body.
    Refer,
}

impl Truth {
    /// The key as written in output.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Refer => "refer",
        }
    }

    /// Both have to hold: the first present of `no`, `unknown`, `refer`, `yes` decides.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        [Self::No, Self::Unknown, Self::Refer]
            .into_iter()
            .find(|present| self == *present || other == *present)
            .unwrap_or(Self::Yes)
    }

    /// One has to hold: the first present of `yes`, `unknown`, `refer`, `no` decides.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        [Self::Yes, Self::Unknown, Self::Refer]
            .into_iter()
            .find(|present| self == *present || other == *present)
            .unwrap_or(Self::No)
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{No, Refer, Unknown, Yes};

    #[test]
    fn a_conjunction_takes_the_first_present() {
        assert_eq!(Unknown.and(No), No);
        assert_eq!(Refer.and(Unknown), Unknown);
        assert_eq!(Yes.and(Refer), Refer);
        assert_eq!(Yes.and(Yes), Yes);
    }

    #[test]
    fn an_alternative_takes_the_best() {
        assert_eq!(Unknown.or(Yes), Yes);
        assert_eq!(Refer.or(No), Refer);
        assert_eq!(No.or(No), No);
    }
}
