//! The exact answer where facts are missing: over every completion of them, by decision diagrams.

mod much_work;
mod parts;
mod prospects;
mod whatever;

use std::rc::Rc;

use model::Day;
use model::paths::FactPath;
use policy::condition::Condition;
use policy::rule::{Governed, Leaf, Rule, Test};
use rustc_hash::FxHashMap;

pub(crate) use prospects::{Prospects, WHOLE};

use crate::conditions::{Asks, Bound, Each, Wanted, each, found, of_none, settle};
use crate::decide::{Answer, held_above, inside};
use crate::diagram::{Diagrams, Id};
use crate::domain::{Guess, guesses};
use crate::facts::Facts;
use crate::occupation::Occupation;
use crate::pool::occupations;
use crate::timeline::{Standing, Timeline};

pub(crate) use parts::{complete_leaf, open_person, soonest_at_least, soonest_open};
pub(crate) use whatever::{Whatever, whatever};

/// Missing facts about work are tried in every combination up to this many combinations.
pub const WORK_COMBINATIONS: usize = 512;

/// How large the diagrams of one decision may grow, in nodes. Past any of these bounds every fact that was asked for
/// so far counts as missing.
pub const LARGEST_DIAGRAM: usize = 400_000;
/// How many missing facts one decision may ask for.
pub const MOST_FACTS_ASKED: usize = 1_000;
/// How many records one decision may look at while it tries values for missing facts.
pub const MOST_RECORDS_TRIED: usize = 10_000_000;

/// What all completions of the missing facts say.
pub(crate) struct Completed<'g, 'a> {
    /// The answer, where it is the same in every completion.
    pub answer: Option<Answer>,
    /// The facts that decide it otherwise.
    pub missing: Vec<FactPath>,
    /// The answer of each route alone, where it is the same in every completion.
    pub routes: Vec<Option<Answer>>,
    builder: Builder<'g, 'a>,
    whole: Id,
    /// Whether the diagrams outgrew their bound, so that `whole` says nothing.
    outgrown: bool,
}

/// Decides one level over every completion of the missing facts.
pub(crate) fn complete<'g, 'a>(facts: &Facts<'a>, governed: &'g Governed, wanted: Wanted) -> Completed<'g, 'a> {
    let mut builder = Builder::new(facts, governed, wanted);
    let lines = builder.routes();
    let routes = lines.iter().map(|line| builder.answer_of(*line)).collect::<Vec<Id>>();
    let whole = builder.answer(lines);
    if builder.too_large() {
        let missing = builder.asked();
        return Completed { answer: None, missing, routes: vec![None; routes.len()], builder, whole, outgrown: true };
    }
    Completed {
        answer: builder.answers.settled(whole).copied(),
        missing: builder.answers.support(whole),
        routes: routes.into_iter().map(|route| builder.answers.settled(route).copied()).collect(),
        builder,
        whole,
        outgrown: false,
    }
}

/// Whether a condition is on the level of what carries the route.
fn is_of_level(test: &Test) -> bool {
    matches!(test, Test::Condition(Condition::Skill(_) | Condition::Title(_)))
}

/// A condition on hours, the certificate's day, and the hours that are known or taken to be known.
type HoursKey = (*const Leaf, Day, Vec<(i16, u16)>);

struct Builder<'g, 'a> {
    /// The facts with the guesses of the moment.
    facts: Facts<'a>,
    /// The facts as stated, from which the guesses are made.
    base: Facts<'a>,
    governed: &'g Governed,
    wanted: Wanted,
    pool: Vec<Occupation>,
    domains: FxHashMap<FactPath, Rc<[Guess<'a>]>>,
    /// How many records were looked at so far.
    tried: usize,
    hours: FxHashMap<HoursKey, Id>,
    lines: Diagrams<Timeline>,
    answers: Diagrams<Answer>,
    /// Which clauses asked for a missing fact.
    readers: prospects::Readers,
}

impl<'g, 'a> Builder<'g, 'a> {
    fn new(facts: &Facts<'a>, governed: &'g Governed, wanted: Wanted) -> Self {
        let mut base = facts.clone();
        let pool = occupations(&mut base, governed, wanted);
        Self {
            facts: base.clone(),
            base,
            governed,
            wanted,
            pool,
            domains: FxHashMap::default(),
            tried: 0,
            hours: FxHashMap::default(),
            lines: Diagrams::default(),
            answers: Diagrams::default(),
            readers: FxHashMap::default(),
        }
    }

    /// Every fact that was asked for so far.
    fn asked(&self) -> Vec<FactPath> {
        let mut asked: Vec<FactPath> = self.domains.keys().copied().chain(self.lines.paths()).collect();
        asked.sort_unstable();
        asked.dedup();
        asked
    }

