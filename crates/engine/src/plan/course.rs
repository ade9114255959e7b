//! The course of a plan: from one day on which something changes to the next, every level is taken as soon as it opens.
//! No day is stepped through: between two such days all that can happen is known from timelines.

use model::{Day, Effect, Target};

use super::Arrival;
use super::outlook::{Hope, Outlook};
use super::person::Award;
use super::sights::Sights;
use crate::timeline::Standing;

/// A whole course.
pub(super) struct Course {
    /// The arrival at each target, where it opens.
    pub arrivals: Vec<Option<Arrival>>,
    /// The last day on which anything changed.
    pub end: Day,
    /// For each target what missing facts gave hope for on the way.
    pub hopes: Vec<Vec<Hope>>,
}

impl Course {
    /// The day on which a target opens, where it does.
    pub fn day(&self, target: usize) -> Option<Day> {
        self.arrival(target).map(|arrival| arrival.day)
    }

    /// How a target opens, where it does.
    pub fn arrival(&self, target: usize) -> Option<&Arrival> {
        self.arrivals.get(target)?.as_ref()
    }

    /// What has been granted and counts, in the order of the days.
    pub fn awards(&self, targets: &[Target]) -> Vec<(usize, Award)> {
        let counting = |i: usize| self.arrival(i).filter(|arrival| arrival.counts);
        let award = |(i, target): (usize, &Target)| Some((i, counting(i)?.award(target)));
        let mut awards: Vec<(usize, Award)> = targets.iter().enumerate().filter_map(award).collect();
        awards.sort_by_key(|(i, award)| (award.day, *i));
        awards
    }

    /// Whether missing facts may change it.
    pub fn is_open(&self) -> bool {
        self.hopes.iter().any(|hopes| !hopes.is_empty())
            || self.arrivals.iter().flatten().any(|arrival| !arrival.counts)
    }
}

/// When a level opens, and how, as long as nothing changes.
type Opening = Option<(Day, Arrival)>;

/// Goes the course on which every level is taken on the first day on which it stands at least so. Since a further
/// certificate or title never closes anything, no other order and no waiting leads anywhere earlier.
///
/// A level opens where it does whatever the missing facts are, and is counted on for others only where it can't be held yet.
/// Beside such a `sure` course the best one: every level opens as soon as it does with any completion of the missing facts.
pub(super) fn course(sights: &Sights<'_>, least: Standing, sure: Option<&Course>) -> Course {
    let planner = sights.planner;
    let targets = planner.targets;
    let hopes = targets.iter().map(|_| Vec::new()).collect();
    let mut course = Course { arrivals: vec![None; targets.len()], end: planner.as_of, hopes };
    let mut seen: Vec<Option<Opening>> = vec![None; targets.len()];
    let mut round = 0;
    loop {
        let now = course.end;
        match sure {
            None => look(sights, least, &mut course, &mut seen),
            Some(sure) => look_for_best(sights, least, sure, &course, &mut seen),
        }
        let openings = seen.iter().zip(&course.arrivals).filter(|(_, arrival)| arrival.is_none());
        let soonest = openings.filter_map(|(opening, _)| opening.as_ref()?.as_ref()).map(|(day, _)| *day).min();
        let granted = course.arrivals.iter().flatten().map(|arrival| arrival.awarded);
        let turns = planner.roads.iter().filter_map(|road| road.next_turn(now));
        let change = granted.chain(turns).filter(|day| *day > now).min();
        match (soonest, change) {
            (Some(day), _) if change.is_none_or(|change| day < change) => {
                let mut at_once = false;
                for (opening, slot) in seen.iter().zip(&mut course.arrivals).filter(|(_, slot)| slot.is_none()) {
                    let opening = opening.as_ref().and_then(Option::as_ref);
                    if let Some((_, arrival)) = opening.filter(|(opens, _)| *opens == day) {
                        at_once |= arrival.awarded <= day;
                        *slot = Some(Arrival { round, ..arrival.clone() });
                    }
                }
                course.end = day;
                if at_once {
                    seen.fill(None);
                }
            }
            (_, Some(change)) => {
                course.end = change;
                seen.fill(None);
            }
            (_, None) => return course,
        }
        round += 1;
    }
}

