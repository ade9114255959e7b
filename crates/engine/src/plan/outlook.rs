//! How a level stands from a day on, over all routes of all roads.

use model::{Day, Effect, Target};
use policy::rule::Governed;

use super::Road;
use crate::complete::whatever;
use crate::conditions::Bound;
use crate::decide::{held_above, inside, routes, wanted};
use crate::evaluate::{Asked, Known};
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};

/// The facts of one person on one day as the rules of one road read them.
pub(super) struct Reading<'a> {
    /// The position of the road.
    pub road: usize,
    /// The facts.
    pub facts: Facts<'a>,
}

/// One way to a level.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// The position of the road.
    pub road: usize,
    /// The position of the route; `None` where the facts that are missing leave open which one it is.
    pub route: Option<usize>,
    /// What it opens.
    pub effect: Effect,
    /// How it stands.
    pub line: Timeline,
}

/// How a level stands from a day on.
#[derive(Default)]
pub(super) struct Outlook {
    /// The ways that do not fail for ever.
    pub ways: Vec<Way>,
    /// Where facts are missing that may change it, what eligibility would open: an appointment where some route leads to one,
    /// since a further level may stand on the post.
    pub open: Option<Effect>,
    /// A later day on which what is missing may no longer matter.
    pub again: Option<Day>,
}

impl Outlook {
    /// The outlook of a level; blank where it is held.
    pub fn of(readings: &[Reading<'_>], target: &Target) -> Self {
        let mut outlook = Self::default();
        for reading in readings {
            let facts = &reading.facts;
            if held_above(facts, wanted(target)) == Ok(true) {
                return Self::default();
            }
            if let Some(governed) = facts.policy.governed.iter().find(|governed| governed.serves(target)) {
                outlook.add(reading, governed, target);
            }
        }
        outlook
    }

    fn add(&mut self, reading: &Reading<'_>, governed: &Governed, target: &Target) {
        let facts = &reading.facts;
        match inside(facts, wanted(target)) {
            Ok(true) => {}
            Ok(false) => return,
            Err(_) => {
                self.leaves_open(governed.routes.iter().map(|route| route.effect));
                return;
            }
        }
        let asked = Asked { facts, wanted: wanted(target) };
        let known = routes(facts, governed, target);
        let mut open = Vec::new();
        for (i, (route, known)) in governed.routes.iter().zip(&known).enumerate() {
            let line = match known {
                Some(settled) if settled.line.never() => continue,
                Some(settled) => settled.line.clone(),
                None => {
                    open.push(route.effect);
                    match asked.holds(&route.rule, Bound::default()) {
                        Some(_) => only_today(facts.as_of, Standing::Yes),
                        None => continue,
                    }
                }
            };
            self.ways.push(Way { road: reading.road, route: Some(i), effect: route.effect, line });
        }
        let any = !open.is_empty();
        self.leaves_open(open);
        if any && self.standing(facts.as_of) != Standing::Yes {
            self.whatever_is_missing(reading, governed, target, &known);
        }
    }

    /// Notes what routes that missing facts leave open would give.
    fn leaves_open(&mut self, effects: impl IntoIterator<Item = Effect>) {
        self.open = self.open.into_iter().chain(effects).max_by_key(|effect| *effect == Effect::EmployerAppointment);
    }

    /// Adds what is known whatever the missing facts are, and when to look again.
    fn whatever_is_missing(&mut self, reading: &Reading<'_>, governed: &Governed, target: &Target, known: &[Known]) {
        let facts = &reading.facts;
        let anyway = whatever(facts, governed, wanted(target));
        self.again = self.again.into_iter().chain(anyway.next).min();
        if anyway.today == Standing::No {
            return;
        }
        let open = |i: &usize| known.get(*i).is_some_and(Option::is_none);
        let gives = |i: &usize| open(i) && anyway.routes.get(*i).is_some_and(|standing| *standing >= anyway.today);
        let route = (0..governed.routes.len()).find(gives);
        let named = route.or_else(|| (0..governed.routes.len()).find(open)).and_then(|i| governed.routes.get(i));
        let effect = named.map_or(Effect::ApplyForReview, |route| route.effect);
        let line = only_today(facts.as_of, anyway.today);
        self.ways.push(Way { road: reading.road, route, effect, line });
    }

    /// How all ways together stand on a day.
    pub fn standing(&self, day: Day) -> Standing {
        self.ways.iter().map(|way| way.line.at(day)).max().unwrap_or(Standing::No)
    }

    /// The first day after `day` on which all ways together stand worse than `least`.
    pub fn first_below(&self, least: Standing, day: Day) -> Option<Day> {
        let together = |line: Timeline, way: &Way| line.join(&way.line);
        self.ways.iter().fold(Timeline::always(Standing::No), together).first_below(least, day)
    }

    /// The first day from `from` on, and the way that then stands at least so: the one that stands best, opens most, and
    /// comes first in roads and packs.
    pub fn first(&self, least: Standing, from: Day) -> Option<(Day, &Way)> {
        let day = self.ways.iter().filter_map(|way| way.line.first_at_least(least, from)).min()?;
        let merit = |way: &&Way| (way.line.at(day), way.effect == Effect::DirectRecognition);
        let standing = self.ways.iter().filter(|way| way.line.at(day) >= least);
        // Of several that are equal `max_by_key` takes the last, so they are gone through backwards.
        standing.rev().max_by_key(merit).map(|way| (day, way))
    }
}

/// A standing of which only the day asked about is known.
fn only_today(as_of: Day, standing: Standing) -> Timeline {
    Timeline::step(as_of, standing, Some(as_of.next()), Standing::No)
}

/// The facts of a person on a day, as the rules of each road that has rules on that day read them.
pub(super) fn readings<'a>(
    roads: &[Road<'a>],
    national: &'a policy::National,
    standards: &'a model::Standards,
    person: &'a model::Dossier,
    day: Day,
) -> Vec<Reading<'a>> {
    let reading = |(road, rules): (usize, &Road<'a>)| {
        Some(Reading { road, facts: Facts::new(rules.on(day)?, national, standards, person, day) })
    };
    roads.iter().enumerate().filter_map(reading).collect()
}
