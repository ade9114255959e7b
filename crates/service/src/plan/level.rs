//! One level of a plan, told.

use engine::plan::{LevelPlan, Reach};
use engine::{decide, explain_by};
use model::decision::{Route, TargetRef};
use model::plan::{LevelState, PlannedLevel, WayThere};
use model::{Dossier, Outcome, Stage, Target, Truth};

use super::Teller;
use crate::document::{Writer, target_ref};

impl Teller<'_> {
    pub(super) fn level(&self, target: &Target, level: &LevelPlan) -> PlannedLevel {
        let missing = self.missing(target, level);
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

    /// The facts that may still make a level possible, or earlier: those that today's answer asks for, and where no way is
    /// known, those that are asked for when everything else has been granted.
    fn missing(&self, target: &Target, level: &LevelPlan) -> Vec<String> {
        if level.held {
            return Vec::new();
        }
        let mut paths = self.asked_for(target, self.ask.dossier, self.ask.as_of);
        if level.certain.is_none() {
            let person = engine::plan::person(self.ask.dossier, self.ask.as_of, self.plan.end, &self.plan.granted);
            let own = |path: &String| !is_of_an_award(path, self.ask.dossier);
            paths.extend(self.asked_for(target, &person, self.plan.end).into_iter().filter(own));
        }
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    fn asked_for(&self, target: &Target, person: &Dossier, day: model::Day) -> Vec<String> {
        let rules = self.planner.roads.iter().filter_map(|road| road.on(day));
        let verdict = |rules| decide(&self.facts(rules, person, day), target);
        let open = rules.map(verdict).filter(|verdict| verdict.outcome == Outcome::Undetermined);
        open.flat_map(|verdict| verdict.missing).map(|path| path.to_string()).collect()
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
                let never = |reason: &&engine::ConditionReason<'_>| {
                    reason.stage() == Stage::Filing && reason.holds == Truth::No && reason.from.is_none()
                        || reason.by_finding && reason.holds == Truth::No
                };
                stops.push(Route {
                    id: reasons.route.id.clone(),
                    name: reasons.route.name.in_language(self.ask.lang.key()).to_owned(),
                    outcome: reasons.outcome,
                    conditions: reasons.conditions.iter().filter(never).map(|one| writer.condition(one)).collect(),
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

/// Whether a path leads into a record that the plan added.
fn is_of_an_award(path: &str, dossier: &Dossier) -> bool {
    let added = |list: &str, own: usize| {
        let index = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('['));
        let index = index.and_then(|rest| rest.split(']').next()).and_then(|index| index.parse::<usize>().ok());
        index.is_some_and(|index| index >= own)
    };
    let length = |own: Option<usize>| own.unwrap_or(0);
    added("skills", length(dossier.skills.as_ref().map(Vec::len)))
        || added("titles", length(dossier.titles.as_ref().map(Vec::len)))
}
