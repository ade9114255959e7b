//! What a decision is asked for: a title in a series, or a skill level in an occupation.

use std::fmt;

use crate::titles::title_named;
use crate::words::{Series, SkillLevel, TitleTier, Track, Word};

/// One level of one ladder.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A title of a tier in a series.
    Title {
        /// The tier.
        tier: TitleTier,
        /// The series.
        series: Series,
    },
    /// A skill level; `None` is the present occupation.
    Skill {
        /// The level.
        level: SkillLevel,
        /// The occupation asked for, where one was named.
        occupation: Option<String>,
    },
}

impl Target {
    /// Reads `title:LEVEL[:SERIES]` or `skill:LEVEL[:OCCUPATION]`; words by key or Chinese name.
    ///
    /// # Errors
    /// Says what is wrong and what would do.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, [':', '：']);
        let (track, level, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let track = Track::parse(track)
            .ok_or_else(|| format!("`{text}` is no target; write title:LEVEL[:SERIES] or skill:LEVEL[:OCCUPATION]"))?;
        let level = level.ok_or_else(|| format!("`{text}` names no level; write for example {}", example(track)))?;
        match track {
            Track::Title => {
                let (tier, implied) = match (TitleTier::parse(level), title_named(level)) {
                    (Some(tier), _) => (tier, None),
                    (None, Some(title)) => (title.tier, Some(title.series)),
                    (None, None) => {
                        return Err(format!("`{level}` is no title tier; write one of {}", TitleTier::choices()));
                    }
                };
                let named = rest
                    .map(|name| {
                        Series::parse(name)
                            .ok_or_else(|| format!("`{name}` is no title series; write one of {}", Series::choices()))
                    })
                    .transpose()?;
                if let (Some(named), Some(implied)) = (named, implied)
                    && named != implied
                {
                    return Err(format!("`{level}` is a title of {}, not of {}", implied.zh(), named.zh()));
                }
                Ok(Self::Title { tier, series: named.or(implied).unwrap_or(Series::Engineering) })
            }
            Track::Skill => {
                let level = SkillLevel::parse(level)
                    .ok_or_else(|| format!("`{level}` is no skill level; write one of {}", SkillLevel::choices()))?;
                let occupation = rest.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
                Ok(Self::Skill { level, occupation })
            }
        }
    }

    /// The track.
    #[must_use]
    pub fn track(&self) -> Track {
        match self {
            Self::Title { .. } => Track::Title,
            Self::Skill { .. } => Track::Skill,
        }
    }

    /// The key of the level.
    #[must_use]
    pub fn level(&self) -> &'static str {
        match self {
            Self::Title { tier, .. } => tier.key(),
            Self::Skill { level, .. } => level.key(),
        }
    }

    /// What the level is called, for example 工程师 or 技师.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Title { tier, series } => crate::titles::title_name(*series, *tier),
            Self::Skill { level, .. } => level.zh(),
        }
    }
}

fn example(track: Track) -> &'static str {
    match track {
        Track::Title => "title:intermediate",
        Track::Skill => "skill:technician",
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title { tier, series } => write!(f, "title:{tier}:{series}"),
            Self::Skill { level, occupation: None } => write!(f, "skill:{level}"),
            Self::Skill { level, occupation: Some(name) } => write!(f, "skill:{level}:{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_by_key_and_name() {
        let engineer = Target::Title { tier: TitleTier::Intermediate, series: Series::Engineering };
        assert_eq!(Target::parse("title:intermediate").unwrap(), engineer);
        assert_eq!(Target::parse("职称：工程师").unwrap(), engineer);
        assert_eq!(Target::parse("title:农艺师:农业").unwrap().to_string(), "title:intermediate:agriculture");
        assert!(Target::parse("title:农艺师:工程").is_err());
        assert_eq!(Target::parse("skill:技师:焊工").unwrap().to_string(), "skill:technician:焊工");
        for wrong in ["", "title", "title:", "title:x", "job:technician", "skill:工程师"] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}
