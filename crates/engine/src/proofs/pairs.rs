//! Goes through every pair of boundary values of every way of every route, with the rest at values that pass.

use model::{Day, Series, Target};
use policy::condition::Condition;
use policy::rule::{Governed, Level, Route, Test};
use policy::{National, Policy};
use rustc_hash::{FxHashMap, FxHashSet};

use super::axes::{Axis, axes, change};
use super::days::{other_days, plain_day};
use super::laws::{Counterexample, Law, Worth, check, told, worth};
use super::passing::passing;
use super::person::Person;
use super::ways::{Way, ways};
use super::world::World;
use crate::decide::Verdict;

/// What a proof of one policy tried and found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Proof {
    /// How many ways the routes have.
    pub ways: usize,
    /// How many persons were tried.
    pub persons: usize,
    /// How many decisions were made.
    pub decisions: usize,
    /// Of each law and route, the first person for whom it does not hold.
    pub faults: Vec<Counterexample>,
}

/// A part of a proof that stands for itself: one route to one target.
#[derive(Clone, Debug)]
pub struct Task<'p> {
    policy: &'p Policy,
    governed: &'p Governed,
    route: &'p Route,
    target: Target,
}

/// The parts of the proof of one policy, in the order of the pack.
#[must_use]
pub fn tasks(policy: &Policy) -> Vec<Task<'_>> {
    let mut tasks = Vec::new();
    for governed in &policy.governed {
        for target in targets(policy, governed) {
            let task = |route| Task { policy, governed, route, target: target.clone() };
            tasks.extend(governed.routes.iter().map(task));
        }
    }
    tasks
}

impl Task<'_> {
    /// Goes through every person of this part.
    #[must_use]
    pub fn prove(&self, national: &National) -> Proof {
        let mut proof = Proof::default();
        let world = World::new(self.policy, national, self.governed, self.target.clone());
        for way in ways(self.policy, self.route) {
            proof.ways += 1;
            Pairs::of(&world, self.route, &way).prove(&mut proof);
        }
        proof
    }
}

/// Somebody who passes a route, with the first level to which it leads.
#[must_use]
pub fn passer(policy: &Policy, national: &National, route: &str) -> Option<(Target, Person)> {
    policy.governed.iter().find_map(|governed| {
        let target = governed.target();
        let world = World::new(policy, national, governed, target.clone());
        let route = governed.routes.iter().find(|own| own.id == route)?;
        let way = ways(policy, route).into_iter().next()?;
        Some((target, passing(&world, &way, plain_day(&world, &way))))
    })
}

/// Proves the laws of one policy.
#[must_use]
pub fn prove(policy: &Policy, national: &National) -> Proof {
    let mut proof = Proof::default();
    tasks(policy).iter().for_each(|task| proof.add(task.prove(national)));
    proof
}

impl Proof {
    /// Adds what another part tried and found.
    pub fn add(&mut self, other: Self) {
        self.ways += other.ways;
        self.persons += other.persons;
        self.decisions += other.decisions;
        self.faults.extend(other.faults);
    }
}

/// One target of every sort: series that the routes and the catalogue do not tell apart count once.
fn targets(policy: &Policy, governed: &Governed) -> Vec<Target> {
    let Level::Title(tier) = governed.level else { return vec![governed.target()] };
    let mut sorts: Vec<(bool, Vec<bool>)> = Vec::new();
    let mut targets = Vec::new();
    for series in governed.series.iter().copied() {
        let listed = policy.majors_towards(model::Track::Title, Some(series)) != 0;
        let sort = (listed, left(governed, series));
        if !sorts.contains(&sort) {
            sorts.push(sort);
            targets.push(Target::Title { tier, series });
        }
    }
    targets
}

fn left(governed: &Governed, series: Series) -> Vec<bool> {
    let mut left = Vec::new();
    for route in &governed.routes {
        route.rule.leaves(&mut |leaf| {
            if let Test::Condition(Condition::SeriesLeft(all)) = &leaf.test {
                left.push(all.contains(&series));
            }
        });
    }
    left
}

/// A value of an axis: its position, and which value; `None` where it passes.
type Pick = (usize, usize);

struct Pairs<'w, 'p> {
    world: &'w World<'p>,
    route: &'p Route,
    way: &'w Way<'p>,
    plain: Day,
    days: Vec<Day>,
    /// The first axis is the day.
    axes: Vec<Axis>,
    bases: FxHashMap<Day, Person>,
}

impl<'w, 'p> Pairs<'w, 'p> {
    fn of(world: &'w World<'p>, route: &'p Route, way: &'w Way<'p>) -> Self {
        let plain = plain_day(world, way);
        let days = other_days(world, way, plain);
        let mut all = vec![Axis::new(days.iter().map(|_| change(|_| {})).collect())];
        all.extend(axes(world, way));
        let bases = days.iter().chain([&plain]).map(|day| (*day, passing(world, way, *day))).collect();
        let mut pairs = Self { world, route, way, plain, days, axes: all, bases };
        pairs.drop_repeated();
        pairs
    }

