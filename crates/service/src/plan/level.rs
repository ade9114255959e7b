//! One level of a plan, told.

use engine::explain_by;
use engine::plan::{LevelPlan, Reach};
use model::Target;
use model::decision::{Route, TargetRef};
use model::plan::{LevelState, PlannedLevel, WayThere};

use super::{Teller, never_holds};
use crate::document::{Writer, target_ref};

impl Teller<'_> {
    pub(super) fn level(&self, target: &Target, level: &LevelPlan) -> PlannedLevel {
        let mut missing: Vec<String> = level.missing.iter().map(ToString::to_string).collect();
        missing.sort_unstable();
        let day = |reach: &Option<Reach>| reach.as_ref().and_then(Reach::arrival).map(|arrival| arrival.day);
        let (certain, decided) = (day(&level.certain), day(&level.decided));
        let state = match (level.held, certain, decided) {
            (true, ..) => LevelState::Held,
            (_, Some(day), _) if day <= self.ask.as_of => LevelState::Open,
            (_, Some(_), _) => LevelState::Later,
            (_, None, Some(_)) => LevelState::IfDecided,
            (_, None, None) if !missing.is_empty() => LevelState::Undetermined,
            _ => LevelState::Closed,
        };
        let rules = self.planner.roads.iter().find_map(|road| road.on(self.ask.as_of));
        let over = rules.is_some_and(|rules| rules.expires.is_some_and(|last| last < self.ask.as_of));
        let state = match state {
            LevelState::Open | LevelState::Later | LevelState::IfDecided if over => LevelState::IfRenewed,
            state => state,
        };
        let higher = level.within.and_then(|i| self.planner.targets.get(i));
        let stops = match state {
            LevelState::Closed if higher.is_none() => self.stops(target),
            _ => Vec::new(),
        };
        PlannedLevel {
            target: self.target(target),
            state,
            summary: self.summary(target, state, certain.or(decided), missing.len(), higher),
            earliest: certain,
            way: level.certain.as_ref().and_then(|reach| self.way(reach)),
            way_if_decided: level.decided.as_ref().and_then(|reach| self.way(reach)),
            way_by_ordinary_promotion: None,
            way_by_both: None,
            included_in: higher.map(|higher| self.target(higher)),
            missing,
            stops,
        }
    }

    pub(super) fn target(&self, target: &Target) -> TargetRef {
        target_ref(target, self.ask.dossier)
    }

    /// The way by the rules alone, else one on which people decide; none where the level is held.
    pub(super) fn best_way(&self, level: &LevelPlan) -> Option<WayThere> {
        let reach = level.certain.as_ref().or(level.decided.as_ref()).filter(|_| !level.held)?;
        self.way(reach)
    }

    fn way(&self, reach: &Reach) -> Option<WayThere> {
        let arrival = reach.arrival()?;
        let steps: Vec<_> = reach.steps.iter().filter_map(|step| self.step(reach, step)).collect();
        Some(WayThere {
            from: arrival.day,
            awarded: arrival.awarded,
            after_expiry: steps.iter().any(|step| step.after_expiry),
            after_retirement: super::horizon::past(self.horizon, arrival.day),
            steps,
        })
    }

    /// For each route to a level that never opens, the conditions that stop it when everything else has been granted; the
    /// route that is stopped by the fewest first.
    fn stops(&self, target: &Target) -> Vec<Route> {
        let day = self.plan.end;
        let person = engine::plan::person(self.ask.dossier, self.ask.as_of, day, &self.plan.granted);
        let question = self.question(&person, day);
        let mut stops: Vec<Route> = Vec::new();
        for rules in self.planner.roads.iter().filter_map(|road| road.on(day)) {
            let Some(governed) = rules.governed.iter().find(|governed| governed.serves(target)) else { continue };
            let facts = self.facts(rules, &person, day);
            let writer = Writer::new(self.guantong, &facts, &question);
            for reasons in explain_by(&facts, governed, target).routes {
                stops.push(Route {
                    id: reasons.route.id.clone(),
                    name: reasons.route.name.in_language(self.ask.lang.key()).to_owned(),
                    outcome: reasons.outcome,
                    conditions: reasons
                        .conditions
                        .iter()
                        .filter(never_holds)
                        .map(|one| writer.condition(one))
                        .collect(),
                });
            }
        }
        stops.retain(|route| !route.conditions.is_empty());
        stops.sort_by_key(|route| route.conditions.len());
        stops
    }

    fn summary(
        &self,
        target: &Target,
        state: LevelState,
        day: Option<model::Day>,
        missing: usize,
        higher: Option<&Target>,
    ) -> String {
        let named = |target: &Target| {
            let mut name = String::new();
            self.phrases.target(&mut name, target);
            name
        };
        let (name, day) = (named(target), day.map(|day| day.to_string()).unwrap_or_default());
        let (count, higher) = (missing.to_string(), higher.map(named));
        let id = match (state, &higher) {
            (LevelState::Held, _) => "plan-held",
            (LevelState::Open, _) => "plan-open",
            (LevelState::Later, _) => "plan-later",
            (LevelState::IfDecided, _) => "plan-if-decided",
            (LevelState::IfRenewed, _) => "plan-if-renewed",
            (LevelState::Undetermined, _) if missing == 1 => "plan-undetermined-one",
            (LevelState::Undetermined, _) => "plan-undetermined",
            (LevelState::Closed, Some(_)) => "plan-included",
            (LevelState::Closed, None) => "plan-closed",
        };
        let higher = higher.unwrap_or_default();
        let arguments = [("target", &*name), ("day", &*day), ("count", &*count), ("higher", &*higher)];
        self.phrases.format(id, &arguments)
    }
}
