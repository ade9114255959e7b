//! The decision with its reasons: every route, every condition, as values that the edge makes into sentences.

use model::paths::FactPath;
use model::reason::Reason;
use model::{Day, Outcome, Stage, Target, Truth};
use policy::ClauseRef;
use policy::rule::{Governed, Leaf, Route, Rule, Test};
use smallvec::SmallVec;

use crate::complete::{complete, complete_leaf};
use crate::conditions::{Asks, Bound, Each, each, found, of_none, settle, why};
use crate::decide::{Answer, Verdict, conclude, governed, routes, wanted};
use crate::evaluate::{Asked, Known};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing, Timeline};

/// The decision for one target with its reasons.
#[derive(Clone, Debug)]
pub struct Explained<'p, 'f> {
    /// The decision.
    pub verdict: Verdict,
    /// The level's routes; none where the policy does not govern the target.
    pub governed: Option<&'p Governed>,
    /// Every route with its conditions, in the order of the pack.
    pub routes: Vec<RouteReasons<'p, 'f>>,
}

/// One route with its conditions.
#[derive(Clone, Debug)]
pub struct RouteReasons<'p, 'f> {
    /// The route.
    pub route: &'p Route,
    /// The answer of this route alone.
    pub outcome: Outcome,
    /// Its conditions.
    pub conditions: Vec<ConditionReason<'f>>,
}

/// One condition: whether it holds, and why.
#[derive(Clone, Debug)]
pub struct ConditionReason<'f> {
    /// The clause.
    pub clause: ClauseRef,
    /// Decided from the dossier, or judged by people.
    pub stage: Stage,
    /// Whether it holds on the day asked about; `unknown` for what people still have to judge.
    pub holds: Truth,
    /// The facts behind it.
    pub reason: Reason<'f>,
    /// The dossier paths that it looked at.
    pub facts: SmallVec<[FactPath; 3]>,
    /// The day since which its clock has been met.
    pub since: Option<Day>,
    /// The day from which it will no longer fail.
    pub from: Option<Day>,
    /// Whether a finding of a competent human settled it.
    pub by_finding: bool,
    /// Who decides what is referred: a position in the policy's bodies.
    pub refer_to: u16,
}

/// Decides one target and says why.
#[must_use]
pub fn explain<'f, 'a: 'f>(facts: &'f Facts<'a>, target: &Target) -> Explained<'a, 'f> {
    let Some(governed) = governed(facts.policy, target, facts.as_of) else {
        return Explained { verdict: Verdict::bare(Outcome::NotGoverned), governed: None, routes: Vec::new() };
    };
    let known = routes(facts, governed, target);
    let (verdict, completed) = conclude(facts, governed, target, &known);
    let open = known.iter().any(Option::is_none);
    let completed = completed.or_else(|| open.then(|| complete(facts, governed, wanted(target))));
    let asked = Asked { facts, wanted: wanted(target) };
    let routes = governed
        .routes
        .iter()
        .zip(&known)
        .enumerate()
        .map(|(i, (route, known))| {
            let mut conditions = Vec::with_capacity(16);
            asked.reasons(governed, &route.rule, Bound::default(), &mut conditions);
            let answer = match known {
                Some(one) => Some(Answer::of(&one.line, facts.as_of)),
                None => completed.as_ref().and_then(|completed| *completed.routes.get(i)?),
            };
            RouteReasons { route, outcome: answer.map_or(Outcome::Undetermined, Answer::outcome), conditions }
        })
        .collect();
    Explained { verdict, governed: Some(governed), routes }
}

