//! When a level is open for a person with changes: the first day, and the way by which it then is.

use model::paths::FactPath;
use model::remedy::{Change, Length};
use model::{Day, Dossier};
use policy::ClauseRef;
use policy::condition::{Carrier, Condition};
use policy::rule::{Leaf, Test};

use super::apply::applied;
use super::{Cure, MOST_CARRIERS, Question};
use crate::complete::soonest_at_least;
use crate::conditions::{Bound, each, settle};
use crate::decide::{held_above, stands};
use crate::evaluate::Asked;
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};
use crate::ways::ways;

/// The first day on which a level is open, and how.
pub(super) struct Opening {
    pub day: Day,
    pub route: usize,
    /// What has to be waited for, where the day is not the day asked about.
    pub wait: Option<Cure>,
}

/// A person with changes, as the policy reads the facts on the day asked about.
pub(super) struct Changed<'c, 'a> {
    pub facts: &'c Facts<'a>,
    /// The changes' own certificates and titles have indices from here on.
    own: (u32, u32),
    new_work: bool,
    told: Vec<FactPath>,
    decided: Vec<ClauseRef>,
}

/// What carries a way: its part of the conditions, with the line of all of them.
struct Carried {
    bound: Option<usize>,
    line: Timeline,
}

impl<'c, 'a> Changed<'c, 'a> {
    pub fn new(facts: &'c Facts<'a>, before: &Dossier, changes: &[Cure]) -> Self {
        let length = |many: Option<usize>| u32::try_from(many.unwrap_or(0)).unwrap_or(u32::MAX);
        let mut changed = Self {
            facts,
            own: (length(before.skills.as_ref().map(Vec::len)), length(before.titles.as_ref().map(Vec::len))),
            new_work: false,
            told: Vec::new(),
            decided: Vec::new(),
        };
        for cure in changes {
            match &cure.change {
                Change::State(path) => changed.told.push(*path),
                Change::Decided(id) => changed.decided.extend(facts.policy.clause_named(id)),
                Change::Work(_) | Change::PostIn { .. } => changed.new_work = true,
                _ => {}
            }
        }
        changed
    }

    /// How a condition stands for what carries it; `None` where a fact is missing that is not to be stated.
    pub fn line(&self, asked: Asked<'_, '_>, leaf: &Leaf, bound: Bound) -> Option<Timeline> {
        match missing(asked, leaf, bound) {
            Some(path) => self.told.contains(&path).then(|| Timeline::always(Standing::Yes)),
            None => {
                let line = asked.leaf(leaf, bound)?.line;
                Some(if self.decided.contains(&leaf.clause) { line.referrals_granted() } else { line })
            }
        }
    }

    /// Whether the person is inside a pilot, or would be with what is to be stated.
    fn inside(&self, rule: &policy::rule::Rule, asked: Asked<'_, '_>) -> bool {
        match stands(rule, self.facts, asked.wanted) {
            Ok(standing) => standing != Standing::No,
            Err(path) => self.told.contains(&path),
        }
    }

    /// The first day from `from` on, on which a line holds and no pilot keeps the person out.
    fn first_day(&self, line: &Timeline, asked: Asked<'_, '_>) -> Option<Day> {
        let policy = self.facts.policy;
        let mut day = line.first_at_least(Standing::Yes, self.facts.as_of.max(policy.effective))?;
        loop {
            match policy.pilot_on(day, asked.wanted.track()) {
                Some(pilot) if !self.inside(&pilot.inside, asked) => {
                    day = line.first_at_least(Standing::Yes, pilot.during.until.next())?;
                }
                _ => return Some(day),
            }
        }
    }

    /// Whether the clock of a condition starts with a change.
    fn is_new(&self, leaf: &Leaf, bound: Bound) -> bool {
        let Test::Condition(condition) = &leaf.test else { return false };
        let work = self.new_work && matches!(condition, Condition::Work(_));
        work || match condition.carrier() {
            Some(Carrier::Skill) => bound.skill(self.facts).is_some_and(|skill| skill.index >= self.own.0),
            Some(Carrier::Title) => bound.title(self.facts).is_some_and(|title| title.index >= self.own.1),
            None => false,
        }
    }

    /// The wait for a way until a day: until days that are known already, and so long after the other changes.
    fn wait(&self, asked: Asked<'_, '_>, way: &[&Leaf], bound: Bound, day: Day) -> Cure {
        let policy = self.facts.policy;
        let start = self.facts.as_of.max(policy.effective);
        let (mut until, mut after, mut clauses): (Option<Day>, Option<Day>, Vec<ClauseRef>) = (None, None, Vec::new());
        let mut add = |clause: ClauseRef| {
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
        };
        for leaf in way {
            let Some(line) = self.line(asked, leaf, bound) else { continue };
            let own = line.first_at_least(Standing::Yes, start).filter(|own| *own > start);
            if let Some(own) = own {
                let latest = if self.is_new(leaf, bound) { &mut after } else { &mut until };
                *latest = (*latest).max(Some(own));
            }
            if own.is_some() || line.at(day.previous()) != Standing::Yes {
                add(leaf.clause);
            }
        }
        if until.max(after) != Some(day) {
            // A pilot ends, the rules begin, or what holds now does not all the time.
            until = Some(day);
            policy.pilot_on(day.previous(), asked.wanted.track()).into_iter().for_each(|pilot| add(pilot.clause));
            let in_force = policy.in_force_clauses.iter().filter_map(|id| policy.clause_named(id));
            in_force.filter(|_| day == policy.effective).for_each(add);
        }
        let until = until.filter(|until| after.is_none_or(|after| *until > after));
        let after = after.map(|after| Length::between(self.facts.as_of, after));
        Cure { change: Change::Wait { until, after }, clauses, body: None }
    }

