//! The days on which a route is asked about: where the policy, its pilots and its times begin and end, and where years turn.

use model::Day;
use policy::condition::Condition;
use policy::rule::Test;

use super::person::around;
use super::ways::Way;
use super::world::World;

/// A plain day on which the policy is in force and all of its times are over, if there is one.
pub(super) fn plain_day(world: &World<'_>, way: &Way<'_>) -> Day {
    let policy = world.policy;
    let mut last = policy.effective;
    last = policy.pilots.iter().map(|pilot| pilot.during.until).fold(last, Day::max);
    for leaf in &way.leaves {
        last = leaf.during.map_or(last, |during| last.max(during.until));
        if let Test::Condition(Condition::FraudReferral(test)) = &leaf.test {
            last = last.max(test.since);
        }
    }
    let middle = Day::new(last.year() + 1, 6, 15).unwrap_or(last);
    match policy.expires {
        Some(expires) if middle > expires => last.min(expires),
        _ => middle,
    }
}

/// Every other day on which the route is asked about.
pub(super) fn other_days(world: &World<'_>, way: &Way<'_>, plain: Day) -> Vec<Day> {
    let policy = world.policy;
    let mut days = vec![policy.effective.previous(), policy.effective];
    days.extend(policy.expires.into_iter().flat_map(around));
    let mut bounds = |from: Day, until: Day| days.extend([from.previous(), from, until, until.next()]);
    let track = world.wanted.track();
    policy.pilots.iter().filter(|pilot| pilot.tracks.contains(&track)).for_each(|pilot| {
        bounds(pilot.during.from, pilot.during.until);
    });
    way.leaves.iter().filter_map(|leaf| leaf.during).for_each(|during| bounds(during.from, during.until));
    let first = Day::first_of_year(plain.year());
    days.extend([first.previous(), first]);
    let leap = (0..8).map(|back| plain.year() - back).find_map(|year| Day::new(year, 2, 29));
    days.extend(leap.into_iter().flat_map(around));
    days.sort_unstable();
    days.dedup();
    days.retain(|day| *day != plain);
    days
}
