//! What all places answer to one person, side by side: for each target the outcomes, and the clauses that decide them.

use model::decision::{Condition, Decision, DecisionDocument, Route, TargetRef};
use model::{Day, Effect, Outcome, Stage, Truth};

/// The answers of several places, target by target.
#[derive(Clone, PartialEq, Debug)]
pub struct SideBySide<'d> {
    /// The places, in the order of the documents.
    pub places: Vec<&'d DecisionDocument>,
    /// The targets: titles first, each track in ladder order.
    pub rows: Vec<TargetRow<'d>>,
}

/// One target.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetRow<'d> {
    /// The target.
    pub target: &'d TargetRef,
    /// One for each place; none where the place does not have the target.
    pub cells: Vec<Option<Cell<'d>>>,
}

/// What one place answers.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell<'d> {
    /// The decision.
    pub decision: &'d Decision,
    /// The conditions that decide it, the weightiest first; none where the level is held.
    pub deciding: Vec<&'d Condition>,
}

/// Places that answer alike and for the same reason.
#[derive(Clone, PartialEq, Debug)]
pub struct Alike<'d> {
    /// The answer.
    pub outcome: Outcome,
    /// What it opens.
    pub effect: Option<Effect>,
    /// Since when, or from when.
    pub earliest: Option<Day>,
    /// Why, in one sentence; blank where there is nothing to say.
    pub says: &'d str,
    /// The facts that are missing.
    pub missing: &'d [String],
    /// The places, by their position, with the clause that decides.
    pub places: Vec<(usize, &'d str)>,
}

impl<'d> SideBySide<'d> {
    /// The answers of several places side by side.
    #[must_use]
    pub fn of(documents: &'d [DecisionDocument]) -> Self {
        let mut targets: Vec<&'d TargetRef> = Vec::new();
        for document in documents {
            let mut after = 0;
            for decision in &document.decisions {
                let known = targets.iter().position(|target| same(target, &decision.target));
                match known {
                    Some(position) => after = position + 1,
                    None => {
                        targets.insert(after, &decision.target);
                        after += 1;
                    }
                }
            }
        }
        let cell = |document: &'d DecisionDocument, target: &TargetRef| {
            let decision = document.decisions.iter().find(|decision| same(&decision.target, target))?;
            Some(Cell { decision, deciding: deciding(decision) })
        };
        let row = |target: &'d TargetRef| TargetRow {
            target,
            cells: documents.iter().map(|document| cell(document, target)).collect(),
        };
        Self { places: documents.iter().collect(), rows: targets.into_iter().map(row).collect() }
    }
}

impl<'d> TargetRow<'d> {
    /// Whether the places do not all answer alike.
    #[must_use]
    pub fn differs(&self) -> bool {
        let answer = |cell: &Option<Cell<'d>>| {
            cell.as_ref().map(|cell| (cell.decision.outcome, cell.decision.effect, cell.decision.earliest))
        };
        let first = self.cells.first().map(answer);
        self.cells.iter().any(|cell| Some(answer(cell)) != first)
    }

    /// Whether every place answers that the level is held, so that nothing else is to be said.
    #[must_use]
    pub fn is_held_everywhere(&self) -> bool {
        let held = |cell: &Option<Cell<'d>>| cell.as_ref().is_some_and(|cell| cell.decision.outcome == Outcome::Held);
        self.cells.iter().all(held)
    }

    /// The places that answer alike and for the same reason; the best answers first.
    #[must_use]
    pub fn alike(&self) -> Vec<Alike<'d>> {
        let mut groups: Vec<Alike<'d>> = Vec::new();
        for (position, cell) in self.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let decision = cell.decision;
            let first = cell.deciding.first();
            let says = first.map_or("", |condition| condition.says.as_str());
            let clause = first.map_or("", |condition| condition.clause.as_str());
            let known = groups.iter_mut().find(|group| {
                (group.outcome, group.effect, group.earliest, group.says, group.missing)
                    == (decision.outcome, decision.effect, decision.earliest, says, decision.missing.as_slice())
            });
            match known {
                Some(group) => group.places.push((position, clause)),
                None => groups.push(Alike {
                    outcome: decision.outcome,
                    effect: decision.effect,
                    earliest: decision.earliest,
                    says,
                    missing: &decision.missing,
                    places: vec![(position, clause)],
                }),
            }
        }
        let rank = |outcome: Outcome| match outcome {
            Outcome::Held => 0,
            Outcome::Eligible => 1,
            Outcome::NotYet => 2,
            Outcome::Undetermined => 3,
            Outcome::Referred => 4,
            Outcome::NotEligible => 5,
            Outcome::NotGoverned => 6,
        };
        groups.sort_by_key(|group| (rank(group.outcome), group.earliest));
        groups
    }
}