    fn opening(&self, question: &Question<'_, '_>) -> Option<Opening> {
        let asked = Asked { facts: self.facts, wanted: question.wanted };
        if held_above(self.facts, question.wanted) == Ok(true) {
            return None;
        }
        let found = |clause| self.facts.finding(clause);
        let mut best: Option<(Day, usize, Vec<&Leaf>, Bound)> = None;
        for (route, rules) in question.governed.routes.iter().enumerate() {
            for way in ways(&rules.rule, &found) {
                let part =
                    |want: Option<Carrier>| way.iter().copied().filter(|leaf| reads(leaf) == want).collect::<Vec<_>>();
                let meet = |leaves: &[&Leaf], bound: Bound| {
                    let start = Timeline::always(Standing::Yes);
                    leaves.iter().try_fold(start, |all, leaf| {
                        let all = all.meet(&self.line(asked, leaf, bound)?);
                        all.first_at_least(Standing::Yes, self.facts.as_of).map(|_| all)
                    })
                };
                let Some(plain) = meet(&part(None), Bound::default()) else { continue };
                let carried = |leaves: Vec<&Leaf>, many: Option<usize>, bind: &dyn Fn(Option<usize>) -> Bound| {
                    let line = |bound: Option<usize>| Some(Carried { bound, line: meet(&leaves, bind(bound))? });
                    carriers(many.filter(|_| !leaves.is_empty())).filter_map(line).collect::<Vec<_>>()
                };
                let skills = carried(part(Some(Carrier::Skill)), self.facts.skills.as_ref().map(Vec::len), &|skill| {
                    Bound { skill, title: None }
                });
                let titles = carried(part(Some(Carrier::Title)), self.facts.titles.as_ref().map(Vec::len), &|title| {
                    Bound { skill: None, title }
                });
                for skill in &skills {
                    for title in &titles {
                        let line = plain.meet(&skill.line).meet(&title.line);
                        let Some(day) = self.first_day(&line, asked) else { continue };
                        if best.as_ref().is_none_or(|(soonest, ..)| day < *soonest) {
                            let bound = Bound { skill: skill.bound, title: title.bound };
                            best = Some((day, route, way.clone(), bound));
                        }
                    }
                }
            }
        }
        let (day, route, way, bound) = best?;
        let wait = (day > self.facts.as_of).then(|| self.wait(asked, &way, bound, day));
        Some(Opening { day, route, wait })
    }
}

/// What may carry a way: each of so many, nothing where there are none.
pub(super) fn carriers(many: Option<usize>) -> impl Iterator<Item = Option<usize>> {
    let many = many.unwrap_or(0);
    let first = many.min(MOST_CARRIERS);
    // The last one is the newest: a change may have brought it.
    let last = (many > first).then(|| many - 1);
    (0..first).chain(last).map(Some).chain((many == 0).then_some(None))
}

/// What carries a condition.
pub(super) fn reads(leaf: &Leaf) -> Option<Carrier> {
    match &leaf.test {
        Test::Condition(condition) => condition.carrier(),
        _ => None,
    }
}

/// The fact without which a condition cannot be told.
pub(super) fn missing(asked: Asked<'_, '_>, leaf: &Leaf, bound: Bound) -> Option<FactPath> {
    let facts = asked.facts;
    if crate::conditions::found(leaf, facts).is_some() {
        return None;
    }
    match reads(leaf) {
        Some(Carrier::Skill) if facts.skills.is_none() => return Some(FactPath::Skills),
        Some(Carrier::Title) if facts.titles.is_none() => return Some(FactPath::Titles),
        _ => {}
    }
    if asked.leaf(leaf, bound).is_some() {
        return None;
    }
    match each(leaf, facts) {
        Err(path) => Some(path),
        Ok(over) => {
            let many = match over {
                crate::conditions::Each::Once => 1,
                crate::conditions::Each::Some(many, _) | crate::conditions::Each::Every(many) => many,
            };
            (0..many).find_map(|element| settle(leaf, facts, asked.wanted, bound, element).err())
        }
    }
}

/// The route by which the level may open with changes on facts that are not stated, and the first day. Each fact is taken to be
/// as the condition that asks for it would have it; this sees whether and when they can be so together.
pub(super) fn possible(question: &Question<'_, '_>, changes: &[Cure], route: usize, day: Day) -> Option<(usize, Day)> {
    if !changes.iter().any(|cure| matches!(cure.change, Change::State(_))) {
        return Some((route, day));
    }
    let before = question.facts;
    let dossier = applied(before.dossier, before.policy, question.wanted, before.as_of, changes);
    let facts = Facts::new(before.policy, before.national, before.standards, &dossier, before.as_of);
    let by_people = changes.iter().any(|cure| matches!(cure.change, Change::Decided(_)));
    let least = if by_people { Standing::Refer } else { Standing::Yes };
    let soonest = |i: usize| {
        let rule = &question.governed.routes.get(i)?.rule;
        Some((soonest_at_least(&facts, question.governed, question.wanted, rule, (least, day))?, i))
    };
    let by_own = soonest(route).filter(|(soonest, _)| *soonest == day);
    let best = by_own.or_else(|| (0..question.governed.routes.len()).filter_map(soonest).min());
    best.map(|(day, route)| (route, day))
}

/// When the level is open with changes.
pub(super) fn opening(question: &Question<'_, '_>, changes: &[Cure]) -> Option<Opening> {
    let before = question.facts;
    let dossier = applied(before.dossier, before.policy, question.wanted, before.as_of, changes);
    let facts = Facts::new(before.policy, before.national, before.standards, &dossier, before.as_of);
    Changed::new(&facts, before.dossier, changes).opening(question)
}
