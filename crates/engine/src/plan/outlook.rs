//! How a level stands from a day on, over all routes of all roads.

use model::paths::FactPath;
use model::{Day, Effect, Target};
use policy::rule::{Governed, Route};

use super::Planner;
use super::person::Award;
use crate::complete::{Whatever, whatever};
use crate::conditions::Bound;
use crate::decide::{held_above, inside, routes, wanted};
use crate::evaluate::Asked;
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
    /// How it stands, whatever the missing facts are.
    pub line: Timeline,
}

/// A day on which missing facts might open a level, before it opens whatever they are.
#[derive(Clone, Debug)]
pub(super) struct Hope {
    /// The earliest that some completion of the missing facts gives.
    pub day: Day,
    /// The facts that decide whether the level opens before it surely does; never empty.
    pub facts: Vec<FactPath>,
}

/// How a level stands from a day on.
#[derive(Default)]
pub(super) struct Outlook {
    /// The ways that do not fail for ever, whatever the missing facts are.
    pub ways: Vec<Way>,
    /// Whether some route to it leads to an appointment: a further level may stand on the post.
    pub appoints: bool,
    /// For each road on which facts are missing that may open it sooner, all that they may give.
    open: Vec<Whatever>,
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
        let inside = inside(facts, wanted(target));
        if inside == Ok(false) {
            return;
        }
        self.appoints |= governed.routes.iter().any(|route| route.effect == Effect::EmployerAppointment);
        let known = if inside.is_ok() { routes(facts, governed, target) } else { vec![None; governed.routes.len()] };
        let way = |i: usize, route: &Route, line: Timeline| Way {
            road: reading.road,
            route: Some(i),
            effect: route.effect,
            line,
        };
        let settled = governed.routes.iter().zip(&known).enumerate();
        let settled = settled.filter_map(|(i, (route, known))| Some(way(i, route, known.as_ref()?.line.clone())));
        self.ways.extend(settled.filter(|way| !way.line.never()));
        if known.iter().all(Option::is_some) || self.standing(facts.as_of) == Standing::Yes {
            return;
        }
        let anyway = whatever(facts, governed, wanted(target));
        let open = governed.routes.iter().zip(&known).enumerate().filter(|(_, (_, known))| known.is_none());
        let lines = open.map(|(i, (route, _))| (i, route, anyway.routes.get(i).cloned()));
        // Past the bounds of exactness a route may still be known to hold on this day.
        let asked = Asked { facts, wanted: wanted(target) };
        let today = |route: &Route| inside.is_ok() && asked.holds(&route.rule, Bound::default()).is_some();
        let lines = lines.filter_map(|(i, route, line)| {
            let line = line.or_else(|| today(route).then(|| only_today(facts.as_of, Standing::Yes)));
            Some(way(i, route, line?))
        });
        self.ways.extend(lines.filter(|way| !way.line.never()));
        self.add_together(reading.road, governed, &anyway.line);
        self.open.push(anyway);
    }

    /// Adds that several routes hold together, where each does with some of the completions only: what the plainest opens.
    fn add_together(&mut self, road: usize, governed: &Governed, line: &Timeline) {
        let alone = self.ways.iter().fold(Timeline::always(Standing::No), |line, way| line.join(&way.line));
        if alone.join(line) == alone {
            return;
        }
        let opens_more = |effect: &Effect| matches!(effect, Effect::DirectRecognition | Effect::EmployerAppointment);
        let effect = governed.routes.iter().map(|route| route.effect).min_by_key(opens_more);
        self.ways.extend(effect.map(|effect| Way { road, route: None, effect, line: line.clone() }));
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

    /// What missing facts give hope for: that the level stands at least so before it surely does.
    pub fn hope(&self, least: Standing, from: Day) -> Option<Hope> {
        let sure = self.first(least, from).map(|(day, _)| day);
        let mut hope: Option<Hope> = None;
        for soonest in self.open.iter().map(|road| road.soonest(least)) {
            let Some(day) = soonest.day.filter(|day| sure.is_none_or(|sure| *day < sure)) else { continue };
            let hope = hope.get_or_insert_with(|| Hope { day, facts: Vec::new() });
            hope.day = hope.day.min(day);
            hope.facts.extend_from_slice(&soonest.facts);
        }
        hope
    }
}

/// A standing of which only the day asked about is known.
fn only_today(as_of: Day, standing: Standing) -> Timeline {
    Timeline::step(as_of, standing, Some(as_of.next()), Standing::No)
}

/// The facts of a person on a day, with these awards, as the rules of each road that has rules on that day read them.
pub(super) fn readings<'a>(
    planner: &Planner<'a>,
    person: &'a model::Dossier,
    awards: &[Award],
    day: Day,
) -> Vec<Reading<'a>> {
    let certificates = awards.iter().filter(|award| matches!(award.target, Target::Skill { .. })).count();
    let reading = |(road, rules): (usize, &super::Road<'a>)| {
        let facts = Facts::new(rules.on(day)?, planner.national, planner.standards, person, day);
        Some(Reading { road, facts: facts.since(planner.as_of, certificates) })
    };
    planner.roads.iter().enumerate().filter_map(reading).collect()
}
