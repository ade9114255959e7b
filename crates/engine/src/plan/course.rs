//! The course of a plan: from one day on which something changes to the next, every level is taken as soon as it opens.
//! No day is stepped through: between two such days all that can happen is known from timelines.

use model::{Day, Target};

use super::outlook::{Outlook, readings};
use super::person::{Award, person};
use super::{Arrival, Planner};
use crate::timeline::Standing;

/// With missing facts, how many turns of the year are looked at: no rule looks further back at reviews or hours.
const YEARS_LOOKED_AT: i16 = 6;

/// A whole course.
pub(super) struct Course {
    /// The arrival at each target, where it opens.
    pub arrivals: Vec<Option<Arrival>>,
    /// The last day on which anything changed.
    pub end: Day,
}

impl Course {
    /// What has been granted, in the order of the days.
    pub fn awards(&self, targets: &[Target]) -> Vec<(usize, Award)> {
        let award = |(i, arrival): (usize, &Option<Arrival>)| Some((i, arrival.as_ref()?.award(targets.get(i)?)));
        let mut awards: Vec<(usize, Award)> = self.arrivals.iter().enumerate().filter_map(award).collect();
        awards.sort_by_key(|(i, award)| (award.day, *i));
        awards
    }
}

/// Goes the course on which every level is taken on the first day on which it stands at least so. Since a further
/// certificate or title never closes anything, no other order and no waiting leads anywhere earlier.
pub(super) fn course(planner: &Planner<'_>, least: Standing) -> Course {
    let targets = planner.targets;
    let mut course = Course { arrivals: vec![None; targets.len()], end: planner.as_of };
    loop {
        let now = course.end;
        let granted: Vec<Award> = course.awards(targets).into_iter().map(|(_, award)| award).collect();
        let person = person(planner.dossier, planner.as_of, now, &granted);
        let readings = readings(planner.roads, planner.national, planner.standards, &person, now);
        let (mut soonest, mut again): (Option<Day>, Option<Day>) = (None, None);
        let mut opening: Vec<(usize, Arrival)> = Vec::new();
        for (i, target) in targets.iter().enumerate() {
            if course.arrivals.get(i).is_none_or(Option::is_some) {
                continue;
            }
            let outlook = Outlook::of(&readings, target);
            if outlook.open {
                let next_year = Day::first_of_year(now.year() + 1);
                let near = next_year.year() <= planner.as_of.year() + YEARS_LOOKED_AT;
                again = again.into_iter().chain(outlook.again).chain(near.then_some(next_year)).min();
            }
            if let Some((day, way)) = outlook.first(least, now) {
                if soonest.is_none_or(|soonest| day < soonest) {
                    soonest = Some(day);
                    opening.clear();
                }
                if soonest == Some(day) {
                    opening.push((i, Arrival::by(way, day, planner.lag.after(day))));
                }
            }
        }
        let award = granted.iter().map(|award| award.day).filter(|day| *day > now).min();
        let turn = planner.roads.iter().filter_map(|road| road.next_turn(now)).min();
        let event = award.into_iter().chain(turn).chain(again.filter(|day| *day > now)).min();
        match (soonest, event) {
            (Some(day), event) if event.is_none_or(|event| day < event) => {
                for (i, arrival) in opening {
                    if let Some(slot) = course.arrivals.get_mut(i) {
                        *slot = Some(arrival);
                    }
                }
                course.end = day;
            }
            (_, Some(event)) => course.end = event,
            (_, None) => return course,
        }
    }
}
