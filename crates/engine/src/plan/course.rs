//! The course of a plan: from one day on which something changes to the next, every level is taken as soon as it opens.
//! No day is stepped through: between two such days all that can happen is known from timelines.

use model::paths::FactPath;
use model::{Day, Target};

use super::Arrival;
use super::person::Award;
use super::sights::Sights;
use crate::timeline::Standing;

/// A whole course.
pub(super) struct Course {
    /// The arrival at each target, where it opens.
    pub arrivals: Vec<Option<Arrival>>,
    /// The last day on which anything changed.
    pub end: Day,
    /// For each target the facts that were asked for on the way, where missing ones might have opened it.
    pub missing: Vec<Vec<FactPath>>,
}

impl Course {
    /// The day on which a target opens, where it does.
    pub fn day(&self, target: usize) -> Option<Day> {
        self.arrivals.get(target)?.as_ref().map(|arrival| arrival.day)
    }

    /// What has been granted and counts, in the order of the days.
    pub fn awards(&self, targets: &[Target]) -> Vec<(usize, Award)> {
        let counting = |arrival: &Option<Arrival>| arrival.clone().filter(|arrival| arrival.counts);
        let award = |(i, arrival): (usize, &Option<Arrival>)| Some((i, counting(arrival)?.award(targets.get(i)?)));
        let mut awards: Vec<(usize, Award)> = self.arrivals.iter().enumerate().filter_map(award).collect();
        awards.sort_by_key(|(i, award)| (award.day, *i));
        awards
    }
}

/// How a course takes what missing facts leave open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Missing {
    /// A level opens only where it does whatever they are, and is counted on for others only where it can't be held yet.
    Doubted,
    /// A level that they might open counts as open: it shows what else could be reached.
    Hoped,
}

/// How many days are looked at only because what is missing may no longer matter on them. Past it a day may be planned
/// later than it could be, never earlier.
const MOST_LOOKS: usize = 8;

/// What is known of a level until something changes.
struct Seen {
    /// When it opens, and how.
    opening: Option<(Day, Arrival)>,
    /// When missing facts make it worth looking again.
    again: Option<Day>,
}

/// Goes the course on which every level is taken on the first day on which it stands at least so. Since a further
/// certificate or title never closes anything, no other order and no waiting leads anywhere earlier.
pub(super) fn course(sights: &Sights<'_>, least: Standing, missing: Missing) -> Course {
    let planner = sights.planner;
    let targets = planner.targets;
    let nothing = vec![Vec::new(); targets.len()];
    let mut course = Course { arrivals: vec![None; targets.len()], end: planner.as_of, missing: nothing };
    let mut seen: Vec<Option<Seen>> = targets.iter().map(|_| None).collect();
    let (mut round, mut looks) = (0, 0);
    loop {
        let now = course.end;
        look(sights, least, missing, &mut course, &mut seen);
        let waiting = || seen.iter().zip(&course.arrivals).filter(|(_, arrival)| arrival.is_none());
        let waiting = || waiting().filter_map(|(seen, _)| seen.as_ref());
        let soonest = waiting().filter_map(|seen| seen.opening.as_ref()).map(|(day, _)| *day).min();
        let granted = course.arrivals.iter().flatten().map(|arrival| arrival.awarded);
        let turns = planner.roads.iter().filter_map(|road| road.next_turn(now));
        let change = granted.chain(turns).filter(|day| *day > now).min();
        let again = waiting().filter_map(|seen| seen.again).filter(|day| *day > now && looks < MOST_LOOKS).min();
        let before = |day: Day, event: Option<Day>| event.is_none_or(|event| day < event);
        match (soonest, again) {
            (Some(day), _) if before(day, change) && before(day, again) => {
                let mut at_once = false;
                for (seen, slot) in seen.iter().zip(&mut course.arrivals).filter(|(_, slot)| slot.is_none()) {
                    let opening = seen.as_ref().and_then(|seen| seen.opening.as_ref());
                    if let Some((_, arrival)) = opening.filter(|(opens, _)| *opens == day) {
                        at_once |= arrival.awarded <= day;
                        *slot = Some(Arrival { round, ..arrival.clone() });
                    }
                }
                course.end = day;
                if at_once {
                    forget(&mut seen);
                }
            }
            (_, Some(again)) if before(again, change) => {
                looks += 1;
                course.end = again;
                seen.iter_mut().for_each(|one| {
                    one.take_if(|one| one.again == Some(again));
                });
            }
            _ => match change {
                Some(change) => {
                    course.end = change;
                    forget(&mut seen);
                }
                None => break,
            },
        }
        round += 1;
    }
    for asked in &mut course.missing {
        asked.sort_unstable();
        asked.dedup();
    }
    course
}

fn forget(seen: &mut [Option<Seen>]) {
    seen.iter_mut().for_each(|one| *one = None);
}

/// Looks at every level of which nothing is known: when it opens from the course's day on.
fn look(sights: &Sights<'_>, least: Standing, missing: Missing, course: &mut Course, seen: &mut [Option<Seen>]) {
    let planner = sights.planner;
    let unseen = seen.iter().zip(&course.arrivals).map(|(slot, arrival)| slot.is_none() && arrival.is_none());
    let unseen: Vec<usize> = unseen.enumerate().filter(|(_, unseen)| *unseen).map(|(i, _)| i).collect();
    if unseen.is_empty() {
        return;
    }
    let now = course.end;
    let granted: Vec<Award> = course.awards(planner.targets).into_iter().map(|(_, award)| award).collect();
    for (i, sight) in unseen.iter().zip(sights.look(now, &granted, &unseen, planner.asks)) {
        let outlook = &sight.outlook;
        let first = outlook.first(least, now);
        let counts = missing == Missing::Hoped || sights.may_hold(*i).is_empty();
        let mut opening = first.map(|(day, way)| (day, Arrival::by(way, day, planner.lag.after(day), counts)));
        if let (Some(asked), Some(asked_for)) = (course.missing.get_mut(*i), &sight.asked_for) {
            asked.extend_from_slice(asked_for);
        }
        if let Some(effect) = outlook.open {
            let later = opening.as_ref().is_none_or(|(day, _)| *day > now);
            if missing == Missing::Hoped && later {
                opening = Some((now, Arrival::hoped(effect, now, planner.lag.after(now))));
            }
        }
        if let Some(slot) = seen.get_mut(*i) {
            *slot = Some(Seen { opening, again: outlook.again.filter(|_| missing == Missing::Doubted) });
        }
    }
}
