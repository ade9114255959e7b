//! Compiled rules: a small tree of conditions with carriers, ready to be decided, explained and dated.

use model::{Day, Effect, EmployerKind, Series, SkillLevel, Stage, Target, TitleTier, Track};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::clause::ClauseRef;
use crate::condition::{Condition, Counted};
use crate::format::Text;

/// A rule of a route.
#[derive(Clone, PartialEq, Debug)]
pub enum Rule {
    /// All of these have to hold.
    All(Vec<Rule>),
    /// One of these has to hold.
    Any(Vec<Rule>),
    /// Some skill certificate has to fulfil this; it carries the route.
    SomeSkill(Box<Rule>),
    /// Some title has to fulfil this; it carries the route.
    SomeTitle(Box<Rule>),
    /// A group that a clause names: a finding on that clause settles all of it.
    Headed(Leaf, Box<Rule>),
    /// One condition.
    Leaf(Leaf),
}

/// One condition with its clause.
#[derive(Clone, PartialEq, Debug)]
pub struct Leaf {
    /// The clause.
    pub clause: ClauseRef,
    /// What is asked.
    pub test: Test,
    /// Decided from the dossier, or judged by people.
    pub stage: Stage,
    /// Whether a failure is left to people instead of failing.
    pub otherwise_refer: bool,
    /// Who decides what is referred: a position in [`crate::Policy::bodies`].
    pub refer_to: u16,
    /// The only time in which it is asked; outside it holds.
    pub during: Option<During>,
    /// Of what people judge: only for these kinds of employers, where any are named.
    pub for_employers: Vec<EmployerKind>,
    /// Of what people judge: the counted evidence that settles it.
    pub counted: Option<Box<Counted>>,
    /// Of what people judge: the part of the clause that is meant; the whole clause where none.
    pub says: Option<Text>,
}

/// A time, both days included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct During {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// What a leaf asks: a condition as written, or honours of one list.
#[derive(Clone, PartialEq, Debug)]
pub enum Test {
    /// A condition as packs write it.
    Condition(Condition),
    /// So many honours of the list at a position in [`crate::honours::Honours::lists`].
    HonourList {
        /// The position of the list.
        list: usize,
        /// How many are needed.
        at_least: u8,
    },
    /// Nothing of its own: the clause of a group.
    Heading,
}

impl Leaf {
    /// A plain filing condition.
    #[must_use]
    pub fn plain(clause: ClauseRef, condition: Condition) -> Self {
        Self {
            clause,
            test: Test::Condition(condition),
            stage: Stage::Filing,
            otherwise_refer: false,
            refer_to: 0,
            during: None,
            for_employers: Vec::new(),
            counted: None,
            says: None,
        }
    }
}

/// A time in which a direction is open only to those inside.
#[derive(Clone, PartialEq, Debug)]
pub struct Pilot {
    /// The clause.
    pub clause: ClauseRef,
    /// When.
    pub during: During,
    /// The tracks that it leads to.
    pub tracks: Vec<Track>,
    /// Who is inside.
    pub inside: Rule,
}

/// One compiled route to one target.
#[derive(Clone, PartialEq, Debug)]
pub struct Route {
    /// The identifier.
    pub id: String,
    /// What the route is called.
    pub name: Text,
    /// What eligibility opens.
    pub effect: Effect,
    /// The groups of shared conditions that it takes over, by name.
    pub with: Vec<String>,
    /// Its conditions.
    pub rule: Rule,
    /// How many conditions the rule has.
    pub conditions: usize,
}

/// The level of a ladder that a policy governs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Level {
    /// A title tier.
    Title(TitleTier),
    /// A skill level.
    Skill(SkillLevel),
}

impl Level {
    /// The track.
    #[must_use]
    pub fn track(self) -> Track {
        match self {
            Self::Title(_) => Track::Title,
            Self::Skill(_) => Track::Skill,
        }
    }
}

/// Every route to one level.
#[derive(Clone, PartialEq, Debug)]
pub struct Governed {
    /// The level.
    pub level: Level,
    /// The series governed; empty for skill levels.
    pub series: Vec<Series>,
    /// The routes, in the order of the pack.
    pub routes: Vec<Route>,
    /// Skill levels that any of the routes asks for.
    pub skill_levels: Vec<SkillLevel>,
    /// Title tiers that any of the routes asks for.
    pub title_tiers: Vec<TitleTier>,
    /// Skill levels whose years are left to the occupation's standard.
    pub standard: bool,
}

impl Governed {
    /// The level as a target: a title in the first series governed, a skill level in the present occupation.
    #[must_use]
    pub fn target(&self) -> Target {
        match self.level {
            Level::Title(tier) => {
                Target::Title { tier, series: self.series.first().copied().unwrap_or(Series::Engineering) }
            }
            Level::Skill(level) => Target::Skill { level, occupation: None },
        }
    }

    /// Whether this governs the target (the occupation of a skill target aside).
    #[must_use]
    pub fn serves(&self, target: &Target) -> bool {
        match (self.level, target) {
            (Level::Title(own), Target::Title { tier, series }) => own == *tier && self.series.contains(series),
            (Level::Skill(own), Target::Skill { level, .. }) => own == *level,
            _ => false,
        }
    }
}

impl Rule {
    /// How many leaves there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().map(Self::count).sum(),
            Self::SomeSkill(rule) | Self::SomeTitle(rule) | Self::Headed(_, rule) => rule.count(),
            Self::Leaf(_) => 1,
        }
    }

    /// Calls `visit` for every leaf, in order.
    pub fn leaves<'r>(&'r self, visit: &mut impl FnMut(&'r Leaf)) {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().for_each(|rule| rule.leaves(visit)),
            Self::SomeSkill(rule) | Self::SomeTitle(rule) => rule.leaves(visit),
            Self::Headed(leaf, rule) => {
                visit(leaf);
                rule.leaves(visit);
            }
            Self::Leaf(leaf) => visit(leaf),
        }
    }
}