/// The targets of which nothing is known yet.
fn unseen(course: &Course, seen: &[Option<Opening>]) -> Vec<usize> {
    let unseen = seen.iter().zip(&course.arrivals).map(|(slot, arrival)| slot.is_none() && arrival.is_none());
    unseen.enumerate().filter(|(_, unseen)| *unseen).map(|(i, _)| i).collect()
}

/// Looks at every level of which nothing is known: when it surely opens from the course's day on.
fn look(sights: &Sights<'_>, least: Standing, course: &mut Course, seen: &mut [Option<Opening>]) {
    let planner = sights.planner;
    let unseen = unseen(course, seen);
    if unseen.is_empty() {
        return;
    }
    let now = course.end;
    let granted: Vec<Award> = course.awards(planner.targets).into_iter().map(|(_, award)| award).collect();
    for (i, outlook) in unseen.iter().zip(sights.look(now, &granted, &unseen)) {
        let counts = sights.may_hold(*i).is_empty();
        let first = outlook.first(least, now);
        let opening = first.map(|(day, way)| (day, Arrival::by(way, day, planner.lag.after(day), counts)));
        if let (Some(hopes), Some(hope)) = (course.hopes.get_mut(*i), outlook.hope(least, now)) {
            hopes.push(hope);
        }
        if let Some(slot) = seen.get_mut(*i) {
            *slot = Some(opening);
        }
    }
}

/// Looks at every level of which nothing is known: when it opens from the course's day on with the best completion.
///
/// Whoever has it that day has been granted no level that includes it. So hoped-for awards of such levels are left out, and
/// after the day on which the sure course grants one there is nothing to hope for.
fn look_for_best(sights: &Sights<'_>, least: Standing, sure: &Course, course: &Course, seen: &mut [Option<Opening>]) {
    let planner = sights.planner;
    let now = course.end;
    let (granted, certain) = (course.awards(planner.targets), sure.awards(planner.targets));
    for i in unseen(course, seen) {
        let (Some(target), Some(slot)) = (planner.targets.get(i), seen.get_mut(i)) else { continue };
        let included = certain.iter().filter(|(_, award)| award.includes(target)).map(|(_, award)| award.day).min();
        let in_time = |day: Day| included.is_none_or(|included| day <= included);
        let before = granted.iter().map(|(_, award)| award).filter(|award| award.day <= now && !award.includes(target));
        let before: Vec<Award> = before.cloned().collect();
        let outlook = if in_time(now) { sights.look(now, &before, &[i]).pop() } else { None };
        let best = outlook.and_then(|outlook| best(sights, &outlook, least, now)).filter(|(day, _)| in_time(*day));
        let surely = sure.arrival(i).map(|arrival| {
            let effect = if arrival.counts { arrival.effect } else { hoped(sights, arrival.effect) };
            (arrival.day, Arrival { counts: true, effect, ..arrival.clone() })
        });
        let sooner = |(day, _): &(Day, Arrival)| surely.as_ref().is_none_or(|(surely, _)| day < surely);
        *slot = Some(best.filter(sooner).or(surely));
    }
}

/// The first day on which a level stands at least so with the best completion.
fn best(sights: &Sights<'_>, outlook: &Outlook, least: Standing, now: Day) -> Opening {
    let planner = sights.planner;
    let (day, facts) = match outlook.hope(least, now) {
        Some(hope) => (hope.day, hope.facts),
        None => (outlook.first(least, now)?.0, Vec::new()),
    };
    let effect = if outlook.appoints { Effect::EmployerAppointment } else { Effect::ApplyForReview };
    Some((day, Arrival::hoped(hoped(sights, effect), day, planner.lag.after(day), facts)))
}

/// What an award does that is only hoped for: an unstated post may be already what an appointment would make it.
fn hoped(sights: &Sights<'_>, effect: Effect) -> Effect {
    let unstated = sights.planner.dossier.employment.appointed_as.is_none();
    if unstated && effect == Effect::EmployerAppointment { Effect::ApplyForReview } else { effect }
}
