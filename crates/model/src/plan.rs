//! The plans that go out (`guantong/plan/1`, `guantong/plans/1`).

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::decision::{Condition, JurisdictionRef, PolicyRef, Referral, Route, TargetRef};
use crate::paths::FactPath;
use crate::recognised::Recognised;
use crate::retirement::Month;
use crate::words::{Effect, RetirementGroup};

/// The schema identifier of one jurisdiction's plan.
pub const PLAN_SCHEMA: &str = "guantong/plan/1";
/// The schema identifier of the plans of several jurisdictions.
pub const PLANS_SCHEMA: &str = "guantong/plans/1";

/// The plans of several jurisdictions.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Plans {
    /// `guantong/plans/1`.
    pub schema: &'static str,
    /// One document a jurisdiction.
    pub results: Vec<PlanDocument>,
    /// What each of them makes of the person's certificates, titles, honours and diplomas on the day.
    pub recognised: Vec<Recognised>,
}

/// The plan of one person in one jurisdiction: the earliest day of every level, and the way there.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct PlanDocument {
    /// `guantong/plan/1`.
    pub schema: &'static str,
    /// The day from which it is planned.
    pub as_of: Day,
    /// The language of the sentences: `zh` or `en`.
    pub lang: &'static str,
    /// How long after eligibility a level is granted, as an ISO 8601 duration.
    pub award_lag: String,
    /// The place.
    pub jurisdiction: JurisdictionRef,
    /// The policy in force on the day, or the next one, or the last.
    pub policy: PolicyRef,
    /// The levels: titles first, each track in ladder order.
    pub levels: Vec<PlannedLevel>,
    /// The ramps between the two ladders: every route of the place, as this person may go it.
    pub ramps: Vec<Ramp>,
    /// When the person retires by the statutory age: a horizon that only warns.
    pub retirement: Horizon,
    /// What to know beside the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// When a person retires by the statutory age. It never decides: whether somebody is in service is told by the dossier.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct Horizon {
    /// One case; two for a woman whose class of post is not stated.
    pub cases: Vec<HorizonCase>,
    /// The dossier paths that would tell, or would tell which of two cases holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<FactPath>,
}

/// One case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct HorizonCase {
    /// Whose age it is.
    pub group: RetirementGroup,
    /// The month in which the statutory age is reached, `YYYY-MM`.
    #[schemars(with = "String")]
    pub month: Month,
    /// The earliest month, at one's own choice.
    #[schemars(with = "String")]
    pub earliest: Month,
    /// The latest month, where the employer agrees.
    #[schemars(with = "String")]
    pub latest: Month,
    /// The clauses of the national ledger.
    pub clauses: Vec<String>,
    /// One sentence that says it.
    pub says: String,
}

/// Where somebody stands with a level.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LevelState {
    /// It, or a higher one, is held.
    Held,
    /// It can be applied for today.
    Open,
    /// It opens on a later day, by the rules alone.
    Later,
    /// It opens only where people decide in favour.
    IfDecided,
    /// The rules have run out: it would open if they were continued.
    IfRenewed,
    /// Facts are missing, and no way is known without them.
    Undetermined,
    /// No way leads there.
    Closed,
}

impl LevelState {
    /// The key, as output carries it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Open => "open",
            Self::Later => "later",
            Self::IfDecided => "if-decided",
            Self::IfRenewed => "if-renewed",
            Self::Undetermined => "undetermined",
            Self::Closed => "closed",
        }
    }
}

