//! How long a session holds, and what it opens.

use crate::limits::{ABSOLUTE, CODE_LIFE, ENROL_LIFE, FRESH, IDLE, NOTED_AFTER};

/// How far a login has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// The password was right; the code is awaited. Opens nothing else.
    Code,
    /// The password was right; a second factor has to be set up first. Opens nothing else.
    Enrol,
    /// Logged in.
    Open,
}

impl Stage {
    /// The word for it in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Enrol => "enrol",
            Self::Open => "open",
        }
    }

    /// The stage of a word.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        [Self::Code, Self::Enrol, Self::Open].into_iter().find(|stage| stage.key() == key)
    }
}

/// The moments of a session, in milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Times {
    /// When it began; a new token does not begin it anew.
    pub began: i64,
    /// When it was last used, as far as that was noted.
    pub used: i64,
    /// When its owner last proved to be there with the strongest means that the account has.
    pub confirmed: Option<i64>,
}

impl Times {
    /// Whether the session is over.
    #[must_use]
    pub fn is_over(&self, stage: Stage, now: i64) -> bool {
        let (absolute, idle) = match stage {
            Stage::Code => (CODE_LIFE, CODE_LIFE),
            Stage::Enrol => (ENROL_LIFE, ENROL_LIFE),
            Stage::Open => (ABSOLUTE, IDLE),
        };
        now.saturating_sub(self.began) >= absolute || now.saturating_sub(self.used) >= idle
    }

    /// Whether its use is worth noting again.
    #[must_use]
    pub fn is_worth_noting(&self, now: i64) -> bool {
        now.saturating_sub(self.used) >= NOTED_AFTER
    }

    /// Whether its owner proved to be there within [`FRESH`].
    #[must_use]
    pub fn is_fresh(&self, now: i64) -> bool {
        self.confirmed.is_some_and(|at| now.saturating_sub(at) < FRESH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_idle_and_after_its_time() {
        let at = |began, used| Times { began, used, confirmed: None };
        let over = |times: Times, stage, now| times.is_over(stage, now);
        assert!(!over(at(0, 0), Stage::Open, IDLE - 1) && over(at(0, 0), Stage::Open, IDLE));
        assert!(
            !over(at(0, ABSOLUTE - 1), Stage::Open, ABSOLUTE - 1) && over(at(0, ABSOLUTE - 1), Stage::Open, ABSOLUTE)
        );
        assert!(over(at(0, 0), Stage::Code, CODE_LIFE) && !over(at(0, 0), Stage::Code, CODE_LIFE - 1));
        assert!(over(at(0, 0), Stage::Enrol, ENROL_LIFE) && !over(at(0, 0), Stage::Enrol, ENROL_LIFE - 1));
    }

    #[test]
    fn freshness_passes() {
        let times = Times { began: 0, used: 0, confirmed: Some(10) };
        assert!(times.is_fresh(10) && times.is_fresh(9 + FRESH) && !times.is_fresh(10 + FRESH));
        assert!(!Times { confirmed: None, ..times }.is_fresh(0));
        assert!(!times.is_worth_noting(NOTED_AFTER - 1) && times.is_worth_noting(NOTED_AFTER));
    }

    #[test]
    fn stages_are_read_back() {
        assert!([Stage::Code, Stage::Enrol, Stage::Open].iter().all(|stage| Stage::of(stage.key()) == Some(*stage)));
        assert_eq!(Stage::of("opened"), None);
    }
}