    /// Notes that a condition asked for a missing fact.
    fn asks_for(&mut self, path: FactPath, leaf: &Leaf) {
        let readers = self.readers.entry(path).or_default();
        if !readers.contains(&leaf.clause) {
            readers.push(leaf.clause);
        }
    }

    /// Notes that what carries a route is looked for in a list that is not stated: the conditions on its level ask for it.
    fn carriers_asked_for(&mut self, path: FactPath, rule: &Rule) {
        rule.leaves(&mut |leaf| {
            if is_of_level(&leaf.test) {
                self.asks_for(path, leaf);
            }
        });
    }

    /// The answer that all routes together give, or what is held, or that the person is outside.
    fn answer(&mut self, routes: Vec<Id>) -> Id {
        let settled = match inside(&self.facts, self.wanted) {
            Ok(false) => Ok(Some(Answer::NotGoverned)),
            Ok(true) => held_above(&self.facts, self.wanted).map(|held| held.then_some(Answer::Held)),
            Err(path) => Err(path),
        };
        match settled {
            Ok(Some(answer)) => self.answers.end(answer),
            Ok(None) => {
                let best = self.lines.fold(routes, Timeline::always(Standing::No), Timeline::join);
                self.answer_of(best)
            }
            Err(path) => {
                if let Some(pilot) = self.facts.policy.pilot_on(self.facts.as_of, self.wanted.track()) {
                    pilot.inside.leaves(&mut |leaf| self.asks_for(path, leaf));
                }
                let kids = self.each_guess(path, |builder| {
                    let routes = builder.routes();
                    builder.answer(routes)
                });
                self.answers.case(path, kids)
            }
        }
    }

    fn routes(&mut self) -> Vec<Id> {
        let governed = self.governed;
        governed.routes.iter().map(|route| self.rule(&route.rule, Bound::default())).collect()
    }

    fn answer_of(&mut self, line: Id) -> Id {
        let as_of: Day = self.facts.as_of;
        self.lines.map(line, &mut self.answers, &|line| Answer::of(line, as_of))
    }

    /// Builds with each value that the fact may take.
    fn each_guess(&mut self, path: FactPath, mut build: impl FnMut(&mut Self) -> Id) -> Vec<Id> {
        let (base, governed, pool) = (&self.base, self.governed, &self.pool);
        let domain = self.domains.entry(path).or_insert_with(|| guesses(path, base, governed, pool).into());
        let domain = Rc::clone(domain);
        let mut kids = Vec::with_capacity(domain.len());
        for guess in domain.iter() {
            self.facts.assume(path, Some(guess.clone()));
            kids.push(build(self));
            if self.too_large() {
                break;
            }
        }
        self.facts.assume(path, None);
        kids
    }

    /// Whether the diagrams have outgrown their bound; what is built from then on is not read.
    fn too_large(&self) -> bool {
        self.lines.len() + self.answers.len() > LARGEST_DIAGRAM
            || self.domains.len() > MOST_FACTS_ASKED
            || self.tried > MOST_RECORDS_TRIED
    }

    fn split(&mut self, path: FactPath, build: impl FnMut(&mut Self) -> Id) -> Id {
        let kids = self.each_guess(path, build);
        self.lines.case(path, kids)
    }

    fn rule(&mut self, rule: &Rule, bound: Bound) -> Id {
        match rule {
            Rule::All(rules) => {
                let mut ids = Vec::with_capacity(rules.len());
                // What most carriers fail is asked first: then nothing else has to be.
                let of_level = |rule: &&Rule| matches!(rule, Rule::Leaf(leaf) if is_of_level(&leaf.test));
                let (first, rest): (Vec<&Rule>, Vec<&Rule>) = rules.iter().partition(of_level);
                for rule in first.into_iter().chain(rest) {
                    let id = self.rule(rule, bound);
                    if self.lines.settled(id).is_some_and(Timeline::never) {
                        return id;
                    }
                    ids.push(id);
                }
                self.lines.fold(ids, Timeline::always(Standing::Yes), Timeline::meet)
            }
            Rule::Any(rules) => {
                let ids = rules.iter().map(|rule| self.rule(rule, bound)).collect();
                self.lines.fold(ids, Timeline::always(Standing::No), Timeline::join)
            }
            Rule::SomeSkill(inner) => match self.facts.skills.as_ref().map(Vec::len) {
                None => {
                    self.carriers_asked_for(FactPath::Skills, inner);
                    self.split(FactPath::Skills, |builder| builder.rule(rule, bound))
                }
                Some(0) => self.rule(inner, Bound { skill: None, ..bound }),
                Some(count) => self.some(count, |builder, i| builder.rule(inner, Bound { skill: Some(i), ..bound })),
            },
            Rule::Headed(leaf, inner) => match found(leaf, &self.facts) {
                Some(found) => self.lines.end(found.line),
                None => self.rule(inner, bound),
            },
            Rule::SomeTitle(inner) => match self.facts.titles.as_ref().map(Vec::len) {
                None => {
                    self.carriers_asked_for(FactPath::Titles, inner);
                    self.split(FactPath::Titles, |builder| builder.rule(rule, bound))
                }
                Some(0) => self.rule(inner, Bound { title: None, ..bound }),
                Some(count) => self.some(count, |builder, i| builder.rule(inner, Bound { title: Some(i), ..bound })),
            },
            Rule::Leaf(leaf) => self.leaf(leaf, bound),
        }
    }