/// One level.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct PlannedLevel {
    /// The level.
    pub target: TargetRef,
    /// Where the person stands with it.
    pub state: LevelState,
    /// One sentence that says it.
    pub summary: String,
    /// The first day on which to apply by the rules of the place alone; null where there is none.
    pub earliest: Option<Day>,
    /// The way there by the rules of the place alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<WayThere>,
    /// An earlier way, or the only one, on which people decide at some step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_if_decided: Option<WayThere>,
    /// The ordinary way within one ladder, by the national rules, for comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_by_ordinary_promotion: Option<WayThere>,
    /// A way that goes partly by ordinary promotion and partly by the place's rules, where it is earlier than either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_by_both: Option<WayThere>,
    /// The higher level of the same ladder that opens earlier and includes this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included_in: Option<TargetRef>,
    /// The dossier paths that may still make it earlier, or possible.
    pub missing: Vec<String>,
    /// What stops each route, where no way leads there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Route>,
}

/// A way to a level.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct WayThere {
    /// The first day on which to apply for the level.
    pub from: Day,
    /// The day on which it is granted.
    pub awarded: Day,
    /// Whether some step lies past the last day of the rules that it needs.
    pub after_expiry: bool,
    /// By whose statutory retirement age the first day lies past retirement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after_retirement: Vec<RetirementGroup>,
    /// What is taken in which order; the level itself last.
    pub steps: Vec<PlannedStep>,
}

/// One step of a way: a level that is applied for and granted.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct PlannedStep {
    /// The level.
    pub target: TargetRef,
    /// The policy whose rules open it.
    pub policy: String,
    /// The route's identifier in the pack; null where missing facts leave open which one it is.
    pub route: Option<String>,
    /// What the route is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route_name: Option<String>,
    /// What eligibility opens.
    pub effect: Effect,
    /// The first day on which to apply.
    pub from: Day,
    /// The day on which it is granted.
    pub awarded: Day,
    /// Whether the day lies past the last day of the rules.
    pub after_expiry: bool,
    /// The positions of the earlier steps that it needs.
    pub needs: Vec<usize>,
    /// The conditions that the wait is for: none held the day before. Empty where there is no wait.
    pub waits_for: Vec<Condition>,
    /// The conditions with a day of their own that are met earlier, with the days to spare.
    pub slack: Vec<Slack>,
    /// Who decides in this step, and by which clause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<Referral>,
    /// The clauses that a reviewer or committee judges in this step.
    pub to_be_judged: Vec<String>,
    /// The clauses of these conditions whose source is not confirmed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsure: Vec<String>,
    /// When it closes again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<Closes>,
}

/// A condition that is met before it is needed.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Slack {
    /// The condition, on the day of the step.
    pub condition: Condition,
    /// How many days earlier it is met.
    pub days: i32,
}

/// The end of a time in which a level is open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Closes {
    /// The last safe day on which to file.
    pub last_day: Day,
    /// Why: `expiry`, `rules-change` or `conditions`.
    pub why: &'static str,
    /// The clauses that end it.
    pub clauses: Vec<String>,
    /// One sentence that says it.
    pub says: String,
}

/// How a ramp serves somebody.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RampState {
    /// The level that it leads to, or a higher one, is held.
    Behind,
    /// The earliest way goes over it.
    Taken,
    /// It is, or becomes, open, but another way is earlier.
    Spare,
    /// The earliest way goes over it where people decide in favour.
    IfDecided,
    /// Facts are missing.
    Undetermined,
    /// It stays closed.
    Closed,
}

impl RampState {
    /// The key, as output carries it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Behind => "behind",
            Self::Taken => "taken",
            Self::Spare => "spare",
            Self::IfDecided => "if-decided",
            Self::Undetermined => "undetermined",
            Self::Closed => "closed",
        }
    }
}

/// One route as a ramp.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Ramp {
    /// The route's identifier in the pack.
    pub route: String,
    /// What the route is called.
    pub name: String,
    /// The level of the other ladder that it starts from; null for a route that starts from none, such as an honour.
    pub from: Option<TargetRef>,
    /// The level that it leads to.
    pub to: TargetRef,
    /// How it serves the person.
    pub state: RampState,
    /// The first day on which it is gone, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The condition that closes it, where it stays closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<Condition>,
}
