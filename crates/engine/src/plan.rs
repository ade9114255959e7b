//! The plan: the earliest day of every level on both ladders, over all combinations of routes, waiting, and levels granted on
//! the way, with the way there.

mod closing;
mod course;
mod doubts;
mod hopes;
mod needs;
mod outlook;
mod person;
mod road;
mod sights;
mod steps;

use model::paths::FactPath;
use model::{AwardLag, Day, Dossier, Effect, Standards, Target};
use policy::{National, Policy};

pub use closing::{Closing, Why};
pub use person::{Award, person};
pub use road::Road;

use course::{Course, course};
use hopes::Hopes;
use outlook::Way;
use sights::Sights;
use steps::Steps;

use crate::carried_on::as_stated;
use crate::decide::{held_above, wanted};
use crate::facts::Facts;
use crate::timeline::Standing;

/// What a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct Planner<'p> {
    /// The sets of rules that count together.
    pub roads: &'p [Road<'p>],
    /// National facts.
    pub national: &'p National,
    /// Years left to standards.
    pub standards: &'p Standards,
    /// The person.
    pub dossier: &'p Dossier,
    /// The day from which it is planned; what the dossier dates later does not count.
    pub as_of: Day,
    /// How long after eligibility a level is granted.
    pub lag: AwardLag,
    /// The levels: each track in ladder order.
    pub targets: &'p [Target],
    /// Whether to find out which missing facts may still make a level possible, or earlier.
    pub asks: bool,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One for each target, in the same order.
    pub levels: Vec<LevelPlan>,
    /// The last day on which anything changes, however people decide: what is closed then stays closed.
    pub end: Day,
    /// What has been granted by then.
    pub granted: Vec<Award>,
}

/// The plan for one level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelPlan {
    /// Whether the level or a higher one is held today.
    pub held: bool,
    /// The earliest way on which the rules alone decide.
    pub certain: Option<Reach>,
    /// A way that is earlier, or the only one, on which people decide at some step.
    pub decided: Option<Reach>,
    /// The facts that may still make it possible, or earlier, or by which it may turn out to be held; none where no missing
    /// fact can change its days.
    pub missing: Vec<FactPath>,
    /// The position of a higher level of the same track that includes this one: where people decide in favour, it is
    /// granted before this one opens.
    pub within: Option<usize>,
}

/// The way to a level: steps in the order of their days, the level itself last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reach {
    /// The steps; never empty.
    pub steps: Vec<Step>,
}

/// One step: a level that is applied for and granted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The position of its target.
    pub target: usize,
    /// How it opens.
    pub arrival: Arrival,
    /// The positions of the earlier steps that it needs.
    pub needs: Vec<usize>,
    /// When it closes again.
    pub closing: Option<Closing>,
}

/// The day on which a level opens, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The round of the course in which it opened: a level needs only those of earlier rounds.
    round: usize,
    /// The first day on which to file.
    pub day: Day,
    /// The day on which it is granted.
    pub awarded: Day,
    /// Whether the rules alone decide (`Yes`) or people do (`Refer`).
    pub standing: Standing,
    /// The position of the road.
    pub road: usize,
    /// The position of the route among those to the level; `None` where missing facts leave open which one it is.
    pub route: Option<usize>,
    /// What eligibility opens.
    pub effect: Effect,
    /// Whether the award is counted on for what follows: not where the level may be held already ([`doubts`]).
    counts: bool,
    /// The missing facts by which it opens so early, where it doesn't whatever they are.
    hoped_on: Vec<FactPath>,
}

impl Arrival {
    fn by(way: &Way, day: Day, awarded: Day, counts: bool) -> Self {
        let (road, route, effect) = (way.road, way.route, way.effect);
        Self { round: 0, day, awarded, standing: way.line.at(day), road, route, effect, counts, hoped_on: Vec::new() }
    }

    /// Where a level opens with the best of all completions: no way is known.
    fn hoped(effect: Effect, day: Day, awarded: Day, hoped_on: Vec<FactPath>) -> Self {
        Self { round: 0, day, awarded, standing: Standing::No, road: 0, route: None, effect, counts: true, hoped_on }
    }

    fn award(&self, target: &Target) -> Award {
        Award { target: target.clone(), day: self.awarded, effect: self.effect }
    }
}

impl Reach {
    /// How the level opens.
    #[must_use]
    pub fn arrival(&self) -> Option<&Arrival> {
        self.steps.last().map(|step| &step.arrival)
    }
}