    fn some(&mut self, count: usize, mut one: impl FnMut(&mut Self, usize) -> Id) -> Id {
        let mut ids = Vec::with_capacity(count);
        for i in 0..count {
            ids.push(one(self, i));
            if self.too_large() {
                break;
            }
        }
        self.lines.fold(ids, Timeline::always(Standing::No), Timeline::join)
    }

    /// So many of them: `most[n]` is that more than `n` of those seen so far hold.
    fn at_least(&mut self, needed: u8, count: usize, mut one: impl FnMut(&mut Self, usize) -> Id) -> Id {
        let never = self.lines.end(Timeline::always(Standing::No));
        let mut most = vec![never; usize::from(needed)];
        for i in 0..count {
            let element = one(self, i);
            for n in (0..most.len()).rev() {
                let fewer = n.checked_sub(1).and_then(|fewer| most.get(fewer)).copied();
                let both: Vec<Id> = fewer.into_iter().chain([element]).collect();
                let with = self.lines.fold(both, Timeline::always(Standing::Yes), Timeline::meet);
                if let Some(slot) = most.get_mut(n) {
                    *slot = self.lines.fold(vec![*slot, with], Timeline::always(Standing::No), Timeline::join);
                }
            }
            if self.too_large() {
                break;
            }
        }
        most.pop().unwrap_or(never)
    }

    fn leaf(&mut self, leaf: &Leaf, bound: Bound) -> Id {
        if let Some(found) = found(leaf, &self.facts) {
            return self.lines.end(found.line);
        }
        if let Test::Condition(Condition::Hours(_)) = &leaf.test {
            return self.hours(leaf, bound);
        }
        match each(leaf, &self.facts) {
            Err(path) => {
                self.asks_for(path, leaf);
                self.split(path, |builder| builder.leaf(leaf, bound))
            }
            Ok(Each::Once) => self.element(leaf, bound, 0),
            Ok(over @ (Each::Some(0, _) | Each::Every(0))) => self.lines.end(of_none(leaf, over, &self.facts).line),
            Ok(Each::Some(count, 1)) => self.some(count, |builder, i| builder.element(leaf, bound, i)),
            Ok(Each::Some(count, needed)) => self.at_least(needed, count, |builder, i| builder.element(leaf, bound, i)),
            Ok(Each::Every(count)) => {
                let ids = (0..count).map(|i| self.element(leaf, bound, i)).collect();
                self.lines.fold(ids, Timeline::always(Standing::Yes), Timeline::meet)
            }
        }
    }

    /// Hours depend on nothing but the date of the certificate and what is known of the years: each date is tried once.
    fn hours(&mut self, leaf: &Leaf, bound: Bound) -> Id {
        let Some(date) = bound.skill(&self.facts).and_then(|skill| skill.date) else {
            return self.element(leaf, bound, 0);
        };
        let key = (leaf as *const Leaf, date, self.facts.hours.to_vec());
        if let Some(id) = self.hours.get(&key) {
            return *id;
        }
        let id = self.element(leaf, bound, 0);
        self.hours.insert(key, id);
        id
    }

    fn element(&mut self, leaf: &Leaf, bound: Bound, element: usize) -> Id {
        let settled = self.settle(leaf, bound, element);
        if let Err(path) = settled {
            self.asks_for(path, leaf);
        }
        match settled {
            Ok(line) => self.lines.end(line),
            Err(path @ FactPath::WorkItem(..)) if self.work_combinations() > WORK_COMBINATIONS => {
                self.much_missing_work(leaf, bound, path)
            }
            Err(path) => self.split(path, |builder| builder.element(leaf, bound, element)),
        }
    }

    fn settle(&mut self, leaf: &Leaf, bound: Bound, element: usize) -> Asks<Timeline> {
        self.tried += 1 + self.facts.work.as_ref().map_or(0, Vec::len);
        settle(leaf, &self.facts, self.wanted, bound, element).map(|settled| settled.line)
    }
}

#[cfg(test)]
#[path = "complete_tests.rs"]
mod tests;
