//! Runs the worked examples of a policy and notes on which side of each condition and provision every one stands.

use std::collections::HashMap;

use engine::{ConditionReason, Explained, Facts, Names, explain};
use model::reason::{Placing, Reason};
use model::{Outcome, Target, Truth};
use policy::Policy;
use policy::rule::Governed;

use super::conditions::Conditions;
use super::sides::{Edge, Side, Sides};
use crate::cases::Case;
use crate::document::notes::Asked;
use crate::guantong::Guantong;

/// A provision beside the conditions.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Beside {
    /// The days in force.
    InForce,
    /// A waiver, by its position.
    Waiver(usize),
    /// How classes of technical schools count.
    Equivalence,
    /// A warning, by its position.
    Warning(usize),
    /// A catalogue table, by its clause.
    Table(String),
    /// A catalogue major, by its position.
    Major(usize),
}

/// On which side the worked examples stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    conditions: Vec<Sides>,
    edges: Vec<Edge>,
    clauses: HashMap<String, Sides>,
    beside: HashMap<Beside, Sides>,
    named: HashMap<String, Side>,
}

impl Tally {
    /// No examples.
    pub(crate) fn none(conditions: &Conditions<'_>) -> Self {
        let count = conditions.count();
        Self { conditions: vec![Sides::default(); count], edges: vec![Edge::default(); count], ..Self::default() }
    }

    pub(crate) fn of_condition(&self, position: usize) -> Sides {
        self.conditions.get(position).cloned().unwrap_or_default()
    }

    pub(crate) fn edge_of(&self, position: usize) -> Edge {
        self.edges.get(position).cloned().unwrap_or_default()
    }

    pub(crate) fn of_clause(&self, clause: &str) -> Sides {
        self.clauses.get(clause).cloned().unwrap_or_default()
    }

    pub(crate) fn of(&self, beside: &Beside) -> Sides {
        self.beside.get(beside).cloned().unwrap_or_default()
    }

    /// The examples whose reason names a clause.
    pub(crate) fn naming(&self, clause: &str) -> Side {
        self.named.get(clause).cloned().unwrap_or_default()
    }
}

/// Runs the examples.
pub(crate) fn run(guantong: &Guantong, policy: &Policy, conditions: &Conditions<'_>, cases: &[&Case]) -> Tally {
    let mut tally = Tally::none(conditions);
    for (number, case) in cases.iter().enumerate() {
        let facts = Facts::new(policy, &guantong.packs().national, &case.standards, &case.dossier, case.as_of);
        let mut one = One { tally: &mut tally, number, id: &case.id, policy, conditions, facts: &facts };
        one.named(&case.why);
        for (target, _) in &case.expect {
            one.target(guantong, target);
        }
    }
    tally
}

/// One example.
struct One<'o, 'p> {
    tally: &'o mut Tally,
    number: usize,
    id: &'o str,
    policy: &'p Policy,
    conditions: &'o Conditions<'p>,
    facts: &'o Facts<'p>,
}

impl One<'_, '_> {
    /// Notes the clauses that the example's reason names.
    fn named(&mut self, why: &str) {
        let part_of_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        for word in why.split(|c: char| !part_of_id(c)).map(|word| word.trim_end_matches('.')) {
            if self.policy.clause_named(word).is_some() {
                self.tally.named.entry(word.to_owned()).or_default().add(self.number, self.id);
            }
        }
    }

    fn beside(&mut self, beside: Beside, holds: bool) {
        let holds = if holds { Truth::Yes } else { Truth::No };
        self.tally.beside.entry(beside).or_default().add(holds, self.number, self.id);
    }

    fn target(&mut self, guantong: &Guantong, target: &Target) {
        self.beside(Beside::InForce, self.policy.in_force_on(self.facts.as_of));
        let explained = explain(self.facts, target);
        for reason in &explained.pilot {
            self.condition(guantong, &explained, reason, target);
        }
        if explained.verdict.outcome == Outcome::NotGoverned {
            return;
        }
        let Explained { routes, .. } = &explained;
        for reason in routes.iter().flat_map(|route| &route.conditions) {
            self.condition(guantong, &explained, reason, target);
        }
        if explained.governed.is_some() {
            self.provisions(target);
        }
    }