    /// Takes out values that make the same person as the passing value or another one of the axis. Chains of work keep theirs.
    fn drop_repeated(&mut self) {
        let base = self.person(&[]);
        for axis in self.axes.iter_mut().skip(1).filter(|axis| axis.work.is_none()) {
            let mut seen = vec![base.clone()];
            axis.values.retain(|value| {
                let mut person = base.clone();
                value(&mut person);
                let new = !seen.contains(&person);
                seen.push(person);
                new
            });
        }
        self.axes.retain(|axis| !axis.values.is_empty());
    }

    fn person(&self, picks: &[Pick]) -> Person {
        let day = picks.iter().find(|(axis, _)| *axis == 0).and_then(|(_, value)| self.days.get(*value));
        let day = day.copied().unwrap_or(self.plain);
        let mut person = match self.bases.get(&day) {
            Some(base) => base.clone(),
            None => passing(self.world, self.way, day),
        };
        for (axis, value) in picks {
            if let Some(change) = self.axes.get(*axis).and_then(|axis| axis.values.get(*value)) {
                change(&mut person);
            }
        }
        person
    }

    fn prove(&self, proof: &mut Proof) {
        let mut told: FxHashSet<Law> = proof.faults.iter().filter(|one| self.is_own(one)).map(|one| one.law).collect();
        let mut worths: FxHashMap<Vec<Pick>, Worth> = FxHashMap::default();
        let base = self.person(&[]);
        let verdict = self.world.decide(&base.dossier, base.standards, base.as_of);
        if worth(&verdict).is_none_or(|(rank, _)| rank < 3) {
            let says = format!("nobody was found who passes it; the person made for it is {}", self::told(&verdict));
            self.fault(proof, &mut told, Law::Passes, says, base);
            return;
        }
        for picks in self.all_picks() {
            let person = self.person(&picks);
            let verdict = self.visit(proof, &mut told, &person);
            if let Some(worth) = worth(&verdict) {
                worths.insert(picks, worth);
            }
        }
        self.more_work(proof, &mut told, &worths);
    }

    fn is_own(&self, one: &Counterexample) -> bool {
        one.route == self.route.id && one.target == self.world.target
    }

    /// The passing values, every single other one, every pair of others.
    fn all_picks(&self) -> Vec<Vec<Pick>> {
        let values = |axis: usize| self.axes.get(axis).map_or(0, |axis| axis.values.len());
        let mut all = vec![Vec::new()];
        for a in 0..self.axes.len() {
            for own in 0..values(a) {
                all.push(vec![(a, own)]);
                for b in a + 1..self.axes.len() {
                    all.extend((0..values(b)).map(|other| vec![(a, own), (b, other)]));
                }
            }
        }
        all
    }

    fn visit(&self, proof: &mut Proof, told: &mut FxHashSet<Law>, person: &Person) -> Verdict {
        proof.persons += 1;
        proof.decisions += 1;
        let verdict = self.world.decide(&person.dossier, person.standards, person.as_of);
        if let Some((law, says)) = check(self.world, person, &verdict, &mut proof.decisions) {
            self.fault(proof, told, law, says, person.clone());
        }
        verdict
    }

    /// Along every axis of work, beside every value of every other axis: more days are never worse.
    fn more_work(&self, proof: &mut Proof, told: &mut FxHashSet<Law>, worths: &FxHashMap<Vec<Pick>, Worth>) {
        for (w, axis) in self.axes.iter().enumerate() {
            let Some(position) = axis.work else { continue };
            let mut chain: Vec<Option<usize>> = (0..axis.values.len()).map(Some).collect();
            chain.insert(position.min(chain.len()), None);
            let singles = self.all_picks().into_iter().filter(|picks| picks.len() < 2);
            for beside in singles.filter(|picks| picks.iter().all(|(own, _)| *own != w)) {
                for pair in chain.windows(2) {
                    let [less, more] = pair else { continue };
                    let with = |value: Option<usize>| {
                        let mut picks = beside.clone();
                        picks.extend(value.map(|value| (w, value)));
                        picks.sort_unstable();
                        picks
                    };
                    let (less, more) = (with(*less), with(*more));
                    if worths.get(&more) < worths.get(&less) {
                        let (less, more) = (self.person(&less), self.person(&more));
                        let verdict = |one: &Person| self.world.decide(&one.dossier, one.standards, one.as_of);
                        let says = format!(
                            "with fewer days of work it is {}, with more {}; the person has more, the fewer are {:?}",
                            self::told(&verdict(&less)),
                            self::told(&verdict(&more)),
                            less.dossier.work.unwrap_or_default(),
                        );
                        self.fault(proof, told, Law::MoreWork, says, more);
                    }
                }
            }
        }
    }

    fn fault(&self, proof: &mut Proof, told: &mut FxHashSet<Law>, law: Law, says: String, person: Person) {
        if told.insert(law) {
            let (level, target) = (self.world.governed.level, self.world.target.clone());
            let route = self.route.id.clone();
            proof.faults.push(Counterexample { law, level, target, route, says, person });
        }
    }
}
