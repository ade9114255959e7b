//! Below the ladders: the steps of the ways by number, and why closed ramps are closed.

use model::Day;
use model::plan::{PlanDocument, PlannedLevel, PlannedStep, Ramp, RampState};
use wording::Phrasebook;

use crate::label;
use crate::wrap::{lines, measured};

/// The type size of the legend.
const SIZE: f32 = 14.0;
/// From line to line.
const LINE: f32 = 22.0;
/// The most closed ramps that are named.
const MOST_CLOSED: usize = 14;

/// One line of the legend.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub y: f32,
    pub x: f32,
    /// `heading`, `step`, `decided` or `closed`.
    pub kind: &'static str,
    /// The number in a badge before it.
    pub number: Option<usize>,
    pub text: String,
}

/// The steps that end a way, in the order of their days: those by rules alone, then those where people decide.
pub(crate) fn steps<'p>(plan: &'p PlanDocument) -> Vec<(&'p PlannedLevel, &'p PlannedStep, bool)> {
    let of = |level: &'_ PlannedLevel| {
        let decided = level.way.is_none();
        let way = level.way.as_ref().or(level.way_if_decided.as_ref())?;
        // Of two on one day the one that needs fewer steps comes first.
        Some((decided, way.from, way.steps.len()))
    };
    let mut levels: Vec<((bool, Day, usize), &PlannedLevel)> =
        plan.levels.iter().filter_map(|level| Some((of(level)?, level))).collect();
    levels.sort_by_key(|(order, _)| *order);
    let step = |((decided, ..), level): ((bool, Day, usize), &'p PlannedLevel)| {
        let way = level.way.as_ref().or(level.way_if_decided.as_ref())?;
        Some((level, way.steps.last()?, decided))
    };
    levels.into_iter().filter_map(step).collect()
}

/// The number of a ramp's step.
pub(crate) fn number(plan: &PlanDocument, ramp: &Ramp) -> Option<usize> {
    let taken = matches!(ramp.state, RampState::Taken | RampState::IfDecided);
    let own = |(_, step, _): &(&PlannedLevel, &PlannedStep, bool)| {
        step.target == ramp.to && step.route.as_deref() == Some(ramp.route.as_str())
    };
    if taken { steps(plan).iter().position(own).map(|i| i + 1) } else { None }
}

/// The lines from `top` on, and where they end.
pub(crate) fn legend(plan: &PlanDocument, phrases: &Phrasebook, top: f32, (x, width): (f32, f32)) -> (Vec<Line>, f32) {
    let mut out = Legend { lines: Vec::new(), y: top, x, width };
    let steps = steps(plan);
    if !steps.is_empty() {
        out.heading(phrases.text("map-steps"));
    }
    for (i, (_, step, decided)) in steps.iter().enumerate() {
        let name = label::level(phrases, &step.target);
        let (day, route) = (step.from.to_string(), step.route_name.as_deref().unwrap_or_default());
        let id = if *decided { "map-step-decided" } else { "map-step" };
        let text = phrases.format(id, &[("day", &day), ("target", &name), ("route", route)]);
        let text = match &step.closes {
            Some(closes) => phrases.format("map-and", &[("first", &text), ("second", &closes.says)]),
            None => text,
        };
        out.item(if *decided { "decided" } else { "step" }, Some(i + 1), &text);
    }
    let closed: Vec<&Ramp> = plan.ramps.iter().filter(|ramp| ramp.state == RampState::Closed).collect();
    if !closed.is_empty() {
        out.y += 10.0;
        out.heading(phrases.text("map-closed"));
    }
    for ramp in closed.iter().take(MOST_CLOSED) {
        let name = label::level(phrases, &ramp.to);
        let (why, clause) = match &ramp.closed_by {
            Some(condition) => (condition.says.as_str(), condition.clause.as_str()),
            None => ("", ""),
        };
        let id = if why.is_empty() { "map-ramp-closed-silent" } else { "map-ramp-closed" };
        let arguments = [("route", &*ramp.name), ("target", &*name), ("why", why), ("clause", clause)];
        out.item("closed", None, &phrases.format(id, &arguments));
    }
    if closed.len() > MOST_CLOSED {
        let more = (closed.len() - MOST_CLOSED).to_string();
        out.item("closed", None, &phrases.format("map-more-closed", &[("count", &more)]));
    }
    (out.lines, out.y)
}

struct Legend {
    lines: Vec<Line>,
    y: f32,
    x: f32,
    width: f32,
}

impl Legend {
    fn heading(&mut self, text: &str) {
        self.lines.push(Line { y: self.y + 4.0, x: self.x, kind: "heading", number: None, text: text.to_owned() });
        self.y += LINE + 6.0;
    }

    fn item(&mut self, kind: &'static str, number: Option<usize>, text: &str) {
        let indent = 30.0;
        for (i, text) in lines(text, SIZE, self.width - indent).into_iter().enumerate() {
            debug_assert!(measured(&text, SIZE) < self.width);
            let number = number.filter(|_| i == 0);
            self.lines.push(Line { y: self.y, x: self.x + indent, kind, number, text });
            self.y += LINE;
        }
        self.y += 3.0;
    }
}