/// What conditions say together; what people still have to judge is left out.
fn together(conditions: &[ConditionReason<'_>]) -> Truth {
    let settled = conditions.iter().filter(|one| one.stage == Stage::Filing || one.by_finding);
    settled.fold(Truth::Yes, |all, one| all.and(one.holds))
}

/// How good an alternative is, for choosing the one to show: holding, open, referred, soonest, never.
fn merit(known: &Known, as_of: Day) -> (u8, Day, Day) {
    match known {
        None => (3, Day::FIRST, Day::FIRST),
        Some(one) => {
            let met = match one.met {
                Met::Timeless => Day::FIRST,
                Met::On(day) => day,
                Met::Undated => Day::LAST,
            };
            let (rank, open) = match (one.line.today(), one.line.first_open(as_of)) {
                (Standing::Yes, _) => (4, Day::FIRST),
                (Standing::Refer, _) => (2, Day::FIRST),
                (Standing::No, Some(day)) => (1, day),
                (Standing::No, None) => (0, Day::FIRST),
            };
            (rank, open, met)
        }
    }
}

/// The position of the best alternative: highest rank, then the earliest day.
fn best(alternatives: impl Iterator<Item = Known>, as_of: Day) -> Option<usize> {
    let key = |known: &Known| {
        let (rank, open, met) = merit(known, as_of);
        (rank, std::cmp::Reverse(open), std::cmp::Reverse(met))
    };
    alternatives.enumerate().map(|(i, known)| (key(&known), std::cmp::Reverse(i))).max().map(|(_, i)| i.0)
}

impl<'f, 'a: 'f> Asked<'f, 'a> {
    fn reasons(self, governed: &Governed, rule: &Rule, bound: Bound, out: &mut Vec<ConditionReason<'f>>) {
        match rule {
            Rule::All(rules) => rules.iter().for_each(|rule| self.reasons(governed, rule, bound, out)),
            Rule::Any(rules) => self.alternatives(governed, rules, bound, out),
            Rule::SomeSkill(inner) => {
                let count = self.facts.skills.as_ref().map(Vec::len);
                let carrier = self.carrier(inner, count, |i| Bound { skill: Some(i), ..bound });
                self.reasons(governed, inner, Bound { skill: carrier, ..bound }, out);
            }
            Rule::SomeTitle(inner) => {
                let count = self.facts.titles.as_ref().map(Vec::len);
                let carrier = self.carrier(inner, count, |i| Bound { title: Some(i), ..bound });
                self.reasons(governed, inner, Bound { title: carrier, ..bound }, out);
            }
            Rule::SomeHonour(leaf) | Rule::Leaf(leaf) => out.push(self.reason(governed, leaf, bound)),
        }
    }

    /// Shows the first alternative that holds; otherwise those that do not fail, so that what is shown adds up to what
    /// the alternatives say together; all of them where every one fails.
    fn alternatives(self, governed: &Governed, rules: &[Rule], bound: Bound, out: &mut Vec<ConditionReason<'f>>) {
        let start = out.len();
        let mut open: Vec<ConditionReason<'f>> = Vec::new();
        for rule in rules {
            let own = out.len();
            self.reasons(governed, rule, bound, out);
            match out.get(own..).map_or(Truth::No, together) {
                Truth::Yes => {
                    out.drain(start..own);
                    return;
                }
                Truth::No => {}
                Truth::Unknown | Truth::Refer => open.extend(out.drain(own..)),
            }
        }
        if !open.is_empty() {
            out.truncate(start);
            out.append(&mut open);
        }
    }

    /// The certificate or title to show as carrying the route: the best one.
    fn carrier(self, rule: &Rule, count: Option<usize>, bind: impl Fn(usize) -> Bound) -> Option<usize> {
        match count {
            None | Some(0) => None,
            Some(1) => Some(0),
            Some(count) => best((0..count).map(|i| self.rule(rule, bind(i))), self.facts.as_of),
        }
    }

    fn reason(self, governed: &Governed, leaf: &Leaf, bound: Bound) -> ConditionReason<'f> {
        let as_of = self.facts.as_of;
        let by_finding = found(leaf, self.facts);
        let (known, element) = match &by_finding {
            Some(settled) => (Some(settled.clone()), None),
            None => self.leaf_and_element(leaf, bound),
        };
        let known =
            if self.unbound(leaf, bound) { None } else { known.or_else(|| self.settled_anyway(governed, leaf, bound)) };
        let (reason, paths) = why(leaf, self.facts, self.wanted, bound, element);
        let judged = leaf.stage == Stage::Review && by_finding.is_none();
        let holds = match &known {
            _ if judged => Truth::Unknown,
            Some(one) => Truth::from(one.line.today()),
            None => Truth::Unknown,
        };
        let since = known.as_ref().and_then(|one| match (one.met, holds) {
            (Met::On(day), Truth::Yes) if day > Day::FIRST => Some(day),
            _ => None,
        });
        let from = known.as_ref().filter(|_| holds == Truth::No).and_then(|one| one.line.first_open(as_of));
        ConditionReason {
            clause: leaf.clause,
            stage: leaf.stage,
            holds,
            reason,
            facts: paths,
            since,
            from,
            by_finding: by_finding.is_some(),
            refer_to: leaf.refer_to,
        }
    }

    /// How a condition stands although facts of its own are missing, where no value of them changes it.
    fn settled_anyway(self, governed: &Governed, leaf: &Leaf, bound: Bound) -> Known {
        let line = complete_leaf(self.facts, governed, self.wanted, leaf, bound)?;
        Some(Settled { line, met: Met::Timeless })
    }

    /// Whether a condition on what carries the route cannot be told because the list of carriers is missing.
    fn unbound(self, leaf: &Leaf, bound: Bound) -> bool {
        let Test::Condition(condition) = &leaf.test else { return false };
        if self.facts.finding(leaf.clause).is_some() {
            return false;
        }
        match condition.carrier() {
            Some(policy::condition::Carrier::Skill) => bound.skill.is_none() && self.facts.skills.is_none(),
            Some(policy::condition::Carrier::Title) => bound.title.is_none() && self.facts.titles.is_none(),
            None => false,
        }
    }

    /// What is known of a condition, and the element of the list that decides it.
    fn leaf_and_element(self, leaf: &Leaf, bound: Bound) -> (Known, Option<usize>) {
        let as_of = self.facts.as_of;
        let one = |i: usize| -> Asks<Settled> { settle(leaf, self.facts, self.wanted, bound, i) };
        match each(leaf, self.facts) {
            Err(_) => (None, None),
            Ok(Each::Once) => (one(0).ok(), None),
            Ok(over @ (Each::Some(0) | Each::Every(0))) => (Some(of_none(leaf, over)), None),
            Ok(Each::Some(count)) => {
                let element = best((0..count).map(|i| one(i).ok()), as_of);
                (self.leaf(leaf, bound), element)
            }
            Ok(Each::Every(count)) => {
                let rank = |known: &Known| {
                    known.as_ref().map_or(0, |one| match one.line.today() {
                        Standing::No => -1,
                        Standing::Refer => 1,
                        Standing::Yes => 2,
                    })
                };
                let worst =
                    (0..count).map(|i| one(i).ok()).enumerate().min_by_key(|(_, known)| rank(known)).map(|(i, _)| i);
                (self.leaf(leaf, bound), worst)
            }
        }
    }
}

/// Whether a rule would hold for these facts on the day asked about; for what is only indicated, not decided.
#[must_use]
pub fn indicates(facts: &Facts<'_>, rule: &Rule, target: &Target) -> Truth {
    let asked = Asked { facts, wanted: wanted(target) };
    asked.rule(rule, Bound::default()).map_or(Truth::Unknown, |one: Settled| {
        let line: &Timeline = &one.line;
        Truth::from(line.today())
    })
}