    fn condition(
        &mut self,
        guantong: &Guantong,
        explained: &Explained<'_>,
        reason: &ConditionReason<'_>,
        target: &Target,
    ) {
        if let Some(clause) = self.policy.clause(reason.clause()) {
            self.tally.clauses.entry(clause.id.clone()).or_default().add(reason.holds, self.number, self.id);
        }
        let position = self.conditions.position(reason.test());
        if let Some(sides) = position.and_then(|position| self.tally.conditions.get_mut(position)) {
            sides.add(reason.holds, self.number, self.id);
        }
        if let Some(edge) = position.and_then(|position| self.tally.edges.get_mut(position)) {
            if reason.since == Some(self.facts.as_of) {
                edge.on_the_day.add(self.number, self.id);
            }
            if reason.from == Some(self.facts.as_of.next()) {
                edge.day_before.add(self.number, self.id);
            }
        }
        let (detail, _) = reason.detail(self.facts);
        let short = matches!(detail, Reason::Counted { .. }) && reason.holds == Truth::Unknown;
        if let Some(sides) = position.filter(|_| short).and_then(|position| self.tally.conditions.get_mut(position)) {
            sides.short.add(self.number, self.id);
        }
        match (detail, explained.governed) {
            (Reason::Catalogue(Some(occupation), placing), Some(governed)) if !reason.by_finding => {
                let listed = placing == Placing::Listed;
                self.looked_up(guantong, governed, occupation, listed, target);
            }
            (
                Reason::Specialty { specialty: Some(name), .. } | Reason::TitleSpecialty { specialty: Some(name), .. },
                _,
            ) if !reason.by_finding => {
                let Some(catalogue) = &self.policy.catalogue else { return };
                let majors = catalogue.majors_named(name) & catalogue.towards(target.track());
                for major in (0..catalogue.majors.len()).filter(|major| majors & (1 << major) != 0) {
                    let sides = self.tally.beside.entry(Beside::Major(major)).or_default();
                    sides.add(reason.holds, self.number, self.id);
                }
            }
            _ => {}
        }
    }

    /// An occupation that was looked up in the tables of the direction.
    fn looked_up(&mut self, guantong: &Guantong, governed: &Governed, occupation: &str, listed: bool, target: &Target) {
        let Some(catalogue) = &self.policy.catalogue else { return };
        let series = match target {
            Target::Title { series, .. } => Some(*series),
            Target::Skill { .. } => None,
        };
        let towards = self.policy.majors_towards(governed.level.track(), series);
        let placed = Names::new(self.policy, &guantong.packs().national).place_asked(occupation);
        for (number, major) in catalogue.majors.iter().enumerate().filter(|(number, _)| towards & (1 << number) != 0) {
            if placed.majors & (1 << number) != 0 {
                self.beside(Beside::Major(number), true);
            }
            for table in catalogue.clauses.iter().filter(|table| {
                // A major with a clause of its own stands in the table whose clause begins like it.
                major.clause == **table || catalogue.clauses.len() == 1
            }) {
                self.beside(Beside::Table(table.clone()), listed);
            }
        }
    }

    fn provisions(&mut self, target: &Target) {
        let asked = Asked { policy: self.policy, dossier: self.facts.dossier, as_of: self.facts.as_of, target };
        if matches!(target, Target::Skill { .. }) {
            for number in 0..self.policy.waivers.len() {
                self.beside(Beside::Waiver(number), self.facts.diploma_relevant_to_post());
            }
        } else if let Some(equal) = &self.policy.equivalences {
            self.beside(Beside::Equivalence, asked.counts_class(equal));
        }
        for (number, warning) in self.policy.warnings.iter().enumerate() {
            if warning.track.is_none_or(|track| track == target.track()) {
                self.beside(Beside::Warning(number), asked.warns(warning));
            }
        }
    }
}