/// Whether both are one target; the occupation of a skill level is the person's own everywhere.
fn same(one: &TargetRef, other: &TargetRef) -> bool {
    (one.track, one.level, one.series) == (other.track, other.level, other.series) && one.occupation == other.occupation
}

/// The conditions that decide an answer, the weightiest first.
fn deciding(decision: &Decision) -> Vec<&Condition> {
    let named = decision.routes.iter().find(|route| decision.route.as_deref() == Some(route.id.as_str()));
    match decision.outcome {
        Outcome::Held => Vec::new(),
        Outcome::Eligible => named.map(last_met).unwrap_or_default(),
        Outcome::NotYet => named.map(last_cured).unwrap_or_default(),
        Outcome::Undetermined => {
            let mut open = standing(decision, Outcome::Undetermined, Truth::Unknown);
            let asks = |condition: &&Condition| {
                condition.facts.iter().any(|fact| decision.missing.contains(&fact.to_string()))
            };
            if open.iter().any(asks) {
                open.retain(asks);
            }
            open
        }
        Outcome::Referred => standing(decision, Outcome::Referred, Truth::Refer),
        Outcome::NotEligible => nearest(decision),
        Outcome::NotGoverned => {
            let all = decision.routes.iter().flat_map(|route| &route.conditions);
            all.filter(|condition| condition.holds == Truth::No).collect()
        }
    }
}

/// Of a route that holds: the condition that was met last; the most special one where none has a day.
fn last_met(route: &Route) -> Vec<&Condition> {
    let met = || route.conditions.iter().filter(|condition| condition.stage == Stage::Filing);
    let last = met().filter(|condition| condition.since.is_some()).max_by_key(|condition| condition.since);
    last.or_else(|| met().next_back()).into_iter().collect()
}

/// Of a route that time opens: the condition that is met last.
fn last_cured(route: &Route) -> Vec<&Condition> {
    let mut failing = failing(route);
    failing.sort_by_key(|condition| std::cmp::Reverse(condition.from));
    failing
}

fn failing(route: &Route) -> Vec<&Condition> {
    let mut failing: Vec<&Condition> = Vec::new();
    for condition in route.conditions.iter().filter(|condition| condition.holds == Truth::No) {
        if !failing.iter().any(|known| known.says == condition.says) {
            failing.push(condition);
        }
    }
    failing
}

/// What stands open in the routes that stand as the answer does, each clause once.
fn standing(decision: &Decision, outcome: Outcome, holds: Truth) -> Vec<&Condition> {
    let mut found: Vec<&Condition> = Vec::new();
    for route in decision.routes.iter().filter(|route| route.outcome == outcome) {
        let open = route.conditions.iter().filter(|one| one.holds == holds && one.stage == Stage::Filing);
        for condition in open {
            if !found.iter().any(|known| known.clause == condition.clause) {
                found.push(condition);
            }
        }
    }
    found
}

/// What fails on the route that lacks least; what time cures comes last.
fn nearest(decision: &Decision) -> Vec<&Condition> {
    let routes = decision.routes.iter().map(failing).filter(|failing| !failing.is_empty());
    let mut least = routes.min_by_key(Vec::len).unwrap_or_default();
    least.sort_by_key(|condition| condition.from.is_some());
    least
}
