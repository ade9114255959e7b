//! The decision with its reasons: every route, every condition, as values that the edge makes into sentences.

mod before;
mod choice;
mod today;

use std::cmp::Reverse;

use choice::{Alternatives, first_to_open, together};
use model::paths::FactPath;
use model::reason::Reason;
use model::{Day, Outcome, Stage, Target, Truth};
use policy::ClauseRef;
use policy::condition::Carrier;
use policy::format::Text;
use policy::rule::{Governed, Leaf, Route, Rule, Test};
use smallvec::SmallVec;

use crate::complete::{complete, complete_leaf, soonest_open};
use crate::conditions::{Bound, Each, Wanted, applies, each, evidence_settles, found, of_none, settle, why};
use crate::decide::{Answer, Verdict, conclude, governed, wanted};
use crate::evaluate::{AllOf, AnyOf, Asked, Known};
use crate::facts::Facts;
use crate::timeline::{Met, Settled, Standing};
use today::{Today, best, worst};

/// The decision for one target with its reasons.
#[derive(Clone, Debug)]
pub struct Explained<'p> {
    /// The decision.
    pub verdict: Verdict,
    /// The level's routes; none where the policy does not govern the target.
    pub governed: Option<&'p Governed>,
    /// Every route with its conditions, in the order of the pack.
    pub routes: Vec<RouteReasons<'p>>,
    /// Who is inside, where a pilot runs on the day; empty where none runs.
    pub pilot: Vec<ConditionReason<'p>>,
}

/// One route with its conditions.
#[derive(Clone, Debug)]
pub struct RouteReasons<'p> {
    /// The route.
    pub route: &'p Route,
    /// The answer of this route alone.
    pub outcome: Outcome,
    /// Its conditions.
    pub conditions: Vec<ConditionReason<'p>>,
}

/// One condition: whether it holds, and where to look for why.
#[derive(Clone, Copy, Debug)]
pub struct ConditionReason<'p> {
    leaf: &'p Leaf,
    bound: Bound,
    element: Option<usize>,
    wanted: Wanted,
    /// Whether it holds on the day asked about; `unknown` for what people still have to judge.
    pub holds: Truth,
    /// The day since which its clock has been met.
    pub since: Option<Day>,
    /// The day from which it will no longer fail.
    pub from: Option<Day>,
    /// Whether a finding of a competent human settled it.
    pub by_finding: bool,
    /// Whether counted evidence of the dossier settled it.
    pub by_evidence: bool,
}

impl<'p> ConditionReason<'p> {
    /// The clause.
    #[must_use]
    pub fn clause(&self) -> ClauseRef {
        self.leaf.clause
    }

    /// Decided from the dossier, or judged by people.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.leaf.stage
    }

    /// Who decides what is referred: a position in the policy's bodies.
    #[must_use]
    pub fn refer_to(&self) -> usize {
        usize::from(self.leaf.refer_to)
    }

    /// Whether people still have to judge it.
    #[must_use]
    pub fn to_be_judged(&self) -> bool {
        self.leaf.stage == Stage::Review && !self.by_finding && !self.by_evidence
    }

    /// The part of the clause that people judge here, where it is not the whole of it.
    #[must_use]
    pub fn part(&self) -> Option<&'p Text> {
        self.leaf.says.as_ref()
    }

    /// What is asked.
    #[must_use]
    pub fn test(&self) -> &'p Test {
        &self.leaf.test
    }

    /// The facts behind it, and the dossier paths that it looked at.
    #[must_use]
    pub fn detail<'f>(&self, facts: &'f Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>)
    where
        'p: 'f,
    {
        why(self.leaf, facts, self.wanted, self.bound, self.element)
    }
}

/// Of more carriers than this, the one to show is chosen by what is known of each at first sight.
const MOST_CARRIERS_COMPARED: usize = 16;
/// With more periods of work than this, a condition with missing facts of its own is shown as unknown without a try.
const MOST_WORK_TRIED: usize = 64;

