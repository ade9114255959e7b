//! One step of a way, told: what the wait is for, what has time to spare, who decides, and when it closes.

use engine::explain_by;
use engine::plan::{Closing, Reach, Step, Why};
use engine::timeline::Standing;
use model::Truth;
use model::decision::{Condition, Referral};
use model::plan::{Closes, PlannedStep, Slack};
use policy::{Clause, Policy};

use super::Teller;
use crate::document::Writer;

impl Teller<'_> {
    pub(super) fn step(&self, reach: &Reach, step: &Step) -> Option<PlannedStep> {
        let arrival = &step.arrival;
        let (target, rules) = (self.planner.targets.get(step.target)?, self.planner.rules(arrival)?);
        let governed = rules.governed.iter().find(|governed| governed.serves(target))?;
        let day = arrival.day;
        let person = self.planner.person_at(reach, step, day);
        let facts = self.facts(rules, &person, day);
        let eve = day.previous().max(self.ask.as_of);
        let before = self.planner.person_at(reach, step, eve);
        let before = self.facts(rules, &before, eve);
        let question = self.question(&person, day);
        let writer = Writer::new(self.guantong, &facts, &question);
        let explained = explain_by(&facts, governed, target);
        let reasons = arrival.route.and_then(|route| explained.routes.get(route));
        let (mut waits_for, mut slack) = (Vec::new(), Vec::new());
        let (mut decided_by, mut to_be_judged) = (Vec::new(), Vec::new());
        for reason in reasons.into_iter().flat_map(|reasons| &reasons.conditions) {
            let clause = rules.clause(reason.clause()).map(|clause| clause.id.clone()).unwrap_or_default();
            if reason.to_be_judged() {
                if !to_be_judged.contains(&clause) {
                    to_be_judged.push(clause);
                }
                continue;
            }
            if reason.holds == Truth::Refer
                && let Some((_, body)) = rules.bodies.get(reason.refer_to())
            {
                let to = body.in_language(self.ask.lang.key()).to_owned();
                let referral = Referral { to, clause };
                if !decided_by.contains(&referral) {
                    decided_by.push(referral);
                }
            }
            let least = if reason.holds == Truth::Yes { Standing::Yes } else { Standing::Refer };
            if eve < day && reason.is_below(least, &before) {
                waits_for.push(writer.condition(reason));
            } else if let Some(since) = reason.since.filter(|since| *since < day) {
                slack.push(Slack { condition: writer.condition(reason), days: day.days_since(since) });
            }
        }
        once_each(&mut waits_for);
        let cited = waits_for.iter().chain(slack.iter().map(|slack: &Slack| &slack.condition));
        let mut unsure: Vec<String> = cited.map(|condition| condition.clause.clone()).collect();
        unsure.retain(|id| rules.clause_named(id).and_then(|own| rules.clause(own)).is_some_and(Clause::is_unsure));
        unsure.sort_unstable();
        unsure.dedup();
        slack.sort_by_key(|slack| slack.days);
        Some(PlannedStep {
            target: self.target(target),
            policy: rules.id.clone(),
            route: reasons.map(|reasons| reasons.route.id.clone()),
            route_name: reasons.map(|reasons| reasons.route.name.in_language(self.ask.lang.key()).to_owned()),
            effect: arrival.effect,
            from: day,
            awarded: arrival.awarded,
            after_expiry: rules.expires.is_some_and(|last| day > last),
            needs: step.needs.clone(),
            waits_for,
            slack,
            decided_by,
            to_be_judged,
            unsure,
            closes: step.closing.as_ref().map(|closing| self.closes(rules, closing)),
        })
    }

    fn closes(&self, rules: &Policy, closing: &Closing) -> Closes {
        let day = closing.last_day.to_string();
        let (why, id, clauses) = match &closing.why {
            Why::Expiry => ("expiry", "plan-closes-expiry", rules.in_force_clauses.clone()),
            Why::Turn => ("rules-change", "plan-closes-rules-change", rules.in_force_clauses.clone()),
            Why::Conditions(clauses) => {
                let named = clauses.iter().filter_map(|clause| Some(rules.clause(*clause)?.id.clone()));
                ("conditions", "plan-closes-conditions", named.collect())
            }
        };
        let named = clauses.join(self.phrases.text("plan-list-mark"));
        let says = self.phrases.format(id, &[("day", &day), ("clauses", &named)]);
        Closes { last_day: closing.last_day, why, clauses, says }
    }
}

/// Drops conditions that say the same by the same clause.
fn once_each(conditions: &mut Vec<Condition>) {
    let mut seen: Vec<(String, String)> = Vec::new();
    conditions.retain(|one| {
        let key = (one.clause.clone(), one.says.clone());
        let new = !seen.contains(&key);
        if new {
            seen.push(key);
        }
        new
    });
}
