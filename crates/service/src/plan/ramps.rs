//! The ramps between the ladders: every route of the place, and how it serves the person.

use engine::explain_by;
use engine::plan::{LevelPlan, Plan, Reach};
use model::plan::{Ramp, RampState};
use model::{Day, Outcome, Target};
use policy::condition;
use policy::rule::{Route, Test};

use super::{Teller, never_holds};
use crate::document::Writer;

impl Teller<'_> {
    pub(super) fn ramps(&self, plan: &Plan) -> Vec<Ramp> {
        let day = plan.end;
        let person = engine::plan::person(self.ask.dossier, self.ask.as_of, day, &plan.granted);
        let question = self.question(&person, day);
        let mut ramps = Vec::new();
        for (number, rules) in self.planner.roads.iter().enumerate().filter_map(|(i, road)| Some((i, road.on(day)?))) {
            let facts = self.facts(rules, &person, day);
            let writer = Writer::new(self.guantong, &facts, &question);
            for (target, level) in self.planner.targets.iter().zip(&plan.levels) {
                let Some(governed) = rules.governed.iter().find(|governed| governed.serves(target)) else { continue };
                for (i, reasons) in explain_by(&facts, governed, target).routes.iter().enumerate() {
                    let stopped = reasons.conditions.iter().find(never_holds).map(|reason| writer.condition(reason));
                    let (state, day) = state(level, number, i, reasons.outcome, stopped.is_some());
                    ramps.push(Ramp {
                        route: reasons.route.id.clone(),
                        name: reasons.route.name.in_language(self.ask.lang.key()).to_owned(),
                        from: start(reasons.route, target, self.planner.targets).map(|from| self.target(&from)),
                        to: self.target(target),
                        state,
                        day,
                        closed_by: stopped.filter(|_| state == RampState::Closed),
                    });
                }
            }
        }
        ramps
    }
}

/// How a route serves the person: by the ways of the plan, else by how it stands when everything else has been granted.
fn state(level: &LevelPlan, road: usize, route: usize, end: Outcome, stopped: bool) -> (RampState, Option<Day>) {
    let goes = |reach: &Option<Reach>| {
        let arrival = reach.as_ref()?.arrival()?;
        (arrival.road == road && arrival.route == Some(route)).then_some(arrival.day)
    };
    if level.held {
        return (RampState::Behind, None);
    }
    if let Some(day) = goes(&level.certain) {
        return (RampState::Taken, Some(day));
    }
    if let Some(day) = goes(&level.decided) {
        return (RampState::IfDecided, Some(day));
    }
    let state = match end {
        Outcome::Undetermined if !stopped => RampState::Undetermined,
        Outcome::NotEligible | Outcome::NotGoverned | Outcome::Undetermined => RampState::Closed,
        _ => RampState::Spare,
    };
    (state, None)
}

/// The highest level of the other ladder that a route asks for.
fn start(route: &Route, target: &Target, ladder: &[Target]) -> Option<Target> {
    let (mut skill, mut title) = (None, None);
    route.rule.leaves(&mut |leaf| match &leaf.test {
        Test::Condition(condition::Condition::Skill(test)) => skill = skill.max(Some(test.at_least)),
        Test::Condition(condition::Condition::Title(test)) => title = title.max(Some(test.at_least)),
        _ => {}
    });
    match target {
        Target::Title { .. } => skill.map(|level| Target::Skill { level, occupation: None }),
        // A title of the series that the plan is about.
        Target::Skill { .. } => {
            ladder.iter().find(|other| matches!(other, Target::Title { tier, .. } if Some(*tier) == title)).cloned()
        }
    }
}