/// Decides one target and says why.
#[must_use]
pub fn explain<'a>(facts: &Facts<'a>, target: &Target) -> Explained<'a> {
    match governed(facts.policy, target, facts.as_of) {
        Some(governed) => explain_by(facts, governed, target),
        None => Explained {
            verdict: Verdict::bare(Outcome::NotGoverned),
            governed: None,
            routes: Vec::new(),
            pilot: Vec::new(),
        },
    }
}

/// Decides one target and says why by the rules of a level, also on a day on which they are not in force.
#[must_use]
pub fn explain_by<'a>(facts: &Facts<'a>, governed: &'a Governed, target: &Target) -> Explained<'a> {
    let reasons = Reasons { asked: Asked { facts, wanted: wanted(target) }, governed };
    let mut pilot = Vec::new();
    if let Some(running) = facts.policy.pilot_on(facts.as_of, target.track()) {
        reasons.rule(&running.inside, Bound::default(), &mut pilot);
    }
    let mut known: Vec<Known> = Vec::with_capacity(governed.routes.len());
    let mut conditions: Vec<Vec<ConditionReason<'a>>> = Vec::with_capacity(governed.routes.len());
    for route in &governed.routes {
        let mut own = Vec::with_capacity(route.conditions);
        known.push(reasons.rule(&route.rule, Bound::default(), &mut own));
        conditions.push(own);
    }
    let (verdict, completed) = conclude(facts, governed, target, &known);
    let open = known.iter().any(Option::is_none);
    let completed = completed.or_else(|| open.then(|| complete(facts, governed, wanted(target))));
    let answer = |i: usize, known: &Known| match known {
        Some(one) => Some(Answer::of(&one.line, facts.as_of)),
        None => completed.as_ref().and_then(|completed| *completed.routes.get(i)?),
    };
    let routes = governed.routes.iter().zip(&known).zip(conditions).enumerate();
    let routes = routes.map(|(i, ((route, known), conditions))| RouteReasons {
        route,
        outcome: answer(i, known).map_or(Outcome::Undetermined, Answer::outcome),
        conditions,
    });
    Explained { verdict, governed: Some(governed), routes: routes.collect(), pilot }
}

/// Evaluates rules and notes their conditions.
#[derive(Clone, Copy)]
struct Reasons<'q, 'a> {
    asked: Asked<'q, 'a>,
    governed: &'a Governed,
}