impl<'p> Planner<'p> {
    /// Makes the plan.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let person = person(self.dossier, self.as_of, self.as_of, &[]);
        // What is held does not depend on the rules of the day: names are placed by those of any version.
        let rules = self.roads.iter().filter_map(|road| road.on(self.as_of).or(road.versions().first().copied()));
        let facts = rules.map(|rules| Facts::new(rules, self.national, self.standards, &person, self.as_of));
        let facts: Vec<Facts<'_>> = facts.collect();
        let sights = Sights::new(self, &facts);
        let decided = course(&sights, Standing::Refer, None);
        let people_decide = decided.arrivals.iter().flatten().any(|arrival| arrival.standing != Standing::Yes);
        // Where people decide nowhere, the rules alone give the same course.
        let alone = (people_decide || decided.is_open()).then(|| course(&sights, Standing::Yes, None));
        let alone = alone.as_ref().unwrap_or(&decided);
        let best = |sure: &Course, least: Standing| {
            let open = self.asks && sure.is_open();
            open.then(|| course(&sights, least, Some(sure)))
        };
        let (best_decided, best_alone) = (best(&decided, Standing::Refer), best(alone, Standing::Yes));
        let best_alone = best_alone.as_ref().map(|best| Steps::new(&sights, best, Standing::Yes));
        let best_decided = best_decided.as_ref().map(|best| Steps::new(&sights, best, Standing::Refer));
        let hopes = [(alone, &best_alone), (&decided, &best_decided)];
        let hopes = hopes.into_iter().filter_map(|(sure, best)| Some(Hopes { sure, best: best.as_ref()? }));
        let hopes: Vec<Hopes<'_>> = hopes.collect();
        let certain = Steps::new(&sights, alone, Standing::Yes);
        let decided = Steps::new(&sights, &decided, Standing::Refer);
        let level = |i: usize, target: &Target| {
            let (sure, likely) = (certain.course.day(i), decided.course.day(i));
            let sooner = likely.is_some_and(|likely| sure.is_none_or(|sure| likely < sure));
            let holds = || facts.iter().map(|facts| held_above(facts, wanted(target)));
            let held = holds().any(|held| held == Ok(true));
            let missing = hopes.iter().flat_map(|hopes| hopes.facts(i)).chain(holds().filter_map(Result::err));
            LevelPlan {
                held,
                certain: sure.map(|_| certain.reach(i)),
                decided: sooner.then(|| decided.reach(i)),
                missing: if held || !self.asks { Vec::new() } else { self.as_stated(missing) },
                within: if held || likely.is_some() { None } else { within(self.targets, decided.course, i) },
            }
        };
        let levels = self.targets.iter().enumerate().map(|(i, target)| level(i, target)).collect();
        let granted = decided.course.awards(self.targets).into_iter().map(|(_, award)| award).collect();
        Plan { levels, end: decided.course.end, granted }
    }

    /// Facts as the dossier names them, each once, in order.
    fn as_stated(&self, facts: impl Iterator<Item = FactPath>) -> Vec<FactPath> {
        let mut facts: Vec<FactPath> = facts.map(|path| as_stated(self.dossier, self.as_of, path)).collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// The rules of a step on its day.
    #[must_use]
    pub fn rules(&self, arrival: &Arrival) -> Option<&'p Policy> {
        self.roads.get(arrival.road)?.on(arrival.day)
    }

    /// The person on a day of a step, with what its way has granted by then.
    #[must_use]
    pub fn person_at(&self, reach: &Reach, step: &Step, day: Day) -> Dossier {
        let needed = step.needs.iter().filter_map(|i| reach.steps.get(*i));
        let awards = needed.filter_map(|step| Some(step.arrival.award(self.targets.get(step.target)?)));
        person(self.dossier, self.as_of, day, &awards.collect::<Vec<_>>())
    }
}

/// The position of the level that first includes another one: a higher one of the same track (and series).
fn within(targets: &[Target], course: &Course, i: usize) -> Option<usize> {
    let target = targets.get(i)?;
    let reached = targets.iter().enumerate().filter(|(other, _)| *other != i).filter_map(|(other, higher)| {
        let award = course.arrival(other)?.award(higher);
        award.includes(target).then_some((award.day, other))
    });
    reached.min().map(|(_, i)| i)
}