impl<'a> Reasons<'_, 'a> {
    /// Evaluates a rule and notes its conditions.
    fn rule(self, rule: &'a Rule, bound: Bound, out: &mut Vec<ConditionReason<'a>>) -> Known {
        match rule {
            Rule::All(rules) => {
                let mut all = AllOf::new();
                for rule in rules {
                    all.add(self.rule(rule, bound, out));
                }
                all.known()
            }
            Rule::Any(rules) => self.alternatives(rules, bound, out),
            Rule::SomeSkill(inner) => {
                let count = self.asked.facts.skills.as_ref().map(Vec::len);
                self.carried(inner, count, |i| Bound { skill: i, ..bound }, out)
            }
            Rule::SomeTitle(inner) => {
                let count = self.asked.facts.titles.as_ref().map(Vec::len);
                self.carried(inner, count, |i| Bound { title: i, ..bound }, out)
            }
            Rule::Headed(leaf, _) if found(leaf, self.asked.facts).is_some() => self.reason(leaf, bound, out),
            Rule::Headed(_, inner) => self.rule(inner, bound, out),
            Rule::Leaf(leaf) => self.reason(leaf, bound, out),
        }
    }

    /// Notes the alternative that has held longest, so that the others are no longer to be judged; else all those that hold
    /// but for what people judge; else those that do not fail; where every one fails, the one that opens first, and all of
    /// them where none ever does. So what is shown adds up to what the alternatives say together.
    fn alternatives(self, rules: &'a [Rule], bound: Bound, out: &mut Vec<ConditionReason<'a>>) -> Known {
        let mut any = AnyOf::new();
        let mut alternatives = Alternatives::default();
        let mut failing: Vec<(Option<Day>, Vec<ConditionReason<'a>>)> = Vec::new();
        for rule in rules {
            let own = out.len();
            let known = self.rule(rule, bound, out);
            let conditions = out.split_off(own);
            match together(&conditions) {
                Truth::No => failing.push((self.opens(rule, &known, bound), conditions)),
                truth => {
                    let met = known.as_ref().map(|one| one.met);
                    let met = if truth == Truth::Yes { met.or_else(|| self.asked.holds(rule, bound)) } else { met };
                    alternatives.add(truth, met.map_or(Day::LAST, Met::rank), conditions);
                }
            }
            any.add(known, || self.asked.holds(rule, bound));
        }
        out.extend(alternatives.shown().unwrap_or_else(|| first_to_open(failing)));
        any.known()
    }

    /// The first day on which a rule no longer fails, or does not in the best completion of what is missing.
    fn opens(self, rule: &Rule, known: &Known, bound: Bound) -> Option<Day> {
        match known {
            Some(one) => one.line.first_open(self.asked.facts.as_of),
            None => soonest_open(self.asked.facts, self.governed, self.asked.wanted, rule, bound),
        }
    }

    /// Evaluates a rule for everything that may carry it, and notes the conditions of the best.
    fn carried(
        self,
        rule: &'a Rule,
        count: Option<usize>,
        bind: impl Fn(Option<usize>) -> Bound,
        out: &mut Vec<ConditionReason<'a>>,
    ) -> Known {
        match count {
            None => {
                self.rule(rule, bind(None), out);
                None
            }
            Some(0) => self.rule(rule, bind(None), out),
            Some(1) => self.rule(rule, bind(Some(0)), out),
            Some(count) => {
                let mut any = AnyOf::new();
                let known: Vec<Known> = (0..count).map(|i| self.asked.rule(rule, bind(Some(i)))).collect();
                let shown = self.best_shown(rule, &known, &bind);
                for (i, one) in known.into_iter().enumerate() {
                    any.add(one, || self.asked.holds(rule, bind(Some(i))));
                }
                out.extend(shown);
                any.known()
            }
        }
    }

    /// The conditions of the carrier that looks best as shown: by what they say together, then by its days.
    fn best_shown(
        self,
        rule: &'a Rule,
        known: &[Known],
        bind: impl Fn(Option<usize>) -> Bound,
    ) -> Vec<ConditionReason<'a>> {
        let as_of = self.asked.facts.as_of;
        let open = known.iter().any(Option::is_none) && known.len() <= MOST_CARRIERS_COMPARED;
        let mut candidates: Vec<usize> = if open { (0..known.len()).collect() } else { Vec::new() };
        candidates.extend(if open { None } else { best(known.iter().cloned(), as_of) });
        let shown: Vec<_> = candidates
            .into_iter()
            .map(|i| {
                let mut own = Vec::new();
                self.rule(rule, bind(Some(i)), &mut own);
                (together(&own), i, own)
            })
            .collect();
        let failing = shown.len() > 1 && shown.iter().all(|(truth, ..)| *truth == Truth::No);
        // Where all fail, the one that opens first, or may do so.
        let opens = |i: usize| match known.get(i) {
            Some(one) if failing => self.opens(rule, one, bind(Some(i))).unwrap_or(Day::LAST),
            _ => as_of,
        };
        let key = |(truth, i, own): &(Truth, usize, Vec<ConditionReason<'a>>)| {
            let truth = match truth {
                Truth::Yes => 3,
                Truth::Unknown => 2,
                Truth::Refer => 1,
                Truth::No => 0,
            };
            let met = own.iter().filter_map(|one| one.since).max().unwrap_or(Day::FIRST);
            (truth, Reverse(opens(*i)), Reverse(met), Reverse(*i))
        };
        shown.into_iter().max_by_key(key).map(|(.., own)| own).unwrap_or_default()
    }

    fn reason(self, leaf: &'a Leaf, bound: Bound, out: &mut Vec<ConditionReason<'a>>) -> Known {
        if applies(leaf, self.asked.facts) == Some(false) {
            return Some(Settled::always(Standing::Yes));
        }
        let by_finding = found(leaf, self.asked.facts);
        let (holds, since, from) = (Truth::Unknown, None, None);
        let mut shown = ConditionReason {
            leaf,
            bound,
            element: None,
            wanted: self.asked.wanted,
            holds,
            since,
            from,
            by_finding: by_finding.is_some(),
            by_evidence: false,
        };
        let known = match by_finding {
            Some(settled) => Some(settled),
            None => {
                let (known, element) = self.leaf_and_element(leaf, bound);
                shown.element = element;
                if self.unbound(leaf, bound) { None } else { known }
            }
        };
        if shown.to_be_judged() {
            if evidence_settles(leaf, self.asked.facts) {
                (shown.holds, shown.by_evidence) = (Truth::Yes, true);
            }
        } else {
            let today = match &known {
                Some(one) => Some(Today::of(one, self.asked.facts.as_of)),
                None if self.unbound(leaf, bound) => None,
                None => self.settled_anyway(leaf, bound),
            };
            if let Some(today) = today {
                shown.holds = Truth::from(today.standing);
                (shown.since, shown.from) = (today.since.filter(|day| *day > Day::FIRST), today.from);
            }
        }
        out.push(shown);
        known
    }

    /// How a condition stands today although facts of its own are missing, where no value of them changes it. It is only
    /// shown: the decision comes from the completions of the whole.
    fn settled_anyway(self, leaf: &Leaf, bound: Bound) -> Option<Today> {
        if let Some(met) = self.asked.leaf_holds(leaf, bound) {
            let since = if let Met::On(day) = met { Some(day) } else { None };
            return Some(Today { standing: Standing::Yes, since, from: None });
        }
        let facts = self.asked.facts;
        let few = match each(leaf, facts) {
            Ok(Each::Once) => facts.work.as_ref().is_none_or(|work| work.len() <= MOST_WORK_TRIED),
            Ok(Each::Some(count, _) | Each::Every(count)) => count <= MOST_CARRIERS_COMPARED,
            Err(_) => false,
        };
        if !few {
            return None;
        }
        let (standing, from) = complete_leaf(facts, self.governed, self.asked.wanted, leaf, bound)?;
        Some(Today { standing, since: None, from })
    }

    /// Whether a condition on what carries the route cannot be told because the list of carriers is missing.
    fn unbound(self, leaf: &Leaf, bound: Bound) -> bool {
        if self.asked.facts.skills.is_some() && self.asked.facts.titles.is_some() {
            return false;
        }
        let Test::Condition(condition) = &leaf.test else { return false };
        if self.asked.facts.finding(leaf.clause).is_some() {
            return false;
        }
        match condition.carrier() {
            Some(Carrier::Skill) => bound.skill.is_none() && self.asked.facts.skills.is_none(),
            Some(Carrier::Title) => bound.title.is_none() && self.asked.facts.titles.is_none(),
            None => false,
        }
    }

    /// What is known of a condition, and the element of the list that decides it.
    fn leaf_and_element(self, leaf: &Leaf, bound: Bound) -> (Known, Option<usize>) {
        let one = |i: usize| settle(leaf, self.asked.facts, self.asked.wanted, bound, i).ok();
        match each(leaf, self.asked.facts) {
            Err(_) => (None, None),
            Ok(Each::Once) => (one(0), None),
            Ok(over @ (Each::Some(0, _) | Each::Every(0))) => (Some(of_none(leaf, over, self.asked.facts)), None),
            Ok(Each::Some(1, 1) | Each::Every(1)) => (one(0), Some(0)),
            Ok(Each::Some(count, _)) => {
                (self.asked.leaf(leaf, bound), best((0..count).map(one), self.asked.facts.as_of))
            }
            Ok(Each::Every(count)) => (self.asked.leaf(leaf, bound), worst((0..count).map(one))),
        }
    }
}
